"""The rows of a table with one column per level in the order of the tree: every node, then what lies below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.matrix import LevelBlock, MatrixHeader
from pokin_docs.model.texts import fold, fold_sentence


@dataclass(frozen=True)
class ComingRow:
    """One row to come: an indicator of a node; only the first of a node has its sentence.

    ``content`` is False where the columns beside the sentence belong to a lower level of the same row.
    """

    baris: int
    block: LevelBlock
    first: bool
    content: bool = True


@dataclass
class _MatrixNode:
    block: LevelBlock
    key: str
    baris: list[int]
    indikator: set[str] = field(default_factory=set)


def arrange(grid: Grid, matrix: MatrixHeader, rows: Sequence[int]) -> Iterator[ComingRow]:
    """The rows of the tree in its order: every node with its indicators, then what lies below it.

    Args:
        grid: The sheet.
        matrix: Its header.
        rows: Numbers (1-based) of the rows of data, in sheet order.
    """
    if matrix.shared:
        yield from _arrange_shared(grid, matrix, rows)
        return
    nodes: list[_MatrixNode] = []
    open_: dict[int, _MatrixNode] = {}
    for baris in rows:
        fresh = False
        for index, block in enumerate(matrix.blocks):
            key = _key(grid, baris, block)
            indikator = fold(grid.text(baris, block.kolom.get(("indikator", None), 0)))
            node = open_.get(index)
            if key and (node is None or fresh or key != node.key):
                node = _MatrixNode(block, key, [baris], {indikator})
                nodes.append(node)
                open_ = {level: kept for level, kept in open_.items() if level < index} | {index: node}
                fresh = True
            elif _says_more(grid, baris, block, node, indikator):
                if node is None:
                    node = open_[index] = _MatrixNode(block, "", [])
                    nodes.append(node)
                node.baris.append(baris)
                node.indikator.add(indikator)
    for node in nodes:
        for place, baris in enumerate(node.baris):
            yield ComingRow(baris, node.block, place == 0 and bool(node.key))


def _arrange_shared(grid: Grid, matrix: MatrixHeader, rows: Sequence[int]) -> Iterator[ComingRow]:
    open_: dict[int, str] = {}
    last = 0
    for baris in rows:
        keys = {index: key for index, block in enumerate(matrix.blocks) if (key := _key(grid, baris, block))}
        changed = [index for index in keys if open_.get(index) != keys[index]]
        if changed:
            fresh = [index for index in keys if index >= min(changed)]
            open_ = {index: key for index, key in open_.items() if index < min(changed)}
            open_ |= {index: keys[index] for index in fresh}
            for index in fresh:
                yield ComingRow(baris, matrix.blocks[index], first=True, content=index == fresh[-1])
            last = fresh[-1]
        else:
            last = max(keys, default=last)
            yield ComingRow(baris, matrix.blocks[last], first=False)


def _key(grid: Grid, baris: int, block: LevelBlock) -> str:
    texts = [grid.text(baris, number) for number in (block.nama, block.kinerja) if number]
    return "|".join(fold_sentence(text) for text in texts).strip("|")


def _says_more(grid: Grid, baris: int, block: LevelBlock, node: _MatrixNode | None, indikator: str) -> bool:
    """Whether a row that goes on with a node brings an indicator, or something that has none."""
    if indikator:
        return node is None or indikator not in node.indikator
    sentence = any(grid.text(baris, number).strip() for number in (block.nama, block.kinerja) if number)
    # A blank indicator of a node that has others repeats or goes on with nothing; alone it would be lost.
    return not sentence and any(grid.text(baris, number).strip() for number in block.kolom.values())
