"""The findings as a table that can be searched, and the waived ones apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.findings import Temuan, Tingkat
from pokin_docs.report.html.material import BahanLaporan, cell_address, short

_JOIN = Markup("")


def findings(bahan: BahanLaporan) -> Markup:
    """The table of the findings that stand, with its filters, and below it those that the planner waived."""
    if bahan.temuan:
        rows = enumerate(_rows(bahan))
        bodies = _JOIN.join(
            Markup('<tbody data-l="{}">{}</tbody>').format(lembar, _JOIN.join(row for _, row in pairs))
            for lembar, pairs in groupby(rows, key=lambda pair: bahan.temuan[pair[0]].tempat.lembar)
        )
        table = Markup(
            '{}<table class="temuan kartu" id="daftar-temuan"><caption class="samar">Temuan menurut lembar dan baris'
            '</caption><thead><tr><th scope="col">Tingkat</th><th scope="col">Kode</th><th scope="col">Sel</th>'
            '<th scope="col">Temuan dan yang perlu dilakukan</th></tr></thead>'
            '{}</table><p class="hampa" hidden>Tidak ada temuan yang cocok dengan saringan ini.</p>'
            '<button type="button" class="tombol" id="semua-temuan" hidden></button>'
        ).format(_filters(bahan), bodies)
    else:
        table = Markup('<p class="baik">Tidak ada temuan. Buku kerja ini bersih.</p>')
    return table + _waived(bahan)


def _rows(bahan: BahanLaporan) -> Iterator[Markup]:
    """The rows; a hint that was given before is a link to where, and JavaScript fetches it."""
    given: dict[str, int] = {}
    for index, finding in enumerate(bahan.temuan):
        tingkat, said = bahan.tingkat(finding).value, hint(finding)
        first = given.setdefault(said, index)
        yield Markup(
            '<tr id="t{}" class="{}"><td>{}</td><td>{}</td><td><code>{}</code></td><td><p>{}</p><p>{}</p></td></tr>'
        ).format(
            index, tingkat, tingkat, finding.kode, cell_address(finding.tempat) or "buku kerja", message(finding),
            said if first == index else Markup('<a href="#t{}">seperti di sini</a>').format(first),
        )  # fmt: skip


def _node(finding: Temuan, bahan: BahanLaporan) -> Markup:
    kinerja = bahan.simpul(finding.tempat)
    if kinerja is None:
        return Markup("")
    return Markup('<a href="#k{}">{}</a>').format(kinerja.nomor, short(kinerja))


def _filters(bahan: BahanLaporan) -> Markup:
    """The controls above the table; without JavaScript they stay hidden."""
    chips = _JOIN.join(
        Markup(
            '<button type="button" class="keping {0}" data-tingkat="{0}" aria-pressed="false">{0} <b>{1}</b></button>'
        ).format(tingkat.value, bahan.jumlah[tingkat])
        for tingkat in Tingkat
    )
    sheets = dict.fromkeys(finding.tempat.lembar for finding in bahan.temuan)
    codes = sorted({finding.kode for finding in bahan.temuan})
    return Markup(
        '<form class="saring" id="saring-temuan" role="search" aria-label="Saring temuan" hidden>'
        '<div class="keping-keping" role="group" aria-label="Tingkat">{}</div>'
        '<label>Lembar <select name="lembar"><option value="*">semua</option>{}</select></label>'
        '<label>Kode <select name="kode"><option value="*">semua</option>{}</select></label>'
        '<label class="lebar"><span class="samar">Cari dalam temuan</span>'
        '<input type="search" name="teks" placeholder="Cari sel, kata, saran …" autocomplete="off"></label>'
        '<button type="reset" class="tombol">Hapus saringan</button>'
        '<p class="sub" role="status" id="jumlah-temuan">{} temuan</p></form>'
    ).format(chips, _options(sheets, "buku kerja"), _options(codes, ""), len(bahan.temuan))


def _options(values: Iterable[str], blank: str) -> Markup:
    return _JOIN.join(Markup('<option value="{}">{}</option>').format(value, value or blank) for value in values)


def _waived(bahan: BahanLaporan) -> Markup:
    if not bahan.diabaikan:
        return Markup("")
    rows = _JOIN.join(
        Markup(
            '<tr><td class="kode">{}</td><td><code>{}</code></td><td><p>{}</p></td><td>{}</td><td>{}</td></tr>'
        ).format(
            entry.temuan.kode, cell_address(entry.temuan.tempat), message(entry.temuan), entry.alasan,
            _node(entry.temuan, bahan),
        )
        for entry in bahan.diabaikan
    )  # fmt: skip
    return Markup(
        '<details class="diabaikan"><summary><h3>Diabaikan <span class="sub">{} temuan, dengan alasan di kolom Abaikan'
        '</span></h3></summary><table class="kartu"><thead><tr><th scope="col">Kode</th><th scope="col">Sel</th>'
        '<th scope="col">Temuan</th><th scope="col">Alasan</th><th scope="col">Kinerja</th></tr></thead>'
        "<tbody>{}</tbody></table></details>"
    ).format(len(bahan.diabaikan), rows)
