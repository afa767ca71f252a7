"""Rules P about programs and money (domain.md 2.3, 3.4, 5.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.check.row_evidence import doubts
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import (
    CONTOH_KODE,
    JUMLAH,
    KODE_KOMPONEN,
    DaftarProgram,
    JenisKode,
    Nomenklatur,
    kind_of,
    parent_code,
    split_codes,
)
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, fold_sentence, nearest
from pokin_docs.model.tree import Kinerja

_ANAK = {JenisKode.PROGRAM: "kegiatan", JenisKode.KEGIATAN: "sub kegiatan"}


def has_program_sheet(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P30: without programs there is no budget table."""
    if not rencana.program.isi and not buku.tidak_terbaca("program"):
        yield temuan("P30", CellRef(buku.lembar.get("program", "")))


def codes_known(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P01, P02, P03: every node from Sasaran Program down has a code of its kind from the sheet Program.

    A code that Program lacks is one finding, however often it is used; at the line of Program that was meant to have it
    where there is one, else at its first use.
    """
    if not rencana.program.isi:
        return
    if not buku.punya("tahap5", "kode"):
        lembar = buku.judul("tahap5")
        yield temuan("B14", lembar, kolom="Kode", lembar=lembar.lembar, usul="")
        return
    known = [entri.kode for entri in rencana.program.isi]
    doubtful = doubts(buku, rencana)
    for kinerja in rencana.pohon.kinerja:
        jenis = KODE_KOMPONEN.get(kinerja.komponen)
        if jenis is not None and not kinerja.kode:
            yield temuan("P01", kinerja.baris[0].kode.asal, komponen=kinerja.komponen.label, jenis=jenis.value)
        for row in kinerja.baris:
            for kode in split_codes(row.kode.teks):
                wrong = jenis is not None and kind_of(kode) not in (jenis, None)
                if jenis is not None and wrong and kode in rencana.program and row.baris not in doubtful:
                    yield temuan(
                        "P03", row.kode.asal, kode=kode, jenis=jenis.value, komponen=kinerja.komponen.label,
                        contoh=CONTOH_KODE[jenis],
                    )  # fmt: skip
    for kode, (places, _) in _missed(buku, rencana).items():
        if places and _line_of(kode, buku, rencana) is None:
            usul = proposal(_similar_code(kode, known))
            juga = f" Kode itu juga di {', '.join(map(str, places[1:4]))}." if len(places) > 1 else ""
            yield temuan("P02", places[0], kode=kode, usul=usul, lain=juga)


def _missed(buku: BukuKerja, rencana: Rencana) -> dict[str, tuple[list[CellRef], list[Nomenklatur]]]:
    """The codes that Program lacks: the cells of Tahap 5 that use each, and its lines that stand below it."""
    missed: dict[str, tuple[list[CellRef], list[Nomenklatur]]] = {}
    for kinerja in rencana.pohon.kinerja:
        for row in kinerja.baris:
            for kode in split_codes(row.kode.teks):
                if kode not in rencana.program:
                    missed.setdefault(kode, ([], []))[0].append(row.kode.asal)
    for entri in rencana.program.isi:
        induk = parent_code(entri.kode)
        if induk is not None and induk not in rencana.program and rencana.program.cari(entri.kode) is entri:
            missed.setdefault(induk, ([], []))[1].append(entri)
    return missed


@dataclass(frozen=True)
class _Baris:
    """A line of Program whose code cannot be its own, or is missing; ``atas`` and ``bawah`` are the codes beside it."""

    asal: CellRef
    kode: str
    atas: str
    bawah: str
    ganda: bool

    def may_be(self, kode: str, uses: int) -> bool:
        """Whether a code that is missed, and used so often, was meant to stand here."""
        if kind_of(kode) is None or not self.atas < kode or (self.bawah and kode >= self.bawah):
            return False
        if kind_of(self.kode) is None:
            return not self.kode or nearest(kode, (self.kode,), cutoff=0.8) is not None
        return self.ganda or uses > 1  # of two cells that differ, Tahap 5 is the likelier to be wrong


def _line_of(kode: str, buku: BukuKerja, rencana: Rencana) -> _Baris | None:
    """The line of Program at which a code that is missed was meant to stand."""
    places, below = _missed(buku, rencana).get(kode, ([], []))
    lines = _faulty_lines(buku, rencana)
    return next((line for line in lines if line.may_be(kode, len(places) + len(below))), None)


def _faulty_lines(buku: BukuKerja, rencana: Rencana) -> tuple[_Baris, ...]:
    """The lines of Program that have no code, no code of the official shape, one twice, or one that nobody uses."""
    wanted = {kode for kinerja in rencana.pohon.kinerja for kode in kinerja.kode}
    wanted |= {induk for entri in rencana.program.isi if (induk := parent_code(entri.kode))}
    codes = [(next(iter(split_codes(row.kode.teks)), ""), row) for row in buku.program]
    counts = Counter(kode for kode, _ in codes)
    lines: list[_Baris] = []
    for nomor, (kode, row) in enumerate(codes):
        total = fold(row.nomenklatur.teks).split(" ")[0] in JUMLAH or not any(row.pagu.values())
        if (not kode and total) or (kind_of(kode) and kode in wanted and counts[kode] == 1):
            continue
        above = next((code for code, _ in reversed(codes[:nomor]) if kind_of(code)), "")
        below = next((code for code, _ in codes[nomor + 1 :] if kind_of(code)), "")
        lines.append(_Baris(row.kode.asal, kode, above, below, bool(kode) and counts[kode] > 1))
    return tuple(lines)


def codes_follow_the_tree(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P48: the code of a node begins with that of the node above, else it is in the wrong branch (domain.md 5.2).

    Where all nodes below agree on another parent, it is the code above that does not fit. A code that fits nowhere
    (P02, P48) is not held against those below.
    """
    pohon, odd = rencana.pohon, set[int]()
    for kinerja in pohon.kinerja:
        place = kinerja.baris[0].kode.asal
        below = [node for node in pohon.anak(kinerja) if node.kode and kind_of(node.kode[0])]
        parents = {parent_code(node.kode[0]) for node in below}
        agree = len(below) > 1 and len(parents) == 1 and None not in parents
        shaped = bool(kinerja.kode) and all(kind_of(kode) for kode in kinerja.kode)
        if agree and shaped and not _below(below[0].kode[0], kinerja.kode):
            odd.add(kinerja.nomor)
            sebab = f"bukan induk kode di bawahnya, misalnya «{below[0].kode[0]}» ({below[0].baris[0].kode.asal})"
            if all(kode in rencana.program for kode in kinerja.kode):
                yield temuan("P48", place, kode=", ".join(kinerja.kode), sebab=sebab)
            continue
        above = next((node for node in pohon.leluhur(kinerja) if _sound(node, rencana, odd)), None)
        for kode in kinerja.kode if above else ():
            assert above is not None
            if kind_of(kode) is not None and not _below(kode, above.kode):
                odd.add(kinerja.nomor)
                asal = above.baris[0].kode.asal
                if kode in rencana.program:
                    sebab = f"bukan bagian dari kode induknya «{', '.join(above.kode)}» ({asal})"
                    yield temuan("P48", place, kode=kode, sebab=sebab)


def _below(kode: str, above: tuple[str, ...]) -> bool:
    return any(kode == induk or kode.startswith(induk + ".") for induk in above)


def _sound(node: Kinerja, rencana: Rencana, odd: set[int]) -> bool:
    """Whether the codes of a node can be held against those below."""
    known = any(kind_of(kode) and kode in rencana.program for kode in node.kode)
    return known and node.nomor not in odd


def _similar_code(kode: str, known: list[str]) -> str | None:
    """The code that was probably meant; Excel eats the last zero of a number (2.10 becomes 2.1)."""
    if f"{kode}0" in known:
        return f"{kode}0"
    return nearest(kode, known, cutoff=0.8)


def codes_well_formed(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P04, P41, P42, P51: each code once, of the official shape, below a parent that is listed."""
    missed = _missed(buku, rencana)
    lines = {kode: line for kode in missed if (line := _line_of(kode, buku, rencana))}
    places = {line.asal for line in lines.values()}
    first: dict[str, CellRef] = {}
    for entri in rencana.program.isi:
        asal = entri.baris.kode.asal
        if entri.kode in first:
            one, other = (asal, first[entri.kode]) if first[entri.kode] not in places else (first[entri.kode], asal)
            yield temuan("P04", one, kode=entri.kode, lain=other)
            continue
        first[entri.kode] = asal
        if entri.jenis is None:
            yield temuan("P41", asal, kode=entri.kode)
    for kode, (used, below) in missed.items():
        line = lines.get(kode)
        if line is None and below and not used:
            yield temuan("P42", below[0].baris.kode.asal, kode=below[0].kode, induk=kode)
        elif line is not None and line.kode and not line.ganda:
            lain = used[0] if used else below[0].baris.kode.asal
            yield temuan("P51", line.asal, kode=line.kode, dicari=kode, lain=lain)


def support_program_used(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S38: the money of the Sekretariat (program code ending in .01) stands behind some kinerja (LKE 88/2021 1.b.10).

    Said only where no unit of Pejabat is without kinerja: else S12 names the unit.
    """
    used = {kode for kinerja in rencana.pohon.kinerja for kode in kinerja.kode}
    if not used or any(rencana.unit_tanpa_kinerja):
        return
    for entri in rencana.program.pada(JenisKode.PROGRAM):
        below = entri.kode + "."
        if entri.kode.endswith(".01") and not any(f"{kode}.".startswith(below) for kode in used):
            yield temuan("S38", entri.baris.kode.asal, kode=entri.kode, nama=entri.nama.bersih)


def names_given(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """B34, P52: every code has its official name, and no two of one kind and parent have the same."""
    first: dict[tuple[str | None, str], CellRef] = {}
    for row in rencana.program.isi:
        if not row.nama:
            yield temuan("B34", row.nama.asal, kolom="Nomenklatur")
            continue
        key = (parent_code(row.kode) or str(row.jenis), fold_sentence(row.nama.teks))
        if rencana.program.cari(row.kode) is row and first.setdefault(key, row.nama.asal) != row.nama.asal:
            yield temuan("P52", row.nama.asal, teks=row.nama.bersih, lain=first[key])


def budgets_given(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P43: an amount for the year of the PK and the planned years of the Renstra."""
    columns = {year for row in buku.program[:1] for year in row.pagu}
    if not columns:
        return
    siklus = rencana.siklus
    needed = dict.fromkeys(year for year in (siklus.tahun, *siklus.tahun_renstra[1:]) if year is not None)
    lembar = buku.judul("program")
    for year in needed:
        if year not in columns:
            yield temuan("B14", lembar, kolom=f"Pagu {year}", lembar=lembar.lembar, usul="")
    for entri in rencana.program.isi:
        blank = [year for year in needed if year in columns and not entri.pagu[year]]
        if blank:
            yield temuan("P43", entri.pagu[blank[0]].asal, tahun=", ".join(map(str, blank)), kode=entri.kode)


def budgets_not_negative(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P49: no budget below zero."""
    for entri in rencana.program.isi:
        for isian in entri.pagu.values():
            if isian.angka is not None and isian.angka < 0:
                yield temuan("P49", isian.asal, pagu=isian.bersih)


def budgets_add_up(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P05: a program's amount is the sum of its kegiatan, a kegiatan's that of its sub kegiatan.

    Tolerance Rp 1 per summed row: official Renstra differ by sen from rounding (domain.md 2.3). Not said where a code
    or an amount below is at fault already, nor of a program whose kegiatan alone is not the sum of its parts.
    """
    program = rencana.program
    missed = set(_missed(buku, rencana))
    broken = {line.atas for line in _faulty_lines(buku, rencana) if line.ganda or not kind_of(line.kode)}
    for entri in program.isi:
        children = program.anak(entri.kode)
        if not children or entri.jenis is None or program.cari(entri.kode) is not entri:
            continue
        if entri.kode in broken or any(_below(kode, (entri.kode,)) for kode in missed | broken):
            continue
        differing = [(year, *found) for year in entri.pagu if (found := _difference(entri, children, program, year))]
        if differing:
            year, amount, total = differing[0]
            later = ", ".join(str(other) for other, *_ in differing[1:])
            juga = f" Begitu pula tahun {later}." if later else ""
            yield temuan(
                "P05", entri.pagu[year].asal, tahun=year, kode=entri.kode, pagu=rupiah(amount),
                jumlah_anak=_ANAK.get(entri.jenis, "bagian"), jumlah=rupiah(total),
                selisih=rupiah(abs(total - amount)), lain=juga,
            )  # fmt: skip


def _difference(
    entri: Nomenklatur, children: tuple[Nomenklatur, ...], program: DaftarProgram, year: int
) -> tuple[Decimal, Decimal] | None:
    """The amount and the sum of its parts where they differ, and no part is to blame itself."""
    amount = entri.rupiah(year)
    parts = [child.rupiah(year) for child in children]
    if amount is None or None in parts or min(amount, *(part for part in parts if part is not None)) < 0:
        return None
    total = sum((part for part in parts if part is not None), Decimal(0))
    if abs(total - amount) <= len(children):
        return None
    meant = Decimal(0)
    for child, part in zip(children, parts, strict=True):
        below = [grandchild.rupiah(year) for grandchild in program.anak(child.kode)]
        whole = bool(below) and None not in below
        meant += sum((one for one in below if one is not None), Decimal(0)) if whole else part or Decimal(0)
    return None if abs(meant - amount) <= len(children) else (amount, total)


RULES = (
    has_program_sheet,
    codes_known,
    codes_follow_the_tree,
    codes_well_formed,
    support_program_used,
    names_given,
    budgets_given,
    budgets_not_negative,
    budgets_add_up,
)
