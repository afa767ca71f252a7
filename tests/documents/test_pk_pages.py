"""Where the pages of a PK end: rows that belong together, a cell that is repeated, and when pages are numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pokin_docs.documents.pk.content import AnggaranPk, IndikatorPk, PerjanjianKinerja, SasaranPk
from pokin_docs.documents.pk.kind import PK
from pokin_docs.documents.pk.pages import paged

LINE = "Persentase layanan "
"""About a line of the column Indikator."""


def pk(*indicators: int, lines: int = 1, budget: int = 0) -> PerjanjianKinerja:
    """A PK with a sasaran for each number, of so many indicators, each of so many lines."""
    content = PK.sample()
    assert isinstance(content, PerjanjianKinerja)
    rows = [tuple(IndikatorPk(LINE * lines, "80", "%") for _ in range(count)) for count in indicators]
    return paged(
        replace(
            content,
            daftar_sasaran=tuple(SasaranPk(str(no), "Mutu", row) for no, row in enumerate(rows, 1)),
            daftar_anggaran=(AnggaranPk("program", False, "2.16", "Program", "1", "APBD", False),) * budget,
        )
    )


def groups(sasaran: SasaranPk) -> list[int]:
    """How many rows share each cell of No and Sasaran."""
    rows = sasaran.daftar_indikator
    starts = [number for number, row in enumerate(rows) if row.awal]
    ends = [number for number, row in enumerate(rows) if row.akhir]
    assert len(starts) == len(ends)
    return [end - start + 1 for start, end in zip(starts, ends, strict=True)]


def kept(rows: Sequence[IndikatorPk]) -> str:
    """A bar where a page may end behind a row."""
    return "".join("-" if row.rapat else "|" for row in rows)


def test_a_sasaran_that_fits_a_page_is_one_group_kept_together() -> None:
    one, several = pk(1, 5).daftar_sasaran
    assert (groups(one), kept(one.daftar_indikator)) == ([1], "|")
    assert (groups(several), kept(several.daftar_indikator)) == ([5], "----|")


def test_a_longer_one_repeats_its_cell_on_every_page() -> None:
    """The first page may end anywhere in it; what begins a page is kept there, so that no cell is repeated above."""
    (sasaran,) = pk(40, lines=4).daftar_sasaran
    first, *others = groups(sasaran)
    assert len(others) > 1
    assert max(others) * (4 * 11.5 + 4.6) < 714
    assert set(kept(sasaran.daftar_indikator[:first])) == {"|"}
    assert kept(sasaran.daftar_indikator[first:]) == "".join("-" * (count - 1) + "|" for count in others)


@pytest.mark.parametrize(("rows", "numbered"), [(1, False), (10, False), (40, True)])
def test_pages_are_numbered_from_the_third_on(rows: int, numbered: bool) -> None:
    assert pk(*[1] * rows, lines=2).banyak_halaman is numbered


def test_a_budget_that_needs_a_page_numbers_them_too() -> None:
    assert not pk(3, budget=5).banyak_halaman
    assert pk(3, budget=40).banyak_halaman
