"""Cases that one changed cell cannot make: whole files and Word templates. One function per code, its findings back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unittest.mock import patch

import test_extract
from buku import BAKU, add_row, put, understood, write
from docx import Document

from pokin_docs.flow.build import build
from pokin_docs.flow.examine import examine
from pokin_docs.model.findings import Temuan
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.render.filling.crew import LossReason, WorkerLost

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
    with patch("pokin_docs.extract.tables.MAX_ROWS", 4):
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
        return build(path, understood(path, settings), settings).temuan

    return case


def _with_row(path: Path, *cells: str) -> None:
    document = Document(str(bundled("templates") / "pk.docx"))
    row = document.add_table(1, len(cells)).rows[0]
    for cell, text in zip(row.cells, cells, strict=True):
        cell.text = text
    document.save(str(path))


def _without(path: Path, kata: str) -> None:
    document = Document(str(bundled("templates") / "pk.docx"))
    paragraph = next(entry for entry in document.paragraphs if kata in entry.text)
    paragraph._p.getparent().remove(paragraph._p)
    document.save(str(path))


def _endless(folder: Path) -> tuple[Temuan, ...]:
    def ended(*args: object, **options: object) -> Iterator[tuple[int, WorkerLost]]:
        yield 0, WorkerLost(LossReason.TIME)

    filling = "pokin_docs.render.filling.fill"
    with patch(f"{filling}._is_tame", return_value=False), patch(f"{filling}.work.run", ended):
        return _template("Nama: {{ pihak_pertama.nama }}")(folder)


def _made(folder: Path) -> tuple[Temuan, ...]:
    settings = Settings(folder / "hasil", (bundled("templates"),), hanya=("pk",))
    path = write(folder / BERKAS)
    build(path, understood(path, settings), settings)
    made = min((folder / "hasil").rglob("*.docx"))
    return _templates(lambda templates: shutil.copy(made, templates / "pk.docx"))(folder)


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
    "T06": _templates(lambda folder: _with_row(folder / "pk.docx", "{% colspan pihak_pertama.nama %}a", "b")),
    "T07": _file(lambda path: write(path, BAKU, put("Identitas!A9", "Logo"), put("Identitas!B9", "logo.png"))),
    "T08": _endless,
    "T09": _made,
    "T10": _templates(lambda folder: _without(folder / "pk.docx", "Pihak kedua akan melakukan")),
    "T11": _templates(lambda folder: _without(folder / "pk.docx", "selanjutnya disebut pihak kedua")),
}
