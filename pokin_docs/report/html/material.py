"""What the report page is made from: the plan beside its findings, and the questions that the page answers.

Everything is looked up by the cell it came from, so that a node, a document and a finding meet without further keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from urllib.parse import quote

from pokin_docs.documents.about import signer
from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.proof import Proof
from pokin_docs.model.catalogue import severity
from pokin_docs.model.causes import Cause, causes
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding
from pokin_docs.model.history import Progress
from pokin_docs.model.programs import Nomenklatur, parent_code
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja
from pokin_docs.pdf.notes import NO_NOTES, PaperNotes


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """Budget of a line in one year: what the sheet says, and the sum of its parts; None where nobody said.

    ``parts_total`` is None as well where a line has no parts.
    """

    written: Decimal | None
    parts_total: Decimal | None

    @property
    def value(self) -> Decimal | None:
        """The amount that counts: as written, else the sum of the parts."""
        return self.written if self.written is not None else self.parts_total

    @property
    def difference(self) -> Decimal:
        """By how much the parts exceed what is written; 0 where the two need not agree."""
        if self.written is None or self.parts_total is None:
            return Decimal(0)
        return self.parts_total - self.written


@dataclass(frozen=True)
class ReportMaterial:
    """A plan with its findings and the documents of the build.

    ``dokumen`` are those that lie in the build folder; ``lampiran`` are paths of other files there. ``pratinjau`` maps
    the path of a document to that of its preview. All paths are relative to the folder and have ``/``. ``refused`` is
    why this run wrote no documents; empty where it did. ``proof`` is what comparing the documents came to, ``notes``
    what is known of papers once they were made.
    """

    plan: Plan
    buku: BukuKerja
    temuan: tuple[Temuan, ...]
    waived: tuple[WaivedFinding, ...]
    dokumen: tuple[Dokumen, ...]
    final: bool
    version: str = ""
    lampiran: tuple[str, ...] = ()
    pratinjau: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[DocumentKind, ...] = KINDS
    progress: Progress | None = None
    refused: str = ""
    proof: Proof | None = None
    notes: PaperNotes = NO_NOTES

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """The findings that stand by their causes, in the order of telling."""
        return causes(self.temuan)

    @cached_property
    def cause_number(self) -> dict[Temuan, int]:
        """Place in ``causes`` of the cause of each finding."""
        return {finding: number for number, cause in enumerate(self.causes) for finding in cause.temuan}

    def severity(self, temuan: Temuan) -> Severity:
        """Severity of a finding as this run counts it."""
        return severity(temuan, final=self.final)

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many findings stand, by severity."""
        found = [self.severity(finding) for finding in self.temuan]
        return {level: found.count(level) for level in Severity}

    @cached_property
    def _kinerja_of_row(self) -> dict[CellRef, Kinerja]:
        return {row.source: kinerja for kinerja in self.plan.pohon.kinerja for row in kinerja.baris}

    def node_at(self, tempat: CellRef) -> Kinerja | None:
        """The node that a place in Tahap 5 belongs to."""
        return self._kinerja_of_row.get(CellRef(tempat.lembar, tempat.baris))

    @cached_property
    def _findings_of_node(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = {}
        for index, finding in enumerate(self.temuan):
            kinerja = self.node_at(finding.tempat)
            if kinerja is not None:
                found.setdefault(kinerja.number, []).append(index)
        return {number: tuple(indexes) for number, indexes in found.items()}

    def findings_of_node(self, kinerja: Kinerja) -> tuple[int, ...]:
        """Places in ``temuan`` of the findings of a node's rows."""
        return self._findings_of_node.get(kinerja.number, ())

    @cached_property
    def _nodes_of_document(self) -> dict[str, tuple[Kinerja, ...]]:
        result = {}
        for entry in self.plan.dokumen:
            nodes = (self.node_at(place) for place in entry.source)
            result[entry.path] = tuple({node.number: node for node in nodes if node is not None}.values())
        return result

    def nodes_of_document(self, dokumen: Dokumen) -> tuple[Kinerja, ...]:
        """The nodes that a document was made from, in the order of its cells."""
        return self._nodes_of_document.get(dokumen.path, ())

    @cached_property
    def _documents_of_node(self) -> dict[int, tuple[Dokumen, ...]]:
        found: dict[int, list[Dokumen]] = {}
        seen: set[tuple[str, tuple[CellRef, ...]]] = set()
        for entry in self.dokumen:
            # Chapters of a whole are made from the same cells: the whole, which comes first, stands for them.
            if (entry.jenis, entry.source) not in seen:
                seen.add((entry.jenis, entry.source))
                for kinerja in self.nodes_of_document(entry):
                    found.setdefault(kinerja.number, []).append(entry)
        return {number: tuple(entries) for number, entries in found.items()}

    def documents_of_node(self, kinerja: Kinerja) -> tuple[Dokumen, ...]:
        """The documents a node stands in, without the chapters of one that is named whole."""
        return self._documents_of_node.get(kinerja.number, ())

    @cached_property
    def documents_of_all(self) -> tuple[Dokumen, ...]:
        """The documents that every node stands in, without the chapters of one that is named whole."""
        nodes = self.plan.pohon.kinerja
        first = self.documents_of_node(nodes[0]) if nodes else ()
        return tuple(entry for entry in first if len(self.nodes_of_document(entry)) == len(nodes) > 1)

    @cached_property
    def agreements(self) -> tuple[tuple[Dokumen, PerjanjianKinerja], ...]:
        """Every PK of the plan with its content, whether or not this build wrote it."""
        return tuple(
            (entry, entry.content) for entry in self.plan.dokumen if isinstance(entry.content, PerjanjianKinerja)
        )

    @cached_property
    def agreement_number(self) -> dict[str, int]:
        """Place in ``agreements`` of the PK of each post, by its ID; the first one where it has several in the year."""
        found: dict[str, int] = {}
        for index, (entry, _) in enumerate(self.agreements):
            if entry.post in self.plan.pejabat:
                found.setdefault(entry.post, index)
        return found

    @cached_property
    def _papers(self) -> dict[tuple[str, str], tuple[Dokumen, ...]]:
        found: dict[tuple[str, str], list[Dokumen]] = {}
        for entry in self.dokumen:
            if entry.post:
                found.setdefault((entry.post, entry.valid), []).append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    def papers_beside(self, document: Dokumen) -> tuple[Dokumen, ...]:
        """The other papers of the build that are of the same post for the same days."""
        papers = self._papers.get((document.post, document.valid), ()) if document.post else ()
        return tuple(paper for paper in papers if paper.path != document.path)

    def kind(self, document: Dokumen) -> DocumentKind:
        """The kind of a document."""
        return self.kinds[self._kind_number[document.jenis]]

    def kind_number(self, document: Dokumen) -> int:
        """Place in ``kinds`` of the kind of a document."""
        return self._kind_number[document.jenis]

    @cached_property
    def _kind_number(self) -> dict[str, int]:
        return {kind.kode: number for number, kind in enumerate(self.kinds)}

    def title(self, dokumen: Dokumen) -> str:
        """What a document is called on the page."""
        return self.kind(dokumen).title_of(dokumen)

    def label(self, dokumen: Dokumen) -> str:
        """What a link to a document says beside one of its nodes; with its days where another counts on others."""
        return f"{self.kind(dokumen).short or self.title(dokumen)} {dokumen.valid}".strip()

    def pihak(self, dokumen: Dokumen) -> tuple[str, ...]:
        """Names of those who sign the paper of an official, the first promising to the second."""
        signatures = self.kind(dokumen).signing(dokumen.content).signatures
        return tuple(signer(one.party.nama) for one in signatures) if len(signatures) == 2 and dokumen.post else ()

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {entry.path: index for index, entry in enumerate(self.dokumen)}

    def built(self, dokumen: Dokumen) -> bool:
        """Whether a document lies in the build folder."""
        return dokumen.path in self._numbers

    def document_number(self, dokumen: Dokumen) -> int:
        """Place of a document of the build in ``dokumen``."""
        return self._numbers[dokumen.path]

    @cached_property
    def _tanda(self) -> dict[str, tuple[str, ...]]:
        return {entry.path: entry.tanda for entry in (*self.plan.dokumen, *self.dokumen)}

    def tanda(self, dokumen: Dokumen) -> tuple[str, ...]:
        """The marks that stand in a document, looked for once: a Renstra holds thousands of texts."""
        return self._tanda[dokumen.path]

    @cached_property
    def top_programs(self) -> tuple[Nomenklatur, ...]:
        """The lines of the sheet Program that are part of no other line: the programs, and what has lost its own."""
        program = self.plan.program
        chosen = (entry for entry in program.program_lines if program.find(entry.kode) is entry)
        return tuple(entry for entry in chosen if (parent_code(entry.kode) or "") not in program)

    @cached_property
    def pagu_years(self) -> tuple[int, ...]:
        """The years for which any budget is given."""
        return tuple(
            sorted({year for entry in self.plan.program.program_lines for year, cell in entry.pagu.items() if cell})
        )

    @cached_property
    def target_years(self) -> tuple[int, ...]:
        """The years for which any target is given, and that of the PK."""
        rows = (row for node in self.plan.pohon.kinerja for row in node.baris)
        found = {year for row in rows for year, cell in row.target.items() if cell}
        if self.plan.cycle.tahun is not None:
            found.add(self.plan.cycle.tahun)
        return tuple(sorted(found))

    def pagu(self, entry: Nomenklatur, tahun: int) -> BudgetLine:
        """Budget of a line in a year beside the sum of its parts."""
        parts = [self.pagu(part, tahun).value for part in self.plan.program.children(entry.kode)]
        return BudgetLine(entry.rupiah(tahun), _sum(parts))

    def total_pagu(self, tahun: int) -> Decimal | None:
        """Budget of the agency in a year: the sum of its programs; None where none has any."""
        return _sum(self.pagu(entry, tahun).value for entry in self.top_programs)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def short(kinerja: Kinerja) -> str:
    """The number of a node as its path in the tree: ``1.2.1``."""
    return ".".join(map(str, kinerja.order))


def cell_address(tempat: CellRef) -> str:
    """A place as Excel takes it in its name box: ``'Tahap 5'!B12``; without a cell, in words."""
    if tempat.address is None:
        return str(tempat)
    return f"{sheet_reference(tempat.lembar)}!{tempat.address}"


def sheet_reference(lembar: str) -> str:
    """The title of a sheet as it stands before a cell in Excel: ``'Tahap 5'``."""
    return f"'{lembar.replace(chr(39), chr(39) * 2)}'"


def link(path: str) -> str:
    """A path inside the build folder (relative, with ``/``) as the target of a relative link, escaped for a URL."""
    # "./" keeps a first folder with a colon from being taken for a scheme.
    return "./" + quote(path)


def code_anchor(kode: str) -> str:
    """The target of a link to the line of a code, whose id is ``g`` and the code, whatever signs it holds."""
    return "#g" + quote(kode)


def cells_of(kinerja: Kinerja) -> tuple[Isian, ...]:
    """The cells that tell of a node: its sentence and its indicators, those that hold something."""
    cells = (kinerja.text, *(indikator.text for indikator in kinerja.indikator))
    return tuple(cell for cell in cells if cell)
