"""drafter templates: what there is to draft from."""

from __future__ import annotations

import sys
from typing import Annotated, Any, Optional

import typer

import drafter
from drafter.cli import report
from drafter.cli.collect import read_brief
from drafter.cli.files import free_name, write_output
from drafter.cli.help import Command, width
from drafter.cli.language import _
from drafter.cli.options import Force, HouseName, Json
from drafter.cli.userfiles import find_template
from drafter.cli.userhouses import wished
from drafter.drafting.questions import Question
from drafter.drafting.template import Template
from drafter.errors import N_, WrongUse
from drafter.model import kind_named

app = typer.Typer(
    help=_("List, show and try out templates."), rich_markup_mode=None, invoke_without_command=True
)

Name = Annotated[
    str, typer.Argument(metavar=_("NAME"), help=_("A template's name, Chinese or English."))
]


@app.callback()
def _default(context: typer.Context) -> None:
    """List the templates where no command is named."""
    if context.invoked_subcommand is None:
        list_()


@app.command("list", cls=Command, help=_("List the templates."))
def list_(json: Json = False) -> None:
    """List the templates."""
    found = [drafter.load_template(id) for id in drafter.template_names()]
    if json:
        report.show_json([_summary(template) for template in found])
        return
    widest = max((width(template.name) for template in found), default=0)
    for template in found:
        pad = " " * (widest - width(template.name))
        report.show(f"{template.name}{pad}  {template.id:<20}  {template.summary}")


@app.command(
    "show",
    cls=Command,
    help=_("Show what a template asks; --json gives the JSON Schema of its brief."),
)
def show(name: Name, json: Json = False) -> None:
    """Show what a template asks."""
    template = find_template(name)
    if json:
        schema = drafter.brief_schema(template.questions)
        report.show_json({**_summary(template), "brief": schema})
        return
    kind = kind_named(template.kind)
    report.show(f"{template.name}（{template.id}，{kind.name if kind else ''}）")
    if template.summary:
        report.show(template.summary)
    part = ""
    for question in template.questions:
        if question.part and question.part != part:
            part = question.part
            report.show(f"\n【{part}】")
        _question(question, "")


@app.command(
    "example", cls=Command, help=_("Print a template's example brief, to copy and change.")
)
def example(name: Name) -> None:
    """Print a template's example brief."""
    report.show(find_template(name).example)


@app.command(
    "form", cls=Command, help=_("Write a template's questions as a Word form to fill in by hand.")
)
def form(
    name: Name,
    output: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation
        typer.Option("-o", "--output", metavar=_("FILE"), help=_("A .docx file; - is stdout.")),
    ] = None,
    brief: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "-b", "--brief", metavar=_("FILE"), help=_("What is known already stands in the form.")
        ),
    ] = None,
    house: HouseName = "",
    force: Force = False,
) -> None:
    """Write a template's questions as a Word form."""
    from drafter.drafting.form import form as form_of
    from drafter.drafting.form import form_title

    template = find_template(name)
    look = drafter.house_of(drafter.Document(), wished(house or "plain"))
    data = form_of(template, look, read_brief(brief))
    if output == "-":
        if sys.stdout.isatty():
            raise WrongUse(
                N_("a Word file cannot be shown on a terminal"), hint=N_("name a file with -o")
            )
        report.send(data)
        return
    where = output or free_name(f"{form_title(template)}.docx")
    inputs = (brief,) if brief else ()
    path = write_output(where, data, force=force, inputs=inputs)
    if output is None:
        report.show(str(path))
    else:
        report.talk(_("written: {path}").format(path=path))


def _summary(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "name": template.name,
        "kind": template.kind,
        "version": template.version,
        "summary": template.summary,
    }


def _question(question: Question, indent: str) -> None:
    marks = [question.type.value]
    marks += [_("required")] if question.required else []
    marks += ["／".join(question.choices)] if question.choices else []
    marks += [_("default: {value}").format(value=question.default)] if question.default else []
    report.show(f"{indent}{question.name}（{'，'.join(marks)}）{question.ask}")
    if question.help:
        report.show(f"{indent}    {question.help}")
    if question.example:
        report.show(f"{indent}    " + _("for example: {example}").format(example=question.example))
    for field in question.fields:
        _question(field, indent + "  - ")
