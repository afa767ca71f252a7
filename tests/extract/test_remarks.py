"""Notes of cells and text boxes are named once, and never counted as cells."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment

from helpers.workbooks import BAKU, write
from pokin_docs.extract.read import read
from pokin_docs.extract.remarks import boxes_in
from pokin_docs.model.catalogue import message

BOX = (
    "<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row></xdr:from>"
    "<xdr:sp><xdr:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
)


def note(book: Workbook, place: str, text: str, author: str = "Perencana") -> None:
    title, _, address = place.partition("!")
    book[title][address].comment = Comment(text, author)


def test_notes_are_named_once_with_the_first_places(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for row in range(2, 7):
            note(book, f"Tahap 5!B{row}", f"bahas lagi nomor {row}")
        note(book, "Pejabat!B3", "gelarnya diperiksa bagian kepegawaian lebih dulu")

    found, plain = read(write(tmp_path / "b.xlsx", BAKU, change)), read(write(tmp_path / "c.xlsx", BAKU))
    (entry,) = found.temuan
    assert message(entry) == (
        "Buku kerja memuat 6 catatan sel, yang tidak dibaca: Tahap 5!B2 «bahas lagi nomor 2», Tahap 5!B3 «bahas lagi "
        "nomor 3», Tahap 5!B4 «bahas lagi nomor 4», Tahap 5!B5 «bahas lagi nomor 5», Tahap 5!B6 «bahas lagi nomor 6» "
        "dan 1 lagi."
    )
    assert found.account == plain.account


def test_our_own_notes_of_a_correction_copy_are_not_named(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        note(book, "Tahap 5!B2", "apa saja", "pokin_docs")
        note(book, "Tahap 5!B3", "saran X33: «e-Government» tidak ada padanannya.")

    assert read(write(tmp_path / "b.xlsx", BAKU, change)).temuan == ()


def test_the_texts_of_boxes_are_found_with_their_place() -> None:
    part = ("<xdr:wsDr>" + BOX.format("Belum final") + BOX.format("") + "<xdr:pic/></xdr:wsDr>").encode()
    assert list(boxes_in(part)) == [("C7", "Belum final")]
