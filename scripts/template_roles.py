"""The workbook of the matrices of roles and results: one matrix a page, a column for each result of the leader."""

from __future__ import annotations

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet
from template_sheet import BAND, FONT, GRID, HEAD, Sheet, ShippedBook

_RESULT = (
    "{{ h.kinerja }}{% for i in h.daftar_indikator %}\n• {{ i.indikator }} ({{ i.target }} {{ i.satuan }}){% endfor %}"
)
_ROLE = "{% for k in c.daftar_hasil %}{{ k.kinerja }}{% if not loop.last %}\n{% endif %}{% endfor %}"
_MOST = 200
"""Columns that are as wide as those of the template: more results has no leader."""
_SIZE = 10.0
_SIGNED = (
    "{{ tempat }}, {{ tanggal }}\n{{ m.atasan.jabatan }},\n\n\n\n{{ m.atasan.nama_cetak }}"
    "{% if m.atasan.nip %}\n{% if m.atasan.pppk %}NI PPPK{% else %}NIP.{% endif %} {{ m.atasan.nip }}{% endif %}"
)
"""In one cell, as no page ends inside a row."""


def _matrix(page: Worksheet) -> int:
    """Write the rows of a matrix; number of the last of the sheet."""
    lines: list[tuple[str, list[str]]] = [
        ("", ["{%tr for m in daftar_matriks %}"]),
        ("judul", ["MATRIKS PEMBAGIAN PERAN DAN HASIL"]),
        ("judul", ["{{ m.unit }}"]),
        ("judul", ["{{ perangkat_daerah.nama }}, TAHUN {{ tahun }}"]),
        ("", [" "]),
        ("kepala", ["NAMA PEGAWAI / JABATAN", "{%tc for h in m.daftar_hasil %}", _RESULT, "{%tc endfor %}"]),
        ("nomor", ["(1)", "{%tc for h in m.daftar_hasil %}", "({{ h.nomor }})", "{%tc endfor %}"]),
        ("", ["{%tr for p in m.daftar_pegawai %}"]),
        ("isi", ["{{ p.nama }}\n{{ p.jabatan }}", "{%tc for c in p.daftar_peran %}", _ROLE, "{%tc endfor %}"]),
        ("", ["{%tr endfor %}"]),
        ("", [" "]),
        ("tanda", [_SIGNED]),
    ]
    for number, (look, texts) in enumerate(lines, 1):
        for column, text in enumerate(texts, 1):
            _write(page, (number, column), text, look)
    last = len(lines)
    page.row_breaks.append(Break(id=last))
    page.cell(last + 1, 1, "{%tr endfor %}")
    return last + 1


def _write(page: Worksheet, place: tuple[int, int], text: str, look: str) -> None:
    cell = page.cell(*place, text)
    cell.font = Font(name=FONT, size=12 if look == "judul" else _SIZE, bold=look in ("judul", "kepala"))
    if look in ("kepala", "nomor", "isi"):
        cell.border = GRID
        middle = look != "isi"
        cell.alignment = Alignment("center" if middle else None, "center" if middle else "top", wrap_text=True)
    if look == "tanda":
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    if look == "kepala":
        cell.font, cell.fill = Font(name=FONT, size=_SIZE, bold=True, color="FFFFFF"), HEAD
    elif look == "nomor":
        cell.fill = BAND


def _draw(page: Worksheet) -> None:
    _matrix(page)
    page.column_dimensions["A"].width = 36
    page.column_dimensions["B"] = ColumnDimension(page, index="B", min=2, max=_MOST, width=30, customWidth=True)
    page.print_title_cols = "A:A"


TEMPLATE = ShippedBook(
    stem="peran-hasil",
    title="Matriks Pembagian Peran dan Hasil",
    shipped="roles/shipped.py",
    sheets=(Sheet(title="Matriks Peran Hasil", paper="f4", draw=_draw),),
)
