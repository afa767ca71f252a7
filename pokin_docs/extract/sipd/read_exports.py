"""Exports of SIPD become lines: one per sub kegiatan of a unit and a year. Nothing personal is looked at.

Of an export of documents only codes, days and amounts are decoded: it holds names and NIP of staff.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from pokin_docs.extract.sipd.streamed import NumberText, Row, StreamedSheet, streamed_sheets
from pokin_docs.extract.sipd.titles import MONTHS, TITLE_ROWS, ExportTitles, find_titles
from pokin_docs.model.budget_versions import BudgetVersion
from pokin_docs.model.cell_words import is_blank_word
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, kind_of, split_codes
from pokin_docs.model.realised import quarter_of_month
from pokin_docs.model.sipd import SipdAgency, SipdExport, SipdLine, SipdUnit
from pokin_docs.model.source import column_letters
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.typed_values import read_day_number, read_rupiah, read_typed_date

_YEAR = re.compile(r"20\d\d")
_FIRST_WORDS_OF_TOTALS = ("jumlah", "total", "grand")
_WITHOUT_CODE = "dengan kode sub kegiatan yang tidak terbaca tidak dipakai"
_NO_AMOUNT = "berisi angka yang tidak terbaca dan dihitung nol"
_DIRECT = re.compile(r"\bls\b", re.IGNORECASE)


@dataclass(slots=True)
class _Gathering:
    """What the rows read so far say; ``unread`` counts what could not be read, by a sentence about it."""

    lines: dict[tuple[SipdUnit, int | None, str], SipdLine] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    sub_units: dict[str, str] = field(default_factory=dict)
    unread: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    amounts: dict[str, Decimal] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def leave_out(self, what: str, place: str, amount: Decimal = Decimal(0)) -> None:
        self.unread[what] += 1
        self.first.setdefault(what, place)
        self.amounts[what] = self.amounts.get(what, Decimal(0)) + amount

    def told(self) -> Iterator[str]:
        yield from self.notes
        for what, number in self.unread.items():
            money = f", bersama Rp{rupiah(self.amounts[what])}" if self.amounts[what] else ""
            yield f"{number} baris {what} (pertama: {self.first[what]}{money})."


def read_exports(paths: tuple[Path, ...], version: BudgetVersion | None = None) -> SipdExport | None:
    """What the exports among these files say together; None where none of their sheets is one.

    Args:
        paths: Files that the guard has let pass.
        version: The budget that counts where an export has that before and that after a change.

    Raises:
        Exception: Whatever a broken part provokes; the caller names the file.
    """
    gathered = _Gathering()
    found = False
    for path in paths:
        for sheet in streamed_sheets(path):
            rows = sheet.rows()
            head = list(itertools.islice(rows, TITLE_ROWS))
            titles = find_titles(head)
            if titles is None:
                continue
            found = True
            sheet.wanted = frozenset(titles.columns.values())
            below = (row for row in itertools.chain(head, rows) if row[0] > titles.row)
            gathered.notes += _about_versions(path.name, dict(head)[titles.row], titles, version)
            _ExportSheet(path.name, sheet, titles, gathered, titles.amount(version)).read(below)
    if not found:
        return None
    agencies = tuple(SipdAgency(code, name) for code, name in sorted(gathered.agencies.items()))
    sub_units = tuple(SipdAgency(code, name) for code, name in sorted(gathered.sub_units.items()))
    return SipdExport(gathered.lines, agencies, sub_units, tuple(gathered.told()))


def _about_versions(file: str, row: Row, titles: ExportTitles, version: BudgetVersion | None) -> Iterator[str]:
    """What is to be known of the budget that is read, where an export has two, or one that may be another than meant.

    Args:
        file: The name of the export.
        row: Its titles as they stand.
        titles: What they say.
        version: The budget that the workbook counts.
    """
    if not titles.has_pagu:
        return
    used, *others = sorted(titles.amounts, key=lambda key: key != titles.amount(version))
    said = {key: squeeze(row[titles.columns[key]]) for key in titles.amounts}
    if others:
        left = " dan ".join(f"«{said[key]}»" for key in others)
        yield f"{file}: pagu dibaca dari kolom «{said[used]}»; {left} tidak dipakai."
    elif version is BudgetVersion.CHANGED and used != "amount_changed":
        yield (
            f"{file}: hanya ada satu kolom pagu, «{said[used]}»; dipakai untuk perubahan, seperti APBD di Identitas. "
            "Pastikan ekspornya tahap perubahan."
        )


@dataclass(slots=True)
class _ExportSheet:
    """One sheet of an export. ``with_account`` are the sub kegiatan whose rows are parted by rekening."""

    file: str
    sheet: StreamedSheet
    titles: ExportTitles
    gathered: _Gathering
    amount: str | None
    with_account: set[tuple[SipdUnit, int | None, str]] = field(default_factory=set)
    totals: dict[tuple[SipdUnit, int | None, str], list[tuple[Row, str]]] = field(default_factory=dict)

    def read(self, rows: Iterator[tuple[int, Row]]) -> None:
        """Add what the rows say. Rows without a rekening count only where those with one do not say it already."""
        has_accounts = "account" in self.titles.columns
        for number, row in rows:
            key = self._key(number, row)
            if key is None:
                continue
            self._name(key, row)
            place = f"{self.file} «{self.sheet.title}» baris {number}"
            if has_accounts and not self._text(row, "account"):
                self.totals.setdefault(key, []).append((row, place))
                continue
            self.with_account.add(key)
            self._add(key, row, place)
        for key, left in self.totals.items():
            for row, place in left if key not in self.with_account else ():
                self._add(key, row, place)

    def _add(self, key: tuple[SipdUnit, int | None, str], row: Row, place: str) -> None:
        if self.titles.has_spending:
            self._add_spending(key, row, place)
            return
        line = self.gathered.lines[key]
        if self.titles.has_pagu and self.amount:
            amount = self._amount(row, self.amount, place)
            line.pagu = (line.pagu or Decimal(0)) + amount
            source = squeeze(self._text(row, "source"))
            if source and amount:
                line.sources[source] = line.sources.get(source, Decimal(0)) + amount
        if self.titles.has_cash:
            line.cash = line.cash or [Decimal(0)] * 4
            for number, month in enumerate(MONTHS, 1):
                line.cash[quarter_of_month(number) - 1] += self._amount(row, month, place)

    def _add_spending(self, key: tuple[SipdUnit, int | None, str], row: Row, place: str) -> None:
        """Add what a document spent to the quarter of its day, and of the year of that day."""
        amount = self._amount(row, "spent", place) - self._amount(row, "returned", place)
        day = self._day(row)
        if day is None:
            if amount:
                self.gathered.leave_out("realisasi tanpa tanggal yang terbaca tidak dipakai", place, amount)
            return
        unit, _, code = key
        line = self._line((unit, day.year, code))
        if line is not self.gathered.lines[key]:
            blank = self.gathered.lines[key]
            line.nama, line.above = line.nama or blank.nama, line.above or blank.above
        line.spent = line.spent or [Decimal(0)] * 4
        line.spent[quarter_of_month(day.month) - 1] += amount

    def _day(self, row: Row) -> date | None:
        """The day that counts: of a transfer for what is paid directly (LS), else of the document."""
        direct = any(_DIRECT.search(self._text(row, key)) for key in ("transaction", "document_kind"))
        order = ("transfer_day", "document_day") if direct else ("document_day", "transfer_day")
        days = (_read_day(row.get(self.titles.columns[key], "")) for key in order if key in self.titles.columns)
        return next((day for day in days if day), None)

    def _key(self, number: int, row: Row) -> tuple[SipdUnit, int | None, str] | None:
        """Unit, year and code of a row; None for one about no sub kegiatan, which is told unless it is a total."""
        typed = self._text(row, "part") or self._text(row, "code")
        codes = split_codes(typed)
        code = codes[0] if codes else ""
        field_code = self._text(row, "field")
        if code.startswith("X.XX.") and re.fullmatch(r"\d\.\d{2}", field_code):
            code = field_code + code[4:]
        if kind_of(code) is not CodeKind.SUB_KEGIATAN:
            words = fold(next(iter(row.values()), "")).split()
            mixed = "part" not in self.titles.columns
            if typed and not mixed and words[:1] not in ([word] for word in _FIRST_WORDS_OF_TOTALS):
                place = f"{self.file} «{self.sheet.title}» baris {number}"
                self.gathered.leave_out(
                    "dengan kode sub kegiatan yang tidak terbaca tidak dipakai", f"{place}, «{typed}»"
                )
            return None
        agency, sub_unit = self._text(row, "agency"), self._text(row, "sub_unit")
        if agency or self._text(row, "agency_name"):
            self.gathered.agencies.setdefault(agency, squeeze(self._text(row, "agency_name")))
        if sub_unit:
            self.gathered.sub_units.setdefault(sub_unit, squeeze(self._text(row, "sub_unit_name")))
        year = _YEAR.match(self._text(row, "year"))
        key = (SipdUnit(agency, sub_unit), int(year[0]) if year else None, code)
        self._line(key)
        return key

    def _line(self, key: tuple[SipdUnit, int | None, str]) -> SipdLine:
        return self.gathered.lines.setdefault(key, SipdLine(key[2]))

    def _name(self, key: tuple[SipdUnit, int | None, str], row: Row) -> None:
        line = self.gathered.lines[key]
        if line.nama and line.above:
            return
        code = key[2]
        activity = code.rpartition(".")[0]
        name = self._text(row, "part_name") or self._text(row, "code_name") or self._text(row, "part")
        line.nama = line.nama or without_code(name, code)
        line.above = (
            (activity, without_code(self._text(row, "activity_name"), activity)),
            (activity.rsplit(".", 2)[0], without_code(self._text(row, "program_name"), activity.rsplit(".", 2)[0])),
        )

    def _text(self, row: Row, key: str) -> str:
        text = row.get(self.titles.columns.get(key, 0), "")
        return "" if text and is_blank_word(text) else text

    def _amount(self, row: Row, key: str, place: str) -> Decimal:
        """The amount in a column, 0 where there is none; one that cannot be read is told."""
        text = self._text(row, key)
        if not text:
            return Decimal(0)
        try:
            amount = Decimal(text) if isinstance(text, NumberText) else read_rupiah(text)
        except InvalidOperation:
            amount = None
        if amount is None or not amount.is_finite():
            column = column_letters(self.titles.columns[key])
            self.gathered.leave_out(
                "berisi angka yang tidak terbaca dan dihitung nol", f"{place} kolom {column}, «{text}»"
            )
            return Decimal(0)
        return amount.quantize(Decimal("0.01")) if amount.as_tuple().exponent < -2 else amount  # type: ignore[operator]  # finite


def without_code(name: str, code: str) -> str:
    """A name without its own code in front of it: "1.05.02.2.01.0001 Penyediaan …", "[1.05] - Program …"."""
    text = squeeze(name)
    found = re.match(rf"[\[(]?\s*{re.escape(code)}(?![\d.]*\d)\s*[\])]?[\s.:\-–—]*", text) if code else None
    return text[found.end() :] if found else text


def _read_day(text: str) -> date | None:
    if isinstance(text, NumberText):
        return read_day_number(text)
    return read_typed_date(text) if text else None
