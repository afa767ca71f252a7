"""The cells and texts of an Excel workbook: as programs usually write them read at once, others element by element."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pokin_docs.files.contents.parts import Unusual, check_usual, declared_names, elements, tree, unescaped

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_S = f"{{{_SPACE}}}"
_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_CELL = re.compile(
    rb"<c((?:\s[^<>/]*?)?)\sr=\"([A-Z]{1,3}[0-9]{1,7})\"([^<>/]*)(?:/>|>([^<]*(?:<(?!/?c[\s/>])[^<]*)*)</c>)"
)
_HOLDS = re.compile(
    rb"(?:<f>([^<]*)</f>)?(?:<v>([^<]*)</v>|<v ?/>)?|<is><t(?: xml:space=\"preserve\")?>([^<]*)</t></is>"
)
_ENTRY = re.compile(rb"<si>(?:<t(?: xml:space=\"preserve\")?>([^<]*)</t></si>|([^<]*(?:<(?!/?si[\s/>])[^<]*)*)</si>)")
_KIND = re.compile(rb"\st=\"(\w+)\"")
_BEGINS = (re.compile(rb"<c[\s/>]"), re.compile(rb"<si[\s/>]"))


class Cell(NamedTuple):
    """A cell: ``raw`` is its value or inline text as written, ``group`` the number of a formula shared with others."""

    address: str
    kind: str
    raw: str
    formula: str = ""
    group: str = ""


def cells(data: bytes) -> list[Cell]:
    """Every cell of a sheet that may hold something, in order.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE.
    """
    try:
        return _usual_cells(data)
    except Unusual:
        return list(_all_cells(data))


def shared_texts(data: bytes) -> list[str]:
    """The texts that cells share, in order.

    Raises:
        Unreadable: It is no XML, or has a DOCTYPE.
    """
    try:
        return _usual_texts(data)
    except Unusual:
        return [decoded(text_of(entry)) for entry in elements(data, f"{_S}si")]


@functools.lru_cache(maxsize=4)  # a sheet is read for what stands for it, and for what it says
def _usual_cells(data: bytes) -> list[Cell]:
    _check(data)
    found, entries = [], _CELL.findall(data)
    if len(entries) != len(_BEGINS[0].findall(data)):
        raise Unusual
    for before, address, behind, inside in entries:
        if not inside:
            continue
        attributes = before + behind
        holds = _HOLDS.fullmatch(inside)
        if holds is None:
            cell = tree(b'<c xmlns="%b" r="%b"%b>%b</c>' % (_SPACE.encode(), address, attributes, inside))
            found.append(_cell(cell, address.decode()))
            continue
        formula, value, text = holds.groups()
        kind = _kind(attributes)
        raw = text if kind == "inlineStr" else value
        found.append(Cell(address.decode(), kind, unescaped(raw or b""), unescaped(formula or b"")))
    return found


@functools.lru_cache(maxsize=1024)
def _kind(attributes: bytes) -> str:
    found = _KIND.search(attributes)
    return found[1].decode() if found else "n"


def _usual_texts(data: bytes) -> list[str]:
    if not data:
        return []
    _check(data)
    found, entries = [], _ENTRY.findall(data)
    if len(entries) != len(_BEGINS[1].findall(data)):
        raise Unusual
    for plainly, inside in entries:
        entry = tree(b'<si xmlns="%b">%b</si>' % (_SPACE.encode(), inside)) if inside else None
        found.append(decoded(unescaped(plainly) if entry is None else text_of(entry)))
    return found


def _check(data: bytes) -> None:
    """Let a part be read whose elements have no prefix, and those alone."""
    check_usual(data)
    names = declared_names(data)
    if (b"", _SPACE.encode()) not in names or sum(
        not prefix or space == _SPACE.encode() for prefix, space in names
    ) > 1:
        raise Unusual


def _all_cells(data: bytes) -> Iterator[Cell]:
    last, column = "", 0
    for cell in elements(data, f"{_S}c"):
        row = cell.getparent()
        number = row.get("r", "") if row is not None else ""
        last, column = number, column + 1 if number == last else 1
        yield _cell(cell, cell.get("r") or f"{column};{number}")


def _cell(cell: etree._Element, address: str) -> Cell:
    formula, kind = cell.find(f"{_S}f"), cell.get("t", "n")
    inline = cell.find(f"{_S}is") if kind == "inlineStr" else None
    raw = cell.findtext(f"{_S}v") or ""
    if kind == "inlineStr":
        raw = text_of(inline) if inline is not None else ""
    if formula is None:
        return Cell(address, kind, raw)
    group = formula.get("si", "") if formula.get("t") == "shared" else ""
    return Cell(address, kind, raw, formula.text or "", group)


def text_of(entry: etree._Element) -> str:
    """The text of a rich or plain one as written, without what tells how to read it aloud."""
    said = (
        text.text or ""
        for text in entry.iter(f"{_S}t")
        if (above := text.getparent()) is None or above.tag != f"{_S}rPh"
    )
    return "".join(said)


def decoded(text: str) -> str:
    """A text without the codes that Excel writes for signs, and with one sign at the end of a line."""
    plain = _CODED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text
    return plain.replace("\r\n", "\n").replace("\r", "\n")
