"""What can go wrong, as one tree.

::

    DrafterError                exit code
    ├── WrongUse                2   a name, option or combination that does not exist
    ├── UnusableInput           2   a file or value that cannot be read
    │   ├── OutlineError        2   … an outline that breaks its grammar
    │   ├── BriefError          2   … a brief or an answer
    │   └── TemplateError       2   … a template
    ├── OutputRefused           2   the result cannot or must not be written there
    ├── RenderError             2   LibreOffice, or what paints or reads pages, is missing, failed
    ├── Altered                 3   a result that does not hold all its source held: our own bug
    ├── Incomplete              1   facts are missing and the caller asked for none to be
    └── Several                 the worst of its parts; all of them in one message

Every error says what is wrong, where, and (``hint``) what to do. Messages are English
message ids with named fields, so that the command line can print them in the reader's
language; `str` gives the English text with its place in front.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


def N_(message: str) -> str:
    """Mark a message for the catalogue without translating it here."""
    return message


class Notice(str):
    """A finished English message that can still be said in another language.

    It is the sentence itself; ``message`` is its id in the catalogue, ``values`` fill its fields.
    """

    message: str
    values: dict[str, object]

    def __new__(cls, message: str, **values: object) -> Notice:
        """Fill a message in."""
        notice = super().__new__(cls, message.format(**values) if values else message)
        notice.message, notice.values = message, values
        return notice


class Place(NamedTuple):
    """Where in which source: line and column count from 1, 0 means not known."""

    source: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.source, *numbers] if self.source else numbers)


class DrafterError(Exception):
    """Anything a user can be told about in one message."""

    exit_code = 2

    def __init__(
        self, message: str, *, hint: str = "", place: Place | None = None, **values: object
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place or Place()
        self.values = values

    def __str__(self) -> str:
        text = self.message.format(**self.values) if self.values else self.message
        return f"{self.place}: {text}" if str(self.place) else text

    @property
    def parts(self) -> tuple[DrafterError, ...]:
        """The errors told in one, itself alone where it is not several."""
        return (self,)

    @property
    def notice(self) -> Notice:
        """What is wrong, as a message that can still be said in another language."""
        return Notice(self.message, **self.values)

    def within(self, source: str) -> DrafterError:
        """Name the source this came from, unless it is named already."""
        if not self.place.source:
            self.place = self.place._replace(source=source)
        return self


class WrongUse(DrafterError):
    """The caller asked for something that does not exist or does not go together."""


class UnusableInput(DrafterError):
    """A file or a value that cannot be read."""


class OutlineError(UnusableInput):
    """An outline that breaks its grammar."""


class BriefError(UnusableInput):
    """A brief, or one answer of it, that cannot be used."""


class TemplateError(UnusableInput):
    """A template that cannot be used as it stands."""


class OutputRefused(DrafterError):
    """The result cannot, or must not, be written where it was asked to go."""


class RenderError(DrafterError):
    """A program that shows or reads pages is not installed, cannot be run, or failed."""


class Altered(DrafterError):
    """A file changed in place would not hold all that it held: a fault of our own."""

    exit_code = 3


class Incomplete(DrafterError):
    """Facts are missing, and the caller asked for a complete document or none."""

    exit_code = 1


class Several(DrafterError):
    """Many errors found in one pass, told in one message."""

    def __init__(self, parts: Iterable[DrafterError]) -> None:
        self._parts = tuple(one for part in parts for one in part.parts)
        super().__init__("{count} problems", count=len(self.parts))
        self.exit_code = max((part.exit_code for part in self.parts), default=2)

    @property
    def parts(self) -> tuple[DrafterError, ...]:
        """The errors, none of them several again."""
        return self._parts

    def __str__(self) -> str:
        return "\n".join(str(part) for part in self.parts)

    def within(self, source: str) -> Several:
        """Name the source in every part."""
        for part in self.parts:
            part.within(source)
        return self


def raise_all(problems: list[DrafterError]) -> None:
    """Raise nothing, the one problem, or all of them together."""
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise Several(problems)
