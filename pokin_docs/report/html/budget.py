"""The lines of the sheet Program in the order of the tree that their codes are. JavaScript adds who uses a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pokin_docs.model.programs import Nomenklatur
from pokin_docs.report.html.material import ReportMaterial


def budget(material: ReportMaterial) -> list[tuple[Nomenklatur, int]]:
    """Each line with its depth, parts behind the line they are part of."""

    def below(lines: Iterable[Nomenklatur], depth: int) -> Iterator[tuple[Nomenklatur, int]]:
        for entry in lines:
            yield entry, depth
            yield from below(material.plan.program.children(entry.kode), depth + 1)

    return list(below(material.top_programs, 0))


def labels(material: ReportMaterial) -> str:
    """Rules of the style sheet that put the year before an amount where a row is no row any more (narrow screens)."""
    titles = {
        ".pagu": (*map(str, material.pagu_years), "Kinerja"),
        ".bagi": ("Pagu", *(pk_class.label for pk_class in material.plan.shares.classes)),
    }
    return "".join(
        f'{table} td:nth-of-type({place})::before {{ content: "{title}"; }}\n'
        for table, columns in titles.items()
        for place, title in enumerate(columns, 1)
    )
