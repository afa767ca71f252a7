"""What stands in titles beside the name of a column: units of targets, words of scale, brackets that nothing uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pokin_docs.extract.layouts.column_titles import match_title
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.budget_versions import split_version
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.money_units import powers_in_title
from pokin_docs.model.ranges import first_of
from pokin_docs.model.rows import Isian, KinerjaRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.workbook_spec import Lembar

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
_IN_UNIT = re.compile(r"\b(?:dalam|dlm|satuan)\s+([^\W\d_]+|%)\s*$", re.IGNORECASE)
_UNIT_WORD = re.compile(r"^(?:dalam|dlm|satuan)\s+", re.IGNORECASE)
_PERCENT = {"persen": "%", "prosen": "%", "persentase": "%"}
_SCALE = re.compile(r"\b(?:ribu|rb|juta|jt|mil[iy]ar|mlr|tril[iy]un)", re.IGNORECASE)
_HARMLESS = re.compile(
    r"(?:tahun )?(?:ke ?)?(?:\d+|[ivx]+|n ?\d*)|.*\b20\d\d\b.*|k|rp|rupiah|idr|outcome|output|baseline|wajib|opsional"
    r"|(?:bila|jika|lihat|pilih|diisi|isi|boleh|contoh|misalnya|tidak wajib|per)\b.*"
)
_SHOWN = 6


def name_title_units(rows: Sequence[SheetRow], lembar: str, header: SheetHeader, log: FindingLog) -> None:
    """Name the first row whose Satuan differs from the unit in the title of its target, or from its words of scale.

    What stands in brackets is a unit where it is a percent sign or some row has it as its Satuan.

    Args:
        rows: The rows of the table.
        lembar: The title of the sheet.
        header: Its header.
        log: Takes what is found.
    """
    own = [row for row in rows if isinstance(row, KinerjaRow) and row.satuan]
    units = {"%", *(_unit(row.satuan.text) for row in own)}
    done = False
    for (kunci, tahun), number in header.kolom.items():
        if kunci not in ("target", "kondisi_awal"):
            continue
        title = header.title.get(number, "")
        told = next((text for text in said_units(title) if _unit(text) in units), "")
        place = CellRef(lembar, header.baris, number)
        if told and not done:
            row = next((row for row in own if _value(row, tahun) and _unit(row.satuan.text) != _unit(told)), None)
            if row is not None:
                done = True
                log.note("B62", place, apa="Satuan", teks=squeeze(told), lain=row.satuan.source,
                         isi=row.satuan.clean, dipakai=row.satuan.source)  # fmt: skip
        elif powers_in_title(title) - {0}:
            _name_scale(own, title, tahun, place, log)


def _name_scale(rows: Iterable[KinerjaRow], title: str, tahun: int | None, place: CellRef, log: FindingLog) -> None:
    """Name a title that scales targets whose Satuan does not say so: they print as they are typed."""
    for row in rows:
        value = _value(row, tahun)
        if value and value.number is not None and _unit(row.satuan.text) != "%" and not _SCALE.search(row.satuan.text):
            log.note("B108", place, teks=squeeze(title), isi=value.clean, satuan=row.satuan.clean, sel=value.source)
            return


def _value(row: KinerjaRow, tahun: int | None) -> Isian | None:
    return row.target.get(tahun) if tahun is not None else row.kondisi_awal


def said_units(title: str) -> Iterator[str]:
    """What a title may say of the unit of what stands below it: in brackets, or behind "dalam"."""
    for text in _in_brackets(title):
        yield _UNIT_WORD.sub("", text.strip())
    if match := _IN_UNIT.search(title):
        yield match.group(1)


def _in_brackets(title: str) -> Iterator[str]:
    return (next(filter(None, groups), "") for groups in _BRACKETS.findall(title))


def _unit(text: str) -> str:
    plain = squeeze(text).casefold().strip(" .")
    return _PERCENT.get(plain, plain)


def name_riders(lembar: Lembar, rows: Sequence[SheetRow], header: SheetHeader, sheet: str, log: FindingLog) -> None:
    """Name, once for a table, what stands in brackets in titles of its columns and is not used for anything.

    Args:
        lembar: What its columns are called.
        rows: Its rows.
        header: Its header.
        sheet: The title of its sheet.
        log: Takes what is found.
    """
    units = {_unit(row.satuan.text) for row in rows if isinstance(row, KinerjaRow) and row.satuan}
    plain = {fold(text.replace("{tahun}", "")) for kolom in lembar.kolom for text in (kolom.title, *kolom.alias)}
    found: dict[str, CellRef] = {}
    for number in sorted(set(header.kolom.values())):
        title = header.title.get(number, "")
        if fold(title) in plain:
            continue
        for text in _in_brackets(title):
            if fold(text) not in plain and not _is_used(lembar, text, units):
                found.setdefault(squeeze(text), CellRef(sheet, header.baris, number))
    if found:
        told = [f"«{text}» di {place.address}" for text, place in found.items()]
        log.note("B109", next(iter(found.values())), daftar=first_of(told, _SHOWN))


def _is_used(lembar: Lembar, text: str, units: set[str]) -> bool:
    """Whether a text in brackets says nothing, is read, or only helps to fill the column in."""
    key = fold(text)
    return (
        not re.search(r"[^\W\d_]", key)
        or _HARMLESS.fullmatch(key) is not None
        or _unit(_UNIT_WORD.sub("", text.strip())) in ("%", *units)
        or bool(powers_in_title(text))
        or split_version(key)[1] is not None
        or match_title(lembar, text) is not None
        or read_label(text) is not None
    )
