"""Messages of the libraries and of the model below, which know nothing of languages.

They come as finished English sentences. One without fields is an id of the catalogue as it is
(those of libraries are listed in tests/catalogue.py); one with fields is known by its shape.
"""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

from drafter.cli.language import _, language
from drafter.errors import N_

_TYPER = (
    N_("No such command '{name}'."),
    N_("Got unexpected extra argument(s) ({args})"),
    N_("Option '{name}' requires an argument."),
    N_("Option '{name}' does not take a value."),
    N_("'{value}' is not a valid int."),
    N_("'{value}' is not a valid int range."),
    N_("{value} is not in the range {range}."),
)
_JINJA = (
    N_("'{name}' is undefined"),
    N_("unexpected '{found}'"),
    N_("expected token '{wanted}', got '{found}'"),
    N_("No filter named '{name}'."),
    N_("No test named '{name}'."),
    N_("Encountered unknown tag '{name}'."),
    N_("Unexpected end of template."),
)
_YAML = (
    N_("expected the node content, but found '{found}'"),
    N_("expected ',' or '{wanted}', but got '{found}'"),
    N_("expected <block end>, but found '{found}'"),
    N_("found character '{found}' that cannot start any token"),
    N_("found undefined alias '{name}'"),
)
_TOML = (
    N_("Illegal character {char}"),
    N_("Cannot declare {key} twice"),
    N_("Duplicate inline table key {key}"),
)
_WORD = (
    N_("not well-formed (invalid token): line {line}, column {column}"),
    N_("mismatched tag: line {line}, column {column}"),
    N_("no element found: line {line}, column {column}"),
    N_("Bad CRC-32 for file '{name}'"),
)
MODEL = (
    N_("a character no document can carry in {text}"),
    N_("a gap's words must stand on one line: {text}"),
    N_("a gap needs a name, without space around it: {name}"),
    N_("no kind of document is called {name}"),
    N_("{key} has one line only"),
    N_("no series of points begins with {label}"),
    N_("not the ordinal of a point: {label}"),
    N_("{label} begins another series"),
    N_("a heading has level 1 to {most}, not {level}"),
    N_("no heading ends with {stop}"),
    N_("not the number of a heading: {label}"),
    N_("a heading of level {level} belongs elsewhere"),
    N_("a picture needs a file name: {name}"),
    N_("a picture of {size} mm"),
    N_("no Chinese ordinal is written for {number}"),
    N_("an attachment holds no attachments of its own"),
    N_("text after a section belongs to it, or to the closing"),
    N_("a table needs a row, and no more heads than rows"),
    N_("the cells of a table must fill its grid"),
    N_("a cell must stay inside its table"),
    N_("the cells of a table must fill its grid without overlap"),
    N_("merged cells must make a rectangle"),
)


def foreign(message: str) -> str:
    """Say a finished English message in the interface language, as far as it is known."""
    said = _(message)
    if said != message or language() == "en":
        return said
    for shape in (*_TYPER, *_JINJA, *_YAML, *_TOML, *_WORD, *MODEL):
        if found := _pattern(shape).match(message):
            return _(shape).format(**found.groupdict())
    return message


@cache
def _pattern(shape: str) -> re.Pattern[str]:
    """Make the pattern of a shape; what a library adds behind it (Did you mean …) is let go."""
    pattern = ""
    for text, name, *_rest in Formatter().parse(shape):
        pattern += re.escape(text) + (f"(?P<{name}>.*?)" if name else "")
    return re.compile(pattern + ("$" if shape.endswith("}") else ""), re.DOTALL)
