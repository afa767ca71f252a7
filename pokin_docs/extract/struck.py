"""What is struck through on a sheet is not read: cells by their style, parts of a text by the marks put around them."""

from __future__ import annotations

import re
from dataclasses import replace

from pokin_docs.extract import display
from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import squeeze

STRUCK = re.compile(r"<(?:\w+:)?d?strike\b(?![^<>]*\bval=[\"'](?:0|false)[\"'])")
_STRUCK = re.compile(STRUCK.pattern.encode())
_RUN = re.compile(rb"(<(?:\w+:)?r>)")
_RUN_END = re.compile(rb"</(?:\w+:)?r>")
_TEXT = re.compile(rb"(<(?:\w+:)?t\b[^<>]*(?<!/)>)([^<]*)(?=</)")
_START, _END = "\ufdd0", "\ufdd1"
"""Characters that no text has: Unicode gives them no meaning, XML lets them pass."""
_MARKED = re.compile(f"(\\s*){_START}([^{_END}]*){_END}(\\s*)")
_BETWEEN = re.compile(f"{_END}(\\s*){_START}")
_QUOTED = 60
_NUMBER = 3
"""Characters of the number of a row, which is often left as it is."""


def mark_struck(part: bytes) -> bytes:
    """A part of the package with marks around the texts of struck runs."""
    if b"strike" not in part:
        return part
    return b"".join(map(_marked, _RUN.split(part)))


def _marked(piece: bytes) -> bytes:
    """A piece between the beginnings of two runs, with marks around the text of a struck one."""
    end = _RUN_END.search(piece)
    if end is None or not _STRUCK.search(piece, 0, end.start()):
        return piece
    run = _TEXT.sub(rb"\1" + _START.encode() + rb"\2" + _END.encode(), piece[: end.start()])
    return run + piece[end.start() :]


def part_struck(text: str) -> tuple[str, str]:
    """What is left of a text without its struck runs, and these."""
    if _START not in text:
        return text, ""
    joined = _BETWEEN.sub(r"\1", text)
    left = _MARKED.sub(_gap, joined).strip()
    return left, squeeze(" ".join(match.group(2) for match in _MARKED.finditer(joined)))


def as_struck(text: str) -> str:
    """A struck run of a text with marks around it; what is blank shows no stroke."""
    return f"{_START}{text}{_END}" if text.strip() else text


def show_marked(text: str) -> UsedCell:
    """A text cell, its struck runs apart."""
    left, struck = part_struck(text)
    return replace(display.show_text(left), struck=struck) if struck else display.show_text(text)


def all_struck(cell: UsedCell) -> UsedCell:
    """A cell that is struck through as a whole: nothing of it is left."""
    return UsedCell("", "", struck=" ".join(part for part in (cell.text or cell.details, cell.struck) if part))


def _gap(match: re.Match[str]) -> str:
    """What stands in place of a struck part: the line end or blank that was on one side of it."""
    before, struck, after = match.groups()
    if "\n" in before + after:
        return "\n"
    return " " if before or after or struck != struck.strip() else ""


def name_struck(grid: Grid, log: FindingLog) -> None:
    """Name what is struck through on a sheet that is read: whole rows once, other cells one by one.

    Args:
        grid: The sheet.
        log: Takes what is found.
    """
    rows: dict[int, dict[int, str]] = {}
    for (baris, kolom), text in grid.struck.items():
        rows.setdefault(baris, {})[kolom] = text
    for baris, texts in sorted(rows.items()):
        parts = [kolom for kolom in texts if (baris, kolom) in grid.cells]
        rest = [grid.text(baris, kolom) for kolom in grid.filled_columns.get(baris, ())]
        if len(texts) > 1 and all(len(text.strip()) <= _NUMBER for text in rest):
            said = " | ".join(text for _, text in sorted(texts.items()))
            log.note("B57", CellRef(grid.title, baris), apa="Baris ini", teks=_short(said))
            continue
        for kolom, text in sorted(texts.items()):
            what = "Sebagian isi sel ini" if kolom in parts else "Sel ini"
            log.note("B57", CellRef(grid.title, baris, kolom), apa=what, teks=_short(text))


def _short(text: str) -> str:
    plain = squeeze(text)
    return plain if len(plain) <= _QUOTED else f"{plain[:_QUOTED].rstrip()} …"
