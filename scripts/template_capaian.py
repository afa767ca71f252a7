"""The Excel template of a year's capaian: indicators by quarter, money by quarter, evaluation of the Renja (E.81)."""

from __future__ import annotations

from template_sheet import Column, Sheet, ShippedBook

_NUMBER, _SHARE = "#,##0", "0.00"
_FIGURE = "General"
_TW = ("I", "II", "III", "IV")


def _four(group: str, list_: str, width: float, number_format: str = _FIGURE) -> tuple[Column, ...]:
    """A column per quarter below one heading."""
    return tuple(
        Column(f"TW {roman}", f"{{{{ {list_}[{place}] }}}}", width, group, number_format, number_format == _FIGURE)
        for place, roman in enumerate(_TW)
    )


_MEASURES = Sheet(
    title="Capaian",
    head=("CAPAIAN KINERJA TAHUN {{ tahun }}", "{{ perangkat_daerah.nama }}",
          "Realisasi sampai dengan triwulan {{ sampai }}. Belum diukur bukan 0. Semakin rendah semakin baik: "
          "{{ rumus_rendah }} x 100%."),
    columns=(
        Column("No", "{{ b.no }}", 5, centred=True),
        Column("Tingkat", "{{ b.tingkat }}", 15),
        Column("Kinerja", "{{ b.kinerja }}", 36),
        Column("Indikator", "{{ b.indikator }}", 36),
        Column("Satuan", "{{ b.satuan }}", 10, centred=True),
        Column("Jenis Hitung", "{{ b.jenis_hitung }}", 12, centred=True),
        Column("Polaritas", "{{ b.polaritas }}", 16),
        Column("Target", "{{ b.target }}", 9, centred=True),
        *_four("Target s.d. Triwulan", "b.target_tw", 8),
        *_four("Realisasi s.d. Triwulan", "b.realisasi", 8),
        *_four("Capaian s.d. Triwulan (%)", "b.capaian", 8, _SHARE),
        Column("Capaian thd Tahun (%)", "{{ b.capaian_tahun }}", 10, number_format=_SHARE),
        Column("Kategori", "{{ b.kategori }}", 14, centred=True),
        Column("Penanggung Jawab", "{{ b.penanggung_jawab }}", 26),
    ),
    loops=("b in daftar_capaian",),
    paper="a3",
    frozen=4,
    filtered=True,
)  # fmt: skip
_MONEY = Sheet(
    title="Anggaran",
    head=("REALISASI ANGGARAN TAHUN {{ tahun }}", "{{ perangkat_daerah.nama }}"),
    columns=(
        Column("Kode", "{{ a.kode }}", 20, number_format="@"),
        Column("Jenis", "{{ a.jenis }}", 13),
        Column("Nama", "{{ a.nama }}", 52),
        Column("Pagu (Rp)", "{{ a.pagu }}", 18, number_format=_NUMBER),
        *_four("Realisasi Triwulan (Rp)", "a.realisasi", 17, _NUMBER),
        Column("Jumlah (Rp)", "{{ a.jumlah }}", 18, number_format=_NUMBER),
        Column("%", "{{ a.persen }}", 8, number_format=_SHARE),
        Column("Sisa (Rp)", "{{ a.sisa }}", 18, number_format=_NUMBER),
    ),
    loops=("a in daftar_anggaran",),
    paper="a3",
    frozen=3,
    filtered=True,
)
_BOTH = tuple(
    Column(
        name, f"{{{{ e.{list_}[{place}] }}}}", width, f"Realisasi TW {roman}", number_format, number_format == _FIGURE
    )
    for place, roman in enumerate(_TW)
    for name, list_, width, number_format in (("K", "realisasi_tw", 8, _FIGURE), ("Rp", "anggaran_tw", 15, _NUMBER))
)
_EVALUATION = Sheet(
    title="E.81",
    head=("EVALUASI HASIL RENJA PERANGKAT DAERAH TAHUN {{ tahun }}", "{{ perangkat_daerah.nama }}"),
    columns=(
        Column("No", "{{ e.no }}", 5, centred=True),
        Column("Program/Kegiatan/Sub Kegiatan", "{{ e.uraian }}", 36),
        Column("Indikator", "{{ e.indikator }}", 34),
        Column("Satuan", "{{ e.satuan }}", 10, centred=True),
        Column("K", "{{ e.target_renstra }}", 8, "Target Renstra {{ tahun_akhir }}", centred=True),
        Column("Rp", "{{ e.pagu_renstra }}", 17, "Target Renstra {{ tahun_akhir }}", _NUMBER),
        Column("K", "{{ e.realisasi_lalu }}", 8, "Realisasi s.d. Tahun Lalu", centred=True),
        Column("Rp", "{{ e.anggaran_lalu }}", 16, "Realisasi s.d. Tahun Lalu", _NUMBER),
        Column("K", "{{ e.target }}", 8, "Target Renja {{ tahun }}", centred=True),
        Column("Rp", "{{ e.pagu }}", 16, "Target Renja {{ tahun }}", _NUMBER),
        *_BOTH,
        Column("K", "{{ e.realisasi }}", 8, "Realisasi {{ tahun }}", centred=True),
        Column("Rp", "{{ e.anggaran }}", 16, "Realisasi {{ tahun }}", _NUMBER),
        Column("Rp", "{{ e.anggaran_kumulatif }}", 16, "Realisasi s.d. {{ tahun }}", _NUMBER),
        Column("K (%)", "{{ e.tingkat_kinerja }}", 9, "Tingkat Capaian Renstra", _SHARE),
        Column("Rp (%)", "{{ e.tingkat_anggaran }}", 9, "Tingkat Capaian Renstra", _SHARE),
        Column("Penanggung Jawab", "{{ e.penanggung_jawab }}", 26),
    ),
    loops=("e in daftar_evaluasi",),
    paper="a3",
    frozen=3,
    numbered=True,
)
TEMPLATE = ShippedBook(
    stem="capaian",
    title="Capaian Kinerja dan Anggaran",
    shipped="capaian/shipped.py",
    sheets=(_MEASURES, _MONEY, _EVALUATION),
)
