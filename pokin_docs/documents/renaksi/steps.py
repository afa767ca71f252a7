"""The steps to the target of an indicator: those of the sheet Renaksi, else the sub kegiatan below its kinerja."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import component_names, target_of, written_year
from pokin_docs.documents.renaksi.content import ActionIndikator, ActionRow
from pokin_docs.documents.renaksi.periods import NO_TARGET, Periods, periods_of, quarters_are_printed, step_target
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.action_rows import RenaksiRow
from pokin_docs.model.counting import read_way
from pokin_docs.model.indicator_lookup import IndicatorLookup
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.programs import split_ids
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import Indikator, Kinerja

_POSTS_NAMED = 3
"""Posts that share a step and are named; of more it says how many."""


class StepBook:
    """The steps of a workbook, each made once however many papers print it."""

    def __init__(self, material: Material) -> None:
        self._material, self._tree = material, material.tree
        self._below: dict[int, tuple[ActionRow, ...]] = {}
        self._by_id = {fold(id_): post for id_, post in material.posts.items()}
        self._of_this_year = quarters_are_printed(material)
        self._typed: dict[int, list[RenaksiRow]] = {}
        rows = material.workbook.rows_of(RenaksiRow, "renaksi") if self._of_this_year else ()
        if rows:
            for row, match in IndicatorLookup(material.tree).steps(rows):
                if match.measure is not None:
                    self._typed.setdefault(id(match.measure.indikator), []).append(row)
        self._of_leaf: dict[int, tuple[ActionRow, ...]] = {}
        self._known: dict[int, Periods] = {}

    def indicators(self, kinerja: Kinerja, indicators: tuple[Indikator, ...], post: str) -> Iterator[ActionIndikator]:
        """The indicators of a kinerja that an official answers for, each with its quarters and its steps.

        Steps that serve the kinerja as a whole follow its last indicator; there are none where the sheet Renaksi has
        steps of one of its indicators. With nothing below it, its own sub kegiatan is the step to each.

        Args:
            kinerja: The kinerja.
            indicators: Those of its indicators.
            post: The ID of the post whose paper it is, which need not be named beside them.
        """
        alone = not any(map(self.typed, kinerja.indikator))
        shared = self.below(kinerja) if alone else ()
        itself = component_names(kinerja, self._material.programs) if alone and not shared else ""
        for place, indikator in enumerate(indicators):
            own = self._own_row(indikator)
            rows = [replace(own, penanggung_jawab="") if indikator.pemilik == (post,) else own]
            rows += self._typed_steps(indikator)
            if itself:
                rows.append(replace(own, jenis="langkah", no="1", langkah=itself))
            if shared and place == len(indicators) - 1:
                rows += [_LEAD_IN] * (len(indicators) > 1)
                rows += shared
            target = self.target(indikator)
            yield ActionIndikator(
                filled(indikator.text, "indikator"), target, filled(indikator.baris.satuan, "satuan"), tuple(rows)
            )

    def target(self, indikator: Indikator) -> Text:
        """The target of the year, as the PK prints it."""
        cycle = self._material.cycle
        return written_year(cycle) if cycle.tahun is None else target_of(indikator, cycle.tahun)

    def is_due_at_the_end(self, indikator: Indikator) -> bool:
        """Whether the target of the year stands in its last period because no period has its own."""
        return self._periods(indikator).at_the_end

    def _periods(self, indikator: Indikator) -> Periods:
        if id(indikator) not in self._known:
            row = indikator.baris
            cells = (row.quarters, row.months) if self._of_this_year else ((), ())
            self._known[id(indikator)] = periods_of(self.target(indikator), row.satuan, *cells, indikator.way)
        return self._known[id(indikator)]

    def _own_row(self, indikator: Indikator) -> ActionRow:
        periods = self._periods(indikator)
        return ActionRow(
            "indikator", "", "", "", self.target(indikator), filled(indikator.baris.satuan, "satuan"),
            periods.quarters, periods.months, self._posts(indikator.pemilik),
        )  # fmt: skip

    def typed(self, indikator: Indikator) -> tuple[RenaksiRow, ...]:
        """The rows of the sheet Renaksi about an indicator."""
        return tuple(self._typed.get(id(indikator), ()))

    def _typed_steps(self, indikator: Indikator) -> Iterator[ActionRow]:
        step, number = "", 0
        for row in self.typed(indikator):
            again = not row.rencana_aksi or row.rencana_aksi.clean == step
            if not again:
                step, number = row.rencana_aksi.clean, number + 1
            target = step_target(row)
            periods = periods_of(target, row.satuan, row.quarters, way=read_way(row.jenis_hitung.text))
            yield ActionRow(
                jenis="langkah",
                no="" if again else row.no.clean.rstrip(".") or str(number),
                langkah="" if again else row.rencana_aksi.text,
                sub=row.sub.text,
                target=target or NO_TARGET,
                satuan=row.satuan.clean,
                triwulan=periods.quarters,
                bulan=periods.months,
                penanggung_jawab=self._posts_of(row) or self._posts(indikator.pemilik),
            )

    def _posts_of(self, row: RenaksiRow) -> str:
        """Who answers for a step, as the sheet says; who is no post there is printed as typed."""
        known = self._by_id
        names = [
            _title(known[fold(id_)]) if fold(id_) in known else id_ for id_ in split_ids(row.penanggung_jawab.text)
        ]
        return "\n".join(names)

    def below(self, kinerja: Kinerja) -> tuple[ActionRow, ...]:
        """The sub kegiatan below a kinerja in the order of their codes; in a tree that ends above them its ends."""
        if kinerja.number not in self._below:
            nodes = [node for node in self._tree.subtree(kinerja) if node is not kinerja]
            chosen = [node for node in nodes if node.komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN]
            chosen = chosen or [node for node in nodes if not self._tree.children(node)]
            ordered = sorted(chosen, key=lambda node: (not node.kode, node.kode))
            self._below[kinerja.number] = tuple(_numbered(row for node in ordered for row in self._leaf(node)))
        return self._below[kinerja.number]

    def _leaf(self, node: Kinerja) -> tuple[ActionRow, ...]:
        if node.number not in self._of_leaf:
            name = component_names(node, self._material.programs) or filled(node.text, "kinerja")
            self._of_leaf[node.number] = tuple(self._row_of_leaf(name, indikator) for indikator in node.indikator)
        return self._of_leaf[node.number]

    def _row_of_leaf(self, name: Text, indikator: Indikator) -> ActionRow:
        own = self._own_row(indikator)
        return replace(own, jenis="langkah", langkah=name, sub=filled(indikator.text, "indikator"))

    def _posts(self, ids: Iterable[str]) -> str:
        """The posts with these IDs as they are called, on lines of their own."""
        posts = [self._material.posts.get(id_) for id_ in ids]
        names = [_title(post) for post in posts if post is not None]
        more = len(names) - _POSTS_NAMED
        return "\n".join((*names[:_POSTS_NAMED], f"dan {more} jabatan lain") if more > 0 else names)


_LEAD_IN = ActionRow("pengantar", "", "", "", "", "", ("",) * 4, ("",) * 12, "")


def _title(post: Pejabat) -> str:
    return post.full_jabatan


def _numbered(rows: Iterable[ActionRow]) -> Iterator[ActionRow]:
    """The rows with numbers; of several that go on with one step only the first says it."""
    number, said = 0, None
    for row in rows:
        if row.langkah == said:
            yield replace(row, langkah="")
        else:
            number, said = number + 1, row.langkah
            yield replace(row, no=str(number))
