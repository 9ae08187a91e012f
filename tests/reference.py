"""The command reference, made from the program's own help.

python -m tests.reference            writes docs/commands.md and docs/commands.zh-CN.md
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {"en": DOCS / "commands.md", "zh": DOCS / "commands.zh-CN.md"}
HEADS = {
    "en": "# Commands\n\nMade from the program's own help; do not edit.\n",
    "zh": "# 命令参考\n\n由程序自身的帮助生成，请勿手工修改。\n",
}
COMMANDS = (
    "",
    "draft",
    "brief",
    "outline",
    "convert",
    "preview",
    "format",
    "headings",
    "templates",
    "templates list",
    "templates show",
    "templates example",
    "templates form",
    "templates new",
    "templates edit",
    "templates path",
    "templates check",
    "house",
    "house list",
    "house show",
    "house check",
    "unit",
    "unit show",
    "unit use",
    "unit new",
    "unit none",
    "doctor",
)


def page(language: str) -> str:
    """Make the page of one language."""
    parts = [HEADS[language]]
    for command in COMMANDS:
        name = f"drafter {command}".strip()
        parts.append(f"## {name}\n\n```text\n{_help(command, language)}```\n")
    return "\n".join(parts)


def _help(command: str, language: str) -> str:
    environment = os.environ | {"DRAFTER_LANG": language, "COLUMNS": "100"}
    call = [sys.executable, "-m", "drafter", *command.split(), "--help"]
    found = subprocess.run(call, check=True, capture_output=True, env=environment, encoding="utf-8")
    return found.stdout


if __name__ == "__main__":
    for language, path in PAGES.items():
        path.write_text(page(language), "utf-8")
