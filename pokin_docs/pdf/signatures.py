"""Signatures in a PDF: whose they are, and whether what was signed is still as it was; nothing is fetched."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_HASHES = (hashlib.sha256, hashlib.sha384, hashlib.sha512, hashlib.sha1)
_FAULTS = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError)
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """A signature in a PDF.

    Attributes:
        name: Who signed, as the certificate or the signature says; empty where neither does.
        intact: Whether what it signed is as it was then.
        certain: The signature itself was examined (extra ``ttd``), not only what it says of the content.
        end: Where in the file ends what it signed.
        altered: Something was changed behind it that a signature allows nobody.
    """

    name: str
    intact: bool
    certain: bool = False
    end: int = 0
    altered: bool = False


def signatures_of(data: bytes) -> tuple[PdfSignature, ...]:
    """The signatures of a PDF in the order in which they were given; none where it has none, or cannot be read.

    Args:
        data: The file.
    """
    try:
        found = sorted(_plain_signatures(data), key=lambda one: one.end)
    except _FAULTS:
        return ()
    if not found:
        return ()
    examined = _examined(data)
    if examined is not None and len(examined) == len(found):
        return tuple(sorted(examined, key=lambda one: one.end))
    last = found[-1]
    return (*found[:-1], PdfSignature(last.name, last.intact, end=last.end, altered=bool(data[last.end :].strip())))


def revisions_of(data: bytes) -> Iterator[bytes]:
    """The file as it was before each of its later revisions, the oldest first, and as it is: a signature adds one.

    Args:
        data: The file.
    """
    end = data.find(b"%%EOF")
    while end >= 0:
        end += 5
        for line in (b"\r\n", b"\n", b"\r"):
            if data.startswith(line, end):
                yield data[: end + len(line)]
                break
        yield data[:end]
        end = data.find(b"%%EOF", end)
    yield data


def maker_of(data: bytes) -> tuple[str, str]:
    """The programs that a PDF says it was written with; empty where it says none, or is not readable.

    Args:
        data: The file.
    """
    try:
        about = PdfReader(io.BytesIO(data)).metadata
        return (str(about.creator or ""), str(about.producer or "")) if about else ("", "")
    except _FAULTS:
        return "", ""


def _plain_signatures(data: bytes) -> Iterator[PdfSignature]:
    """Each signature with whether the hash of what it covers is the one that stands in it."""
    root: Any = PdfReader(io.BytesIO(data)).root_object
    form = root.get("/AcroForm")
    for value in _values(form.get_object().get("/Fields", ()) if form is not None else (), 0):
        if "/ByteRange" not in value or "/Contents" not in value:
            continue
        start, first, second, length = (int(number) for number in value["/ByteRange"])
        covered = data[start : start + first] + data[second : second + length]
        stands = bytes(value["/Contents"].original_bytes)
        intact = start == 0 and any(way(covered).digest() in stands for way in _HASHES)
        yield PdfSignature(str(value.get("/Name", "")), intact, end=second + length)


def _values(fields: Any, depth: int) -> Iterator[Any]:
    """The values of signature fields that are filled."""
    for one in fields if depth < _DEEPEST else ():
        field = one.get_object()
        if field.get("/FT") == "/Sig" and "/V" in field:
            yield field["/V"].get_object()
        yield from _values(field.get("/Kids", ()), depth + 1)


def _examined(data: bytes) -> tuple[PdfSignature, ...] | None:
    """The same with the signatures themselves examined; None without the extra ``ttd``."""
    try:
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.pdf_utils.reader import PdfFileReader
        from pyhanko.sign.validation import validate_pdf_signature
        from pyhanko_certvalidator import ValidationContext
    except ImportError:
        return None
    # That a certificate leads to no root we know is no news: none is known, as nothing is fetched.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)

    def all_of_them() -> tuple[PdfSignature, ...]:
        return tuple(
            _judged(one, validate_pdf_signature(one, ValidationContext(allow_fetching=False, trust_roots=[])))
            for one in PdfFileReader(io.BytesIO(data), strict=False).embedded_regular_signatures
        )

    try:
        with ThreadPoolExecutor(max_workers=1) as aside:  # it starts an event loop: refused where the caller has one
            return aside.submit(all_of_them).result()
    except (PdfError, *_FAULTS):
        return None


def _judged(signature: Any, status: Any) -> PdfSignature:
    subject = signature.signer_cert.subject.native
    name = str(subject.get("common_name") or signature.signer_cert.subject.human_friendly)
    allowed = status.coverage.name == "ENTIRE_FILE" or bool(status.docmdp_ok)
    end = int(signature.byte_range[2]) + int(signature.byte_range[3])
    return PdfSignature(name, bool(status.intact and status.valid), True, end, not allowed)
