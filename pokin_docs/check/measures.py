"""Rules I02 to I11: an indicator measures its kinerja, and can be measured (domain.md 3.4; LKE 88/2021 1.b.5).

Hints of a machine that does not understand a sentence: none stops a build, and official indicators are never judged.
``docs/ketepatan.md`` tells how often each is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from pokin_docs.check.sentences import initials, quote, related, stem, words
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow
from pokin_docs.model.texts import fold, squeeze, without_number
from pokin_docs.model.tree import Kinerja
from pokin_docs.model.word_lists import JUMLAH, PERSEN, Kata

MIRIP = 78
"""Percent of similarity, measure words aside, above which two indicators say nearly the same (domain.md I09)."""
MAKS_SAUDARA = 20
"""Siblings before it that an indicator is held against: rules stay linear in the rows."""

_GABUNG = re.compile(r"(?<!\S)(\S{1,60})\s+(dan|serta|&)\s+(\S+)|([^\W\d_]\w*)\s*(/)\s*([^\W\d_]\w*)")
_PENGGABUNG = re.compile(r" dan | serta |&|/")
_PARENTHESES = re.compile(r"\([^()]*\)")
_TEMPAT_TETAP = " ▪ "
_TEMPAT_UKURAN = re.compile(r"\s(?:pada|di|bagi|oleh|dengan|terhadap|antara)\s")


_Lain = tuple[str, Isian]


@dataclass(frozen=True, slots=True)
class _Ukuran:
    """An indicator with the kinerja it measures; ``komponen`` is None for a cross-cutting one."""

    isian: Isian
    kinerja: Isian
    komponen: KomponenPerencanaan | None
    baris: KinerjaRow

    @property
    def awal(self) -> str:
        """Its first word as written."""
        return next(iter(words(self.isian.teks)), "")

    @property
    def operasional(self) -> bool:
        """Whether it measures an output."""
        return self.komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN


def _measures(buku: BukuKerja, rencana: Rencana) -> Iterator[_Ukuran]:
    """Indicators of the tree and the cross-cutting ones, official ones aside."""
    for kinerja in rencana.pohon.kinerja:
        for indikator in kinerja.indikator:
            if indikator.teks and not buku.is_official(indikator.teks):
                yield _Ukuran(indikator.teks, kinerja.teks, kinerja.komponen, indikator.baris)
    for row in rencana.pohon.lintas:
        if row.indikator and not buku.is_official(row.indikator):
            yield _Ukuran(row.indikator, row.kinerja, None, row)


def type_fits_the_level(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I02, I03: a count from Sasaran Kegiatan up measures no result; a share below it measures no output."""
    for ukuran in _measures(buku, rencana):
        jenis = buku.kata.awal_indikator.get(fold(ukuran.awal))
        if ukuran.komponen is None:
            continue
        if ukuran.operasional and jenis == PERSEN:
            yield temuan("I03", ukuran.isian.asal, kata=ukuran.awal, teks=quote(ukuran.isian.teks))
        elif not ukuran.operasional and jenis == JUMLAH:
            yield temuan(
                "I02", ukuran.isian.asal, komponen=ukuran.komponen.label, kata=ukuran.awal,
                teks=quote(ukuran.isian.teks),
            )  # fmt: skip


def counts_no_paper(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I04: «Jumlah Laporan X» counts paper, not X; worse when a «yang …» behind it says something of X.

    A kinerja that is itself about the paper (Tersusunnya dokumen perencanaan) is rightly measured by it.
    """
    kertas_folded = [fold(word) for word in buku.kata.dokumen]
    for ukuran in _measures(buku, rencana):
        if buku.kata.awal_indikator.get(fold(ukuran.awal)) != JUMLAH:
            continue
        if not any(word in fold(ukuran.isian.teks) for word in kertas_folded):
            continue
        rest = squeeze(_PARENTHESES.sub(" ", without_number(ukuran.isian.bersih)))[len(ukuran.awal) :].strip()
        kertas = next((word for word in buku.kata.dokumen if _begins(rest, word)), None)
        if kertas is None or _holds(ukuran.kinerja.bersih, kertas):
            continue
        objek, yang, said = rest[len(kertas) :].strip().partition(" yang ")
        objek = objek.removeprefix("Terkait ").removeprefix("Hasil ").strip()
        satuan = f" «yang {said}» menerangkan {objek}, bukan {kertas.lower()}nya." if yang and said else ""
        yield temuan(
            "I04", ukuran.isian.asal, kata=kertas.lower(), objek=f"«{objek}»" if objek else "hasilnya",
            teks=quote(ukuran.isian.teks), satuan=satuan,
        )  # fmt: skip


def _begins(text: str, word: str) -> bool:
    return fold(text).startswith(fold(word) + " ") or fold(text) == fold(word)


def _holds(text: str, phrase: str) -> bool:
    return f" {fold(phrase)} " in f" {fold(text)} "


def measures_one_thing(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I05: no «dan» or «/» outside fixed phrases: of two measures in one number, neither can be read.

    Behind a preposition stands where or by what it is measured, which may well be two.
    """
    tetap = buku.kata.pola_tetap
    if tetap is None:
        return
    for ukuran in _measures(buku, rencana):
        text = squeeze(_PARENTHESES.sub(" ", ukuran.isian.teks))
        if not _PENGGABUNG.search(text):
            continue
        measured = _TEMPAT_UKURAN.split(tetap.sub(_TEMPAT_TETAP, text), maxsplit=1)[0]
        match = _GABUNG.search(measured)
        if match:
            left, sign, right = match.group(1, 2, 3) if match.group(2) else match.group(4, 5, 6)
            shown = f"{left}/{right}" if sign == "/" else f"{left} {sign} {right}"
            yield temuan(
                "I05", ukuran.isian.asal, kata=shown.replace(_TEMPAT_TETAP.strip(), "…"), teks=quote(ukuran.isian.teks)
            )  # fmt: skip


def measures_results(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I06: from Sasaran Kegiatan up, a share of a process (Persentase Pembangunan …) says nothing of its result."""
    for ukuran in _measures(buku, rencana):
        first, second = (*words(ukuran.isian.teks)[:2], "", "")[:2]
        share = buku.kata.awal_indikator.get(fold(first)) == PERSEN
        if share and ukuran.komponen is not None and not ukuran.operasional and fold(second) in buku.kata.proses:
            yield temuan(
                "I06", ukuran.isian.asal, komponen=ukuran.komponen.label, kata=second, teks=quote(ukuran.isian.teks)
            )


def says_no_thing_twice(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I07: «Keamanan Informasi … yang Aman» repeats its subject as its measure."""
    if not buku.kata.umum:
        return
    for ukuran in _measures(buku, rencana):
        subject, yang, said = squeeze(_PARENTHESES.sub(" ", ukuran.isian.teks)).partition(" yang ")
        predicate = next(iter(words(said)), "")
        if not yang or fold(predicate) in buku.kata.umum:
            continue
        twin = next((word for word in words(subject)[1:] if stem(word) == stem(predicate)), None)
        if twin:
            yield temuan("I07", ukuran.isian.asal, kata=twin, lain=predicate, teks=quote(ukuran.isian.teks))


def measures_its_kinerja(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I08: an indicator shares at least one word of content with its kinerja; rows shifted by one show up here."""
    kata = buku.kata
    if not kata.umum:
        return
    for ukuran in _measures(buku, rencana):
        said = (*_content(ukuran.isian.teks, kata), *_stands_for(ukuran.isian.teks, kata))
        meant = _content(ukuran.kinerja.teks, kata)
        meant = meant[1:] if meant and meant[0].endswith("nya") else meant
        if not said or not meant or any(related(one, other) for one in said for other in meant):
            continue
        short = initials(ukuran.kinerja.teks)
        if not any(len(word) > 2 and word in short for word in said):
            yield temuan(
                "I08", ukuran.isian.asal, teks=quote(ukuran.isian.teks), kinerja=quote(ukuran.kinerja.teks)
            )  # fmt: skip


def _stands_for(text: str, kata: Kata) -> Iterator[str]:
    """What standard measures are known to measure: Nilai SAKIP stands for akuntabilitas."""
    if kata.pola_padanan is not None:
        for found in kata.pola_padanan.findall(fold(text)):
            yield from kata.padanan[found.casefold()]


def _content(text: str, kata: Kata) -> tuple[str, ...]:
    """Words that carry content, small; a measure word (Jumlah, Indeks) carries none."""
    found = (word.casefold() for word in words(text))
    return tuple(word for word in found if word not in kata.umum and word not in kata.awal_indikator)


def differs_from_its_neighbours(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I09: an indicator is not nearly that of the kinerja above or of one beside it."""
    kata = buku.kata
    if not kata.umum:
        return
    before: dict[int | None, list[_Lain]] = {}
    for kinerja in rencana.pohon.kinerja:
        beside = before.setdefault(kinerja.induk, [])
        own = _with_keys(kinerja, kata)
        neighbours = [*_with_keys(rencana.pohon.induk(kinerja), kata), *beside[-MAKS_SAUDARA:]]
        for nomor, (key, isian) in enumerate(own):
            twin = None if buku.is_official(isian) else _nearest(key, [*neighbours, *own[:nomor]])
            if twin is not None:
                yield temuan("I09", isian.asal, teks=quote(isian.teks), lain=twin.asal, tertulis=quote(twin.teks))
        beside.extend(own)


def _with_keys(kinerja: Kinerja | None, kata: Kata) -> list[_Lain]:
    """The indicators of a kinerja, each after the key it is compared by."""
    found = (indikator.teks for indikator in (kinerja.indikator if kinerja else ()) if indikator.teks)
    return [(_measured(isian.teks, kata), isian) for isian in found]


def _nearest(key: str, others: list[_Lain]) -> Isian | None:
    """The most similar of the others, if it is too similar."""
    scored = ((fuzz.ratio(key, other, score_cutoff=MIRIP), isian) for other, isian in others if key)
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


def _measured(text: str, kata: Kata) -> str:
    """What is measured: the sentence without its measure words and what is in parentheses."""
    found = [word.casefold() for word in words(_PARENTHESES.sub(" ", text))]
    return " ".join(word for word in found if word not in kata.awal_indikator)


def index_still_used(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I10: an index that will not be measured any more leaves the plan without a target."""
    usang = buku.kata.pola_usang
    if usang is None:
        return
    for ukuran in _measures(buku, rencana):
        match = usang.search(fold(ukuran.isian.teks))
        if match:
            name = " ".join(words(ukuran.isian.teks))
            start = fold(name).find(match.group(0))
            yield temuan(
                "I10", ukuran.isian.asal, kata=name[start : start + len(match.group(0))],
                seharusnya=buku.kata.indeks_usang[match.group(0)],
            )  # fmt: skip


def measure_has_bounds(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I11: no word that everybody measures otherwise, in an indicator or in a kinerja from Sasaran Program down."""
    samar = buku.kata.pola_samar
    if samar is None:
        return
    for ukuran in _measures(buku, rencana):
        match = samar.search(ukuran.isian.bersih)
        bare = fold(ukuran.awal) == "cakupan" and ukuran.baris.satuan.bersih != "%"
        if match or bare:
            shown = match.group(0) if match else ukuran.awal
            yield temuan("I11", ukuran.isian.asal, kata=shown, teks=quote(ukuran.isian.teks))
    for kinerja in rencana.pohon.kinerja:
        if kinerja.komponen.value >= KomponenPerencanaan.SASARAN_PROGRAM.value:
            match = None if buku.is_official(kinerja.teks) else samar.search(kinerja.teks.bersih)
            if match:
                yield temuan("I11", kinerja.asal, kata=match.group(0), teks=quote(kinerja.teks.teks))


RULES = (
    type_fits_the_level,
    counts_no_paper,
    measures_one_thing,
    measures_results,
    says_no_thing_twice,
    measures_its_kinerja,
    differs_from_its_neighbours,
    index_still_used,
    measure_has_bounds,
)
