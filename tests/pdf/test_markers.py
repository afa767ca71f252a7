"""Markers of the signing service: once each in the document and its PDF, none where nobody asks for them."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from helpers.places import ROOT
from helpers.word_files import p, surat
from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.documents.kinds import PK
from pokin_docs.documents.skp.kind import SKP
from pokin_docs.flow.build import BuildOutcome, build
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.flow.signing import make_signing_list
from pokin_docs.model.settings import Settings
from pokin_docs.pdf.markers import text_of_word

TTE = "| TTE | Ya |"
BOTH = "| TTE Penempatan | keduanya |"


def built(folder: Path, *lines: str, templates: Path = ROOT / "templates") -> tuple[Path, BuildOutcome]:
    """The build folder of PKs and SKPs with these lines in Identitas."""
    book = write(folder / "b.xlsx", BAKU, *(add_row("Identitas", line) for line in lines))
    settings = Settings(folder / "build", (templates,), hanya=("pk", "skp"))
    known = examine(book, settings, (PK, SKP), pictures=True)
    assert isinstance(known, Understood)
    outcome = build(book, known, settings, (PK, SKP))
    assert outcome.build is not None
    return folder / "build" / "b", outcome


def counts(text: str) -> dict[str, int]:
    return {mark: text.count(mark) for mark in "^~#$"}


def papers(folder: Path) -> dict[str, str]:
    found = {path.name: text_of_word(path.read_bytes()) for path in folder.rglob("*.docx")}
    assert len(found) == 8
    return found


def test_without_the_setting_a_paper_has_no_marker_no_sentence_and_no_qr(tmp_path: Path) -> None:
    folder, outcome = built(tmp_path)
    for text in papers(folder).values():
        assert set(counts(text).values()) == {0}
        assert "elektronik" not in text
        assert "sidik" not in text
    assert outcome.signing.findings == ()


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((TTE,), {"^": 1, "~": 1, "#": 0, "$": 0}),
        (("| TTE Penempatan | pernyataan |",), {"^": 1, "~": 1, "#": 0, "$": 0}),
        ((BOTH,), {"^": 1, "~": 1, "#": 1, "$": 1}),
        ((BOTH, "| TTE Penanda | # $ ^ ~ |"), {"^": 1, "~": 1, "#": 1, "$": 1}),
        ((TTE, "| TTE Penanda | # $ |"), {"^": 0, "~": 0, "#": 1, "$": 1}),
        (("| TTE | Tidak |", BOTH), {"^": 0, "~": 0, "#": 0, "$": 0}),
    ],
)
def test_every_marker_asked_for_stands_once(tmp_path: Path, lines: tuple[str, ...], wanted: dict[str, int]) -> None:
    folder, outcome = built(tmp_path, *lines)
    assert {name: counts(text) for name, text in papers(folder).items()} == dict.fromkeys(papers(folder), wanted)
    assert outcome.signing.findings == ()


def test_the_first_marker_is_that_of_who_promises_and_unseen(tmp_path: Path) -> None:
    folder, _ = built(tmp_path, TTE)
    (paper,) = folder.glob("PK/JPT/*.docx")
    with zipfile.ZipFile(paper) as package:
        source = package.read("word/document.xml").decode()
    first, second = source.index(">^<"), source.index(">~<")
    assert second < first  # pihak kedua stands at the left
    for place in (first, second):
        run = source[source.rindex("<w:r>", 0, place) : place]
        assert '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>' in run
        row = source[source.rindex("<w:tr>", 0, place) : place]
        assert 'w:trHeight w:val="1418"' in row  # 2,5 cm


def test_the_sentence_stands_in_the_footer_where_it_is_asked_for(tmp_path: Path) -> None:
    for line, wanted in (
        ("| TTE Kalimat | Ya |", "Balai Besar Sertifikasi Elektronik"),
        ("| TTE Kalimat | Asli |", "Asli"),
    ):
        (tmp_path / wanted[:4]).mkdir()
        folder, _ = built(tmp_path / wanted[:4], TTE, line)
        (paper,) = folder.glob("PK/JPT/*.docx")
        with zipfile.ZipFile(paper) as package:
            footers = [package.read(name).decode() for name in package.namelist() if "footer" in name]
        assert len(footers) == 2
        assert all(wanted in footer for footer in footers)


def test_a_template_of_the_office_without_markers_is_told(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", own)
    with zipfile.ZipFile(own / "pk.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"{{ tte.kedua }}", b"")
    with zipfile.ZipFile(own / "pk.docx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    _, outcome = built(tmp_path, TTE, templates=own)
    told = [dict(one.details) for one in outcome.signing.findings]
    assert {one.kode for one in outcome.signing.findings} == {"D70"}
    assert {(one["penanda"], one["jumlah"], one["tempat"]) for one in told} == {("~", "0", "{{ tte.kedua }}")}
    assert len(told) == 4


def test_a_paper_that_somebody_spoiled_stops_no_run_for_others(tmp_path: Path) -> None:
    folder, _ = built(tmp_path, TTE)
    next(folder.rglob("PK/JPT/*.docx")).write_bytes(b"bukan dokumen")
    known = examine(tmp_path / "b.xlsx", Settings(tmp_path / "build", (ROOT / "templates",)), (PK, SKP))
    assert isinstance(known, Understood)
    signing = make_signing_list(folder, known.plan, (PK, SKP))
    assert (signing.failed, signing.findings) == (False, ())


def look(folder: Path, *changes: object) -> Examination:
    return examine(write(folder / "b.xlsx", BAKU, *changes), Settings(folder, ()))  # type: ignore[arg-type]


def codes(found: Examination) -> set[str]:
    return {one.kode for one in found.temuan} & {"B130", "B131", "B132"}


def test_a_marker_in_what_is_printed_is_a_galat_and_one_in_what_is_not_printed_none(tmp_path: Path) -> None:
    assert codes(look(tmp_path, put("Tahap 5!C3", "Persentase ~ data"))) == set()
    assert codes(look(tmp_path, both(add_row("Identitas", TTE), put("Tahap 5!C3", "Persentase ~ data")))) == {"B130"}
    assert codes(look(tmp_path, both(add_row("Identitas", TTE), put("Tahap 5!C3", "Persentase # data")))) == set()
    assert codes(look(tmp_path, both(add_row("Identitas", BOTH), put("Tahap 5!C3", "Persentase # data")))) == {"B130"}
    (found,) = (one for one in look(tmp_path, both(add_row("Identitas", TTE), put("Pejabat!G3", "Kepala ^"))).temuan
                if one.kode == "B130")  # fmt: skip
    assert (str(found.tempat), dict(found.details)["teks"]) == ("Pejabat!G3", "Kepala ^")


def test_the_day_must_be_final(tmp_path: Path) -> None:
    for day, wanted in ((None, {"B131"}), ("Januari 2026", {"B131"}), ("6 Januari 2026", set())):
        assert codes(look(tmp_path, both(add_row("Identitas", TTE), put("Identitas!B7", day)))) == wanted
        assert codes(look(tmp_path, put("Identitas!B7", day))) == set()


@pytest.mark.parametrize(
    ("marks", "fault"),
    [("^", "hanya 1"), ("^ ^^", "di dalam"), ("^ ^", "di dalam"), ("^ {x}", "kurawal"), ("^ " + "~" * 13, "12 huruf"),
     ("[T1] [T2]", ""), ("^ " + "~" * 12, "")],
)  # fmt: skip
def test_markers_that_cannot_be_used_are_told(tmp_path: Path, marks: str, fault: str) -> None:
    told = [dict(one.details)["sebab"] for one in look(tmp_path, add_row("Identitas", f"| TTE Penanda | {marks} |")).temuan
            if one.kode == "B132"]  # fmt: skip
    assert [fault in one for one in told] == [True] * bool(fault)


@pytest.mark.libreoffice
def test_every_marker_stands_once_in_the_text_of_the_pdf(tmp_path: Path) -> None:
    from pokin_docs.pdf.office import convert, find_office
    from pokin_docs.pdf.reading import read_pdf

    folder, _ = built(tmp_path, BOTH)
    office = find_office()
    assert office is not None
    files = {path.name: path for path in (*folder.glob("PK/JPT/*.docx"), *folder.glob("SKP/JPT/*.docx"))}
    made = convert(office, files)
    assert len(made) == len(files) == 2
    for data in made.values():
        facts = read_pdf(data)
        assert facts is not None
        assert counts("".join(facts.pages)) == dict.fromkeys("^~#$", 1)


def test_the_text_of_a_paper_has_every_hyphen_and_an_ended_line_for_each_paragraph() -> None:
    body = p("a") + p("e").replace("</w:t>", "</w:t><w:noBreakHyphen/><w:t>KTP e\u2011SAKIP</w:t>", 1)
    assert text_of_word(surat(body)).split() == ["a", "e-KTP", "e-SAKIP"]
