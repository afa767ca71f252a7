"""Rules X: the stages of the workbook say the same (domain.md 3.4; PermenPANRB 89/2021)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.jenjang import JenjangKinerja, KomponenPerencanaan, is_lintas, read_jenjang
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja, IndikatorRow, Isian, KinerjaRow, KondisiRow
from pokin_docs.model.teks import fold_sentence, nearest

_DIBANDINGKAN = (("kinerja", "Kinerja"), ("indikator", "Indikator Kinerja"), ("keterangan", "Keterangan"))

# A sentence that ends in one of these was cut off.
KATA_SAMBUNG = frozenset({
    "dan", "atau", "yang", "pada", "di", "ke", "dari", "untuk", "dengan", "oleh", "serta", "dalam", "terhadap",
    "bagi", "secara", "tentang", "melalui", "menjadi", "mendapat", "mendapatkan", "memiliki", "mempunyai", "memenuhi",
})  # fmt: skip


def conditions_become_sasaran(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X01: every condition of Tahap 2 is a sasaran, in the same words."""
    sasaran = [kinerja.teks.teks for kinerja in rencana.pohon.pada(KomponenPerencanaan.SASARAN)]
    known = {fold_sentence(teks) for teks in sasaran}
    for row in buku.tahap2:
        if row.kondisi and fold_sentence(row.kondisi.teks) not in known:
            yield temuan("X01", row.kondisi.asal, usul=proposal(nearest(row.kondisi.bersih, sasaran, cutoff=0.6)))


def csf_given(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """B34: every condition of Tahap 2 has its CSF, which table 2.3 of the Renstra prints."""
    yield from (temuan("B34", row.csf.asal, kolom="CSF") for row in buku.tahap2 if not row.csf)


def conditions_head_groups(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X34: what heads a group of Tahap 3 is a condition of Tahap 2, in the same words (domain X01)."""
    texts = [row.kondisi.bersih for row in buku.tahap2 if row.kondisi]
    known = {fold_sentence(text) for text in texts}
    for row in buku.tahap3 if texts else ():
        if row.csf and fold_sentence(row.csf.teks) not in known:
            usul = proposal(nearest(row.csf.bersih, texts, cutoff=0.6))
            yield temuan("X34", row.csf.asal, teks=row.csf.bersih, usul=usul)


def conditions_stay(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X02, X05, X06, X32: Tahap 3 and the stage after it hold the same conditions, in the same words and order."""
    later = buku.tahap4 or buku.tahap5
    if not (buku.tahap3 and later):
        return
    texts = [row.kinerja.teks for row in later if row.kinerja]
    known = {fold_sentence(teks) for teks in texts}
    proposed: set[str | None] = set()
    pairing = _conditions(buku)
    for third, row in pairing.pasangan:
        if third is None or fold_sentence(third.kondisi.teks) in known:
            continue
        cut = row is not None and _is_cut(third.kondisi, row.kinerja)
        if cut or _ends_openly(third.kondisi):
            yield _cut_off(third.kondisi, row.kinerja if row is not None and cut else None)
            continue
        meant = nearest(third.kondisi.bersih, texts, cutoff=0.6)
        proposed.add(meant)
        yield temuan("X02", third.kondisi.asal, usul=proposal(meant), lembar=later[0].lembar)
    for third, row in pairing.pasangan:
        if third is None and row is not None and row.kinerja.teks not in proposed:
            yield temuan("X32", row.kinerja.asal, teks=row.kinerja.bersih, lembar=buku.tahap3[0].lembar)
    for third, row in pairing.pindah[:1]:
        yield _moved(third.kondisi, row.kinerja, len(pairing.pindah))


def labels_stay(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X30, X31: every condition of Tahap 3 says what kind it is, and Tahap 4 gives it the level that this means."""
    if not buku.punya("tahap3", "keterangan"):
        return
    for third, row in _conditions(buku).pasangan:
        if third is None:
            continue
        there = row.keterangan if row is not None else None
        jenjang = read_jenjang(there.teks) if there else None
        if third.keterangan.kosong:
            told = f" Di {there.asal} tertulis «{there.bersih}»." if there else ""
            yield temuan("X30", third.keterangan.asal, teks=third.kondisi.bersih, lain=told)
        elif there and jenjang and read_jenjang(third.keterangan.teks) not in (jenjang, None):
            teks = third.keterangan.bersih
            yield temuan("X31", third.keterangan.asal, teks=teks, lain=there.asal, tertulis=there.bersih)


def _conditions(buku: BukuKerja) -> Pairing[KondisiRow, IndikatorRow | KinerjaRow]:
    """The conditions of Tahap 3 beside the rows below sasaran of the stage after it."""
    conditions = [row for row in buku.tahap3 if row.kondisi]
    later = [row for row in buku.tahap4 or buku.tahap5 if row.kinerja and _from_tahap_3(row)]
    left = [fold_sentence(row.kondisi.teks) for row in conditions]
    return _pair(conditions, left, later, [fold_sentence(row.kinerja.teks) for row in later])


def _from_tahap_3(row: IndikatorRow | KinerjaRow) -> bool:
    return read_jenjang(row.keterangan.teks) is not JenjangKinerja.STRATEGIS and not is_lintas(row.rujukan.teks)


def rows_stay(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X03, X04, X05, X06: every row of Tahap 4 equals its row of Tahap 5, and stands in the same order."""
    fourth, fifth = ([_key(row) for row in rows] for rows in (buku.tahap4, buku.tahap5))
    pairing = _pair(buku.tahap4, fourth, buku.tahap5, fifth)
    for there, here in pairing.pasangan:
        if there is not None and here is not None:
            yield from _differences(there, here)
            continue
        row = here or there
        assert row is not None  # a pair never holds two blanks
        yield from (_cut_off(isian, None) for isian in (row.kinerja, row.indikator) if _ends_openly(isian))
        note = here is not None and not (here.indikator or here.komponen or here.keterangan or here.jenis_pk)
        if buku.tahap4 and not note:  # B17 already says that the row is not used
            lain = buku.tahap4[0].lembar if row is here else buku.tahap5[0].lembar
            yield temuan("X04", row.kinerja.asal, lembar=row.lembar, lain=lain)
    for there, here in pairing.pindah[:1]:
        yield _moved(here.kinerja or here.indikator, there.kinerja or there.indikator, len(pairing.pindah))


def _key(row: IndikatorRow | KinerjaRow) -> str:
    return fold_sentence(row.kinerja.teks) + "|" + fold_sentence(row.indikator.teks)


def _differences(fourth: IndikatorRow, fifth: KinerjaRow) -> Iterator[Temuan]:
    """What differs between the two stages: one finding per cell, the cut-off text at the cell where it is cut."""
    for name, judul in _DIBANDINGKAN:
        there: Isian = getattr(fourth, name)
        here: Isian = getattr(fifth, name)
        if _is_cut(here, there):
            yield _cut_off(here, there)
        elif _is_cut(there, here):
            yield _cut_off(there, here)
        elif there.bersih != here.bersih:
            seharusnya = there.bersih or "(kosong)"
            yield temuan(
                "X03", here.asal, kolom=judul, teks=here.bersih or "(kosong)", lain=there.asal, seharusnya=seharusnya
            )  # fmt: skip
        elif name != "keterangan" and _ends_openly(here):
            yield _cut_off(here, None)


def early_texts_whole(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X05: no sentence of Tahap 1 and 2 ends in the middle; of the later stages the rules above say it."""
    early = [row.outcome for row in buku.tahap1]
    early += [isian for row in buku.tahap2 for isian in (row.csf, row.kondisi)]
    yield from (_cut_off(isian, None) for isian in early if _ends_openly(isian))


def _ends_openly(isian: Isian) -> bool:
    return isian.bersih.casefold().rpartition(" ")[2].strip(".,;:…") in KATA_SAMBUNG


def _is_cut(isian: Isian, whole: Isian) -> bool:
    """Whether a text is the beginning of the other, up to a whole word."""
    return bool(isian) and whole.bersih.casefold().startswith(isian.bersih.casefold().rstrip(".…") + " ")


def _cut_off(isian: Isian, whole: Isian | None) -> Temuan:
    lengkap = f" Lengkapnya di {whole.asal}: «{whole.bersih}»." if whole else ""
    akhir = " ".join(isian.bersih.split(" ")[-3:])
    return temuan("X05", isian.asal, akhir=akhir, lengkap=lengkap)


def _moved(isian: Isian, there: Isian, jumlah: int) -> Temuan:
    return temuan("X06", isian.asal, teks=isian.bersih, lain=there.asal, jumlah=jumlah)


L = TypeVar("L")
R = TypeVar("R")


@dataclass(frozen=True)
class Pairing(Generic[L, R]):
    """Rows of two stages side by side, None where one has no counterpart; ``pindah`` stand elsewhere in the order."""

    pasangan: tuple[tuple[L | None, R | None], ...]
    pindah: tuple[tuple[L, R], ...]


def _pair(left: Sequence[L], kiri: list[str], right: Sequence[R], kanan: list[str]) -> Pairing[L, R]:
    """Rows that belong together: by their wording and order, then by wording alone, then by their place.

    Args:
        left: Rows of the earlier stage, with their wordings ``kiri``.
        kiri: Key of each row under which two wordings are the same.
        right: Rows of the later stage, with their wordings ``kanan``.
        kanan: As ``kiri``.
    """
    blocks = difflib.SequenceMatcher(None, kiri, kanan, autojunk=False).get_opcodes()
    lone_left = {kiri[i]: i for tag, i1, i2, _, _ in reversed(blocks) if tag != "equal" for i in range(i1, i2)}
    moved: dict[int, int] = {}
    for tag, _, _, j1, j2 in blocks:
        for j in range(j1, j2) if tag != "equal" else ():
            if kanan[j] in lone_left:
                moved[lone_left.pop(kanan[j])] = j
    taken = set(moved.values())
    pairs: list[tuple[L | None, R | None]] = [(left[i], right[j]) for i, j in moved.items()]
    for _, i1, i2, j1, j2 in blocks:
        rest_left = [left[i] for i in range(i1, i2) if i not in moved]
        rest_right = [right[j] for j in range(j1, j2) if j not in taken]
        if len(rest_left) == len(rest_right):
            pairs.extend(zip(rest_left, rest_right, strict=True))
        else:
            pairs.extend((row, None) for row in rest_left)
            pairs.extend((None, row) for row in rest_right)
    return Pairing(tuple(pairs), tuple((left[i], right[j]) for i, j in sorted(moved.items(), key=lambda pair: pair[1])))


RULES = (
    conditions_become_sasaran,
    conditions_head_groups,
    csf_given,
    conditions_stay,
    labels_stay,
    rows_stay,
    early_texts_whole,
)
