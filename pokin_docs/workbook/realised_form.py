"""The blank form of a unit as a workbook: what it is asked about, drop-downs, help; nothing is protected."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.model.printing import rupiah
from pokin_docs.model.realised_form import (
    ABOUT_KEYS,
    ABOUT_TITLE,
    FORM_NAME,
    MEASURED,
    MEASURES,
    MEASURES_TITLE,
    MONEY,
    MONEY_TITLE,
    UnitForm,
)
from pokin_docs.model.source import column_letters
from pokin_docs.model.workbook_spec import QUARTER_CHOICES, ColumnType, Kolom
from pokin_docs.workbook import behaviour, saving
from pokin_docs.workbook.look import BOLD, HELP, TITLE, CellContent, as_body, as_header, cell_at, put, row_height
from pokin_docs.workbook.sheets import new_book

_HEADER = 3
_NO = Kolom("no", "No", "Nomor urut.", width=6)
_HOW = (
    "Isi hanya kolom berjudul kuning pada lembar Kinerja dan Anggaran; kolom berjudul biru menjelaskan.",
    "Belum diukur: biarkan kosong. 0 berarti memang nol.",
    "Nilai diisi angkanya saja (85,5), predikat dengan kodenya (BB). Anggaran dalam rupiah, triwulan ini saja.",
    "Baris yang tidak perlu boleh dihapus, kolom boleh digeser; kode, ID, dan kalimat indikator jangan diubah.",
    "Simpan, lalu kirim kembali berkas ini kepada perencana.",
)


def form_bytes(form: UnitForm) -> bytes:
    """The workbook; equal forms give equal bytes."""
    book = new_book()
    _about(book.create_sheet(ABOUT_TITLE), form)
    _measures(book.create_sheet(MEASURES_TITLE), form)
    _money(book.create_sheet(MONEY_TITLE), form)
    return saving.saved(book, {2: "B4:B504", 3: "A4:A504"})


def _about(sheet: Worksheet, form: UnitForm) -> None:
    widths = (24.0, 70.0)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(number)].width = width
    sheet.cell(1, 1, FORM_NAME).font = TITLE
    values = (form.agency, str(form.year), QUARTER_CHOICES[form.quarter - 1], form.unit)
    for row, (key, value) in enumerate(zip(ABOUT_KEYS, values, strict=True), start=3):
        for number, text in enumerate((key, value), start=1):
            cell = cell_at(sheet, row, number)
            as_body(cell)
            put(cell, text)
        cell_at(sheet, row, 1).font = BOLD
    for row, text in enumerate(_HOW, start=4 + len(ABOUT_KEYS)):
        cell = cell_at(sheet, row, 1)
        put(cell, f"{row - 3 - len(ABOUT_KEYS)}. {text}")
        cell.font = HELP
    behaviour.set_up_page(sheet, sum(widths))


def _measures(sheet: Worksheet, form: UnitForm) -> None:
    quarter, before = QUARTER_CHOICES[form.quarter - 1], QUARTER_CHOICES[form.quarter - 2] if form.quarter > 1 else ""
    told = [
        _NO,
        MEASURES.kolom_of("indikator_id"),
        MEASURES.kolom_of("indikator"),
        MEASURES.kolom_of("kode"),
        Kolom("kinerja", "Kinerja", "Yang diukur indikator itu.", width=38),
        Kolom("satuan", "Satuan", "Satuan target.", width=12),
        Kolom("target", f"Target {form.year}", "Target tahun itu.", ColumnType.VALUE, width=11),
        Kolom(
            "target_tw", f"Target s.d. {quarter}", "Yang diharapkan sampai triwulan ini.", ColumnType.VALUE, width=11
        ),
    ]
    if before:
        told.append(Kolom("before", f"Sudah tercatat s.d. {before}", "Realisasi yang ada di buku kerja.", width=12))
    asked = [MEASURES.kolom_of("nilai"), *MEASURED]
    rows = [
        [str(number), one.indikator_id, one.indikator, one.kode, one.kinerja, one.satuan, one.target, one.target_tw,
         *([one.before] if before else [])]
        for number, one in enumerate(form.measures, start=1)
    ]  # fmt: skip
    title = f"Kinerja {quarter} {form.year}: {form.unit}"
    _table(sheet, title, told, asked, rows, {"nilai": f"Nilai {quarter}"})
    column = column_letters(len(told) + 1)
    for row, one in enumerate(form.measures, start=_HEADER + 1):
        if one.predicates:
            behaviour.add_choices(sheet, f"{column}{row}", one.predicates)
    pic = column_letters(len(told) + 1 + [kolom.kunci for kolom in asked].index("pic"))
    posts = [post for post in form.posts if "," not in post]
    if rows and posts and len(",".join(posts)) < 250:
        behaviour.add_choices(sheet, f"{pic}{_HEADER + 1}:{pic}{_HEADER + len(rows)}", posts)


def _money(sheet: Worksheet, form: UnitForm) -> None:
    quarter = QUARTER_CHOICES[form.quarter - 1]
    told = [
        MONEY.kolom_of("kode"),
        MONEY.kolom_of("nomenklatur"),
        Kolom("pagu", f"Pagu {form.year}", "Pagu tahun itu.", ColumnType.RUPIAH, width=18),
    ]
    if form.quarter > 1:
        before = QUARTER_CHOICES[form.quarter - 2]
        told.append(
            Kolom("before", f"Sudah tercatat s.d. {before}", "Yang ada di buku kerja.", ColumnType.RUPIAH, width=18)
        )
    asked = [MONEY.kolom_of("anggaran"), MONEY.kolom_of("kendala"), MONEY.kolom_of("bukti")]
    rows = [
        [one.kode, one.nomenklatur, _amount(one.pagu), *([_amount(one.before)] if form.quarter > 1 else [])]
        for one in form.money
    ]
    title = f"Anggaran {quarter} {form.year}: {form.unit}"
    _table(sheet, title, told, asked, rows, {"anggaran": f"Anggaran Realisasi {quarter}"})


def _amount(value: Decimal | None) -> CellContent:
    return None if value is None else int(value) if value == int(value) else rupiah(value)


def _table(
    sheet: Worksheet, title: str, told: Sequence[Kolom], asked: Sequence[Kolom], rows: Sequence[Sequence[CellContent]],
    titles: dict[str, str],
) -> None:  # fmt: skip
    """A table whose left columns tell, and whose right ones are to be filled in.

    Args:
        sheet: The empty sheet.
        title: What stands above it.
        told: Columns that tell.
        asked: Columns that are filled in.
        rows: What the left columns tell.
        titles: Titles of columns by their key, where they are not the usual ones.
    """
    sheet.cell(1, 1, title).font = TITLE
    columns = (*told, *asked)
    for number, kolom in enumerate(columns, start=1):
        letters, name = column_letters(number), titles.get(kolom.kunci, kolom.title)
        sheet.column_dimensions[letters].width = kolom.width
        as_header(cell_at(sheet, _HEADER, number), name, sample=number > len(told))
        behaviour.add_help(sheet, f"{letters}{_HEADER}", name, kolom.help_text)
    for row, values in enumerate(rows, start=_HEADER + 1):
        for number, kolom in enumerate(columns, start=1):
            cell = cell_at(sheet, row, number)
            as_body(cell, kolom)
            put(cell, values[number - 1] if number <= len(told) else None)
        sheet.row_dimensions[row].height = row_height(
            (value, kolom.width) for value, kolom in zip(values, told, strict=True)
        )
    widths = [(titles.get(kolom.kunci, kolom.title), kolom.width - 2) for kolom in columns]
    sheet.row_dimensions[_HEADER].height = max(row_height(widths) + 6, 30)
    behaviour.set_up_page(sheet, sum(kolom.width for kolom in columns))
    frozen = 2 if told[0].kunci == "kode" else 3
    behaviour.freeze_titles(sheet, f"{column_letters(frozen + 1)}{_HEADER + 1}", _HEADER, f"A:{column_letters(frozen)}")
