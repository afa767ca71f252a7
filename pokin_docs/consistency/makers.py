"""What a reading of a document follows from."""

from __future__ import annotations

from pokin_docs.documents.kind import Maker

READER = Maker(
    parts=("consistency", "files/contents", "documents/kind.py", "documents/meanings.py", "model/texts.py"),
    libraries=("lxml", "rapidfuzz"),
)
"""Besides the file and what its document states."""
