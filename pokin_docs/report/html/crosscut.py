"""The conditions that other agencies help to reach, and what each has agreed to."""

from __future__ import annotations

from markupsafe import Markup

from pokin_docs.model.levels import LABEL_LINTAS
from pokin_docs.model.rows import Isian, KinerjaRow, LintasRow
from pokin_docs.model.texts import fold_sentence
from pokin_docs.report.html.material import BahanLaporan, cell_address

_JOIN = Markup("")


def crosscut(bahan: BahanLaporan) -> Markup:
    """A table with a row per helping agency, then the conditions of Tahap 5 that name none; blank without any."""
    named = {fold_sentence(row.kinerja.teks) for row in bahan.buku.lintas}
    alone = (row for row in bahan.rencana.pohon.lintas if fold_sentence(row.kinerja.teks) not in named)
    rows = _JOIN.join((*(_agency(row) for row in bahan.buku.lintas), *(_condition(row) for row in alone)))
    if not rows:
        return _JOIN
    return Markup(
        '<section class="kelompok" aria-labelledby="judul-lintas"><h3 id="judul-lintas">{}</h3>'
        '<table class="kartu lintas-pd"><thead><tr><th scope="col">Kondisi</th><th scope="col">Didukung oleh</th>'
        '<th scope="col">Peran</th><th scope="col">Status</th></tr></thead><tbody>{}</tbody></table></section>'
    ).format(LABEL_LINTAS[2], rows)


def _agency(row: LintasRow) -> Markup:
    return Markup("<tr><td>{} <code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
        _said(row.kinerja, "kinerja"), cell_address(row.kinerja.asal), _said(row.pd_pendukung, "PD pendukung"),
        _said(row.peran, ""), _said(row.status, ""),
    )  # fmt: skip


def _condition(row: KinerjaRow) -> Markup:
    return Markup("<tr><td>{} <code>{}</code></td><td>{}</td><td></td><td></td></tr>").format(
        _said(row.kinerja, "kinerja"), cell_address(row.kinerja.asal), Markup("<mark>PD pendukung belum diisi</mark>")
    )


def _said(isian: Isian, apa: str) -> Markup:
    if isian or not apa:
        return Markup("{}").format(isian.teks)
    return Markup("<mark>{} belum diisi</mark>").format(apa)
