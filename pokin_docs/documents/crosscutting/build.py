"""The crosscutting matrix out of the sheet Lintas Perangkat Daerah, both ways and per agency (domain-2.md 6.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pokin_docs.documents.crosscutting.content import Crosscutting, CrosscuttingPartner, CrosscuttingRow
from pokin_docs.documents.head import head_of_agency
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.official_papers import agency_date
from pokin_docs.documents.printed import (
    agency,
    identity_text,
    target_of,
    written_year,
    year_of_files,
)
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.partners import helps_others, parted
from pokin_docs.model.rows import Isian, KinerjaRow, LintasRow
from pokin_docs.model.texts import fold, fold_sentence
from pokin_docs.model.tree import Indikator


def build_crosscutting(material: Material) -> tuple[Dokumen, ...]:
    """One paper for the agency."""
    rows = material.workbook.lintas
    content = content_of(material)
    path = f"Kinerja/Crosscutting_{year_of_files(material.cycle)}.docx"
    return (Dokumen("crosscutting", path, ("crosscutting.docx",), content, tuple(row.kinerja.source for row in rows)),)


def content_of(material: Material) -> Crosscutting:
    """The rows parted by whom they help: us, or another agency that we are to help."""
    known = _known(material)
    helped = [row for row in material.workbook.lintas if not helps_others(row, material.workbook.identitas)]
    helping = [row for row in material.workbook.lintas if helps_others(row, material.workbook.identitas)]
    ours = _numbered(_row(row, known) for row in helped)
    return Crosscutting(
        perangkat_daerah=agency(material.workbook),
        tahun=written_year(material.cycle),
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=agency_date(material.cycle),
        kepala=head_of_agency(material),
        daftar_didukung=ours,
        daftar_mendukung=_numbered(_row(row, known) for row in helping),
        daftar_pd=tuple(_by_agency(ours)),
    )


def _known(material: Material) -> dict[str, tuple[str, str]]:
    """Indicators, and targets with satuan, by the sentence of a kinerja: of the tree, and of conditions in Tahap 5."""
    year = material.cycle.tahun
    found: dict[str, list[tuple[str, str]]] = {}
    key = ""
    for row in material.tree.lintas:
        key = fold_sentence(row.kinerja.text) if row.kinerja else key
        found.setdefault(key, []).append(_line(row, Indikator(row, ()), year))
    for kinerja in material.tree.kinerja:
        lines = [_line(one.baris, one, year) for one in kinerja.indikator]
        found.setdefault(fold_sentence(kinerja.text.text), lines)
    return {
        key: ("\n".join(name for name, _ in lines if name), "\n".join(target for _, target in lines if target))
        for key, lines in found.items()
    }


def _line(row: KinerjaRow, one: Indikator, year: int | None) -> tuple[str, str]:
    target = target_of(one, year) if year is not None and one.target.get(year) else ""
    return row.indikator.clean, f"{target} {row.satuan.clean}".strip() if isinstance(target, str) and target else ""


def _row(row: LintasRow, known: dict[str, tuple[str, str]]) -> CrosscuttingRow:
    indikator, target = known.get(fold_sentence(row.kinerja.text), ("", ""))
    return CrosscuttingRow(
        no="",
        kinerja=filled(row.kinerja, "kinerja"),
        indikator=indikator,
        target=target,
        pd_pengampu=filled(row.pd_pengampu, "PD pengampu"),
        pd_pendukung=filled(row.pd_pendukung, "PD pendukung"),
        peran=filled(row.peran, "peran"),
        indikator_pendukung=_plain(row.indikator_pendukung),
        bentuk=_plain(row.bentuk),
        status=_plain(row.status),
        bukti=_plain(row.bukti),
    )


def _plain(isian: Isian) -> str:
    return isian.text if isian else ""


def _numbered(rows: Iterable[CrosscuttingRow]) -> tuple[CrosscuttingRow, ...]:
    return tuple(replace(row, no=str(number)) for number, row in enumerate(rows, start=1))


def _by_agency(rows: tuple[CrosscuttingRow, ...]) -> Iterator[CrosscuttingPartner]:
    """The rows once more by the agencies that help, in order of first mention; a row of several stands with each."""
    names: dict[str, Text] = {}
    found: dict[str, list[CrosscuttingRow]] = {}
    for row in rows:
        for name in parted(row.pd_pendukung) if isinstance(row.pd_pendukung, str) else ():
            key = fold(name)
            names.setdefault(key, name)
            found.setdefault(key, []).append(row)
    for key, theirs in found.items():
        yield CrosscuttingPartner(names[key], str(len(theirs)), _numbered(theirs))
