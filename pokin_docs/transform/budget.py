"""The budget table of a PK (domain.md 1.5): which components, in which order, with which amounts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pokin_docs.model.cetak import rupiah
from pokin_docs.model.documents import AnggaranPk, Teks, filled, missing
from pokin_docs.model.jenjang import JenisPk
from pokin_docs.model.pohon import Kinerja, PohonKinerja
from pokin_docs.model.program import DaftarProgram, JenisKode, Nomenklatur, kind_of, parent_code
from pokin_docs.model.source import CellRef

_SUSUNAN: dict[JenisPk, tuple[JenisKode, JenisKode | None]] = {
    JenisPk.JPT: (JenisKode.PROGRAM, None),
    JenisPk.ESS_3: (JenisKode.PROGRAM, JenisKode.KEGIATAN),
    JenisPk.SUB_KOORDINATOR_JF: (JenisKode.KEGIATAN, JenisKode.SUB_KEGIATAN),
    JenisPk.JF_JP: (JenisKode.SUB_KEGIATAN, None),
}
_DEPTH = list(JenisKode)


def build_program_list(entries: Iterable[Nomenklatur]) -> DaftarProgram:
    """The sheet Program as a list that knows its tree."""
    return DaftarProgram(tuple(entries))


def budget_table(
    kelas: JenisPk,
    kinerja: tuple[Kinerja, ...],
    pohon: PohonKinerja,
    program: DaftarProgram,
    tahun: int | None,
    *,
    seluruhnya: bool,
) -> tuple[tuple[AnggaranPk, ...], Teks]:
    """The rows of a PK's budget table and its total.

    A component appears once however many kinerja it serves. A program or kegiatan that is only partly under
    this official counts only those parts, so that the PKs of all officials of one class add up to the whole.

    Args:
        kelas: PK class; gives the two levels shown.
        kinerja: The nodes the official owns.
        pohon: The tree, for what lies below them.
        program: The sheet Program.
        tahun: Year of the amounts.
        seluruhnya: Every program of the sheet belongs to this official (the only JPT), also those without a node.
    """
    top, below = _SUSUNAN[kelas]
    codes = list(dict.fromkeys(code for node in kinerja for part in pohon.subpohon(node) for code in part.kode))
    if seluruhnya and program.pada(JenisKode.PROGRAM):
        heads = [entri.kode for entri in program.pada(JenisKode.PROGRAM)]
    else:
        heads = _heads(codes, top, program)
    if not heads:
        return _nothing(kinerja, program), missing("jumlah anggaran", "")
    rows: list[AnggaranPk] = []
    amounts: list[Decimal | None] = []
    for code in heads:
        part_rows, amount = _component(program, code, codes, below, tahun)
        rows.extend(part_rows)
        amounts.append(amount)
    if any(amount is None for amount in amounts):
        return tuple(rows), missing("jumlah anggaran", "")
    return tuple(rows), rupiah(sum((amount for amount in amounts if amount is not None), Decimal(0)))


def _heads(codes: list[str], top: JenisKode, program: DaftarProgram) -> list[str]:
    """The components of the top level that the codes belong to, in sheet order; a higher code stands for itself."""
    heads: dict[str, None] = {}
    higher: dict[str, None] = {}
    for code in codes:
        current: str | None = code
        while current is not None and kind_of(current) is not top:
            current = parent_code(current)
        if current is not None:
            heads[current] = None
        elif kind_of(code) is not None:
            higher[code] = None
    chosen = [code for code in (heads or higher) if code in program]
    return sorted(chosen, key=lambda code: entri.baris.baris if (entri := program.cari(code)) else 0)


def _component(
    program: DaftarProgram, code: str, codes: list[str], below: JenisKode | None, tahun: int | None
) -> tuple[list[AnggaranPk], Decimal | None]:
    entri = program.cari(code)
    assert entri is not None  # _heads only yields codes of the sheet
    children = _children(program, code, codes) if below is not None else []
    amount = entri.rupiah(tahun)
    whole = program.anak(code)
    partial = bool(children) and len(children) < len(whole) and any(
        rest.rupiah(tahun) for rest in whole if rest not in children
    )  # fmt: skip
    if partial:
        parts = [child.rupiah(tahun) for child in children]
        amount = None if None in parts else sum((part for part in parts if part is not None), Decimal(0))
    rows = [_row(entri, amount, tahun, induk=bool(children), sebagian=partial)]
    rows.extend(_row(child, child.rupiah(tahun), tahun) for child in children)
    return rows, amount


def _children(program: DaftarProgram, code: str, codes: list[str]) -> list[Nomenklatur]:
    """The parts of a component that the official's tree names; all of them when it names none."""
    named = set(codes) | {induk for kode in codes if (induk := parent_code(kode))}
    children = program.anak(code)
    return [child for child in children if child.kode in named] or list(children)


def _row(
    entri: Nomenklatur, amount: Decimal | None, tahun: int | None, *, induk: bool = False, sebagian: bool = False
) -> AnggaranPk:
    asal = entri.pagu[tahun].asal if tahun is not None and tahun in entri.pagu else entri.baris.asal
    jenis = entri.jenis or JenisKode.SUB_KEGIATAN
    return AnggaranPk(
        tingkat=jenis.name.lower(),
        induk=induk,
        kode=entri.kode,
        nama=filled(entri.nama, "nama"),
        anggaran=rupiah(amount) if amount is not None else missing(f"pagu {tahun or ''}".strip(), asal),
        sumber_dana=entri.baris.sumber_dana.bersih,
        sebagian=sebagian,
    )


def _nothing(kinerja: tuple[Kinerja, ...], program: DaftarProgram) -> tuple[AnggaranPk, ...]:
    place: CellRef | str = "lembar Program"
    if program.isi and kinerja:
        place = kinerja[0].baris[0].kode.asal
    tanda = missing("program dan anggaran", place)
    return (AnggaranPk("program", False, "", tanda, missing("pagu", ""), "", False),)
