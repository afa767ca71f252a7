"""One report for each quarter in which something was measured (domain-2 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.documents.achieved import (
    NOT_COMPUTED,
    NOT_MEASURED,
    Achieved,
    AchievedYear,
    achieved_year,
    money,
    percent,
    percent_note,
)
from pokin_docs.documents.head import head_of_agency, rows_of_head
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.monev.content import (
    Monev,
    MonevBudget,
    MonevFollowUp,
    MonevGoal,
    MonevIndicator,
    StatusCount,
)
from pokin_docs.documents.printed import agency, identity_text, target_of, written_year
from pokin_docs.documents.values import Text, filled, missing
from pokin_docs.model.achievement import Polarity, band_of, rounded
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.past_years import share
from pokin_docs.model.programs import with_parents
from pokin_docs.model.reached import MoneyOnce
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import QUARTERS

_TARGET_MET = Decimal(100)


def build_monev(material: Material) -> Iterator[Dokumen]:
    """A report for each quarter of the year of the PK that has a value."""
    achieved = achieved_year(material)
    if achieved is None:
        return
    for quarter in achieved.reached.measured_quarters:
        yield Dokumen(
            "monev",
            f"Capaian/Monev_{achieved.reached.year}_TW-{quarter}.docx",
            ("monev.docx",),
            _Report(material, achieved, quarter).content(),
            tuple(_cells(achieved, quarter)),
        )


def _cells(achieved: AchievedYear, quarter: int) -> Iterator[CellRef]:
    for entry in achieved.reached.indicators:
        yield entry.indikator.text.source
        yield from (row.source for number, rows in entry.rows.items() if number <= quarter for row in rows)


@dataclass(frozen=True)
class _Report:
    """The report of one quarter."""

    material: Material
    achieved: AchievedYear
    quarter: int

    def content(self) -> Monev:
        goals = tuple(self._goals())
        rows = [row for goal in goals for row in goal.daftar_indikator]
        blank = tuple(row for row in rows if row.realisasi == NOT_MEASURED)
        return Monev(
            tahun=written_year(self.material.cycle),
            triwulan=QUARTERS[self.quarter - 1],
            triwulan_lalu=QUARTERS[self.quarter - 2] if self.quarter > 1 else "",
            tempat=identity_text(self.material.workbook, "tempat"),
            tahun_naskah=str(self.achieved.reached.year + (self.quarter == len(QUARTERS))),
            perangkat_daerah=agency(self.material.workbook),
            kepala=head_of_agency(self.material),
            jumlah_indikator=str(len(rows)),
            jumlah_diisi=str(len(rows) - len(blank)),
            rumus_rendah=self.achieved.rules.lower.value,
            ada_rendah=any(
                self.achieved.of(kinerja, indikator).polarity is Polarity.LOWER
                for kinerja in self._shown()
                for indikator in kinerja.indikator
            ),
            daftar_status=tuple(self._counts(rows)),
            daftar_kinerja=goals,
            daftar_tertinggal=tuple(row for row in rows if row.tertinggal),
            daftar_belum=blank,
            daftar_program=tuple(self._programs()),
            daftar_tindak_lanjut=tuple(self._promised()) if self.quarter > 1 else (),
            program_lain=", ".join(self._elsewhere()),
        )

    def _shown(self) -> Iterator[Kinerja]:
        """The sasaran of the agency, what its head promised, and whole each level of which Realisasi says something."""
        told = {entry.kinerja.komponen for entry in self.achieved.reached.indicators}
        promised = {kinerja.number for kinerja, _ in rows_of_head(self.material)}
        levels = {KomponenPerencanaan.SASARAN, *told}
        for kinerja in self.material.tree.kinerja:
            if kinerja.komponen in levels or kinerja.number in promised:
                yield kinerja

    def _goals(self) -> Iterator[MonevGoal]:
        level: KomponenPerencanaan | None = None
        once = MoneyOnce(self.achieved.money)
        for no, kinerja in enumerate(sorted(self._shown(), key=lambda one: one.komponen.value), start=1):
            codes, counted = self.achieved.money.codes_of(kinerja), once.counted(kinerja, str(no))
            given = self.achieved.money.given_for(kinerja, counted)
            spent = self.achieved.money.spent_for(kinerja, self.quarter, counted)
            again = bool(codes) and len(counted) == len(codes)
            elsewhere = f"lihat no. {', '.join(dict.fromkeys(counted.values()))}"
            yield MonevGoal(
                no=str(no),
                tingkat=kinerja.komponen.label if kinerja.komponen is not level else "",
                kinerja=filled(kinerja.text, "kinerja"),
                # The money of a component that serves several kinerja of a level is printed once.
                anggaran=elsewhere if again else f"{money(given)} (lainnya {elsewhere})" if counted else money(given),
                realisasi_anggaran="" if again else money(spent),
                persen_anggaran="" if again else percent(share(spent, given)),
                daftar_indikator=tuple(self._row(kinerja, indikator) for indikator in kinerja.indikator),
            )
            level = kinerja.komponen

    def _row(self, kinerja: Kinerja, indikator: Indikator) -> MonevIndicator:
        one, q = self.achieved.of(kinerja, indikator), self.quarter
        realised, planned = one.realised(q), one.target_by(q)
        on_track, of_year = one.capaian(q, planned), one.capaian(q, one.target)
        status, behind = self._status(bool(realised), on_track)
        posts = [self.material.posts[id_] for id_ in indikator.pemilik if id_ in self.material.posts]
        told = one.entry.text
        return MonevIndicator(
            indikator=filled(indikator.text, "indikator"),
            satuan=filled(indikator.baris.satuan, "satuan"),
            target=target_of(indikator, one.year),
            target_tw=one.printed(planned),
            realisasi=one.printed(realised) if realised else NOT_MEASURED,
            capaian_tw=percent(on_track),
            capaian_tahun=percent(of_year),
            status=status,
            tertinggal=behind,
            catatan=percent_note(on_track) or percent_note(of_year) or _measured_before(one, q),
            pendukung=told(q, "pendukung"),
            penghambat=told(q, "penghambat"),
            upaya=told(q, "upaya"),
            kendala=told(q, "kendala"),
            tindak_lanjut=told(q, "tindak_lanjut"),
            pic=told(q, "pic"),
            batas_waktu=told(q, "batas_waktu"),
            bukti=told(q, "bukti"),
            penanggung_jawab="\n".join(post.full_jabatan for post in posts) or _no_owner(indikator),
        )

    def _status(self, measured: bool, on_track: Decimal | None) -> tuple[str, bool]:
        """What a row is called, and whether it is behind its target."""
        if not measured:
            return NOT_MEASURED.capitalize(), False
        if on_track is None:
            return NOT_COMPUTED.capitalize(), False
        return band_of(on_track, self.achieved.rules.status), rounded(on_track) < _TARGET_MET

    def _counts(self, rows: list[MonevIndicator]) -> Iterator[StatusCount]:
        bounds = {band.label: band.bound for band in self.achieved.rules.status}
        labels = (*bounds, NOT_COMPUTED.capitalize(), NOT_MEASURED.capitalize())
        for label in labels:
            count = sum(row.status == label for row in rows)
            if count or label in bounds:
                yield StatusCount(label, bounds.get(label, ""), str(count))

    def _programs(self) -> Iterator[MonevBudget]:
        """A row for each program, and the sum of several."""
        money_of, roots = self.achieved.money, self.material.programs.roots
        given = [money_of.given(entry.kode) for entry in roots]
        spent = [money_of.spent(entry.kode, self.quarter) for entry in roots]
        cash = [_cash(self.material, entry.kode, self.quarter) for entry in roots]
        for entry, own, used, planned in zip(roots, given, spent, cash, strict=True):
            name = filled(entry.nama, "nomenklatur")
            yield MonevBudget("rincian", entry.kode, name, *_amounts(own, planned, used))
        if len(roots) > 1:
            whole = None if None in given else sum((amount for amount in given if amount is not None), Decimal(0))
            planned = None if None in cash else sum((amount for amount in cash if amount is not None), Decimal(0))
            known = [amount for amount in spent if amount is not None]
            used = sum(known, Decimal(0)) if known else None
            yield MonevBudget("jumlah", "", "Jumlah", *_amounts(whole, planned, used))

    def _elsewhere(self) -> Iterator[str]:
        """The programs whose money no kinerja of the table counts: the table of money has more by it."""
        counted = {
            above
            for kinerja in self._shown()
            for code in self.achieved.money.codes_of(kinerja)
            for above in with_parents(code)
        }
        return (f"{one.kode} {one.nama.clean}" for one in self.material.programs.roots if one.kode not in counted)

    def _promised(self) -> Iterator[MonevFollowUp]:
        """What the quarter before promised to do, by indicator."""
        before, no = self.quarter - 1, 0
        for entry in self.achieved.reached.indicators:
            if promise := entry.text(before, "tindak_lanjut"):
                no += 1
                text, due = filled(entry.indikator.text, "indikator"), entry.text(before, "batas_waktu")
                yield MonevFollowUp(str(no), text, promise, entry.text(before, "pic"), due)


def _measured_before(one: Achieved, quarter: int) -> str:
    """In which quarter the value was measured, where that was an earlier one."""
    if one.entry.value(quarter) is not None:
        return ""
    earlier = [number for number in range(1, quarter) if one.entry.value(number) is not None]
    return f"realisasi TW {QUARTERS[earlier[-1] - 1]}" if earlier else ""


def _amounts(given: Decimal | None, planned: Decimal | None, spent: Decimal | None) -> tuple[str, str, str, str]:
    return money(given), money(planned), money(spent), percent(share(spent, given))


def _cash(material: Material, code: str, last: int) -> Decimal | None:
    """What the cash budget plans for a component up to a quarter, else that of its parts; None where one lacks it."""
    entry = material.programs.find(code)
    cells = entry.kas[:last] if entry else ()
    amounts = [cell.number for cell in cells if cell and cell.number is not None]
    if amounts and len(amounts) == last:
        return sum(amounts, Decimal(0))
    parts = [_cash(material, part.kode, last) for part in material.programs.children(code)]
    known = [amount for amount in parts if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else None


def _no_owner(indikator: Indikator) -> Text:
    pemilik = indikator.baris.pemilik
    return pemilik.text if pemilik else missing("pemilik", pemilik.source)
