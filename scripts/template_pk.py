"""The template of a Perjanjian Kinerja: PermenPANRB 53/2014, Lampiran I, forms I/2-6 and I/5-6 (domain.md 1.2-1.3)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from template_file import ShippedTemplate
from template_parts import (
    GREY,
    HAIR,
    PORTRAIT,
    Cell,
    Page,
    field,
    paragraph,
    row,
    run,
    section,
    tab,
    table,
    tag,
    tag_row,
)
from template_report import CHANGED, CHANGED_SMALL
from template_signature import has_rank, name_line, number_line, qr_row, rank_line, room_of_both
from template_styles import OFFICIAL_STYLES

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
_HALVES = (_WIDTH / 2, _WIDTH / 2)
_KINERJA = (1.0, 4.8, 4.6, 3.1, 2.5)
_ANGGARAN = (7.6, 3.6, 4.8)
# Amounts of fifteen figures in four columns, none broken: one in brackets, one in a sentence behind «Rp».
_BERUBAH, _BERUBAH_SIZE, _BERUBAH_MARGIN = (3.95, 2.85, 2.85, 3.05, 3.3), 8, 0.08
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
# The last row stays with the signatures below: these never stand alone on a page.
_KEPT = "i.rapat or (not daftar_anggaran and loop.last and s.no == daftar_sasaran[-1].no)"
# Money that the PK of another holder has: nobody signs an empty cell, and nobody adds it up twice.
_ELSEWHERE = "pada PK lain"
_AMOUNT = f"{{% if a.anggaran %}}{{{{ a.anggaran }}}}{{% else %}}{_ELSEWHERE}{{% endif %}}"
_TOTAL = "{{ total_anggaran }}"
_NO_TOTAL = f"{{% if total_anggaran == '-' %}}seluruhnya {_ELSEWHERE}{{% endif %}}"
# Both budgets beside each other, where the workbook has both; a row whose money another has says so once.
_BEFORE = f"{{% if a.anggaran or a.semula %}}{{{{ a.semula }}}}{{% else %}}{_ELSEWHERE}{{% endif %}}"
_IF_COMPARED = "perubahan and total_semula"
_TITLE = f"PERJANJIAN KINERJA {CHANGED}TAHUN\u00a0{{{{ tahun }}}}"
_AGENCY = "{{ perangkat_daerah.nama_kop }}"


def pk_body(references: str) -> str:
    """The two parts of a PK: Pernyataan on the first page, Lampiran from the second."""
    # Word wants a paragraph after the last table; of no height it makes no page of its own.
    return _pernyataan() + _lampiran() + f"<w:p>{HAIR}</w:p>" + section(PORTRAIT, references, title_page=True)


def pk_footer() -> str:
    """From the second page of a PK with more than two: whose it is, and which of its pages."""
    whose = f"Perjanjian Kinerja {CHANGED_SMALL}{{{{ tahun }}}}, {{{{ pihak_pertama.jabatan }}}}"
    pages = (run("halaman\u00a0"), field("PAGE", "…"), run("\u00a0dari\u00a0"), field("NUMPAGES", "…"))
    line = paragraph(run(f"{whose}, "), *pages, style="Footer")
    return tag("if banyak_halaman") + line + tag("else") + paragraph() + tag("endif")


def _pernyataan() -> str:
    title = paragraph(run(_TITLE), style="Heading1", before=12)
    number = tag("if nomor") + paragraph(run("NOMOR: {{ nomor }}"), style="Judul") + tag("endif")
    return (
        tag("if pakai_kop")
        + kop()
        + tag("elif logo")
        + paragraph(run("{{ logo }}"), align="center", keep_next=True)
        + tag("endif")
        + title
        + number
        + paragraph(run(PEMBUKA), style="Paragraf", before=16, after=10)
        + _identity("pihak_pertama", SEBUTAN_PERTAMA)
        + _identity("pihak_kedua", SEBUTAN_KEDUA)
        + paragraph(run(JANJI), style="Paragraf", after=10)
        + paragraph(run(SUPERVISI), style="Paragraf", after=16, keep_next=True)
        + _signatures(with_jabatan=False)
    )


def kop(page: Page = PORTRAIT) -> str:
    """The letterhead. With a logo the text stands beside it; without one it has the whole width."""
    widths = (_KOP[0], page.text_width - _KOP[0])
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
        paragraph(run(f"{{{{ {pd}.pemda_kop }}}}", size=13), align="center")
        + tag(f"if {pd}.induk")
        + paragraph(run(f"{{{{ {pd}.induk_kop }}}}", bold=True, size=14), align="center")
        + tag("endif")
        + paragraph(run(_AGENCY, bold=True, size=17), align="center", after=2)
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
        widths,
        tag_row(widths, "if logo"),
        row(widths, Cell(logo, middle=True), Cell(text, middle=True)),
        tag_row(widths, "else"),
        row(widths, Cell(text, span=2, middle=True)),
        tag_row(widths, "endif"),
        grid=False,
        below=line,
        title="Kop surat",
    )


def _identity(party: str, role: str) -> str:
    lines = (("Nama", f"{{{{ {party}.nama }}}}"), ("Jabatan", f"{{{{ {party}.jabatan }}}}"))
    return "".join(
        paragraph(run(label), tab(), run(":"), tab(), run(value), left=3.1, hanging=3.1, tabs=(2.6, 3.1), after=3)
        for label, value in lines
    ) + paragraph(run(role), before=3, after=10)


def _lampiran() -> str:
    agency = paragraph(run(_AGENCY), style="Judul")
    post = (
        tag("if jenis_pk != 'jpt'")
        + paragraph(run("{{ pihak_pertama.jabatan }}"), align="center", keep_next=True, before=2)
        + tag("endif")
    )
    title = paragraph(run(_TITLE), style="Heading1", new_page=True)
    gap = paragraph(run("", size=8))
    budget = tag("if daftar_anggaran") + gap + _budget_table() + tag("endif")
    above_signatures = paragraph(run("", size=6), keep_next=True)
    return title + agency + post + gap + _kinerja_table() + budget + above_signatures + _signatures(with_jabatan=True)


def _head(title: str, span: int = 1, size: float | None = None) -> Cell:
    """A cell of a header row; it stays with the first row below."""
    text = paragraph(run(title, bold=True, size=size), style="IsiSel", align="center", keep_next=True)
    return Cell(text, span=span, shade=GREY, middle=True)


def _number(number: int, span: int = 1) -> Cell:
    return Cell(paragraph(run(f"({number})", size=8), style="IsiTabel", align="center", keep_next=True), span=span)


def _text(
    value: str, *, align: str = "", keep: bool = False, bold: bool = False, left: float | None = None,
    size: float | None = None,
) -> Cell:  # fmt: skip
    content = paragraph(run(value, bold=bold, size=size), style="IsiSel", align=align, keep_next=keep, left=left)
    return Cell(content)


def _kinerja_table() -> str:
    def indicator(merge: str, keep: bool) -> str:
        again = "{% if not loop.first %} (lanjutan){% endif %}"
        own = merge != "continue"
        number, sasaran = ("{{ s.no }}", "{{ s.sasaran }}" + again) if own else ("", "")
        return row(
            _KINERJA,
            replace(_text(number, align="center", keep=keep), merge=merge),
            replace(_text(sasaran, keep=keep), merge=merge),
            _text("{{ i.indikator }}", keep=keep),
            _text("{{ i.target }}", align="center", keep=keep),
            _text("{{ i.satuan }}", align="center", keep=keep),
        )

    def rows(condition: str, merge: str) -> tuple[str, ...]:
        kept, other = f"{condition} and ({_KEPT})", condition.replace("if ", "elif ", 1).replace("elelif", "elif")
        return (
            tag_row(_KINERJA, kept),
            indicator(merge, keep=True),
            tag_row(_KINERJA, other),
            indicator(merge, keep=False),
        )

    titles = [_head("No"), _head(_SASARAN_PER_JENIS), _head("Indikator Kinerja"), _head("Target"), _head("Satuan")]
    return table(
        _KINERJA,
        row(_KINERJA, *titles, header=True),
        row(_KINERJA, *map(_number, range(1, 6)), header=True),
        tag_row(_KINERJA, "for s in daftar_sasaran"),
        tag_row(_KINERJA, "for i in s.daftar_indikator"),
        # No and Sasaran are merged down where they have more than one row: of one alone a merge puzzles converters.
        *rows("if i.awal and i.akhir", ""),
        *rows("elif i.awal", "restart"),
        *rows("elif not i.awal", "continue"),
        tag_row(_KINERJA, "endif"),
        tag_row(_KINERJA, "endfor"),
        tag_row(_KINERJA, "endfor"),
        title="Sasaran, indikator kinerja, dan target",
    )


def _budget_table() -> str:
    compared = _budget_rows(
        _BERUBAH,
        ("Sebelum perubahan (Rp)", "Setelah perubahan (Rp)", "Bertambah/ (berkurang) (Rp)"),
        (_BEFORE, _AMOUNT, "{{ a.selisih }}"),
        ("{{ total_semula }}", _TOTAL, "{{ total_selisih }}"),
        size=_BERUBAH_SIZE,
        margin=_BERUBAH_MARGIN,
    )
    plain = _budget_rows(_ANGGARAN, ("Anggaran (Rp)",), (_AMOUNT,), (_TOTAL,))
    return tag(f"if {_IF_COMPARED}") + compared + tag("else") + plain + tag("endif")


def _budget_rows(
    widths: tuple[float, ...], titles: tuple[str, ...], amounts: tuple[str, ...], totals: tuple[str, ...], *,
    size: float | None = None, margin: float = 0.12,
) -> str:  # fmt: skip
    """The table of programs, kegiatan and sub kegiatan: the name of each, its amounts, and where they come from.

    Args:
        widths: The widths of the columns in centimetres.
        titles: The titles of the columns of amounts.
        amounts: What these print of a row.
        totals: What they print last.
        size: The size of its letters in points, where it is not that of other tables.
        margin: The space beside its texts in centimetres.
    """
    said, head = partial(_text, size=size), partial(_head, size=size)

    def item(*, bold: bool = False, keep: bool = False, left: float | None = None) -> str:
        return row(
            widths,
            said(_KODE_DAN_NAMA, bold=bold, keep=keep, left=left),
            *(said(amount, align="right", bold=bold, keep=keep) for amount in amounts),
            said(_KETERANGAN, keep=keep),
        )

    # TOTAL stays with the signatures below: these never stand alone on a page.
    total = row(
        widths,
        said("TOTAL", align="center", bold=True, keep=True),
        *(said(amount, align="right", bold=True, keep=True) for amount in totals),
        said(_NO_TOTAL, keep=True),
    )
    part = (
        "(jenis_pk == 'ess-3' and a.tingkat == 'kegiatan') or "
        "(jenis_pk == 'sub-koordinator-jf' and a.tingkat == 'sub_kegiatan')"
    )
    return table(
        widths,
        row(widths, head(_ANGGARAN_PER_JENIS), *map(head, titles), head("Keterangan"), header=True),
        tag_row(widths, "for a in daftar_anggaran"),
        tag_row(widths, "if a.induk"),
        item(bold=True, keep=True),
        tag_row(widths, f"elif {part}"),
        item(left=0.6),
        tag_row(widths, "else"),
        item(),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        total,
        margin=margin,
        title="Anggaran",
    )


def _signatures(*, with_jabatan: bool) -> str:
    """Both signature blocks, kept on one page: Pihak Kedua left, Pihak Pertama right.

    Names, ranks and numbers have a row each, so that they stand level whatever needs more lines. A comma ends what
    stands above a signature, be it the party or its post.
    """

    def line(*runs: str, after: float | None = None) -> str:
        return paragraph(*runs, align="center", keep_next=True, after=after)

    def pair(left: str, right: str, *, bottom: bool = False) -> str:
        return row(_HALVES, Cell(left, bottom=bottom), Cell(right, bottom=bottom))

    def who(party: str, label: str) -> str:
        post = line(run(f"{{{{ {party}.jabatan }}}},"))
        return line(run(label)) + post if with_jabatan else line(run(f"{label},"))

    second, first = "pihak_kedua", "pihak_pertama"
    marks = ("lampiran_kedua", "lampiran_pertama") if with_jabatan else ("kedua", "pertama")
    any_rank = " or ".join(map(has_rank, (second, first)))
    return table(
        _HALVES,
        pair(line(), line(run("{{ tempat }}, {{ tanggal }}"), after=8)),
        pair(who(second, "Pihak Kedua"), who(first, "Pihak Pertama")),
        room_of_both(_HALVES, marks, 2.2, annex=with_jabatan),
        pair(name_line(second), name_line(first), bottom=True),
        tag_row(_HALVES, f"if {any_rank}"),
        pair(rank_line(second), rank_line(first)),
        tag_row(_HALVES, "endif"),
        tag_row(_HALVES, f"if {second}.nip or {first}.nip"),
        pair(number_line(second), number_line(first)),
        tag_row(_HALVES, "endif"),
        *((qr_row(_HALVES),) if with_jabatan else ()),
        grid=False,
        margin=0.2,
        title="Tanda tangan",
    )


TEMPLATE = ShippedTemplate(
    stem="pk",
    title="Perjanjian Kinerja",
    body=pk_body,
    shipped="pk/shipped.py",
    footer=pk_footer(),
    signed=True,
    styles=OFFICIAL_STYLES,
    bare_first_page=True,
)
