"""What is wrong with the pages of a paper: what a page parts, what stands alone or outside, wrong numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from pokin_docs.files.contents.word_body import body_of
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.pdf.layout import Layout, PageBlock, Piece
from pokin_docs.pdf.reading import plain

_SIGNED = re.compile(
    r"\bNIP\b|\bpihak (?:pertama|kedua)\b\s*,|^\s*(?:mengetahui|ditetapkan di|disetujui)\b", re.IGNORECASE
)
_DAY = re.compile(r"^[\w .]+, ?[\d….]+ \w*[….]* ?\d{4}$")
_LONGEST_SIGNED = 700
"""Signs: what is longer is no block of signatures, though a NIP stands in it."""
_CAPTION = re.compile(r"^(?:tabel|gambar|grafik)\s+[\w.]*\d", re.IGNORECASE)
_TABLE_CAPTION = re.compile(r"^tabel\s+[\w.]*\d", re.IGNORECASE)  # that of a picture stands below it
_ENTRY_NUMBER = re.compile(r"[\s.…·_](\d{1,4}|[ivxlc]{1,7})$", re.IGNORECASE)
_LONGEST_ENTRY = 400
_NUMBER = re.compile(r"^\W*(?:halaman|hal\.?)?\W*(\d{1,4}|[ivxlc]{1,7})\W*$", re.IGNORECASE)
_FOOT = 0.5
"""Share of a page's height below which a heading that ends it stands at its foot; a page of titles is meant."""
_FITS = 0.75
"""Share of a page's height: a higher row must be cut somewhere."""
_RIGHT = 0.35
"""Share of a page's width right of which the lines above signatures begin."""
_FEWEST = 3
"""Papers of a class from which on there is a usual number of pages."""
_SLACK, _CROSSED = 5.7, 1.5
"""Points that text may stand in a margin, and that it must reach over a line to cross it."""
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_PAGE_PART = re.compile(r"<w:(pgSz|pgMar)\b([^>]*)>")
_SAID = re.compile(r'w:(\w+)="(-?[\d.]+)"')
_TWIPS = 20.0


def judge_pages(document: bytes, layout: Layout, place: str) -> tuple[Temuan, ...]:
    """What is wrong with the pages of a Word file's PDF, one finding of each code for all its pages.

    What a page parts is known only where the PDF says what its texts belong to, as LibreOffice's does.

    Args:
        document: The Word file, for its margins.
        layout: Where things stand in its PDF.
        place: The path of the PDF in the build folder, for the findings.
    """
    found = {code: list(rule(layout)) for code, rule in _RULES.items()}
    found["D69"] += _outside_margins(layout, margins(document))
    return tuple(
        temuan(code, CellRef(""), berkas=place, halaman=_named(page for page, _ in places), kalimat=places[0][1])
        for code, places in found.items()
        if places
    )


def judge_sheet(layout: Layout, place: str) -> tuple[Temuan, ...]:
    """What is wrong with the pages of a workbook's PDF: texts and numbers that leave their cell or their page.

    What stands wholly outside a page is the text of a cell that goes over several: it is printed on another of them.

    Args:
        layout: Where things stand in it.
        place: The path of the PDF in the build folder, for the findings.
    """
    places = [*_over_lines(layout), *_cut_by_edge(layout), *_hashes(layout)]
    if not places:
        return ()
    pages = _named(page for page, _ in places)
    return (temuan("D69", CellRef(""), berkas=place, halaman=pages, kalimat=places[0][1]),)


def _cut_by_edge(layout: Layout) -> Iterator[tuple[int, str]]:
    """Texts of which a part lies beyond the edge of their page.

    A text that runs down over merged cells is written again above their next page, where nothing shows it.
    """
    whole = {(text.page, text.text) for text in layout.texts if text.top <= layout.sizes[text.page - 1][1]}
    for text in layout.texts:
        width, height = layout.sizes[text.page - 1]
        is_seen = text.left < width and text.right > 0 and text.bottom < height and text.top > 0
        is_cut = text.left < -_CROSSED or text.right > width + _CROSSED or text.bottom < -_CROSSED
        is_above = text.top > height + _CROSSED and (text.page - 1, text.text) not in whole
        if is_seen and (is_cut or is_above):
            yield text.page, _short(text.text)


def _hashes(layout: Layout) -> Iterator[tuple[int, str]]:
    """Numbers for which their cell is too narrow: signs are printed instead."""
    for text in layout.texts:
        if len(text.text.strip()) > 2 and set(text.text.strip()) == {"#"}:
            yield text.page, text.text.strip()


def longer_than_usual(counts: Mapping[str, int]) -> tuple[tuple[str, int, int], ...]:
    """Papers that have more pages than most of their like, each with its pages and the usual number.

    Args:
        counts: Pages of each paper of one class; of fewer than three nobody knows what is usual.
    """
    if len(counts) < _FEWEST:
        return ()
    usual, times = Counter(counts.values()).most_common(1)[0]
    is_usual = times * 2 > len(counts)
    return tuple((paper, pages, usual) for paper, pages in counts.items() if is_usual and pages > usual)


def _named(pages: Iterable[int]) -> str:
    return ", ".join(str(page) for page in sorted(set(pages)))


def _parted_signatures(layout: Layout) -> Iterator[tuple[int, str]]:
    """Blocks of signatures that a page cuts, or before which nothing of their paper stands on the page."""
    blocks = [part for block in layout.blocks for part in _without_signatures(block) if part.pages]
    for number, block in enumerate(blocks):
        if not _is_signed(block):
            continue
        after = blocks[number + 1 :]
        if any(other.pages[0] == block.pages[-1] and not _is_signed(other) for other in after[:3]):
            continue  # a paper that names somebody and goes on
        # The day, and the post that signs, stand on the right above.
        above = (other for other in reversed(blocks[:number]) if not (_is_signed(other) or _is_above(other, layout)))
        first = next(above, None)
        if len(block.pages) > 1 or (first is not None and first.pages[-1] < block.pages[0]):
            yield block.pages[-1], _short(block.text)


def _without_signatures(block: PageBlock) -> tuple[PageBlock, ...]:
    """A table of rows that ends in a row of signatures, parted there; any other block as it is."""
    rows = list(block.of_kind("TR")) if block.kind == "Table" else []
    first = next((number for number, row in enumerate(rows) if _is_signed(row)), 0)
    if not any(cell.kind == "TH" for row in rows[:first] for cell in row.parts):
        return (block,)
    return PageBlock("Table", (), tuple(rows[:first])), PageBlock("Table", (), tuple(rows[first:]))


def _is_signed(block: PageBlock) -> bool:
    text = block.text
    return len(text) < _LONGEST_SIGNED and _SIGNED.search(text) is not None


def _is_above(block: PageBlock, layout: Layout) -> bool:
    """Whether a paragraph may be the day above signatures, or the post that signs: short, and on the right."""
    pieces = list(block.pieces())
    width = layout.sizes[pieces[0].page - 1][0]
    is_right = min(piece.left for piece in pieces) > width * _RIGHT
    return block.kind == "P" and len(block.text) < 80 and (is_right or _DAY.match(block.text) is not None)


def _headings_at_foot(layout: Layout) -> Iterator[tuple[int, str]]:
    """Headings and captions after which nothing stands on their page, while their paper goes on."""
    blocks = [block for block in layout.blocks if block.pages]
    for block, after in pairwise(blocks):
        page = block.pages[-1]
        if not (block.is_heading or (after.kind == "Table" and _TABLE_CAPTION.match(block.text))):
            continue
        bottom = min(piece.bottom for piece in block.pieces() if piece.page == page)
        if after.pages[0] > page and bottom < layout.sizes[page - 1][1] * _FOOT:
            yield page, _short(block.text)


def _cut_rows(layout: Layout) -> Iterator[tuple[int, str]]:
    """Rows that stand on two pages though they would fit on one."""
    for table in PageBlock("", (), layout.blocks).of_kind("Table"):
        for row in () if _is_signed(table) else table.of_kind("TR"):
            cells = [cell for cell in row.parts if cell.rows == 1]
            pieces = [piece for cell in cells for piece in cell.pieces()]
            pages = sorted({piece.page for piece in pieces})
            if len(pages) > 1 and _height(pieces) < layout.sizes[pages[0] - 1][1] * _FITS:
                yield pages[0], _short(row.text)


def _height(pieces: Iterable[Piece]) -> float:
    spans: dict[int, tuple[float, float]] = {}
    for piece in pieces:
        low, high = spans.get(piece.page, (piece.bottom, piece.top))
        spans[piece.page] = min(low, piece.bottom), max(high, piece.top)
    return sum(high - low for low, high in spans.values())


def _over_lines(layout: Layout) -> Iterator[tuple[int, str]]:
    """Texts that a ruled line goes through: they stand outside their cell."""
    lines: dict[int, list[Piece]] = {}
    for line in layout.lines:
        lines.setdefault(line.page, []).append(line)
    for text in layout.texts:
        for line in lines.get(text.page, ()):
            if _crosses(line, text):
                yield text.page, _short(text.text)
                break


def _crosses(line: Piece, text: Piece) -> bool:
    height = text.top - text.bottom
    if line.top - line.bottom > line.right - line.left:
        middle = text.bottom + height / 2
        return (
            text.left + _CROSSED < line.left and line.right < text.right - _CROSSED and line.bottom < middle < line.top
        )
    # What goes through a text from its first to its last letter strikes it out.
    is_longer = line.left < text.left - 3 or line.right > text.right + 3
    touches = line.left < text.right - _CROSSED and line.right > text.left + _CROSSED
    return is_longer and touches and text.bottom + 0.25 * height < line.bottom and line.top < text.top - 0.25 * height


def _outside_margins(
    layout: Layout, allowed: tuple[tuple[float, float, float, float], ...]
) -> Iterator[tuple[int, str]]:
    """Texts in the margins of their page, or beyond it."""
    for text in layout.texts:
        width, height = layout.sizes[text.page - 1]
        fits = [
            (left, right) for wide, high, left, right in allowed if abs(wide - width) < 3 and abs(high - height) < 3
        ]
        left, right = (min(one for one, _ in fits), min(one for _, one in fits)) if fits else (0.0, 0.0)
        if text.left < left - _SLACK or text.right > width - right + _SLACK or text.bottom < 0 or text.top > height:
            yield text.page, _short(text.text)


def margins(document: bytes) -> tuple[tuple[float, float, float, float], ...]:
    """Width, height, left and right margin of the pages of each section of a Word file, in points.

    Args:
        document: The Word file.
    """
    found = []
    for section in _SECTION.findall(body_of(document)):
        said = {
            f"{part}/{name}": value
            for part, words in _PAGE_PART.findall(section)
            for name, value in _SAID.findall(words)
        }
        if "pgSz/w" in said and "pgMar/left" in said:
            width, height, left, right = (
                float(said.get(name, 0)) / _TWIPS for name in ("pgSz/w", "pgSz/h", "pgMar/left", "pgMar/right")
            )
            found.append((width, height, left, right))
    return tuple(dict.fromkeys(found))


def _wrong_numbers(layout: Layout) -> Iterator[tuple[int, str]]:
    """Lines of a list of contents whose number is not that printed on the page of what they name."""
    printed = printed_numbers(layout)
    homes: dict[str, list[int]] = {}
    for block in layout.blocks:
        if block.pages and (block.is_heading or _CAPTION.match(block.text)):
            homes.setdefault(plain(block.text), []).append(block.pages[0])
    for block in layout.blocks:
        is_short = block.pages and not block.is_heading and len(block.text) < _LONGEST_ENTRY
        found = _ENTRY_NUMBER.search(block.text) if is_short else None
        if found is None:
            continue
        here, title = block.pages[0], block.text[: found.start()].rstrip(" .…·_")
        numbers = {printed[page] for page in homes.get(plain(title), ()) if page in printed and page > here}
        if numbers and found[1].casefold() not in numbers:
            yield here, _short(title)


def printed_numbers(layout: Layout) -> dict[int, str]:
    """The number that stands in the head or foot of each page that has one.

    Args:
        layout: Where things stand in a PDF.
    """
    found = {}
    for text in layout.texts:
        said = _NUMBER.match(text.text) if text.mark < 0 else None
        if said:
            found[text.page] = said[1].casefold()
    return found


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


_RULES = {
    "D65": _parted_signatures,
    "D66": _headings_at_foot,
    "D67": _cut_rows,
    "D69": _over_lines,
    "D58": _wrong_numbers,
}
