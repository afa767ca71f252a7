"""The cover of the bound PKs: who signs each, with room to tick; F4 upright like the PKs."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_parts import GREY, PORTRAIT, Cell, paragraph, row, run, section, table, tag, tag_row
from template_report import CHANGED_LAST, footer, title

_WIDTHS = (1.0, 6.0, 5.6, 1.7, 1.7)
_SMALL = 9


def _text(text: str, *, align: str = "", bold: bool = False, after: float = 2, keep: bool = False) -> str:
    return paragraph(run(text, size=_SMALL, bold=bold), align=align, before=2, after=after, keep_next=keep)


def _papers() -> str:
    heads = ("No", "Pihak Pertama", "Pihak Kedua", "Paraf I", "Paraf II")
    person = _text("{{ p.%s.nama }}", bold=True, after=0) + _text("{{ p.%s.jabatan }}", after=0)
    first = person % ("pihak_pertama", "pihak_pertama") + tag("if p.berlaku") + _text("{{ p.berlaku }}") + tag("endif")
    second = person % ("pihak_kedua", "pihak_kedua")
    unit = Cell(_text("{{ u.nama }}", bold=True, keep=True), span=len(_WIDTHS), shade=GREY)
    return table(
        _WIDTHS,
        row(_WIDTHS, *(Cell(_text(text, align="center", bold=True), middle=True) for text in heads), header=True),
        tag_row(_WIDTHS, "for u in daftar_unit"),
        row(_WIDTHS, unit),
        tag_row(_WIDTHS, "for p in u.daftar_pk"),
        row(
            _WIDTHS, Cell(_text("{{ p.no }}", align="center")), Cell(first), Cell(second),
            *(Cell(_text("☐", align="center"), middle=True) for _ in range(2)),
        ),
        tag_row(_WIDTHS, "endfor"),
        tag_row(_WIDTHS, "endfor"),
        title="Daftar penanda tangan",
    )  # fmt: skip


def cover_body(references: str) -> str:
    """Title, list, and how many they are."""
    count = (
        "Jumlah: {{ jumlah }} Perjanjian Kinerja, berurutan seperti di berkas cetak. Centang setelah ditandatangani."
    )
    return (
        title(
            f"DAFTAR PENANDA TANGAN PERJANJIAN KINERJA{CHANGED_LAST}",
            "{{ perangkat_daerah.nama_kop }}",
            "TAHUN {{ tahun }}",
        )
        + _papers()
        + _text(count, after=0)
        + section(PORTRAIT, references)
    )


TEMPLATE = ShippedTemplate(
    stem="sampul-pk",
    title="Daftar Penanda Tangan PK",
    body=cover_body,
    shipped="cover/shipped.py",
    footer=footer("Daftar penanda tangan PK {{ tahun }}"),
)
