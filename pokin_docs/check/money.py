"""Rules P about the money that the PKs promise: each class against its programs, and what no kinerja points to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pokin_docs.check.planning import budgets_add_up
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import (
    KOMPONEN_OF_KODE,
    CodeKind,
    Nomenklatur,
    kind_of,
    parent_code,
    split_codes,
    with_parents,
)
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.shares import ClassTotal, Gap, GapCause, PortionKind
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import Kinerja

_NAMED = 6
"""Components that one finding names; of more it says how many, and their money."""
_UNITS = ((Decimal(10) ** 12, "triliun"), (Decimal(10) ** 9, "miliar"), (Decimal(10) ** 6, "juta"))


def classes_add_up(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P73, P74: the PKs of a class together hold the money of the programs they have to do with, or why not.

    What another finding tells to the rupiah is not told again: that no kinerja points to a part (P75), that the shares
    of Bagian are not the whole (P77), that a program is not the sum of its parts (P05).
    """
    told_by = {
        GapCause.NO_KINERJA: {entry.kode for entry in idle_components(buku, plan)},
        GapCause.PARTS_DIFFER: set(_told_of_sums(buku, plan)),
    }
    for pk_class in plan.shares.classes:
        held = [total for total in plan.shares.of_class(pk_class) if total.held]
        totals = [total for total in held if total.total is not None]
        gaps = [gap for total in totals for gap in total.gaps]
        told = all(gap.cause is GapCause.STATED or gap.kode in told_by.get(gap.cause, ()) for gap in gaps)
        several = sum(gap.cause is GapCause.STATED for gap in gaps) > 1  # each is told, their sum is not
        if not told or several or len({gap.cause for gap in gaps}) > 1:
            unknown = [total.kode for total in held if total.total is None]
            yield _difference(plan, pk_class, totals, gaps, unknown)


def _told_of_sums(buku: BukuKerja, plan: Plan) -> Iterator[str]:
    """The lines of which is said that they, or a part, are not the sum of their parts in the PK year, or below zero."""
    tahun = plan.cycle.tahun
    for finding in budgets_add_up(buku, plan):
        told = dict(finding.details)
        if told["tahun"] == str(tahun):
            yield from (told["kode"], parent_code(told["kode"]) or "")
    for entry in plan.program.program_lines:
        if (entry.rupiah(tahun) or 0) < 0:
            yield from (entry.kode, parent_code(entry.kode) or "")


def _difference(plan: Plan, pk_class: JenisPk, totals: list[ClassTotal], gaps: list[Gap], unknown: list[str]) -> Temuan:
    """P73, P74: what the PKs of a class hold of the programs whose money is known, and why that is not all.

    Args:
        plan: The plan.
        pk_class: The class.
        totals: What it holds of each of these programs.
        gaps: Why that is not all of them.
        unknown: The other programs, which lack an amount.
    """
    wrong = next(total for total in totals if total.gaps)
    entry = plan.program.find(wrong.kode)
    assert entry is not None  # totals are those of lines of the sheet
    tahun = plan.cycle.tahun
    pagu = sum((total.pagu or Decimal(0) for total in totals), Decimal(0))
    total = sum((total.total or Decimal(0) for total in totals), Decimal(0))
    left = (f"belum dihitung karena pagunya belum lengkap: {', '.join(unknown)}",) if unknown else ()
    twice = any(gap.cause is GapCause.PRINTED_TWICE for gap in gaps)
    return temuan(
        "P73" if twice else "P74",
        entry.pagu[tahun].source if tahun is not None and tahun in entry.pagu else entry.baris.kode.source,
        jenis_pk=pk_class.label, jumlah=rupiah(total), pagu=rupiah(pagu), selisih=_apart(total - pagu),
        sebab="; ".join((_reasons(gaps), *left)), jalan=_remedy(plan, gaps),
    )  # fmt: skip


def _apart(amount: Decimal) -> str:
    """How a total stands to what it should be; what is too much of one may hide what another lacks."""
    if not amount:
        return "sama dengan"
    return f"{'lebih' if amount > 0 else 'kurang'} Rp{rupiah(abs(amount))} dari"


def _remedy(plan: Plan, gaps: list[Gap]) -> str:
    """What to do about P74: where only a parent is not the sum of its parts, its own amount may be the wrong one."""
    if any(gap.cause is not GapCause.PARTS_DIFFER for gap in gaps):
        return "Isi Pemilik atau kode yang kurang bila pagu itu seharusnya dijanjikan; biarkan bila memang tidak."
    tahun = plan.cycle.tahun
    cells = [
        f"«{entry.kode}» ({entry.pagu[tahun].source})"
        for kode in dict.fromkeys(gap.kode for gap in gaps)
        if (entry := plan.program.find(kode)) is not None and tahun is not None and tahun in entry.pagu
    ]
    small = all(abs(gap.amount) < 1000 for gap in gaps)
    also = " Selisih di bawah Rp1.000 biasanya karena pembulatan." if small else ""
    return f"Periksa pagu induk {', '.join(cells[:_NAMED])}: samakan dengan jumlah bagiannya, atau betulkan itu.{also}"


def _reasons(gaps: list[Gap]) -> str:
    named = [
        f"«{gap.kode}» {gap.cause.value} ({'lebih' if gap.amount < 0 else 'kurang'} Rp{rupiah(abs(gap.amount))})"
        for gap in gaps[:_NAMED]
    ]
    rest = gaps[_NAMED:]
    if rest:
        net = sum((gap.amount for gap in rest), Decimal(0))
        named.append(f"dan {len(rest)} lainnya ({'lebih' if net < 0 else 'kurang'} Rp{rupiah(abs(net))})")
    return "; ".join(named)


def units_have_money(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P120: who leads a unit has money of his own, where that of his components stands in the PK of another unit.

    A lurah answers for what his kelurahan spends (PP 17/2018), as the head of a UPTD does.
    """
    coded: dict[str, Kinerja] = {}
    for node in plan.pohon.kinerja:
        for owner in node.pemilik if node.kode else ():
            coded.setdefault(owner, node)
    for key, heads in plan.shares.heads.items():
        post, own = plan.shares.posts.get(key), plan.shares.portions.get(key, {})
        if post is None or not heads or not post.bidang or key.pk_class is JenisPk.JF_JP:
            continue
        if not all(own[head].kind is PortionKind.JOINT for head in heads):
            continue
        holders = [plan.shares.posts.get(other) for head in heads for other in own[head].holders if other != key]
        having = next((other for other in holders if other is not None), None)
        node_of_his = coded.get(post.id)
        cell = _cell_of(node_of_his, post.id) if node_of_his is not None else None
        if having is not None and cell is not None and fold(having.bidang) != fold(post.bidang):
            yield temuan(
                "P120", cell, jabatan=post.full_jabatan, id=post.id, kode="», «".join(heads), lain=having.full_jabatan,
                sel=cell,
            )  # fmt: skip


def _cell_of(node: Kinerja, post: str) -> CellRef:
    """The cell with the code of an official's own row of a node."""
    rows = [indikator.baris for indikator in node.indikator if post in indikator.pemilik]
    return next((row.kode.source for row in rows if row.kode), node.baris[0].kode.source)


def components_used(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P75: a kinerja stands behind every program, kegiatan and sub kegiatan, and so behind all the money.

    Of a level that the tree does not reach nothing is said, nor of what a row without its code, or with a wrong one,
    may have meant.
    """
    idle = idle_components(buku, plan)
    if idle:
        tahun = plan.cycle.tahun
        yield temuan(
            "P75", idle[0].baris.kode.source, jumlah=_amount(idle, plan), tahun=f" pada {tahun}" if tahun else "",
            kode=_listed(idle, tahun), kelas=_short_classes(plan, {entry.kode for entry in idle}),
        )  # fmt: skip


def idle_components(buku: BukuKerja, plan: Plan) -> list[Nomenklatur]:
    """The lines of Program with money that no kinerja points to, without the parts of such lines."""
    used = {code for row in buku.tahap5 for code in split_codes(row.kode.text)}
    used |= {code for node in plan.pohon.kinerja for code in node.kode}
    kinds = {kind_of(code) for code in used if code in plan.program}
    named = {parent for code in used for parent in with_parents(code)}
    doubtful = tuple(_doubtful(plan))
    idle: list[Nomenklatur] = []

    def is_meant(entry: Nomenklatur) -> bool:
        return any(_may_mean(entry, kind, above) for kind, above in doubtful)

    def look(entries: Iterable[Nomenklatur]) -> None:
        for entry in entries:
            if entry.kode in named:
                look(plan.program.children(entry.kode))
            elif entry.jenis in kinds and entry.rupiah(plan.cycle.tahun) != 0 and not is_meant(entry):
                idle.append(entry)

    look(plan.program.roots)
    return idle


def _doubtful(plan: Plan) -> Iterator[tuple[CodeKind, tuple[str, ...]]]:
    """The kind of each code that a node lacks or has wrong, and the codes above; none above: any may be meant."""
    for node in plan.pohon.kinerja:
        kind = KOMPONEN_OF_KODE.get(node.komponen)
        if kind is None or node.without_budget:
            continue
        above = next((codes for up in plan.pohon.ancestors(node) if (codes := _known(up, plan))), ())
        codes = _known(node, plan)
        fits = codes and all(kind_of(code) is kind and _is_below(code, above) for code in codes)
        if not fits or len(codes) < len(node.kode):
            yield kind, above


def _known(node: Kinerja, plan: Plan) -> tuple[str, ...]:
    return tuple(code for code in node.kode if code in plan.program)


def _is_below(code: str, above: tuple[str, ...]) -> bool:
    return not above or any(f"{code}.".startswith(f"{parent}.") for parent in above)


def _may_mean(entry: Nomenklatur, kind: CodeKind, above: tuple[str, ...]) -> bool:
    """Whether a node that should have a code of that kind may mean a line, or a part of it."""
    kinds = list(CodeKind)
    return entry.jenis is not None and kinds.index(entry.jenis) >= kinds.index(kind) and _is_below(entry.kode, above)


def _amount(idle: list[Nomenklatur], plan: Plan) -> str:
    """``7,1 dari 14,4 miliar (Rp7.105.655.000 dari Rp14.417.255.000)``; how many they are where no amount is known."""
    tahun = plan.cycle.tahun
    amounts = [entry.rupiah(tahun) for entry in idle]
    every = [entry.rupiah(tahun) for entry in plan.program.roots]
    if None in amounts or None in every:
        return f"{len(idle)} program, kegiatan, atau sub kegiatan"
    part, whole = (sum((amount for amount in found if amount), Decimal(0)) for found in (amounts, every))
    exact = f"Rp{rupiah(part)} dari Rp{rupiah(whole)}"
    unit = next(((size, name) for size, name in _UNITS if part * 10 >= size), None)
    if unit is None:
        return exact
    size, name = unit
    short = (f"{amount / size:.1f}".replace(".", ",") for amount in (part, whole))
    return f"{' dari '.join(short)} {name} ({exact})"


def _listed(idle: list[Nomenklatur], tahun: int | None) -> str:
    def told(entry: Nomenklatur) -> str:
        amount = entry.rupiah(tahun)
        return f"«{entry.kode} {entry.nama.clean}»" + (f" Rp{rupiah(amount)}" if amount is not None else "")

    rest = idle[_NAMED:]
    known = [amount for entry in rest if (amount := entry.rupiah(tahun)) is not None]
    money = f" Rp{rupiah(sum(known, Decimal(0)))}" if len(known) == len(rest) else ""
    more = [f"dan {len(rest)} lainnya ({', '.join(entry.kode for entry in rest)}){money}"] if rest else []
    return "; ".join([*map(told, idle[:_NAMED]), *more])


def _short_classes(plan: Plan, idle: set[str]) -> str:
    """By how much the classes therefore fall short of their programs, where nothing else is the reason."""
    short: list[str] = []
    for pk_class in plan.shares.classes:
        totals = [total for total in plan.shares.of_class(pk_class) if total.held and total.total is not None]
        gaps = [gap for total in totals for gap in total.gaps]
        if gaps and all(gap.cause is GapCause.NO_KINERJA and gap.kode in idle for gap in gaps):
            difference = sum((total.difference for total in totals), Decimal(0))
            short.append(f"{pk_class.label} kurang Rp{rupiah(difference)}")
    return f" Karena itu {', '.join(short)} dari pagu programnya." if short else ""


RULES = (classes_add_up, units_have_money, components_used)
