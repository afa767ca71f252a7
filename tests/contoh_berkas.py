"""Cases that one changed cell cannot make: whole files and Word templates. One function per code, its findings back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from unittest.mock import patch

import test_extract
from buku import BAKU, add_row, put, write
from docx import Document

from pokin_docs.cycle import build, examine
from pokin_docs.model.findings import Temuan
from pokin_docs.model.settings import Settings

BERKAS = "pohon-kinerja.xlsx"


def _file(make: Callable[[Path], object]) -> Callable[[Path], tuple[Temuan, ...]]:
    def case(folder: Path) -> tuple[Temuan, ...]:
        path = folder / BERKAS
        make(path)
        return examine(path, Settings(folder / "build", ())).temuan

    return case


def _words(name: str, line: str) -> Callable[[Path], tuple[Temuan, ...]]:
    """A word list of the office beside its workbook."""

    def make(path: Path) -> None:
        (path.parent / "kata").mkdir()
        (path.parent / "kata" / name).write_text(line, encoding="utf-8")
        write(path)

    return _file(make)


def _too_long(folder: Path) -> tuple[Temuan, ...]:
    with patch("pokin_docs.extract.tables.MAKS_BARIS", 4):
        return _file(lambda path: write(path, BAKU, add_row("Pejabat", "| X | Contoh |")))(folder)


def _template(*paragraphs: str, cells: Iterable[str] = ()) -> Callable[[Path], tuple[Temuan, ...]]:
    """The PK template holds nothing but these paragraphs and, below them, a table of one row."""

    def make(path: Path) -> None:
        document = Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        texts = list(cells)
        if texts:
            row = document.add_table(1, len(texts)).rows[0]
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.save(str(path))

    return _templates(lambda folder: make(folder / "pk.docx"))


def _templates(fill: Callable[[Path], object]) -> Callable[[Path], tuple[Temuan, ...]]:
    def case(folder: Path) -> tuple[Temuan, ...]:
        templates = folder / "templates"
        templates.mkdir()
        fill(templates)
        settings = Settings(folder / "build", (templates,), hanya=("pk",))
        path = write(folder / BERKAS)
        return build(path, examine(path, settings), settings, lambda done, total: None).temuan

    return case


KASUS_BERKAS: dict[str, Callable[[Path], tuple[Temuan, ...]]] = {
    "B01": _file(lambda path: None),
    "B02": _file(lambda path: path.write_text("a;b;c\n1;2;3\n")),
    "B03": _file(lambda path: path.write_bytes(test_extract.ole("Workbook"))),
    "B04": _file(lambda path: path.write_bytes(test_extract.ole("EncryptedPackage"))),
    "B05": _file(test_extract.truncated),
    "B06": _file(test_extract.with_doctype),
    "B27": _too_long,
    "W30": _words("kata-kerjaa.txt", "Terajutnya = hasil"),
    "W31": _words("kata-kerja.txt", "Terajutnya = bagus"),
    "T01": _templates(lambda folder: None),
    "T02": _templates(lambda folder: (folder / "pk.docx").write_text("bukan dokumen Word")),
    "T03": _template("Nama: {{ pihak_pertama.nama"),
    "T04": _template("Nama: {{ pihak_pertama.namaa }}"),
    "T05": _template("Nama: {{ pihak_pertama.__class__ }}"),
    "T06": _template("{% if tahun == 'lain' %}mulai", cells=["{% endif %}selesai"]),
    "T07": _file(lambda path: write(path, BAKU, put("Identitas!A9", "Logo"), put("Identitas!B9", "logo.png"))),
}
