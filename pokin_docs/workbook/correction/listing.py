"""The sheet "Temuan": counts on top, below them every cause of findings with a link to its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from pokin_docs.files.xml_part import quoted, text
from pokin_docs.model.findings import Severity
from pokin_docs.model.source import column_letters

WAIVED = "diabaikan"
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COLUMNS = (("No", 5), ("Tingkat", 13), ("Kode", 12), ("Lembar", 16), ("Sel", 11), ("Temuan", 62), ("Saran", 52),
          ("Alasan", 24), ("Penanda di sel", 24))  # fmt: skip
_HEADINGS = 5
"""The row of the column titles; what is above it stays in sight together with it."""

_HOW_TO = (
    "Klik Sel untuk menuju selnya; tombol di judul kolom menyaring. Betulkan, simpan, lalu jalankan periksa lagi. "
    "Lembar ini tidak dibaca, dan dibuat ulang setiap kali."
)
_LINE, _MAX_HEIGHT = 13.5, 400
_MAX_TEXT = 32_767


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a kind of cell looks: the inside of its font, its colour (of a severity), a border, where text stands."""

    font_xml: str
    fill: str | Severity = ""
    border: bool = True
    middle: bool = False
    wrap: bool = True


_SMALL, _BOLD = '<{p}sz val="10"/>', '<{p}b/><{p}sz val="10"/>'
_TITLE_LOOK = CellLook('<{p}b/><{p}sz val="14"/><{p}color rgb="FF1F4E78"/>', border=False, wrap=False)
_TITLES = CellLook('<{p}b/><{p}sz val="10"/><{p}color rgb="FFFFFFFF"/>', "FF1F4E78", middle=True)
_CONTENT_WORDS, _TENGAH = CellLook(_SMALL), CellLook(_SMALL, middle=True)
_LINK = CellLook('<{p}u/><{p}sz val="10"/><{p}color rgb="FF0563C1"/>', middle=True)
_SEVERITIES = {
    **{level.value: CellLook(_BOLD, level, middle=True) for level in Severity},
    WAIVED: CellLook(_BOLD, "FFEDEDED", middle=True),
}


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of the list: a cause of so many findings (``count``).

    ``link`` is where its cell leads to, "" where there is no such place.
    """

    severity: str
    kode: str
    lembar: str
    place_text: str
    link: str
    message: str
    saran: str
    reason: str
    marker: str
    count: int = 1


def filter_range(item: int) -> str:
    """The range with filter buttons for so many lines."""
    return f"$A${_HEADINGS}:${column_letters(len(_COLUMNS))}${_HEADINGS + max(item, 1)}"


def printed_title() -> str:
    """The rows printed on top of every page."""
    return f"${_HEADINGS}:${_HEADINGS}"


def sheet(buku: str, item: Sequence[ListLine], style: Callable[[CellLook], int]) -> bytes:
    """The part of the sheet.

    Args:
        buku: File name of the workbook.
        item: The lines, findings first and waived ones at the end.
        style: Number of the style of a kind of cell.
    """
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, (_, width) in enumerate(_COLUMNS, 1)
    )
    rows = [*_summary(buku, item, style), *(_line(_HEADINGS + n, n, entry, style) for n, entry in enumerate(item, 1))]
    if not item:
        rows.append(_row(_HEADINGS + 1, [(6, "Tidak ada temuan.", style(_CONTENT_WORDS))], 1))
    links = "".join(
        f'<hyperlink ref="E{_HEADINGS + n}" location="{quoted(entry.link)}" display="{quoted(entry.place_text)}"/>'
        for n, entry in enumerate(item, 1)
        if entry.link
    )
    first = f"A{_HEADINGS + 1}"
    filtered = filter_range(len(item)).replace("$", "")
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_SPACE}">'
        '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{_HEADINGS}" topLeftCell="{first}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{first}" sqref="{first}"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<autoFilter ref="{filtered}"/>{links and f"<hyperlinks>{links}</hyperlinks>"}'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _summary(buku: str, item: Sequence[ListLine], style: Callable[[CellLook], int]) -> list[str]:
    """The title, the counts by severity and by sheet, and how to use the list: rows 1 to 3; then the column titles."""
    levels = [entry.severity for entry in item for _ in range(entry.count)]
    labels = [(2 + n, kind, style(look)) for n, (kind, look) in enumerate(_SEVERITIES.items())]
    counts = [(2 + n, levels.count(kind), style(_TENGAH)) for n, kind in enumerate(_SEVERITIES)]
    sheets = dict.fromkeys(entry.lembar or "Buku kerja" for entry in item)
    each = [(entry.lembar or "Buku kerja", entry.severity) for entry in item for _ in range(entry.count)]
    by_sheet = [f"{name}: {_counted(level for title, level in each if title == name)}" for name in sheets]
    lines = max(len(by_sheet), ceil(len(_HOW_TO) / _COLUMNS[6][1]) + 1)
    return [
        _row(1, [(1, f"Temuan pada {buku}", style(_TITLE_LOOK))], 1.6, wrap=False),
        _row(2, [*labels, (6, "Menurut lembar", style(_TITLES)), (7, "Cara memakai", style(_TITLES))], 1),
        _row(
            3,
            [*counts, (6, "\n".join(by_sheet) or "-", style(_CONTENT_WORDS)), (7, _HOW_TO, style(_CONTENT_WORDS))],
            lines,
        ),
        _row(_HEADINGS, [(n, name, style(_TITLES)) for n, (name, _) in enumerate(_COLUMNS, 1)], 1.5),
    ]


def _counted(levels: Iterable[str]) -> str:
    found = list(levels)
    return ", ".join(f"{found.count(kind)} {kind}" for kind in _SEVERITIES if kind in found)


def _line(row: int, number: int, entry: ListLine, style: Callable[[CellLook], int]) -> str:
    words = (
        entry.severity,
        entry.kode,
        entry.lembar,
        entry.place_text,
        entry.message,
        entry.saran,
        entry.reason,
        entry.marker,
    )
    looks = (
        _SEVERITIES[entry.severity],
        _TENGAH,
        _CONTENT_WORDS,
        _LINK if entry.link else _TENGAH,
        *[_CONTENT_WORDS] * 4,
    )
    cells: list[tuple[int, str | int, int]] = [(1, number, style(_TENGAH))]
    cells += [(n, word, style(look)) for n, (word, look) in enumerate(zip(words, looks, strict=True), 2)]
    lines = max(
        sum(ceil(max(len(line), 1) * 0.95 / _COLUMNS[n - 1][1]) for line in str(word).split("\n"))
        for n, word, _ in cells
    )
    return _row(row, cells, lines)


def _row(row: int, cells: Sequence[tuple[int, str | int, int]], lines: float, *, wrap: bool = True) -> str:
    """A row of (column, text or number, style), high enough for so many lines."""
    height = min(lines * _LINE + (2 if wrap else 0), _MAX_HEIGHT)
    content = "".join(_cell(f"{column_letters(column)}{row}", value, style) for column, value, style in cells)
    return f'<row r="{row}" ht="{height:g}" customHeight="1">{content}</row>'


def _cell(place: str, value: str | int, style: int) -> str:
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    if not value:
        return f'<c r="{place}" s="{style}"/>'
    # An inline text is never a formula, whatever it begins with.
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text(value[:_MAX_TEXT])}</t></is></c>'
    )
