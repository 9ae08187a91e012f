"""Property tests search anew at every run of a developer, and in CI always the same way.

None has a deadline: a machine with other work is no fault.
"""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("developer", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")
