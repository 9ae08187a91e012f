"""Which kind of document a reading is, by its title and the way it addresses its readers."""

from __future__ import annotations

import re

from drafter.model import Document

# The last of these words in the title names the kind (条例 Art. 9(7): 标题由…文种组成); longer
# names stand before the shorter ones they contain.
_BY_TITLE = (
    ("政府工作报告", "government-report"),
    ("讲话", "speech"),
    ("致辞", "speech"),
    ("欢迎辞", "speech"),
    ("答谢辞", "speech"),
    ("发言", "speech"),
    ("主持词", "speech"),
    ("贺词", "speech"),
    ("调研报告", "research-report"),
    ("述职述廉报告", "duty-report"),
    ("述责述廉报告", "duty-report"),
    ("述职报告", "duty-report"),
    ("经验材料", "experience"),
    ("对照检查材料", "self-examination"),
    ("情况说明", "explanation"),
    ("倡议书", "appeal"),
    ("汇报", "briefing"),
    ("总结", "summary"),
    ("要点", "plan"),
    ("计划", "plan"),
    ("方案", "scheme"),
    ("决议", "resolution"),
    ("决定", "decision"),
    ("公报", "communique"),
    ("公告", "announcement"),
    ("通告", "public-notice"),
    ("意见", "opinion"),
    ("通知", "notice"),
    ("通报", "circular"),
    ("请示", "request"),
    ("批复", "reply"),
    ("议案", "bill"),
    ("纪要", "minutes"),
    ("复函", "letter"),
    ("函", "letter"),
    ("条例", "rules"),
    ("办法", "rules"),
    ("规定", "rules"),
    ("细则", "rules"),
    ("简报", "bulletin"),
    ("报告", "report"),
    ("令", "order"),
)
_TAIL = re.compile("（[^（）]*）$")
"""What a title says of its state, after the kind: 办法（试行）; other brackets are of its words."""
_SPOKEN = ("同志们", "各位代表", "各位领导", "各位来宾", "朋友们", "女士们")


def kind_of(document: Document) -> str:
    """Name the kind; "text" where nothing tells."""
    named = (*reversed(document.subtitle), document.title, *document.masthead)
    for line in (para.text for para in named):
        plain = _TAIL.sub("", "".join(line.split())).rstrip("》”）稿")
        for word, kind in _BY_TITLE:
            if plain.endswith(word):
                return kind
    spoken = any(word in line.text for line in document.salutation for word in _SPOKEN)
    return "speech" if spoken else "text"
