"""The converter of the extra ``pdf``, where there is no LibreOffice: for papers whose pages can be told beforehand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import metadata, util
from pathlib import Path

from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.files.contents.word_body import body_of
from pokin_docs.pdf.office import Office

_NAME = "word2pdf"
_PAGE = re.compile(r'<w:br\b[^>]*w:type="page"|<w:pageBreakBefore(?:/>| w:val="(?:1|true|on)")')
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_SAME_PAGE = re.compile(r'<w:type w:val="continuous"/>')
_ON_ITS_SIDE = re.compile(r'<w:pgSz\b[^>]*w:orient="landscape"')
_FIELD = re.compile(r"<w:instrText[^>]*>[^<]*\b(?:PAGEREF|TOC|NUMPAGES)\b")


def find_fallback() -> Office | None:
    """The converter where the extra ``pdf`` is installed; it has no program of its own."""
    if util.find_spec(_NAME) is None:
        return None
    return Office("", f"{_NAME} {metadata.version(_NAME)}")


def convert_without_office(files: Mapping[str, Path]) -> dict[str, bytes]:
    """The PDF of each Word file that could be converted, by its key.

    Args:
        files: The files by a key of the caller's.
    """
    import word2pdf

    found = {}
    for key, path in files.items():
        try:
            found[key] = bytes(word2pdf.convert_to_bytes(str(path)))
        except Exception:  # noqa: BLE001  # whatever a library of another makes of a file: it is not converted
            continue
    return found


def expected_pages(document: bytes) -> int | None:
    """How many pages a paper has that breaks where it says so alone; None for one that only LibreOffice sets rightly.

    Args:
        document: The file.
    """
    try:
        source = body_of(document)
    except Unreadable:
        return None
    sections = _SECTION.findall(source)
    if _ON_ITS_SIDE.search(source) or _FIELD.search(source):
        return None
    # The last section is the one that the body ends with; each before it ends a page, unless the next goes on there.
    breaks = sum(1 for section in sections[1:] if not _SAME_PAGE.search(section))
    return 1 + breaks + len(_PAGE.findall(source))
