"""The list of signers before the bound PKs: every PK once, in the order in which they are bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, put, understood, write
from pokin_docs.documents.cover.content import CoverSheet
from pokin_docs.documents.structure_order import LEADERS, NOBODY, in_order_of_structure
from pokin_docs.flow.examine import Understood
from pokin_docs.model.settings import Settings


@pytest.fixture
def known(tmp_path: Path) -> Understood:
    return understood(write(tmp_path / "b.xlsx"), Settings(tmp_path, ()))


def cover_of(known: Understood) -> CoverSheet:
    (found,) = (one.content for one in known.plan.dokumen if one.jenis == "sampul-pk")
    assert isinstance(found, CoverSheet)
    return found


def test_every_pk_stands_on_it_once_with_both_parties_and_its_number(known: Understood) -> None:
    cover = cover_of(known)
    papers = [paper for unit in cover.daftar_unit for paper in unit.daftar_pk]
    agreements = [one.content for one in known.plan.dokumen if one.jenis == "pk"]
    assert len(papers) > 2
    assert cover.jumlah == str(len(papers)) == str(len(agreements))
    assert [paper.no for paper in papers] == [str(number) for number in range(1, len(papers) + 1)]
    parties = {(str(paper.pihak_pertama.jabatan), str(paper.pihak_kedua.jabatan)) for paper in papers}
    assert parties == {(str(pk.pihak_pertama.jabatan), str(pk.pihak_kedua.jabatan)) for pk in agreements}  # type: ignore[attr-defined]


def test_its_order_is_that_of_the_bound_file(known: Understood) -> None:
    plan = known.plan
    bound = in_order_of_structure(
        [one for one in plan.dokumen if one.jenis == "pk"], lambda one: one.post, plan.pejabat
    )
    names = [one.content.pihak_pertama.jabatan for _, one in bound]  # type: ignore[attr-defined]
    assert [paper.pihak_pertama.jabatan for unit in cover_of(known).daftar_unit for paper in unit.daftar_pk] == names
    assert cover_of(known).daftar_unit[0].nama == LEADERS


def test_a_pk_that_nobody_owns_comes_last(tmp_path: Path) -> None:
    known = understood(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H5", None)), Settings(tmp_path, ()))
    assert cover_of(known).daftar_unit[-1].nama == NOBODY


def test_units_come_as_the_sheet_names_them_and_people_by_class(known: Understood) -> None:
    posts = known.plan.pejabat
    ordered = in_order_of_structure(reversed(list(posts)), lambda id_: id_, posts)
    units = [unit for unit, _ in ordered]
    assert units == sorted(units, key=units.index)
    assert [id_ for _, id_ in ordered[:1]] == [
        id_ for id_, post in posts.items() if post.jenis_pk and post.jenis_pk.name == "JPT"
    ][:1]
