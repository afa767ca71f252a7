"""A file that holds the official list becomes the list; what is none is told from it at a glance."""

from __future__ import annotations

import codecs
import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError

from pokin_docs.extract import guard
from pokin_docs.extract.bare_sheet import BrokenWorkbook
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.nomenclature import xlsx
from pokin_docs.extract.nomenclature.columns import TITLE_ROWS, ListColumns, find_columns
from pokin_docs.extract.nomenclature.entries import list_entries
from pokin_docs.extract.nomenclature.kinds import NoList, version_of
from pokin_docs.model.catalogue import message
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.nomenclature import NomenclatureEntry, NomenclatureList, depth_of, official_sentences
from pokin_docs.model.refusals import refusal

_SLOW = (".xls", ".ods")
"""Kinds that cannot be looked at without being read: beside a workbook those of the name «nomenklatur» are meant."""
_WORKBOOKS = (".xlsx", ".xlsm")
_GLANCE = 128 * 2**10
_MAX_CSV = 64 * 2**20
_MANY_ROWS = 200
"""Rows from which a table of codes, names, indikator and satuan is no agency's own."""

_COUNT = re.compile(r"(?:no|nomor)\.?", re.IGNORECASE)

Rows = list[list[str]]


def is_list(path: Path, *, named: bool = False) -> bool:
    """Whether the headings of a file are those of the official list; only its beginning is looked at.

    Args:
        path: Any file.
        named: Somebody called it the list: then titles that a table of an agency might have too are enough.
    """
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        try:
            with path.open("rb") as file:
                data = file.read(_GLANCE)
        except OSError:
            return False
        return _delimited(data)[1] is not None
    if suffix in _SLOW:
        return "nomenklatur" in path.stem.casefold()
    if suffix not in _WORKBOOKS:
        return False
    named = named or _says_so(path)
    for rows in xlsx.glance(path):
        columns = find_columns(rows)
        if columns and (columns.is_certain or named or len(rows) > TITLE_ROWS) and _has_codes(rows, columns):
            return columns.is_certain or named or xlsx.count_rows(path) >= _MANY_ROWS
    return False


def _says_so(path: Path) -> bool:
    """Whether a short table is the list by its name and by all that it has: one sheet with nothing but its columns."""
    if "nomenklatur" not in path.stem.casefold():
        return False
    sheets = [rows for rows in xlsx.glance(path) if any(any(row) for row in rows)]
    columns = find_columns(sheets[0]) if len(sheets) == 1 else None
    if columns is None or None in (columns.code, columns.name, columns.kinerja):
        return False
    titles = [title for title in sheets[0][columns.row] if title.strip() and not _COUNT.fullmatch(title.strip())]
    return len(titles) == len(("code", "name", "kinerja", "indikator", "satuan"))


def read_list(path: Path) -> NomenclatureList:
    """The official list that a file holds, every sheet of it; its version is what the lines above its titles say.

    Raises:
        NoList: It holds none, or cannot be read.
    """
    entries: list[NomenclatureEntry] = []
    said = ""
    try:
        for rows in _tables(path):
            columns = find_columns(rows)
            if columns is not None:
                entries += list_entries(rows[columns.row + 1 :], columns)
                said += " ".join(("", *(text for row in rows[: columns.row] for text in row if len(text) < 200)))
    except BrokenWorkbook as error:
        raise NoList(error.reason) from error
    except (ParseError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, IndexError, ValueError) as error:
        raise NoList("isinya terpotong atau berubah") from error
    except OSError as error:
        raise NoList(f"tidak dapat dibuka ({refusal(error)})") from error
    except MachineTrouble as error:  # the workbook can be examined without it
        raise NoList(error.message.rstrip(".")) from error
    if not any(depth_of(entry.kode) > 2 for entry in entries):
        raise NoList("tidak ada kode program, kegiatan, atau sub kegiatan di bawah judul kolom yang dikenal")
    kept = _once(entries)
    return NomenclatureList(path.name, version_of(said), kept, official_sentences(kept))


def _once(entries: Iterable[NomenclatureEntry]) -> tuple[NomenclatureEntry, ...]:
    """The entries by code, one that stands on two sheets once; names of both kinds of regions that agree once."""
    found: dict[tuple[str, str], NomenclatureEntry] = {}
    for entry in entries:
        found.setdefault((entry.kode, entry.region), entry)
    return tuple(found[key] for key in sorted(found))


def _tables(path: Path) -> Iterable[Rows]:
    if path.suffix.casefold() == ".csv":
        if path.stat().st_size > _MAX_CSV:
            raise NoList("berkasnya terlalu besar")
        yield _delimited(path.read_bytes())[0]
        return
    if path.suffix.casefold() in _SLOW:
        from pokin_docs.extract.sources.open_source import read_source

        outcome = read_source(path)
        if outcome.value is None:
            raise NoList(message(outcome.temuan[0]).rstrip("."))
        yield from map(_rows, outcome.value)
        return
    refused = guard.refuse(path)
    if refused:
        raise NoList(message(refused[0]).rstrip("."))
    yield from xlsx.all_rows(path)


def _rows(grid: Grid) -> Rows:
    width = grid.last_column + 1
    return [
        [grid.text(*grid.merges.get((row, column), (row, column))) for column in range(1, width)]
        for row in range(1, grid.last_row + 1)
    ]


def _has_codes(rows: Sequence[Sequence[str]], columns: ListColumns) -> bool:
    return any(True for _ in list_entries(rows[columns.row + 1 :], columns))


def _delimited(data: bytes) -> tuple[Rows, ListColumns | None]:
    """Rows of a text with separators, whichever it uses, and the columns of the list in it."""
    text = _decoded(data)
    for sign in sorted(";,\t|", key=lambda sign: -text[:5000].count(sign)):
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
        except csv.Error:
            continue
        columns = find_columns(rows[: TITLE_ROWS + 1])
        if columns is not None:
            return rows, columns
    return [], None


def _decoded(data: bytes) -> str:
    """A text as Excel or Notepad may have saved it: UTF-8, UTF-16, or the code page of Windows."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # a glance may end inside a letter
            return data[: error.start].decode("utf-8-sig")
        return data.decode("cp1252", "replace")
