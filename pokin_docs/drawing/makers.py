"""What a drawing follows from, besides what it shows."""

from __future__ import annotations

from pokin_docs.documents.kind import Maker

DRAWN = Maker(
    parts=("drawing", "files", "huruf", "model/texts.py"),
    libraries=("pillow",),
)
"""The bytes of its files, and of the pictures of it in documents."""
