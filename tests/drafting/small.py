"""Templates small enough to stand in a test."""

import drafter
from drafter.formats import outline


def template(questions: str = "", text: str = "甲\n", *, kind: str = "讲话"):
    """Make a template of the questions' YAML (a list, not indented) and an outline."""
    asked = f"问题:\n{questions}" if questions else ""
    files = {"template.yaml": f"名称: 小模板\n文种: {kind}\n{asked}", "outline.md.j2": text}
    return drafter.make_template("small", files)


def drafted(questions: str, text: str, brief: str = "") -> str:
    """Give the first paragraph of the body a template and a brief make, as shown on the page."""
    return drafter.draft(template(questions, text), brief).document.body[0].text


def written(made, brief="") -> str:
    """Give the outline a template and a brief make."""
    return outline.write(drafter.draft(made, brief).document)


def gap_names(made, brief="") -> list[str]:
    return [gap.name for gap in drafter.draft(made, brief).gaps]
