"""A Word file held against its pages: what pages repeat and fields reckon is no difference, every value is."""

from __future__ import annotations

from pokin_docs.pdf.compare import word_changes
from pokin_docs.pdf.differences import Difference
from pokin_docs.pdf.word_text import WordText


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def reckoned(cached: str = "…") -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    return f"{marks['begin']}{marks['separate']}{run(cached)}{marks['end']}"


def line(*pieces: str) -> str:
    return f"<w:p>{''.join(pieces)}</w:p>"


def row(*cells: str, head: bool = False) -> str:
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{''.join(line(run(one)) for one in cells)}</w:tr>"


FOOT = line(run("IKU Dinas Contoh, halaman "), reckoned(), run(" dari "), reckoned())
HEAD = row("Indikator", "Target/Satuan", head=True) + row("(1)", "(2)", head=True)
BODY = (
    line(run("DAFTAR ISI")) + line(run("Pendahuluan"), "<w:tab/>", reckoned())
    + line(run("Tabel 3."), reckoned("1"), run(" Sasaran")) + HEAD + row("Indeks", "75") + row("Nilai", "80")
    + line(run("NIP. 197003121994031901"))
)  # fmt: skip


def told(*pages: str, around: tuple[str, ...] = (FOOT,)) -> list[str]:
    known = WordText(BODY, around)
    found = word_changes(known.of_pages(pages), known.words)
    return [one.told(since=True) for one in found if (one.was and one.now) or not known.are_titles(one.was + one.now)]


FIRST = "DAFTAR ISI\nPendahuluan ........... iii\nTabel 3.1 Sasaran\nIndikator Target/Satuan\n(1) (2)\nIndeks {}\n"
LAST = "Indikator Target/\nSatuan (1) (2) Nilai {} NIP. 197003121994031901"


def foot(number: int) -> str:
    return f"\nIKU Dinas Contoh, halaman {number} dari 17"


def test_feet_page_numbers_captions_leaders_and_repeated_titles_are_no_difference() -> None:
    assert told(FIRST.format(75) + foot(1), LAST.format(80) + foot(2)) == []


def test_a_number_that_ends_a_page_is_its_number_only_where_its_foot_has_one() -> None:
    alone = (line(reckoned()),)
    assert told(FIRST.format(75) + "ii", LAST.format(80), around=alone) == []
    assert told(FIRST.format(75), LAST.format(80), around=()) == []
    assert told(FIRST.format(75), LAST.format(80) + "\n9", around=()) == [
        "sesudah «80 NIP. 197003121994031901»: di berkas ini «9», sekarang tidak ada"
    ]


def test_every_value_that_differs_is_told_as_it_is_here_and_now() -> None:
    assert told(FIRST.format(74) + foot(1), LAST.format(81) + foot(2)) == [
        "sesudah «(1) (2) Indeks»: di berkas ini «74», sekarang «75»",
        "sesudah «Indeks 75 Nilai»: di berkas ini «81», sekarang «80»",
    ]
    swapped = " ".join(told(FIRST.format(80) + foot(1), LAST.format(75) + foot(2)))
    assert "di berkas ini «80" in swapped


def test_text_read_out_elsewhere_is_no_difference_but_text_that_is_gone_is() -> None:
    words = ["a", "Penanggung", "Jawab", "b", "c"]
    assert word_changes(["a", "b", "Penanggung", "Jawab", "c"], words) == ()
    assert word_changes(["a", "b", "c"], words) == (Difference("sesudah «a»", "Penanggung Jawab", ""),)
    assert len(word_changes(["a", "8", "7"], ["a", "7", "8"])) == 2


def test_a_long_text_is_told_from_shortly_before_what_differs() -> None:
    start, end = "Persentase perangkat daerah yang melaksanakan " * 2, " menurut peraturan yang berlaku"
    one = Difference("sel", f"{start}(76 %){end}", f"{start}(75 %){end}")
    assert one.told(since=True) == (
        "sel: di berkas ini «… daerah yang melaksanakan (75 %) menurut peraturan yang berlaku», "
        "sekarang «… daerah yang melaksanakan (76 %) menurut peraturan yang berlaku»"
    )
    assert one.told(since=False).startswith("sel: «… daerah yang melaksanakan (76 %)")
    assert Difference("sel", "", "x").told(since=False) == "sel: ditambahkan «x»"
    assert Difference("sel", "x").told(since=True) == "sel: di berkas ini tidak ada, sekarang «x»"


def test_a_hyphen_at_which_no_line_ends_is_one_of_its_word_and_none_in_what_a_field_reckons() -> None:
    whole = "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>KTP</w:t></w:r>"
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    assert WordText(line(whole)).words == ("e-KTP",)
    assert WordText(line(*marks[:2], whole, marks[2])).words == ("\0",)
    assert word_changes(["e\u2011KTP", "e\u2010KTP", "e-KTP"], ["e-KTP"] * 3) == ()
    assert len(word_changes(["eKTP"], ["e-KTP"])) == 1
