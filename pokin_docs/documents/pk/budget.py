"""The budget table of a PK (domain.md 1.5): which components, in which order, with which amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.documents.pk.content import AnggaranPk
from pokin_docs.documents.values import Teks, filled, missing
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import DaftarProgram, JenisKode, Nomenklatur, kind_of, parent_code
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja, PohonKinerja

_SUSUNAN: dict[JenisPk, tuple[JenisKode, JenisKode | None]] = {
    JenisPk.JPT: (JenisKode.PROGRAM, None),
    JenisPk.ESS_3: (JenisKode.PROGRAM, JenisKode.KEGIATAN),
    JenisPk.SUB_KOORDINATOR_JF: (JenisKode.KEGIATAN, JenisKode.SUB_KEGIATAN),
    JenisPk.JF_JP: (JenisKode.SUB_KEGIATAN, None),
}


def budget_table(
    kelas: JenisPk, kinerja: tuple[Kinerja, ...], pohon: PohonKinerja, program: DaftarProgram, tahun: int | None,
    *, seluruhnya: bool,
) -> tuple[tuple[AnggaranPk, ...], Teks]:  # fmt: skip
    """The rows of a PK's budget table and its total.

    A component appears once however many kinerja it serves. One whose parts other officials answer for as well counts
    only this official's parts, so that the PKs of all officials of one class add up to the whole.

    Args:
        kelas: PK class; gives the two levels shown.
        kinerja: The nodes the official owns.
        pohon: The tree, for what lies below them and what others own.
        program: The sheet Program.
        tahun: Year of the amounts.
        seluruhnya: Every program of the sheet belongs to this official (the only JPT), also those without a node.
    """
    top, below = _SUSUNAN[kelas]
    own = frozenset(part.nomor for node in kinerja for part in pohon.subpohon(node))
    codes = [code for nomor in sorted(own) for code in pohon.kinerja[nomor].kode]
    if seluruhnya and program.pada(JenisKode.PROGRAM):
        heads = [entri.kode for entri in program.pada(JenisKode.PROGRAM)]
        share = _Bagian(program, frozenset(heads), frozenset(), {}, tahun)
    else:
        heads = _heads(codes, top, program)
        share = _Bagian(program, _with_parents(codes), own, pohon.simpul_kode, tahun)
    if not heads:
        return _nothing(kinerja, program), missing("jumlah anggaran", "")
    rows: list[AnggaranPk] = []
    amounts: list[Decimal | None] = []
    for code in heads:
        children = share.parts(code) if below is not None else ()
        amounts.append(share.amount(code))
        rows.append(_row(share, code, induk=bool(children)))
        rows.extend(_row(share, child.kode) for child in children)
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return tuple(rows), missing("jumlah anggaran", "")
    return tuple(rows), rupiah(sum(known, Decimal(0)))


@dataclass(frozen=True)
class _Bagian:
    """How much of each component one official answers for.

    ``milik`` are the codes of his nodes and of all below them, with their parents, ``simpul`` those nodes;
    ``simpul_kode`` are the nodes of each code, his and all others.
    """

    program: DaftarProgram
    milik: frozenset[str]
    simpul: frozenset[int]
    simpul_kode: Mapping[str, frozenset[int]]
    tahun: int | None

    def shared(self, code: str) -> bool:
        """Whether nodes of others carry a code or a part of it as well."""
        return not self.simpul_kode.get(code, frozenset()) <= self.simpul

    def parts(self, code: str) -> tuple[Nomenklatur, ...]:
        """The parts of a component that are his: all if nobody shares it, else those he names.

        Who shares one and names no part of it has the parts that nobody names.
        """
        children = self.program.anak(code)
        if not self.shared(code):
            return children
        mine = tuple(child for child in children if child.kode in self.milik)
        return mine or tuple(child for child in children if not self.shared(child.kode))

    def partial(self, code: str) -> bool:
        """Whether some of the component's money belongs to the nodes of others only."""
        parts = self.parts(code)
        left = [child for child in self.program.anak(code) if child not in parts]
        return any(child.rupiah(self.tahun) != 0 for child in left) or any(self.partial(child.kode) for child in parts)

    def amount(self, code: str) -> Decimal | None:
        """The budget of a component as far as it is his; None where an amount is missing."""
        entri = self.program.cari(code)
        if entri is None or not self.partial(code):
            return entri.rupiah(self.tahun) if entri else None
        amounts = [self.amount(child.kode) for child in self.parts(code)]
        known = [amount for amount in amounts if amount is not None]
        return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _with_parents(codes: list[str]) -> frozenset[str]:
    found: set[str] = set()
    for code in codes:
        current: str | None = code
        while current is not None:
            found.add(current)
            current = parent_code(current)
    return frozenset(found)


def _heads(codes: list[str], top: JenisKode, program: DaftarProgram) -> list[str]:
    """The components of the top level that the codes belong to, in sheet order.

    A code of another level stands for itself unless one of those is a part of it.
    """
    heads: dict[str, None] = {}
    others: dict[str, None] = {}
    for code in codes:
        current: str | None = code
        while current is not None and kind_of(current) is not top:
            current = parent_code(current)
        if current is not None:
            heads[current] = None
        else:
            others[code] = None
    covered = _with_parents(list(heads))
    chosen = [*heads, *(code for code in others if code not in covered)]
    return sorted((code for code in chosen if code in program), key=program.urutan)


def _row(share: _Bagian, code: str, *, induk: bool = False) -> AnggaranPk:
    entri = share.program.cari(code)
    assert entri is not None  # heads and parts are lines of the sheet
    amount, tahun = share.amount(code), share.tahun
    asal = entri.pagu[tahun].asal if tahun is not None and tahun in entri.pagu else entri.baris.asal
    return AnggaranPk(
        tingkat=(entri.jenis or JenisKode.SUB_KEGIATAN).name.lower(),
        induk=induk,
        kode=entri.kode,
        nama=filled(entri.nama, "nama"),
        anggaran=rupiah(amount) if amount is not None else missing(f"pagu {tahun or ''}".strip(), asal),
        sumber_dana=entri.baris.sumber_dana.bersih,
        sebagian=share.partial(code),
    )


def _nothing(kinerja: tuple[Kinerja, ...], program: DaftarProgram) -> tuple[AnggaranPk, ...]:
    place: CellRef | str = "lembar Program"
    if program.isi and kinerja:
        place = kinerja[0].baris[0].kode.asal
    tanda = missing("program dan anggaran", place)
    return (AnggaranPk("program", False, "", tanda, missing("pagu", ""), "", False),)
