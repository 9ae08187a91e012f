"""Where a drafted document comes from, for those who want it kept in the file."""

from __future__ import annotations

from drafter.drafting.brief import write_brief
from drafter.drafting.template import Template
from drafter.formats.loose import Entry

TEMPLATE, VERSION = "drafter-template", "drafter-template-version"
"""The properties of a file that name the template it was made from, and its version."""


def provenance(template: Template, brief: Entry) -> tuple[tuple[str, str], ...]:
    """Name template, its version and the brief's digest (SHA-256 of it as drafter writes it)."""
    import hashlib

    from drafter import __version__

    words = write_brief(template.questions, brief)
    return (
        ("drafter", __version__),
        (TEMPLATE, template.id),
        (VERSION, template.version),
        ("drafter-brief-sha256", hashlib.sha256(words.encode()).hexdigest()),
    )
