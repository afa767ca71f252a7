"""Rows of the sheets Renaksi and SKP: the steps to an indicator's target, and what an SKP says beside the PK."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.model.cells import Isian, SheetRow


@dataclass(frozen=True, slots=True)
class RenaksiRow(SheetRow):
    """Renaksi: a step, or a part of one, on the way to the target of an indicator."""

    indikator_id: Isian
    indikator: Isian
    no: Isian
    rencana_aksi: Isian
    sub: Isian
    satuan: Isian
    target: Isian
    jenis_hitung: Isian
    tw1: Isian
    tw2: Isian
    tw3: Isian
    tw4: Isian
    anggaran_tw1: Isian
    anggaran_tw2: Isian
    anggaran_tw3: Isian
    anggaran_tw4: Isian
    penanggung_jawab: Isian
    kode: Isian

    @property
    def quarters(self) -> tuple[Isian, ...]:
        """The targets of the four quarters."""
        return (self.tw1, self.tw2, self.tw3, self.tw4)

    @property
    def money(self) -> tuple[Isian, ...]:
        """The money of the four quarters."""
        return (self.anggaran_tw1, self.anggaran_tw2, self.anggaran_tw3, self.anggaran_tw4)


@dataclass(frozen=True, slots=True)
class SkpRow(SheetRow):
    """SKP: the approach, the annex and the special expectations of one official."""

    pejabat_id: Isian
    pendekatan: Isian
    dukungan: Isian
    pertanggungjawaban: Isian
    konsekuensi: Isian
    ekspektasi1: Isian
    ekspektasi2: Isian
    ekspektasi3: Isian
    ekspektasi4: Isian
    ekspektasi5: Isian
    ekspektasi6: Isian
    ekspektasi7: Isian

    @property
    def expectations(self) -> tuple[Isian, ...]:
        """What the leader expects beside each of the seven values, in their order."""
        return (
            self.ekspektasi1, self.ekspektasi2, self.ekspektasi3, self.ekspektasi4, self.ekspektasi5, self.ekspektasi6,
            self.ekspektasi7,
        )  # fmt: skip
