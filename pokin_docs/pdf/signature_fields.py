"""Empty signature fields in a PDF where its markers stand, for any program that signs (PAdES); the same bytes again."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

_WIDE, _HIGH = 130.0, 66.0
"""Points: what stands in the room of 2.5 cm that a paper leaves around its marker."""
_PRINTED = 4
"""Flag of an annotation that is printed, as PDF/A asks for."""


@dataclass(frozen=True, slots=True)
class SignatureField:
    """A field to be laid into a PDF: its name, the marker that it goes around, and whether every paper has that."""

    name: str
    mark: str
    needed: bool = True


def with_fields(pdf: bytes, fields: Iterable[SignatureField]) -> tuple[bytes, tuple[str, ...]]:
    """The PDF with an empty field at each marker, added behind it as a signature is; and the needed ones without one.

    A marker that does not stand exactly once is no place.

    Args:
        pdf: The PDF.
        fields: The fields, in the order of signing.
    """
    wanted = tuple(fields)
    places = _places(pdf, {one.mark for one in wanted})
    missing = tuple(one.name for one in wanted if one.needed and len(places[one.mark]) != 1)
    chosen = [(one, *places[one.mark][0]) for one in wanted if len(places[one.mark]) == 1]
    if not chosen:
        return pdf, missing
    try:
        writer = PdfWriter(io.BytesIO(pdf), incremental=True)
        form = _form(writer)
        for one, page, x, y in chosen:
            _add(writer, form, one.name, page, (x - _WIDE / 2, y - _HIGH / 2, x + _WIDE / 2, y + _HIGH / 2))
        stream = io.BytesIO()
        writer.write(stream)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return pdf, tuple(one.name for one in wanted)
    return stream.getvalue(), missing


def fields_of(pdf: bytes) -> tuple[str, ...]:
    """The names of the signature fields in a PDF; none of what cannot be read.

    Args:
        pdf: The PDF.
    """
    try:
        found = PdfReader(io.BytesIO(pdf)).get_fields() or {}
        return tuple(str(name) for name, field in found.items() if field.get("/FT") == "/Sig")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return ()


def _places(pdf: bytes, marks: Iterable[str]) -> dict[str, list[tuple[int, float, float]]]:
    """Where each marker stands: page from 0, and the middle of its first sign in points."""
    import pypdfium2

    found: dict[str, list[tuple[int, float, float]]] = {mark: [] for mark in marks}
    try:
        document = pypdfium2.PdfDocument(pdf)
    except (RuntimeError, ValueError):
        return found
    try:
        for number, page in enumerate(document):
            words = page.get_textpage()
            for mark, places in found.items():
                places += [(number, x, y) for x, y in _middles(words, mark)]
    finally:
        document.close()
    return found


def _middles(words: Any, mark: str) -> Iterator[tuple[float, float]]:
    search = words.search(mark, match_case=True)
    while hit := search.get_next():
        left, bottom, right, top = words.get_charbox(hit[0])
        yield (left + right) / 2, (bottom + top) / 2


def _form(writer: PdfWriter) -> DictionaryObject:
    """The form of a PDF, made where it has none."""
    root: Any = writer.root_object
    if "/AcroForm" not in root:
        root[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    form: DictionaryObject = root["/AcroForm"].get_object()
    return form


def _add(writer: PdfWriter, form: Any, name: str, page_number: int, box: tuple[float, float, float, float]) -> None:
    """Lay a field onto a page."""
    page: Any = writer.pages[page_number]
    numbers = ArrayObject(FloatObject(round(one, 2)) for one in box)
    look = DecodedStreamObject()
    look.update({
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject((NumberObject(0), NumberObject(0), FloatObject(_WIDE), FloatObject(_HIGH))),
        NameObject("/Resources"): DictionaryObject(),
    })  # fmt: skip
    look.set_data(b"")
    field = writer._add_object(DictionaryObject({  # pypdf's own way for what it has no call for
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
        NameObject("/FT"): NameObject("/Sig"), NameObject("/T"): TextStringObject(name),
        NameObject("/Rect"): numbers, NameObject("/F"): NumberObject(_PRINTED),
        NameObject("/P"): page.indirect_reference,
        NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
    }))  # fmt: skip
    form["/Fields"].append(field)
    if "/Annots" not in page:
        page[NameObject("/Annots")] = ArrayObject()
    page["/Annots"].append(field)
