"""Rules W: a kinerja says a condition, in words that fit its level (domain.md 3.4; PermenPANRB 89/2021).

They are hints of a machine that does not understand a sentence: none stops a build, and sentences that are an official
name are never judged. ``docs/ketepatan.md`` tells how often each is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.sentences import misspelt, quote, with_same_stem, words
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, IndikatorRow, Isian, KinerjaRow
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import HASIL, KEDUANYA, KELUARAN, Kata

_BENDA = ("pe", "keadaan", "kegiatan", "program", "rencana", "upaya")
_NAIK_TURUN = ("meningkatnya", "menurunnya", "bertambahnya", "berkurangnya")
_UKURAN = ("persentase", "presentase", "prosentase", "rasio", "indeks", "skor", "jumlah")


def _sentences(buku: BukuKerja, rencana: Rencana) -> Iterator[tuple[Isian, KomponenPerencanaan | None]]:
    """Kinerja of the tree and the cross-cutting ones, those aside that are official names."""
    for kinerja in rencana.pohon.kinerja:
        if kinerja.teks and not buku.is_official(kinerja.teks):
            yield kinerja.teks, kinerja.komponen
    for row in rencana.pohon.lintas:
        if row.kinerja and not buku.is_official(row.kinerja):
            yield row.kinerja, None


def _first(isian: Isian) -> str:
    """The first word as written; nothing for a text without words."""
    return next(iter(words(isian.teks)), "")


def _misspelt_verb(kata: Kata, word: str) -> str | None:
    key = fold(word)
    if key in kata.kerja or key in kata.masalah or key in kata.ejaan or key in kata.awal_indikator:
        return None
    return misspelt(key, tuple(kata.kerja))


def begins_with_result(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """W01: a kinerja begins with a result verb, not with an order, a noun or a problem.

    Any word in ``-nya`` that names no problem passes: Indonesian makes a state of every verb and adjective that way.
    """
    kata = buku.kata
    if not kata.kerja:
        return
    for isian, _ in _sentences(buku, rencana):
        first = _first(isian)
        key = fold(first)
        if not first[:1].isalpha() or key in kata.kerja:
            continue
        if _measure(kata, isian) or _misspelt_verb(kata, first):
            continue  # said by W06, W03
        if key in kata.masalah:
            sebab = "kata yang menyebut masalah"
        elif key.endswith("nya"):
            continue
        elif key.endswith(("kan", "i")) and not key.startswith(_BENDA):
            sebab = "kata perintah atau kata kerja aktif"
        else:
            sebab = "bukan kata kerja hasil"
        usul = with_same_stem(key, kata.kerja)
        yield temuan(
            "W01", isian.asal, kata=first, sebab=sebab, teks=quote(isian.teks),
            usul=proposal(f"{usul.capitalize()} …" if usul else None),
        )  # fmt: skip


def verbs_fit_the_level(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """W02: results from Sasaran Kegiatan up, outputs at Sasaran Sub Kegiatan; of the verb that is meant."""
    kata = buku.kata
    for isian, komponen in _sentences(buku, rencana):
        first = fold(_first(isian))
        verb = first if first in kata.kerja else _misspelt_verb(kata, first) or with_same_stem(first, kata.kerja)
        if komponen is None or verb is None or (verb != first and first.startswith("pe")):
            continue
        peran = kata.kerja[verb]
        wanted = KELUARAN if komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN else HASIL
        if peran not in (wanted, KEDUANYA):
            said = {HASIL: "hasil (outcome)", KELUARAN: "proses atau keluaran"}
            should = {HASIL: "kondisi yang dihasilkan", KELUARAN: "keluaran yang langsung dikerjakan"}
            yield temuan(
                "W02", isian.asal, kata=_first(isian), peran=said[peran], komponen=komponen.label,
                teks=quote(isian.teks), seharusnya=should[wanted],
            )  # fmt: skip


def verbs_spelt(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """W03: a first word one or two letters away from a result verb, in every stage where it stands."""
    for isian in _all_kinerja(buku):
        if not buku.is_official(isian):
            meant = _misspelt_verb(buku.kata, _first(isian))
            if meant:
                yield temuan(
                    "W03", isian.asal, kata=_first(isian), teks=quote(isian.teks), usul=proposal(meant.capitalize())
                )  # fmt: skip


def _all_kinerja(buku: BukuKerja) -> Iterator[Isian]:
    yield from (row.kondisi for row in buku.tahap3 if row.kondisi)
    yield from (row.kinerja for row in buku.tahap4 if row.kinerja)
    yield from (row.kinerja for row in buku.tahap5 if row.kinerja)


def _measure(kata: Kata, isian: Isian) -> str | None:
    """The measure that makes an indicator of a kinerja: «Meningkatnya Jumlah …», «Persentase …»."""
    first, second = (*words(isian.teks)[:2], "", "")[:2]
    if fold(first) in kata.awal_indikator and fold(first) not in map(fold, kata.dokumen):
        return first
    return second if fold(first) in _NAIK_TURUN and fold(second) in _UKURAN else None


def kinerja_is_no_indicator(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """W06: the condition stands in Kinerja, its measure in Indikator Kinerja."""
    if not buku.kata.kerja:
        return
    for isian, _ in _sentences(buku, rencana):
        measure = _measure(buku.kata, isian)
        if measure:
            first = _first(isian)
            shown = measure if measure == first else f"{first} {measure}"
            yield temuan("W06", isian.asal, kata=shown, ukuran=measure, teks=quote(isian.teks))


def one_term_per_concept(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """W04: one concept has one term in the tree; each other term is said once, where it stands first.

    The office's own abbreviation (Identitas) is its term; else the one most used in Tahap 5. Tahap 4 is looked at for
    terms that Tahap 5 does not have.
    """
    kata = buku.kata
    if kata.pola_istilah is None:
        return
    cells: dict[tuple[int, str], dict[str, Isian]] = {}
    starts = {spelling.partition(" ")[0] for spelling in kata.ejaan_istilah}
    for isian in (*_texts(buku.tahap5), *_texts(buku.tahap4)):
        if starts.isdisjoint(fold(isian.teks).split()) or buku.is_official(isian):
            continue
        for found in kata.pola_istilah.findall(fold(isian.teks)):
            cells.setdefault(kata.ejaan_istilah[found.casefold()], {})[str(isian.asal)] = isian
    own = buku.identitas.get("singkatan")
    singkatan = fold(own.teks) if own else ""
    lembar = buku.judul_lembar("tahap5", "")
    for number, concept in enumerate(kata.istilah):
        used = [terms[0] for terms in concept.istilah if (number, terms[0]) in cells]
        if len(used) < 2:
            continue

        def rank(term: str, number: int = number) -> tuple[bool, int]:
            return fold(term) == singkatan, sum(cell.asal.lembar == lembar for cell in cells[number, term].values())

        chosen = max(used, key=rank)
        for term in used:
            places = cells[number, term]
            if term != chosen:
                first = next(iter(places.values()))
                shown = ", ".join(list(places)[:4]) + (", …" if len(places) > 4 else "")
                yield temuan(
                    "W04", first.asal, kata=term, jumlah=len(places), sel=shown, seharusnya=chosen,
                    teks=quote(first.teks),
                )  # fmt: skip


def _texts(rows: tuple[KinerjaRow, ...] | tuple[IndikatorRow, ...]) -> Iterator[Isian]:
    yield from (isian for row in rows for isian in (row.kinerja, row.indikator) if isian)


RULES = (
    begins_with_result,
    verbs_fit_the_level,
    verbs_spelt,
    one_term_per_concept,
    kinerja_is_no_indicator,
)
