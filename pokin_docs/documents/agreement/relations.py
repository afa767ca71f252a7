"""What must hold between papers: whom a row serves, that money adds up, that quarters reach the year (88/2021)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pokin_docs.documents.agreement.content import CheckedRelation
from pokin_docs.documents.material import Material
from pokin_docs.model.achievement import Polarity
from pokin_docs.model.counting import read_series
from pokin_docs.model.owned_rows import OfficialPaper
from pokin_docs.model.printing import thousands
from pokin_docs.model.tree import Kinerja

_NAMED = 3
"""Open places that are named; of more their number."""


def relations(material: Material) -> tuple[CheckedRelation, ...]:
    """The relations between the papers of a year, each with what was looked at, what holds, and the open places.

    Args:
        material: What documents are made from.
    """
    found = (
        ("Setiap baris PK mendukung baris PK atasan langsungnya", tuple(_served(material))),
        ("Anggaran seluruh PK satu jenis sama dengan pagu programnya", tuple(_money(material))),
        ("Target triwulan mencapai target tahunnya", tuple(_quarters(material))),
    )
    return tuple(
        CheckedRelation(
            no=str(number),
            hubungan=text,
            diperiksa=thousands(len(cases)),
            terpenuhi=thousands(cases.count("")),
            terbuka=_named(filter(None, cases)),
        )
        for number, (text, cases) in enumerate(found, start=1)
    )


def _served(material: Material) -> Iterator[str]:
    """For each row of a PK whose superior has a PK: empty where it serves one of his, else what it is."""
    rows: dict[str, set[int]] = {}
    for part in material.by_official:
        if part.pejabat is not None:
            rows.setdefault(part.pejabat.id, set()).update(kinerja.number for kinerja, _ in part.kinerja)
    for paper in material.papers:
        theirs = rows.get(paper.superior.id) if paper.superior is not None else None
        if paper.is_later or theirs is None or paper.share.pejabat is None:
            continue
        for kinerja, _ in paper.share.kinerja:
            yield "" if _serves(kinerja, theirs, material) else _row(paper, kinerja)


def _serves(kinerja: Kinerja, theirs: set[int], material: Material) -> bool:
    return kinerja.number in theirs or any(above.number in theirs for above in material.tree.ancestors(kinerja))


def _row(paper: OfficialPaper, kinerja: Kinerja) -> str:
    post = paper.share.pejabat.jabatan.clean if paper.share.pejabat is not None else ""
    return f"{post}: «{kinerja.text.clean}»"


def _money(material: Material) -> Iterator[str]:
    """For each program that PKs of a class hold: empty where they hold all of it, else which and of what class."""
    for total in material.shares.totals:
        if total.held:
            whole = total.pagu is not None and total.total is not None and total.difference == 0
            yield "" if whole else f"{total.kode} pada PK {total.pk_class.folder}"


def _quarters(material: Material) -> Iterator[str]:
    """For each indicator with quarters: empty where some way of counting makes the year of them, else its sentence."""
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
                yield "" if fits else f"«{measure.text.clean}»"


def _named(open_: Iterable[str]) -> str:
    """The first open places, and how many more there are; ``Tidak ada`` where none is."""
    places = list(dict.fromkeys(open_))
    more = f"; dan {len(places) - _NAMED} lagi" if len(places) > _NAMED else ""
    return "; ".join(places[:_NAMED]) + more if places else "Tidak ada"
