"""Rules P32, P33, P38, P44, P53: every post has an ID of its own, and every owner and superior is one of them.

An ID that Pejabat lacks is one fault, however often it is used: of the row that was meant to have it, where a row has
none or that of another; else of the cells that use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from pokin_docs.documents.plan import Plan
from pokin_docs.model.action_rows import RenaksiRow, SkpRow
from pokin_docs.model.catalogue import HINT, hint, proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.person_names import name_key
from pokin_docs.model.post_index import PostIndex, index_posts, title_key
from pokin_docs.model.posts import Pejabat, overlap
from pokin_docs.model.programs import split_ids
from pokin_docs.model.ranges import ranges
from pokin_docs.model.rows import BukuKerja, Isian, PejabatRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest, slips_between

_PARTING = re.compile(r"[\W_\d]+")
LOST = "hilang"
"""The detail with the ID that a row of Pejabat was meant to have."""
_WORD = 4
"""Letters from which on two words that a slip parts are one."""


@dataclass
class _Uses:
    """The cells that use each ID: ``owned`` in Pemilik, ``led`` in Atasan, ``named`` in the other sheets."""

    owned: dict[str, list[CellRef]] = field(default_factory=dict)
    led: dict[str, list[CellRef]] = field(default_factory=dict)
    named: dict[str, list[CellRef]] = field(default_factory=dict)

    def of(self, id_: str) -> list[CellRef]:
        """All cells that use an ID."""
        same = (cells for name, cells in self.named.items() if fold(name) == fold(id_))
        return [*self.owned.get(id_, ()), *self.led.get(id_, ()), *(cell for cells in same for cell in cells)]


def _uses(buku: BukuKerja, plan: Plan) -> _Uses:
    uses = _Uses()
    steps = (row.penanggung_jawab for row in buku.rows_of(RenaksiRow, "renaksi"))
    skp = (row.pejabat_id for row in buku.rows_of(SkpRow, "skp"))
    for where, cells in ((uses.owned, (row.pemilik for row in buku.tahap5)), (uses.named, (*steps, *skp))):
        for isian in cells:
            for id_ in split_ids(isian.text):
                where.setdefault(id_, []).append(isian.source)
    for pejabat in plan.every_pejabat:
        if pejabat.atasan is not None:
            uses.led.setdefault(pejabat.atasan, []).append(pejabat.baris.atasan.source)
    return uses


@dataclass(frozen=True)
class _FaultyRows:
    """A row of Pejabat without an ID, or two with one ID: rows at which an ID that is missed was meant to stand."""

    rows: tuple[PejabatRow, ...]

    def stray(self, lost: str | None) -> PejabatRow:
        """The row that was meant to have an ID: the one whose post or unit it abbreviates, else the last one."""
        last, doubled = self.rows[-1], self.rows[-1].id.clean
        if lost is None:
            return last
        return max(reversed(self.rows), key=lambda row: _shortens(lost, row, doubled) - _shortens(doubled, row, lost))

    def likeness(self, lost: str) -> int:
        """How much an ID abbreviates the post of one of the rows."""
        return max(_shortens(lost, row, self.rows[-1].id.clean) for row in self.rows)


def _shortens(id_: str, row: PejabatRow, other: str) -> int:
    """How many parts of an ID, without those of the other one, are in a word of a post or its unit."""
    words = fold(f"{row.jabatan.text} {row.bidang.text}").split()
    parts = set(_PARTING.sub(" ", fold(id_)).split()) - set(_PARTING.sub(" ", fold(other)).split())
    return sum(len(part) > 2 and any(part in word for word in words) for part in parts)


def _doubled(plan: Plan) -> list[tuple[Pejabat, Pejabat]]:
    """The pairs of rows with one ID that hold on one day, each in the order of the sheet."""
    holders: dict[str, list[Pejabat]] = {}
    pairs = []
    for pejabat in plan.every_pejabat:
        others = holders.setdefault(pejabat.id, [])
        # A vacant row beside that of the acting official says what the post is, not who holds it.
        pairs += [
            (other, pejabat)
            for other in others
            if overlap(other.baris, pejabat.baris) and bool(other.vacant) is bool(pejabat.vacant)
        ]
        others.append(pejabat)
    return pairs


def _faulty(buku: BukuKerja, pairs: Sequence[tuple[Pejabat, Pejabat]]) -> list[_FaultyRows]:
    """The rows without an ID and those that two people share; the same person twice explains no ID that is missed."""
    blank = [_FaultyRows((row,)) for row in buku.pejabat if row.id.is_blank]
    shared = {
        then.baris.source: _FaultyRows((first.baris, then.baris))
        for first, then in reversed(pairs)
        if fold(first.nama.text) != fold(then.nama.text)
    }
    return sorted((*blank, *shared.values()), key=lambda fault: fault.rows[-1].baris)


def _lost(faults: Iterable[_FaultyRows], missed: Sequence[str]) -> dict[CellRef, str]:
    """The ID that each faulty row was meant to have, by its last row, as far as there are any."""
    left = list(missed)
    found = {}
    for fault in faults:
        if left:
            found[fault.rows[-1].source] = left.pop(left.index(max(left, key=fault.likeness)))
    return found


def ids_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P32, P33, P38, P44, P53: every Pemilik and Atasan exists, and no two posts share an ID."""
    ids = {pejabat.id for pejabat in plan.every_pejabat}
    uses, index, pairs = _uses(buku, plan), index_posts(buku), _doubled(plan)
    known = {fold(id_) for id_ in ids}
    missed = [id_ for id_ in dict.fromkeys((*uses.owned, *uses.led)) if ids and id_ not in ids]
    spoken = {fold(id_) for id_ in missed}
    missed += [id_ for id_ in uses.named if ids and fold(id_) not in known | spoken]
    near_to = {id_: index.nearest(id_) for id_ in missed}
    # What a faulty row of Pejabat may have meant: first the ID that is like no other, last a slip at a single use.
    used = {*uses.owned, *uses.led}
    meant = [id_ for id_, near in near_to.items() if near is None or len(uses.of(id_)) > 1 or near in used]
    meant.sort(key=lambda id_: (near_to[id_] is not None, -len(uses.of(id_))))
    faults = _faulty(buku, pairs)
    lost = _lost(faults, meant[: len(faults)])
    yield from _rows_without_id(buku, uses, lost)
    yield from _rows_of_one_id(buku, uses, lost, faults, pairs)
    for id_ in missed:
        if id_ not in lost.values() and (id_ in uses.owned or id_ in uses.led):
            idle = next((post for post in plan.every_pejabat if post.id == near_to[id_] and post.id not in used), None)
            yield _unknown(id_, uses, index, ids, idle)


def _unknown(id_: str, uses: _Uses, index: PostIndex, ids: Iterable[str], idle: Pejabat | None) -> Temuan:
    """The finding for an ID that no row has: at a row that nobody uses and that was meant to have it, else at its use.

    Args:
        id_: The ID.
        uses: The cells that use it.
        index: The posts, to propose one.
        ids: All IDs.
        idle: The row that nobody uses, whose ID is most like it; None where there is none.
    """
    places, near, several = uses.of(id_), index.nearest(id_), _candidates(index.fits(id_))
    counted = len(uses.owned.get(id_, ())) + len(uses.led.get(id_, ()))
    if idle is not None and counted > 1 and not several and nearest(id_, ids) == near:
        return temuan("P53", idle.baris.id.source, id=idle.id, dicari=id_, lain=places[0])
    also = f" ID itu juga di {_by_sheet(places[1:])}." if len(places) > 1 else ""
    kode = "P32" if id_ in uses.owned else "P33"
    return temuan(kode, places[0], id=id_, usul=several or proposal(near), lain=also)


def _candidates(fits: tuple[str, ...]) -> str:
    return f" Cocok dengan beberapa jabatan ({', '.join(fits)}); tulis ID yang dimaksud." if len(fits) > 1 else ""


def _rows_without_id(buku: BukuKerja, uses: _Uses, lost: dict[CellRef, str]) -> Iterator[Temuan]:
    """P44: every row has an ID; the one that is used and missed is proposed."""
    for row in buku.pejabat:
        if row.id:
            continue
        finding = partial(temuan, "P44", row.id.source)
        if (id_ := lost.get(row.source)) is None:
            yield finding()
        else:
            yield finding(**{LOST: id_, HINT: f"Isi kolom ID, mungkin dengan {_sought(id_, uses)}."})


def _sought(id_: str, uses: _Uses) -> str:
    """An ID that is missed, with the cells that use it, as a sentence goes on with it."""
    return f"«{id_}» ({_by_sheet(uses.of(id_))}), yang tidak ada di lembar Pejabat"


def _by_sheet(cells: Iterable[CellRef]) -> str:
    """Cells of any sheets, each sheet named once."""
    sheets: dict[str, list[CellRef]] = {}
    for cell in cells:
        sheets.setdefault(cell.lembar, []).append(cell)
    return ", ".join(f"{lembar}!{ranges(places, 5)}" for lembar, places in sheets.items())


def _rows_of_one_id(
    buku: BukuKerja, uses: _Uses, lost: dict[CellRef, str], faults: Iterable[_FaultyRows],
    pairs: Sequence[tuple[Pejabat, Pejabat]],
) -> Iterator[Temuan]:  # fmt: skip
    """P38: no two hold one ID on one day: of two posts one needs another ID, of one post the days are wrong.

    Args:
        buku: The rows.
        uses: The cells that use each ID.
        lost: The ID that each faulty row was meant to have, by its last row.
        faults: The faulty rows.
        pairs: The rows of one ID.
    """
    own = {row.source: row for row in buku.pejabat}
    of_pair = {fault.rows[-1].source: fault for fault in faults}
    for first, then in pairs:
        id_ = lost.get(then.baris.source)
        finding = partial(temuan, "P38", id=then.id)
        told = {} if id_ is None else {LOST: id_}
        if _are_two_posts(own[first.baris.source].jabatan, own[then.baris.source].jabatan):
            fault = of_pair.get(then.baris.source, _FaultyRows((first.baris, then.baris)))
            stray = fault.stray(id_)
            other = first.baris if stray is then.baris else then.baris
            another = f"ID lain, mungkin {_sought(id_, uses)}" if id_ else "ID lain"
            told[HINT] = (
                f"Beri «{stray.jabatan.clean}» {another}. Bila keduanya satu jabatan yang berganti pemegang, samakan "
                "Jabatannya, lalu isi Berlaku Sampai yang terdahulu dan Berlaku Dari yang berikutnya."
            )
            posts = f": jabatan ini «{stray.jabatan.clean}», di sana «{other.jabatan.clean}»"
            yield finding(stray.id.source, lain=other.id.source, jabatan=posts, **told)
            continue
        place, against = _overlap_at(first.baris, then.baris)
        twice = "Hapus salah satu baris bila memang sama. " if _is_repeated(first, then) else ""
        plain = finding(place, lain=against.id.source, jabatan="")
        also = f" ID salah satunya mungkin {_sought(id_, uses)}." if id_ else ""
        yield finding(place, lain=against.id.source, jabatan="", **told, **{HINT: f"{twice}{hint(plain)}{also}"})


def _is_repeated(first: Pejabat, then: Pejabat) -> bool:
    return bool(first.nama) and name_key(first.nama.text) == name_key(then.nama.text)


def _are_two_posts(first: Isian, then: Isian) -> bool:
    """Whether two titles name two posts, more than a slip apart; a blank one is that of the row above."""
    words, others = title_key(first.text).split(), title_key(then.text).split()
    if not words or not others:
        return False
    if len(words) != len(others):  # "Sub Kordinator" is two words, "Subkoordinator" one
        return slips_between("".join(words), "".join(others)) > 1
    return any(
        one != other and (len(one) < _WORD or slips_between(one, other) > 1)
        for one, other in zip(words, others, strict=True)
    )


def _overlap_at(former: PejabatRow, row: PejabatRow) -> tuple[CellRef, PejabatRow]:
    """The cell that makes two rows with one ID hold it on one day, and the other of the rows.

    That is the day on which the earlier one leaves, where the other says when he comes; else the day on which the other
    comes. Where neither says anything the ID itself stands twice.
    """
    first, then = sorted((former, row), key=lambda one: one.berlaku_dari.tanggal or date.min)
    if then.berlaku_dari.tanggal is not None:
        isian, other = first.berlaku_sampai, then
    elif former.berlaku_sampai.tanggal is not None:
        isian, other = row.berlaku_dari, former
    else:
        isian, other = row.id, former
    return (isian.source, other) if isian.source.kolom is not None else (row.id.source, former)


RULES = (ids_known,)
