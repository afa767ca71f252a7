"""The Manual IKU: a page for each IKU of the annex, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.head import head_of_agency
from pokin_docs.documents.iku.chosen import cells_of, chosen, day_of_decree, titles_of, tujuan_of
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.manual_iku.content import ManualIku, ManualPage, ManualTarget, ManualTerm
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, identity, identity_text, target_of, written_year, year_of_files
from pokin_docs.documents.renstra.years import target_years
from pokin_docs.documents.values import filled
from pokin_docs.model.formula_terms import read_terms
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.measured import measured
from pokin_docs.model.printing import number_text
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import METHODS

_SHAPES = dict(
    zip(
        METHODS,
        (
            "nilai variabel itu sendiri", "(pembilang / penyebut) x 100", "jumlah nilai / banyaknya",
            "jumlah seluruh variabel", "jumlah (variabel x bobot)",
        ),
        strict=True,
    )
)  # fmt: skip
"""What each method makes of its terms."""


def build_manual(material: Material) -> Iterator[Dokumen]:
    """The manual, where the agency has an indicator at all."""
    pages = tuple(_pages(material))
    if not pages:
        return
    cycle = material.cycle
    year = year_of_files(cycle)
    content = ManualIku(
        tahun=written_year(cycle),
        tahun_dasar=str(cycle.periode[0] - 1) if cycle.periode else "",
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=day_of_decree(material),
        perangkat_daerah=agency(material.workbook),
        kepala=head_of_agency(material),
        daftar_iku=pages,
    )
    path = f"Kinerja/Manual-IKU_{year}.docx"
    yield Dokumen("manual-iku", path, ("manual-iku.docx",), content, tuple(cells_of(material)))


def _pages(material: Material) -> Iterator[ManualPage]:
    no = 0
    for kinerja, found in chosen(material.tree):
        for indikator in found:
            no += 1
            yield _page(str(no), kinerja, indikator, material)


def _page(no: str, kinerja: Kinerja, indikator: Indikator, material: Material) -> ManualPage:
    row, tujuan = indikator.baris, tujuan_of(material.tree, kinerja)
    method = next((name for name in METHODS if fold(name) == fold(row.metode.text)), "")
    quarters = tuple(measured(isian, row.satuan) or "–" for isian in row.quarters)
    source = f" ({row.sumber_standar.clean})" if row.sumber_standar else ""
    return ManualPage(
        no=no,
        tujuan=tujuan.text.clean if tujuan is not None else "",
        sasaran=filled(kinerja.text, "kinerja"),
        indikator=filled(indikator.text, "indikator"),
        alasan=row.alasan.text.strip(),
        definisi=row.definisi.text.strip(),
        daftar_variabel=tuple(
            ManualTerm(term.name, term.source, "" if term.weight is None else number_text(term.weight))
            for term in read_terms(row.variabel.text)
        ),
        metode=method or row.metode.clean,
        rumus_metode=_SHAPES.get(method, ""),
        formula=row.formula.text.strip(),
        satuan=filled(row.satuan, "satuan"),
        tipe=_result_of(kinerja, material),
        polaritas=row.polaritas.clean or indikator.polarity.value.capitalize(),
        jenis_hitung=indikator.way.value if indikator.way else row.jenis_hitung.clean,
        frekuensi=row.frekuensi.clean,
        sumber_data=row.sumber_data.text.strip(),
        penanggung_jawab=titles_of(indikator, material),
        kondisi_awal=measured(row.kondisi_awal, row.satuan),
        daftar_target=tuple(ManualTarget(str(year), target_of(indikator, year)) for year in target_years(material)),
        triwulan=quarters,
        ada_triwulan=any(row.quarters),
        standar=f"{row.standar.clean}{source}" if row.standar else "",
    )


def _result_of(kinerja: Kinerja, material: Material) -> str:
    """Outcome or output, by the level; of a kegiatan as Identitas says it."""
    if kinerja.komponen is KomponenPerencanaan.SASARAN_KEGIATAN:
        return identity(material.workbook, "sasaran_kegiatan").clean.casefold() or "output"
    return "output" if kinerja.komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN else "outcome"
