"""The flow is what others may call: from any folder, in one process side by side, told by arguments only."""

from __future__ import annotations

import ast
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from helpers.workbooks import BAKU, put, understood, write
from pokin_docs.flow.build import build
from pokin_docs.flow.examine import NotUnderstood, examine
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings

ROOT = Path(__file__).parent.parent.parent


def test_the_lines_of_the_readme_build_a_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## From Python")[2].partition("\n## ")[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    assert len([line for line in code.splitlines() if line]) <= 12
    (tmp_path / "inputs").mkdir()
    shutil.copy(bundled("inputs") / "diskominfo-balangan.xlsx", tmp_path / "inputs")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert "BuildResult" in capsys.readouterr().out
    assert len(list((tmp_path / "build" / "diskominfo-balangan").rglob("*.docx"))) > 30


@pytest.mark.parametrize("path", sorted((ROOT / "pokin_docs" / "flow").glob("*.py")), ids=lambda path: path.stem)
def test_no_call_looks_at_working_directory_console_or_clock(path: Path) -> None:
    names = {
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name | ast.Call)
    }
    forbidden = re.compile(
        r"os\.getcwd|Path\.cwd|Path\(\)|Path\('|sys\.(argv|std)|print\(|click|datetime\.now|date\.today|time\.|os\.environ"
    )
    assert [name for name in names if forbidden.match(name)] == []


def test_two_builds_side_by_side_give_what_each_gives_alone(tmp_path: Path) -> None:
    def made(name: str, folder: str) -> dict[str, bytes]:
        book = tmp_path / f"{name}.xlsx"
        settings = Settings(tmp_path / folder, (bundled("templates"),), hanya=("pk",))
        outcome = build(book, understood(book, settings), settings)
        assert outcome.build is not None, outcome.temuan
        found = outcome.build.folder
        return {path.relative_to(found).as_posix(): path.read_bytes() for path in found.rglob("*.docx")}

    write(tmp_path / "satu.xlsx", BAKU)
    write(tmp_path / "dua.xlsx", BAKU, put("Identitas!B2", "Dinas Lain"))
    alone = [made(name, "sendiri") for name in ("satu", "dua")]
    assert alone[0] != alone[1]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(made, ("satu", "dua"), ("bersama", "bersama"))) == alone


def test_what_is_not_understood_says_so_and_has_no_plan(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"bukan buku kerja")
    found = examine(tmp_path / "x.xlsx", Settings(tmp_path, ()))
    assert isinstance(found, NotUnderstood)
    assert found.temuan
    assert found.waived == ()
    assert found.galat(final=False)
    assert not hasattr(found, "plan")


def test_a_workbook_that_was_examined_without_pictures_is_not_built(tmp_path: Path) -> None:
    book = write(tmp_path / "b.xlsx", BAKU)
    settings = Settings(tmp_path / "build", (bundled("templates"),))
    found = examine(book, settings)
    assert not isinstance(found, NotUnderstood)
    with pytest.raises(ValueError, match="pictures=True"):
        build(book, found, settings)
    assert not (tmp_path / "build").exists()


def test_findings_are_the_same_with_and_without_pictures(tmp_path: Path) -> None:
    settings = Settings(tmp_path, ())
    for book in (write(tmp_path / "b.xlsx", BAKU), bundled("inputs") / "diskominfo-balangan.xlsx"):
        assert examine(book, settings).temuan == examine(book, settings, pictures=True).temuan
