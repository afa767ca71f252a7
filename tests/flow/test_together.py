"""What was typed at one place of a whole Renstra and of its chapter: once where one says no more than the other."""

from __future__ import annotations

import pytest

from pokin_docs.documents.narrative import RichText
from pokin_docs.documents.renstra.places import PLACES
from pokin_docs.flow.collect import FromFile, together
from pokin_docs.model.findings import Temuan


def typed(file: str, *texts: str) -> FromFile:
    blocks = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return FromFile(PLACES[0].key, file, RichText(blocks, texts=texts), exact=True)


@pytest.mark.parametrize(
    ("whole", "chapter", "kept", "told"),
    [
        (("satu", "dua"), ("satu", "dua"), ("satu", "dua"), 0),  # the same
        (("satu", "dua"), ("satu",), ("satu", "dua"), 0),  # no more than the other
        (("satu",), ("satu", "dua"), ("satu", "dua"), 0),
        (("satu", "dua"), ("satu", "tiga"), ("satu", "dua", "satu", "tiga"), 1),  # each has something of its own
    ],
)
def test_what_is_typed_twice_is_kept_once(
    whole: tuple[str, ...], chapter: tuple[str, ...], kept: tuple[str, ...], told: int
) -> None:
    found: list[Temuan] = []
    text = together([typed("Renstra.docx", *whole), typed("Bab-1.docx", *chapter)], found)
    assert (text.texts, [entry.kode for entry in found]) == (kept, ["D41"] * told)
