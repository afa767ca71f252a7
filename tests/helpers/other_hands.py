"""Templates as other hands write them (docxtpl's manual, offices), and one fault put into one place of each."""

from __future__ import annotations

import io
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from helpers.places import ROOT
from pokin_docs.documents.pk.kind import PK
from pokin_docs.templating.faults import TemplateFinding
from pokin_docs.templating.fill.compile import examine_template

_CASES = tomllib.loads((ROOT / "tests/templating/other-hands.toml").read_text(encoding="utf-8"))
GOOD: dict[str, list[str]] = {name: lines.splitlines() for name, lines in _CASES["good"].items()}
"""Lines of templates without fault: ``| a | b`` is a row, ``^`` a header, ``[]`` a text box, ``>`` a table in a table,
anything else a paragraph; ``¦`` parts runs, ``\\n`` paragraphs of a cell."""
_KIND = replace(PK, form=None)


@dataclass(frozen=True)
class Fault:
    """A slip, in which template, what stood there, what was typed, and what the first proposal must hold."""

    slip: str
    template: str
    stood: str
    typed: str
    proposal: str

    @property
    def lines(self) -> list[str]:
        """The template with the fault, where it first can be."""
        lines = list(GOOD[self.template])
        number = next(number for number, line in enumerate(lines) if self.stood in line)
        lines[number] = lines[number].replace(self.stood, self.typed, 1)
        return lines

    @property
    def sentence(self) -> str:
        """Where it stands, as a clerk reads it."""
        changed = (one for one, was in zip(self.lines, GOOD[self.template], strict=True) if one != was)
        return next(changed).replace("¦", "").lstrip("^*>[]")

    def is_at(self, found: TemplateFinding) -> bool:
        """Whether a finding is about the place of the fault."""
        said, typed = found.place.sentence.strip("… "), self.typed.replace("¦", "").strip()
        return bool(said) and any(part in self.sentence for part in (said, typed) if part)


FAULTS = [Fault(**entry) for entry in _CASES["fault"]]


def built(lines: list[str]) -> bytes:
    """A template of these lines."""
    document = Document()
    document.add_heading("Perjanjian Kinerja", 1)
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line[1:].rstrip().removesuffix("|").split(" | ")])
            continue
        if rows:
            _table(document, rows)
            rows = []
        if line.startswith("^"):
            _type(document.sections[0].header.paragraphs[0], line[1:])
        elif line.startswith("[]"):
            document.add_paragraph()._p.append(parse_xml(_BOX.format(nsdecls("w"), line[2:])))
        elif line.startswith(">"):
            cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
            inner = cell.add_table(rows=0, cols=2)
            for row in line[1:].split("//"):
                for own, text in zip(inner.add_row().cells, row.split(";"), strict=False):
                    _type(own.paragraphs[0], text.strip())
        elif line:
            _type(document.add_paragraph(), line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_BOX = (
    '<w:r {} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def _type(paragraph: Paragraph, text: str) -> None:
    for piece in text.split("¦"):
        paragraph.add_run(piece)


def _table(document: Opened, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        made = table.add_row()
        cells = made.cells
        for cell, text in zip(cells, row, strict=False):
            for number, part in enumerate(text.split("\\n")):
                _type(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), part)
        for spare in cells[len(row) :]:
            made._tr.remove(spare._tc)


def checked(lines: list[str], folder: Path) -> tuple[TemplateFinding, ...]:
    """What the check says of a template of these lines; the form of a PK is left out of it."""
    file = folder / "pk.docx"
    file.write_bytes(built(lines))
    return examine_template(file, _KIND).temuan
