"""Stub."""

from collections.abc import Sequence


def break_title(text: str, most: float, atoms: Sequence[tuple[int, int]] = ()) -> list[int]:
    """Stub."""
    return [len(text) // 2 - 2]
