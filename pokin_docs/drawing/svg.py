"""Pages as SVG: text stays text, so it can be searched and read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from pokin_docs.drawing.font import FONT_FAMILY, SUBSTITUTE_FONT
from pokin_docs.drawing.page import DASHES, MM_PER_PT, ConnectingLine, DrawnBox, DrawnPage, TextLine

_ANCHOR = {"tengah": "middle", "kanan": "end"}
_DASH = " ".join(map(str, DASHES))


def as_svg(page: DrawnPage) -> str:
    """One page; its units are millimetres."""
    return "".join(_parts(page))


def _parts(page: DrawnPage) -> Iterator[str]:
    wide, high = _n(page.width), _n(page.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}mm" height="{high}mm" viewBox="0 0 {wide} {high}" '
        f'role="img" aria-label={quoteattr(page.summary)} lang="id" '
        f"font-family=\"'{FONT_FAMILY}', {SUBSTITUTE_FONT}, Helvetica, sans-serif\">\n"
        f"<title>{escape(page.title)}</title>\n<desc>{escape(page.summary)}</desc>\n"
        f'<rect width="{wide}" height="{high}" fill="#FFFFFF"/>\n'
    )
    for tint in page.level_areas:
        yield (
            f'<rect x="{_n(tint.x)}" y="{_n(tint.y)}" width="{_n(tint.width)}" height="{_n(tint.height)}" '
            f'fill="{tint.fill}"/>\n'
        )
    yield '<g class="garis" fill="none" stroke-linejoin="round">\n'
    yield from (_line(line) for line in page.lines)
    yield "</g>\n"
    for box in page.box:
        yield from _box(box)
    yield '<g class="keterangan">\n'
    for sample in page.legend_samples:
        yield from _box(sample)
    yield from (_text(text) for text in page.texts)
    yield "</g>\n</svg>\n"


def _line(line: ConnectingLine) -> str:
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in line.points)
    dash = f' stroke-dasharray="{_DASH}"' if line.dashed else ""
    return (
        f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="{_n(line.thickness * MM_PER_PT)}"'
        f' data-dari="{line.start}" data-ke="{line.end}"{dash}/>\n'
    )


def _box(box: DrawnBox) -> Iterator[str]:
    dash = f' stroke-dasharray="{_DASH}"' if box.dashed else ""
    number = f' data-kinerja="{box.number}"' if box.number is not None else ""
    yield (
        f'<g class="{box.kind.value}"{number}><rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" rx="{_n(box.corner_radius)}" fill="{box.fill}" stroke="{box.outline}" '
        f'stroke-width="{_n(box.outline_width * MM_PER_PT)}"{dash}/>\n'
    )
    yield from (_text(text) for text in box.lines)
    yield "</g>\n"


def _text(text: TextLine) -> str:
    anchor = f' text-anchor="{_ANCHOR[text.align]}"' if text.align in _ANCHOR else ""
    bold = ' font-weight="700"' if text.bold else ""
    turn = f' transform="rotate(-90 {_n(text.x)} {_n(text.y)})"' if text.rotation else ""
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.font_size * MM_PER_PT)}" fill="{text.colour}"'
        f"{anchor}{bold}{turn}>{escape(text.text)}</text>\n"
    )


def _n(value: float) -> str:
    """The number with at most three decimals: the same on every machine."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
