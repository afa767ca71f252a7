"""The tables of any file that offices keep tables in: its kind is told by its content, never by its name."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import ParseError

from pokin_docs.extract import guard, read
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.sources.refusal import SourceRefused
from pokin_docs.model.findings import MachineTrouble, Outcome, Temuan, temuan
from pokin_docs.model.refusals import refusal
from pokin_docs.model.source import CellRef

TABLES = (".xls", ".ods", ".csv")
"""Kinds of tables that are no workbooks to build and that are read."""
SUFFIXES = (".xlsx", ".xlsm", *TABLES, ".docx")
"""Kinds of files with tables that are read, as people know them."""
UNREAD = (".xlsb", ".fods", ".et", ".numbers")
"""Kinds of tables that offices keep and that are read only when saved anew."""
_MAX_BYTES = 100 * 2**20
_WHERE = CellRef("")
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What reading a zip raises that is cut or changed: OSError for a place before its start."""


def read_source(path: Path) -> Outcome[tuple[Grid, ...]]:
    """The tables of a file, each as a sheet of a workbook is; no value when it cannot be opened.

    Args:
        path: A workbook (.xlsx, .xls, .ods), a text with delimiters (.csv) or a Word document, whatever its suffix.

    Raises:
        MachineTrouble: The machine does not let us read it.
    """
    if not path.is_file():
        return Outcome(None, (temuan("B01", _WHERE, berkas=path.name),))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise MachineTrouble(
            f"«{path.name}» tidak dapat dibaca ({refusal(error)}).",
            "Tutup berkas itu di Excel atau Word, periksa izin membacanya, lalu jalankan lagi.",
        ) from error
    if size > _MAX_BYTES:
        return _refused(path, "B06", f"besarnya lebih dari {_MAX_BYTES // 2**20} MB")
    reader = _reader(path, head)
    if reader is None:
        return read.read_sheets(path)
    try:
        refused = _refuse_archive(path) if head.startswith(b"PK") else ()
        return Outcome(None, refused) if refused else Outcome(reader(path))
    except SourceRefused as error:
        return _refused(path, error.kode, error.reason)
    except ParseError:
        return _refused(path, "B05", "isinya terpotong atau berubah")
    except (MemoryError, MachineTrouble):
        raise
    except Exception:  # noqa: BLE001  # a broken part provokes whatever its library raises
        return _refused(path, "B05", "isinya tidak dapat dibaca")


def _reader(path: Path, head: bytes) -> Callable[[Path], tuple[Grid, ...]] | None:
    """What reads a file of that kind; None for what the reader of workbooks reads, or refuses with a name."""
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        from pokin_docs.extract.sources import old_workbook

        return old_workbook.read_grids
    if head.startswith(b"PK"):
        kind = _kind_of_archive(path)
        if kind == "ods":
            from pokin_docs.extract.sources import open_document

            return open_document.read_grids
        if kind == "docx":
            from pokin_docs.extract.sources import word_tables

            return word_tables.read_grids
        return None
    from pokin_docs.extract.sources import delimited

    return delimited.read_grids if delimited.is_text(head) else None


def _kind_of_archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            size = archive.getinfo("mimetype").file_size if "mimetype" in names else 0
            if 0 < size < 200 and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.spread"):
                return "ods"
    except (*_BROKEN_ZIP, KeyError):
        return ""
    return "docx" if any(name.casefold().startswith("word/document") for name in names) else ""


def _refuse_archive(path: Path) -> tuple[Temuan, ...]:
    try:
        with zipfile.ZipFile(path) as archive:
            return guard.refuse_parts(path, archive)
    except _BROKEN_ZIP:
        return _refused(path, "B05", "isinya terpotong atau berubah").temuan


def _refused(path: Path, kode: str, reason: str) -> Outcome[tuple[Grid, ...]]:
    return Outcome(None, (temuan(kode, _WHERE, berkas=path.name, sebab=reason),))
