"""What was read of other tables, as rows of the official workbook: every level by its official label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from pokin_docs.model.level_labels import names_a_component, read_label
from pokin_docs.model.levels import LINTAS_LABEL, SASARAN_ORDER, KomponenPerencanaan
from pokin_docs.model.programs import ProgramList, leading_code
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import numbered_lines, without_number
from pokin_docs.model.tree import Kinerja, PohonKinerja
from pokin_docs.model.workbook_spec import (
    DEFAULT_TAHUN,
    IDENTITAS_KEYS,
    KOMPONEN_CHOICES,
    LEMBAR,
    TAHAP_5,
    ColumnType,
    Kolom,
    Lembar,
)
from pokin_docs.workbook.look import CellContent

_SENTENCES = ("kinerja", "indikator")


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """A row of the official workbook: ``origin`` is its place in the source, ``values`` are by column key.

    A yearly column has a key for each year: ``target 2026``.
    """

    origin: str
    values: Mapping[str, CellContent]


@dataclass(frozen=True, slots=True)
class OfficialTables:
    """All rows by the key of their sheet, the values of Identitas, and the cells that all of it came from."""

    rows: Mapping[str, tuple[OfficialRow, ...]]
    identitas: Mapping[str, CellContent]
    years: tuple[int, ...]
    places: frozenset[CellRef]


def official_tables(
    buku: BukuKerja,
    tree: PohonKinerja,
    programs: ProgramList,
    budget_sheets: frozenset[str] = frozenset(),
    described: tuple[Lembar, ...] = LEMBAR,
) -> OfficialTables:
    """What was read as rows of the official workbook.

    Args:
        buku: What was read.
        tree: The tree of it: its nodes are the rows of the main table, in its order.
        programs: The programs that the tree names, for those that the sheet Program lacks.
        budget_sheets: Sheets of the source whose components without a sentence are lines of the sheet Program only.
        described: The sheets of the official workbook.
    """
    maker = _RowMaker()
    rows: dict[str, tuple[OfficialRow, ...]] = {}
    for lembar in described:
        found = tuple(maker.rows(lembar, buku.rows_of(lembar.row_type, lembar.kunci)))
        if lembar is TAHAP_5:
            found = tuple(_main_rows(maker, tree, budget_sheets))
        elif lembar.kunci == "program":
            known = {row.values.get("kode") for row in found}
            more = (entry.baris for entry in programs.program_lines if entry.kode not in known)
            found += tuple(maker.rows(lembar, more))
        if found:
            rows[lembar.kunci] = found
    identitas = {
        entry.kunci: maker.value(entry.kolom, buku.identitas[entry.kunci])
        for entry in IDENTITAS_KEYS
        if buku.identitas.get(entry.kunci)
    }
    years = {
        year for lembar in described for row in rows.get(lembar.kunci, ()) for year in lembar.plan_years(row.values)
    }
    return OfficialTables(rows, identitas, _years(years), frozenset(maker.places))


def _years(found: set[int]) -> tuple[int, ...]:
    """The years of the columns: those of the source and between them; without any those of a new workbook."""
    return tuple(range(min(found), max(found) + 1)) if found and max(found) - min(found) < 30 else DEFAULT_TAHUN


class _RowMaker:
    """Makes rows, and keeps the cells that they came from."""

    def __init__(self) -> None:
        self.places: set[CellRef] = set()
        self.count: Counter[str] = Counter()

    def rows(self, lembar: Lembar, rows: Iterable[SheetRow]) -> Iterator[OfficialRow]:
        for row in rows:
            if values := self.values(lembar, row):
                yield OfficialRow(self.origin(lembar, row), values)

    def origin(self, lembar: Lembar, row: SheetRow) -> str:
        """The place of a row in its source, numbered where several came from one."""
        place = f"{lembar.kunci}|{row.lembar}|{row.baris}"
        self.count[place] += 1
        return f"{place}|{self.count[place]}"

    def values(self, lembar: Lembar, row: SheetRow) -> dict[str, CellContent]:
        names = {field.name for field in fields(row)}
        found: dict[str, CellContent] = {}
        for kolom in lembar.kolom:
            if kolom.kunci not in names:
                continue
            content = getattr(row, kolom.kunci)
            by_key = (
                {f"{kolom.kunci} {year}": isian for year, isian in sorted(content.items())}
                if kolom.per_tahun
                else {kolom.kunci: content}
            )
            for key, isian in by_key.items():
                value = self.value(kolom, isian)
                if value is not None:
                    found[key] = value
        return found

    def value(self, kolom: Kolom, isian: Isian) -> CellContent:
        """The cell as it is typed: money as a number, a day as a day, all else as it is read."""
        if isian.said_none:
            self.places.add(isian.source)
            return "-"
        if isian.is_blank:
            return None
        self.places.add(isian.source)
        if kolom.jenis is ColumnType.RUPIAH and isian.number is not None:
            return _plain_number(isian.number)
        if kolom.jenis is ColumnType.DATE and isian.tanggal is not None:
            return isian.tanggal
        return _unnumbered(isian.text) if kolom.kunci in _SENTENCES else isian.text


def _unnumbered(text: str) -> str:
    """A sentence without its own number in a list; several in one cell and codes stay as they are."""
    return without_number(text) if numbered_lines(text) == 1 and leading_code(text) is None else text


def _plain_number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _main_rows(maker: _RowMaker, tree: PohonKinerja, budget_sheets: frozenset[str]) -> Iterator[OfficialRow]:
    sasaran = 0
    for node in tree.kinerja:
        if node.baris[0].lembar in budget_sheets and node.kode and not any(row.indikator for row in node.baris):
            continue
        sasaran += node.komponen is KomponenPerencanaan.SASARAN
        for number, row in enumerate(node.baris):
            shown = row if not number else replace(row, kinerja=replace(row.kinerja, text=""))
            values = maker.values(TAHAP_5, shown)
            if not number:
                values["komponen"] = _label(node, sasaran)
            elif "komponen" in values:
                del values["komponen"]  # it goes on with the node above
            if "kode" in values and not row.kode.text.strip():
                del values["kode"]
            yield OfficialRow(maker.origin(TAHAP_5, row), _in_order(values))
    for row in tree.lintas:
        values = maker.values(TAHAP_5, row)
        if row.kinerja and not row.lintas:
            values["rujukan"] = LINTAS_LABEL[0]
        yield OfficialRow(maker.origin(TAHAP_5, row), _in_order(values))


def _label(node: Kinerja, sasaran: int) -> str:
    """What stands in Komponen: the text of the source where it says the level by itself, else the official label."""
    row: KinerjaRow = node.baris[0]
    text = row.komponen.text
    read = read_label(text) if row.komponen else None
    own = text in KOMPONEN_CHOICES or names_a_component(text)
    if (read is node.komponen and own) or (read is None and row.komponen and row.kode):
        return text
    if node.komponen is KomponenPerencanaan.TUJUAN:
        return "Tujuan SKPD"
    if node.komponen is KomponenPerencanaan.SASARAN:
        return f"Sasaran {SASARAN_ORDER[sasaran - 1]} SKPD" if sasaran <= len(SASARAN_ORDER) else "Sasaran SKPD"
    return node.komponen.label


def _in_order(values: dict[str, CellContent]) -> dict[str, CellContent]:
    order = {kolom.kunci: number for number, kolom in enumerate(TAHAP_5.kolom)}
    return dict(sorted(values.items(), key=lambda entry: (order[entry[0].split()[0]], entry[0])))
