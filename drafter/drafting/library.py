"""The templates that come with drafter, found by folder name or Chinese name."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from drafter.drafting.shared import Shared, make_shared
from drafter.drafting.template import FILES, SETTINGS, Template, make_template
from drafter.errors import N_, WrongUse


def _home() -> Path:
    """Give the folder of templates: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parent / "templates"


@lru_cache(maxsize=1)
def template_names() -> dict[str, str]:
    """Map each folder's name to its template's Chinese name, in the order of the folders."""
    found: dict[str, str] = {}
    for folder in sorted(_home().iterdir(), key=lambda entry: entry.name):
        settings = folder / SETTINGS
        if settings.is_file():
            found[folder.name] = chinese_name(settings.read_text("utf-8")) or folder.name
    return found


def template_folder(id: str) -> Path:
    """Give the folder of a template that comes with drafter."""
    return _home() / id


def chinese_name(settings: str) -> str:
    """Give a template's name as its settings say it, unread; empty where they do not."""
    for line in settings.split("\n"):
        if line.startswith(("名称:", "名称：")):
            return line[3:].strip()
    return ""


def load_template(name: str) -> Template:
    """Load a template that comes with drafter; raises WrongUse with the nearest name."""
    names = template_names()
    wanted = name.strip()
    id = wanted if wanted in names else next((i for i, n in names.items() if n == wanted), "")
    if not id:
        raise unknown_template(wanted, [*names, *names.values()])
    folder = template_folder(id)
    words = {
        file: (folder / file).read_text("utf-8") for file in FILES if (folder / file).is_file()
    }
    return make_template(id, words, shared())


@lru_cache(maxsize=1)
def shared() -> Shared:
    """Load the questions and macros that templates may take by name."""
    folder = _home() / "shared"
    questions, macros = (folder / name for name in ("questions.yaml", "macros.md.j2"))
    return make_shared(questions.read_text("utf-8"), macros.read_text("utf-8"))


def unknown_template(name: str, known: list[str]) -> WrongUse:
    """Make the error for a name no template has, with the nearest of those known."""
    near = get_close_matches(name, known, n=1, cutoff=0.3)
    near = near or [other for other in known if name and (name in other or other in name)][:1]
    return WrongUse(
        N_("there is no template called {name}"),
        hint=N_("did you mean {near}? drafter templates lists them all")
        if near
        else N_("drafter templates lists them all"),
        name=name,
        near=near[0] if near else "",
    )
