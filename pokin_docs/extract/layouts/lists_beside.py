"""Lists of several levels that stand side by side, each from the top down, instead of one path of the tree per row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pokin_docs.extract.grid import Grid
from pokin_docs.model.texts import fold_sentence

_MORE = 2
"""How much longer a list is than the one left of it, at least, for both to be lists that begin at the top."""


def lower_lists(grid: Grid, sentences: Sequence[int], rows: Sequence[int]) -> Iterator[int]:
    """The columns of sentences that are lists of their own: dense from the first row on, as the shorter one before.

    In a table with one path per row the cells of a level are blank, merged or repeated beside what lies below it.

    Args:
        grid: The sheet.
        sentences: The columns of sentences from the highest level down, 1-based.
        rows: The rows of data, 1-based.
    """
    if not rows or any(place[1] in sentences and place[0] in rows for place in grid.merges):
        return
    for upper, lower in pairwise(sentences):
        above, below = ([row for row in rows if grid.text(row, number).strip()] for number in (upper, lower))
        said = {fold_sentence(grid.text(row, upper)) for row in above}
        dense = all(list(found) == list(rows[: len(found)]) for found in (above, below))
        if dense and len(above) == len(said) > 1 and len(below) >= len(above) + _MORE:
            yield lower
