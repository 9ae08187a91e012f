"""A LibreOffice that does nothing: for whatever it is given it gives a PDF, or a Word file."""

from __future__ import annotations

import sys
from pathlib import Path

PDF = b"""%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 144]/Resources<</Font<</F1 5 0 R>>>>>>
endobj
4 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 144]/Resources<<>>>>
endobj
5 0 obj
<</Type/Font/Subtype/TrueType/BaseFont/BAAAAA+UMingCN>>
endobj
6 0 obj
<</Producer<FEFF0041007A0075007200650020003100320033>>>
endobj
trailer
<</Root 1 0 R/Info 6 0 R/Size 7>>
%%EOF
"""
RENDERS = """
import sys
from pathlib import Path
given = sys.argv[sys.argv.index("--outdir") + 1:]
log, pdf = Path(__file__).with_name("runs"), Path(__file__).with_name("pdf")
log.write_text((log.read_text() if log.exists() else "") + " ".join(sys.argv[1:]) + "\\n")
for name in given[1:]:
    Path(given[0], Path(name).stem + ".pdf").write_bytes(pdf.read_bytes())
"""
CONVERTS = """
import sys
from pathlib import Path
given = sys.argv[sys.argv.index("--outdir") + 1:]
here = Path(__file__)
here.with_name("calls").write_text(" ".join(sys.argv[1:]))
here.with_name("given").write_bytes(Path(given[1]).read_bytes())
Path(given[1]).with_suffix(".docx").write_bytes(here.with_name("word").read_bytes())
"""
FAILS = 'print("Warning: no java\\nError: source file could not be loaded")'
FONTS = 'print("AR PL UMing CN\\tUMingCN\\nSimHei,黑体\\tSimHei")'


def program(path: Path, code: str) -> Path:
    """Write a program in Python that can be run as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\n{code}\n", "utf-8")
    path.chmod(0o755)
    return path


def install(folder: Path, monkeypatch, office: str = RENDERS, fonts: str = FONTS) -> Path:
    """Put it, and a fontconfig that knows two fonts, where drafter looks for them."""
    program(folder / "fc-list", fonts)
    (folder / "pdf").write_bytes(PDF)
    monkeypatch.setenv("DRAFTER_SOFFICE", str(program(folder / "soffice", office)))
    monkeypatch.setenv("PATH", str(folder))
    return folder
