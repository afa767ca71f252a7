"""The template of the Manual IKU: a page for each IKU (domain-2 2.2)."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_parts import GREY, HAIR, Cell, Page, paragraph, row, run, section, table, tag, tag_row
from template_report import footer, when
from template_signature import PLACE_AND_DAY, signature
from template_styles import PK_STYLES

PAGE = Page(top=1.6, bottom=1.6, right=2.0, left=2.5, header=0.8, footer=0.9)
_WIDTHS = (0.9, 5.0, PAGE.text_width - 5.9)
_TERMS = (
    "{{ v.nama }}{% if v.bobot %}, bobot {{ v.bobot }}%{% endif %}{% if v.sumber %} (sumber: {{ v.sumber }}){% endif %}"
)
_METHOD = "{{ i.metode }}{% if i.rumus_metode %}: {{ i.rumus_metode }}{% endif %}"
_YEARS = "{% for t in i.daftar_target %}{{ t.tahun }}: {{ t.target }}{% if not loop.last %};  {% endif %}{% endfor %}"
_QUARTERS = ";  ".join(f"TW {roman}: {{{{ i.triwulan[{n}] }}}}" for n, roman in enumerate(("I", "II", "III", "IV")))


def body(references: str) -> str:
    """A page for each IKU, every one approved."""
    return (
        tag("for i in daftar_iku")
        + when("loop.first", _heading(new_page=False), _heading(new_page=True))
        + paragraph(run("{{ perangkat_daerah.nama_kop }}"), style="Judul")
        + paragraph(run("TAHUN\u00a0{{ tahun }}"), style="Judul", after=6)
        + _page()
        + signature("kepala", PAGE.text_width, place=f"Disetujui: {PLACE_AND_DAY}", only="loop.last")
        + tag("endfor")
        + f"<w:p>{HAIR}</w:p>"
        + section(PAGE, references)
    )


def _heading(*, new_page: bool) -> str:
    return paragraph(run("MANUAL INDIKATOR KINERJA UTAMA"), style="Heading1", new_page=new_page)


def _page() -> str:
    lines = (
        ("Tujuan", _text("{{ i.tujuan }}")),
        ("Sasaran/kinerja", _text("{{ i.sasaran }}")),
        ("Nama indikator", _text("{{ i.indikator }}", bold=True)),
        ("Alasan pemilihan", _text("{{ i.alasan }}")),
        ("Definisi operasional", _text("{{ i.definisi }}")),
        ("Variabel", ""),
        ("Metode penghitungan", _text(_METHOD)),
        ("Formula", _text("{{ i.formula }}")),
        ("Satuan", _text("{{ i.satuan }}")),
        ("Tipe", _text("{{ i.tipe }}")),
        ("Polaritas", _text("{{ i.polaritas }}")),
        ("Jenis hitung", _text("{{ i.jenis_hitung }}")),
        ("Frekuensi pengukuran", _text("{{ i.frekuensi }}")),
        ("Sumber data", _text("{{ i.sumber_data }}")),
        ("Penanggung jawab", _text("{{ i.penanggung_jawab }}")),
        ("Standar nasional", _text("{{ i.standar }}")),
        ("Kondisi awal{% if tahun_dasar %} ({{ tahun_dasar }}){% endif %}", _text("{{ i.kondisi_awal }}")),
        ("Target per tahun", _text(_YEARS)),
        ("Target triwulan tahun {{ tahun }}", _text("{% if i.ada_triwulan %}" + _QUARTERS + "{% endif %}")),
    )
    rows: list[str] = []
    for no, (label, content) in enumerate(lines, start=1):
        if content:
            number = Cell(_text(str(no), align="center"))
            rows.append(row(_WIDTHS, number, Cell(_text(label)), Cell(content)))
        else:
            rows += _terms(str(no), label)
    titles = (Cell(_text(title, bold=True, align="center"), shade=GREY) for title in ("No", "Unsur", "Isi"))
    return table(_WIDTHS, row(_WIDTHS, *titles, header=True), *rows, title="Manual indikator")


def _terms(no: str, label: str) -> tuple[str, ...]:
    """A row for each term of the formula, their first cells in one; a blank one where there is none."""
    merged = (Cell(_text("{% vm %}" + no, align="center")), Cell(_text("{% vm %}" + label)))
    return (
        tag_row(_WIDTHS, "for v in i.daftar_variabel"),
        row(_WIDTHS, *merged, Cell(_text(_TERMS))),
        tag_row(_WIDTHS, "endfor"),
        tag_row(_WIDTHS, "if not i.daftar_variabel"),
        row(_WIDTHS, Cell(_text(no, align="center")), Cell(_text(label)), Cell(_text(""))),
        tag_row(_WIDTHS, "endif"),
    )


def _text(content: str, *, bold: bool = False, align: str = "") -> str:
    return paragraph(run(content, bold=bold), style="IsiTabel", align=align, before=2, after=2)


TEMPLATE = ShippedTemplate(
    stem="manual-iku",
    title="Manual Indikator Kinerja Utama",
    body=body,
    shipped="manual_iku/shipped.py",
    footer=footer("Manual IKU {{ perangkat_daerah.nama }}"),
    signed=True,
    styles=PK_STYLES,
)
