"""Cases of an office's naskah beside its workbook: what is found of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from openpyxl import Workbook

from helpers.pictures import png
from helpers.workbooks import BAKU, understood, write
from pokin_docs.documents.renstra.places import PLACES
from pokin_docs.model.findings import Temuan
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.narrative.write import blank_narrative

Case = Callable[[Path], tuple[Temuan, ...]]
_W = nsdecls("w")


def beside_it(
    change: Callable[[Document], object] = lambda document: None,
    *of_workbook: Callable[[Workbook], object],
    name: str = "pohon-kinerja-naskah.docx",
    lacking: str = "",
) -> Case:
    """The findings of a workbook beside which a naskah lies that somebody changed."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        path = write(folder / "pohon-kinerja.xlsx", BAKU, *of_workbook)
        document = docx.Document(io.BytesIO(blank_narrative(tuple(one for one in PLACES if one.key != lacking))))
        change(document)
        document.save(str(folder / name))
        return found_of(path)

    return case


def found_of(path: Path) -> tuple[Temuan, ...]:
    return understood(path, Settings(path.parent / "build", (bundled("templates"),))).temuan


def broken(folder: Path) -> tuple[Temuan, ...]:
    (folder / "pohon-kinerja-naskah.docx").write_bytes(b"bukan dokumen Word")
    return found_of(write(folder / "pohon-kinerja.xlsx", BAKU))


def at(document: Document, key: str) -> Paragraph:
    """The paragraph of a place's prompt."""
    paragraphs = document.paragraphs
    return paragraphs[next(number for number, one in enumerate(paragraphs) if one.text == key) + 1]


def typed(key: str, inner: str) -> Callable[[Document], None]:
    """XML put behind the prompt of a place as a paragraph of its own."""

    def change(document: Document) -> None:
        at(document, key)._p.addnext(parse_xml(f"<w:p {_W}>{inner}</w:p>"))

    return change


def twice(document: Document) -> None:
    for number in (1, 2):
        document.add_heading("2.1.5 Mitra Perangkat Daerah", 2)
        document.add_paragraph(f"Mitra ke-{number}.")


def elsewhere(document: Document) -> None:
    document.add_heading("Lampiran Foto", 2)
    document.add_paragraph("Foto kegiatan.")


def commented(document: Document) -> None:
    paragraph = at(document, "mitra")
    paragraph.text = "Mitra dinas."
    document.add_comment(paragraph.runs, text="Mohon diperiksa", author="Contoh", initials="C")


def linked_picture(document: Document) -> None:
    """A picture that lies on another machine."""
    paragraph = at(document, "mitra")
    paragraph.text = "Peta: "
    paragraph.add_run().add_picture(io.BytesIO(png()))
    blip = next(paragraph._p.iter(qn("a:blip")))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = document.part.relate_to("https://contoh.invalid/peta.png", kind, is_external=True)
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), link)


_OBJECT = (
    '<w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s"/>'
    '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>'
)


def in_columns(document: Document) -> None:
    at(document, "mitra").text = "Mitra dinas."
    document.element.body.sectPr.append(parse_xml(f'<w:cols {_W} w:num="2"/>'))


NASKAH_CASES: dict[str, Case] = {
    "D30": beside_it(),
    "D31": broken,
    "D32": beside_it(twice),
    "D33": beside_it(elsewhere),
    "D34": beside_it(typed("mitra", '<w:ins w:id="1" w:author="Contoh"><w:r><w:t>Mitra dinas.</w:t></w:r></w:ins>')),
    "D35": beside_it(commented),
    "D36": beside_it(linked_picture),
    "D37": beside_it(typed("mitra", _OBJECT)),
    "D53": beside_it(in_columns),
    "D38": beside_it(name="renstra-lama-naskah.docx"),
    "D39": beside_it(typed("tantangan-peluang", "<w:r><w:t>Tantangan utama.</w:t></w:r>")),
    "K23": beside_it(lacking="mitra"),
}
