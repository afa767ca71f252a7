"""A tree laid out: parted into pages, each with the arrangement that was chosen for it, and placed on its paper."""

from __future__ import annotations

from collections.abc import Callable

from pokin_docs.drawing.layout.compose import compose, frame
from pokin_docs.drawing.layout.memory import LayoutMemory
from pokin_docs.drawing.layout.search import search
from pokin_docs.drawing.layout.split import split
from pokin_docs.drawing.page import CrossCondition, Drawing, DrawingHeading, DrawingOptions, TreeNode


def lay_out(
    root: tuple[TreeNode, ...], lintas: tuple[CrossCondition, ...], heading: DrawingHeading, choices: DrawingOptions,
    on_step: Callable[[], None] = lambda: None, mark: str = "",
) -> Drawing:  # fmt: skip
    """The drawing of these trees; no page where there is no kinerja.

    Args:
        root: The topmost kinerja, from left to right.
        lintas: The cross-cutting conditions, in sheet order.
        heading: Title of the drawing.
        choices: Paper, or room in a document, and what the boxes say.
        on_step: Called before each arrangement that is tried; what it raises ends the search.
        mark: Stands for the program, so that what it found before is known; "" where nothing is kept.
    """
    title = " ".join(part for part in ("Pohon Kinerja", heading.perangkat_daerah, heading.tahun) if part)
    if not root:
        return Drawing(title, ())
    plain = choices.picture_area is not None
    memory = LayoutMemory(mark, heading, choices)
    trials = search(choices, on_step, memory)
    sheets = split(root, lintas, trials.legible, "bagian" if plain else "halaman")
    pages = []
    for number, sheet in enumerate(sheets, 1):
        chosen = memory.page(sheet, lambda sheet=sheet: trials.chosen(sheet))  # type: ignore[misc]
        edges = frame(*chosen.paper, sheet, plain=plain)
        made = trials.build(sheet, chosen.layout)
        pages.append(compose(sheet, made, edges, chosen.size, heading, number, len(sheets)))
    memory.keep()
    return Drawing(title, tuple(pages))
