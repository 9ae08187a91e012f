"""drafter templates: what there is to draft from."""

from __future__ import annotations

from typing import Annotated, Any, Optional

import typer

import drafter
from drafter.cli import owntemplates, report
from drafter.cli.collect import read_brief
from drafter.cli.deliver import refuse_terminal
from drafter.cli.files import free_name, write_output
from drafter.cli.help import Command, width
from drafter.cli.language import _
from drafter.cli.options import Force, HouseName, Json
from drafter.cli.packs import Found, all_templates, told_whose
from drafter.cli.userfiles import find_template, load
from drafter.cli.userhouses import wished
from drafter.drafting.questions import Question
from drafter.drafting.template import Template
from drafter.errors import DrafterError, raise_all
from drafter.model import kind_named

app = typer.Typer(
    help=_("List, show, try out, write and check templates."),
    rich_markup_mode=None,
    invoke_without_command=True,
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
    rows = [(found, *_loaded(found)) for found in all_templates()]
    if json:
        report.show_json([_row(found, template) for found, template, _problem in rows])
    else:
        widest = max((width(found.name) for found, *_rest in rows), default=0)
        broad = max((width(found.id) for found, *_rest in rows), default=0)
        for found, template, _problem in rows:
            pads = (" " * (widest - width(found.name)), " " * (broad - width(found.id)))
            told = template.summary if template else _("cannot be used")
            line = f"{found.name}{pads[0]}  {found.id}{pads[1]}  {told}{told_whose(found.whose)}"
            report.show(line.rstrip())
    raise_all([problem for *_rest, problem in rows if problem])


def _loaded(found: Found) -> tuple[Template | None, DrafterError | None]:
    """Load a template; of one that cannot be used, what is wrong with it."""
    try:
        return load(found), None
    except DrafterError as error:
        return None, error.within(str(found.path))


def _row(found: Found, template: Template | None) -> dict[str, Any]:
    told = _summary(template) if template else {"id": found.id, "name": found.name}
    return {**told, "from": found.whose}


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


app.command("new", cls=Command, help=_("Begin a template of your own, or a copy of another."))(
    owntemplates.new
)
app.command("edit", cls=Command, help=_("Open a template in your editor, your own copy of it."))(
    owntemplates.edit
)
app.command("path", cls=Command, help=_("Print where a template is."))(owntemplates.path)
app.command("check", cls=Command, help=_("Look templates over: what is to be mended, and where."))(
    owntemplates.check
)


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
        refuse_terminal(output)
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
