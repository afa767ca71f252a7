"""Codes of a foreign table that Excel or a person wrote without their zeros: "2.16.1.2.1" is 2.16.01.2.01."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import is_component_name
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.programs import LEVEL_OF_CODE, CodeKind, close_code, kind_of, whole_code
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.source import CellRef

_CODE = re.compile(r"\s*((?:\d|X)(?:\.(?:\d{1,4}|XX))*)\.?(?:\s*[-–:/|]\s*|\s+|$)(.*)", re.DOTALL)
"""A code, or what may be one, and what stands behind it."""
_HEADINGS = 2
"""Segments of the codes of urusan and bidang urusan, which head the programs."""


def with_zeros(area: TableArea, codes: Iterable[int], texts: Iterable[int], log: FindingLog) -> TableArea:
    """The table with whole codes in place of those without their zeros, where a column holds nothing but codes.

    A column of numbers has some that are no codes: "1.2.1.1" counts, and is neither program nor kegiatan. Names that
    say another level than the code contradict it, and leave all as it is.

    Args:
        area: The table.
        codes: Its columns of codes, 1-based.
        texts: Its columns of names and sentences, which may have their code in front of them.
        log: Takes once per column what is read.
    """
    changed: dict[tuple[int, int], str] = {}
    for number in (*codes, *texts):
        cells = {row: cell for row, cell in area.profiles[number].cells.items() if cell.text.strip()}
        typed = {row: _CODE.match(close_code(cell.kode_text)) for row, cell in cells.items()}
        parts = {row: (match.group(1), match.group(2)) for row, match in typed.items() if match}
        whole = {row: code for row, (text, _) in parts.items() if (code := whole_code(text))}
        rest = [parts[row][0] for row in parts if row not in whole]
        lost = {row: code for row, code in whole.items() if kind_of(parts[row][0]) is None}
        if not lost or not _are_codes(whole, rest) or _is_contradicted(area, whole):
            continue
        changed |= {(row, number): f"{code} {parts[row][1]}".strip() for row, code in lost.items()}
        places = [CellRef(area.grid.title, row, number) for row in lost]
        first = next(iter(lost))
        log.note(
            "B125", places[0], jumlah=len(lost), teks=parts[first][0], kode=lost[first], sel=first_cells(places)
        )  # fmt: skip
    if not changed:
        return area
    read = {place: replace(area.grid.cells[place], text=code, kode_text=code) for place, code in changed.items()}
    return replace(area, grid=replace(area.grid, cells={**area.grid.cells, **read}))


def _are_codes(whole: Mapping[int, str], rest: Iterable[str]) -> bool:
    """Whether a column has kegiatan or sub kegiatan, and beside components nothing but urusan and bidang urusan."""
    headings = all(text.count(".") < _HEADINGS for text in rest)
    return headings and any(kind_of(code) is not CodeKind.PROGRAM for code in whole.values())


def _is_contradicted(area: TableArea, whole: Mapping[int, str]) -> bool:
    """Whether a name in the row of a code says another level than its code."""
    for row, code in whole.items():
        kind = kind_of(code)
        level = LEVEL_OF_CODE[kind] if kind is not None else None
        texts = (area.grid.text(row, number) for number in area.grid.filled_columns.get(row, ()))
        said = {read_label(_CODE.sub(r"\2", text)) for text in texts if is_component_name(text)}
        said &= set(LEVEL_OF_CODE.values())
        if said and level not in said:
            return True
    return False
