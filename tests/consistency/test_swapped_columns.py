"""Two columns of a template that stand below each other's titles are told; a table that only names things otherwise is not."""

from __future__ import annotations

import pytest

from pokin_docs.consistency.titles import is_share, unswapped
from pokin_docs.documents.facts import FactKind

KINDS = {"target": FactKind.TARGET, "satuan": FactKind.SATUAN}
TITLES = ("no", "indikator", "target 2026", "satuan")


@pytest.mark.parametrize(
    ("titles", "printed", "meant"),
    [
        (TITLES, (3, 2), (2, 3)),
        (TITLES, (2, 3), (2, 3)),
        (TITLES, (2, 2), (2, 2)),
        (TITLES, (3, 1), (3, 1)),
        (("no", "indikator", "a", "b"), (3, 2), (3, 2)),
        (("no", "indikator", "target satuan", "target 2026"), (3, 2), (3, 2)),
        (TITLES, (-1, 2), (-1, 2)),
    ],
    ids=["swapped", "as titled", "in one cell", "one of them elsewhere", "without titles", "one title over both", "by the sentence"],
)  # fmt: skip
def test_values_stand_below_their_titles(
    titles: tuple[str, ...], printed: tuple[int, int], meant: tuple[int, int]
) -> None:
    places = dict(zip(KINDS, printed, strict=True))
    assert unswapped(places, KINDS, titles) == dict(zip(KINDS, meant, strict=True))


@pytest.mark.parametrize(
    ("title", "share"), [("capaian", True), ("anggaran %", True), ("target capaian 2026", False), ("satuan", False)]
)
def test_a_percent_sign_below_a_share_is_no_unit(title: str, share: bool) -> None:
    assert is_share(title) is share
