"""What the import wrote, kept in a hidden sheet of the result: by it the next run knows what the planner changed."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.workbook.imported.asked import AskedPlace, EditKind, PlannersEdit
from pokin_docs.workbook.imported.content import OfficialRow
from pokin_docs.workbook.look import CellContent

_VERSION = 1
_HEAD = "pokin_docs impor"
_CHUNK = 30_000
"""Characters in one cell; Excel takes 32,767."""
_MOST_BYTES = 100 * 2**20
_FIRST_ROW = 3
CHOICES_COLUMN, DATA_COLUMN = 1, 2


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """What a run wrote, before what the planner had changed was put into it.

    ``shown`` is what the sheet Impor says of each column and group of rows, ``chosen`` what of it the planner decided,
    both by table and number or name. ``edits`` are the keys of those that were named, ``waiting`` those in rows that
    were gone.
    """

    sources: tuple[str, ...] = ()
    shown: Mapping[AskedPlace, str] = field(default_factory=dict)
    chosen: Mapping[AskedPlace, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[OfficialRow, ...]] = field(default_factory=dict)
    identitas: Mapping[str, CellContent] = field(default_factory=dict)
    edits: frozenset[str] = frozenset()
    waiting: tuple[PlannersEdit, ...] = ()


def write_record(sheet: Worksheet, record: ImportRecord, choices: Sequence[str]) -> None:
    """Fill the hidden sheet: a line that says what it is, the choices of the drop-downs, the record.

    Args:
        sheet: The empty sheet.
        record: What is kept.
        choices: Everything that a drop-down of the sheet Impor offers.
    """
    sheet.sheet_state = "veryHidden"
    sheet.cell(1, 1, _HEAD)
    sheet.cell(1, 2, "Catatan program; jangan diubah.")
    for row, choice in enumerate(choices, start=_FIRST_ROW):
        sheet.cell(row, CHOICES_COLUMN, choice)
    text = base64.b64encode(zlib.compress(_packed(record).encode(), 9)).decode()
    for number, start in enumerate(range(0, len(text), _CHUNK)):
        # A letter in front: what begins with "=" or "'" would be taken for something else.
        cell = sheet.cell(_FIRST_ROW + number, DATA_COLUMN, "z" + text[start : start + _CHUNK])
        cell.data_type = "s"


def choices_range(title: str, choices: Sequence[str], wanted: Sequence[str]) -> str:
    """The range of the hidden sheet that offers these choices, which stand one below the other there.

    Args:
        title: Name of the hidden sheet.
        choices: All choices, as they were written.
        wanted: Some that follow each other in it.
    """
    first = next(i for i in range(len(choices)) if tuple(choices[i : i + len(wanted)]) == tuple(wanted)) + _FIRST_ROW
    return f"'{title}'!$A${first}:$A${first + len(wanted) - 1}"


def read_record(texts: Mapping[tuple[int, int], str]) -> ImportRecord | None:
    """The record in the cells of a hidden sheet, by row and column; None where they hold none of ours."""
    if texts.get((1, 1)) != _HEAD:
        return None
    chunks = [text for (row, column), text in sorted(texts.items()) if column == DATA_COLUMN and row >= _FIRST_ROW]
    try:
        unfolder = zlib.decompressobj()
        data = unfolder.decompress(base64.b64decode("".join(chunk[1:] for chunk in chunks), validate=True), _MOST_BYTES)
        if unfolder.unconsumed_tail:
            return None
        return _unpacked(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error):
        return None


def _packed(record: ImportRecord) -> str:
    known = {
        "versi": _VERSION,
        "sumber": list(record.sources),
        "tampil": [[*key, role] for key, role in record.shown.items()],
        "pilihan": [[*key, role] for key, role in record.chosen.items()],
        "baris": {
            kunci: [[row.origin, {key: _as_json(value) for key, value in row.values.items()}] for row in rows]
            for kunci, rows in record.rows.items()
        },
        "identitas": {key: _as_json(value) for key, value in record.identitas.items()},
        "suntingan": sorted(record.edits),
        "menunggu": [
            [edit.sheet, edit.origin, edit.column, _as_json(edit.written), _as_json(edit.typed)]
            for edit in record.waiting
        ],
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def _unpacked(known: Any) -> ImportRecord | None:
    if known["versi"] != _VERSION:
        return None
    return ImportRecord(
        tuple(map(str, known["sumber"])),
        _roles(known["tampil"]),
        _roles(known["pilihan"]),
        {
            str(kunci): tuple(
                OfficialRow(str(origin), {str(key): _from_json(value) for key, value in values.items()})
                for origin, values in rows
            )
            for kunci, rows in known["baris"].items()
        },
        {str(key): _from_json(value) for key, value in known["identitas"].items()},
        frozenset(map(str, known["suntingan"])),
        tuple(
            PlannersEdit(EditKind.LOST, str(sheet), str(origin), str(column), _from_json(written), _from_json(typed))
            for sheet, origin, column, written, typed in known["menunggu"]
        ),
    )


def _roles(known: Any) -> dict[AskedPlace, str]:
    return {
        (str(table), number if isinstance(number, str) else int(number)): str(role) for table, number, role in known
    }


def _as_json(value: CellContent) -> Any:
    return {"d": value.isoformat()} if isinstance(value, date) else value


def _from_json(value: Any) -> CellContent:
    if isinstance(value, dict):
        return date.fromisoformat(value["d"])
    return value if isinstance(value, str | int | float) or value is None else str(value)
