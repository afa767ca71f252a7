"""How far a tree can be stacked and how narrow its boxes can be: what limits the arrangements to try."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.drawing.font import read_font
from pokin_docs.drawing.layout import arrange as rows
from pokin_docs.drawing.layout.boxes import SLACK
from pokin_docs.drawing.page import HANGING_INDENT, SELA_X, TreeNode, TreePage


def stack_sizes(sheet: TreePage) -> tuple[int, ...]:
    """How many leaves may stand one below the other, from one to all of the longest run."""
    leaves = _longest_run(sheet.roots)
    return tuple(n for n in (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30) if n <= leaves)


def longest_word(nodes: tuple[TreeNode, ...]) -> float:
    """The width of a box whose longest word stands on one line, within reason."""
    words = {
        (word, part.kind) for node in nodes for part in node.content for word in re.split(r"\s+|(?<=[/-])", part.text)
    }
    here = (read_font(style.bold).width(word) + (HANGING_INDENT if style.is_bullet else 0) for word, style in words)
    wide = max(here, default=0.0) / SLACK + 2 * SELA_X + 0.01
    return max([9.0, min(12.5, wide), *(longest_word(node.children) for node in nodes if node.children)])


def all_nodes(node: TreeNode) -> Iterator[TreeNode]:
    """A node and all below it."""
    yield node
    for child in node.children:
        yield from all_nodes(child)


def _longest_run(nodes: tuple[TreeNode, ...]) -> int:
    here = sum(not node.children for node in nodes)
    return max([here, 1, *(_longest_run(node.children) for node in nodes)])


def has_middle_leaves(sheet: TreePage) -> bool:
    """Whether a node above the lowest level of a page has none below it."""
    deepest = rows.levels(sheet)[-1]

    def any_leaf(nodes: tuple[TreeNode, ...]) -> bool:
        return any((not n.children and n.komponen.value < deepest) or any_leaf(n.children) for n in nodes)

    return any_leaf(sheet.roots)
