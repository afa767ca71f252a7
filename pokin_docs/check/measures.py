"""Rules I02 to I11: an indicator measures its kinerja, and can be measured (domain.md 3.4; LKE 88/2021 1.b.5).

Hints of a machine that does not understand a sentence: none stops a build, and official indicators are never judged.
``docs/ketepatan.md`` tells how often each is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pokin_docs.check import paper_counts
from pokin_docs.check.counted_results import begins_with_result, counts_a_result
from pokin_docs.check.lexicon import is_indonesian, root_of
from pokin_docs.check.measured import measures_of
from pokin_docs.check.regulation import kegiatan_is_settled, kegiatan_says_outcome
from pokin_docs.check.sentences import is_named, quote, stem, words
from pokin_docs.check.two_measures import two_measures
from pokin_docs.check.vague import vague_phrase
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold, fold_sentence, squeeze
from pokin_docs.model.word_lists import HASIL, KELUARAN, PERSEN, TOTAL_CODES, WordLists

_PARENTHESES = re.compile(r"\([^()]*\)")
_REACHED = re.compile(
    r"yang (?!terlaksana|tersusun|terselenggara)(?:ter\w{3,}|"
    r"telah|sudah|selesai|tuntas|memenuhi|sesuai|berhasil|baik|tepat|mencapai|ditindaklanjuti|"
    r"diselesaikan|dimanfaatkan|mendapat\w*|memiliki|meningkat)|tepat waktu|sesuai |dalam (?:kondisi|keadaan) ",
    re.IGNORECASE,
)
"""What tells the result of a process: «… yang Terselesaikan», «… tepat waktu»."""
_DONE = re.compile(
    r"yang (?:telah |sudah )?(?:terlaksana|tersusun|terselenggara|dilaksanakan|disusun|dibuat|diselenggarakan|"
    r"dilakukan|diberikan)\b",
    re.IGNORECASE,
)
"""What says of work that it was done, and no more."""
_CARRIED_OUT = re.compile(r"(?:dilaksanakan|terlaksana|diselenggarakan|terselenggara)$", re.IGNORECASE)
_OF_OTHERS = frozenset(
    ("rekomendasi", "putusan", "keputusan", "kesepakatan", "kebijakan", "saran", "usulan", "perda", "kewajiban",
     "hasil", "tindak", "arahan", "instruksi", "standar", "perjanjian")
)  # fmt: skip
"""What others carry out, so that its being carried out is a result."""
_TREATMENT = re.compile(r"\w{3,}[aiu]si")
_WORK = re.compile(r"pe(?:m|n|ng|ny)\w{3,}an")
_RESULTS = frozenset(
    ("pemenuhan", "penurunan", "penyerapan", "pemanfaatan", "penggunaan", "pencapaian", "pengetahuan", "pendapatan",
     "pengeluaran", "pendidikan", "penghargaan", "pengaduan", "pengangguran", "penguasaan", "pemahaman", "penerimaan",
     "pengurangan", "penambahan", "penemuan", "pemerataan", "pemulihan", "pengembalian", "penghasilan", "pemukiman",
     "pengalaman", "penghematan", "penghuni", "penyandang", "pemerintahan", "penumpang", "penjualan", "pembiayaan",
     "pemakaian", "penundaan", "pembatalan", "penolakan")
)  # fmt: skip
"""Words of the shape of work that are a result, or a thing."""
_RATE = re.compile(r" per \w")
_SIZES = frozenset(("volume", "panjang", "luas", "produksi", "kapasitas", "debit", "berat", "pendapatan"))
"""Measures whose satuan says by itself that something was weighed, or paid."""
_ABILITY = "kapasitas"
"""Of people it is what is worked on, and no size that grows."""
_LEVELS = frozenset(("tingkat",))
"""«Tingkat Daerah … yang Ditingkatkan» says nothing twice."""
_OF_WORK = frozenset(("program", "kegiatan", "rencana", "pelaksanaan", "aksi"))
_SERVICE, _EXCELLENT = "pelayanan", "prima"
_GROWTH = frozenset(("peningkatan", "pertambahan", "pertumbuhan", "kenaikan"))
_OBLIGED = "wajib"
"""«Wajib Lapor yang Melaporkan …»: who must is one thing, who does another."""
_STATE = re.compile(r"ke\w{4,}an")
"""Nouns of a state, of which more or less can be had: «Tingkat Kepatuhan …» measures «Meningkatnya Kepatuhan …»."""
_NAMED_COVERAGE = re.compile(r"\b[A-Z]{1,3}\d\b|\b(?:IDL|IBL|UCI|TT|BCG|DPT|KB|ASI)\b")
"""Coverage that a health programme defines under a name of its own: K4, KN1, IDL."""
_SHARES = frozenset(("tingkat", "cakupan", "rasio", "proporsi"))
"""Measures that are shares, whatever else they are."""


def type_fits_the_level(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I02, I03, I17: a count from Sasaran Program up measures no result; a share at Sasaran Sub Kegiatan no output.

    What is counted may be a result all the same (``counted_results``). At Sasaran Kegiatan the regulations differ: what
    they differ about is said once for all, and only while the office has not settled it, or where it wants outcomes.
    """
    differs = kegiatan_says_outcome(buku) or not kegiatan_is_settled(buku, plan)
    for size in measures_of(buku, plan):
        jenis = buku.word_lists.indikator_starts.get(fold(size.start))
        if size.komponen is None or counts_a_result(size, buku.word_lists):
            continue
        if jenis == TOTAL_CODES and two_measures(size.text, buku.word_lists) is not None:
            continue  # which of the two is meant decides what it is
        if size.is_operasional and jenis == PERSEN:
            yield temuan("I03", size.isian.source, kata=size.start, teks=quote(size.isian.text))
        elif jenis == TOTAL_CODES and size.komponen is KomponenPerencanaan.SASARAN_KEGIATAN:
            verb = buku.word_lists.verbs.get(fold(next(iter(words(size.kinerja_text)), "")))
            known = kegiatan_says_outcome(buku) or verb in (HASIL, KELUARAN)  # else it may be either
            if differs and known:
                about = {"jumlah": 1, "sel": size.isian.source.address, "teks": quote(size.isian.text)}
                yield temuan("I17", size.isian.source, **about)
        elif not size.is_operasional and jenis == TOTAL_CODES:
            yield temuan(
                "I02", size.isian.source, komponen=size.komponen.label, kata=size.start,
                teks=quote(size.isian.text),
            )  # fmt: skip


def measures_one_thing(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I05: an indicator measures one thing; of two heads with two units in one number neither can be read."""
    lists = buku.word_lists
    if not lists.common_words:
        return
    for size in measures_of(buku, plan):
        pair = two_measures(size.text, lists)
        if pair is not None:
            yield temuan("I05", size.isian.source, kata=pair[0], lain=pair[1], teks=quote(size.isian.text))


def measures_results(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I06, I19: above the level of outputs, a share of a process or of the kinerja's own activity tells no result."""
    lists = buku.word_lists
    for size in measures_of(buku, plan):
        share = lists.indikator_starts.get(fold(size.start)) == PERSEN or fold(size.start) in _SHARES
        measured = words(size.text)[1:]
        if size.komponen is None or size.is_operasional or not share or not measured or _tells_a_result(size.text):
            continue
        process = _process(size.text, measured, lists)
        if _grows(measured, lists):
            continue
        if process is not None:
            yield temuan(
                "I06", size.isian.source, komponen=size.komponen.label, kata=process, teks=quote(size.isian.text)
            )
        elif _repeats(measured, fold_sentence(size.kinerja_text), is_level=fold(size.start) in _LEVELS):
            yield temuan("I19", size.isian.source, kinerja=quote(size.kinerja.text), teks=quote(size.isian.text))
        elif _is_bare_service(size.text, measured):
            yield temuan(
                "I06", size.isian.source, komponen=size.komponen.label, kata=measured[0], teks=quote(size.isian.text)
            )


def _repeats(measured: tuple[str, ...], kinerja: str, *, is_level: bool) -> bool:
    """Whether what is measured is a kinerja's sentence, or its verb made a noun: «Pelayanan X» of «Terlayaninya X».

    Args:
        measured: The words behind the measure.
        kinerja: The folded sentence of the kinerja.
        is_level: Whether the measure is a level, which a state has.
    """
    (verb, _, meant), said = kinerja.partition(" "), fold(" ".join(measured))
    noun, _, object_ = said.partition(" ")
    if said in (kinerja, meant):
        return not (is_level and _STATE.fullmatch(noun))
    made = noun.startswith("pe") and noun.endswith("an") and noun not in _RESULTS
    return made and bool(object_) and object_ == meant and root_of(noun) == root_of(verb) is not None


def _process(text: str, measured: tuple[str, ...], lists: WordLists) -> str | None:
    """What is measured of work: its name («Pelaksanaan …», «Terlaksananya …»), or that paper was written."""
    first, second = (fold(word) for word in (*measured[:2], "")[:2])
    if _grows(measured, lists):
        return None  # «Peningkatan Nilai …», «Peningkatan Kunjungan …»: how much more was reached
    work = first in lists.process_words or (_WORK.fullmatch(first) and first not in _RESULTS)
    if work or lists.verbs.get(first) == KELUARAN or (first == "realisasi" and second in _OF_WORK):
        return measured[0]
    done = _DONE.search(text)
    if done and _CARRIED_OUT.search(done.group(0)) and first not in _OF_OTHERS:
        return done.group(0)  # only work is carried out
    if done and done.group(0).casefold().endswith("dilakukan") and _TREATMENT.fullmatch(first):
        return measured[0]  # «Vaksinasi … yang Dilakukan»
    paper = any(fold(" ".join(measured)).startswith(fold(word) + " ") for word in lists.dokumen)
    if done and paper and not vague_phrase(text, lists.vague_measure_pattern):  # of a vague one I11 is said
        return done.group(0)
    return None


def _grows(measured: tuple[str, ...], lists: WordLists) -> bool:
    """Whether growth of what came about is measured, which says by how much it was reached."""
    first, second = (fold(word) for word in (*measured[:2], "")[:2])
    sized = second in lists.indikator_starts or second in _SIZES - {_ABILITY}
    return first in _GROWTH and (sized or begins_with_result(_folded(measured[1:]), lists))


def _is_bare_service(text: str, measured: tuple[str, ...]) -> bool:
    """Whether a share is one of services, of which nothing is said but that they were given; a cakupan is of people."""
    first, second = (fold(word) for word in (*measured[:2], "")[:2])
    bare = _DONE.search(text) or " yang " not in fold(text)
    return bool(bare) and first == _SERVICE and second != _EXCELLENT and fold(words(text)[0]) not in _SHARES


def _folded(found: Iterable[str]) -> list[str]:
    return [fold(word) for word in found]


def _tells_a_result(text: str) -> bool:
    """Whether a sentence says what became of what it measures: «… yang Selesai», «… tepat waktu»."""
    return _REACHED.search(text) is not None


def says_no_thing_twice(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I07: «Keamanan Informasi … yang Aman» repeats its subject as its measure."""
    if not buku.word_lists.common_words:
        return
    for size in measures_of(buku, plan):
        subject, whose, said = squeeze(_PARENTHESES.sub(" ", size.isian.text)).partition(" yang ")
        predicate = next(iter(words(said)), "")
        if not whose or fold(predicate) in buku.word_lists.common_words or two_measures(size.text, buku.word_lists):
            continue  # of two measures I05 is said
        twin = next(
            (
                word
                for before, word in pairwise(words(subject))
                if _are_one_stem(word, predicate) and fold(word) not in _LEVELS and fold(before) != _OBLIGED
            ),
            None,
        )
        if twin:
            yield temuan("I07", size.isian.source, kata=twin, lain=predicate, teks=quote(size.isian.text))


def _are_one_stem(one: str, other: str) -> bool:
    """Whether two words have one stem; a root's own last «i» may be lost like a suffix (tercapai, capaian)."""
    first, second = sorted((stem(one), stem(other)), key=len)
    return first == second or second == f"{first}i"


def index_still_used(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I10: an index that will not be measured any more leaves the plan without a target."""
    old = buku.word_lists.old_index_pattern
    if old is None:
        return
    for size in measures_of(buku, plan):
        match = old.search(fold(size.isian.text))
        if match:
            name = " ".join(words(size.isian.text))
            start = fold(name).find(match.group(0))
            yield temuan(
                "I10", size.isian.source, kata=name[start : start + len(match.group(0))],
                seharusnya=buku.word_lists.old_indexes[match.group(0)],
            )  # fmt: skip


def measure_has_bounds(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I11: no word that everybody measures otherwise, in an indicator or in a kinerja from Sasaran Program down."""
    lists = buku.word_lists
    if lists.vague_pattern is None:
        return
    for size in measures_of(buku, plan):
        match = vague_phrase(size.text, lists.vague_measure_pattern)
        second = fold(next(iter(words(size.text)[1:]), ""))
        bare = fold(size.start) == "cakupan" and not _tells_a_result(size.text)
        bare = bare and (size.is_operasional or second not in buku.word_lists.process_words)  # else said by I06
        bare = bare and not _NAMED_COVERAGE.search(size.text) and " yang " not in size.text
        if match or bare:
            shown = match.group(0) if match else size.start
            yield temuan("I11", size.isian.source, kata=shown, teks=quote(size.isian.text))
    for kinerja in plan.pohon.kinerja:
        if kinerja.komponen.value >= KomponenPerencanaan.SASARAN_PROGRAM.value:
            match = (
                None
                if buku.is_official(kinerja.text, kinerja.komponen)
                else vague_phrase(kinerja.text.clean, lists.vague_pattern)
            )
            if match:
                yield temuan("I11", kinerja.source, kata=match.group(0), teks=quote(kinerja.text.text))


def has_a_measure(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I20: an indicator begins with a word of measure (Jumlah, Persentase, Indeks, Rata-rata …)."""
    lists = buku.word_lists
    if not lists.indikator_starts:
        return
    known = lists.measure_words
    for size in measures_of(buku, plan):
        found = [fold(word) for word in words(size.text)]
        short = any(word.isupper() and len(word) > 1 for word in words(size.text)[:2]) or is_named(size.text)
        if (
            not found
            or short
            or not known.isdisjoint(found)
            or any(f" {phrase} " in f" {fold(size.text)} " for phrase in known)
        ):
            continue
        if _RATE.search(fold(size.text)) or any(
            not _SIZES.isdisjoint(lists.satuan.get(unit, ())) for unit in fold(size.baris.satuan.text).split()
        ):
            continue  # «Timbulan Sampah per Kapita»; «Garis Pantai» in kilometres; «Penerimaan …» in rupiah
        if len(found) < 2 or any(map(is_indonesian, found[:2])):  # else a name such as «Load Factor»
            yield temuan("I20", size.isian.source, teks=quote(size.isian.text))


RULES = (
    type_fits_the_level,
    *paper_counts.RULES,
    measures_one_thing,
    measures_results,
    says_no_thing_twice,
    index_still_used,
    measure_has_bounds,
    has_a_measure,
)
