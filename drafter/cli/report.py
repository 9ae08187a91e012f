"""What the command line prints: the product to stdout, all talk to stderr."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any

from drafter.cli.foreign import foreign
from drafter.cli.language import _
from drafter.errors import DrafterError, Notice

if TYPE_CHECKING:
    import typer

_SPOKEN = frozenset({"why", "problem", "kind", "found", "what"})  # values that are messages


def prepare_streams() -> None:
    """Make sure that no console, GBK ones included, fails on a character it has not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def talk(message: str) -> None:
    """Say something to the person, if there is one."""
    if sys.stderr.isatty():
        sys.stderr.write(message + "\n")


def show(text: str) -> None:
    """Print words of the product."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def show_json(data: Any, *, lines: bool = False) -> None:
    """Print data, one object, readable, or on one line where others follow."""
    import json

    show(json.dumps(data, ensure_ascii=False, indent=None if lines else 2))


def flush() -> None:
    """Let what was printed reach its reader now."""
    sys.stdout.flush()


def send(data: bytes) -> None:
    """Send the product's bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def error(problem: DrafterError) -> None:
    """Print what is wrong, where, and what to do: one line each, hints below."""
    hints: dict[str, None] = {}
    for part in problem.parts:
        where = f"{part.place}: " if str(part.place) else ""
        sys.stderr.write(where + _("error: ") + said(part.message, part.values) + "\n")
        if part.hint:
            hints.setdefault(said(part.hint, part.values))
    for hint in hints:
        sys.stderr.write("  " + hint + "\n")


def warn(problem: DrafterError) -> None:
    """Say to the person what may be wrong, though it stops nothing."""
    hint = f" {said(problem.hint, problem.values)}" if problem.hint else ""
    words = said(problem.message, problem.values)
    talk(f"{problem.place}: " + _("warning: ") + words + hint)


def notice(warning: str) -> str:
    """Say a warning in the interface language."""
    if isinstance(warning, Notice):
        return said(warning.message, warning.values)
    return _(warning)


def said(message: str, values: dict[str, object]) -> str:
    """Say a message in the interface language; of its values, only those that are messages."""
    return _(message).format(**{name: _value(name, value) for name, value in values.items()})


def _value(name: str, value: object) -> object:
    if isinstance(value, Notice):
        return notice(value)
    return foreign(str(value)) if name in _SPOKEN else value


def wrong_use(problem: typer.TyperException) -> None:
    """Print what typer found wrong with the call; no call at all gets the help."""
    if type(problem).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(problem.message + "\n")
        return
    sys.stderr.write(_("error: ") + _usage_message(problem) + "\n")
    context = getattr(problem, "ctx", None)
    if context is not None:
        line = _("{command} --help tells how it is used").format(command=context.command_path)
        sys.stderr.write("  " + line + "\n")


def _usage_message(problem: Any) -> str:
    """Say it in our words where we have some; the classes are told by name, they are private."""
    name = type(problem).__name__
    param = getattr(problem, "param", None)
    if name == "NoSuchOption":
        near = "、".join(problem.possibilities or ())
        text = _("there is no option {name}").format(name=problem.option_name)
        return text + (_("; did you mean {near}?").format(near=near) if near else "")
    if name == "MissingParameter" and param is not None:
        return _("{name} is missing").format(name=_name(param))
    if name == "BadParameter" and param is not None:
        told = _("the value of {name} does not fit: {problem}")
        return told.format(name=_name(param), problem=foreign(problem.message))
    return foreign(problem.format_message())


def _name(param: Any) -> str:
    is_option = param.param_type_name == "option"
    return str(param.opts[-1] if is_option else param.human_readable_name)


def close_quietly() -> None:
    """Leave stdout alone after its reader went away."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def out_of_memory() -> None:
    """Say that the machine's memory did not suffice."""
    sys.stderr.write(_("error: ") + _("there is not enough memory for a file of this size") + "\n")


def bug(problem: Exception) -> None:
    """Say that this is our fault, and what to send us; DRAFTER_DEBUG=1 shows the traceback."""
    import traceback

    if os.environ.get("DRAFTER_DEBUG"):
        traceback.print_exception(problem)
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"  # noqa: PTH119
    kind = type(problem).__name__
    sys.stderr.write(
        _("error: ")
        + _("a fault of drafter itself ({kind} at {where}): {problem}").format(
            kind=kind, where=where, problem=problem
        )
        + "\n  "
        + _("nothing was written; please report it, DRAFTER_DEBUG=1 shows more")
        + "\n"
    )
