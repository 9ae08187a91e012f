"""The command reference, made from the program's own help.

python -m tests.reference            writes docs/commands.md, docs/commands.zh-CN.md and the
                                     manual of the check's rules, docs/rules.md
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
    "check",
    "finish",
    "explain",
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


RULES = DOCS / "rules.md"
_GROUPS = {
    "structure": "结构与序号",
    "titles": "标题",
    "punctuation": "标点",
    "numerals": "数字与单位",
    "dates": "日期",
    "numbers": "发文字号",
    "names": "名称与简称",
    "political": "规范表述",
    "genre": "文种",
    "residue": "残留",
    "consistency": "前后一致",
    "arithmetic": "计算",
    "typos": "错别字",
    "tone": "语气",
    "readability": "可读性",
    "layout": "版式",
}


def rule_pages() -> str:
    """Make the manual of the check's rules (校核规则), as drafter explain shows it."""
    from drafter.checks.manual import GROUPS, rules
    from drafter.cli.explain import page as shown

    parts = [
        "# 校核规则\n\n由规则手册生成，请勿手工修改；`drafter explain 规则` 显示同样的内容。\n"
    ]
    for group in GROUPS:
        parts.append(f"## {_GROUPS[group]}\n")
        for rule in (rule for rule in rules().values() if rule.group == group):
            head, *lines = shown(rule)
            parts.append(f"### {head}\n\n```text\n" + "\n".join(lines) + "\n```\n")
    return "\n".join(parts)


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
    RULES.write_text(rule_pages(), "utf-8")
