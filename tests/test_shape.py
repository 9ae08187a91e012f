"""The shape of the code itself, read from its syntax: sizes, docstrings, who touches the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = sorted((ROOT / "drafter").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
WORLDLY = ("drafter/cli/", "drafter/office/", "drafter/__main__.py")
LAST_RESORT = "drafter/cli/__init__.py"

Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def found_in(paths: list[Path], what) -> list[str]:
    """Give file:line for every node of which `what` is true."""
    return [
        f"{name_of(path)}:{node.lineno}"
        for path in paths
        for node in ast.walk(tree_of(path))
        if what(node)
    ]


def is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def is_long(node: ast.AST) -> bool:
    return is_function(node) and node.end_lineno - node.lineno + 1 > 50


def public_names(nodes: list[ast.stmt], within: str = "") -> Iterator[tuple[str, Named]]:
    """Give the public classes and functions of a module, methods too, nested functions not."""
    for node in nodes:
        if not isinstance(node, Named) or node.name.startswith("_"):
            continue
        yield within + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from public_names(node.body, f"{within}{node.name}.")


def is_broad(node: ast.AST) -> bool:
    """Tell whether a handler catches everything, alone or in a tuple, and lets nothing go on."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    last = node.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False  # it tidies up and raises again
    kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    broad = ("Exception", "BaseException")
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in broad) for kind in kinds)


def calls(node: ast.AST, *names: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def touches_the_world(node: ast.AST) -> bool:
    if calls(node, "open", "input", "Path"):
        where = node.args[0] if len(node.args) == 1 else None
        return not (isinstance(where, ast.Name) and where.id == "__file__")  # package data
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id == "sys" and node.attr.startswith("std")
    strangers = ("subprocess", "tempfile")
    if isinstance(node, ast.Import):
        return any(alias.name.split(".")[0] in strangers for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        from_sys = node.module == "sys" and any(a.name.startswith("std") for a in node.names)
        return from_sys or (node.module or "").split(".")[0] in strangers
    return False


def test_no_function_is_longer_than_a_screen():
    assert found_in([*PACKAGE, *TESTS], is_long) == []


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_no_module_is_too_long_to_read_at_one_sitting(path):
    assert len(path.read_text("utf-8").splitlines()) <= 350


@pytest.mark.parametrize("path", PACKAGE, ids=name_of)
def test_every_public_module_class_and_function_says_what_it_is(path):
    tree = tree_of(path)
    silent = [name for name, node in public_names(tree.body) if not ast.get_docstring(node)]
    assert ast.get_docstring(tree)
    assert silent == []


def test_nothing_prints_past_the_report():
    assert found_in(PACKAGE, lambda node: calls(node, "print")) == []


def test_only_the_last_resort_catches_everything():
    found = found_in(PACKAGE, is_broad)
    assert {place.rsplit(":", 1)[0] for place in found} == {LAST_RESORT}
    assert len(found) == 1


def test_only_the_command_line_touches_files_streams_and_processes():
    inner = [path for path in PACKAGE if not name_of(path).startswith(WORLDLY)]
    assert found_in(inner, touches_the_world) == []


@pytest.mark.parametrize(
    "source",
    [
        "open('a')",
        "input()",
        "Path('a')",
        "Path(name)",
        "x = sys.stdin",
        "sys.stderr.write('a')",
        "from sys import stdout",
        "import subprocess",
        "import os, tempfile",
        "from subprocess import run",
    ],
)
def test_the_search_for_the_world_finds_each_way_to_touch_it(source):
    assert any(touches_the_world(node) for node in ast.walk(ast.parse(source)))


def test_reading_what_the_package_itself_brings_is_no_touch():
    tree = ast.parse("Path(__file__).parent\nfound.open('a')\nsys.modules")
    assert not any(touches_the_world(node) for node in ast.walk(tree))


def test_the_search_for_broad_handlers_knows_them_in_every_dress():
    sources = ("except:", "except Exception:", "except (ValueError, BaseException) as e:")
    trees = [ast.parse(f"try:\n  a\n{source}\n  b") for source in sources]
    assert all(any(is_broad(node) for node in ast.walk(tree)) for tree in trees)
    narrow = ast.parse("try:\n  a\nexcept (ValueError, OSError):\n  b")
    tidying = ast.parse("try:\n  a\nexcept BaseException:\n  b\n  raise")
    assert not any(is_broad(node) for tree in (narrow, tidying) for node in ast.walk(tree))
