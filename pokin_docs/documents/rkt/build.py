"""The Rencana Kinerja Tahunan: each sasaran, and the sub kegiatan of the tree below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pokin_docs.documents.component_rows import budget_of, total_budget
from pokin_docs.documents.head import head_of_agency
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, identity_text, is_changed, target_of, written_year, year_of_files
from pokin_docs.documents.rkt.content import Rkt, RktGoal, RktMeasure, RktRow
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, kind_of, with_parents
from pokin_docs.model.tree import Indikator, Kinerja

_KINDS = (CodeKind.PROGRAM, CodeKind.KEGIATAN, CodeKind.SUB_KEGIATAN)


def build_rkt(material: Material) -> Iterator[Dokumen]:
    """The plan, where the agency has a sasaran."""
    goals = material.tree.at_level(KomponenPerencanaan.SASARAN)
    if not goals:
        return
    book = _Rows(material)
    sasaran = tuple(part for no, goal in enumerate(goals, start=1) for part in _parts(no, goal, book, material))
    total = total_budget(material, material.cycle.tahun)
    content = Rkt(
        tahun=written_year(material.cycle),
        tempat=identity_text(material.workbook, "tempat"),
        perangkat_daerah=agency(material.workbook),
        kepala=head_of_agency(material),
        daftar_sasaran=sasaran,
        daftar_penunjang=tuple(book.rest()),
        jumlah_anggaran="" if total is None else rupiah(total),
        perubahan=is_changed(material.workbook),
    )
    year = year_of_files(material.cycle)
    cells = (node.source for goal in goals for node in material.tree.subtree(goal))
    yield Dokumen("rkt", f"Kinerja/RKT_{year}.docx", ("rkt.docx",), content, tuple(cells))


def _parts(no: int, goal: Kinerja, book: _Rows, material: Material) -> Iterator[RktGoal]:
    """A sasaran, said again with each program below it: its cell runs down over the rows of one program only."""
    measures = tuple(
        RktMeasure(filled(one.text, "indikator"), book.target(one), filled(one.baris.satuan, "satuan"))
        for one in goal.indikator
    )
    leaves = [node for node in material.tree.subtree(goal) if node is not goal and not material.tree.children(node)]
    parts: list[list[RktRow]] = []
    for row in book.rows(_gathered(leaves)):
        if row.program or not parts:
            parts.append([])
        parts[-1].append(row)
    for rows in parts or [[RktRow("", "", "", "", "", "", "")]]:
        yield RktGoal(str(no), filled(goal.text, "kinerja"), measures, tuple(rows))


def _gathered(leaves: Iterable[Kinerja]) -> Iterator[Kinerja]:
    """The nodes, those of one sub kegiatan together where the first of them stands: it is named once."""
    groups: dict[tuple[str, ...], list[Kinerja]] = {}
    for leaf in leaves:
        groups.setdefault(leaf.kode or (str(leaf.number),), []).append(leaf)
    for group in groups.values():
        yield from group


class _Rows:
    """Rows of sub kegiatan, whose money is printed once."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._printed: set[str] = set()

    def target(self, indikator: Indikator) -> Text:
        """The target of the year, or the mark."""
        year = self._material.cycle.tahun
        return written_year(self._material.cycle) if year is None else target_of(indikator, year)

    def rows(self, leaves: Iterable[Kinerja]) -> Iterator[RktRow]:
        """A row for each indicator of these nodes."""
        above = ("", "", "")
        for node in leaves:
            names = self._names(node.kode)
            shown = tuple(name if name != before else "" for name, before in zip(names, above, strict=True))
            money = self._money(node.kode)
            above = names
            for number, one in enumerate(node.indikator):
                first = number == 0
                program, kegiatan, sub = shown if first else ("", "", "")
                yield RktRow(
                    program, kegiatan, sub, filled(one.text, "indikator"), self.target(one),
                    filled(one.baris.satuan, "satuan"), money if first else "",
                )  # fmt: skip

    def rest(self) -> Iterator[RktRow]:
        """The sub kegiatan of which no node below a sasaran has told."""
        above = ("", "", "")
        for entry in self._material.programs.at_level(CodeKind.SUB_KEGIATAN):
            if entry.kode not in self._printed:
                names = self._names((entry.kode,))
                program, kegiatan, sub = (
                    name if name != before else "" for name, before in zip(names, above, strict=True)
                )
                above = names
                yield RktRow(program, kegiatan, sub, "", "", "", self._money((entry.kode,)))

    def _names(self, codes: tuple[str, ...]) -> tuple[str, str, str]:
        """Code and name of the program, kegiatan and sub kegiatan of some codes, one per line."""
        every = dict.fromkeys(kode for code in codes for kode in with_parents(code))
        found: dict[CodeKind, list[str]] = {kind: [] for kind in _KINDS}
        for kode in every:
            entry, kind = self._material.programs.find(kode), kind_of(kode)
            if kind is not None:
                found[kind].append(f"{kode} {entry.nama.clean}" if entry else kode)
        program, kegiatan, sub = ("\n".join(sorted(found[kind])) for kind in _KINDS)
        return program, kegiatan, sub

    def _money(self, codes: tuple[str, ...]) -> str:
        """The money of codes that no row has printed yet; empty where it is not known."""
        new = [code for code in codes if code not in self._printed]
        self._printed.update(new)
        entries = [self._material.programs.find(code) for code in new]
        amounts = [budget_of(entry, self._material, self._material.cycle.tahun) for entry in entries if entry]
        known = [amount for amount in amounts if amount is not None]
        return rupiah(sum(known[1:], known[0])) if known and len(known) == len(new) else ""
