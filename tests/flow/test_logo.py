"""The logo named in a cell: whatever stands there is told at the cell, its weight is named, its dots are looked at."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from helpers.pictures import png
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
    """A picture file, black but for one dot."""
    file = io.BytesIO()
    made = Image.new(mode, size)
    made.paste(Image.new(mode, (1, 1), "white"), (0, 0))
    made.save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("name", ["x" * 256, "x" * 3_000, "../../x", "/", "/dev/null", "CON", "a\nb", "folder", "a:b"])
def test_whatever_a_logo_is_called_is_told_at_its_cell(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    found = examined(tmp_path / "b.xlsx", name)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "T07"] == ["Identitas!B9"]
    made = build(tmp_path / "b.xlsx", found, chosen(tmp_path))
    assert made.build is not None


@pytest.mark.parametrize(("size", "told"), [(1_000_000, False), (1_000_001, True)])
def test_a_heavy_logo_is_named_with_what_it_makes_of_all_documents_that_print_it(
    tmp_path: Path, size: int, told: bool
) -> None:
    (tmp_path / "logo.png").write_bytes(png().ljust(size, b"x"))
    found = examined(tmp_path / "b.xlsx", "logo.png")
    details = [dict(entry.details) for entry in found.temuan if entry.kode == "D20"]
    assert bool(details) is told
    with_logo = [document for document in found.plan.dokumen if document.jenis in ("pk", "renstra", "bukti")]
    assert {document.jenis for document in with_logo} == {"pk", "renstra", "bukti"}
    assert all(entry["jumlah"] == str(len(with_logo)) for entry in details)


def test_of_a_heavy_logo_only_the_documents_count_whose_template_prints_it(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png().ljust(2_000_000, b"x"))
    templates = tmp_path / "templat"
    templates.mkdir()
    doc = Document()
    doc.add_paragraph("{{ pihak_pertama.nama }} tanpa gambar; logo tidak dipakai")
    doc.save(str(templates / "pk.docx"))
    write(tmp_path / "b.xlsx", BAKU, put("Identitas!A9", "Logo"), put("Identitas!B9", "logo.png"))
    found = examine(tmp_path / "b.xlsx", Settings(tmp_path / "build", (templates, bundled("templates"))))
    assert isinstance(found, Understood)
    (told,) = [dict(entry.details)["jumlah"] for entry in found.temuan if entry.kode == "D20"]
    assert int(told) == sum(document.jenis in ("renstra", "bukti") for document in found.plan.dokumen) > 1


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


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"bukan gambar", "bukan gambar"), (picture("RGB", (300, 300), "JPEG")[:900], "terpotong"),
     (picture("RGB", (9, 9), "WEBP"), "bukan gambar")],
)  # fmt: skip
def test_a_broken_logo_is_told_at_its_cell_once_and_kops_are_without(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    found = examined(tmp_path / "b.xlsx", "logo.png")
    told = [entry for entry in found.temuan if entry.kode == "T07"]
    assert [(str(entry.tempat), said in dict(entry.details)["sebab"]) for entry in told] == [("Identitas!B9", True)]
    made = build(tmp_path / "b.xlsx", found, chosen(tmp_path))
    assert made.build is not None
    assert "T07" not in [entry.kode for entry in made.temuan]


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as a file."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize("image", [Image.new("RGB", (9, 9), "white"), Image.new("RGBA", (9, 9), (1, 2, 3, 0))])
def test_a_picture_on_which_nothing_is_seen_is_refused(tmp_path: Path, image: Image.Image) -> None:
    (tmp_path / "logo.png").write_bytes(saved(image, "PNG"))
    with pytest.raises(LogoRefused, match="kosong"):
        read(tmp_path / "logo.png")


@pytest.mark.parametrize(("turn", "size"), [(1, (20, 10)), (6, (10, 20))])
def test_a_photograph_of_a_phone_stands_upright(tmp_path: Path, turn: int, size: tuple[int, int]) -> None:
    image = Image.open(io.BytesIO(picture("RGB", (20, 10))))
    image.getexif()[0x0112] = turn
    (tmp_path / "logo.jpg").write_bytes(saved(image, "JPEG", exif=image.getexif()))
    logo = read(tmp_path / "logo.jpg")
    with Image.open(io.BytesIO(logo.data)) as shown:
        assert (shown.size, shown.getexif().get(0x0112, 1)) == (size, 1)
    assert round(logo.width / logo.height, 2) == size[0] / size[1]


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_of_a_picture_that_moves_the_first_one_is_printed(tmp_path: Path, kind: str) -> None:
    frames = [Image.open(io.BytesIO(picture("RGB", (8, 8)))).rotate(90 * number) for number in range(3)]
    (tmp_path / "logo.gif").write_bytes(saved(frames[0], kind, save_all=True, append_images=frames[1:]))
    logo = read(tmp_path / "logo.gif")
    with Image.open(io.BytesIO(logo.data)) as shown:
        assert (logo.content_type, getattr(shown, "n_frames", 1)) == ("image/png", 1)
        assert shown.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
