"""The agency's logo as the XML of a picture in a line of text."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.oxml.shape import CT_Inline
from docx.shared import Length, Mm
from markupsafe import Markup
from PIL import Image as Pillow
from PIL import UnidentifiedImageError

_HEIGHT = Mm(22)
_MAX_BYTES = 20_000_000
_MAX_DOTS = 60_000_000
_FAR_TOO_HIGH, _ENOUGH = 1_040, 520
"""Dots of height beyond which it is scaled down, and to which: 600 dots an inch as it is printed."""


class LogoRefused(Exception):
    """The logo cannot be used; ``reason`` tells why, in Indonesian."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture file with its size in a document; ``name`` is its name inside every package."""

    name: str
    data: bytes
    content_type: str
    width: Length
    height: Length


def read(file: Path) -> Logo:
    """The logo, 22 mm high as in the kop of official letters; raises LogoRefused."""
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise LogoRefused("berkas gambar lebih dari 20 MB")
        data = _fitting(file.read_bytes())
        image = Image.from_blob(data)
        width, height = image.scaled_dimensions(None, _HEIGHT)
    except OSError as fault:
        raise LogoRefused("berkas tidak ditemukan atau tidak dapat dibaca") from fault
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ValueError, ArithmeticError,
            KeyError, IndexError) as fault:  # fmt: skip
        raise LogoRefused("bukan gambar PNG, JPEG, GIF, BMP, atau TIFF") from fault
    return Logo(f"word/media/logo.{image.ext}", data, image.content_type, width, height)


def _fitting(data: bytes) -> bytes:
    """The picture file as it is, or scaled down where it has far more dots than are printed; its dots are all read."""
    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MAX_DOTS:
                raise LogoRefused(f"gambarnya lebih dari {_MAX_DOTS // 10**6} juta titik; perkecil dahulu")
            picture.load()
            if picture.height <= _FAR_TOO_HIGH:
                return data
            plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
            small = plain.resize((max(1, picture.width * _ENOUGH // picture.height), _ENOUGH))
    except UnidentifiedImageError:
        return data  # what Word knows and Pillow does not is told by who reads it next
    except (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, Pillow.DecompressionBombError) as fault:
        raise LogoRefused("gambarnya rusak atau terpotong") from fault
    made = io.BytesIO()
    small.save(made, "PNG", compress_level=9)
    return made.getvalue()


def as_markup(logo: Logo, rid: str) -> Markup:
    """The picture as text of the template language: it closes the run it stands in and opens a new one."""
    inline = CT_Inline.new_pic_inline(1, rid, "logo", logo.width, logo.height)
    return Markup(f'</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r><w:r><w:t xml:space="preserve">')
