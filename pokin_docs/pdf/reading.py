"""What a PDF holds: its pages with their text, its fonts, what it says of itself."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """A PDF that was read.

    Attributes:
        pages: The text of each page, as it is read out.
        blank: Numbers of pages, from 1, that show neither text nor picture.
        fonts: Names of its fonts without the mark of a subset, and whether each is embedded.
    """

    pages: tuple[str, ...]
    blank: tuple[int, ...]
    fonts: dict[str, bool]


def read_pdf(data: bytes) -> PdfFacts | None:
    """What a PDF holds; None for what no reader opens.

    Args:
        data: The file.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except (RuntimeError, ValueError):
        return None
    try:
        pages: list[str] = []
        blank: list[int] = []
        fonts: dict[str, bool] = {}
        for number, page in enumerate(document, 1):
            pages.append(page.get_textpage().get_text_range().replace(_HYPHEN, "-"))
            fonts |= {name: fonts.get(name, True) and held for name, held in _fonts(page)}
            if not pages[-1].strip() and not _shows(page):
                blank.append(number)
    except RuntimeError:
        return None
    finally:
        document.close()
    return PdfFacts(tuple(pages), tuple(blank), fonts) if pages else None


_HYPHEN = "\ufffe"
"""What pdfium reads for a hyphen at the end of a line."""


def _fonts(page: Any) -> Iterator[tuple[str, bool]]:
    """The fonts that texts of a page are set in, and whether each is embedded."""
    import pypdfium2.raw as pdfium

    seen = set()
    for found in page.get_objects(max_depth=4, filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        font = pdfium.FPDFTextObj_GetFont(found.raw)
        length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
        name = buffer.value.decode("utf-8", "replace")
        if name not in seen:
            seen.add(name)
            yield name.partition("+")[2] or name, pdfium.FPDFFont_GetIsEmbedded(font) == 1


def _shows(page: Any) -> bool:
    """Whether a page shows a picture."""
    import pypdfium2.raw as pdfium

    return any(True for _ in page.get_objects(max_depth=4, filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)))


def plain(text: str) -> str:
    """A text for comparing: without blanks, case, ligatures and signs that only tell where a line may end."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u2010", "-")
    return "".join(sign for sign in folded if not sign.isspace() and unicodedata.category(sign) != "Cf")
