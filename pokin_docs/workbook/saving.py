"""A saved workbook made the same byte for byte every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from openpyxl import Workbook

from pokin_docs.files.core_properties import APP_XML
from pokin_docs.files.sheet_styles import STYLES_PART, with_ordered_fonts
from pokin_docs.files.zip_bytes import any_clock, packed

_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_FIXED_STAMP = b"2025-01-01T00:00:00Z"
_IGNORED_ERRORS = (
    '<ignoredErrors><ignoredError sqref="{}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors></worksheet>'
)


def saved(book: Workbook, text_ranges: Mapping[int, str]) -> bytes:
    """A workbook of ours as a file.

    Args:
        book: The workbook.
        text_ranges: Cell ranges per sheet number (1-based) in which Excel must not flag text that looks like a
            number: NIP and codes are text on purpose, and a green corner on each invites "convert to number".
            openpyxl cannot write this element; it has to stand last, which holds as our sheets have no drawings.
    """
    stream = io.BytesIO()
    with any_clock():
        book.save(stream)
    return _fixed(stream.getvalue(), text_ranges)


def _fixed(data: bytes, text_ranges: Mapping[int, str]) -> bytes:
    """The same package with fixed times, so that equal content gives equal bytes.

    Args:
        data: The xlsx as openpyxl saved it: it stamps the hour into the zip and into the core properties, names itself,
            and has an order of its own for fonts.
        text_ranges: As for ``saved``.
    """
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + _FIXED_STAMP + rb"\g<3>", part)
            elif name == "docProps/app.xml":
                part = APP_XML
            elif name == STYLES_PART:
                part = with_ordered_fonts(part)
            sheet = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if sheet and (ranges := text_ranges.get(int(sheet[1]))):
                part = part.replace(b"</worksheet>", _IGNORED_ERRORS.format(ranges).encode())
            parts[name] = part
    return packed(parts)
