"""The column Bagian of Tahap 5: what each owner has of the pagu of the codes in his row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pokin_docs.model.cell_words import PARTING
from pokin_docs.model.findings import FindingLog, temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.printing import number_text, rupiah
from pokin_docs.model.programs import ProgramList, split_codes
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja
from pokin_docs.model.typed_values import read_amount, read_share

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class StatedShare:
    """What one owner has of a code: per cent of its pagu, or rupiah of the PK year; ``typed`` is all his cell says."""

    kode: str
    post: str
    node: int
    value: Decimal
    per_cent: bool
    source: CellRef
    typed: str = ""


StatedShares = Mapping[tuple[str, JenisPk | None], tuple[StatedShare, ...]]
"""By code and class of the owners, in order of rows and owners, each owner once."""


def read_stated_shares(
    pohon: PohonKinerja, class_of_post: Mapping[str, JenisPk], program: ProgramList, tahun: int | None, log: FindingLog
) -> StatedShares:
    """The shares that can be used; what is wrong with the others, or with their sum, goes into the log.

    Args:
        pohon: The tree.
        class_of_post: PK class of every post that has a PK.
        program: The sheet Program, for the pagu that shares must reach.
        tahun: Year of the pagu; None where nobody said, and rupiah are held against nothing.
        log: Takes what is found.
    """
    filled = [(node, item) for node in pohon.kinerja for item in node.indikator if item.baris.bagian]
    if filled and not any(map(read_share, (value for _, item in filled for value in _values(item.baris.bagian)))):
        first = filled[0][1].baris.bagian  # the name of a division, in a workbook of theirs
        log.note("P76", first.source, teks=first.clean, sebab="kolom ini tidak berisi bagian pagu satu pun")
        return {}
    found: dict[tuple[str, JenisPk | None], list[StatedShare]] = {}
    for node, item in filled:
        for share in _shares_of_row(node, item, log):
            if share.kode in program:
                # A post without a paper, such as a vacant one, has its share among the owners of its row all the same.
                pk_class = class_of_post.get(share.post, node.jenis_pk)
                _add(found.setdefault((share.kode, pk_class), []), share, log)
    for (kode, _), shares in found.items():
        _tell_sum(kode, shares, program, tahun, log)
    return {key: tuple(shares) for key, shares in found.items()}


def amounts_of(shares: tuple[StatedShare, ...], pagu: Decimal) -> tuple[Decimal, ...]:
    """Rupiah of each share, whole ones: parts of 100 per cent are exactly the pagu together."""
    amounts: list[Decimal] = []
    per_cent = before = Decimal(0)
    for share in shares:
        if not share.per_cent:
            amounts.append(share.value)
            continue
        per_cent += share.value
        exact = pagu * per_cent / _HUNDRED
        until = pagu if per_cent == _HUNDRED else exact.quantize(Decimal(1), ROUND_HALF_UP)
        amounts.append(until - before)
        before = until
    return tuple(amounts)


def _shares_of_row(node: Kinerja, item: Indikator, log: FindingLog) -> Iterator[StatedShare]:
    row = item.baris
    codes = split_codes(row.kode.text) or split_codes(node.baris[0].kode.text)
    values = _values(row.bagian)
    read = [_read(value, row.bagian if len(values) == 1 else None) for value in values]
    reason = _why_unusable(item, codes, read, values)
    if reason:
        log.note("P76", row.bagian.source, teks=row.bagian.clean, sebab=reason)
        return
    shares = [share for share in read if share is not None]
    per_cent = next((kind for _, kind in shares if kind is not None), True)
    for kode in codes:
        for post, (value, _) in zip(item.pemilik, shares, strict=True):
            yield StatedShare(kode, post, node.number, value, per_cent, row.bagian.source, row.bagian.clean)


def _values(bagian: Isian) -> list[str]:
    return [part.strip() for part in PARTING.split(bagian.text.strip(" ;\n"))]


def _read(text: str, cell: Isian | None) -> tuple[Decimal, bool | None] | None:
    """A value; of a cell that is a number all its digits, not only those that its format shows."""
    share = read_share(text)
    if share is None or cell is None or cell.number is None or read_amount(text) is not None:
        return share
    exact = cell.number * _HUNDRED if "%" in text else cell.number
    return exact, share[1]


def _why_unusable(
    item: Indikator, codes: tuple[str, ...], shares: list[tuple[Decimal, bool | None] | None], values: list[str]
) -> str:
    kinds = {share[1] for share in shares if share is not None and share[1] is not None}
    unread = next((value for value, share in zip(values, shares, strict=True) if share is None), None)
    if not codes:
        return "baris ini tidak mempunyai Kode"
    if not item.pemilik:
        return "baris ini tidak mempunyai Pemilik"
    if unread is not None:
        return f"«{unread}» bukan persen dan bukan rupiah"
    if len(values) != len(item.pemilik):
        return f"isinya {len(values)} nilai, sedangkan pemiliknya {len(item.pemilik)} ({'; '.join(item.pemilik)})"
    if any(share is not None and share[0] < 0 for share in shares):
        return "ada nilai kurang dari nol"
    if len(kinds) > 1:
        return "persen dan rupiah tercampur"
    if kinds == {False} and len(codes) > 1:
        return f"rupiah tidak dapat dibagi ke {len(codes)} kode; pakai persen, atau pisahkan barisnya"
    return ""


def _add(shares: list[StatedShare], share: StatedShare, log: FindingLog) -> None:
    """Add a share to those of its code, unless it says again or otherwise what another row says."""
    if shares and shares[0].per_cent is not share.per_cent and shares[0].value and share.value:
        reason = f"kode «{share.kode}» di {shares[0].source} dibagi dengan cara lain (persen atau rupiah)"
        other_way = temuan("P76", share.source, teks=share.typed, sebab=reason)
        if other_way not in log.entries:  # once for all values of the cell
            log.add((other_way,))
        return
    same = next((other for other in shares if other.post == share.post), None)
    if same is None:
        shares.append(share)
    elif same.value != share.value:
        _tell_otherwise(share, same, log)


def _tell_otherwise(share: StatedShare, same: StatedShare, log: FindingLog) -> None:
    """P78, once for all that a cell says otherwise than another cell."""
    details = {"id": share.post, "kode": share.kode, "teks": _shown(share), "dipakai": _shown(same)}
    told = next((one for one in log.entries if one.kode == "P78" and one.tempat == share.source
                 and dict(one.details)["lain"] == str(same.source)), None)  # fmt: skip
    if told is not None:
        for name, before in told.details:
            if name in details:
                parting = "», «" if name == "kode" else "; "
                details[name] = parting.join(dict.fromkeys((*before.split(parting), details[name])))
        log.entries.remove(told)
    log.note("P78", share.source, **details, lain=same.source)


def _tell_sum(kode: str, shares: list[StatedShare], program: ProgramList, tahun: int | None, log: FindingLog) -> None:
    entry = program.find(kode)
    pagu = entry.rupiah(tahun) if entry else None
    per_cent = shares[0].per_cent
    total = sum((share.value for share in shares), Decimal(0))
    whole = _HUNDRED if per_cent else pagu
    if whole is None or total == whole:
        return
    more = total > whole
    money = pagu is not None and abs(pagu - sum(amounts_of(tuple(shares), pagu)))
    difference = f"{number_text(abs(total - whole))}%" if per_cent else f"Rp{rupiah(abs(total - whole))}"
    also = f" (Rp{rupiah(money)})" if per_cent and money else ""
    log.note(
        "P77", shares[0].source, kode=kode, jumlah=f"{number_text(total)}%" if per_cent else f"Rp{rupiah(total)}",
        pagu="100%" if per_cent else f"pagu {tahun} Rp{rupiah(whole)}", arah="lebih" if more else "kurang",
        selisih=difference + also, id="; ".join(share.post for share in shares),
    )  # fmt: skip


def _shown(share: StatedShare) -> str:
    return f"{number_text(share.value)}%" if share.per_cent else f"Rp{rupiah(share.value)}"
