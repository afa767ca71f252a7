"""The drawn tree as the page shows it: boxes that know their node, in colours that follow light and dark.

Places and sizes are those of the drawing, in millimetres; only titles and legend stay away, which the page has itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from pokin_docs.drawing.page import (
    KOMPONEN_COLOURS,
    MM_PER_PT,
    BoxKind,
    ConnectingLine,
    Drawing,
    DrawnBox,
    DrawnPage,
    LevelArea,
    TextLine,
)

_EDGE = 2.0
"""Free border around the drawing, in mm."""


def drawing(drawing: Drawing) -> dict[str, object]:
    """All pages of a drawing below each other, with the size of the whole."""
    pages, top, width = [], 0.0, 0.0
    for page in drawing.page:
        left, upper, right, lower = _bounds(page)
        pages.append(_page(page, _EDGE - left, top + _EDGE - upper))
        top += lower - upper + 2 * _EDGE
        width = max(width, right - left + 2 * _EDGE)
    return {"width": width, "height": top, "pages": pages}


def colours() -> str:
    """The colours of the levels as properties of the style sheet: fill, ink and outline."""
    names = ("isi", "tinta", "garis")
    pairs = (
        f"--t{komponen.value}-{name}: {colour};"
        for komponen, colours in KOMPONEN_COLOURS.items()
        for name, colour in zip(names, colours, strict=True)
    )
    return f":root {{ {' '.join(pairs)} }}\n"


def _bounds(page: DrawnPage) -> tuple[float, float, float, float]:
    """Left, upper, right and lower edge of what is drawn; of nothing at all, of an empty sheet."""
    parts: tuple[DrawnBox | LevelArea, ...] = (*page.box, *page.level_areas)
    if not parts:
        return 0.0, 0.0, page.width, page.height
    points = [point for line in page.lines for point in line.points]
    return (
        min((*(part.x for part in parts), *(x for x, _ in points))),
        min((*(part.y for part in parts), *(y for _, y in points))),
        max((*(part.x + part.width for part in parts), *(x for x, _ in points))),
        max((*(part.y + part.height for part in parts), *(y for _, y in points))),
    )


def _page(page: DrawnPage, dx: float, dy: float) -> dict[str, object]:
    step = _step(page)
    return {
        "dx": dx,
        "dy": dy,
        "size": page.font_size * MM_PER_PT,
        "step": f"{step:.3f}",
        "bands": page.level_areas,
        "lines": [_line(line, page.box) for line in page.lines],
        "boxes": [_box(box, page.font_size, step) for box in page.box],
    }


def _step(page: DrawnPage) -> float:
    """From one line of a text to the next: the distance that occurs most."""
    gaps = Counter(
        round(after.y - before.y, 2)
        for box in page.box
        for before, after in pairwise(box.lines)
        if after.x == before.x and after.y > before.y
    )
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _line(line: ConnectingLine, box: tuple[DrawnBox, ...]) -> dict[str, object]:
    """A line; it knows the node it leads to, which tells the path from there to the root."""
    ends = (box[line.start].number, box[line.end].number)
    return {
        "lintas": line.dashed,
        "target": ends[1] if not line.dashed and None not in ends else None,
        "width": line.thickness * MM_PER_PT,
        "path": "M" + "L".join(f"{mm(x)} {mm(y)}" for x, y in line.points),
    }


def _box(box: DrawnBox, size: float, step: float) -> tuple[object, ...]:
    """A box with its classes, the node that it stands for, and its texts."""
    names = ["jenjang-pita" if box.kind is BoxKind.JENJANG else "kotak"]
    names.append("tl" if box.komponen is None else f"t{box.komponen.value}")
    names += ["putus"] * box.dashed
    node = box.number if box.kind is BoxKind.KINERJA else None
    return box, " ".join(names), node, [_text(run, box, size) for run in _runs(box.lines, step)]


def _runs(lines: tuple[TextLine, ...], step: float) -> list[list[TextLine]]:
    """The lines of a box, those together that follow each other at the usual distance and look the same."""
    runs: list[list[TextLine]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        below = last is not None and abs(line.y - last.y - step) < 0.03 and not line.rotation
        if below and last is not None and replace(line, y=0.0, text="") == replace(last, y=0.0, text=""):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _look(box: DrawnBox, texts: TextLine) -> str:
    """What a line of a box looks like: ``b`` is bold, ``tanda`` a mark, ``lain`` the quiet lines below."""
    if texts.bold:
        return "b"
    if texts.colour.casefold() == box.ink.casefold():
        return ""
    red, green, blue = (int(texts.colour[place : place + 2], 16) for place in (1, 3, 5))
    return "tanda" if red > 2 * max(green, blue) else "lain"


def _text(run: list[TextLine], box: DrawnBox, size: float) -> tuple[object, ...]:
    """Lines of a box at their place inside the box; the script parts them at the line breaks."""
    first = run[0]
    x, y = _short(first.x - box.x), _short(first.y - box.y)
    attributes = {
        "class": _look(box, first),
        "text-anchor": {"tengah": "middle", "kanan": "end"}.get(first.align, ""),
        "font-size": mm(first.font_size * MM_PER_PT) if first.font_size != size else "",
        "transform": f"rotate(-90 {x} {y})" if first.rotation else "",
    }
    look = [(name, value) for name, value in attributes.items() if value]
    return x, y, look, "\n".join(line.text for line in run)


def mm(value: float) -> str:
    """A length in mm without needless digits: a hundredth of a millimetre is finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _short(value: float) -> str:
    """The place of a text to a twentieth of a millimetre, a fiftieth of its height."""
    return mm(round(value * 20) / 20)
