"""The lines of the sheet Program in the order of the tree that their codes are. JavaScript adds who uses a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pokin_docs.model.programs import Nomenklatur
from pokin_docs.report.html.material import BahanLaporan


def budget(bahan: BahanLaporan) -> list[tuple[Nomenklatur, int]]:
    """Each line with its depth, parts behind the line they are part of."""

    def below(lines: Iterable[Nomenklatur], depth: int) -> Iterator[tuple[Nomenklatur, int]]:
        for entri in lines:
            yield entri, depth
            yield from below(bahan.rencana.program.anak(entri.kode), depth + 1)

    return list(below(bahan.puncak_program, 0))


def labels(bahan: BahanLaporan) -> str:
    """Rules of the style sheet that put the year before an amount where a row is no row any more (narrow screens)."""
    titles = (*map(str, bahan.tahun_pagu), "Kinerja")
    return "".join(
        f'.pagu td:nth-of-type({place})::before {{ content: "{title}"; }}\n' for place, title in enumerate(titles, 1)
    )
