"""The outline (提纲): a small dialect of Markdown that a writer edits, read back exactly.

One page of grammar: docs/outline-format.md.
"""

from drafter.formats.outline.read import read
from drafter.formats.outline.write import write

__all__ = ["read", "write"]
