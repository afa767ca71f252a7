"""What tells the levels of a table without Komponen: other columns, label rows, numbers, the look of its sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.closing_rows import closing_rows, note_rows
from pokin_docs.extract.layouts.numbering import numbered_levels
from pokin_docs.extract.layouts.parent_ids import ParentIds, parent_ids
from pokin_docs.extract.layouts.section_rows import find_sections
from pokin_docs.extract.layouts.sheet_header import SheetHeader, missing
from pokin_docs.extract.layouts.shown_levels import ShownLevels, shown_levels
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.level_labels import NUMBERING_SYSTEMS, read_label
from pokin_docs.model.levels import KomponenPerencanaan, read_jenis_pk, read_jenjang, read_komponen
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import Lembar

_WHO = re.compile(r"\b(?:penanggung ?jawab|pj|pic|pengampu|pengelola|pelaksana|unit)\b")
"""Titles of those who answer for a row."""
_IKU = re.compile(r"\biku\b|indikator kinerja utama")
_OF_IKU = frozenset(("sasaran", "kinerja", "kinerja utama", "sasaran kinerja"))
KNOWN_SHARE = 0.6
"""Part of the values of a column that must be known for it to be what they say."""


def with_levels(
    grid: Grid, lembar: Lembar, header: SheetHeader, log: FindingLog
) -> tuple[SheetHeader, tuple[Temuan, ...]]:
    """The header of a main table without Komponen, with what says the levels in its place (B42), if anything does.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        header: The header without Komponen.
        log: Takes what is found.
    """
    baris, kolom, heading = header.baris, header.kolom, header.title
    rows = [row for row in grid.filled_columns if row > baris]
    part = find_sections(grid, lembar, kolom, heading, rows)
    kinerja = kolom.get(("kinerja", None))
    source = _level_column(grid, header)
    if part.label and source == kinerja:
        source = None  # what names levels in that column are the label rows
    elsewhere = f"baris judul bagian ({part.sample})" if part.label else _levels_elsewhere(grid, header)
    if source is not None and kolom.get(("pemilik", None)) == source and kinerja and not elsewhere:
        shown = _shown(grid, baris, kinerja)  # one post may hold two levels: the tujuan and the sasaran
        posts = {row: read_label(grid.text(row, source)) for row in rows}
        source = None if shown is not None and shown.are_finer(posts) else source
    of_all = _level_of_all(grid, header, kinerja) if kinerja else ""
    if source is not None and of_all and _WHO.search(fold(heading[source])):
        source = None  # who answers for a sasaran, not whose it is
    if elsewhere and source in (kolom.get(("kode", None)), kolom.get(("keterangan", None))):
        source = None  # read together with the other column that says levels
    tempat = CellRef(grid.title, baris, source)
    lacking = {"Komponen"}
    if source is not None:
        kolom["komponen", None] = source
        elsewhere = f"kolom {column_letters(source)} «{heading[source].strip()}»"
    elif not elsewhere and header.cell_sentences:
        first = next(iter(header.cell_sentences.values()))
        elsewhere = f"kalimat di baris tersendiri, seperti «{first.clean[:40]} …»"
        lacking.add("Kinerja")
        if kinerja and read_komponen(heading.get(kinerja, "")):  # "Tujuan: …" above the rows of a column "Sasaran"
            title = Isian(heading[kinerja].strip(), CellRef(grid.title, baris, kinerja))
            header = replace(header, rows_level=dict.fromkeys(rows, title))
    elif not elsewhere and kinerja and (told := _without_words(grid, header, kinerja, rows)) is not None:
        tempat, elsewhere, levels = told
        header = replace(header, rows_level=levels)
    elif not elsewhere and of_all:
        tempat = CellRef(grid.title, baris, kinerja)
        elsewhere = f"judul kolom «{heading[kinerja or 0].strip()}»"
        header = replace(header, rows_level=dict.fromkeys(rows, Isian(of_all, tempat)))
    if elsewhere:
        log.note("B42", tempat, lembar=grid.title, sumber=elsewhere)
    else:
        lacking.clear()
    kinds = {"B13": lacking, "B14": lacking - {"Komponen"}}
    log.add(
        finding
        for finding in missing(grid, lembar, header)
        if not any(dict(finding.details)["kolom"].startswith(name) for name in kinds.get(finding.kode, ()))
    )
    return header, tuple(log)


def _without_words(
    grid: Grid, header: SheetHeader, kinerja: int, rows: Sequence[int]
) -> tuple[CellRef, str, Mapping[int, Isian]] | None:
    """The levels that IDs, numbers or the look of sentences tell: the cell that shows it, in words, by row."""
    if (ids := _linked(grid, header, kinerja)) is not None:
        levels = {row: Isian(f"Level {depth}", ids.place(grid, row)) for row, depth in ids.depths.items()}
        title = header.title[ids.parent].strip()
        return CellRef(grid.title, header.baris, ids.parent), f"kolom {column_letters(ids.parent)} «{title}»", levels
    if numbered := numbered_levels(grid, kinerja, rows):
        number = next(iter(numbered.values())).source.kolom or kinerja
        return CellRef(grid.title, header.baris, number), f"{NUMBERING_SYSTEMS} {column_letters(number)}", numbered
    if shown := _shown(grid, header.baris, kinerja):
        place = CellRef(grid.title, header.baris, kinerja)
        return place, f"{shown.way} di kolom {column_letters(kinerja)}", shown.labels(grid.title, kinerja)
    return None


def _linked(grid: Grid, header: SheetHeader, kinerja: int) -> ParentIds | None:
    """What the IDs of rows and of their parents tell, where they tell it of every row."""
    out = closing_rows(grid, header.baris) | note_rows(grid, header.baris)
    rows = [
        row for row in grid.filled_columns if row > header.baris and row not in out and grid.text(row, kinerja).strip()
    ]
    known = {number for (kunci, _), number in header.kolom.items() if kunci not in ("kode", "induk", "rujukan")}
    found = parent_ids(grid, header.title, rows, known)
    return found if found is not None and not found.wrong else None


def _shown(grid: Grid, baris: int, kinerja: int) -> ShownLevels | None:
    """The levels that the look of the sentences tells, where it tells those of all."""
    out = closing_rows(grid, baris) | note_rows(grid, baris)
    title = fold(grid.text(baris, kinerja))
    rows = (row for row in grid.filled_columns if row > baris and row not in out)
    return shown_levels(grid, kinerja, [row for row in rows if fold(grid.text(row, kinerja)) != title])


def _level_of_all(grid: Grid, header: SheetHeader, kinerja: int) -> str:
    """The level of all sentences that their title says, or a list of IKU; plain "Sasaran" stands over every level."""
    title = header.title.get(kinerja, "").strip()
    if read_komponen(title) is not None and fold(title) not in ("sasaran", "tujuan"):
        return title
    above = (grid.text(row, at) for row in grid.filled_columns if row < header.start for at in grid.filled_columns[row])
    return "Sasaran" if fold(title) in _OF_IKU and any(_IKU.search(fold(text)) for text in (grid.title, *above)) else ""


def _level_column(grid: Grid, header: SheetHeader) -> int | None:
    """The column whose values name levels, whatever its title: "Eselon", "Penanggung Jawab"."""
    taken = {number for (kunci, _), number in header.kolom.items() if kunci not in ("pemilik", "keterangan", "kode")}
    kinerja = header.kolom.get(("kinerja", None), 0)
    taken.discard(kinerja)  # looked at last: "Tujuan: Terwujudnya …", "1.05.02 PROGRAM …" in the one column of texts
    best: tuple[int, bool, int] | None = None
    for number, texts in sorted(texts_below(grid, header).items(), key=lambda item: (item[0] == kinerja, item[0])):
        if number in taken or number not in header.title:
            continue
        known = [label for text in texts if (label := read_label(text)) is not None]
        # One level in all rows says what the column is about, not where a row stands.
        if len(set(known)) < 2:
            continue
        if len(known) >= KNOWN_SHARE * len(texts):
            # "Program Penunjang" beside "Sekretaris": the component says the level itself, the post through its ladder.
            component = any(isinstance(label, KomponenPerencanaan) for label in known)
            if best is None or (len(known), component) > best[:2]:
                best = (len(known), component, number)
    return best[2] if best else None


def _levels_elsewhere(grid: Grid, header: SheetHeader) -> str:
    """What says the levels of most rows if Komponen does not, or nothing."""
    texts = texts_below(grid, header)
    readers = {"keterangan": read_jenjang, "jenis_pk": read_jenis_pk}
    for kunci, read in readers.items():
        values = texts.get(header.kolom.get((kunci, None), 0), [])
        if values and sum(read(text) is not None for text in values) >= KNOWN_SHARE * len(values):
            return "kolom Kode, Keterangan, dan Jenis PK"
    return ""


def texts_below(grid: Grid, header: SheetHeader) -> dict[int, list[str]]:
    """The values below the header by column."""
    found: dict[int, list[str]] = {}
    for (baris, number), cell in grid.cells.items():
        if baris > header.baris and cell.text.strip():
            found.setdefault(number, []).append(cell.text)
    return found
