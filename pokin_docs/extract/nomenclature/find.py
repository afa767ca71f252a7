"""The official list that a workbook goes with: named in Identitas, else recognised among the files beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pokin_docs.extract.nomenclature.cache import cached_list, is_kept
from pokin_docs.extract.nomenclature.kinds import SUFFIXES, NoList, version_of
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import FindingLog, Outcome
from pokin_docs.model.locations import is_file
from pokin_docs.model.nomenclature import NomenclatureList
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import nearest

if TYPE_CHECKING:
    from pokin_docs.model.rows import BukuKerja, Isian

_MOST_FILES = 300
"""Files beside a workbook that are looked at."""


def nomenclature_of(path: Path, buku: BukuKerja) -> Outcome[NomenclatureList]:
    """The list that goes with a workbook; no value where there is none.

    Args:
        path: The workbook.
        buku: Its rows.
    """
    named = buku.identitas.get("nomenklatur")
    place = named.source if named is not None else CellRef("")
    log = FindingLog()
    files = _named(path, named, log) if named else lists_beside(path)
    found = []
    for file in files:
        try:
            found.append(cached_list(file))
        except NoList as error:
            log.note("K20", place, nama=file.name, sebab=error.reason, usul="")
    found.sort(key=lambda entry: (-entry.version, -len(entry.entries), entry.nama.casefold()))
    chosen = found[0] if found else None
    others = [entry.nama for entry in found[1:] if chosen and entry.entries != chosen.entries]
    if chosen is not None and others:
        log.note("K19", place, nama=chosen.nama, lain=", ".join(others))
    return Outcome(chosen, tuple(log))


def lists_beside(path: Path) -> tuple[Path, ...]:
    """The official lists in the folder of a workbook, by name.

    Args:
        path: The workbook, which is none itself.
    """
    return tuple(file for file in files_of(path.parent) if file.name != path.name and holds_list(file))


def holds_list(file: Path) -> bool:
    """Whether a file is the official list: it was read before, or its headings are those."""
    if is_kept(file):
        return True
    from pokin_docs.extract.nomenclature.read import is_list

    return is_list(file)


def files_of(folder: Path) -> Iterator[Path]:
    """The files of a folder that may hold a list, by name; not the locks of programs that hold one open."""
    try:
        names = sorted(os.listdir(folder), key=str.casefold)  # noqa: PTH208  # names, of which most are not looked at
    except OSError:
        return
    fitting = [name for name in names if name.casefold().endswith(SUFFIXES) and not name.startswith(("~$", "."))]
    yield from (folder / name for name in fitting[:_MOST_FILES] if is_file(folder / name))


def _named(path: Path, named: Isian, log: FindingLog) -> tuple[Path, ...]:
    """The file that Identitas names: by its name or way from the folder of the workbook, or by its year."""
    text = named.clean.replace("\\", "/")
    way = PurePosixPath(text)
    file = path.parent / way
    if not way.is_absolute() and ":" not in text and is_file(file):
        return (file,)
    beside = lists_beside(path)
    fitting = [other for other in beside if way.name.casefold() in (other.name.casefold(), other.stem.casefold())]
    fitting = fitting or [other for other in beside if text.isdecimal() and version_of(other.stem) == int(text)]
    if not fitting:
        meant = nearest(way.name, [other.name for other in beside])
        log.note(
            "K20",
            named.source,
            nama=named.clean,
            sebab="berkasnya tidak ada di folder buku kerja",
            usul=proposal(meant),
        )
    return tuple(fitting[:1])
