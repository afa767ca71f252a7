"""A workbook too large for its documents or its drawing: the rest is made, and all that tells findings tells it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from lxml import html
from openpyxl import load_workbook

from helpers.command_line import here
from helpers.workbooks import BAKU, put, write
from pokin_docs.flow import tree
from pokin_docs.render.filling import fill
from pokin_docs.render.filling.allowance import Limits, OverTime, drawing_seconds, end_after

RENSTRA = "Renstra/Renstra_2025-2029.docx"


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the Renstra takes is more than it may: it is filled under limits, and ended by them."""
    monkeypatch.setattr(fill, "_is_bounded", lambda material, task: task[1].jenis != "renstra")
    monkeypatch.setattr(fill, "Limits", partial(Limits, seconds=0.0, seconds_per_row=0.0))


@pytest.fixture
def no_time_to_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "drawing_seconds", lambda rows: 0.0)


def listed(build: Path) -> str:
    """The list of findings of the correction workbook."""
    sheet = load_workbook(build / "koreksi.xlsx")["Temuan"]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


def test_a_document_that_was_ended_is_told_by_terminal_report_and_correction(tmp_path: Path, hasty: None) -> None:
    write(tmp_path / "b.xlsx")
    done = here("b.xlsx", "--hanya", "pk,renstra,laporan", cwd=tmp_path)
    build = tmp_path / "build" / "b"
    assert done.returncode == 4
    assert f"terlalu besar untuk {RENSTRA}" in done.stderr
    assert f"terlalu besar untuk {RENSTRA}" in listed(build)
    page = html.fromstring((build / "laporan.html").read_bytes())
    assert f"terlalu besar untuk {RENSTRA}" in "".join(map(str, page.itertext()))
    linked = {str(link.get("href")).removeprefix("./") for link in page.iter("a")}
    made = {path.relative_to(build).as_posix() for path in build.rglob("*.docx")}
    assert made
    assert {name for name in linked if name.endswith(".docx")} == made
    assert f"{len(made)} dari {len(made)} dokumen lengkap" in done.stdout
    checked = here("manifes", "--periksa", "build/b", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    again = here("b.xlsx", "--hanya", "pk,renstra,laporan", cwd=tmp_path)
    assert "disunting" not in again.stderr
    assert not (tmp_path / "build" / "b" / "suntingan").exists()


def test_a_tree_that_cannot_be_drawn_is_told_and_left_out(tmp_path: Path, no_time_to_draw: None) -> None:
    write(tmp_path / "b.xlsx")
    done = here("b.xlsx", cwd=tmp_path)
    build = tmp_path / "build" / "b"
    assert done.returncode == 4
    assert "terlalu besar untuk digambar" in done.stderr
    assert "terlalu besar untuk digambar" in listed(build)
    assert "terlalu besar untuk digambar" in (build / "laporan.html").read_text()
    assert (build / RENSTRA).is_file()
    assert not list(build.glob("Pohon-Kinerja*"))


def test_a_drawing_of_an_earlier_build_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "b.xlsx")
    assert here("b.xlsx", "--hanya", "pohon", cwd=tmp_path).returncode == 0
    old = (tmp_path / "build" / "b" / "Pohon-Kinerja.svg").read_bytes()
    monkeypatch.setattr(tree, "drawing_seconds", lambda rows: 0.0)
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!C4", "Indeks Lain"))
    assert here("b.xlsx", "--hanya", "pohon", cwd=tmp_path).returncode == 4
    assert (tmp_path / "build" / "b" / "Pohon-Kinerja.svg").read_bytes() == old


def test_the_command_that_only_draws_tells_it_too(tmp_path: Path, no_time_to_draw: None) -> None:
    write(tmp_path / "b.xlsx")
    done = here("pohon", "b.xlsx", cwd=tmp_path)
    assert done.returncode == 4
    assert "terlalu besar untuk digambar" in done.stderr


def test_the_allowance_of_a_drawing_grows_with_the_tree() -> None:
    assert (drawing_seconds(0), drawing_seconds(5_000)) == (60, 560)
    end_after(60)()
    with pytest.raises(OverTime):
        end_after(0)()
