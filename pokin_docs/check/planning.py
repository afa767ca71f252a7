"""Rules P about programs and money (domain.md 2.3, 3.4, 5.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate

from pokin_docs.check.missed_codes import faulty_lines, lines_meant, missed_codes
from pokin_docs.check.row_evidence import doubts
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import (
    KOMPONEN_OF_KODE,
    SAMPLE_KODE,
    CodeKind,
    Nomenklatur,
    ProgramList,
    kind_of,
    parent_code,
    split_codes,
)
from pokin_docs.model.rows import BukuKerja, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, fold_sentence, nearest
from pokin_docs.model.tree import Kinerja
from pokin_docs.model.workbook_spec import LEMBAR, ColumnType

_CHILDREN = {CodeKind.PROGRAM: "kegiatan", CodeKind.KEGIATAN: "sub kegiatan"}


def has_program_sheet(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P30: without programs there is no budget table."""
    if not plan.program.program_lines and not buku.is_unreadable("program"):
        yield temuan("P30", CellRef(buku.lembar.get("program", "")))


def codes_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P01, P02, P03: every node from Sasaran Program down has a code of its kind from the sheet Program.

    A code that Program lacks is one finding, however often it is used; at the line of Program that was meant to have it
    where there is one, else at its first use.
    """
    if not plan.program.program_lines:
        return
    if not buku.has("tahap5", "kode"):
        lembar = buku.title("tahap5")
        yield temuan("B14", lembar, kolom="Kode", lembar=lembar.lembar, usul="")
        return
    known = [entry.kode for entry in plan.program.program_lines]
    doubtful = doubts(buku, plan)
    node_of: dict[CellRef, Kinerja] = {}
    for kinerja in plan.pohon.kinerja:
        node_of |= {row.kode.source: kinerja for row in kinerja.baris}
        jenis = KOMPONEN_OF_KODE.get(kinerja.komponen)
        if jenis is not None and not kinerja.kode and not kinerja.without_budget:
            yield temuan("P01", kinerja.baris[0].kode.source, komponen=kinerja.komponen.label, jenis=jenis.value)
        for row in kinerja.baris:
            for kode in split_codes(row.kode.text):
                wrong = jenis is not None and kind_of(kode) not in (jenis, None)
                if jenis is not None and wrong and kode in plan.program and row.source not in doubtful:
                    yield temuan(
                        "P03", row.kode.source, kode=kode, jenis=jenis.value, komponen=kinerja.komponen.label,
                        contoh=SAMPLE_KODE[jenis],
                    )  # fmt: skip
    missed = missed_codes(buku, plan)
    meant = lines_meant(missed, buku, plan)
    for kode, (places, _) in missed.items():
        if places and kode not in meant:
            proposals = proposal(_similar_code(kode, _may_be_meant(node_of[places[0]], known, plan)))
            also = f" Kode itu juga di {', '.join(map(str, places[1:4]))}." if len(places) > 1 else ""
            yield temuan("P02", places[0], kode=kode, usul=proposals, lain=also)


def codes_follow_the_tree(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P48: the code of a node begins with that of the node above, else it is in the wrong branch (domain.md 5.2).

    Where all nodes below agree on another parent, it is the code above that does not fit. A code that fits nowhere
    (P02, P48) is not held against those below.
    """
    pohon, odd = plan.pohon, set[int]()
    for kinerja in pohon.kinerja:
        place = kinerja.baris[0].kode.source
        below = [node for node in pohon.children(kinerja) if node.kode and kind_of(node.kode[0])]
        parents = {parent_code(node.kode[0]) for node in below}
        agree = len(below) > 1 and len(parents) == 1 and None not in parents
        shaped = bool(kinerja.kode) and all(kind_of(kode) for kode in kinerja.kode)
        if agree and shaped and not _below(below[0].kode[0], kinerja.kode):
            odd.add(kinerja.number)
            reason = f"bukan induk kode di bawahnya, misalnya «{below[0].kode[0]}» ({below[0].baris[0].kode.source})"
            if all(kode in plan.program for kode in kinerja.kode):
                yield temuan("P48", place, kode=", ".join(kinerja.kode), sebab=reason)
            continue
        above = next((node for node in pohon.ancestors(kinerja) if _sound(node, plan, odd)), None)
        for kode in kinerja.kode if above else ():
            assert above is not None
            if kind_of(kode) is not None and not _below(kode, above.kode):
                odd.add(kinerja.number)
                source = above.baris[0].kode.source
                if kode in plan.program:
                    reason = f"bukan bagian dari kode induknya «{', '.join(above.kode)}» ({source})"
                    yield temuan("P48", place, kode=kode, sebab=reason)


def _below(kode: str, above: tuple[str, ...]) -> bool:
    return any(kode == induk or kode.startswith(induk + ".") for induk in above)


def _sound(node: Kinerja, plan: Plan, odd: set[int]) -> bool:
    """Whether the codes of a node can be held against those below."""
    known = any(kind_of(kode) and kode in plan.program for kode in node.kode)
    return known and node.number not in odd


def _may_be_meant(kinerja: Kinerja, known: list[str], plan: Plan) -> list[str]:
    """The codes of Program that a node may have: of its level, and below the code above it where that is one.

    Args:
        kinerja: The node.
        known: The codes of Program.
        plan: The plan.
    """
    jenis, induk = KOMPONEN_OF_KODE.get(kinerja.komponen), plan.pohon.induk(kinerja)
    above = induk.kode if induk is not None and all(kode in plan.program for kode in induk.kode) else ()
    return [kode for kode in known if kind_of(kode) is jenis and (not above or _below(kode, above))]


def _similar_code(kode: str, known: list[str]) -> str | None:
    """The code that was probably meant; Excel eats the last zero of a number (2.10 becomes 2.1)."""
    if f"{kode}0" in known:
        return f"{kode}0"
    return nearest(kode, known, Likeness.MEANT)


def codes_well_formed(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P04, P41, P42, P51: each code once, of the official shape, below a parent that is listed."""
    missed = missed_codes(buku, plan)
    lines = lines_meant(missed, buku, plan)
    places = {line.source for line in lines.values()}
    first: dict[str, CellRef] = {}
    for entry in plan.program.program_lines:
        source = entry.baris.kode.source
        if entry.kode in first:
            one, other = (source, first[entry.kode]) if first[entry.kode] not in places else (first[entry.kode], source)
            yield temuan("P04", one, kode=entry.kode, lain=other)
            continue
        first[entry.kode] = source
        if entry.jenis is None:
            yield temuan("P41", source, kode=entry.kode)
    for kode, (used, below) in missed.items():
        line = lines.get(kode)
        if line is None and below and not used:
            yield temuan("P42", below[0].baris.kode.source, kode=below[0].kode, induk=kode)
        elif line is not None and line.kode and not line.doubled:
            others = used[0] if used else below[0].baris.kode.source
            yield temuan("P51", line.source, kode=line.kode, dicari=kode, lain=others)


def names_given(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B34, P52: every code has its official name, and no two of one kind and parent have the same."""
    first: dict[tuple[str | None, str], CellRef] = {}
    for row in plan.program.program_lines:
        if not row.nama:
            yield temuan("B34", row.nama.source, kolom="Nomenklatur")
            continue
        key = (parent_code(row.kode) or str(row.jenis), fold_sentence(row.nama.text))
        if plan.program.find(row.kode) is row and first.setdefault(key, row.nama.source) != row.nama.source:
            yield temuan("P52", row.nama.source, teks=row.nama.clean, lain=first[key])


def budgets_given(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P43: an amount for the year of the PK and the planned years of the Renstra."""
    columns = {year for row in buku.program[:1] for year in row.pagu}
    if not columns:
        return
    cycle = plan.cycle
    needed = dict.fromkeys(year for year in (cycle.tahun, *cycle.renstra_years[1:]) if year is not None)
    lembar = buku.title("program")
    for year in needed:
        if year not in columns:
            yield temuan("B14", lembar, kolom=f"Pagu {year}", lembar=lembar.lembar, usul="")
    for entry in plan.program.program_lines:
        for year in needed:
            if year in columns and not entry.pagu[year]:
                yield temuan("P43", entry.pagu[year].source, tahun=year, kode=entry.kode)


def money_not_negative(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P49: no amount below zero, on whatever sheet: pagu, cash, what was spent."""
    for lembar in LEMBAR:
        columns = [kolom for kolom in lembar.kolom if kolom.jenis is ColumnType.RUPIAH]
        for row in buku.rows_of(SheetRow, lembar.kunci) if columns else ():
            for kolom in columns:
                cells = getattr(row, kolom.kunci, None)
                for year, isian in cells.items() if isinstance(cells, Mapping) else ((None, cells),):
                    if isian and isian.number is not None and isian.number < 0:
                        title = kolom.title.replace("{tahun}", str(year))
                        yield temuan("P49", isian.source, kolom=title, pagu=isian.clean)


def budgets_add_up(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P05: a program's amount is the sum of its kegiatan, a kegiatan's that of its sub kegiatan.

    Tolerance Rp 1 per summed row: official Renstra differ by sen from rounding (domain.md 2.3). Not said where a code
    or an amount below is at fault already, nor of a program whose kegiatan alone is not the sum of its parts.
    """
    program = plan.program
    missed = set(missed_codes(buku, plan))
    broken = {line.above for line in faulty_lines(buku, plan) if line.doubled or not kind_of(line.kode)}
    spoilt = {above for kode in missed | broken for above in accumulate(kode.split("."), "{}.{}".format)}
    for entry in program.program_lines:
        children = program.children(entry.kode)
        if not children or entry.jenis is None or program.find(entry.kode) is not entry:
            continue
        if entry.kode in spoilt:
            continue
        differing = [(year, *found) for year in entry.pagu if (found := _difference(entry, children, program, year))]
        if differing:
            year, amount, total = differing[0]
            later = ", ".join(str(other) for other, *_ in differing[1:])
            also = f" Begitu pula tahun {later}." if later else ""
            yield temuan(
                "P05", entry.pagu[year].source, tahun=year, kode=entry.kode, pagu=rupiah(amount),
                jumlah_anak=_CHILDREN.get(entry.jenis, "bagian"), jumlah=rupiah(total),
                selisih=rupiah(abs(total - amount)), lain=also,
            )  # fmt: skip


def _difference(
    entry: Nomenklatur, children: tuple[Nomenklatur, ...], program: ProgramList, year: int
) -> tuple[Decimal, Decimal] | None:
    """The amount and the sum of its parts where they differ, and no part is to blame itself."""
    amount = entry.rupiah(year)
    parts = [child.rupiah(year) for child in children]
    if amount is None or None in parts or min(amount, *(part for part in parts if part is not None)) < 0:
        return None
    total = sum((part for part in parts if part is not None), Decimal(0))
    if abs(total - amount) <= len(children):
        return None
    meant = Decimal(0)
    for child, part in zip(children, parts, strict=True):
        below = [grandchild.rupiah(year) for grandchild in program.children(child.kode)]
        whole = bool(below) and None not in below
        meant += sum((one for one in below if one is not None), Decimal(0)) if whole else part or Decimal(0)
    return None if abs(meant - amount) <= len(children) else (amount, total)


RULES = (
    has_program_sheet,
    codes_known,
    codes_follow_the_tree,
    codes_well_formed,
    names_given,
    budgets_given,
    money_not_negative,
    budgets_add_up,
)
