"""The command reference is what the program says of itself."""

import pytest

from tests.reference import COMMANDS, PAGES, RULES, page, rule_pages


@pytest.mark.parametrize("language", PAGES)
def test_the_command_reference_is_current(language):
    assert PAGES[language].read_text("utf-8") == page(language)


def test_every_command_has_a_section():
    from drafter.cli.app import app, templates

    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    names |= {f"templates {command.name}" for command in templates.registered_commands}
    assert names <= set(COMMANDS)


def test_the_manual_of_rules_is_current():
    assert RULES.read_text("utf-8") == rule_pages()
