"""The office's naskah: each place read by its key, moved whole, and what cannot be moved named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from pokin_docs.documents.renstra.places import BY_KEY, PLACES
from pokin_docs.narrative.read import NarrativeReading, read_narrative
from pokin_docs.narrative.write import blank_narrative


def read(folder: Path, change: Callable[[Document], None]) -> NarrativeReading:
    """What is read of a blank naskah that somebody has changed."""
    file = folder / "buku-naskah.docx"
    file.write_bytes(blank_narrative(PLACES))
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))
    return read_narrative(file)


def type_at(document: Document, key: str, text: str) -> None:
    """Type a text over the prompt of a place."""
    paragraphs = document.paragraphs
    index = next(number for number, one in enumerate(paragraphs) if one.text == key)
    paragraphs[index + 1].text = text


def codes(reading: NarrativeReading) -> list[str]:
    return [entry.kode for entry in reading.temuan]


def test_a_blank_naskah_has_all_places_and_says_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, lambda document: None)
    assert (reading.written, reading.keys, reading.temuan) == ({}, frozenset(BY_KEY), ())


def test_what_is_typed_over_a_prompt_is_read_at_its_place(tmp_path: Path) -> None:
    reading = read(tmp_path, lambda document: type_at(document, "sumber-daya", "Pegawai {{ berjumlah }} 30 & <lebih>."))
    assert {key: text.texts for key, text in reading.written.items()} == {
        "sumber-daya": ("Pegawai {{ berjumlah }} 30 & <lebih>.",)
    }


@pytest.mark.parametrize("heading", ["2.1.2 Sumber Daya", "Sumber Daya", "2.1.2", "SUMBER DAYA PERANGKAT DAERAH"])
def test_number_or_title_stand_for_a_key_that_was_deleted(tmp_path: Path, heading: str) -> None:
    def change(document: Document) -> None:
        type_at(document, "sumber-daya", "Pegawai 30 orang.")
        key = next(one for one in document.paragraphs if one.text == "sumber-daya")
        title = next(one for one in document.paragraphs if one.text == "2.1.2 Sumber Daya")
        title.text = heading
        document.element.body.remove(key._p)

    assert read(tmp_path, change).written["sumber-daya"].texts == ("Pegawai 30 orang.",)


def test_two_headings_of_one_place_are_told_and_both_are_kept(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        type_at(document, "mitra", "Mitra pertama.")
        document.add_heading("2.1.5 Mitra Perangkat Daerah", 2)
        document.add_paragraph("Mitra kedua.")

    reading = read(tmp_path, change)
    assert (codes(reading), reading.written["mitra"].texts) == (["D32"], ("Mitra pertama.", "Mitra kedua."))


def test_a_heading_without_place_is_told_and_not_printed(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.add_heading("Inovasi Daerah", 2)
        document.add_paragraph("Isinya.")

    reading = read(tmp_path, change)
    assert (codes(reading), reading.written) == (["D33"], {})


def test_a_heading_below_that_of_the_place_is_content(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        type_at(document, "pengendalian-evaluasi", "Setiap triwulan.")
        document.add_heading("Waktu", 3)

    reading = read(tmp_path, change)
    (heading,) = reading.written["pengendalian-evaluasi"].headings
    assert (codes(reading), heading.level, heading.text) == ([], 1, "Waktu")


def test_tracked_changes_are_taken_as_accepted_and_told(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        type_at(document, "mitra", "Tetap.")
        paragraph = next(one for one in document.paragraphs if one.text == "Tetap.")
        for name, kind, text in (("w:ins", "w:t", " Baru."), ("w:del", "w:delText", " Lama.")):
            mark, run, content = OxmlElement(name), OxmlElement("w:r"), OxmlElement(kind)
            mark.set(qn("w:id"), "1")
            content.text = text
            run.append(content)
            mark.append(run)
            paragraph._p.append(mark)

    reading = read(tmp_path, change)
    assert (codes(reading), reading.written["mitra"].texts) == (["D34"], ("Tetap. Baru.",))


def test_a_hyphen_at_which_no_line_ends_is_read_as_one_in_texts_and_keys(tmp_path: Path) -> None:
    def whole(paragraph: Paragraph) -> None:
        """Give a paragraph of one hyphen that element in its place."""
        before, _, behind = paragraph.text.partition("-")
        paragraph.text = before
        paragraph.runs[0]._r.append(OxmlElement("w:noBreakHyphen"))
        paragraph.add_run(behind)

    def change(document: Document) -> None:
        type_at(document, "mitra", "Penerapan e-KTP.")
        type_at(document, "pengendalian-evaluasi", "Setiap triwulan.")
        for paragraph in document.paragraphs:
            if paragraph.text in ("Penerapan e-KTP.", "pengendalian-evaluasi"):
                whole(paragraph)

    reading = read(tmp_path, change)
    said = {key: text.texts for key, text in reading.written.items()}
    assert said == {"mitra": ("Penerapan e-KTP.",), "pengendalian-evaluasi": ("Setiap triwulan.",)}


@pytest.mark.parametrize("data", [b"", b"PK", b"teks", b"PK\x03\x04" + b"\x00" * 40])
def test_a_strange_file_is_told_and_stops_nothing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "buku-naskah.docx"
    file.write_bytes(data)
    reading = read_narrative(file)
    assert (codes(reading), reading.written) == (["D31"], {})


def test_a_naskah_without_some_places_names_them_and_one_without_any_asks_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, lambda document: type_at(document, "mitra", "Kecamatan."))
    assert set(reading.written) == {"mitra"}
    assert BY_KEY["mitra"].asked.startswith("[Uraikan mitra")
