"""Compile the Indonesian sentences of the command line library: pokin.po becomes pokin.mo beside it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SUMBER = Path(__file__).resolve().parent.parent / "pokin_docs" / "bahasa" / "id" / "LC_MESSAGES" / "pokin.po"


def compiled() -> bytes:
    """The catalogue in the form that gettext reads; the same for the same source."""
    with SUMBER.open("rb") as file:
        catalogue = read_po(file, locale="id")
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


if __name__ == "__main__":
    SUMBER.with_suffix(".mo").write_bytes(compiled())
