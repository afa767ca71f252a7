"""Codes of a foreign table that Excel or a person wrote without their zeros: "2.16.1.2.1" is 2.16.01.2.01."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import is_component_name
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.programs import LEVEL_OF_CODE, CodeKind, close_code, kind_of
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import squeeze

_SEGMENTS = re.compile(r"(?:\d|X)(?:\.(?:\d{1,4}|XX))*")
_WIDTHS = (1, 2, 2, 1, 2, 4)
"""Digits of the segments of a code; a sub kegiatan may have two in place of four."""
_KINDS = {3: CodeKind.PROGRAM, 5: CodeKind.KEGIATAN, 6: CodeKind.SUB_KEGIATAN}
_HEADINGS = 2
"""Segments of the codes of urusan and bidang urusan, which head the programs."""


def whole_code(text: str) -> str:
    """The code with the zeros that its segments lost; empty where the text is not a code of that form.

    Args:
        text: What stands in a cell: ``2.16.1.2.1``.
    """
    plain = squeeze(close_code(text)).rstrip(".")
    parts = plain.split(".")
    if _SEGMENTS.fullmatch(plain) is None or len(parts) not in _KINDS:
        return ""
    if kind_of(plain) is not None:
        return plain
    code = ".".join(part.zfill(width) for part, width in zip(parts, _WIDTHS, strict=False))
    return code if kind_of(code) is _KINDS[len(parts)] else ""


def with_zeros(area: TableArea, columns: Iterable[int], log: FindingLog) -> TableArea:
    """The table with whole codes in place of those without their zeros, where a column holds nothing but codes.

    A column of numbers has some that are no codes: "1.2.1.1" counts, and is neither program nor kegiatan. Names that
    say another level than the code contradict it, and leave all as it is.

    Args:
        area: The table.
        columns: Its columns of codes, 1-based.
        log: Takes once per column what is read.
    """
    changed: dict[tuple[int, int], str] = {}
    for number in columns:
        cells = area.profiles[number].cells
        texts = {
            row: squeeze(close_code(cell.kode_text)).rstrip(".") for row, cell in cells.items() if cell.text.strip()
        }
        whole = {row: code for row, text in texts.items() if (code := whole_code(text))}
        rest = [text for row, text in texts.items() if row not in whole]
        if not _are_codes(whole, rest) or _is_contradicted(area, whole):
            continue
        lost = {row: code for row, code in whole.items() if kind_of(texts[row]) is None}
        if not lost:
            continue
        changed |= {(row, number): code for row, code in lost.items()}
        places = [CellRef(area.grid.title, row, number) for row in lost]
        first = next(iter(lost))
        log.note("B125", places[0], jumlah=len(lost), teks=texts[first], kode=lost[first], sel=first_cells(places))
    if not changed:
        return area
    read = {place: replace(area.grid.cells[place], text=code, kode_text=code) for place, code in changed.items()}
    return replace(area, grid=replace(area.grid, cells={**area.grid.cells, **read}))


def _are_codes(whole: Mapping[int, str], rest: Iterable[str]) -> bool:
    """Whether a column has kegiatan or sub kegiatan, and beside components nothing but urusan and bidang urusan."""
    headings = all(text.count(".") < _HEADINGS for text in rest if _SEGMENTS.fullmatch(text))
    return headings and any(kind_of(code) is not CodeKind.PROGRAM for code in whole.values())


def _is_contradicted(area: TableArea, whole: Mapping[int, str]) -> bool:
    """Whether a name in the row of a code says another level than its code."""
    for row, code in whole.items():
        kind = kind_of(code)
        level = LEVEL_OF_CODE[kind] if kind is not None else None
        texts = (area.grid.text(row, number) for number in area.grid.filled_columns.get(row, ()))
        said = {read_label(text) for text in texts if is_component_name(text) and whole_code(text) == ""}
        said &= set(LEVEL_OF_CODE.values())
        if said and level not in said:
            return True
    return False
