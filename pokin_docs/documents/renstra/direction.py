"""Chapters II and III of the Renstra, and the IKU: problems, issues, goals, strategies, partners (domain.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.material import Material
from pokin_docs.documents.renstra.records import (
    IkuRenstra,
    Isu,
    LintasPerangkatDaerah,
    Permasalahan,
    StrategiRenstra,
    TujuanSasaran,
)
from pokin_docs.documents.renstra.stages import STAGES, headings, parted
from pokin_docs.documents.renstra.years import indikator_renstra, planned_years
from pokin_docs.documents.values import Text, filled, missing
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import Isian, KinerjaRow, RenstraRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold_sentence
from pokin_docs.model.tree import Kinerja


def problems(material: Material) -> Iterator[Permasalahan]:
    """Table 2.3: the CSF of Tahap 2, with the factors that the sheet Renstra gives for the same sasaran."""
    for no, row in enumerate(material.workbook.tahap2, start=1):
        key = fold_sentence(row.kondisi.text)
        extra = next((entry for entry in material.workbook.renstra if fold_sentence(entry.sasaran.text) == key), None)
        yield Permasalahan(
            no=str(no),
            permasalahan=filled(row.csf, "CSF"),
            faktor_internal=noted(material, extra.faktor_internal if extra else None, "faktor internal"),
            faktor_eksternal=noted(material, extra.faktor_eksternal if extra else None, "faktor eksternal"),
            kondisi=filled(row.kondisi, "kondisi yang diperlukan"),
        )


def issues(material: Material) -> Iterator[Isu]:
    """Table 2.5: how each strategic issue was concluded, where the sheet Renstra gives one."""
    rows = [row for row in material.workbook.renstra if row.isu_strategis]
    for no, row in enumerate(rows, start=1):
        yield Isu(
            no=str(no),
            potensi=filled(row.potensi, "potensi daerah"),
            permasalahan=filled(row.permasalahan, "permasalahan"),
            isu_klhs=filled(row.isu_klhs, "isu KLHS"),
            isu_global=filled(row.isu_global, "isu global"),
            isu_nasional=filled(row.isu_nasional, "isu nasional"),
            isu_regional=filled(row.isu_regional, "isu regional"),
            isu_strategis=row.isu_strategis.text,
        )


def goals(material: Material) -> Iterator[TujuanSasaran]:
    """Table 3.1: tujuan and sasaran in row order; sasaran numbered by row order (domain.md 1.5b)."""
    tujuan = sasaran = 0
    many = len(material.tree.at_level(KomponenPerencanaan.TUJUAN)) > 1
    for kinerja in material.tree.kinerja:
        if kinerja.komponen is KomponenPerencanaan.TUJUAN:
            tujuan += 1
            label = f"Tujuan {tujuan}" if many else "Tujuan"
        elif kinerja.komponen is KomponenPerencanaan.SASARAN:
            sasaran += 1
            label = f"Sasaran {sasaran}"
        else:
            continue
        row = goal_note(material, kinerja)
        own = kinerja.komponen is KomponenPerencanaan.SASARAN or row is not None
        yield TujuanSasaran(
            sebutan=label,
            uraian=filled(kinerja.text, "kinerja"),
            nspk=noted(material, row.nspk if row else None, f"NSPK {label}") if own else "",
            sasaran_rpjmd=noted(material, row.sasaran_rpjmd if row else None, f"sasaran RPJMD {label}") if own else "",
            daftar_indikator=tuple(indikator_renstra(item, material) for item in kinerja.indikator),
        )


def strategies(material: Material) -> Iterator[StrategiRenstra]:
    """Tables 3.2 to 3.4: one entry per row of the sheet Renstra."""
    for no, row in enumerate(material.workbook.renstra, start=1):
        stages = _stages(row, material)
        yield StrategiRenstra(
            no=str(no),
            sasaran=filled(row.sasaran, "sasaran"),
            tujuan=_goal_above(material, row.sasaran),
            nspk=filled(row.nspk, "NSPK"),
            permasalahan=filled(row.permasalahan, "permasalahan"),
            isu_strategis=filled(row.isu_strategis, "isu strategis"),
            strategi=filled(row.strategi, "strategi"),
            arah_kebijakan_rpjmd=filled(row.arah_kebijakan_rpjmd, "arah kebijakan RPJMD"),
            arah_kebijakan=filled(row.arah_kebijakan, "arah kebijakan"),
            penahapan=filled(row.penahapan, "penahapan"),
            penahapan_utuh=filled(row.penahapan, "penahapan") if stages is None else "",
            daftar_tahap=tuple((stages or {}).get(place, ("", ""))[1] for place in range(STAGES)),
        )


def _goal_above(material: Material, sasaran: Isian) -> str:
    """The sentence of the tujuan above a sasaran of the tree; of the only one where the sasaran is not there."""
    goals = material.tree.at_level(KomponenPerencanaan.TUJUAN)
    key = fold_sentence(sasaran.text)
    orders = [kinerja.order for kinerja in material.tree.kinerja if fold_sentence(kinerja.text.text) == key]
    above = [goal for goal in goals if any(order[: len(goal.order)] == goal.order for order in orders)]
    return next((goal.text.text for goal in above or (goals if len(goals) == 1 else ())), "")


def _stages(row: RenstraRow, material: Material) -> dict[int, tuple[str, str]] | None:
    return parted(row.penahapan.text, planned_years(material)) if row.penahapan else None


def stage_headings(material: Material) -> tuple[str, ...]:
    """The heads of the columns of table 3.3."""
    cells = (_stages(row, material) for row in material.workbook.renstra)
    return headings((cell for cell in cells if cell), planned_years(material))


def iku(material: Material) -> Iterator[IkuRenstra]:
    """Table 4.4: the indicators marked as IKU, in row order."""
    return _numbered(material, ())


def goal_indicators(material: Material) -> Iterator[IkuRenstra]:
    """Table T-C.28: the indicators of tujuan and sasaran, and the IKU of other levels, in row order."""
    return _numbered(material, (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN))


def _numbered(material: Material, levels: tuple[KomponenPerencanaan, ...]) -> Iterator[IkuRenstra]:
    """The indicators of these levels and all IKU, in row order."""
    chosen = [
        indikator
        for kinerja in material.tree.kinerja
        for indikator in kinerja.indikator
        if indikator.baris.is_iku or kinerja.komponen in levels
    ]
    for no, indikator in enumerate(chosen, start=1):
        base = indikator_renstra(indikator, material)
        yield IkuRenstra(str(no), base.indikator, base.satuan, base.kondisi_awal, base.target, "")


def partners(material: Material) -> Iterator[LintasPerangkatDaerah]:
    """The sheet Lintas Perangkat Daerah, then the cross-cutting conditions of Tahap 5 that it lacks."""
    conditions = _cross_cutting(material.tree.lintas)
    indikator = {key: [row.indikator.clean for row in rows if row.indikator] for key, rows in conditions.items()}
    for kinerja in material.tree.kinerja:
        texts = [entry.text.clean for entry in kinerja.indikator if entry.text]
        indikator.setdefault(fold_sentence(kinerja.text.text), texts)
    listed = {fold_sentence(row.kinerja.text) for row in material.workbook.lintas}
    for no, row in enumerate(material.workbook.lintas, start=1):
        yield LintasPerangkatDaerah(
            no=str(no),
            kinerja=filled(row.kinerja, "kinerja"),
            indikator="\n".join(indikator.get(fold_sentence(row.kinerja.text), ())),
            pd_pengampu=filled(row.pd_pengampu, "PD pengampu"),
            pd_pendukung=filled(row.pd_pendukung, "PD pendukung"),
            peran=filled(row.peran, "peran"),
            status=row.status.text,
        )
    absent = {key: rows for key, rows in conditions.items() if key not in listed}
    for no, (key, rows) in enumerate(absent.items(), start=len(material.workbook.lintas) + 1):
        lines = "\n".join(indikator[key])
        # The row is missing there; the cell of the condition is as it should be.
        sheet = material.workbook.lembar.get("lintas")
        tanda = missing("perangkat daerah pendukung", CellRef(sheet) if sheet else "lembar Lintas Perangkat Daerah")
        yield LintasPerangkatDaerah(str(no), filled(rows[0].kinerja, "kinerja"), lines, tanda, tanda, "", "")


def _cross_cutting(rows: tuple[KinerjaRow, ...]) -> dict[str, list[KinerjaRow]]:
    """The cross-cutting rows by their sentence; a row without one is a further indicator of the row above."""
    found: dict[str, list[KinerjaRow]] = {}
    key = ""
    for row in rows:
        key = fold_sentence(row.kinerja.text) if row.kinerja else key
        found.setdefault(key, []).append(row)
    return found


def noted(material: Material, isian: Isian | None, what: str) -> Text:
    """What the sheet Renstra says, or a mark: at its cell, or at the sheet where it has no row about this.

    Without the sheet nothing: its own tables say that they are empty.

    Args:
        material: For the sheet.
        isian: The cell; None where the sheet has no row about this.
        what: What is missing, in Indonesian.
    """
    if isian is not None:
        return filled(isian, what)
    sheet = material.workbook.lembar.get("renstra", "")
    return missing(what, CellRef(sheet)) if sheet else ""


def goal_note(material: Material, kinerja: Kinerja) -> RenstraRow | None:
    """The row of the sheet Renstra about a sasaran."""
    key = fold_sentence(kinerja.text.text)
    return next((row for row in material.workbook.renstra if fold_sentence(row.sasaran.text) == key), None)
