"""The language of the interface: Chinese, unless the locale or DRAFTER_LANG says otherwise."""

from __future__ import annotations

import gettext
import os

DOMAIN = "drafter"


def language() -> str:
    """Name the interface language, "zh" or "en": no locale at all means Chinese."""
    wanted = os.environ.get("DRAFTER_LANG") or next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), ""
    )
    plain = wanted.split(".")[0].lower()
    return "zh" if plain.startswith("zh") or plain in ("", "c", "posix") else "en"


def speak() -> None:
    """Set the catalogue for this process, typer's own words included (it asks at import)."""
    os.environ["LANGUAGE"] = "zh_CN" if language() == "zh" else "en"
    home = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")  # noqa: PTH118, PTH120
    gettext.bindtextdomain(DOMAIN, home)
    gettext.textdomain(DOMAIN)


def _(message: str) -> str:
    """Say a message in the interface language."""
    return gettext.gettext(message) if message else ""  # the empty id is the catalogue's header
