"""The budget per program, kegiatan and sub kegiatan and year, with the sums. JavaScript adds who uses a line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import Nomenklatur
from pokin_docs.report.html.material import BahanLaporan, Pagu

_JOIN = Markup("")


def budget(bahan: BahanLaporan) -> Markup:
    """The table of the sheet Program as a tree of lines; the last row sums the programs."""
    if not bahan.rencana.program.isi:
        return Markup('<p class="hampa">Lembar Program belum diisi; pagu belum diketahui.</p>')
    years = bahan.tahun_pagu
    heads = _JOIN.join(Markup('<th scope="col"{}>{}</th>').format(_now(year, bahan), year) for year in years)
    rows = _JOIN.join(_row(entri, dalam, bahan) for entri, dalam in _lines(bahan))
    total = _JOIN.join(
        Markup("<td{}>{}</td>").format(_now(year, bahan), _amount(bahan.total_pagu(year))) for year in years
    )
    return Markup(
        '<div class="geser" tabindex="0" role="region" aria-label="Tabel pagu"><table class="pagu kartu">'
        '<caption>Dalam rupiah</caption><thead><tr><th scope="col">Program, kegiatan, sub kegiatan</th>{}'
        '<th scope="col">Kinerja</th></tr></thead><tbody>{}</tbody>'
        '<tfoot><tr><th scope="row">Jumlah semua program</th>{}<td></td></tr></tfoot></table></div>'
    ).format(heads, rows, total)


def _lines(bahan: BahanLaporan) -> Iterator[tuple[Nomenklatur, int]]:
    """Each line with its depth, parts behind the line they are part of."""

    def below(entri: Nomenklatur, dalam: int) -> Iterator[tuple[Nomenklatur, int]]:
        yield entri, dalam
        for anak in bahan.rencana.program.anak(entri.kode):
            yield from below(anak, dalam + 1)

    for entri in bahan.puncak_program:
        yield from below(entri, 0)


def _row(entri: Nomenklatur, dalam: int, bahan: BahanLaporan) -> Markup:
    cells = _JOIN.join(_cell(bahan.pagu(entri, year), year, bahan) for year in bahan.tahun_pagu)
    name = entri.nama.teks if entri.nama else Markup("<mark>nama belum diisi</mark>")
    source = Markup(" <small>{}</small>").format(entri.baris.sumber_dana.teks) if entri.baris.sumber_dana else ""
    return Markup('<tr class="d{}" id="g{}"><th>{} <b>{}</b>{}</th>{}<td></td></tr>').format(
        dalam, entri.kode, entri.kode, name, source, cells
    )


def _cell(pagu: Pagu, year: int, bahan: BahanLaporan) -> Markup:
    note = ""
    if pagu.selisih:
        word = "lebih" if pagu.selisih > 0 else "kurang"
        note = Markup("<mark>bagiannya {} {}</mark>").format(word, rupiah(abs(pagu.selisih)))
    elif pagu.tertulis is None and pagu.bagian is not None:
        note = Markup('<span class="sub">dari bagiannya</span>')
    return Markup("<td{}>{}{}</td>").format(_now(year, bahan), _amount(pagu.nilai), note)


def _amount(value: Decimal | None) -> str:
    return "–" if value is None else rupiah(value)


def _now(year: int, bahan: BahanLaporan) -> Markup:
    return Markup(' class="kini"') if year == bahan.rencana.siklus.tahun else _JOIN


def labels(bahan: BahanLaporan) -> str:
    """Rules of the style sheet that put the year before an amount where a row is no row any more (narrow screens)."""
    titles = (*map(str, bahan.tahun_pagu), "Kinerja")
    return "".join(
        f'.pagu td:nth-of-type({place})::before {{ content: "{title}"; }}\n' for place, title in enumerate(titles, 1)
    )
