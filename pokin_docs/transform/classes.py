"""PK classes as offices write them: by eselon or post, and the head of an agency whose head is no JPT (a kecamatan)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.level_labels import read_label, read_pk_class
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan, Rung, read_jenis_pk
from pokin_docs.model.person_names import without_acting
from pokin_docs.model.posts import KEPALA_DAERAH
from pokin_docs.model.programs import split_ids
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow, PejabatRow
from pokin_docs.model.texts import fold

Row = TypeVar("Row", PejabatRow, KinerjaRow)

_OF_THE_HEAD = frozenset((KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN, Rung.CAMAT, Rung.ESELON_III))
"""What the rows of the head are called in Tahap 5."""


def by_class(buku: BukuKerja) -> tuple[BukuKerja, tuple[Temuan, ...]]:
    """The workbook with the official labels in Jenis PK, where a cell says a class in other words.

    Where no post is JPT the head of the agency has the class of the head all the same, as he signs with the head of the
    region (domain.md 1.5, 1.6): the camat, or else the one post below the head of the region. That is said once.
    """
    before = buku.pejabat
    pejabat = tuple(replace(row, jenis_pk=_official(row.jenis_pk)) for row in before)
    tahap5 = tuple(
        replace(row, jenis_pk=_official(row.jenis_pk)) if _is_other(row.jenis_pk) else row for row in buku.tahap5
    )
    buku = replace(buku, pejabat=pejabat, tahap5=tahap5)
    head = _head(buku)
    if not head:
        return buku, ()
    rows = tuple(_as_head(row) if row.id.clean == head and _is_ess_3(row.jenis_pk) else row for row in pejabat)
    nodes = tuple(_as_head(row) if _is_row_of_head(row, head) else row for row in tahap5)
    typed = (row for row, now in zip(before, rows, strict=True) if now.id.clean == head and _is_head(now.jenis_pk))
    first = next(typed, None)
    found = () if first is None else (
        temuan("P71", first.jenis_pk.source, teks=first.jenis_pk.clean, id=head, jabatan=first.jabatan.clean or head),
    )  # fmt: skip
    return replace(buku, pejabat=rows, tahap5=nodes), found


def _is_other(isian: Isian) -> bool:
    return bool(isian) and read_jenis_pk(isian.text) is None


def _official(isian: Isian) -> Isian:
    """The label of the class that a cell means; the cell as it is where it says it so, or says none."""
    pk_class = read_pk_class(isian.text) if _is_other(isian) else None
    return replace(isian, text=pk_class.label) if pk_class is not None else isian


def _is_ess_3(isian: Isian) -> bool:
    return read_jenis_pk(isian.text) is JenisPk.ESS_3


def _is_head(isian: Isian) -> bool:
    return read_jenis_pk(isian.text) is JenisPk.JPT


def _as_head(row: Row) -> Row:
    return replace(row, jenis_pk=replace(row.jenis_pk, text=JenisPk.JPT.label))


def _head(buku: BukuKerja) -> str:
    """The ID, or without Pejabat the title, of the head of an agency without JPT; empty where it cannot be told."""
    said = (*(row.jenis_pk for row in buku.pejabat), *(row.jenis_pk for row in buku.tahap5))
    if any(map(_is_head, said)):
        return ""
    heads = set(_heads_of_posts(buku) if buku.pejabat else _heads_of_titles(buku))
    return heads.pop() if len(heads) == 1 else ""


def _heads_of_posts(buku: BukuKerja) -> Iterator[str]:
    camat = [row for row in buku.pejabat if _is_camat(row.jabatan.text)]
    region = {row.id.clean for row in buku.pejabat if _is_of_region(row.jabatan.text)}
    for row in camat or buku.pejabat:
        atasan = row.atasan.clean
        below = atasan in region or _is_of_region(atasan)
        # Who is called the head of a dinas is one, and his class a slip: P46 says so.
        if camat or (below and read_label(without_acting(row.jabatan.text)) is not Rung.ESELON_II):
            yield row.id.clean


def _heads_of_titles(buku: BukuKerja) -> Iterator[str]:
    for row in buku.tahap5:
        yield from (title for title in split_ids(row.pemilik.text) if _is_camat(title))


def _is_camat(title: str) -> bool:
    return read_label(without_acting(title)) is Rung.CAMAT


def _is_of_region(title: str) -> bool:
    return fold(without_acting(title)).startswith((*KEPALA_DAERAH, "kepala daerah"))


def _is_row_of_head(row: KinerjaRow, head: str) -> bool:
    owners = split_ids(row.pemilik.text)
    return _is_ess_3(row.jenis_pk) and (not owners or head in owners) and read_label(row.komponen.text) in _OF_THE_HEAD
