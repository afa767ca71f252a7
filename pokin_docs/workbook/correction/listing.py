"""The sheet "Temuan": counts on top, below them every finding with a link to its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from pokin_docs.files.xml_part import quoted, text
from pokin_docs.model.findings import Tingkat
from pokin_docs.model.source import column_letters

DIABAIKAN = "diabaikan"
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KOLOM = (("No", 5), ("Tingkat", 13), ("Kode", 12), ("Lembar", 16), ("Sel", 11), ("Temuan", 62), ("Saran", 52),
          ("Alasan", 24), ("Penanda di sel", 24))  # fmt: skip
_KEPALA = 5
"""The row of the column titles; what is above it stays in sight together with it."""

_CARA = (
    "Klik Sel untuk menuju selnya; tombol di judul kolom menyaring. Betulkan, simpan, lalu jalankan periksa lagi. "
    "Lembar ini tidak dibaca, dan dibuat ulang setiap kali."
)
_LINE, _MAX_HEIGHT = 13.5, 400
_MAX_TEXT = 32_767


@dataclass(frozen=True, slots=True)
class Rupa:
    """How a kind of cell looks: the inside of its font, its colour (of a severity), a border, where text stands."""

    huruf: str
    isian: str | Tingkat = ""
    tepi: bool = True
    tengah: bool = False
    lipat: bool = True


_SMALL, _BOLD = '<{p}sz val="10"/>', '<{p}b/><{p}sz val="10"/>'
_JUDUL = Rupa('<{p}b/><{p}sz val="14"/><{p}color rgb="FF1F4E78"/>', tepi=False, lipat=False)
_TITLES = Rupa('<{p}b/><{p}sz val="10"/><{p}color rgb="FFFFFFFF"/>', "FF1F4E78", tengah=True)
_ISI, _TENGAH = Rupa(_SMALL), Rupa(_SMALL, tengah=True)
_TAUTAN = Rupa('<{p}u/><{p}sz val="10"/><{p}color rgb="FF0563C1"/>', tengah=True)
_TINGKAT = {
    **{tingkat.value: Rupa(_BOLD, tingkat, tengah=True) for tingkat in Tingkat},
    DIABAIKAN: Rupa(_BOLD, "FFEDEDED", tengah=True),
}


@dataclass(frozen=True, slots=True)
class Butir:
    """A line of the list. ``tautan`` is where its cell leads to, "" where there is no such place."""

    tingkat: str
    kode: str
    lembar: str
    sel: str
    tautan: str
    pesan: str
    saran: str
    alasan: str
    penanda: str


def filter_range(butir: int) -> str:
    """The range with filter buttons for so many lines."""
    return f"$A${_KEPALA}:${column_letters(len(_KOLOM))}${_KEPALA + max(butir, 1)}"


def printed_title() -> str:
    """The rows printed on top of every page."""
    return f"${_KEPALA}:${_KEPALA}"


def sheet(buku: str, butir: Sequence[Butir], gaya: Callable[[Rupa], int]) -> bytes:
    """The part of the sheet.

    Args:
        buku: File name of the workbook.
        butir: The lines, findings first and waived ones at the end.
        gaya: Number of the style of a kind of cell.
    """
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, (_, width) in enumerate(_KOLOM, 1)
    )
    rows = [*_summary(buku, butir, gaya), *(_line(_KEPALA + n, n, entry, gaya) for n, entry in enumerate(butir, 1))]
    if not butir:
        rows.append(_row(_KEPALA + 1, [(6, "Tidak ada temuan.", gaya(_ISI))], 1))
    links = "".join(
        f'<hyperlink ref="E{_KEPALA + n}" location="{quoted(entry.tautan)}" display="{quoted(entry.sel)}"/>'
        for n, entry in enumerate(butir, 1)
        if entry.tautan
    )
    first = f"A{_KEPALA + 1}"
    filtered = filter_range(len(butir)).replace("$", "")
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_SPACE}">'
        '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{_KEPALA}" topLeftCell="{first}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{first}" sqref="{first}"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<autoFilter ref="{filtered}"/>{links and f"<hyperlinks>{links}</hyperlinks>"}'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _summary(buku: str, butir: Sequence[Butir], gaya: Callable[[Rupa], int]) -> list[str]:
    """The title, the counts by severity and by sheet, and how to use the list: rows 1 to 3; then the column titles."""
    levels = [entry.tingkat for entry in butir]
    labels = [(2 + n, kind, gaya(look)) for n, (kind, look) in enumerate(_TINGKAT.items())]
    counts = [(2 + n, levels.count(kind), gaya(_TENGAH)) for n, kind in enumerate(_TINGKAT)]
    sheets = dict.fromkeys(entry.lembar or "Buku kerja" for entry in butir)
    by_sheet = [f"{name}: {_counted(entry.tingkat for entry in butir if (entry.lembar or 'Buku kerja') == name)}"
                for name in sheets]  # fmt: skip
    lines = max(len(by_sheet), ceil(len(_CARA) / _KOLOM[6][1]) + 1)
    return [
        _row(1, [(1, f"Temuan pada {buku}", gaya(_JUDUL))], 1.6, wrap=False),
        _row(2, [*labels, (6, "Menurut lembar", gaya(_TITLES)), (7, "Cara memakai", gaya(_TITLES))], 1),
        _row(3, [*counts, (6, "\n".join(by_sheet) or "-", gaya(_ISI)), (7, _CARA, gaya(_ISI))], lines),
        _row(_KEPALA, [(n, name, gaya(_TITLES)) for n, (name, _) in enumerate(_KOLOM, 1)], 1.5),
    ]


def _counted(levels: Iterable[str]) -> str:
    found = list(levels)
    return ", ".join(f"{found.count(kind)} {kind}" for kind in _TINGKAT if kind in found)


def _line(row: int, number: int, entry: Butir, gaya: Callable[[Rupa], int]) -> str:
    words = (entry.tingkat, entry.kode, entry.lembar, entry.sel, entry.pesan, entry.saran, entry.alasan, entry.penanda)
    looks = (_TINGKAT[entry.tingkat], _TENGAH, _ISI, _TAUTAN if entry.tautan else _TENGAH, *[_ISI] * 4)
    cells: list[tuple[int, str | int, int]] = [(1, number, gaya(_TENGAH))]
    cells += [(n, word, gaya(look)) for n, (word, look) in enumerate(zip(words, looks, strict=True), 2)]
    lines = max(
        sum(ceil(max(len(line), 1) * 0.95 / _KOLOM[n - 1][1]) for line in str(word).split("\n")) for n, word, _ in cells
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
