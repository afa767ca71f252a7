"""The logo named in a cell: whatever stands there is told at the cell, its weight is named, its dots are looked at."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from helpers.workbooks import BAKU, put, write
from pokin_docs.flow.build import build
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.templating.fill.logo import LogoRefused, read


def chosen(folder: Path) -> Settings:
    """The PKs alone, which show the logo."""
    return Settings(folder / "hasil", (bundled("templates"),), hanya=("pk",))


def examined(path: Path, name: str) -> Understood:
    """A workbook that names this logo, examined."""
    write(path, BAKU, put("Identitas!A9", "Logo"), put("Identitas!B9", name))
    found = examine(path, chosen(path.parent), pictures=True)
    assert isinstance(found, Understood)
    return found


def picture(mode: str, size: tuple[int, int], kind: str = "PNG") -> bytes:
    """A picture file of one colour."""
    file = io.BytesIO()
    Image.new(mode, size).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("name", ["x" * 256, "x" * 3_000, "../../x", "/", "/dev/null", "CON", "a\nb", "folder", "a:b"])
def test_whatever_a_logo_is_called_is_told_at_its_cell(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    found = examined(tmp_path / "b.xlsx", name)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "T07"] == ["Identitas!B9"]
    made = build(tmp_path / "b.xlsx", found, chosen(tmp_path))
    assert made.build is not None


@pytest.mark.parametrize(("size", "told"), [(1_000_000, False), (1_000_001, True)])
def test_a_heavy_logo_is_named_with_what_it_makes_of_all_documents(tmp_path: Path, size: int, told: bool) -> None:
    (tmp_path / "logo.png").write_bytes(b"x" * size)
    found = examined(tmp_path / "b.xlsx", "logo.png")
    details = [dict(entry.details) for entry in found.temuan if entry.kode == "D20"]
    assert bool(details) is told
    assert all(entry["jumlah"] == str(len(found.plan.dokumen)) for entry in details)


@pytest.mark.parametrize(("height", "kept"), [(1_040, True), (1_041, False)])
def test_a_logo_far_larger_than_it_is_printed_is_scaled_down(tmp_path: Path, height: int, kept: bool) -> None:
    (tmp_path / "logo.png").write_bytes(picture("RGB", (2 * height, height)))
    first, second = (read(tmp_path / "logo.png") for _ in range(2))
    assert (first.data == (tmp_path / "logo.png").read_bytes()) is kept
    assert first == second
    with Image.open(io.BytesIO(first.data)) as shown:
        assert shown.size == ((2 * height, height) if kept else (1_040, 520))


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_a_photograph_of_any_colours_is_scaled_down(tmp_path: Path, mode: str) -> None:
    (tmp_path / "logo.jpg").write_bytes(picture(mode, (10, 2_000), "JPEG"))
    assert read(tmp_path / "logo.jpg").content_type == "image/png"


def test_a_picture_that_is_cut_or_endless_is_refused(tmp_path: Path) -> None:
    whole = picture("RGB", (300, 300), "JPEG")
    (tmp_path / "logo.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LogoRefused, match="terpotong"):
        read(tmp_path / "logo.jpg")
    (tmp_path / "logo.png").write_bytes(picture("1", (60_000, 1_001)))
    with pytest.raises(LogoRefused, match="juta titik"):
        read(tmp_path / "logo.png")
