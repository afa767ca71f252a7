"""Rules X: the stages of the workbook say the same (domain.md 3.4; PermenPANRB 89/2021)."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator

from pokin_docs.check.row_evidence import unsettled_texts
from pokin_docs.check.row_order import RowOrder
from pokin_docs.check.stage_pairs import ChangeJudge, Pairing, key_of, pair, pair_rows
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import JenjangKinerja, KomponenPerencanaan, is_lintas, read_jenjang
from pokin_docs.model.rows import BukuKerja, CsfRow, IndikatorRow, Isian, KinerjaRow, KondisiRow
from pokin_docs.model.texts import Likeness, fold_sentence, nearest
from pokin_docs.model.workbook_spec import TAHAP_3

# A sentence that ends in one of these was cut off.
JOINING_WORDS = frozenset({
    "dan", "atau", "yang", "pada", "di", "ke", "dari", "untuk", "dengan", "oleh", "serta", "dalam", "terhadap",
    "bagi", "secara", "tentang", "melalui", "menjadi", "mendapat", "mendapatkan", "memiliki", "mempunyai", "memenuhi",
})  # fmt: skip


def conditions_become_sasaran(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X01, X35: every row of Tahap 2 has a condition, which is a sasaran in the same words.

    Where Tahap 4 still has the condition it is Tahap 5 that was changed: X03 says so there.
    """
    for row in _lost(buku, plan):
        sasaran = [kinerja.text.text for kinerja in plan.pohon.at_level(KomponenPerencanaan.SASARAN)]
        yield temuan("X01", row.kondisi.source, usul=proposal(nearest(row.kondisi.clean, sasaran, Likeness.RELATED)))
    for row in buku.tahap2:
        if row.csf and not row.kondisi:
            yield temuan("X35", row.kondisi.source, kolom="Kondisi yang Diperlukan", lain="")


def _lost(buku: BukuKerja, plan: Plan) -> tuple[CsfRow, ...]:
    """The rows of Tahap 2 whose condition no later stage holds as a sasaran."""
    known = {fold_sentence(kinerja.text.text) for kinerja in plan.pohon.at_level(KomponenPerencanaan.SASARAN)}
    known |= unsettled_texts(buku, plan)
    return tuple(row for row in buku.tahap2 if row.kondisi and fold_sentence(row.kondisi.text) not in known)


def csf_given(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B34: every condition of Tahap 2 has its CSF, which table 2.3 of the Renstra prints."""
    yield from (temuan("B34", row.csf.source, kolom="CSF") for row in buku.tahap2 if not row.csf)


def csf_numbered(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X36: no two CSF of Tahap 2 have the same number."""
    first: dict[str, Isian] = {}
    for row in buku.tahap2:
        if row.no and first.setdefault(row.no.clean, row.no) is not row.no:
            yield temuan("X36", row.no.source, teks=row.no.clean, lain=first[row.no.clean].source)


def conditions_in_order(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X06: the conditions of Tahap 2 stand in the order of the sasaran they became, which their numbers count."""
    order = [fold_sentence(kinerja.text.text) for kinerja in plan.pohon.at_level(KomponenPerencanaan.SASARAN)]
    rows = [row for row in buku.tahap2 if order.count(fold_sentence(row.kondisi.text)) == 1]
    places = [order.index(fold_sentence(row.kondisi.text)) for row in rows]
    moved = [row for row, place, right in zip(rows, places, sorted(places), strict=True) if place != right]
    if moved:
        key = fold_sentence(moved[0].kondisi.text)
        there = next(k for k in plan.pohon.kinerja if fold_sentence(k.text.text) == key)
        yield _moved(moved[0].kondisi, there.text, len(moved), [])


def conditions_head_groups(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X34: what heads a group of Tahap 3 is a condition of Tahap 2, in the same words (domain X01).

    Where it is a sasaran and Tahap 2 has another wording of it, Tahap 2 was changed: X01 says so there.
    """
    texts = [row.kondisi.clean for row in buku.tahap2 if row.kondisi]
    known = {fold_sentence(text) for text in texts}
    sasaran = {fold_sentence(kinerja.text.text) for kinerja in plan.pohon.at_level(KomponenPerencanaan.SASARAN)}
    sasaran |= {fold_sentence(row.kinerja.text) for row in buku.tahap4}
    lost = [row.kondisi.clean for row in _lost(buku, plan)]
    blank = any(row.csf and not row.kondisi for row in buku.tahap2)
    for row in buku.tahap3 if texts else ():
        key = fold_sentence(row.csf.text)
        if not row.csf or key in known:
            continue
        if key not in sasaran or not (blank or nearest(row.csf.clean, lost, Likeness.RELATED)):
            heads = {fold_sentence(other.csf.text) for other in buku.tahap3}
            free = [text for text in texts if fold_sentence(text) not in heads]  # the others have their group
            proposals = proposal(nearest(row.csf.clean, free, Likeness.RELATED))
            yield temuan("X34", row.csf.source, teks=row.csf.clean, usul=proposals)


def conditions_stay(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X02, X05, X06, X32, X35: Tahap 3 and the stage after it hold the same conditions, in the same words and order.

    What Tahap 5 says like Tahap 3, and Tahap 4 otherwise, is said once, in Tahap 4 (X03, X04).
    """
    later = buku.tahap4 or buku.tahap5
    if not (buku.tahap3 and later):
        return
    texts = [row.kinerja.text for row in later if row.kinerja]
    known = {fold_sentence(text) for text in texts} | _changed_in_fourth(buku, plan)
    third_texts = {fold_sentence(row.kondisi.text) for row in buku.tahap3}
    proposed: set[str | None] = set()
    pairing = _conditions(buku, plan)
    for third, row in pairing.pairs:
        if third is not None and third.kondisi.is_blank:
            other = f" Di {row.kinerja.source} tertulis «{row.kinerja.clean}»." if row is not None else ""
            yield temuan("X35", third.kondisi.source, kolom="Kondisi yang Diperlukan", lain=other)
        if third is None or third.kondisi.is_blank or fold_sentence(third.kondisi.text) in known:
            continue
        cut = row is not None and _is_cut(third.kondisi, row.kinerja)
        if cut or _ends_openly(third.kondisi):
            yield _cut_off(third.kondisi, row.kinerja if row is not None and cut else None)
            continue
        meant = nearest(third.kondisi.clean, texts, Likeness.RELATED)
        proposed.add(meant)
        yield temuan("X02", third.kondisi.source, usul=proposal(meant), lembar=later[0].lembar)
    for third, row in pairing.pairs:
        extra = third is None and row is not None and fold_sentence(row.kinerja.text) not in third_texts
        if extra and row is not None and row.kinerja.text not in proposed:
            yield temuan("X32", row.kinerja.source, teks=row.kinerja.clean, lembar=buku.tahap3[0].lembar)
    told = bool(buku.tahap4 and pair_rows(buku).moved)  # there
    for third, row in pairing.moved[:1] if not told else ():
        order = RowOrder(buku.tahap5)
        rows = [] if buku.tahap4 else [order.of(row) for _, row in pairing.moved]
        yield _moved(third.kondisi, row.kinerja, len(pairing.moved), rows)


def conditions_once(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X37: no condition stands twice in Tahap 3, and no CSF twice in Tahap 2."""
    for fields in (
        (row.kondisi for row in buku.tahap3),
        (row.kondisi for row in buku.tahap2),
        (row.csf for row in buku.tahap2),
    ):
        first: dict[str, Isian] = {}
        for isian in fields:
            other = first.setdefault(isian.clean.casefold(), isian)
            if isian and other is not isian:
                yield temuan("X37", isian.source, lain=other.source)


def labels_stay(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X30, X31: every condition of Tahap 3 says what kind it is, and Tahap 4 gives it the level that this means."""
    if not buku.has("tahap3", "keterangan"):
        return
    kinds = TAHAP_3.kolom_of("keterangan").choices
    for third, row in _conditions(buku, plan).pairs:
        if third is None:
            continue
        there = row.keterangan if row is not None else None
        jenjang = read_jenjang(there.text) if there else None
        own = read_jenjang(third.keterangan.text)
        if third.keterangan.is_blank:
            told = f" Di {there.source} tertulis «{there.clean}»." if there else ""
            yield temuan("X30", third.keterangan.source, teks=third.kondisi.clean, lain=told)
        elif there and jenjang and own is not jenjang and (own or nearest(third.keterangan.clean, kinds)):
            text = third.keterangan.clean
            yield temuan("X31", third.keterangan.source, teks=text, lain=there.source, tertulis=there.clean)


def _conditions(buku: BukuKerja, plan: Plan) -> Pairing[KondisiRow, IndikatorRow | KinerjaRow]:
    """The conditions of Tahap 3 beside the rows below sasaran of the stage after it."""
    conditions = [row for row in buku.tahap3 if row.kondisi or row.keterangan]
    high = (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN)
    top = {fold_sentence(node.text.text) for node in plan.pohon.kinerja if node.komponen in high}
    later = [row for row in buku.tahap4 or buku.tahap5 if row.kinerja and _from_tahap_3(row, top)]
    left = [fold_sentence(row.kondisi.text) for row in conditions]
    return pair(conditions, left, later, [fold_sentence(row.kinerja.text) for row in later])


def _from_tahap_3(row: IndikatorRow | KinerjaRow, top: set[str]) -> bool:
    if read_jenjang(row.keterangan.text) is JenjangKinerja.STRATEGIS or is_lintas(row.rujukan.text):
        return False
    return fold_sentence(row.kinerja.text) not in top


def rows_stay(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X03, X04, X05, X06: every row of Tahap 4 equals its row of Tahap 5, and stands in the same order."""
    pairing = pair_rows(buku)
    judge = ChangeJudge(buku, plan)
    twice = {key for key, count in Counter(map(key_of, buku.tahap5)).items() if count > 1}
    for there, here in pairing.pairs:
        if there is not None and here is not None:
            yield from _differences(there, here, judge)
            continue
        row = here or there
        assert row is not None  # a pair never holds two blanks
        yield from (_cut_off(isian, None) for isian in (row.kinerja, row.indikator) if _ends_openly(isian))
        note = here is not None and not (here.indikator or here.komponen or here.keterangan or here.jenis_pk)
        # B17 already says that the row is not used, S10 that it stands twice.
        if buku.tahap4 and not note and not (here is not None and key_of(here) in twice):
            yield _alone(row, buku, pairing, missing=here is None)
    # Where Tahap 3 has the order of Tahap 5, the rows were moved in Tahap 4.
    third_moved = bool(_conditions(buku, plan).moved) if buku.tahap3 and buku.tahap4 else False
    for there, here in pairing.moved[:1]:
        own, other = here.kinerja or here.indikator, there.kinerja or there.indikator
        if third_moved:
            own, other = other, own
        order = RowOrder(buku.tahap5)
        above = (_beside_above(there, buku, pairing) for there, _ in pairing.moved)
        left = [max(map(order.of, rows), default=order.TOP) for rows in above]
        yield _moved(own, other, len(pairing.moved), [*left, *(order.of(row) for _, row in pairing.moved)])


def _beside_above(row: IndikatorRow, buku: BukuKerja, pairing: Pairing[IndikatorRow, KinerjaRow]) -> list[KinerjaRow]:
    """The rows of Tahap 5 beside those that Tahap 4 has above a row, in the order of Tahap 4."""
    beside = {there.source: here for there, here in pairing.pairs if there and here}
    above = itertools.takewhile(lambda other: other is not row, buku.tahap4)
    return [beside[other.source] for other in above if other.source in beside]


def _alone(
    row: IndikatorRow | KinerjaRow, buku: BukuKerja, pairing: Pairing[IndikatorRow, KinerjaRow], *, missing: bool
) -> Temuan:
    """X04; for a row that Tahap 5 lacks with the row of Tahap 5 that it would stand below."""
    other = (buku.tahap5 if missing else buku.tahap4)[0].lembar
    if not missing:
        return temuan("X04", row.kinerja.source, lembar=row.lembar, lain=other, letak="")
    rows = _beside_above(row, buku, pairing) if isinstance(row, IndikatorRow) else []
    above = rows[-1] if rows else None
    on = f" {above.lembar}" if above and above.lembar != other else ""
    place = f", yang seharusnya di bawah baris {above.baris}{on}" if above else ""
    after = RowOrder(buku.tahap5).of(above) if above else ""
    return temuan("X04", row.kinerja.source, lembar=row.lembar, lain=other, letak=place, sesudah=after)


def _changed_in_fourth(buku: BukuKerja, plan: Plan) -> set[str]:
    """The kinerja of Tahap 5 that Tahap 4 lacks or has in a wording that was changed there."""
    judge = ChangeJudge(buku, plan)
    return {
        fold_sentence(here.kinerja.text)
        for there, here in pair_rows(buku).pairs
        if here and (there is None or judge.fourth_is_odd("kinerja", there, here))
    }


def _differences(fourth: IndikatorRow, fifth: KinerjaRow, judge: ChangeJudge) -> Iterator[Temuan]:
    """What differs between the two stages: one finding per cell, the cut-off text at the cell where it is cut."""
    for name, title in judge.kolom:
        there: Isian = getattr(fourth, name)
        here: Isian = getattr(fifth, name)
        if _is_cut(here, there):
            yield _cut_off(here, there)
        elif _is_cut(there, here):
            yield _cut_off(there, here)
        elif there.clean != here.clean:
            odd, other = (there, here) if judge.fourth_is_odd(name, fourth, fifth) else (here, there)
            text, expected = odd.clean or "(kosong)", other.clean or "(kosong)"
            yield temuan("X03", odd.source, kolom=title, teks=text, lain=other.source, seharusnya=expected)
        elif name != "keterangan" and _ends_openly(here):
            yield _cut_off(here, None)


def early_texts_whole(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X05: no sentence of Tahap 1 and 2 ends in the middle; of the later stages the rules above say it."""
    early = [row.outcome for row in buku.tahap1]
    early += [isian for row in buku.tahap2 for isian in (row.csf, row.kondisi)]
    yield from (_cut_off(isian, None) for isian in early if _ends_openly(isian))


def _ends_openly(isian: Isian) -> bool:
    return isian.clean.casefold().rpartition(" ")[2].strip(".,;:…") in JOINING_WORDS


def _is_cut(isian: Isian, whole: Isian) -> bool:
    """Whether a text is the beginning of the other, up to a whole word."""
    return bool(isian) and whole.clean.casefold().startswith(isian.clean.casefold().rstrip(".…") + " ")


def _cut_off(isian: Isian, whole: Isian | None) -> Temuan:
    complete = f" Lengkapnya di {whole.source}: «{whole.clean}»." if whole else ""
    end = " ".join(isian.clean.split(" ")[-3:])
    return temuan("X05", isian.source, akhir=end, lengkap=complete)


def _moved(isian: Isian, there: Isian, total: int, rows: list[int]) -> Temuan:
    """X06 for all moved rows; ``rows`` are their places in Tahap 5."""
    places = " ".join(map(str, rows))
    return temuan("X06", isian.source, teks=isian.clean, lain=there.source, jumlah=total, urutan=places)


RULES = (
    conditions_become_sasaran,
    conditions_in_order,
    conditions_head_groups,
    csf_given,
    csf_numbered,
    conditions_stay,
    conditions_once,
    labels_stay,
    rows_stay,
    early_texts_whole,
)
