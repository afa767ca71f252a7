"""Who is asked what was reached and spent in a quarter: one form per unit, with all that its posts answer for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pokin_docs.documents.achieved import AchievedYear, achieved_in
from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.predicates import scale_of
from pokin_docs.model.programs import with_parents
from pokin_docs.model.realised_form import AskedMeasure, AskedMoney, UnitForm
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.tree import Indikator, Kinerja

WHOLE_AGENCY = "Perangkat Daerah"
"""The unit of a workbook whose posts are in none."""
_SECRETARIAT = ("sekretariat", "tata usaha", "umum")


@dataclass(frozen=True)
class _Asking:
    """Who is asked about what."""

    buku: BukuKerja
    plan: Plan
    quarter: int
    achieved: AchievedYear

    @cached_property
    def unit_of_post(self) -> Mapping[str, str]:
        """The unit of each post: its own, else that of the nearest superior who has one, else the head's."""
        return {id_: self._unit(post) for id_, post in self.plan.pejabat.items() if post.jenis_pk is not None}

    def _unit(self, post: Pejabat) -> str:
        for id_ in (post.id, *self.plan.superiors(post.id)):
            here = self.plan.pejabat.get(id_)
            if here is None:
                break
            if here.bidang:
                return here.baris.bidang.clean
            if here.jenis_pk is JenisPk.JPT:
                return here.jabatan.clean or here.id
        return self.head_unit

    @cached_property
    def head_unit(self) -> str:
        """The unit that is asked about what nobody owns: the head's, else the whole agency's."""
        heads = [post for post in self.plan.pejabat.values() if post.jenis_pk is JenisPk.JPT]
        return (heads[0].baris.bidang.clean or heads[0].jabatan.clean or heads[0].id) if heads else WHOLE_AGENCY

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The units in the order of the posts, the same one in other letters once."""
        found: dict[str, str] = {}
        for unit in (*self.unit_of_post.values(), self.head_unit):
            found.setdefault(unit.casefold(), unit)
        return tuple(found.values())

    def owners(self, posts: tuple[str, ...]) -> tuple[str, ...]:
        """The units of these posts, each once; the head's where none of them is known."""
        found = (self.unit_of_post[id_].casefold() for id_ in posts if id_ in self.unit_of_post)
        return tuple(dict.fromkeys(found)) or (self.head_unit.casefold(),)

    def measures(self, unit: str) -> Iterator[AskedMeasure]:
        """The indicators that the posts of a unit own."""
        for kinerja in self.plan.pohon.kinerja:
            for indikator in kinerja.indikator:
                if indikator.text and unit.casefold() in self.owners(indikator.pemilik):
                    yield self._measure(kinerja, indikator)

    def _measure(self, kinerja: Kinerja, indikator: Indikator) -> AskedMeasure:
        one, before = self.achieved.of(kinerja, indikator), self.quarter - 1
        scale = scale_of(one.target.clean, self.achieved.rules.scales) if one.target else None
        return AskedMeasure(
            indikator.baris.indikator_id.clean,
            kinerja.kode[0] if len(kinerja.kode) == 1 else "",
            kinerja.text.clean,
            indikator.text.clean,
            indikator.baris.satuan.clean,
            one.printed(one.target),
            one.printed(one.target_by(self.quarter)),
            one.printed(one.realised(before)) if before else "",
            scale or (),
        )

    def money(self, unit: str) -> Iterator[AskedMoney]:
        """The components without parts for which a unit is asked; those of nobody are asked of the secretariat."""
        programs, money_of = self.plan.program, self.achieved.money
        for entry in programs.program_lines:
            if entry.jenis is None or programs.children(entry.kode) or self._asked_about(entry.kode) != unit.casefold():
                continue
            before = money_of.spent(entry.kode, self.quarter - 1) if self.quarter > 1 else None
            yield AskedMoney(entry.kode, entry.nama.clean, money_of.given(entry.kode), before)

    def _asked_about(self, code: str) -> str:
        """The unit that answers for a component: of its own node, else of the nearest above it that has one."""
        for part in with_parents(code):
            for kinerja in self._nodes.get(part, ()):
                return self.owners(kinerja.pemilik)[0]
        office = (unit for unit in self.units if any(word in unit.casefold() for word in _SECRETARIAT))
        return next(office, self.head_unit).casefold()

    @cached_property
    def _nodes(self) -> Mapping[str, tuple[Kinerja, ...]]:
        found: dict[str, list[Kinerja]] = {}
        for kinerja in self.plan.pohon.kinerja:
            for code in kinerja.kode:
                found.setdefault(code, []).append(kinerja)
        return {code: tuple(nodes) for code, nodes in found.items()}


def unit_forms(buku: BukuKerja, plan: Plan, year: int, quarter: int) -> tuple[UnitForm, ...]:
    """A blank form for each unit that has something to say, in the order of the posts.

    Args:
        buku: The workbook.
        plan: Its plan.
        year: The year of the PK.
        quarter: The quarter, 1 to 4.
    """
    asking = _Asking(buku, plan, quarter, achieved_in(buku, plan.pohon, plan.program, year, year))
    name = buku.identitas["nama_pd"].clean if "nama_pd" in buku.identitas else ""
    forms = []
    for unit in asking.units:
        posts = [id_ for id_, own in asking.unit_of_post.items() if own.casefold() == unit.casefold()]
        form = UnitForm(
            name,
            year,
            quarter,
            unit,
            tuple(asking.measures(unit)),
            tuple(asking.money(unit)),
            tuple(dict.fromkeys(plan.pejabat[id_].full_jabatan for id_ in posts)),
        )
        if form.measures or form.money:
            forms.append(form)
    return tuple(forms)
