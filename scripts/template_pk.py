"""The template of a Perjanjian Kinerja: PermenPANRB 53/2014, Lampiran I, forms I/2-6 and I/5-6 (domain.md 1.2-1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from template_parts import GREY, PORTRAIT, Cell, paragraph, row, run, section, tab, table, tag, tag_row

PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada "
    "hasil, kami yang bertanda tangan di bawah ini:"
)
SEBUTAN_PERTAMA = "selanjutnya disebut pihak pertama"
SEBUTAN_KEDUA = "selaku atasan pihak pertama, selanjutnya disebut pihak kedua"
JANJI = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
)
SUPERVISI = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
)

_WIDTH = PORTRAIT.text_width
_KOP = (2.4, _WIDTH - 2.4)
_HALF = _WIDTH / 2
# Both tables have one more column line than they show: in the middle, where the signatures below them part.
_KINERJA = (1.0, 4.8, 2.2, 2.4, 3.1, 2.5)
_ANGGARAN = (_HALF, 1.3, 3.3, 3.4)
_SASARAN_PER_JENIS = (
    "{% if jenis_pk == 'jpt' %}Sasaran Strategis{% elif jenis_pk == 'ess-3' %}Sasaran Program"
    "{% elif jenis_pk == 'sub-koordinator-jf' %}Sasaran Kegiatan{% else %}Sasaran Sub Kegiatan{% endif %}"
)
_ANGGARAN_PER_JENIS = (
    "{% if jenis_pk == 'jpt' %}Program{% elif jenis_pk == 'ess-3' %}Program dan Kegiatan"
    "{% elif jenis_pk == 'sub-koordinator-jf' %}Kegiatan dan Sub Kegiatan{% else %}Sub Kegiatan{% endif %}"
)
_KODE_DAN_NAMA = "{% if a.kode %}{{ a.kode }} {% endif %}{{ a.nama }}"
_KETERANGAN = (
    "{{ a.sumber_dana }}{% if a.penjelasan %}{% if a.sumber_dana %} {% endif %}({{ a.penjelasan }}){% endif %}"
)
_LAST_ROW = "loop.last and s.no == daftar_sasaran[-1].no"


def pk_body(references: str) -> str:
    """The two parts of a PK: Pernyataan on the first page, Lampiran from the second."""
    end = paragraph(run("", size=1))  # Word wants a paragraph after the last table.
    return _pernyataan() + _lampiran() + end + section(PORTRAIT, references)


def _pernyataan() -> str:
    title = paragraph(run("PERJANJIAN KINERJA TAHUN {{ tahun }}"), style="Judul", before=12)
    number = tag("if nomor") + paragraph(run("NOMOR: {{ nomor }}"), style="Judul") + tag("endif")
    return (
        kop()
        + title
        + number
        + paragraph(run(PEMBUKA), style="Paragraf", before=16, after=10)
        + _identity("pihak_pertama", SEBUTAN_PERTAMA)
        + _identity("pihak_kedua", SEBUTAN_KEDUA)
        + paragraph(run(JANJI), style="Paragraf", after=10)
        + paragraph(run(SUPERVISI), style="Paragraf", after=16)
        + table((_HALF, _HALF), *_signatures((_HALF, _HALF), (1, 1), with_jabatan=False), grid=False)
    )


def kop() -> str:
    """The letterhead. With a logo the text stands beside it; without one it has the whole width."""
    pd = "perangkat_daerah"
    address = (
        f"{{{{ {pd}.alamat }}}}{{% if {pd}.kode_pos %}} {{{{ {pd}.kode_pos }}}}{{% endif %}}"
        f"{{% if {pd}.telepon %}}{{% if {pd}.alamat or {pd}.kode_pos %}}, {{% endif %}}"
        f"Telepon {{{{ {pd}.telepon }}}}{{% endif %}}"
    )
    online = (
        f"{{% if {pd}.laman %}}Laman {{{{ {pd}.laman }}}}{{% endif %}}"
        f"{{% if {pd}.pos_el %}}{{% if {pd}.laman %}}, {{% endif %}}Pos-el {{{{ {pd}.pos_el }}}}{{% endif %}}"
    )
    text = (
        paragraph(run(f"{{{{ {pd}.pemda }}}}", caps=True, size=13), align="center")
        + paragraph(run(f"{{{{ {pd}.nama }}}}", bold=True, caps=True, size=17), align="center", after=2)
        + tag(f"if {pd}.alamat or {pd}.kode_pos or {pd}.telepon")
        + paragraph(run(address, size=9), align="center")
        + tag("endif")
        + tag(f"if {pd}.laman or {pd}.pos_el")
        + paragraph(run(online, size=9), align="center", after=3)
        + tag("endif")
    )
    logo = paragraph(run("{{ logo }}"), align="center")
    line = '<w:bottom w:val="thickThinSmallGap" w:sz="24" w:space="0" w:color="000000"/>'
    return table(
        _KOP,
        tag_row(_KOP, "if logo"),
        row(_KOP, Cell(logo, middle=True), Cell(text, middle=True)),
        tag_row(_KOP, "else"),
        row(_KOP, Cell(text, span=2, middle=True)),
        tag_row(_KOP, "endif"),
        grid=False,
        below=line,
    )


def _identity(party: str, role: str) -> str:
    lines = (("Nama", f"{{{{ {party}.nama }}}}"), ("Jabatan", f"{{{{ {party}.jabatan }}}}"))
    return "".join(
        paragraph(run(label), tab(), run(":"), tab(), run(value), left=3.1, hanging=3.1, tabs=(2.6, 3.1), after=3)
        for label, value in lines
    ) + paragraph(run(role), before=3, after=10)


def _lampiran() -> str:
    agency = paragraph(run("{{ perangkat_daerah.nama }}", caps=True), style="Judul")
    post = (
        tag("if jenis_pk != 'jpt'")
        + paragraph(run("{{ pihak_pertama.jabatan }}"), align="center", keep_next=True, before=2)
        + tag("endif")
    )
    title = paragraph(run("PERJANJIAN KINERJA TAHUN {{ tahun }}"), style="Judul", new_page=True)
    gap = paragraph(run("", size=8))
    budget = tag("if daftar_anggaran") + gap + _budget_table() + tag("endif")
    return title + agency + post + gap + _kinerja_table() + budget


def _head(title: str, span: int = 1) -> Cell:
    """A cell of a header row; it stays with the first row below."""
    text = paragraph(run(title, bold=True), style="IsiTabel", align="center", keep_next=True, before=2, after=2)
    return Cell(text, span=span, shade=GREY, middle=True)


def _number(number: int, span: int = 1) -> Cell:
    return Cell(paragraph(run(f"({number})", size=8), style="IsiTabel", align="center", keep_next=True), span=span)


def _text(
    value: str, *, align: str = "", keep: bool = False, bold: bool = False, left: float | None = None, span: int = 1,
) -> Cell:  # fmt: skip
    content = paragraph(
        run(value, bold=bold), style="IsiTabel", align=align, keep_next=keep, before=2, after=2, left=left
    )
    return Cell(content, span=span)


def _kinerja_table() -> str:
    def indicator(keep: bool) -> str:
        return row(
            _KINERJA,
            _text("{% vm %}{{ s.no }}", align="center", keep=keep),
            _text("{% vm %}{{ s.sasaran }}", keep=keep),
            _text("{{ i.indikator }}", keep=keep, span=2),
            _text("{{ i.target }}", align="center", keep=keep),
            _text("{{ i.satuan }}", align="center", keep=keep),
        )

    titles = [_head("No"), _head(_SASARAN_PER_JENIS), _head("Indikator Kinerja", 2), _head("Target"), _head("Satuan")]
    numbers = [_number(1), _number(2), _number(3, 2), _number(4), _number(5)]
    return table(
        _KINERJA,
        row(_KINERJA, *titles, header=True),
        row(_KINERJA, *numbers, header=True),
        tag_row(_KINERJA, "for s in daftar_sasaran"),
        tag_row(_KINERJA, "for i in s.daftar_indikator"),
        # The last row is written apart because it must stay with what follows: signatures never stand alone.
        tag_row(_KINERJA, f"if {_LAST_ROW}"),
        indicator(keep=True),
        tag_row(_KINERJA, "else"),
        indicator(keep=False),
        tag_row(_KINERJA, "endif"),
        tag_row(_KINERJA, "endfor"),
        tag_row(_KINERJA, "endfor"),
        tag_row(_KINERJA, "if not daftar_anggaran"),
        *_signature_rows(_KINERJA, 3),
        tag_row(_KINERJA, "endif"),
    )


def _budget_table() -> str:
    def item(*, bold: bool = False, keep: bool = False, left: float | None = None) -> str:
        return row(
            _ANGGARAN,
            _text(_KODE_DAN_NAMA, bold=bold, keep=keep, left=left, span=2),
            _text("{{ a.anggaran }}", align="right", bold=bold, keep=keep),
            _text(_KETERANGAN, keep=keep),
        )

    total = row(
        _ANGGARAN,
        _text("TOTAL", align="center", bold=True, keep=True, span=2),
        _text("{{ total_anggaran }}", align="right", bold=True, keep=True),
        _text("", keep=True),
    )
    part = (
        "(jenis_pk == 'ess-3' and a.tingkat == 'kegiatan') or "
        "(jenis_pk == 'sub-koordinator-jf' and a.tingkat == 'sub_kegiatan')"
    )
    return table(
        _ANGGARAN,
        row(_ANGGARAN, _head(_ANGGARAN_PER_JENIS, 2), _head("Anggaran (Rp)"), _head("Keterangan"), header=True),
        tag_row(_ANGGARAN, "for a in daftar_anggaran"),
        tag_row(_ANGGARAN, "if a.induk"),
        item(bold=True, keep=True),
        tag_row(_ANGGARAN, f"elif {part}"),
        item(left=0.6),
        tag_row(_ANGGARAN, "else"),
        item(),
        tag_row(_ANGGARAN, "endif"),
        tag_row(_ANGGARAN, "endfor"),
        total,
        *_signature_rows(_ANGGARAN, 1),
    )


def _signature_rows(widths: Sequence[float], left: int) -> list[str]:
    """Signatures as the last rows of a table, in its first ``left`` columns and in the others.

    Word processors keep rows of one table together; a table that breaks over pages and a second one after it they
    do not, and the signatures would stand alone on a page.
    """
    right = len(widths) - left
    gap = Cell(paragraph(run("", size=6), keep_next=True), span=len(widths), open_sides="left bottom right")
    return [row(widths, gap), *_signatures(widths, (left, right), with_jabatan=True)]


def _signatures(widths: Sequence[float], spans: tuple[int, int], *, with_jabatan: bool) -> list[str]:
    """Rows of both signature blocks, kept on one page: Pihak Kedua left, Pihak Pertama right."""

    def line(*runs: str, keep: bool = True, after: float | None = None) -> str:
        return paragraph(*runs, align="center", keep_next=keep, after=after)

    def pair(left: str, right: str, height: float | None = None) -> str:
        open_sides = "top left bottom right"
        cells = (Cell(left, spans[0], open_sides=open_sides), Cell(right, spans[1], open_sides=open_sides))
        return row(widths, *cells, height=height)

    def who(party: str, label: str) -> str:
        return line(run(label)) + (line(run(f"{{{{ {party}.jabatan }}}}")) if with_jabatan else "")

    def name(party: str) -> str:
        printed = line(run(f"{{{{ {party}.nama_cetak }}}}", bold=True, underline=True), keep=False)
        rank = tag(f"if {party}.pangkat") + line(run(f"{{{{ {party}.pangkat }}}}"), keep=False) + tag("endif")
        number = tag(f"if {party}.nip") + line(run(f"NIP. {{{{ {party}.nip }}}}"), keep=False) + tag("endif")
        return printed + rank + number

    return [
        pair(line(), line(run("{{ tempat }}, {{ tanggal }}"), after=8)),
        pair(who("pihak_kedua", "Pihak Kedua,"), who("pihak_pertama", "Pihak Pertama,")),
        pair(line(), line(), height=2.2),
        pair(name("pihak_kedua"), name("pihak_pertama")),
    ]
