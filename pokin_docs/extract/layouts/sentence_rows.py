"""Sentences with their level in rows of their own ("Sasaran 1: Meningkatnya …"), above the rows of their indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.model.level_labels import names_a_component, split_label
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.source import CellRef


def own_sentences(grid: Grid, start: int, end: int, kolom: Mapping[tuple[str, int | None], int]) -> Mapping[int, Isian]:
    """The rows (1-based) below a header, and the one above it, that say a level and a sentence only.

    Those in the columns of Kinerja and Komponen are rows of data like all others. Where there is no such column, a row
    that only names a program, kegiatan or sub kegiatan is one too.

    Args:
        grid: The sheet.
        start: First row of the header, 1-based.
        end: Last row of the header, itself included.
        kolom: Where the columns are, 1-based: by key, and the year of a yearly column (else None).
    """

    def says_it(text: str) -> bool:
        return split_label(text) is not None or (not data and names_a_component(text))

    data = {kolom[kunci, None] for kunci in ("kinerja", "komponen") if (kunci, None) in kolom}
    if ("komponen", None) in kolom:
        data |= set(kolom.values())  # the levels stand in their column: only what nothing else reads is looked at
    found: dict[int, Isian] = {}
    above = max((baris for baris in grid.filled_columns if baris < start), default=0)
    for baris, columns in grid.filled_columns.items():
        if baris <= end and baris != above:
            continue
        texts = [(number, text) for number in columns if (text := grid.text(baris, number)).strip()]
        if len(texts) == 1 and texts[0][0] not in data and says_it(texts[0][1]):
            found[baris] = Isian(texts[0][1], CellRef(grid.title, baris, texts[0][0]))
    return found


def with_sentences(
    rows: Iterable[KinerjaRow], sentence: Mapping[int, Isian], blank: Callable[[int], KinerjaRow]
) -> Iterator[KinerjaRow]:
    """The rows, each sentence as Kinerja and Komponen of the first indicator below it; alone where none follows.

    Args:
        rows: Rows of the table in sheet order, without those of the sentences.
        sentence: The sentences by their row, 1-based.
        blank: Gives the row of a sentence (its number) as it is read, for one that stands alone.
    """
    waiting = sorted(sentence)
    for row in rows:
        while waiting and waiting[0] < row.baris:
            isian = sentence[waiting[0]]
            first = waiting.pop(0)
            nearest = not waiting or waiting[0] > row.baris
            if nearest and row.indikator and not (row.kinerja or row.komponen or row.lintas):
                row = _of(row, isian)
            else:
                yield _of(blank(first), isian)
        yield row
    for first in waiting:
        yield _of(blank(first), sentence[first])


def with_label_apart(row: KinerjaRow) -> KinerjaRow:
    """The row, with the level that stands in front of its sentence as its Komponen."""
    return _of(row, row.kinerja) if split_label(row.kinerja.text) else row


def _of(row: KinerjaRow, isian: Isian) -> KinerjaRow:
    label, sentence = split_label(isian.text) or (isian.text, "")
    alone = row.baris == isian.source.baris and row.kinerja.text != isian.text
    indikator = Isian("", CellRef(row.lembar, row.baris)) if alone else row.indikator
    return replace(
        row, kinerja=Isian(sentence, isian.source), komponen=Isian(label, isian.source), indikator=indikator
    )  # fmt: skip
