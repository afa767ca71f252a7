"""Text typed into a Renstra: what is an edit, whose it is, and at which place it stands."""

from __future__ import annotations

import random
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from pokin_docs.documents.renstra.places import BY_KEY
from pokin_docs.narrative.blocks import read_blocks
from pokin_docs.narrative.kept import VERSION, kept_blocks
from pokin_docs.narrative.printed import PrintedBlock, printed_blocks
from pokin_docs.narrative.source import SourceDocument, open_source
from pokin_docs.narrative.typed import HandText, hand_text
from pokin_docs.narrative.write import package

OURS = "Renstra ini disusun berdasarkan pohon kinerja, yaitu penjabaran hasil ke dalam kondisi antara."
LAW = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah;"
MITRA = "Dalam memberikan pelayanan, dinas bermitra dengan instansi vertikal, perguruan tinggi, dan media."
TYPED = "Rapat kerja penyusunan diadakan lima kali sepanjang bulan Maret."
TABLE = ("No", "Permasalahan pelayanan", "1", "Data belum terpadu antar perangkat daerah")


def p(text: str, style: str = "", extra: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}{extra}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(*cells: str) -> str:
    rows = (
        f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells[at : at + 2])}</w:tr>"
        for at in range(0, len(cells), 2)
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def asked(key: str) -> str:
    return p(BY_KEY[key].asked)


RENSTRA = [
    p("BAB I PENDAHULUAN", "Heading1"),
    p("1.1 Latar Belakang", "Heading2"), p(OURS), asked("latar-belakang"),
    p("1.2 Dasar Hukum Penyusunan", "Heading2"), p("1.\t" + LAW), asked("dasar-hukum"),
    p("1.4 Sistematika Penulisan", "Heading2"), p("Renstra ini terdiri atas lima bab yang saling berkaitan."),
    p("BAB II GAMBARAN PELAYANAN", "Heading1"),
    p("2.1.5 Mitra Perangkat Daerah", "Heading3"), p(MITRA), table(*TABLE), asked("mitra"),
]  # fmt: skip


def source(blocks: list[str]) -> SourceDocument:
    return open_source(Path("Renstra.docx"), package("".join(blocks)))


def built(blocks: list[str], written: frozenset[str] = frozenset()) -> tuple[PrintedBlock, ...]:
    """What the manifest knows of a Renstra, as it is read back from it."""
    lines = (VERSION, *(entry.line() for entry in printed_blocks(read_blocks(source(blocks)), written)))
    kept = kept_blocks(lines)
    assert kept is not None
    return kept


def edited(blocks: list[str], before: list[str] = RENSTRA) -> HandText:
    return hand_text(source(blocks), built(before), frozenset())


def at_places(hand: HandText) -> dict[str, list[str]]:
    return {typed.place: [block.text for block in typed.blocks] for typed in hand.typed}


def with_block(block: str, after: int) -> list[str]:
    return [*RENSTRA[: after + 1], block, *RENSTRA[after + 1 :]]


def changed(number: int, block: str) -> list[str]:
    return [block if at == number else one for at, one in enumerate(RENSTRA)]


@pytest.mark.parametrize(
    "block",
    [
        p(OURS.replace(" ", "\u00a0", 3)),
        p(OURS[:20]).replace("</w:p>", f'<w:r><w:t xml:space="preserve">{OURS[20:]}</w:t></w:r></w:p>'),
        p(OURS, "GayaKami"),
        p(OURS, extra='<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'),
        f"<w:sdt><w:sdtContent>{p(OURS)}</w:sdtContent></w:sdt>",
        p(OURS) + "<w:p/>",
    ],
)  # fmt: skip
def test_a_mere_save_is_no_edit(block: str) -> None:
    assert edited(changed(2, block)) == HandText()


def test_a_hyphen_at_which_no_line_ends_is_the_same_as_one_at_which_some_do_and_none_is_an_edit() -> None:
    def sentence(hyphen: str) -> list[str]:
        text = p(OURS.replace("hasil", "hasil e-KTP"))
        return changed(2, text.replace("e-KTP", f"e{hyphen}KTP"))

    for hyphen in ("-", "\u2011", _WHOLE):
        assert edited(sentence(hyphen), sentence(_WHOLE)) == edited(sentence(_WHOLE), sentence(hyphen)) == HandText()
    assert edited(sentence(""), sentence(_WHOLE)) != HandText()


_WHOLE = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def test_contents_and_numbers_that_a_program_computes_are_no_edit() -> None:
    def contents(page: str) -> str:
        field = f'<w:fldSimple w:instr=" PAGEREF _Toc1 \\h "><w:r><w:t>{page}</w:t></w:r></w:fldSimple>'
        return p("1.1 Latar Belakang").replace("</w:p>", f"<w:r><w:tab/></w:r>{field}</w:p>")

    plain = p("1.1 Latar Belakang").replace("</w:p>", "<w:r><w:tab/><w:t>14</w:t></w:r></w:p>")
    before = [contents("…"), *RENSTRA]
    assert edited([contents("12"), *RENSTRA], before) == HandText()
    assert edited([plain, *RENSTRA], before) == HandText()
    assert edited(changed(5, p("7.\t" + LAW))) == HandText()


@pytest.mark.parametrize(("after", "place", "exact"), [
    (2, "latar-belakang", True), (1, "latar-belakang", True), (5, "dasar-hukum", True), (8, "dasar-hukum", False),
    (11, "mitra", True), (13, "mitra", True), (9, "mitra", False), (0, "latar-belakang", False),
])  # fmt: skip
def test_a_new_paragraph_is_typed_at_the_place_of_its_sub_chapter_or_the_nearest(
    after: int, place: str, exact: bool
) -> None:
    hand = edited(with_block(p(TYPED), after))
    assert (at_places(hand), [one.exact for one in hand.typed], hand.changed) == ({place: [TYPED]}, [exact], ())


def test_a_prompt_typed_over_is_its_place_also_where_headings_are_gone() -> None:
    assert at_places(edited(changed(3, p(TYPED)))) == {"latar-belakang": [TYPED]}
    without = [block for at, block in enumerate(changed(6, p(TYPED))) if at != 4]
    assert at_places(edited(without)) == {"dasar-hukum": [TYPED]}


def test_a_heading_may_be_typed_anew_and_renumbered() -> None:
    for heading in ("1.2 Landasan", "9. DASAR HUKUM PENYUSUNAN", "Aturan yang dipakai"):
        blocks = [*RENSTRA[:4], p(heading, "Heading2"), RENSTRA[5], p(TYPED), *RENSTRA[6:]]
        assert at_places(edited(blocks)) == {"dasar-hukum": [TYPED]}, heading


def test_a_section_copied_twice_is_collected_once() -> None:
    section = [RENSTRA[1], RENSTRA[2], p(TYPED), RENSTRA[3]]
    hand = edited([RENSTRA[0], *section, *section, *RENSTRA[4:]])
    assert (at_places(hand), hand.changed) == ({"latar-belakang": [TYPED]}, ())


def test_a_changed_sentence_or_cell_of_ours_is_not_typed() -> None:
    other = OURS.replace("pohon kinerja", "pohon kinerja daerah")
    cells = table(*TABLE[:3], "Data sudah terpadu antar perangkat daerah")
    assert edited(changed(2, p(other))) == HandText((), (other,))
    assert edited(changed(12, cells)).typed == ()
    assert len(edited(changed(12, cells)).changed) == 1


def test_a_new_table_is_typed_and_so_is_a_sentence_like_one_of_ours_that_still_stands() -> None:
    cells = ("Golongan", "Jumlah pegawai", "III", "24 orang")
    law = "Undang-Undang Nomor 59 Tahun 2024 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah;"
    assert at_places(edited(with_block(table(*cells), 11))) == {"mitra": [" ".join(cells)]}
    assert at_places(edited(with_block(p(law), 5))) == {"dasar-hukum": [law]}


def test_text_of_the_office_that_was_printed_belongs_to_the_new_version_of_its_place() -> None:
    before = changed(3, p(TYPED))
    entries = built(before, frozenset(("".join(TYPED.split()),)))
    more = "Dua konsultasi publik menyusul pada bulan Mei."
    now, kept = [*before[:4], p(more), *before[4:]], frozenset(("".join(TYPED.split()),))
    assert at_places(hand_text(source(now), entries, kept)) == {"latar-belakang": [TYPED, more]}
    assert at_places(hand_text(source(now), entries, frozenset())) == {"latar-belakang": [more]}, (
        "deleted by the office"
    )
    assert hand_text(source(before), entries, frozenset()) == HandText()


def test_a_sentence_of_the_office_with_another_word_is_a_new_version_of_it() -> None:
    before = changed(3, p(TYPED))
    entries = built(before, frozenset(("".join(TYPED.split()),)))
    now = TYPED.replace("lima", "enam")
    hand = hand_text(source(changed(3, p(now))), entries, frozenset(("".join(TYPED.split()),)))
    assert (at_places(hand), hand.changed) == ({"latar-belakang": [now]}, ())


def test_of_two_prompts_that_are_gone_the_one_below_the_heading_above_was_typed_over() -> None:
    blocks = [*RENSTRA[:3], p("1.2 Aturan yang dipakai", "Heading2"), p(TYPED), *RENSTRA[7:]]
    assert at_places(edited(blocks)) == {"dasar-hukum": [TYPED]}


def test_what_is_known_already_is_not_typed_again() -> None:
    known = frozenset(("".join(TYPED.split()),))
    assert hand_text(source(with_block(p(TYPED), 2)), built(RENSTRA), known) == HandText()


def test_paragraphs_kept_in_another_way_are_not_compared() -> None:
    assert kept_blocks(("0", "p x 1 abcd latar-belakang")) is None
    assert kept_blocks(()) is None


def test_no_typed_paragraph_is_lost_in_random_edits() -> None:
    for seed in range(20):
        chance = random.Random(seed)
        blocks, typed = list(RENSTRA), []
        for number in range(chance.randint(1, 4)):
            text = " ".join(chance.choice(("pegawai", "mutu", "layanan", "desa", "aset")) for _ in range(9))
            typed.append(f"{text} {seed} {number}.")
            blocks.insert(chance.randrange(1, len(blocks)), p(typed[-1]))
        for _ in range(chance.randint(0, 2)):
            gone = chance.choice([block for block in blocks if block in RENSTRA])
            blocks.remove(gone)
        if chance.random() < 0.5:
            blocks += [RENSTRA[1], RENSTRA[2]]
        found = [text for texts in at_places(edited(blocks)).values() for text in texts]
        assert sorted(found) == sorted(typed), seed
