"""What the pages of docs/ hold: their fenced examples and their tables."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def examples(text: str, language: str) -> list[str]:
    """Give the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def rows(text: str, head: str) -> list[list[str]]:
    """Give the rows of every table whose first head begins with a word."""
    found: list[list[str]] = []
    inside = False
    for line in text.split("\n"):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not cells:
            inside = False
        elif not inside:
            inside = True
            wanted = cells[0].split(" ")[0] == head
        elif wanted and set(cells[0]) != {"-"}:
            found.append(cells)
    return found


def column(text: str, head: str, number: int = 0) -> list[str]:
    return [row[number] for row in rows(text, head)]


def names(cell: str) -> list[str]:
    """Give the names a cell lists."""
    return [name for name in cell.split("、") if name]
