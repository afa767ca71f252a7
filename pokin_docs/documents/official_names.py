"""How the papers of officials are called: the same for a PK, a Rencana Aksi and an SKP of one official."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterable, Iterator

from pokin_docs.documents.printed import year_of_files
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper, PkShare
from pokin_docs.model.printing import slug
from pokin_docs.model.tree import PohonKinerja

_MAX_NAME = 110
"""Characters of a file name before ``.docx``: 120 in all, with a number. Windows paths end at 260, folders nest."""
_MAKS_JABATAN, _MAKS_ID = 60, 24


def name_files(
    papers: Iterable[OfficialPaper], pohon: PohonKinerja, cycle: Cycle, *, folder: str, stem: str
) -> tuple[str, ...]:
    """A path for each paper: ``PK/Ess-3/PK_2026_Ess-3_Kepala-Bidang-…_KABID-IKP.docx``; a later one has its day behind.

    The name follows from the document's own post, title, ID and day, never from the others: it stays when they come, go
    or are renamed, and two builds of one workbook agree whatever was built before. The person does not matter.

    Args:
        papers: The papers of the officials; the paths come in the same order.
        pohon: The tree, for a name where nobody owns the rows.
        cycle: For the year in the name; ``tanpa-tahun`` where it has none.
        folder: The folder of the kind, which holds one for each class.
        stem: How each name begins.

    Returns:
        Paths relative to the build folder, with ``/``; no two are the same, whatever their case.
    """
    tahun = year_of_files(cycle)
    used: set[str] = set()
    names: dict[int, str] = {}
    # Those of the day of the PK first: no later one can take a name from them.
    for number, paper in sorted(enumerate(papers), key=lambda entry: entry[1].is_later):
        part = paper.share
        start, day = f"{stem}_{tahun}_{part.pk_class.folder}_", f"_{paper.since}" if paper.is_later else ""
        label = _label(part, pohon, _MAX_NAME - len(start) - len(day))
        whole = f"{folder}/{part.pk_class.folder}/{start}{label}{day}"
        # Only what agrees in everything that names it is numbered: the same kinerja twice below the same one.
        name = next(name for name in _numbered(whole) if name.casefold() not in used)
        used.add(name.casefold())
        names[number] = name + ".docx"
    return tuple(names[number] for number in sorted(names))


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in itertools.count(2))


def _label(part: PkShare, pohon: PohonKinerja, length: int) -> str:
    """What tells a paper from all others of its class, in so many characters."""
    if part.pejabat is None and part.pk_class is JenisPk.JPT:
        return "tanpa-pejabat"
    if part.pejabat is not None:
        title, own = part.pejabat.jabatan.clean, _id_slug(part.pejabat.id)
        if title == part.pejabat.id:  # a workbook without the sheet Pejabat: the title is all that tells a post
            short = slug(title, _MAKS_JABATAN)
            return short if short.replace("-", " ") == title else f"{short}_{_mark_of(title)}".lstrip("_")
    else:
        kinerja = part.kinerja[0][0]
        above = pohon.induk(kinerja)
        title, own = kinerja.text.text, _mark_of(kinerja.text.text, above.text.text if above else "")
    return f"{slug(title, min(_MAKS_JABATAN, length - len(own) - 1))}_{own}".lstrip("_")


def _id_slug(id_: str) -> str:
    """The ID as part of a name, with a mark where letters of it were lost: IDs that look the same there stay apart."""
    short = slug(id_, _MAKS_ID)
    return short if short == id_ else f"{short}-{_mark_of(id_)}".lstrip("-")


def _mark_of(*texts: str) -> str:
    return f"{zlib.crc32(chr(0).join(texts).encode()):08x}"
