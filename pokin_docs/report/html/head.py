"""The first screen: what the workbook holds, what came of it, and how complete each level is."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from markupsafe import Markup

from pokin_docs.model.findings import Tingkat
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import KODE_KOMPONEN
from pokin_docs.report.html.material import BahanLaporan

_KOLOM = (
    ("indikator", "Indikator"), ("pemilik", "Pemilik"), ("satuan", "Satuan"), ("target", "Target"),
    ("kode", "Kode"), ("pagu", "Pagu"),
)  # fmt: skip
_BERKODE = frozenset(komponen.label for komponen in KODE_KOMPONEN)
_TINGKAT = {komponen.label: komponen.value for komponen in KomponenPerencanaan}


class Level(Protocol):
    """One line of the coverage; its other counts are read by name."""

    @property
    def komponen(self) -> str: ...
    @property
    def kinerja(self) -> int: ...
    @property
    def indikator(self) -> int: ...


def figures(bahan: BahanLaporan) -> Markup:
    """The four head figures, each a link to the section that tells more."""
    pohon = bahan.rencana.pohon.kinerja
    indikator = sum(bool(item.teks) for kinerja in pohon for item in kinerja.indikator)
    lengkap = sum(not bahan.tanda(entry) for entry in bahan.dokumen)
    dokumen = len(bahan.dokumen)
    sisa = f"{dokumen - lengkap} masih memuat tanda" if dokumen > lengkap else "semua tanpa tanda"
    return Markup('<div class="angka">{}{}{}{}</div>').format(
        _figure("#pohon", "Kinerja", str(len(pohon)), f"{indikator} indikator"),
        _figure("#dokumen", "Dokumen lengkap", f"{lengkap} dari {dokumen}", sisa if dokumen else "belum ada dokumen"),
        _findings(bahan),
        _budget(bahan),
    )


def _figure(href: str, judul: str, nilai: str, keterangan: str) -> Markup:
    return Markup(
        '<a class="ubin" href="{}"><span class="label">{}</span><strong>{}</strong><span class="sub">{}</span></a>'
    ).format(href, judul, nilai, keterangan)


def _findings(bahan: BahanLaporan) -> Markup:
    counts = Markup("").join(
        Markup('<span class="hitung {0}"><b>{1}</b> {0}</span>').format(tingkat.value, bahan.jumlah[tingkat])
        for tingkat in Tingkat
    )
    waived = len(bahan.diabaikan)
    sub = f"{waived} lagi diabaikan dengan alasan" if waived else ""
    return Markup(
        '<a class="ubin" href="#temuan"><span class="label">Temuan</span><span class="tiga">{}</span>'
        '<span class="sub">{}</span></a>'
    ).format(counts, sub)


def _budget(bahan: BahanLaporan) -> Markup:
    tahun = bahan.rencana.siklus.tahun
    years = bahan.tahun_pagu
    shown = tahun if tahun in years or not years else years[0]
    total = bahan.total_pagu(shown) if shown is not None else None
    if shown is None or total is None:
        return _figure("#pagu", "Pagu", "–", "belum ada pagu di lembar Program")
    return Markup(
        '<a class="ubin" href="#pagu"><span class="label">Pagu {}</span><strong>{}</strong>'
        '<span class="sub">Rp {}</span></a>'
    ).format(shown, _rounded(total), rupiah(total))


def _rounded(amount: Decimal) -> str:
    """The amount as people say it: ``Rp 5,29 miliar``."""
    for size, word in ((12, "triliun"), (9, "miliar"), (6, "juta")):
        if abs(amount) >= Decimal(10) ** size:
            return f"Rp {rupiah(amount / Decimal(10) ** size)} {word}"
    return f"Rp {rupiah(amount)}"


def completeness(cakupan: Iterable[Level]) -> Markup:
    """How many indicators of each level have what a PK needs, as a table of small bars."""
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(judul) for _, judul in _KOLOM)
    rows = Markup("").join(_level(entry) for entry in cakupan)
    return Markup(
        '<table class="kelengkapan kartu"><caption>Kelengkapan per tingkat <span class="sub">— indikator yang sudah '
        "mempunyai isian itu</span></caption>"
        '<thead><tr><th scope="col">Tingkat</th><th scope="col">Kinerja</th>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(heads, rows)


def _level(entry: Level) -> Markup:
    whole = entry.indikator
    cells = Markup("").join(_cell(entry, kunci, judul, whole) for kunci, judul in _KOLOM)
    tingkat = _TINGKAT.get(entry.komponen)
    return Markup('<tr><th scope="row"><i class="warna t{}"></i>{}</th><td data-j="Kinerja">{}</td>{}</tr>').format(
        "l" if tingkat is None else tingkat,
        entry.komponen,
        entry.kinerja,
        cells,
    )


def _cell(entry: Level, kunci: str, judul: str, whole: int) -> Markup:
    count: int = getattr(entry, kunci)
    if kunci == "indikator":
        return Markup('<td data-j="{}">{}</td>').format(judul, count)
    if not whole or (kunci in ("kode", "pagu") and entry.komponen not in _BERKODE and not count):
        return Markup('<td data-j="{}" class="tidak">–</td>').format(judul)
    return Markup(
        '<td data-j="{}"{}><span class="isi">{}<small>/{}</small></span>'
        '<svg class="batang" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="100" height="4"/><rect class="penuh" width="{}" height="4"/></svg></td>'
    ).format(judul, Markup(' class="kurang"') if count < whole else "", count, whole, round(100 * count / whole))
