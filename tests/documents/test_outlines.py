"""What each kind of document prints of the example, in words: a change of a template or a content shows here.

Meant changes are written with ``PYTHONPATH=tests python -m helpers.outlines build/diskominfo-balangan``, and looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.outlines import OUTLINED, OUTLINES, documents, outline
from pokin_docs.documents.kind import DocumentKind


@pytest.mark.parametrize("kind", OUTLINED, ids=lambda kind: kind.kode)
def test_the_outline_of_a_document_of_the_example(bangunan_contoh: Path, kind: DocumentKind) -> None:
    kept = (OUTLINES / f"{kind.kode}.txt").read_text(encoding="utf-8")
    assert outline(documents(bangunan_contoh)[kind.kode]) == kept


def test_every_outline_belongs_to_a_kind() -> None:
    assert {path.stem for path in OUTLINES.iterdir()} == {kind.kode for kind in OUTLINED}
