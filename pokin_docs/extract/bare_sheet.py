"""The part of an xlsx package with one sheet: its cells, and what else of it is read, without parsing it whole."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pokin_docs.extract.grid import MergedRange

MAX_MERGES = 20_000

_DECLARATION = re.compile(rb"\s*<\?xml[^<>]*\?>")
_ROOT = re.compile(rb"<(?:(\w+):)?worksheet\b[^<>]*>")
_DATA = re.compile(rb"<(?:\w+:)?sheetData\b[^<>]*>")
# No possessive quantifiers: Python 3.11.0 to 3.11.3 match them wrongly, and Debian ships one of these.
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\s(?:[^<>]*\s)?r=[^<>]*>(?:(?<=/>)|\s*</(?:\w+:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\s(?:[^<>]*\s)?r=[^<>]*>(?:(?<=/>)|\s*</(?:\w+:)?row>)")
"""What may go without moving others: an empty cell or row that does not say its place is the place of the next one."""
_ROW = re.compile(rb"<((?:\w+:)?row)\b([^<>]*)>")
_ROW_KEPT = re.compile(rb"\s(?:(?:r|hidden|outlineLevel)=(?:\"\w*\"|'\w*')|ht=[\"']0[\"'])")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*ref=[\"']([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?[\"']")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ADDRESS = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_COLUMNS = re.compile(rb"<(?:\w+:)?cols>(.*?)</(?:\w+:)?cols>", re.DOTALL)
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
_NOT_SHOWN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']|\bwidth=[\"']0(?:\.0*)?[\"']")
_FIRST, _LAST = (re.compile(rb"\b%s=[\"'](\d{1,5})[\"']" % name) for name in (b"min", b"max"))
_LAST_COLUMN = 16_384
_CONDITIONS = re.compile(
    rb"<(?:\w+:)?conditionalFormatting\s[^<>]*?sqref=[\"']([^\"']*)[\"'][^<>]*>.*?</(?:\w+:)?conditionalFormatting>",
    re.DOTALL,
)
_LOOK_OF_RULE = re.compile(rb"\bdxfId=[\"'](\d+)[\"']")
_RANGE = re.compile(rb"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")
_PRINTED = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)(?:\s[^<>]*)?>([^<]*)</")
_LONGEST_HEAD = 4_000
_PRINT_SIDE = re.compile(r"(?<!&)&[LCR]")
_PRINT_SIGN = re.compile(r'&&|&"[^"]*"|&K[0-9A-F]{6}|&\d{1,3}|&[A-Z+-]')
_CALCULATED_TEXT = re.compile(rb"\bt=[\"']str[\"']")


class BrokenWorkbook(Exception):
    """The package cannot be understood; the argument says why, in Indonesian. ``kode`` is the finding."""

    def __init__(self, reason: str, kode: str = "B05") -> None:
        super().__init__(reason)
        self.reason = reason
        self.kode = kode


def cells_only(name: str, data: bytes) -> bytes:
    """A sheet with nothing but its filled cells and, of the rows, number and whether they are hidden."""
    declaration, root, start = _DECLARATION.match(data), _ROOT.search(data), _DATA.search(data)
    if root is None:
        raise BrokenWorkbook(f"lembar «{name}» tidak dapat dibaca")
    prefix = root.group(1) + b":" if root.group(1) else b""
    body = b""
    if start is not None and not start.group().endswith(b"/>"):
        end = data.rfind(b"</" + prefix + b"sheetData>")
        if end < 0:
            raise BrokenWorkbook(f"lembar «{name}» terpotong")
        body = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", data[start.end() : end]))
        body = _ROW.sub(lambda row: b"<" + row.group(1) + b"".join(_ROW_KEPT.findall(row.group(2))) + b">", body)
    tag = root.group().replace(b"/>", b">")
    head = (declaration.group().strip() if declaration else b"") + tag
    return b"%s<%ssheetData>%s</%ssheetData></%sworksheet>" % (head, prefix, body, prefix, prefix)


def merges(data: bytes) -> Iterator[MergedRange]:
    """The merged ranges of a sheet.

    Raises:
        BrokenWorkbook: There are more than a workbook of an agency has.
    """
    found = _MERGE.findall(data)
    if len(found) > MAX_MERGES:
        raise BrokenWorkbook(f"satu lembar memuat {len(found)} sel gabungan", "B06")
    for left, top, right, bottom in found:
        yield MergedRange(int(top), column_number(left), int(bottom or top), column_number(right or left))


def reformatted(data: bytes, looks: frozenset[str]) -> Iterator[MergedRange]:
    """The ranges in which a condition changes how a number is shown.

    Args:
        data: The sheet.
        looks: The numbers of the looks that do so.
    """
    for condition in _CONDITIONS.finditer(data, max(data.rfind(b"sheetData"), 0)) if looks else ():
        if looks.intersection(number.decode() for number in _LOOK_OF_RULE.findall(condition.group(0))):
            for left, top, right, bottom in _RANGE.findall(condition.group(1)):
                yield MergedRange(int(top), column_number(left), int(bottom or top), column_number(right or left))


def hidden_columns(data: bytes) -> Iterator[int]:
    """Numbers of the columns that are not shown: hidden, in a group that is closed, or of no width."""
    columns = _COLUMNS.search(data, 0, max(data.find(b"sheetData"), 0))
    for column in _COLUMN.findall(columns.group(1)) if columns else ():
        if _NOT_SHOWN.search(column):
            first, last = _FIRST.search(column), _LAST.search(column)
            if first and last:
                yield from range(int(first.group(1)), min(int(last.group(1)), _LAST_COLUMN) + 1)


def printed_lines(data: bytes) -> Iterator[str]:
    """What stands in the head and the foot of the sheet's printed pages, without signs for fields and fonts."""
    at = data.rfind(b"headerFooter>")
    found = _PRINTED.findall(data, max(at - _LONGEST_HEAD, 0)) if at >= 0 else ()
    for line in found:
        yield from said_in_head(html.unescape(line.decode("utf-8", errors="replace")))


def said_in_head(text: str) -> Iterator[str]:
    """What the sides of a head of printed pages say, without signs for fields and fonts ("&L&"Arial"&P")."""
    for part in _PRINT_SIDE.split(text):
        if said := _PRINT_SIGN.sub(lambda sign: "&" if sign.group() == "&&" else " ", part).strip():
            yield " ".join(said.split())


def column_number(letters: bytes) -> int:
    """Number (1-based) of a column by its capital letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def uncalculated(data: bytes) -> dict[tuple[int, int], str]:
    """Formulas without a result: the workbook was made by a program and never opened in Excel."""
    if b"<f" not in data and b":f" not in data:
        return {}
    found = {}
    for attributes, formula in _FORMULA.findall(data):
        address = _ADDRESS.search(attributes)
        # A calculated empty text has its own type and is no value that fails.
        if address and not _CALCULATED_TEXT.search(attributes):
            text = html.unescape(formula.decode(errors="replace"))
            found[int(address.group(2)), column_number(address.group(1))] = "=" + text[:60]
    return found
