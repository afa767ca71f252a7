"""What a library makes from nothing, as a file of ours: a title, nobody's name, no clock, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from pokin_docs.files.zip_bytes import any_clock, without_clock

if TYPE_CHECKING:
    from docx.document import Document

_STAMP = datetime(1980, 1, 1)
_LEFTOVERS = ("/stylesWithEffects", "/thumbnail")
"""What the empty document of python-docx carries and Word's rules do not know."""


def finished(file: Document, title: str, parts: Mapping[str, bytes] | None = None) -> bytes:
    """The file of a document that is complete.

    Args:
        file: The document.
        title: Its title, for its properties.
        parts: Contents of parts by name that stand in it without any, as a library copies pictures several times.
    """
    about = file.core_properties
    about.title, about.language = title, "id-ID"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = _STAMP
    about.revision = 1
    target = io.BytesIO()
    with any_clock():
        file.save(target)
    return without_clock(target.getvalue(), parts)


def without_leftovers(dokumen: Document) -> Document:
    """The document of python-docx without what is left over in it of another one."""
    for owner in (dokumen.part.package, dokumen.part):
        for rid, link in list(owner.rels.items()):
            if link.reltype.endswith(_LEFTOVERS):
                del owner.rels[rid]
    return dokumen


def blank_paper() -> bytes:
    """A Word file with one word in it, to try a program on."""
    from docx import Document

    file = Document()
    file.add_paragraph("Uji")
    return finished(file, "Uji")
