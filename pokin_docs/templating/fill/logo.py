"""The agency's logo as the XML of a picture in a line of text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.oxml.shape import CT_Inline
from docx.shared import Length, Mm
from markupsafe import Markup

from pokin_docs.templating.fill.logo_pixels import LogoRefused, fitting

__all__ = ["Logo", "LogoRefused", "as_markup", "read"]

_HEIGHT = Mm(22)


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
    data = fitting(file)
    try:
        image = Image.from_blob(data)
        width, height = image.scaled_dimensions(None, _HEIGHT)
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ValueError, ArithmeticError,
            KeyError, IndexError) as fault:  # fmt: skip
        raise LogoRefused("bukan gambar PNG, JPEG, GIF, BMP, atau TIFF") from fault
    return Logo(f"word/media/logo.{image.ext}", data, image.content_type, width, height)


def as_markup(logo: Logo, rid: str) -> Markup:
    """The picture as text of the template language: it closes the run it stands in and opens a new one."""
    inline = CT_Inline.new_pic_inline(1, rid, "logo", logo.width, logo.height)
    inline.docPr.set("descr", "Lambang daerah")
    return Markup(f'</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r><w:r><w:t xml:space="preserve">')
