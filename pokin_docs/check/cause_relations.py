"""How a finding may follow from another one: in its cell, its row, its branch, or by what both speak of."""

from __future__ import annotations

import re
from collections.abc import Callable

from pokin_docs.check.relations import RowRelations
from pokin_docs.check.sentences import quote
from pokin_docs.model.findings import Temuan
from pokin_docs.model.level_labels import NUMBERING_SYSTEMS
from pokin_docs.model.levels import (
    SASARAN_ORDER,
    JenisPk,
    KomponenPerencanaan,
    read_jenis_pk,
    read_jenjang,
    read_komponen,
)
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.shares import GapCause
from pokin_docs.model.texts import fold

_ABOUT_THE_TEXT = {"S05", "S06", "S11", "S14", "S15", "P48"}

Relation = Callable[[Temuan, Temuan, RowRelations], bool]


def same_cell(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` and ``consequence`` stand in one cell; ``relations`` are not asked."""
    return reason.tempat == consequence.tempat


def same_row(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` and ``consequence`` stand in one row; ``relations`` are not asked."""
    return reason.tempat.row == consequence.tempat.row and reason.tempat.baris is not None


def of_the_year(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` and ``consequence`` stand in one row and speak of one year; ``relations`` are not asked."""
    years = [str(dict(one.details).get("tahun", "")) for one in (reason, consequence)]
    return same_row(reason, consequence, relations) and years[0] == years[1] != ""


def of_the_lower(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` names no other rows below it than the one of ``reason``; ``relations`` are not asked."""
    told = dict(consequence.details).get("sel", "")
    return {int(row) for row in re.findall(r"[A-Z]+(\d+)", told)} == {reason.tempat.baris}


def of_the_upper(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` is told of a row that equals the one of ``reason``; ``relations`` are not asked."""
    return dict(consequence.details).get("lain") == str(reason.tempat)


def anywhere(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Always: a workbook has one such ``reason`` of any ``consequence``; ``relations`` are not asked."""
    return True


def in_the_branch(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether the place of ``consequence`` in the tree hangs, by ``relations``, on the rows of ``reason``."""
    if not relations.is_of_tree(consequence.tempat):
        return False
    place = relations.order.place(consequence.tempat)
    if place is None:  # of the whole tree: it has no top because the row that was meant is not read
        return any(len(relations.around(row)) == len(relations.rows) for row in rows_of(reason, relations))
    node = relations.node_of_row(place)
    # What only the top of the tree lacks does not change how the branches below its first nodes part.
    deep = consequence.kode in _ABOUT_THE_TEXT and node is not None and node.induk is not None and reason.kode == "S30"
    return any(
        place == row or (place in relations.around(row) and not (deep and relations.is_at_top(row)))
        for row in rows_of(reason, relations)
    )


def rows_of(reason: Temuan, relations: RowRelations) -> tuple[int, ...]:
    """The places in Tahap 5 that a cause is about: its own, those that were moved, the one above a missing one."""
    told = dict(reason.details)
    named = tuple(int(row) for row in f"{told.get('urutan', '')} {told.get('sesudah', '')}".split())
    own = relations.order.place(reason.tempat)
    return named or ((own,) if own is not None else (relations.order.TOP,) if told.get("sesudah") == "" else ())


def under_the_missing(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` hangs, by ``relations``, on the row that Tahap 4 has and Tahap 5 lacks (``reason``)."""
    return "sesudah" in dict(reason.details) and in_the_branch(reason, consequence, relations)


def of_served_rows(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether every row of ``consequence``, which serve nobody, hangs by ``relations`` on the rows of ``reason``."""
    told = [int(row) for row in dict(consequence.details).get("urutan", "").split()]
    near = [(row, relations.around(row)) for row in rows_of(reason, relations)]
    return bool(told) and all(any(place == row or place in around for row, around in near) for place in told)


def of_rows_under_the_missing(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """As ``of_served_rows`` of ``consequence`` and ``relations``, of a row that Tahap 5 lacks (``reason``)."""
    return "sesudah" in dict(reason.details) and of_served_rows(reason, consequence, relations)


def of_their_superior(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` is about the superior of the post in ``consequence``; ``relations`` give the row of a post."""
    return dict(consequence.details).get("id", "") in superiors_of(reason, relations)


def superiors_of(reason: Temuan, relations: RowRelations) -> frozenset[str]:
    """The IDs of the posts that a cause is about: those of its row, and of the chain that it tells."""
    return relations.ids_at(reason.tempat.row) | set(dict(reason.details).get("rantai", "").split(" → "))


def counted_before(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` is, by ``relations``, a misread sasaran above ``consequence``, which counts the sasaran."""
    for row in rows_of(reason, relations):
        node = relations.node_of_row(row)
        level = node.komponen.value if node else KomponenPerencanaan.TUJUAN.value
        unread = relations.order.row_at(row) if node is None else None
        if isinstance(unread, KinerjaRow) and read_komponen(unread.komponen.text) is KomponenPerencanaan.TUJUAN:
            continue  # it is not counted among the sasaran
        strategic = dict(reason.details).get("maksud") in ("Tujuan", "Sasaran")
        above = row <= (relations.order.place(consequence.tempat) or relations.order.TOP)
        if above and (strategic or level <= KomponenPerencanaan.SASARAN.value):
            return True
    return False


def _post_of(consequence: Temuan, relations: RowRelations) -> Pejabat | None:
    return next((post for post in relations.plan.every_pejabat if post.baris.source == consequence.tempat.row), None)


def of_its_class(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether the missing row (``reason``) has, by ``relations``, the level of the post in ``consequence``."""
    if dict(reason.details).get("sesudah") is None:
        return False
    row = next((row for row in relations.buku.tahap4 if row.source == reason.tempat.row), None)
    post = _post_of(consequence, relations)
    if row is None or post is None or post.jenis_pk is None:
        return False
    levels = {k.jenjang for k in KomponenPerencanaan if k.jenis_pk is post.jenis_pk}
    return read_jenjang(row.keterangan.text) in levels


def of_a_row_of_its_class(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether a row of ``reason``, without an owner of its class, has by ``relations`` the class of ``consequence``."""
    post = _post_of(consequence, relations)
    told = dict(reason.details)
    first, last = reason.tempat.baris or 0, int(told.get("sampai") or reason.tempat.baris or 0)
    rows = [row for row in relations.buku.tahap5 if row.lembar == reason.tempat.lembar and first <= row.baris <= last]
    nodes = [relations.node_of_row(relations.order.of(row)) for row in rows]
    return post is not None and any(node is not None and node.jenis_pk is post.jenis_pk for node in nodes)


def of_the_merged_rows(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` is about a cell inside the merged ones of ``reason``; ``relations`` are not asked."""
    here, other = reason.tempat, consequence.tempat
    inside = (here.baris or 0) <= (other.baris or 0) <= int(dict(reason.details).get("sampai", "0"))
    return inside and (here.lembar, here.kolom) == (other.lembar, other.kolom)


def of_the_sheet(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` proposes the sheet or column that ``reason`` misses; ``relations`` are not asked."""
    about = {"P30": "Program", "P31": "Pejabat", "B30": "Identitas", "S13": "Lintas Perangkat Daerah"}
    meant = about.get(reason.kode) or dict(reason.details).get("kolom", "")
    return bool(meant) and f"«{meant}»" in dict(consequence.details).get("usul", "")


def of_its_sheet(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` misses what the sheet of ``reason`` holds; ``relations`` are not asked."""
    title = reason.tempat.lembar
    return bool(title) and consequence.tempat.lembar == title


def of_the_head(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` is about the head of the region and ``reason``, by ``relations``, on no other sheet."""
    told, sheet = dict(consequence.details), relations.buku.lembar.get("pejabat")
    elsewhere = reason.kode.startswith("B") and reason.tempat.lembar != sheet
    return not elsewhere and "Kepala Daerah" in told.get("kunci", told.get("apa", ""))


def of_the_post(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` names the post whose row in Pejabat ``reason`` is about, by ``relations``."""
    told = dict(reason.details)
    ids = {told.get("id", ""), told.get("dicari", "")} - {""}
    named = " ".join(str(value) for _, value in consequence.details)
    own = told.get("id") if reason.kode == "P38" else None
    posts = [row for row in relations.buku.pejabat if row.source == reason.tempat.row or row.id.clean == own]
    if consequence.kode in ("P46", "B29") and any(read_jenis_pk(row.jenis_pk.text) is JenisPk.JPT for row in posts):
        return consequence.kode == "P46" or of_the_head(reason, consequence, relations)
    return consequence.kode != "B29" and any(re.search(rf"(?<!\w){re.escape(id_)}(?!\w)", named) for id_ in ids)


def of_a_party(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` misses who signs, and ``reason`` is, by ``relations``, about an ID."""
    ids = {row.id.source for row in relations.buku.pejabat}
    known = reason.kode in ("P32", "P33", "P38", "P44", "P53") or reason.tempat in ids
    return known and dict(consequence.details)["apa"] in ("Pemilik", "Atasan")


def of_a_code(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` misses a component, and ``reason`` is, by ``relations``, about a code."""
    codes = {row.kode.source for row in relations.buku.program}
    known = reason.kode in ("P02", "P04", "P47", "P51") or reason.tempat in codes
    return known and dict(consequence.details)["apa"] == "Kode"


def of_a_program(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` is, by ``relations``, why ``consequence`` finds no kinerja: a code or a level is at fault."""
    codes = {row.kode.source for row in relations.buku.program} | {row.kode.source for row in relations.buku.tahap5}
    column = dict(reason.details).get("kolom", "")
    return column == "Kode" or reason.kode[0] in "SP" or reason.tempat in codes


def of_an_unread_row(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` has an indicator on a row in no branch by ``relations``, whatever ``reason`` is."""
    told = dict(consequence.details).get("teks")
    unread = (row for row in relations.buku.tahap5 if relations.node_of_row(relations.order.of(row)) is None)
    return any(told in (quote(row.indikator.text), quote(row.indikator_id.text)) for row in unread)


def of_a_doubled_id(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` names the ID of ``reason``, or one it may have replaced; ``relations`` are not asked."""
    told = dict(consequence.details)["teks"]
    return consequence.kode == "B112" or told == quote(dict(reason.details)["id"])


def of_the_code_column(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` misses the column of codes and ``consequence`` depends on it; ``relations`` are not asked.

    How tujuan and sasaran are parted no code tells.
    """
    above = (KomponenPerencanaan.TUJUAN.label, KomponenPerencanaan.SASARAN.label)
    return dict(reason.details).get("kolom", "") == "Kode" and dict(consequence.details).get("komponen") not in above


def of_a_later_sasaran(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` counts fewer sasaran than are written; ``reason`` and ``relations`` are not asked."""
    told = dict(consequence.details)
    words = fold(told.get("teks", "")).split()
    written = next((number for number, word in enumerate(SASARAN_ORDER, start=1) if fold(word) in words), 0)
    return written > int(told.get("nomor", "0"))


def of_money_not_held(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` misses money that a row of ``reason`` may not bring to its class; not of sums alone.

    An owner of another class (P37) has a row: only of what nobody of the class holds can it be why. ``relations`` are
    not asked.
    """
    gaps = (GapCause.NO_HOLDER,) if reason.kode == "P37" else (GapCause.NO_HOLDER, GapCause.NO_KINERJA)
    return any(gap.value in dict(consequence.details).get("sebab", "") for gap in gaps)


def of_a_lost_id(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` uses the ID that ``reason`` misses in Pejabat; ``relations`` are not asked."""
    told = dict(reason.details)
    lost = told.get("hilang") or told.get("dicari") or (told["id"] if reason.kode in ("P32", "P33") else "")
    return bool(lost) and fold(dict(consequence.details).get("id", "")) == fold(lost)


def of_a_shared_id(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` is about a post whose ID two have (``reason``), or, by ``relations``, one led by it."""
    shared, own = dict(reason.details).get("id"), dict(consequence.details).get("id", "")
    return shared in (own, relations.plan.atasan.get(own))


def same_place_told(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` compares with the cell that ``reason`` is about; ``relations`` are not asked."""
    return dict(consequence.details).get("lain") == str(reason.tempat)


def of_a_year(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` is about a column of a year, or K05; ``reason`` and ``relations`` are not asked."""
    return dict(consequence.details).get("kolom", "").startswith(("Target ", "Pagu ")) or consequence.kode == "K05"


def by_its_number(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``reason`` takes its levels from numbers before rows; ``consequence`` and ``relations`` are not asked."""
    return dict(reason.details).get("sumber", "").startswith(NUMBERING_SYSTEMS)


def of_the_first_row(reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
    """Whether ``consequence`` misses the row of the tujuan; ``reason`` and ``relations`` are not asked."""
    return dict(consequence.details).get("sesudah") == ""
