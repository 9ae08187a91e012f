"""Keep the Chinese catalogue: ``python -m tests.catalogue`` after messages were added or changed.

It collects every message of `drafter` (``_`` and ``N_``), keeps what is translated, drops what no
code says any more, and compiles the .mo; the same messages give the same bytes. The translation of
a new message is then written into the .po by hand, and the command run once more. Ids that have
none yet are listed, exit code 1. ``--check`` writes nothing and exits 1 where a file is stale.
"""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import normalize, read_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "drafter/locale/zh_CN/LC_MESSAGES/drafter.po"
MO = PO.with_suffix(".mo")

HEADER = """\
Project-Id-Version: drafter
Language: zh_CN
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
"""

# What our help pages show of typer's own.
TYPER = (
    "Arguments",
    "Options",
    "Commands",
    "[OPTIONS]",
    "COMMAND [ARGS]...",
    "<int range>",
    "default: {default}",
    "required",
    "Show this message and exit.",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
    "Missing command.",
)

# What the system and the libraries below say, as the {problem} of a message of ours; those with
# fields have their shapes in drafter/cli/foreign.py.
BELOW = (
    "No space left on device",
    "Permission denied",
    "Read-only file system",
    "File name too long",
    "Not a directory",
    "Input/output error",
    "Expecting value",
    "Expecting ',' delimiter",
    "Expecting ':' delimiter",
    "Expecting property name enclosed in double quotes",
    "Illegal trailing comma before end of object",
    "Illegal trailing comma before end of array",
    "Extra data",
    "Unterminated string starting at",
    "Invalid control character at",
    "Invalid \\escape",
    "mapping values are not allowed here",
    "found unexpected end of stream",
    "could not find expected ':'",
    "Invalid statement",  # TOML, all down to the date
    "Invalid value",
    "Expected '=' after a key in a key/value pair",
    "Expected ']' at the end of a table declaration",
    "Expected newline or end of document after a statement",
    "Cannot overwrite a value",
    "Unterminated string",
    "Unclosed array",
    "Unclosed inline table",
    "Invalid date or datetime",
    "source file could not be loaded",  # LibreOffice
    # the types of JSON (drafter/formats/native.py)
    "object",
    "list",
    "string",
    "number",
    "true or false",
    "null",
)


def messages() -> list[str]:
    """Every message id, sorted."""
    found = extract_from_dir(
        ROOT / "drafter", [("**.py", "python")], keywords={"_": None, "N_": None}
    )
    said = {message for _file, _line, message, *_rest in found}
    return sorted({*said, *TYPER, *BELOW} - {""})


def translations() -> dict[str, str]:
    """What the .po holds."""
    if not PO.exists():
        return {}
    entries = read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN", abort_invalid=True)
    return {entry.id: entry.string for entry in entries if entry.id}


def po(known: dict[str, str]) -> bytes:
    """Write the source of the catalogue."""
    pairs = {"": HEADER, **{message: known.get(message, "") for message in messages()}}
    entries = [f"msgid {_quoted(id)}\nmsgstr {_quoted(words)}\n" for id, words in pairs.items()]
    return "\n".join(entries).encode()


def _quoted(text: str) -> str:
    return normalize(text, width=100)


def mo(known: dict[str, str]) -> bytes:
    """Compile the catalogue: two tables of lengths and places, then the words (GNU gettext)."""
    pairs = {
        "": HEADER,
        **{message: known[message] for message in messages() if known.get(message)},
    }
    rows = sorted((id.encode(), words.encode()) for id, words in pairs.items())
    table, blob = 28, b""
    start = table + 16 * len(rows)
    places = []
    for words in [id for id, _ in rows] + [words for _, words in rows]:
        places.append(struct.pack("<II", len(words), start + len(blob)))
        blob += words + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), table, table + 8 * len(rows), 0, start)
    return head + b"".join(places) + blob


def main(arguments: list[str]) -> int:
    """Bring the files up to date, or with --check tell whether they are."""
    check = "--check" in arguments
    known = translations()
    files = {PO: po(known), MO: mo(known)}
    stale = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
    if not check:
        PO.parent.mkdir(parents=True, exist_ok=True)
        for path in stale:
            path.write_bytes(files[path])
    missing = [message for message in messages() if not known.get(message)]
    words = "not current" if check else "written"
    lines = [f"{words}: {path.relative_to(ROOT)}\n" for path in stale]
    lines += [f"not translated: {message!r}\n" for message in missing]
    sys.stdout.writelines(lines)
    return 1 if missing or (stale and check) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
