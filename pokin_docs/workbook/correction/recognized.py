"""Whether a file is a correction workbook of ours, what it was made from, and whether somebody saved it since."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.files import relationships
from pokin_docs.files.package import OfficePackage
from pokin_docs.files.xml_part import BrokenXml
from pokin_docs.workbook.correction import book

_MAX_BYTES, _MAX_PART = 200 * 2**20, 8 * 2**20
"""Bytes of a workbook, and of a part of it, beyond which nobody looks whether it is a correction."""
BROKEN = (BrokenXml, KeyError, ValueError, IndexError, zipfile.BadZipFile)
"""What reading a file raises that is no workbook."""


def is_correction(path: Path) -> bool:
    """Whether a file is a workbook that this program has marked."""
    return _read(path) is not None


def is_untouched(path: Path) -> bool:
    """Whether a file is a correction as this program wrote it: saved since, it may hold what a planner typed."""
    found = _read(path)
    return found is not None and found.untouched


def correction_source(path: Path) -> str | None:
    """Name of the workbook that a correction was made from, empty where it does not say; None for any other file."""
    found = _read(path)
    return None if found is None else found.source


def sheet_titles(path: Path) -> frozenset[str] | None:
    """The titles of the sheets of a workbook; None for a file that is none."""
    found = _opened(path)
    return None if found is None else frozenset(sheet.title for sheet in found[1].lembar)


@dataclass(frozen=True, slots=True)
class _FoundCorrection:
    """A correction: what it says it was made from, and whether no other program has saved it."""

    source: str
    untouched: bool


def _read(path: Path) -> _FoundCorrection | None:
    """What a file says as a correction; None for any other file."""
    opened = _opened(path)
    if opened is None or opened[1].our_list is None:
        return None
    package, found = opened
    return _FoundCorrection(found.source, package.is_written_by_us(main_part(package)))


def _opened(path: Path) -> tuple[OfficePackage, book.BookSheets] | None:
    """A workbook and what it says of its sheets; None for a file that is none.

    What is no ordinary file, or far larger than a workbook, is not read.
    """
    try:
        if not path.is_file() or path.stat().st_size > _MAX_BYTES:  # a pipe would be waited for
            return None
        package = OfficePackage(path.read_bytes())
        if package.size("_rels/.rels") > _MAX_PART or package.size(main := main_part(package)) > _MAX_PART:
            return None
        return package, book.read(package[main])
    except (OSError, zlib.error, NotImplementedError, RuntimeError, *BROKEN):
        return None


def main_part(package: OfficePackage) -> str:
    """Name of the part that names the sheets."""
    named = (
        relationship.part
        for relationship in relationships.relations(package.get("_rels/.rels"), "")
        if relationship.kind == "officeDocument"
    )
    return next((part for part in named if part in package), "xl/workbook.xml")
