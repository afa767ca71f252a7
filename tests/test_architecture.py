"""The house rules, read from the code itself: one way downwards, no circle, faces without logic, small rooms."""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from helpers.places import ROOT

PACKAGE = ROOT / "pokin_docs"

# From above downwards: a package imports what stands below it; those on one step do not see each other.
ORDER = (
    {"setup", "__main__"},
    {"cli"},
    {"flow"},
    {"report", "render"},
    {"consistency", "drawing", "narrative", "pdf", "templating", "workbook", "check", "transform"},
    {"documents", "extract", "files"},
    {"model"},
    {"__init__"},
)
DATA_FOLDERS = {"kata", "bahasa", "huruf", "bawaan"}

# Data, not code: these may be longer than others.
TABLES = {"model/catalogue.py", "model/catalogue_plurals.py", "model/levels.py", "model/workbook_spec.py"}

# A library belongs to the files and folders that own it; scripts that build the shipped templates stand outside the package.
OWNERS = {
    "PIL": {"drawing/font.py", "drawing/palette.py", "drawing/png.py", "templating/fill/logo_pixels.py"},
    "babel": {"extract/display.py", "model/printing.py"},
    "click": {"cli/"},
    "defusedxml": {
        "extract/bare_package.py",
        "extract/sources/open_document.py",
        "extract/sources/word_looks.py",
        "extract/sources/word_tables.py",
    },
    "docx": {
        "files/blank_document.py",
        "templating/aids/palette.py",
        "templating/fill/logo.py",
    },
    "docxtpl": {"templating/fill/finish.py", "templating/fill/patch.py"},
    "jinja2": {"report/html/shell.py", "templating/"},
    "lxml": {"extract/sipd/streamed.py", "files/contents/", "narrative/", "report/preview/", "templating/"},
    "markupsafe": {
        "report/html/shell.py",
        "report/preview/",
        "templating/fill/language.py",
        "templating/fill/logo.py",
    },
    "pypdf": {"pdf/"},
    "pypdfium2": {"pdf/"},
    "word2pdf": {"pdf/fallback.py"},
    "openpyxl": {"extract/workbook_file.py", "workbook/"},
    "Sastrawi": {"check/lexicon.py"},
    "pyhanko": {"pdf/signatures.py"},
    "pyhanko_certvalidator": {"pdf/signatures.py"},
    "segno": {"documents/qr_picture.py"},
    "rapidfuzz": {
        "check/alike.py",
        "check/branches.py",
        "check/stage_pairs.py",
        "model/texts.py",
        "templating/check/names/",
    },
    "xlrd": {"extract/sipd/streamed.py", "extract/sources/old_workbook.py"},
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
    """Full names of what a file imports, wherever in it, those only for type checkers too."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@functools.cache
def own_imports(path: Path) -> frozenset[str]:
    """Modules of the package that a file imports, as dotted names below ``pokin_docs``."""
    found = (name.removeprefix("pokin_docs.") for name in imports(path) if name.startswith("pokin_docs."))
    return frozenset(name for name in found if name in names())


@functools.cache
def names_of_modules(path: Path) -> frozenset[str]:
    """The names by which a file calls modules of the package."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            below = {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            below = {alias.asname: alias.name for alias in node.names if alias.asname}
        else:
            continue
        found.update(name for name, module in below.items() if module.removeprefix("pokin_docs.") in names())
    return frozenset(found)


@functools.cache
def names() -> dict[str, Path]:
    """Every module by its dotted name below ``pokin_docs``; a package by that of its folder."""
    found = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path for path in modules()
    }
    return {name: path for name, path in found.items() if name != "__init__"}


@functools.cache
def libraries(path: Path) -> frozenset[str]:
    """First words of what a file imports."""
    return frozenset(name.split(".")[0] for name in imports(path))


def package_of(path: Path) -> str:
    """The first folder below ``pokin_docs``, or the file itself where it lies in none."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_folder_and_file_has_its_place_in_the_order() -> None:
    placed = {name for step in ORDER for name in step}
    assert sum(map(len, ORDER)) == len(placed)
    there = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.name != "__pycache__"}
    assert there - DATA_FOLDERS == placed


def test_imports_go_downwards_only() -> None:
    step = {name: number for number, names in enumerate(ORDER) for name in names}
    upwards = [
        f"{path.relative_to(PACKAGE)} imports {target}"
        for path in modules()
        for target in own_imports(path)
        if (own := package_of(path)) != (other := target.split(".")[0]) and step[own] >= step[other]
    ]
    assert upwards == []


def test_nothing_imports_in_a_circle() -> None:
    """No file is reached again from what it imports, wherever the import stands."""
    arrows = {name: set(own_imports(path)) - {name} for name, path in names().items()}

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
    assert [name for name in names() if name and name in reached(name)] == []


def test_a_face_holds_no_logic() -> None:
    """An ``__init__`` has a docstring and the names it hands on."""
    for path in modules():
        if path.name == "__init__.py":
            assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
            assert path.read_text(encoding="utf-8").count("\n") <= 25, path
            logic = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.If, ast.For, ast.Call)
            assert not any(isinstance(node, logic) for node in nodes(path)), path


def test_a_library_is_imported_only_by_its_owners() -> None:
    users: dict[str, set[str]] = {}
    for path in modules():
        for library in libraries(path) - set(sys.stdlib_module_names) - {"pokin_docs"}:
            place = path.relative_to(PACKAGE).as_posix()
            owner = next(
                (entry for entry in OWNERS.get(library, ()) if entry.endswith("/") and place.startswith(entry)), place
            )
            users.setdefault(library, set()).add(owner)
    assert users == OWNERS


def test_only_the_command_line_prints() -> None:
    for path in modules():
        if package_of(path) in ("cli", "setup"):
            continue
        calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
        assert "print" not in {call.id for call in calls if isinstance(call, ast.Name)}, path


def test_a_module_is_only_asked_for_what_is_in_it() -> None:
    """It is no argument and no value: who calls what would then stand nowhere."""
    handed_on = []
    for path in modules():
        asked = {id(node.value) for node in nodes(path) if isinstance(node, ast.Attribute)}
        handed_on += [
            f"{path.relative_to(PACKAGE)}:{node.lineno} {node.id}"
            for node in nodes(path)
            if isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Load)
            and id(node) not in asked
            and node.id in names_of_modules(path)
        ]
    assert sum(len(names_of_modules(path)) for path in modules()) > 100
    assert handed_on == []


def test_no_protocol_restates_a_class() -> None:
    """Who needs a part of a class of ours takes the class, a callable or plain arguments."""
    assert [path for path in modules() if re.search(r"\bProtocol\b", path.read_text(encoding="utf-8"))] == []


def test_folders_are_at_most_three_deep() -> None:
    assert [path for path in modules() if len(path.relative_to(PACKAGE).parents) - 1 > 3] == []


def test_files_and_functions_stay_small() -> None:
    """Only what is declared as a table of data is longer, and only what needs it is declared."""
    long = {
        path.relative_to(PACKAGE).as_posix() for path in modules() if path.read_text(encoding="utf-8").count("\n") > 300
    }
    assert long == TABLES
    for path in modules():
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
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


_KNOWN_KINDS = {
    "pk": {"report/html/material.py", "report/html/people.py"},
    "renstra": {"check/services.py", "flow/collect.py", "flow/narrative.py", "narrative/"},
}
"""Kinds that others know: whose papers officials promise by, and the one that has the office's own text."""


def test_a_kind_of_document_is_known_in_its_folder_and_in_the_list_of_kinds_alone() -> None:
    kinds = {path.parent.name for path in (PACKAGE / "documents").glob("*/kind.py")}
    assert {"pk", "renstra"} < kinds
    found = []
    for path in modules():
        place = path.relative_to(PACKAGE).as_posix()
        for kind in re.findall(r"pokin_docs\.documents\.(\w+)\.", path.read_text(encoding="utf-8")):
            own = place.startswith(("documents/", *_KNOWN_KINDS.get(kind, ())))
            found += [(place, kind)] if kind in kinds and not own else []
    assert found == []
