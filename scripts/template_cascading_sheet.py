"""The workbook of the cascading: paths of the tree with merged cells, and a flat sheet that can be filtered."""

from __future__ import annotations

from template_sheet import Column, Sheet, ShippedBook

_LEVELS = (
    ("tujuan", "Tujuan"),
    ("sasaran", "Sasaran"),
    ("sasaran_program", "Sasaran Program"),
    ("sasaran_kegiatan", "Sasaran Kegiatan"),
    ("sasaran_sub_kegiatan", "Sasaran Sub Kegiatan"),
)
_COMPONENT = "{% if ada.program %}Program / Kegiatan / Sub Kegiatan{% endif %}"
_HEAD = ("CASCADING KINERJA", "{{ perangkat_daerah.nama }}", "TAHUN {{ tahun }}")


def _level(field: str, title: str) -> tuple[Column, ...]:
    level = f"j.{field}"
    one = "{{ i.indikator }} ({{ i.target }} {{ i.satuan }})"
    lines = f"{{% for i in {level}.daftar_indikator %}}{one}{{% if not loop.last %}}\n{{% endif %}}{{% endfor %}}"
    group = f"{{% if ada.{field} %}}{title}{{% endif %}}"
    return (
        Column("Kinerja", f"{{{{ {level}.kinerja }}}}", 21, group=group),
        Column("Indikator (target)", f"{lines}{{{{ {level}.sambungan }}}}", 21, group=group),
    )


TEMPLATE = ShippedBook(
    stem="cascading",
    title="Cascading Kinerja",
    shipped="cascading/shipped_sheet.py",
    sheets=(
        Sheet(
            title="Cascading",
            head=_HEAD,
            columns=(
                *(column for level in _LEVELS for column in _level(*level)),
                Column(_COMPONENT, "{{ j.program }}", 21),
                Column("Penanggung Jawab", "{{ j.penanggung_jawab }}", 19),
            ),
            loops=("j in daftar_jalur",),
            band="j.warna",
            paper="a3",
        ),
        Sheet(
            title="Daftar Kinerja",
            head=(),
            columns=(
                Column("Nomor", "{{ s.nomor }}", 8, number_format="@"),
                Column("Mendukung", "{{ s.nomor_induk }}", 10, number_format="@"),
                Column("Tingkat", "{{ s.komponen }}", 14),
                Column("Jenjang", "{{ s.jenjang }}", 14),
                Column("Kinerja", "{{ s.kinerja }}", 36),
                Column("Indikator", "{{ i.indikator }}", 36),
                Column("Satuan", "{{ i.satuan }}", 10, centred=True),
                Column("Kondisi Awal", "{{ i.kondisi_awal }}", 10, centred=True),
                Column("Target {{ tahun }}", "{{ i.target }}", 10, centred=True),
                Column(_COMPONENT, "{{ s.program }}", 28),
                Column("Penanggung Jawab", "{{ i.penanggung_jawab or s.penanggung_jawab }}", 26),
            ),
            loops=("s in daftar_simpul", "i in s.daftar_indikator"),
            paper="f4",
            frozen=1,
            filtered=True,
        ),
    ),
)
