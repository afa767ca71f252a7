"""The fingerprint of a file: the same as long as its content is, however often it is opened and saved."""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib
from collections.abc import Iterable, Mapping

from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.files.contents.sheets import sheet_content
from pokin_docs.files.contents.slides import NOWHERE, slide_content
from pokin_docs.files.contents.word import word_content

_LENGTH = 32
_FAR = 5
"""Tenths of a millimetre: what stands so far from where it stood has been moved. LibreOffice rounds by less."""

_NOWHERE = round(NOWHERE * 10)
_MOST = 32_000
_NOT_READ = (Unreadable, ArithmeticError, LookupError, MemoryError, RecursionError, ValueError, struct.error)
"""What reading a file raises that is no document, whatever it is."""


def fingerprint(name: str, data: bytes, made: Mapping[str, bytes] | None = None) -> str:
    """The fingerprint of a file, which follows from its content: to be compared by ``alike``.

    Of a file that cannot be read as what its name says, or that is larger than any document, and of all other formats,
    the bytes are the content. Never raises.

    Args:
        name: Name of the file, or its path; its suffix tells the format.
        data: All its bytes.
        made: Parts of it by name that need not be unpacked once more.

    Returns:
        32 hexadecimal digits; behind a colon the places of what stands on slides and floats on pages.
    """
    return fingerprint_and_words(name, data, made)[0]


def fingerprint_and_words(name: str, data: bytes, made: Mapping[str, bytes] | None = None) -> tuple[str, str]:
    """The fingerprint of a file, and the content of a Word document that it was computed from; empty of others.

    Args:
        name: As for ``fingerprint``.
        data: The same.
        made: The same.
    """
    suffix = name[name.rfind(".") :].lower()
    try:
        if suffix in (".xlsx", ".xlsm"):
            return _hashed(suffix, sheet_content(BoundedPackage(data, made))), ""
        if suffix in (".docx", ".pptx"):
            said, places = (word_content if suffix == ".docx" else slide_content)(BoundedPackage(data, made))
            found = _hashed(suffix, (said,)) + (f":{_packed(places)}" if places else "")
            return found, said if suffix == ".docx" else ""
    except _NOT_READ:
        pass
    return hashlib.sha256(data).hexdigest()[:_LENGTH], ""


def alike(one: str, other: str) -> bool:
    """Whether two fingerprints are of the same content; nothing is like an empty one.

    Not simply equal: a program that saves a file again rounds places by hundredths of a millimetre, and may write how
    far from where in another way; then they are not compared.
    """
    (head, _, places), (other_head, _, other_places) = one.partition(":"), other.partition(":")
    if not head or head != other_head:
        return False
    if places == other_places:
        return True
    try:
        was, now = _unpacked(places), _unpacked(other_places)
    except (ValueError, zlib.error, struct.error):
        return False
    return len(was) != len(now) or all(
        abs(before - after) < _FAR or _NOWHERE in (before, after) for before, after in zip(was, now, strict=True)
    )


def _hashed(suffix: str, pieces: Iterable[str]) -> str:
    found = hashlib.sha256(suffix.encode())
    for piece in pieces:
        found.update(piece.encode("utf-8", "surrogatepass"))
    return found.hexdigest()[:_LENGTH]


def _packed(places: Iterable[float]) -> str:
    """Places in tenths of a millimetre, as short as can be written on a line."""
    values = [max(-_MOST, min(_MOST, round(value * 10))) for value in places]
    packed = zlib.compress(struct.pack(f">{len(values)}h", *values), 9)
    return base64.b85encode(packed).decode()


def _unpacked(places: str) -> tuple[int, ...]:
    packed = zlib.decompressobj().decompress(base64.b85decode(places), 8 * 1_000_000)
    return struct.unpack(f">{len(packed) // 2}h", packed)
