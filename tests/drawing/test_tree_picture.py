"""The painted picture of a page: the same as its SVG in a browser, whatever letters and colours the page has."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from helpers.trees import conditions, drawn, tree
from pokin_docs.drawing.draw import as_png, as_svg
from pokin_docs.drawing.page import BoxKind, Drawing, DrawnBox, DrawnPage, Paper, TextLine

BLANK = DrawnPage(1, 100.0, 60.0, 8.0, "judul", "ringkas", (), (), (), ())


@pytest.fixture(scope="module")
def page() -> DrawnPage:
    """A page with dashed boxes and lines, ancestors, a strip and a legend."""
    return drawn(tree(24, 1), conditions(5, 24), Paper.A4).page[1]


def picture(page: DrawnPage, dpi: int = 150) -> Image.Image:
    (data,) = as_png(Drawing("x", (page,)), dpi)
    return Image.open(io.BytesIO(data)).convert("RGB")


def box(
    x: float, fill: str = "#FFFFFF", line: str = "#16325C", texts: tuple[TextLine, ...] = (), **more: Any
) -> DrawnBox:
    return DrawnBox(BoxKind.KINERJA, x, 10, 30, 20, fill, line, 0.9, "#000000", 8, (), texts, 1, **more)


def inked(shown: Image.Image, left: float, top: float, right: float, bottom: float) -> int:
    """How many dots of a part in mm (at 254 dpi) are not white."""
    part = shown.crop(tuple(round(edge * 10) for edge in (left, top, right, bottom)))  # type: ignore[arg-type]
    red, green, blue = ImageChops.invert(part).split()
    return sum(ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()[1:])


def test_it_looks_like_the_svg_in_a_browser(chromium: Any, page: DrawnPage, tmp_path: Path) -> None:
    """Compared with its letters smoothed away: those of the browser are placed and edged otherwise by parts of a dot."""
    size = (round(page.width / 25.4 * 96), round(page.height / 25.4 * 96))
    (svg,) = as_svg(Drawing("x", (page,)))
    (tmp_path / "pohon.html").write_text(f'<body style="margin:0">{svg}', encoding="utf-8")
    window = chromium.new_page(viewport={"width": size[0], "height": size[1]}, device_scale_factor=2)
    window.goto((tmp_path / "pohon.html").as_uri())
    theirs = Image.open(io.BytesIO(window.screenshot())).convert("RGB").resize(size)
    window.close()
    apart = ImageChops.difference(theirs.reduce(4), picture(page, 288).resize(size).reduce(4))
    assert max(ImageStat.Stat(apart).mean) < 2.5
    assert max(high for _, high in ImageStat.Stat(apart).extrema) < 110  # one line of text less makes it 148


@pytest.mark.parametrize("letters", ["Ag", "é", "Ž", "😀", "漢", "ا", "e\u0301", "ﬁ", "\u00a0x", "\u200bx"])
def test_every_letter_prints_something(letters: str) -> None:
    shown = picture(replace(BLANK, texts=(TextLine(50, 30, letters, 20, align="tengah"),)), 254)
    assert inked(shown, 40, 20, 60, 40) > 100
    assert inked(shown, 0, 0, 40, 60) == inked(shown, 60, 0, 100, 60) == 0


def test_a_text_begins_ends_and_turns_where_it_should() -> None:
    texts = (
        TextLine(50, 10, "HHH", 12, align="kiri"),
        TextLine(50, 20, "HHH", 12, align="kanan"),
        TextLine(50, 30, "HHH", 12, align="tengah"),
        TextLine(50, 50, "HHH", 12, rotation=True),
    )
    shown = picture(replace(BLANK, texts=texts), 254)
    wide = 3 * 0.722 * 12 * 25.4 / 72  # H is 722/1000 em wide in Liberation Sans, as in Arial
    assert inked(shown, 0, 5, 50, 11) == inked(shown, 50.1, 15, 100, 21) == 0
    assert inked(shown, 50, 5, 50 + wide, 11) == inked(shown, 50 - wide, 15, 50, 21) > 0
    assert inked(shown, 50, 25, 60, 31) == pytest.approx(inked(shown, 40, 25, 50, 31), rel=0.1)
    assert inked(shown, 50.1, 40, 60, 60) == inked(shown, 40, 50.1, 50, 60) == 0
    assert inked(shown, 45, 50 - wide, 50, 50) == pytest.approx(inked(shown, 50, 5, 50 + wide, 11), rel=0.1)


def test_a_dashed_line_has_gaps_and_a_full_one_has_none() -> None:
    shown = picture(replace(BLANK, box=(box(10), box(60, dashed=True))), 254)
    full, dashed = ([shown.getpixel((x, 100)) for x in range(at * 10 + 20, at * 10 + 280)] for at in (10, 60))
    assert set(full) == {(0x16, 0x32, 0x5C)}
    assert 0.5 < dashed.count((0x16, 0x32, 0x5C)) / len(dashed) < 0.7  # 1.6 of 2.7 mm


def test_round_corners_are_smooth() -> None:
    shown = picture(replace(BLANK, box=(box(10, "#16325C"),)), 254)
    corner = shown.crop((95, 95, 110, 110)).getcolors()
    assert corner is not None
    assert len(corner) > 4  # white, blue and what lies between
    assert shown.getpixel((96, 96)) == (255, 255, 255)


def test_more_colours_than_a_palette_holds_only_make_edges_coarser() -> None:
    """Other levels and inks than ours: each box has its own fill, line and ink."""
    boxes = tuple(
        box(2 + n * 0.5, f"#{n:02X}80FF", f"#{n:02X}0000", (TextLine(3 + n, 20, "Ag", 8, colour=f"#00{n:02X}00"),))
        for n in range(60)
    )
    shown = picture(replace(BLANK, box=boxes), 254)
    assert shown.getpixel((20 + 5 * 59 + 150, 290)) == (59, 0x80, 0xFF)


def test_the_same_page_gives_the_same_bytes(page: DrawnPage) -> None:
    from pokin_docs.drawing import png

    make = getattr(png.as_png, "__wrapped__", png.as_png)  # without the memory of conftest.py
    assert make(page, 100) == make(page, 100)
