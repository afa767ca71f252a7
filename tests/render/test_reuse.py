"""What a document follows from: the parts of the program that make it, and no others."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

from helpers.places import ROOT
from pokin_docs.documents.kind import Maker
from pokin_docs.drawing.makers import DRAWN
from pokin_docs.render import reuse
from pokin_docs.report.preview.page import SHOWN
from pokin_docs.templating.makers import CHECKED, FILLED

PACKAGE = ROOT / "pokin_docs"
# Read by what makes a file, and never a part of its bytes: findings, their texts and places, the plan that is drawn.
NO_BYTES = {
    "model/catalogue.py", "model/findings.py", "model/source.py", "model/rows.py", "documents/kind.py",
    "model/user_cache.py", "model/refusals.py",
    "documents/meanings.py", "documents/plan.py",
    "templating/faults.py", "templating/aids/xray.py", "templating/check/examine.py", "templating/check/linked.py",
}  # fmt: skip
# What a drawing shows is in the SVG, whose digest is an input of its own.
SHOWN_BY_DIGEST = {
    "documents/tree_picture.py", "documents/values.py", "model/cycle.py", "model/levels.py", "model/posts.py",
    "model/programs.py", "model/rows.py", "model/tree.py", "model/workbook_spec.py", "model/printing.py", "model/measured.py",
}  # fmt: skip


@functools.cache
def imports(path: Path) -> frozenset[Path]:
    """Files of ours that a file imports itself."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("pokin_docs."):
            module = PACKAGE.parent / node.module.replace(".", "/")
            names = (module / alias.name for alias in node.names)
            found |= {place.with_suffix(".py") for place in (module, *names) if place.with_suffix(".py").is_file()}
    return frozenset(found)


def files_of(maker: Maker) -> set[Path]:
    places = [PACKAGE / part for part in maker.parts]
    return {path for place in places for path in ((place,) if place.is_file() else place.rglob("*.py"))}


@pytest.mark.parametrize(
    ("maker", "beside"),
    [(FILLED, NO_BYTES), (DRAWN, NO_BYTES | SHOWN_BY_DIGEST), (SHOWN, NO_BYTES), (CHECKED, NO_BYTES)],
    ids=["filled", "drawn", "previewed", "checked"],
)
def test_a_maker_names_all_that_its_files_use(maker: Maker, beside: set[str]) -> None:
    files = files_of(maker)
    assert files
    used = {target for path in files for target in imports(path)} - files
    assert {path.relative_to(PACKAGE).as_posix() for path in used} <= beside


def test_every_library_of_a_maker_is_one_that_is_installed() -> None:
    names = {name for maker in (FILLED, DRAWN, SHOWN, CHECKED) for name in maker.libraries}
    assert names <= reuse._installed().keys()


@pytest.mark.parametrize(
    ("changed", "filled", "drawn"),
    [
        ("model/workbook_spec.py", False, False),  # another synonym of a title
        ("check/wording.py", False, False),
        ("templating/fill/finish.py", True, False),
        ("templating/filters.py", True, False),
        ("drawing/layout/compose.py", False, True),
        ("huruf/LiberationSans-Regular.ttf", False, True),
        ("files/zip_bytes.py", True, True),
    ],
)
def test_a_change_makes_again_what_follows_from_it_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, changed: str, filled: bool, drawn: bool
) -> None:
    import shutil

    before = [reuse.made_by(maker, "1") for maker in (FILLED, DRAWN)]
    copy = tmp_path / "pokin_docs"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(reuse, "_PACKAGE", copy)
    monkeypatch.setattr(reuse, "_sources", vars(reuse._sources)["__wrapped__"])  # not what was read before
    assert [reuse.made_by(maker, "1") for maker in (FILLED, DRAWN)] == before
    for part in (folder for folder in (*copy.rglob("*"), copy) if folder.is_dir()):
        (part / "__pycache__").mkdir()
        (part / "__pycache__" / "kept_by_jinja.cache").write_bytes(b"compiled")
    assert [reuse.made_by(maker, "1") for maker in (FILLED, DRAWN)] == before, "what Python and Jinja keep is no source"
    (copy / changed).write_bytes((copy / changed).read_bytes() + b"\n")
    after = [reuse.made_by(maker, "1") for maker in (FILLED, DRAWN)]
    assert [old != new for old, new in zip(before, after, strict=True)] == [filled, drawn]


@pytest.mark.parametrize(("library", "filled", "drawn"), [("pillow", False, True), ("docxtpl", True, False)])
def test_another_library_makes_again_what_it_makes(
    monkeypatch: pytest.MonkeyPatch, library: str, filled: bool, drawn: bool
) -> None:
    before = [reuse.made_by(maker, "1") for maker in (FILLED, DRAWN)]
    installed = reuse._installed()
    monkeypatch.setattr(reuse, "_installed", lambda: installed | {library: "99"})
    after = [reuse.made_by(maker, "1") for maker in (FILLED, DRAWN)]
    assert [old != new for old, new in zip(before, after, strict=True)] == [filled, drawn]
