"""Findings about documents that contradict each other; each names both documents and places."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.consistency.unprinted import OF_TEMPLATE
from pokin_docs.documents.proof import Contradiction, Proof
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef

_LONG = 160
"""Letters of a sentence that tell which it is."""


def findings(proof: Proof) -> Iterator[Temuan]:
    """What is told of a proof, in its order."""
    for one in proof.contradictions:
        yield _finding(one)


def _finding(one: Contradiction) -> Temuan:
    place = f", {one.place}" if one.place else ""
    other = one.other or "buku kerja"
    elsewhere = f"{other}, {one.other_place}" if one.other_place else other
    where = "tempat lain" if not one.place.startswith(OF_TEMPLATE) else "baris lain di dokumen dari templat itu"
    more = f" Begitu juga {one.more} {where}." if one.more else ""
    said = {"berkas": one.path, "tempat": place, "lain": elsewhere, "lagi": more}
    words = f" «{_short(one.words)}»" if one.words else ""
    if one.kind == "baris" and not one.stale:
        return temuan("D47", CellRef(""), apa=one.what, kalimat=words, **said)
    printed = f"tercetak «{_short(one.printed)}»" if one.printed.strip() else "tidak tercetak"
    kode = "D49" if one.stale else "D50" if one.kind == "jenis" else "D46"
    return temuan(
        kode, CellRef(""), apa=one.what, kalimat=words if one.words != one.meant else "", tercetak=printed,
        seharusnya=_short(one.meant), **said,
    )  # fmt: skip


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONG else f"{said[:_LONG].rstrip()}…"
