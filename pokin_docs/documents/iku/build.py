"""The annex of the decree on IKU: one for the agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.documents.head import head_of_agency
from pokin_docs.documents.iku.chosen import cells_of, chosen, day_of_decree, titles_of, tujuan_of
from pokin_docs.documents.iku.content import IkuAnnex, IkuGoal, IkuIndicator
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, identity, identity_text, target_of, written_year, year_of_files
from pokin_docs.documents.renstra.years import period_mark, target_years, year_cells
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.measured import measured
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import IKU_FORMS

_USUAL_FORM = "panjang"


def build_iku(material: Material) -> Iterator[Dokumen]:
    """The annex, where the agency has an indicator at all."""
    if any(True for _ in chosen(material.tree)):
        year = year_of_files(material.cycle)
        yield Dokumen("iku", f"Kinerja/IKU_{year}.docx", ("iku.docx",), _annex(material), tuple(cells_of(material)))


def _annex(material: Material) -> IkuAnnex:
    buku, years, mark = material.workbook, target_years(material), period_mark(material)
    said = fold(identity(buku, "bentuk_iku").text)
    period = material.cycle.periode
    first, last = (str(period[0]), str(period[1])) if period else (mark, mark)
    return IkuAnnex(
        bentuk=next((form for form in IKU_FORMS if fold(form) == said), _USUAL_FORM),
        tahun=written_year(material.cycle),
        tahun_awal=first,
        tahun_akhir=last,
        tahun_dasar=str(period[0] - 1) if period else mark,
        daftar_tahun=year_cells([str(year) for year in years], mark),
        nomor=identity(buku, "nomor_iku").clean,
        tempat=identity_text(buku, "tempat"),
        tanggal=day_of_decree(material),
        perangkat_daerah=agency(buku),
        kepala=head_of_agency(material),
        tugas=identity(buku, "tugas").clean,
        fungsi=tuple(part.strip() for part in re.split(r"[;\n]", identity(buku, "fungsi").text) if part.strip()),
        daftar_sasaran=tuple(_goals(material, years)),
    )


def _goals(material: Material, years: tuple[int, ...]) -> Iterator[IkuGoal]:
    before: Kinerja | None = None
    order = 0
    for no, (kinerja, found) in enumerate(chosen(material.tree), start=1):
        tujuan = tujuan_of(material.tree, kinerja)
        rows = []
        for number, indikator in enumerate(found, start=1):
            order += 1
            rows.append(_row(number, order, indikator, kinerja, material, years))
        told = tujuan.text.clean if tujuan is not None and tujuan is not before else ""
        yield IkuGoal(str(no), told, filled(kinerja.text, "kinerja"), tuple(rows))
        before = tujuan


def _row(
    no: int, order: int, indikator: Indikator, kinerja: Kinerja, material: Material, years: tuple[int, ...]
) -> IkuIndicator:
    row = indikator.baris
    targets: list[Text] = [target_of(indikator, year) for year in years]
    year = material.cycle.tahun
    texts = [row.definisi.text.strip(), row.formula.text.strip()]
    return IkuIndicator(
        no=str(no),
        urut=str(order),
        indikator=filled(indikator.text, "indikator"),
        satuan=filled(row.satuan, "satuan"),
        kondisi_awal=measured(row.kondisi_awal, row.satuan),
        target=year_cells(targets, period_mark(material)),
        target_tahun=period_mark(material) if year is None else target_of(indikator, year),
        definisi=texts[0],
        formula=texts[1],
        penjelasan="\n".join(text for text in texts if text),
        sumber_data=row.sumber_data.text.strip(),
        penanggung_jawab=titles_of(indikator, material),
        keterangan="; ".join(kinerja.kode),
    )
