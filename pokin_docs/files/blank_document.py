"""What a library makes from nothing, as a file of ours: a title, nobody's name, no clock, the same bytes each time."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from pokin_docs.files.zip_bytes import without_clock

if TYPE_CHECKING:
    from docx.document import Document
    from pptx.presentation import Presentation

_KAPAN = datetime(1980, 1, 1)
_SISA = ("/stylesWithEffects", "/thumbnail")
"""What the empty document of python-docx carries and Word's rules do not know."""


def finished(berkas: Document | Presentation, judul: str) -> bytes:
    """The file of a document or a presentation that is complete; ``judul`` stands in its properties."""
    about = berkas.core_properties
    about.title, about.language = judul, "id-ID"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = _KAPAN
    about.revision = 1
    target = io.BytesIO()
    berkas.save(target)
    return without_clock(target.getvalue())


def without_leftovers(dokumen: Document) -> Document:
    """The document of python-docx without what is left over in it of another one."""
    for owner in (dokumen.part.package, dokumen.part):
        for rid, link in list(owner.rels.items()):
            if link.reltype.endswith(_SISA):
                del owner.rels[rid]
    return dokumen
