"""Table T-C.27 of Permendagri 86/2017: programs with targets and pagu in one row, each program once (domain.md 2.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import measure_of, target_of, total_mark
from pokin_docs.documents.renstra.direction import goal_indicators
from pokin_docs.documents.renstra.records import CapaianPagu
from pokin_docs.documents.renstra.service_records import ProgramActivity
from pokin_docs.documents.renstra.years import period_mark, target_years
from pokin_docs.documents.values import Text, filled, missing
from pokin_docs.model.findings import temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, Nomenklatur
from pokin_docs.model.rows import Isian
from pokin_docs.model.tree import Indikator, Kinerja

_YEARS = 5


def plan_2017(material: Material) -> Mapping[str, Any]:
    """The fields that only this outline has."""
    return {
        "daftar_program_kegiatan": tuple(_Activities(material).rows()),
        "daftar_indikator_rpjmd": tuple(goal_indicators(material)),
    }


@dataclass(frozen=True)
class _Activities:
    material: Material

    @property
    def years(self) -> tuple[int, ...]:
        """Years of the period."""
        return target_years(self.material)[:_YEARS]

    def rows(self) -> Iterator[ProgramActivity]:
        """Every component with its indicators, then what has no code, then the total."""
        programs, shown = self.material.programs, set[str]()

        def component(entry: Nomenklatur) -> Iterator[ProgramActivity]:
            shown.add(entry.kode)
            yield from self._component(entry)
            for child in programs.children(entry.kode):
                yield from component(child)

        for entry in (*programs.at_level(CodeKind.PROGRAM), *programs.program_lines):
            if entry.kode not in shown:
                yield from component(entry)
        for kinerja in self.material.tree.kinerja:
            deep = kinerja.komponen.value >= KomponenPerencanaan.SASARAN_PROGRAM.value
            if deep and shown.isdisjoint(kinerja.kode):
                for indikator in kinerja.indikator:
                    yield self._row("kinerja", "", filled(kinerja.text, "kinerja"), kinerja, indikator)
        if programs.program_lines:
            yield self._total()

    def _component(self, entry: Nomenklatur) -> Iterator[ProgramActivity]:
        """A component in the row of its first indicator; its further ones in rows of their own."""
        served = [kinerja for kinerja in self.material.tree.kinerja if entry.kode in kinerja.kode]
        pairs = [(kinerja, indikator) for kinerja in served for indikator in kinerja.indikator]
        level = (entry.jenis or CodeKind.SUB_KEGIATAN).name.lower()
        first = pairs[0] if pairs else (None, None)
        row = self._row(level, entry.kode, entry.nama.clean, *first)
        if not pairs and entry.jenis is CodeKind.PROGRAM:
            place = entry.baris.kode.source
            told = temuan("D12", place, kode=entry.kode, nama=entry.nama.clean)
            row = replace(row, indikator=replace(missing("outcome dan indikator", place), told=told))
        amounts = [self._amount(entry, year) for year in self.years]
        known = [entry.rupiah(year) for year in self.years]
        yield replace(
            row,
            daftar_tahun=self._cells([cell.target for cell in row.daftar_tahun], amounts),
            akhir_pagu="–" if None in known else rupiah(sum((value for value in known if value), Decimal(0))),
            lokasi=entry.baris.lokasi.clean,
        )
        for kinerja, indikator in pairs[1:]:
            yield self._row("kinerja", "", "", kinerja, indikator)

    def _row(
        self, level: str, kode: str, uraian: Text, kinerja: Kinerja | None, indikator: Indikator | None
    ) -> ProgramActivity:
        goals = self._goals(kinerja) if kinerja and level == "program" else ("", "")
        targets: list[Text] = [target_of(indikator, year) if indikator else "" for year in self.years]
        text: Text = filled(indikator.text, "indikator") if indikator else ""
        if indikator and isinstance(text, str) and indikator.baris.satuan:
            text = f"{text} ({indikator.baris.satuan.clean})"
        return ProgramActivity(
            tingkat=level,
            tujuan=goals[0],
            sasaran=goals[1],
            kode=kode,
            uraian=uraian,
            indikator=text,
            kondisi_awal=measure_of(indikator.baris.kondisi_awal, indikator, "kondisi awal") if indikator else "",
            daftar_tahun=self._cells(targets, ["" for _ in self.years]),
            akhir_target=targets[-1] if targets else "",
            akhir_pagu="",
            unit=self._owners(kinerja) if kinerja else "",
            lokasi="",
        )

    def _goals(self, kinerja: Kinerja) -> tuple[str, str]:
        """The tujuan and the sasaran that a node serves."""
        above = [
            other
            for other in self.material.tree.kinerja
            if len(other.order) < len(kinerja.order) and kinerja.order[: len(other.order)] == other.order
        ]
        said = {other.komponen: other.text.text for other in above}
        return said.get(KomponenPerencanaan.TUJUAN, ""), said.get(KomponenPerencanaan.SASARAN, "")

    def _owners(self, kinerja: Kinerja) -> str:
        posts = (self.material.posts[id_] for id_ in kinerja.pemilik if id_ in self.material.posts)
        return "\n".join(dict.fromkeys(post.baris.bidang.clean or post.full_jabatan for post in posts))

    def _amount(self, entry: Nomenklatur, year: int) -> Text:
        amount = entry.rupiah(year)
        if amount is not None:
            return rupiah(amount)
        isian = entry.pagu.get(year, Isian("", entry.baris.source))
        return missing(f"pagu {year}", isian.source, unread=isian.unread or bool(isian))

    def _cells(self, targets: list[Text], amounts: list[Text]) -> tuple[CapaianPagu, ...]:
        """Five pairs of cells: blank behind a short period, marks where no year is known."""
        cells = [CapaianPagu(target, pagu) for target, pagu in zip(targets, amounts, strict=False)]
        unknown = period_mark(self.material)
        filler = CapaianPagu("", "") if self.years else CapaianPagu(unknown, unknown)
        return (*cells, *(filler,) * (_YEARS - len(cells)))

    def _total(self) -> ProgramActivity:
        programs, sums, amounts = self.material.programs, list[Decimal | None](), list[Text]()
        for year in self.years:
            entries = {
                entry.pagu[year].source if year in entry.pagu else entry.baris.source: entry.rupiah(year)
                for entry in programs.roots
            }
            lacking = [place for place, value in entries.items() if value is None]
            known = sum((value for value in entries.values() if value is not None), Decimal(0))
            sums.append(None if lacking or not entries else known)
            amounts.append(
                total_mark("jumlah", lacking, programs, year)
                if lacking
                else rupiah(known)
                if entries
                else missing("program", programs.program_lines[0].baris.kode.source)
            )
        row = self._row("jumlah", "", "Jumlah", None, None)
        known_sums = [value for value in sums if value is not None]
        whole = rupiah(sum(known_sums, Decimal(0))) if known_sums and len(known_sums) == len(sums) else "–"
        return replace(row, daftar_tahun=self._cells(["" for _ in self.years], amounts), akhir_pagu=whole)
