"""A title broken into lines by meaning (词意完整、排列对称, GB/T 9704-2012 7.3.1)."""

from __future__ import annotations

from drafter.model import Para


def broken(para: Para, most: int) -> Para:
    """Give the title with line breaks where it is wider than ``most`` characters."""
    return para
