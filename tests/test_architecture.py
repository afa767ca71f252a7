"""The layers, read from the imports themselves: one way, no stage knows another, no leaf knows a sibling."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pokin_docs"
STAGES = ("extract", "transform", "check", "render", "report")
FLOW = (
    "attachments", "cli", "cli_build", "cli_pohon", "cli_templates", "cli_words", "cycle", "template_cycle", "tree_cycle",
    "new_office", "bootstrap", "console", "venv_state", "setup_venv", "__init__",
)  # fmt: skip

# A library belongs to the files that own it; scripts that build the shipped templates stand outside the package.
OWNERS = {
    "openpyxl": {"extract/workbook_file.py", "render/workbook/sheets.py", "render/workbook/behaviour.py"},
    "docxtpl": {"render/word/patch.py", "render/word/finish.py"},
    "jinja2": {
        "render/word/bounded.py",
        "render/word/template.py",
        "render/word/check/reading/__init__.py",
        "render/word/check/names/placeholders/__init__.py",
        "render/word/check/names/placeholders/expressions.py",
        "render/word/check/names/placeholders/mistakes.py",
        "render/word/check/names/placeholders/printing.py",
        "render/word/check/form/branches.py",
        "render/word/__init__.py",
    },
    "docx": {"render/word/logo.py", "render/word/package.py", "render/tree/word.py"},
    "pptx": {"render/tree/pptx/__init__.py"},
    "PIL": {"render/tree/png.py"},
    "click": {"cli.py", "cli_build.py", "cli_pohon.py", "cli_templates.py", "cli_words.py"},
    "babel": {"model/cetak.py", "extract/display.py"},
}


@functools.cache
def modules() -> list[Path]:
    found = sorted(path for path in PACKAGE.rglob("*.py") if "bawaan" not in path.parts)
    assert len(found) > 40
    return found


@functools.cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All there is in a file, parsed once for all tests."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[str]:
    """Full names of what a file imports; those only for type checkers are left out."""
    skipped = {
        id(node)
        for test in nodes(path)
        if isinstance(test, ast.If) and isinstance(test.test, ast.Name) and test.test.id == "TYPE_CHECKING"
        for part in test.body
        for node in ast.walk(part)
    }
    for node in nodes(path):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@functools.cache
def own_imports(path: Path) -> frozenset[str]:
    """Parts of the package that a file imports, as dotted names below ``pokin_docs``."""
    return frozenset(name.removeprefix("pokin_docs.") for name in imports(path) if name.startswith("pokin_docs."))


@functools.cache
def libraries(path: Path) -> frozenset[str]:
    """First words of what a file imports."""
    return frozenset(name.split(".")[0] for name in imports(path))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def exists(name: str) -> bool:
    place = PACKAGE.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def test_every_stage_of_the_design_is_there() -> None:
    for stage in (*STAGES, "model"):
        assert len(list((PACKAGE / stage).glob("*.py"))) >= 4, stage


def test_the_model_imports_nothing_but_the_model() -> None:
    for path in (PACKAGE / "model").glob("*.py"):
        assert {name.split(".")[0] for name in own_imports(path)} <= {"model"}, path.name


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_another_or_the_flow(stage: str) -> None:
    for path in (PACKAGE / stage).rglob("*.py"):
        assert {name.split(".")[0] for name in own_imports(path)} <= {"model", stage}, path


@pytest.mark.parametrize("stage", STAGES)
def test_a_leaf_imports_no_sibling(stage: str) -> None:
    """Only the ``__init__`` of a folder calls what lies in it."""
    leaves = [path for path in (PACKAGE / stage).rglob("*.py") if path.name != "__init__.py"]
    assert leaves
    for path in leaves:
        siblings = {name for name in own_imports(path) if name.split(".")[0] == stage and exists(name)}
        assert siblings == set(), path


def test_cycle_calls_the_stages_in_order() -> None:
    names = [name for name in imports(PACKAGE / "cycle.py") if name.removeprefix("pokin_docs.") in STAGES]
    assert set(names) == {f"pokin_docs.{stage}" for stage in STAGES}


def test_nothing_imports_in_a_circle() -> None:
    """No file is reached again from what it imports, wherever the import stands."""
    names = {dotted(path): path for path in modules()}
    arrows = {
        name: {target for target in own_imports(path) if target in names} - {name} for name, path in names.items()
    }

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(arrows[start])
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += arrows[name]
        return seen

    assert sum(map(len, arrows.values())) > 100
    assert [name for name in names if name and name in reached(name)] == []


def test_no_file_lies_beside_the_stages_but_the_flow() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} == set(FLOW)


@pytest.mark.parametrize("library", OWNERS)
def test_a_library_is_imported_only_by_its_owners(library: str) -> None:
    users = {path.relative_to(PACKAGE).as_posix() for path in modules() if library in libraries(path)}
    assert users
    assert users <= OWNERS[library]


def test_only_the_command_line_prints() -> None:
    for path in modules():
        if path.name in ("cli.py", "bootstrap.py", "setup_venv.py"):
            continue
        calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
        assert "print" not in {call.id for call in calls if isinstance(call, ast.Name)}, path


def test_files_and_functions_stay_small() -> None:
    tables = {"workbook_spec.py", "catalogue.py", "documents.py", "palet.py"}  # data, not code
    for path in modules():
        if path.name not in tables:
            assert path.read_text(encoding="utf-8").count("\n") <= 335, path
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno <= 60, f"{path}:{node.name}"


def test_no_pattern_uses_what_the_first_releases_of_python_3_11_match_wrongly() -> None:
    """Possessive quantifiers and atomic groups came with 3.11 and were mended in 3.11.4; Debian 12 has 3.11.2."""
    patterns = [
        node.value if isinstance(node.value, str) else node.value.decode("latin-1")
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    ]
    assert len(patterns) > 1000
    possessive = re.compile(r"(?<!\\)[\])\w][*+?]\+|\}\+|\(\?>")
    assert [
        pattern for pattern in patterns if possessive.search(pattern) and ("(?" in pattern or "[^" in pattern)
    ] == []
