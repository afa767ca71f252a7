"""Levels that stand in rows of their own ("TUJUAN", "B. SASARAN:"), above the rows that they are the level of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import match_title
from pokin_docs.model.level_labels import names_a_component, read_label
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, without_number
from pokin_docs.model.workbook_spec import Lembar

_NUMBER = re.compile(r"\(?(?:[IVX]{1,5}|[ivx]{1,5}|[A-Za-z]|\d{1,2}(?:\.\d{1,2})*)[.):]*")
_RESULT_WORDS = re.compile(r"\w+nya\b")
_MAX_WORDS = 4
"""Words of a label that is not known; a sentence has more."""


@dataclass(frozen=True)
class SectionRows:
    """The label rows of a table and the rows they serve.

    ``label`` gives for each row below a label row that label with its cell; ``blank_rows`` are the label rows that no
    row follows, ``everything`` all label rows.
    """

    label: Mapping[int, Isian]
    everything: frozenset[int]
    blank_rows: tuple[Isian, ...] = ()

    @property
    def sample(self) -> str:
        """The first labels as they stand, for a message."""
        return ", ".join(list(dict.fromkeys(isian.clean for isian in self.label.values()))[:3])


def find_sections(
    grid: Grid, lembar: Lembar, kolom: Mapping[tuple[str, int | None], int], title: Mapping[int, str],
    rows: Sequence[int],
) -> SectionRows:  # fmt: skip
    """The label rows among the rows of a table; none where no row of data stands below one.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        kolom: Where the columns are, 1-based: by key, and the year of a yearly column (else None).
        title: What stands over each column (1-based).
        rows: Rows of the table in sheet order, 1-based.
    """
    kinerja, indikator = (kolom.get((kunci, None), 0) for kunci in ("kinerja", "indikator"))
    labels: dict[int, Isian] = {}
    for number, baris in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else 0
        found = _label_row(grid, lembar, kolom, title, baris)
        if found and (_is_label(found.text) or _may_be_label(grid, found, kinerja, indikator, following, bool(labels))):
            labels[baris] = found
    if all(_echoes(title, label) for label in labels.values()):
        return SectionRows({}, frozenset())  # the header of the table itself, once more on each page
    served: dict[int, Isian] = {}
    empty: list[Isian] = []
    heads = sorted(labels)
    for head, end in zip([0, *heads], [*heads, max(rows, default=0) + 1], strict=True):
        label = labels[head] if head else _label_in_title(grid, title, kinerja, labels, rows)
        block = [baris for baris in rows if head < baris < end and grid.text(baris, kinerja).strip()]
        # Below a table stands who signs it: "Kepala Dinas" over a name is the label of nothing.
        if any(grid.text(baris, indikator).strip() or _is_result(grid.text(baris, kinerja)) for baris in block):
            served |= dict.fromkeys(block, label) if label else {}
        elif head and (block or end not in labels):
            empty.append(labels[head])
    if not any(isian in served.values() for isian in labels.values()):
        return SectionRows({}, frozenset())
    return SectionRows(served, frozenset(labels), tuple(empty))


def _label_row(
    grid: Grid, lembar: Lembar, kolom: Mapping[tuple[str, int | None], int], title: Mapping[int, str], baris: int
) -> Isian | None:
    """What a row says if it says one thing only, where a label may stand; titles beside it do not count."""
    kinerja, komponen = kolom.get(("kinerja", None), 0), kolom.get(("komponen", None), 0)
    own = {text for number in (kinerja, komponen) if (text := grid.text(baris, number).strip())}
    if len(own) > 1:
        return None  # a row of data, as nearly all are
    known = set(kolom.values()) - {kinerja, komponen}
    texts = {number: text for number in grid.filled_columns[baris] if (text := grid.text(baris, number).strip())}
    said = [
        (number, text)
        for number, text in texts.items()
        if not _NUMBER.fullmatch(text) and not _is_title(lembar, title, number, text, own=number in (kinerja, komponen))
    ]
    if len({text for _, text in said}) != 1:
        return None
    number, text = said[0]
    # A name of a component alone in its own column is a component without kinerja (transform.cascade).
    if number in known or number > max(kinerja, komponen) or (number == komponen and names_a_component(text)):
        return None
    return Isian(_bare(text), CellRef(grid.title, baris, number))


def _echoes(title: Mapping[int, str], label: Isian) -> bool:
    assert label.source.kolom is not None
    return fold(label.text) == fold(title.get(label.source.kolom, ""))


def _is_title(lembar: Lembar, title: Mapping[int, str], number: int, text: str, *, own: bool) -> bool:
    """Whether a cell repeats a title of its column, as some offices do above each level."""
    if own:
        return False
    key = fold(text)
    return key.startswith(("indikator", "target")) or (
        bool(key) and (key in fold(title.get(number, "")) or match_title(lembar, text) is not None)
    )


def _bare(text: str) -> str:
    return without_number(text).strip().rstrip(":.").strip()


def _is_result(text: str) -> bool:
    return _RESULT_WORDS.match(fold(without_number(text))) is not None


def _is_label(text: str) -> bool:
    return ":" not in text and not _is_result(text) and read_label(text) is not None


def _may_be_label(
    grid: Grid, found: Isian, kinerja: int, indikator: int, following: int, among_labels: bool
) -> bool:  # fmt: skip
    """Whether a short line between labels is one that is not known: rows below it must not take the label above."""
    text = found.clean
    if not among_labels or not following or _is_result(text) or len(text.split()) > _MAX_WORDS:
        return False
    if not (grid.text(following, kinerja).strip() and grid.text(following, indikator).strip()):
        return False
    return text.isupper() or any(first == (found.source.baris, found.source.kolom) for first in _covered(grid, found))


def _covered(grid: Grid, found: Isian) -> Iterator[tuple[int, int]]:
    assert found.source.baris is not None
    yield from grid.covered.get(found.source.baris, {}).values()


def _label_in_title(
    grid: Grid, heading: Mapping[int, str], kinerja: int, labels: Mapping[int, Isian], rows: Sequence[int]
) -> Isian | None:
    """The label that the title over the sentences gives to the rows above the first label row."""
    title = heading.get(kinerja, "")
    if not labels or not rows or rows[0] in labels or read_label(title) is None:
        return None
    return Isian(_bare(title), CellRef(grid.title, rows[0] - 1, kinerja))
