"""The content of an Excel workbook: values, formulas and comments of every sheet, and what is drawn on it.

Not what opening and saving it again changes: styles, where a text is kept, results of formulas, the order of sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from pokin_docs.files.contents.cells import Cell, cells, decoded, shared_texts, text_of
from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.contents.parts import PREFIXES, Unreadable, digest, tree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_A, _R = f"{{{PREFIXES['a']}}}", f"{{{PREFIXES['r']}}}"
_SHORT = 64
_MAX_FORMULAS = 4_000_000
"""Signs in all formulas of a sheet, far beyond what any holds."""
_FORMULA = re.compile(
    r"(?P<text>\"[^\"]*\")|(?P<blank>[\s']+)|(?P<truth>\b(?:TRUE|FALSE)\b)\(\)"
    r"|(?P<cell>(?<![\w.])(?P<fixed_column>\$?)(?P<column>[A-Z]{1,3})(?P<fixed_row>\$?)(?P<row>\d{1,7})(?![\w(.]))"
    r"|(?P<name>[A-Z_][\w.]*)"
    r"|(?P<number>(?<![\w.$])\d+\.\d+(?![\w.]))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def sheet_content(package: BoundedPackage) -> Iterator[str]:
    """The content of a workbook in pieces, the same for the same content.

    Raises:
        Unreadable: It is no Excel workbook.
    """
    main = package.main()
    links = package.links(main).parts
    shared = next((link.part for link in package.links(main).all if link.kind == "sharedStrings"), "")
    texts = [_shortened(text) for text in shared_texts(package.xml(shared))]
    sheets = [
        (entry.get("name", ""), links.get(entry.get(f"{_R}id", ""), ""))
        for entry in tree(package.xml(main)).iter(f"{_S}sheet")
    ]
    if not sheets:
        raise Unreadable
    for name, part in sorted(sheets):
        yield f"\0{name}\0"
        if part in package:
            yield from _said(cells(package.xml(part)), texts)
            yield from _beside(package, part)


def _said(found: Iterable[Cell], texts: list[str]) -> Iterator[str]:
    """Every cell that holds something: its address, and what it is."""
    formulas: dict[str, str] = {}
    spent = 0
    for cell in found:
        spent += len(cell.formula)
        if spent > _MAX_FORMULAS:
            raise Unreadable
        said = _value(cell, texts, formulas)
        if said:
            yield f"{cell.address}={said}\n"


def _value(cell: Cell, texts: list[str], formulas: dict[str, str]) -> str:
    if cell.formula.strip():
        said = _relative(cell.formula, cell.address)
        formulas.setdefault(cell.group, said) if cell.group else None
        return f"={said}"
    if cell.group in formulas:
        return f"={formulas[cell.group]}"
    raw = cell.raw
    if cell.kind == "s":
        return _marked(texts[int(raw)]) if raw.isdecimal() and int(raw) < len(texts) else ""
    if cell.kind in ("inlineStr", "str"):
        return _marked(_shortened(decoded(raw)))
    return _number(raw) if cell.kind == "n" else f"{cell.kind} {raw}" if raw else ""


def _marked(text: str) -> str:
    return f"«{text}»" if text else ""


def _number(raw: str) -> str:
    """A number as all programs write it: with fifteen digits."""
    try:
        return f"{float(raw):.15g}" if raw else ""
    except ValueError:
        return raw


def _relative(formula: str, address: str) -> str:
    """A formula without blanks and quotes; cells by their distance, so that those of a shared one are alike."""
    place = _ADDRESS.fullmatch(address)
    column, row = (_column(place[1]), int(place[2])) if place else (0, 0)

    def said(found: re.Match[str]) -> str:
        if found["text"]:
            return found["text"]
        if found["truth"]:
            return found["truth"].upper()
        if found["number"]:
            return _number(found["number"])
        if found["name"]:
            return found["name"].upper()
        if not found["cell"]:
            return ""
        across = found["column"] if found["fixed_column"] else _column(found["column"].upper()) - column
        down = found["row"] if found["fixed_row"] else int(found["row"]) - row
        return f"[{found['fixed_column']}{across};{found['fixed_row']}{down}]"

    return _FORMULA.sub(said, formula.strip().removeprefix("="))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _shortened(text: str) -> str:
    """The text, or what stands for it: one text may be that of a million cells."""
    return text if len(text) <= _SHORT else digest(text.encode("utf-8", "surrogatepass"))


def _beside(package: BoundedPackage, part: str) -> Iterator[str]:
    """Comments of a sheet, and texts and pictures drawn on it."""
    for link in package.links(part).all:
        if link.kind in ("comments", "threadedComment") and link.part in package:
            found = tree(package.xml(link.part)).iter("{*}comment", "{*}threadedComment")
            yield from sorted(f"{entry.get('ref')}#{_shortened(_comment(entry))}\n" for entry in found)
        elif link.kind == "drawing" and link.part in package:
            pictures = package.links(link.part).parts
            drawn = tree(package.xml(link.part))
            yield from sorted(f"text {_shortened(text.text or '')}\n" for text in drawn.iter(f"{_A}t"))
            shown = (pictures.get(picture.get(f"{_R}embed", ""), "") for picture in drawn.iter(f"{_A}blip"))
            yield from sorted(f"picture {package.digest(name)}\n" for name in shown)
            yield from ("frame\n" for _ in drawn.iter("{*}graphicFrame"))


def _comment(entry: etree._Element) -> str:
    """The text of a comment, or of one in a thread, which is plain."""
    return decoded(text_of(entry)) or decoded(entry.findtext("{*}text") or "")
