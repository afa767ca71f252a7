"""A document as sheets of paper: one per section, which the page's script parts into pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pokin_docs.report.preview import sections
from pokin_docs.report.preview.body import Body

if TYPE_CHECKING:
    from pokin_docs.report.preview.kelas import Kelas
    from pokin_docs.report.preview.naskah import Naskah

__all__ = ["sheets"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_JOIN = Markup("")
_VERTICAL = {"center": "tengah", "bottom": "bawah"}


def sheets(naskah: Naskah, kelas: Kelas) -> tuple[Markup, float]:
    """The whole document, and the distance of its usual tab stops in points."""
    body = naskah.akar.find(f"{_W}body")
    made = Body(naskah, kelas)
    groups = sections.joined(sections.sections(body)) if body is not None else []
    parts = []
    for number, group in enumerate(groups, 1):
        text = _JOIN.join(_content(section, made, naskah, kelas, alone=len(group) == 1) for section in group)
        if number == len(groups):
            text += made.notes()
        parts.append(_sheet(group[0], text, made, naskah, kelas))
    return _JOIN.join(parts), made.sela_tab


def _content(section: sections.Bagian, body: Body, naskah: Naskah, kelas: Kelas, *, alone: bool) -> Markup:
    text = body.story(section.isi, naskah.utama)
    if section.kolom < 2:
        return text
    columns = {"column-count": str(section.kolom), "column-gap": f"{section.jarak_kolom:g}pt"}
    return Markup('<div class="{}">{}</div>').format(kelas.name(columns), text)


def _sheet(section: sections.Bagian, text: Markup, body: Body, naskah: Naskah, kelas: Kelas) -> Markup:
    edge = section.tepi
    sides = kelas.name({"padding": f"0 {edge['right']:g}pt 0 {edge['left']:g}pt"})
    paper = kelas.paper(f"{section.lebar:g}pt", f"{section.tinggi:g}pt")
    above = {"min-height": f"{edge['top']:g}pt", "padding-top": f"{edge['header']:g}pt"}
    below = {"min-height": f"{edge['bottom']:g}pt", "padding-bottom": f"{edge['footer']:g}pt"}
    said = Markup(' data-bentuk="{}"').format(section.bentuk)
    if section.mulai is not None:
        said += Markup(' data-mulai="{}"').format(section.mulai)
    return Markup('<section class="lembar {} {}"{}>{}<div class="isi {}">{}</div>{}</section>').format(
        paper,
        sides,
        said,
        _edges(section, section.kop, "kop", kelas.name(above), body, naskah),
        _VERTICAL.get(section.tegak, ""),
        text,
        _edges(section, section.kaki, "kaki", kelas.name(below), body, naskah),
    )


def _edges(section: sections.Bagian, refs: dict[str, str], name: str, look: str, body: Body, naskah: Naskah) -> Markup:
    """The header or footer of each kind of page that the section has; only the usual one is seen without the script."""
    kinds = ["default", *(["first"] if section.pertama else []), *(["even"] if body.genap else [])]
    made = []
    for kind in kinds:
        part = naskah.part(naskah.utama, refs.get(kind))
        root = naskah.xml(part)
        text = body.story(root, part) if root is not None else _JOIN
        hidden = Markup(" hidden") if kind != "default" else _JOIN
        made.append(Markup('<div class="{} {}" data-untuk="{}"{}>{}</div>').format(name, look, kind, hidden, text))
    return _JOIN.join(made)
