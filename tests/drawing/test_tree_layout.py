"""The drawn tree: every page keeps its geometry, whatever the tree."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpers.places import ROOT
from helpers.trees import (
    LEVELS,
    OF_NODES,
    all_nodes,
    check_drawing,
    conditions,
    drawn,
    roots_of,
    sentence,
    tree,
)
from helpers.workbooks import BAKU, drop, put, write
from pokin_docs.drawing import contents
from pokin_docs.drawing.draw import draw
from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout import arrange, search
from pokin_docs.drawing.layout.arrange import Measure
from pokin_docs.drawing.layout.arrangement import Arrangement, LayoutTrial, PlacedBox
from pokin_docs.drawing.page import (
    KOMPONEN_COLOURS,
    BoxKind,
    BoxParagraph,
    CrossCondition,
    Drawing,
    DrawingOptions,
    Paper,
    ParagraphKind,
    TreeNode,
    TreePage,
)
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.settings import Settings

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"


def examined(path: Path) -> Examination:
    return examine(path, Settings(path.parent, ()))


@pytest.fixture(scope="module")
def example() -> Examination:
    return examined(EXAMPLE)


def draw_example(example: Examination, **choice: object) -> Drawing:
    assert isinstance(example, Understood)
    return draw(example.plan, example.buku, DrawingOptions(**choice))  # type: ignore[arg-type]


def node(number: int, level: int, text: str, *children: TreeNode) -> TreeNode:
    return TreeNode(number, LEVELS[level], BoxKind.KINERJA, (BoxParagraph(text, ParagraphKind.KINERJA),), children)


def test_the_example_stands_on_one_a3_at_seven_and_a_half_points(example: Examination) -> None:
    assert isinstance(example, Understood)
    gambar = draw_example(example)
    (page,) = gambar.page
    assert page.font_size >= 7.5
    assert (page.width, page.height) == (420, 297)
    choice = DrawingOptions()
    check_drawing(gambar, contents.trees(example.plan, choice), contents.crosscutting(example.buku, example.plan))
    said = {box.number: " ".join(part.text for part in box.paragraphs) for box in page.box if box.kind in OF_NODES[:1]}
    for kinerja in example.plan.pohon.kinerja:
        for text in (kinerja.text.clean, *(i.text.clean for i in kinerja.indikator), *kinerja.kode):
            assert text in said[kinerja.number]
        for post in kinerja.pemilik:
            assert example.plan.pejabat[post].full_jabatan in said[kinerja.number]


@pytest.mark.parametrize("kertas", list(Paper))
@pytest.mark.parametrize("tegak", [False, True])
def test_the_example_keeps_its_geometry_on_every_paper(example: Examination, kertas: Paper, tegak: bool) -> None:
    assert isinstance(example, Understood)
    choice = DrawingOptions(kertas, tegak, target=True)
    gambar = draw_example(example, paper=kertas, upright=tegak, target=True)
    check_drawing(gambar, contents.trees(example.plan, choice), contents.crosscutting(example.buku, example.plan))
    for page in gambar.page:
        assert page.font_size >= 7
        if kertas is not Paper.POSTER:
            short, long = kertas.value
            assert (page.width, page.height) == ((short, long) if tegak else (long, short))
    if kertas is Paper.POSTER:
        assert [page.font_size for page in gambar.page] == [7.5]
        (page,) = gambar.page
        assert (page.height > page.width) is tegak
        assert max(page.width, page.height) < 2 * min(page.width, page.height)


@pytest.mark.parametrize("count", [1, 2, 3, 8, 20, 43, 80])
@pytest.mark.parametrize("seed", [0])
def test_any_tree_keeps_its_geometry(count: int, seed: int) -> None:
    akar, lintas = tree(count, seed), conditions(min(count, 6), count, seed)
    check_drawing(drawn(akar, lintas), akar, lintas)


@pytest.mark.parametrize(
    ("kertas", "tegak"), [(Paper.A4, False), (Paper.A4, True), (Paper.POSTER, False), (Paper.POSTER, True)]
)
def test_small_paper_and_a_poster_keep_their_geometry(kertas: Paper, tegak: bool) -> None:
    akar, lintas = tree(60, 7), conditions(5, 60, 7)
    check_drawing(drawn(akar, lintas, kertas, tegak), akar, lintas)


def test_three_hundred_kinerja_are_drawn_without_trying_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arrangements are tried page by page: each kinerja is put in its place some 200 times, however many there are."""
    akar, lintas = tree(300, 4, most=120), conditions(10, 300)
    placed: list[int] = []
    real = arrange.arrange

    def counted(lembar: TreePage, layout: LayoutTrial, measure: Measure) -> Arrangement:
        made = real(lembar, layout, measure)
        placed.append(len(made.box))
        return made

    monkeypatch.setattr(arrange, "arrange", counted)
    gambar = drawn(akar, lintas)
    assert 0 < sum(placed) < 400 * 300
    check_drawing(gambar, akar, lintas)
    assert min(page.font_size for page in gambar.page) >= 7


def test_twenty_children_of_one_kinerja_and_twenty_childless_ones() -> None:
    dice = random.Random(3)
    leaves = [node(n, 4, sentence(dice, 5, 120)) for n in range(4, 24)]
    akar = (node(0, 0, "Tujuan", node(1, 1, "Sasaran", node(2, 2, "Program", node(3, 3, "Kegiatan", *leaves)))),)
    check_drawing(drawn(akar), akar)
    wide = (node(0, 0, "Tujuan", *(node(n, 1, sentence(dice, 5, 120)) for n in range(1, 21))),)
    gambar = drawn(wide)
    check_drawing(gambar, wide)
    assert len(gambar.page) == 1


def test_a_skipped_level_stays_empty_and_siblings_keep_their_order() -> None:
    akar = (
        node(0, 0, "Tujuan",
             node(1, 1, "Sasaran satu", node(2, 3, "Kegiatan tanpa program", node(3, 4, "Sub"))),
             node(4, 1, "Sasaran dua", node(5, 2, "Program", node(6, 3, "Kegiatan", node(7, 4, "Sub"))))),
    )  # fmt: skip
    gambar = drawn(akar)
    check_drawing(gambar, akar)
    boxes = {box.number: box for box in gambar.page[0].box if box.kind is BoxKind.KINERJA}
    assert boxes[2].y == boxes[6].y > boxes[5].bottom
    assert boxes[1].x < boxes[4].x
    assert boxes[3].y == boxes[7].y


def test_a_word_wider_than_any_box_is_broken_but_whole() -> None:
    akar = (node(0, 0, "x" * 240, node(1, 1, "Peningkatan/" * 20), node(2, 1, "singkat")),)
    check_drawing(drawn(akar), akar)
    check_drawing(drawn(akar, (), Paper.A4), akar)


def test_a_tree_too_large_for_the_paper_has_an_overview_and_a_page_for_each_branch() -> None:
    akar = tree(100, 0)
    gambar = drawn(akar, (), Paper.A4)
    check_drawing(gambar, akar)
    assert len(gambar.page) > 3
    assert any(box.kind is BoxKind.CONTINUED for box in gambar.page[0].box)
    parents = {child.number: parent for parent in all_nodes(akar) for child in parent.children}
    for page in gambar.page[1:]:
        assert len(roots_of(page)) == 1
        number = next(page.box[n].number for n in roots_of(page))
        chain = [box.number for box in page.box if box.kind is BoxKind.ANCESTOR]
        above: list[int] = []
        while number in parents:
            above.insert(0, parents[number].number)
            number = parents[number].number
        assert chain == above
        assert any(text.text == f"Halaman {page.number} dari {len(gambar.page)}" for text in page.texts)


def test_trees_without_a_common_top_stand_beside_each_other() -> None:
    akar = tuple(node(n, 1, f"Sasaran {n}") for n in range(1, 5))
    lintas = (
        CrossCondition((BoxParagraph("Badan Contoh", ParagraphKind.PARTNER),), 2),
        CrossCondition((BoxParagraph("Dinas Lain", ParagraphKind.PARTNER),), None),
    )
    check_drawing(drawn(akar, lintas), akar, lintas)


def test_many_conditions_about_one_another_find_their_way() -> None:
    akar = tree(30, 5, most=80)
    lintas = conditions(20, 30, 9)
    check_drawing(drawn(akar, lintas), akar, lintas)
    check_drawing(drawn(akar, lintas, Paper.POSTER), akar, lintas)


@pytest.mark.parametrize("seed", range(7))
def test_lines_keep_apart_in_any_tree(seed: int) -> None:
    """Few and many kinerja, skipped levels, twenty children of one, and up to a dozen conditions about any of them."""
    dice = random.Random(seed)
    count = (1, 2, 3, 6, 12, 25, 40)[seed]
    most, skip = dice.choice((30, 90, 240)), dice.choice((0.0, 0.1, 0.3))
    akar = tree(count, seed + 50, 20 if count == 40 else None, most, skip)
    lintas = conditions(dice.choice((2, 4, 12)), count, seed)
    check_drawing(drawn(akar, lintas, dice.choice((Paper.A3, Paper.A4, Paper.POSTER))), akar, lintas)


def test_a_box_is_not_far_larger_than_its_text() -> None:
    """Boxes of a level are equally high; one with little text is narrow instead of empty."""
    high = node(1, 1, "Sasaran " * 20, node(2, 2, "Program", *(node(n, 3, "Kegiatan " * 6) for n in (3, 4, 5))))
    wide = node(
        6, 1, "Sasaran yang singkat saja", *(node(n, 2, "Program", node(n + 20, 3, "Kegiatan")) for n in (7, 8, 9))
    )
    more = tuple(node(n, 1, "Sasaran " * 20) for n in range(11, 20))
    (page,) = drawn((node(0, 0, "Tujuan", high, wide, *more),)).page
    boxes = {box.number: box for box in page.box if box.kind is BoxKind.KINERJA}
    assert boxes[6].height == pytest.approx(boxes[1].height, abs=0.01)
    assert boxes[6].width < (boxes[9].right - boxes[7].x) / 2
    assert boxes[6].middle == pytest.approx((boxes[7].middle + boxes[9].middle) / 2, abs=0.01)


def arranged(akar: tuple[TreeNode, ...], tata: LayoutTrial) -> dict[int, PlacedBox]:
    """Boxes by their number, each a line of text for every ten letters high."""
    made = arrange.arrange(TreePage(akar), tata, lambda isi, wide: ((), len(isi[0].text) / 10))
    return {box.node.number: box for box in made.box}


def test_boxes_beside_stacks_of_the_lowest_level_keep_their_height() -> None:
    """Without stacks all boxes of the lowest level are as high as the highest."""
    long, short = (node(n, 2, "Kegiatan " * times) for n, times in ((4, 9), (5, 1)))
    stacked = node(1, 1, "Sasaran", *(node(n, 2, "Kegiatan") for n in (6, 7, 8)))
    sides = node(2, 1, "Sasaran", long), node(3, 1, "Sasaran", short)
    boxes = arranged((node(0, 0, "Tujuan", stacked, *sides),), LayoutTrial(8, 3))
    assert boxes[6].vine is not None
    assert boxes[5].height < boxes[4].height
    boxes = arranged((node(0, 0, "Tujuan", *sides),), LayoutTrial(8, 3))
    assert boxes[5].height == boxes[4].height


def test_stacks_of_the_lowest_level_and_of_the_others_are_as_high_as_each_may_be() -> None:
    leaves = tuple(node(n, 1, "Sasaran") for n in range(10, 16))
    deep = node(1, 1, "Sasaran", *(node(n, 2, "Kegiatan") for n in range(20, 26)))
    for tumpuk, tengah in ((3, 1), (1, 3), (2, 6)):
        boxes = arranged((node(0, 0, "Tujuan", *leaves, deep),), LayoutTrial(8, tumpuk, tengah))
        below = [Counter(boxes[n].x for n in numbers) for numbers in (range(20, 26), range(10, 16))]
        assert [max(columns.values()) for columns in below] == [tumpuk, tengah]


def test_nothing_to_draw_has_no_page() -> None:
    assert drawn(()).page == ()


def test_the_same_tree_is_drawn_the_same() -> None:
    assert drawn(tree(40, 2), conditions(4, 40)) == drawn(tree(40, 2), conditions(4, 40))


def test_levels_are_told_apart_without_colour() -> None:
    """Luminance of the fills rises from Tujuan down, by a step that a grey copy shows; ink has contrast 4.5 on each."""
    shades = [_luminance(KOMPONEN_COLOURS[komponen][0]) for komponen in KomponenPerencanaan]
    assert all(b - a > 0.07 for a, b in itertools.pairwise(shades)), shades
    for fill, ink, _ in KOMPONEN_COLOURS.values():
        light, dark = sorted((_luminance(fill), _luminance(ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_widths_are_those_of_the_font() -> None:
    regular, bold = read_font(False), read_font(True)
    assert regular.width("W") == pytest.approx(1933 / 2048)  # advance width of the glyph in Liberation Sans 2.1.5
    assert regular.width("i") == pytest.approx(455 / 2048)
    assert bold.width("W") == pytest.approx(1933 / 2048)
    assert bold.width("i") == pytest.approx(569 / 2048)
    assert regular.width("aé—•") > regular.width("ae")


def test_lines_are_never_wider_than_asked_and_lose_nothing() -> None:
    dice = random.Random(1)
    for _ in range(300):
        text, wide = sentence(dice), dice.uniform(3, 30)
        font = read_font(dice.random() < 0.5)
        lines = font.break_lines(text, wide)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(font.width(line) <= wide + 1e-6 for line in lines)


def test_a_missing_indicator_is_a_mark_and_a_partner_is_named(tmp_path: Path) -> None:
    lintas = """
## Lintas Perangkat Daerah
| Kinerja | PD Pengampu | PD Pendukung | Peran | Status |
| Meningkatnya mutu layanan data | Dinas Contoh | Badan Contoh | Menyediakan data | Disetujui |
| Terpenuhinya standar data | Dinas Contoh | | Membina | Menunggu |
"""
    path = write(tmp_path / "b.xlsx", BAKU + lintas, put("Tahap 5!C4", None))
    page = draw_example(examined(path), target=True).page[0]
    texts = {box.number: [part.text for part in box.paragraphs] for box in page.box if box.kind is BoxKind.KINERJA}
    marked = [part for box in page.box for part in box.paragraphs if part.is_mark]
    assert texts[2][1] == "[indikator belum diisi: Tahap 5!C4]"
    assert texts[3][1] == "Persentase data standar — target 60 %"
    assert texts[3][2] == "2.20.02.2.01\u00a0· PK Sub Koordinator/JF\u00a0· Sub Koordinator Data"
    beside = {box.number: [part.text for part in box.paragraphs] for box in page.box if box.kind is BoxKind.LINTAS}
    assert beside[2] == ["Badan Contoh: Menyediakan data"]
    assert len(marked) == 2
    assert beside[3][0].startswith("[PD pendukung belum diisi")
    assert sum(line.dashed for line in page.lines) == 2


def test_a_workbook_with_tahap_5_alone_is_drawn(tmp_path: Path) -> None:
    sheets = ("Identitas", "Tahap 2", "Tahap 3", "Tahap 4", "Pejabat", "Program")
    path = write(tmp_path / "b.xlsx", BAKU, *(drop(sheet) for sheet in sheets))
    gambar = draw_example(examined(path))
    assert sum(box.kind is BoxKind.KINERJA for box in gambar.page[0].box) == 5


def test_own_row_of_a_condition_stands_beside_the_topmost_kinerja(example: Examination) -> None:
    (page,) = draw_example(example).page
    line = next(line for line in page.lines if line.dashed and page.box[line.end].number == 0)
    condition = page.box[line.start]
    assert condition.paragraphs[0].text == "Terpenuhinya Data Statistik Sektoral oleh SKPD"
    assert [part.text.partition(":")[0] for part in condition.paragraphs[2:]] == [
        "Seluruh perangkat daerah selaku produsen data", "Badan Pusat Statistik Kabupaten Balangan"
    ]  # fmt: skip
    assert replace(condition, dashed=True) == condition


def test_a_picture_for_a_document_fills_its_room_and_has_no_title(example: Examination) -> None:
    assert isinstance(example, Understood)
    gambar = draw_example(example, picture_area=(247, 140))
    choice = DrawingOptions()
    akar, lintas = contents.trees(example.plan, choice), contents.crosscutting(example.buku, example.plan)
    check_drawing(gambar, akar, lintas, tepi=0, sebutan="bagian")
    assert len(gambar.page) > 1
    for page in gambar.page:
        assert (page.width, page.height) == (247, 140)
        assert page.font_size >= 7
        assert not any("POHON KINERJA" in text.text or text.text.startswith("Halaman") for text in page.texts)


@pytest.mark.parametrize(("count", "seed", "first"), [(45, 3, 12), (60, 5, 20), (50, 1, None)])
def test_what_is_ruled_out_without_a_search_would_not_have_been_chosen(
    count: int, seed: int, first: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots, beside = tree(count, seed, first), conditions(4, count)
    ruled_out: list[bool] = []
    has_hope = search._Search._has_hope

    def noted(*arguments: Any) -> bool:
        ruled_out.append(not has_hope(*arguments))
        return not ruled_out[-1]

    monkeypatch.setattr(search._Search, "_has_hope", noted)
    quick = drawn(roots, beside)
    assert any(ruled_out)
    monkeypatch.setattr(search._Search, "_has_hope", lambda *arguments: True)
    assert drawn(roots, beside) == quick
