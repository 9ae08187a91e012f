"""Gaps explained in Word comments: what is missing, and whom to ask."""

from __future__ import annotations

from drafter.formats.docx.story import Story
from drafter.formats.docx.xml import DECLARATION, NAMESPACES, paragraph, run
from drafter.model import Gap


def comments_part(story: Story) -> str:
    """Write comments.xml, a comment for each gap that has something to tell."""
    inner = "".join(
        f'<w:comment w:id="{number}" w:author="drafter" w:initials="d">'
        f"{paragraph('CommentText', run(_told(gap)))}</w:comment>"
        for number, gap in story.comments.items()
    )
    return f"{DECLARATION}<w:comments {NAMESPACES}>{inner}</w:comments>"


def _told(gap: Gap) -> str:
    """Say what a gap wants and who knows it."""
    parts = (gap.hint, f"问：{gap.ask}" if gap.ask else "")
    return "　".join(part for part in parts if part)
