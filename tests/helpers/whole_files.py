"""Workbook files that are broken as a whole, and the cases of findings that one changed cell cannot make.

One function per code gives back what was found in a whole file or a Word template.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import Workbook, load_workbook

from helpers import sipd
from helpers.collected import KASUS_TERKUMPUL
from helpers.kept_values import asking, with_pivots
from helpers.naskah_files import NASKAH_CASES, beside_it
from helpers.official_list import NAME, ROWS, beside, found_in, write_list
from helpers.pictures import png
from helpers.set_findings import SET_CASES
from helpers.word_files import remove
from helpers.workbooks import (
    BAKU,
    add_row,
    put,
    understood,
    write,
)
from pokin_docs.flow.build import build
from pokin_docs.flow.examine import examine
from pokin_docs.flow.impor import import_tables
from pokin_docs.flow.realised_forms import hand_out, take_back
from pokin_docs.flow.sipd import import_into
from pokin_docs.flow.templates import examine_templates
from pokin_docs.model.findings import Temuan
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.render.filling.crew import LossReason, WorkerLost

BERKAS = "pohon-kinerja.xlsx"


def ole(marker: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + marker.encode("utf-16-le") + b"\x00" * 600


def zip_with(path: Path, **members: bytes) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)


def damaged(path: Path) -> None:
    write(path)
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0xFF
    path.write_bytes(bytes(data))


def truncated(path: Path) -> None:
    write(path)
    path.write_bytes(path.read_bytes()[:-2000])


def with_a_part_twice(path: Path) -> None:
    write(path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/workbook.xml", archive.read("xl/workbook.xml"))


def with_a_zip_password(path: Path) -> None:
    """Mark every part as locked, as a zip program does that was given a password."""
    write(path)
    content = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(signature, place + 1)
    path.write_bytes(bytes(content))


def with_bare_doctype(path: Path) -> None:
    write(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/tambahan.xml", "<!DOCTYPE x><x/>")


def with_doctype(path: Path) -> None:
    write(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/tambahan.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>')


def _heavy_logo(path: Path) -> None:
    write(path, BAKU, put("Identitas!A9", "Logo"), put("Identitas!B9", "logo.png"))
    (path.parent / "logo.png").write_bytes(png() + b"x" * 1_000_001)


def _with_macro(template: Path) -> None:
    Document().save(str(template))
    with zipfile.ZipFile(template, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")


def _with_linked_picture(template: Path, link: str = "image") -> None:
    """A picture that lies on another machine, in a paragraph of the template; by what kind of link."""
    document = Document()
    paragraph = document.add_paragraph("Peta kantor: ")
    paragraph.add_run().add_picture(io.BytesIO(png()))
    blip = next(paragraph._p.iter(qn("a:blip")))
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{link}"
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), document.part.relate_to("https://contoh.invalid/peta.png", kind, is_external=True))
    document.save(str(template))


def _file(make: Callable[[Path], object]) -> Callable[[Path], tuple[Temuan, ...]]:
    def case(folder: Path) -> tuple[Temuan, ...]:
        path = folder / BERKAS
        make(path)
        return examine(path, Settings(folder / "build", ())).temuan

    return case


def _naskah_in_another_format(path: Path) -> None:
    write(path).with_name(f"{path.stem}-naskah.odt").write_bytes(b"")


def _with_shipped(folder: Path) -> tuple[Temuan, ...]:
    """The shipped templates with a workbook that has no sheet Renstra: tables that wait for its rows."""
    return understood(write(folder / BERKAS), Settings(folder / "build", (bundled("templates"),))).temuan


def _with_prompt(folder: Path) -> tuple[Temuan, ...]:
    """A template of the office that still asks for a sentence."""
    own = folder / "templat"
    own.mkdir()
    document = Document(str(bundled("templates") / "pk.docx"))
    document.add_paragraph("[Uraikan tata cara penandatanganan di sini.]")
    document.save(str(own / "pk.docx"))
    return understood(write(folder / BERKAS), Settings(folder / "build", (own, bundled("templates")))).temuan


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
        (templates / "sampul-pk.docx").write_bytes((bundled("templates") / "sampul-pk.docx").read_bytes())
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
    remove(paragraph._p)
    document.save(str(path))


def _carrying(inner: str) -> Callable[[Path], tuple[Temuan, ...]]:
    """The shipped PK with one more paragraph of this XML."""

    def fill(folder: Path) -> None:
        document = Document(str(bundled("templates") / "pk.docx"))
        body = document.element.body
        body.insert(len(body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
        document.save(str(folder / "pk.docx"))

    return _templates(fill)


def _commented(folder: Path) -> None:
    document = Document(str(bundled("templates") / "pk.docx"))
    document.add_comment(document.add_paragraph("Tambahan").runs, text="Mohon diperiksa", author="Contoh")
    document.save(str(folder / "pk.docx"))


def _endless(folder: Path) -> tuple[Temuan, ...]:
    def ended(*args: object, **options: object) -> Iterator[tuple[int, WorkerLost]]:
        yield 0, WorkerLost(LossReason.TIME)

    filling = "pokin_docs.render.filling.fill"
    with patch(f"{filling}._is_tame", return_value=False), patch(f"{filling}.work.run", ended):
        return _template("Nama: {{ pihak_pertama.nama }}")(folder)


def _too_large(folder: Path) -> tuple[Temuan, ...]:
    def ended(*args: object, **options: object) -> Iterator[tuple[int, WorkerLost]]:
        yield from ((number, WorkerLost(LossReason.TIME)) for number, _ in enumerate(args[2]))  # type: ignore[arg-type]

    settings = Settings(folder / "hasil", (bundled("templates"),), hanya=("renstra",))
    path = write(folder / BERKAS)
    filling = "pokin_docs.render.filling.fill"
    with patch(f"{filling}._is_bounded", return_value=False), patch(f"{filling}.work.run", ended):
        return build(path, understood(path, settings), settings).temuan


def _undrawn(folder: Path) -> tuple[Temuan, ...]:
    settings = Settings(folder / "hasil", (bundled("templates"),), hanya=("pohon",))
    path = write(folder / BERKAS)
    with patch("pokin_docs.flow.tree.drawing_seconds", return_value=0.0):
        return build(path, understood(path, settings), settings).temuan


def _made(folder: Path) -> tuple[Temuan, ...]:
    settings = Settings(folder / "hasil", (bundled("templates"),), hanya=("pk",))
    path = write(folder / BERKAS)
    build(path, understood(path, settings), settings)
    made = min((folder / "hasil").rglob("*.docx"))
    return _templates(lambda templates: shutil.copy(made, templates / "pk.docx"))(folder)


def _of_another_year(folder: Path) -> tuple[Temuan, ...]:
    write_list(folder / NAME.replace("2026", "2027"))
    return found_in(folder, add_row("Program", "| 2.20.02.2.01.0002 | Pengumpulan Data | 0 | 0 | 0 | 0 | 0 |"))


def _two_lists(folder: Path) -> tuple[Temuan, ...]:
    write_list(folder / "nomenklatur-2025.xlsx", ROWS[:2])
    return beside()(folder)


def _without_any_code(folder: Path) -> tuple[Temuan, ...]:
    write_list(folder / NAME, ROWS[3:4])
    return found_in(folder)


def _program_lines(*lines: str) -> tuple[Callable[[Workbook], None], ...]:
    return tuple(add_row("Program", f"| {line} | 0 | 0 | 0 | 0 | 0 |") for line in lines)


_MANY_CODES = tuple(f"2.20.02.2.01.00{number} | Sub kegiatan {number}" for number in range(20, 30))
_OTHER_FIELD = ("2.20.03 | Program Statistik Lanjutan", "2.20.04 | Program Data", "2.21.02 | Program Persandian")


def _lone_field(folder: Path) -> tuple[Temuan, ...]:
    rows = [("KABKOT", ROWS[0][1], f"{line.replace(' |', '')}", *[None] * 11) for line in _OTHER_FIELD[:2]]
    write_list(folder / NAME, (*ROWS, *rows))
    return found_in(folder, *_program_lines(*_OTHER_FIELD))


def _import(
    code: str = "", *changes: Callable[[Workbook], object], year: bool = True
) -> Callable[[Path], tuple[Temuan, ...]]:
    """Two agencies of SIPD imported into the workbook, which says ``code`` in Kode SKPD."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        more = (add_row("Identitas", f"| Kode SKPD | {code} |"),) if code else ()
        book = write(folder / BERKAS, BAKU, *more, *changes)
        rows = [sipd.recap(), sipd.recap(kode_skpd="1.01.0.00.0.00.01.0000", nama_skpd="Dinas Lain")]
        titles = sipd.RECAP if year else sipd.VARIANT
        export = sipd.write_export(folder / "ekspor.xlsx", titles, *(rows if year else [sipd.variant()]))
        return import_into((export,), book, in_place=False).temuan

    return case


def _no_export(folder: Path) -> tuple[Temuan, ...]:
    return import_into((write(folder / "ekspor.xlsx"),), write(folder / BERKAS), in_place=False).temuan


def _form(edit: Callable[[Workbook], object]) -> Callable[[Path], tuple[Temuan, ...]]:
    """A form of a unit that comes back after this was done to it."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        book = write(folder / BERKAS)
        handed_out = hand_out(book, 2, folder / "formulir").value
        assert handed_out is not None
        file = next(form.file for form in handed_out if form.measures)
        form = load_workbook(file)
        edit(form)
        form.save(file)
        return take_back([file], book, in_place=False).temuan

    return case


def _source(data: bytes) -> Callable[[Path], tuple[Temuan, ...]]:
    def case(folder: Path) -> tuple[Temuan, ...]:
        (folder / "tabel.csv").write_bytes(data)
        return import_tables([folder / "tabel.csv"]).temuan

    return case


def _official_source(folder: Path) -> tuple[Temuan, ...]:
    return import_tables([write(folder / "buku.xlsx")]).temuan


_SHORT = "Terpenuhinya Keluarga pada KAT yang Mendapatkan Pemberdayaan Sosial"
_CUT = "Terlaksananya Fasilitasi, Pelaksanaan dan Evaluasi Penelitian dan Pengembangan Bidang"
"""An official sentence that lost its end."""


def _no_book(folder: Path) -> tuple[Temuan, ...]:
    (folder / "kinerja.xlsx").write_text("bukan buku kerja")
    (found,) = examine_templates([folder / "kinerja.xlsx"], None, ())
    return tuple(finding.temuan for finding in found.examination.temuan)


KASUS_BERKAS: dict[str, Callable[[Path], tuple[Temuan, ...]]] = {
    **KASUS_TERKUMPUL,
    **SET_CASES,
    "B01": _file(lambda path: None),
    "B02": _file(lambda path: path.write_text("a;b;c\n1;2;3\n")),
    "B03": _file(lambda path: path.write_bytes(ole("Workbook"))),
    "B04": _file(lambda path: path.write_bytes(ole("EncryptedPackage"))),
    "B05": _file(truncated),
    "B06": _file(with_doctype),
    "B27": _too_long,
    "B86": _source(ole("WordDocument")),
    "B87": _source(b"Dengan hormat\n"),
    "B88": _official_source,
    "B126": asking,
    "B127": with_pivots,
    "B93": _import(),
    "B94": _import("1.01.0.00.0.00.01.0000", put("Program!A1", "Nomor"), put("Program!B1", "Judul")),
    "B95": _import("9.01.0.00.0.00.01.0000"),
    "B96": _no_export,
    "B118": _form(put("Formulir!B3", "Dinas Lain")),
    "B119": _form(put("Kinerja!J4", "sekitar 80")),
    "B97": _import(sipd.SKPD, put("Identitas!B5", None), year=False),
    "W30": _words("kata-kerjaa.txt", "Terajutnya = hasil"),
    "W31": _words("kata-kerja.txt", "Terajutnya = bagus"),
    "D20": _file(_heavy_logo),
    "D51": _file(_naskah_in_another_format),
    "D21": _too_large,
    "D22": _undrawn,
    "P80": beside(put("Program!A4", "2.20.02.2.01.0019")),
    "P81": beside(*_program_lines("2.20.02.2.01.0002 | Pengumpulan Data")),
    "P82": beside(put("Program!B4", "Pemenuhan Prinsip Data")),
    "P83": beside(put("Tahap 5!K1", None), put("Tahap 5!I6", None), put("Tahap 5!R6", "I12: menunggu tim")),
    "P84": beside(put("Tahap 5!C6", "Jumlah metadata dinas")),
    "W10": beside(put("Tahap 4!B5", "Tersusunnya metadata"), put("Tahap 5!B5", "Tersusunnya metadata")),
    "W11": beside(put("Tahap 5!C6", "Jumlah meta data")),
    "W12": lambda folder: found_in(folder, *(put(f"Tahap {stage}!B6", _CUT) for stage in (4, 5))),
    "W13": lambda folder: found_in(folder, *(put(f"Tahap {stage}!B6", _SHORT) for stage in (4, 5))),
    "P85": beside(put("Tahap 5!G6", None), put("Tahap 5!R6", "P01: menunggu tim")),
    "P86": beside(
        add_row("Identitas", "| Kode SKPD | 2.20.0.00.0.00.01.0000 |"), *_program_lines("2.21.02 | Program Persandian")
    ),
    "P87": beside(*_program_lines("X.XX.01.2.06 | Administrasi Umum")),
    "P88": _lone_field,
    "P89": _of_another_year,
    "K18": lambda folder: found_in(folder, *_program_lines(*_MANY_CODES)),
    "K19": _two_lists,
    "K20": beside(add_row("Identitas", "| Nomenklatur | daftar.xlsx |")),
    "K21": _without_any_code,
    "T01": _templates(lambda folder: None),
    "T02": _templates(lambda folder: (folder / "pk.docx").write_text("bukan dokumen Word")),
    "T03": _template("Nama: {{ pihak_pertama.nama"),
    "T04": _template("Nama: {{ pihak_pertama.namaa }}"),
    "T05": _template("Nama: {{ pihak_pertama.__class__ }}"),
    "T06": _templates(lambda folder: _with_row(folder / "pk.docx", "{% colspan pihak_pertama.nama %}a", "b")),
    "T07": _file(lambda path: write(path, BAKU, add_row("Identitas", "| Logo | logo.png |"))),
    "T08": _endless,
    "T09": _made,
    "T10": _templates(lambda folder: _without(folder / "pk.docx", "Pihak kedua akan melakukan")),
    "T11": _templates(lambda folder: _without(folder / "pk.docx", "selanjutnya disebut pihak kedua")),
    "D11": _with_shipped,
    "T12": _with_prompt,
    "T15": _templates(lambda folder: _with_macro(folder / "pk.docx")),
    **NASKAH_CASES,
    "K22": beside_it(lambda document: None, add_row("Identitas", "| Naskah | naskah-2026.docx |")),
    "T16": _carrying('<w:ins w:id="1" w:author="Contoh"><w:r><w:t>Kalimat baru</w:t></w:r></w:ins>'),
    "T17": _templates(_commented),
    "T18": _carrying(
        '<w:r><w:t>Dicetak </w:t></w:r><w:fldSimple w:instr=" DATE "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    ),
    "T19": _carrying(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik di sini</w:t></w:r></w:sdtContent></w:sdt>"
    ),
    "T21": _no_book,
    "T22": _templates(lambda folder: _with_linked_picture(folder / "pk.docx")),
    "T25": _templates(lambda folder: _with_linked_picture(folder / "pk.docx", "hyperlink")),
    "T20": _carrying("<w:r><w:rPr><w:vanish/></w:rPr><w:t>catatan penyusun</w:t></w:r>"),
}
