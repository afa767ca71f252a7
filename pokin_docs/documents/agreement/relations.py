"""What must hold between papers: whom a row serves, that money adds up, that quarters reach the year (88/2021)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pokin_docs.documents.agreement.content import CheckedRelation, OpenDeviation
from pokin_docs.documents.material import Material
from pokin_docs.documents.official_names import name_files
from pokin_docs.model.achievement import Polarity
from pokin_docs.model.counting import read_series
from pokin_docs.model.printing import thousands

_NAMED = 3
"""Open places that are named; of more their number."""
_BOOK = "buku kerja"


@dataclass(frozen=True, slots=True)
class UnmetRelation:
    """Where a relation does not hold: in short, and the paper, the place, what is wrong, and the other paper."""

    short: str
    file: str
    place: str
    what: str
    other: str


def relations(material: Material) -> tuple[tuple[CheckedRelation, ...], tuple[OpenDeviation, ...]]:
    """The relations between the papers of a year, and each place where one does not hold.

    Args:
        material: What documents are made from.
    """
    found = (
        ("Setiap baris PK mendukung baris PK atasan langsungnya", tuple(_served(material))),
        ("Anggaran seluruh PK satu jenis sama dengan pagu programnya", tuple(_money(material))),
        ("Target triwulan mencapai target tahunnya", tuple(_quarters(material))),
    )
    checked = tuple(
        CheckedRelation(
            no=str(number),
            hubungan=text,
            diperiksa=thousands(len(cases)),
            terpenuhi=thousands(cases.count(None)),
            terbuka=_named([one.short for one in cases if one]),
        )
        for number, (text, cases) in enumerate(found, start=1)
    )
    places = [one for _, cases in found for one in cases if one]
    told = (
        OpenDeviation(str(number), one.file, one.place, one.what, one.other) for number, one in enumerate(places, 1)
    )
    return checked, tuple(told)


def _served(material: Material) -> Iterator[UnmetRelation | None]:
    """For each row of a PK whose superior has a PK: None where it serves one of his."""
    names = name_files(material.papers, material.tree, material.cycle, folder="PK", stem="PK")
    files = dict(zip(map(id, material.papers), names, strict=True))
    first = {
        paper.share.pejabat.id: files[id(paper)]
        for paper in reversed(material.papers) if paper.share.pejabat is not None and not paper.is_later
    }  # fmt: skip
    for row in material.served:
        if row.is_served:
            yield None
            continue
        post = row.paper.share.pejabat
        title = post.jabatan.clean if post is not None else ""
        short = f"{title}: «{row.kinerja.text.clean}»"
        what = f"«{row.kinerja.text.clean}» tidak mendukung satu baris pun pada PK atasannya"
        yield UnmetRelation(short, files[id(row.paper)], str(row.kinerja.source), what, first.get(row.superior, "–"))


def _money(material: Material) -> Iterator[UnmetRelation | None]:
    """For each program that PKs of a class hold: None where they hold all of it."""
    for total in material.shares.totals:
        if total.held:
            whole = total.pagu is not None and total.total is not None and total.difference == 0
            short = f"{total.kode} pada PK {total.pk_class.folder}"
            what = f"jumlah anggaran {total.kode} pada PK jenis ini tidak sama dengan pagunya"
            yield (
                None
                if whole
                else UnmetRelation(short, f"PK/{total.pk_class.folder}", total.kode, what, f"{_BOOK}, Program")
            )


def _quarters(material: Material) -> Iterator[UnmetRelation | None]:
    """For each indicator with quarters: None where some way of counting makes the year of them."""
    year = material.cycle.tahun
    for kinerja in material.tree.kinerja:
        for measure in kinerja.indikator:
            row = measure.baris
            cells = (row.tw1, row.tw2, row.tw3, row.tw4)
            if year is None or year not in row.target or not any(cells):
                continue
            series = read_series(row.target[year], cells, falling_is_good=measure.polarity is Polarity.LOWER)
            if series is not None:
                fits = series.fits(measure.way) if measure.way is not None else bool(series.fitting())
                short = f"«{measure.text.clean}»"
                what = f"target triwulan {short} tidak mencapai target {year}"
                place, other = str(row.tw4.source), f"{_BOOK}, {row.target[year].source}"
                yield None if fits else UnmetRelation(short, _BOOK, place, what, other)


def _named(open_: Sequence[str]) -> str:
    """The first open places, and how many more there are; ``Tidak ada`` where none is."""
    places = list(dict.fromkeys(open_))
    more = f"; dan {len(places) - _NAMED} lagi" if len(places) > _NAMED else ""
    return "; ".join(places[:_NAMED]) + more if places else "Tidak ada"
