"""What the report page is made from: the plan beside its findings, and the questions that the page answers.

Everything is looked up by the cell it came from, so that a node, a document and a finding meet without further keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from urllib.parse import quote

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Diabaikan, Temuan, Tingkat
from pokin_docs.model.programs import Nomenklatur, parent_code
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja


@dataclass(frozen=True, slots=True)
class Pagu:
    """Budget of a line in one year: what the sheet says, and the sum of its parts; None where nobody said.

    ``bagian`` is None as well where a line has no parts.
    """

    tertulis: Decimal | None
    bagian: Decimal | None

    @property
    def nilai(self) -> Decimal | None:
        """The amount that counts: as written, else the sum of the parts."""
        return self.tertulis if self.tertulis is not None else self.bagian

    @property
    def selisih(self) -> Decimal:
        """By how much the parts exceed what is written; 0 where the two need not agree."""
        if self.tertulis is None or self.bagian is None:
            return Decimal(0)
        return self.bagian - self.tertulis


@dataclass(frozen=True)
class BahanLaporan:
    """A plan with its findings and the documents of the build.

    ``dokumen`` are those that lie in the build folder; ``lampiran`` are paths of other files there. ``pratinjau`` maps
    the path of a document to that of its preview. All paths are relative to the folder and have ``/``.
    """

    rencana: Rencana
    buku: BukuKerja
    temuan: tuple[Temuan, ...]
    diabaikan: tuple[Diabaikan, ...]
    dokumen: tuple[Dokumen, ...]
    final: bool
    versi: str = ""
    lampiran: tuple[str, ...] = ()
    pratinjau: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[DocumentKind, ...] = KINDS

    def tingkat(self, temuan: Temuan) -> Tingkat:
        """Severity of a finding as this run counts it."""
        return severity(temuan, final=self.final)

    @cached_property
    def jumlah(self) -> dict[Tingkat, int]:
        """How many findings stand, by severity."""
        found = [self.tingkat(finding) for finding in self.temuan]
        return {tingkat: found.count(tingkat) for tingkat in Tingkat}

    @cached_property
    def _baris(self) -> dict[CellRef, Kinerja]:
        return {row.asal: kinerja for kinerja in self.rencana.pohon.kinerja for row in kinerja.baris}

    def simpul(self, tempat: CellRef) -> Kinerja | None:
        """The node that a place in Tahap 5 belongs to."""
        return self._baris.get(CellRef(tempat.lembar, tempat.baris))

    @cached_property
    def _temuan_simpul(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = {}
        for index, finding in enumerate(self.temuan):
            kinerja = self.simpul(finding.tempat)
            if kinerja is not None:
                found.setdefault(kinerja.nomor, []).append(index)
        return {nomor: tuple(indexes) for nomor, indexes in found.items()}

    def temuan_simpul(self, kinerja: Kinerja) -> tuple[int, ...]:
        """Places in ``temuan`` of the findings of a node's rows."""
        return self._temuan_simpul.get(kinerja.nomor, ())

    @cached_property
    def _simpul_dokumen(self) -> dict[str, tuple[Kinerja, ...]]:
        result = {}
        for entry in self.rencana.dokumen:
            nodes = (self.simpul(place) for place in entry.asal)
            result[entry.jalur] = tuple({node.nomor: node for node in nodes if node is not None}.values())
        return result

    def simpul_dokumen(self, dokumen: Dokumen) -> tuple[Kinerja, ...]:
        """The nodes that a document was made from, in the order of its cells."""
        return self._simpul_dokumen.get(dokumen.jalur, ())

    @cached_property
    def _dokumen_simpul(self) -> dict[int, tuple[Dokumen, ...]]:
        found: dict[int, list[Dokumen]] = {}
        seen: set[tuple[str, tuple[CellRef, ...]]] = set()
        for entry in self.dokumen:
            # Chapters of a whole are made from the same cells: the whole, which comes first, stands for them.
            if (entry.jenis, entry.asal) not in seen:
                seen.add((entry.jenis, entry.asal))
                for kinerja in self.simpul_dokumen(entry):
                    found.setdefault(kinerja.nomor, []).append(entry)
        return {nomor: tuple(entries) for nomor, entries in found.items()}

    def dokumen_simpul(self, kinerja: Kinerja) -> tuple[Dokumen, ...]:
        """The documents a node stands in, without the chapters of one that is named whole."""
        return self._dokumen_simpul.get(kinerja.nomor, ())

    @cached_property
    def dokumen_semua(self) -> tuple[Dokumen, ...]:
        """The documents that every node stands in, without the chapters of one that is named whole."""
        nodes = self.rencana.pohon.kinerja
        first = self.dokumen_simpul(nodes[0]) if nodes else ()
        return tuple(entry for entry in first if len(self.simpul_dokumen(entry)) == len(nodes) > 1)

    @cached_property
    def perjanjian(self) -> tuple[tuple[Dokumen, PerjanjianKinerja], ...]:
        """Every PK of the plan with its content, whether or not this build wrote it."""
        return tuple((entry, entry.isi) for entry in self.rencana.dokumen if isinstance(entry.isi, PerjanjianKinerja))

    @cached_property
    def nomor_perjanjian(self) -> dict[str, int]:
        """Place in ``perjanjian`` of the PK of each post, by its ID."""
        cells = {post.baris.id.asal: id_ for id_, post in self.rencana.pejabat.items()}
        return {
            cells[place]: index
            for index, (entry, _) in enumerate(self.perjanjian)
            for place in entry.asal
            if place in cells
        }

    def kind(self, document: Dokumen) -> DocumentKind:
        """The kind of a document."""
        return next(kind for kind in self.kinds if kind.kode == document.jenis)

    def judul(self, dokumen: Dokumen) -> str:
        """What a document is called on the page."""
        return self.kind(dokumen).title(dokumen)

    def sebutan(self, dokumen: Dokumen) -> str:
        """What a link to a document says beside one of its nodes."""
        return self.kind(dokumen).short or self.judul(dokumen)

    def pihak(self, dokumen: Dokumen) -> tuple[str, ...]:
        """Names of those who sign a document, the first promising to the second."""
        return self.kind(dokumen).parties(dokumen.isi)

    @cached_property
    def _nomor(self) -> dict[str, int]:
        return {entry.jalur: index for index, entry in enumerate(self.dokumen)}

    def terbangun(self, dokumen: Dokumen) -> bool:
        """Whether a document lies in the build folder."""
        return dokumen.jalur in self._nomor

    def nomor_dokumen(self, dokumen: Dokumen) -> int:
        """Place of a document of the build in ``dokumen``."""
        return self._nomor[dokumen.jalur]

    @cached_property
    def _tanda(self) -> dict[str, tuple[str, ...]]:
        return {entry.jalur: entry.tanda for entry in (*self.rencana.dokumen, *self.dokumen)}

    def tanda(self, dokumen: Dokumen) -> tuple[str, ...]:
        """The marks that stand in a document, looked for once: a Renstra holds thousands of texts."""
        return self._tanda[dokumen.jalur]

    @cached_property
    def puncak_program(self) -> tuple[Nomenklatur, ...]:
        """The lines of the sheet Program that are part of no other line: the programs, and what has lost its own."""
        program = self.rencana.program
        chosen = (entry for entry in program.isi if program.cari(entry.kode) is entry)
        return tuple(entry for entry in chosen if (parent_code(entry.kode) or "") not in program)

    @cached_property
    def tahun_pagu(self) -> tuple[int, ...]:
        """The years for which any budget is given."""
        return tuple(sorted({year for entry in self.rencana.program.isi for year, cell in entry.pagu.items() if cell}))

    @cached_property
    def tahun_target(self) -> tuple[int, ...]:
        """The years for which any target is given, and that of the PK."""
        rows = (row for node in self.rencana.pohon.kinerja for row in node.baris)
        found = {year for row in rows for year, cell in row.target.items() if cell}
        if self.rencana.siklus.tahun is not None:
            found.add(self.rencana.siklus.tahun)
        return tuple(sorted(found))

    def pagu(self, entri: Nomenklatur, tahun: int) -> Pagu:
        """Budget of a line in a year beside the sum of its parts."""
        parts = [self.pagu(part, tahun).nilai for part in self.rencana.program.anak(entri.kode)]
        return Pagu(entri.rupiah(tahun), _sum(parts))

    def total_pagu(self, tahun: int) -> Decimal | None:
        """Budget of the agency in a year: the sum of its programs; None where none has any."""
        return _sum(self.pagu(entry, tahun).nilai for entry in self.puncak_program)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def short(kinerja: Kinerja) -> str:
    """The number of a node as its path in the tree: ``1.2.1``."""
    return ".".join(map(str, kinerja.urutan))


def cell_address(tempat: CellRef) -> str:
    """A place as Excel takes it in its name box: ``'Tahap 5'!B12``; without a cell, in words."""
    if tempat.alamat is None:
        return str(tempat)
    return f"'{tempat.lembar.replace(chr(39), chr(39) * 2)}'!{tempat.alamat}"


def link(jalur: str) -> str:
    """A path inside the build folder as the target of a relative link."""
    # "./" keeps a first folder with a colon from being taken for a scheme.
    return "./" + quote(jalur)


def code_anchor(kode: str) -> str:
    """The target of a link to the line of a code, whose id is ``g`` and the code, whatever signs it holds."""
    return "#g" + quote(kode)


def cells_of(kinerja: Kinerja) -> tuple[Isian, ...]:
    """The cells that tell of a node: its sentence and its indicators, those that hold something."""
    cells = (kinerja.teks, *(indikator.teks for indikator in kinerja.indikator))
    return tuple(cell for cell in cells if cell)
