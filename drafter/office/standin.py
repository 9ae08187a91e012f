"""Which installed font stands in for a Chinese one that is not here, told to LibreOffice.

Left to itself it takes what fontconfig offers: 楷体 for 黑体 and 仿宋 alike, for digits and signs
a Western font of other widths. A full-width font of the same kind keeps the shape of a page.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping

from drafter.formats.docx.xml import escape

_SONG = (
    *("宋体", "方正书宋_GBK", "华文宋体", "Noto Serif CJK SC", "Source Han Serif SC"),
    *("AR PL UMing CN", "AR PL SungtiL GB"),
)
_HEI = (
    *("黑体", "方正黑体_GBK", "华文黑体", "Noto Sans CJK SC", "Source Han Sans SC"),
    *("WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
)
_KINDS = (
    ("仿宋|fangsong", ("仿宋", "仿宋_GB2312", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋")),
    ("标宋|中宋|zhongsong", ("方正小标宋简体", "方正小标宋_GBK", "华文中宋")),
    (
        "楷|kaiti",
        (
            *("楷体", "楷体_GB2312", "方正楷体_GBK", "方正楷体简体", "华文楷体"),
            *("AR PL UKai CN", "AR PL KaitiM GB"),
        ),
    ),
    ("黑|simhei|yahei", _HEI),
    ("[\u4e00-\u9fff]|simsun", _SONG),
)
"""What the names of a kind of font hold, with the full-width fonts of this kind, best first."""
FILE = "FONTCONFIG_FILE"
"""The variable that names fontconfig's configuration."""


def stand_in(asked: str, has: Callable[[str], bool]) -> str:
    """Give the installed font that is nearest to a Chinese one; "" where there is none.

    ``has`` tells whether a font is installed. Fonts of other scripts are left to the system.
    """
    for shape, alike in _KINDS:
        if re.search(shape, asked, re.IGNORECASE):
            return next(filter(has, (*alike, *_SONG, *_HEI)), "")
    return ""


def fontconfig(stand_ins: Mapping[str, str]) -> str:
    """Write a fontconfig configuration: this machine's, and these fonts for those asked for.

    A name without a folder is looked for where fontconfig was built to keep its own.
    """
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(asked)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(used)}</string></edit>'
        "</match>"
        for asked, used in stand_ins.items()
    )
    system = escape(os.environ.get(FILE) or "fonts.conf")
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f'<fontconfig><include ignore_missing="yes">{system}</include>{rules}</fontconfig>'
    )
