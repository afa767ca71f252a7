"""Whether a count measures a result: what happens to people and in the region, not what the office made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pokin_docs.check.lexicon import is_verb, root_of
from pokin_docs.check.measured import Measure
from pokin_docs.check.sentences import words
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import TOTAL_CODES, WordLists

_SERVED = re.compile(r"di\w{4,}|men(?:dapat|erima|gikuti|ikmati)\w*|memperoleh")
"""What was done to those that are counted: «yang Ditangani», «yang Mendapatkan …»."""
_ACHIEVED = re.compile(r"(?:(?:telah|sudah|berhasil) )?(?:diraih|dicapai|diperoleh|dimenangkan)\b")
"""What those that are counted won themselves: «Medali yang Diraih»."""
_BY_OTHERS = re.compile(
    r"(?:telah |sudah )?di(?:akui|anugerahi|minati|kunjungi|gemari|ekspor|adopsi|replikasi|sitasi|kutip|"
    r"tonton|baca)\b"
)
"""What others do with what is counted: «Warisan Budaya yang Diakui»."""
_PASSIVE = re.compile(r"ter\w{4,}")
_OF_SERVICE = ("pelayanan", "pembinaan", "penindakan", "penertiban", "pengobatan")
"""Work beside that of the list of processes, of which a passive is said: «yang Terlayani»."""
_STATES = frozenset(
    ("meningkat", "menurun", "membaik", "bertambah", "berkurang", "aktif", "mandiri", "maju", "tumbuh", "naik", "lulus",
     "taat", "patuh", "pulih", "sembuh", "sehat", "produktif", "tangguh", "unggul", "terakreditasi", "terserap",
     "menerapkan", "memenuhi", "mencapai", "meraih", "tuntas")
)  # fmt: skip
"""What those that are counted have become, or do of themselves: «UMKM yang Naik Kelas», «Koperasi Aktif»."""
_STATE = re.compile(r"ber\w{4,}")
_PLACES = frozenset(
    ("negara", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "kampung", "dusun", "nagari", "pulau",
     "kawasan", "wilayah", "daerah")
)  # fmt: skip
"""Where no act of the office is said of them, these are counted by what they are: «Jumlah Negara Tujuan Ekspor»."""
_MONEY = frozenset(("rupiah", "rp"))
_SPENT = frozenset(("anggaran", "belanja", "bantuan", "dana", "hibah", "biaya", "insentif"))
_BEFORE_A_STATE = ("telah", "sudah", "dapat", "berhasil", "belum")
_FILLERS = frozenset(("angka", "total", "seluruh", "nilai"))


def counts_a_result(size: Measure, lists: WordLists) -> bool:
    """Whether a count is one of what came about: visitors, cases, deaths, the poor, investments, income.

    What of them the office served («Jumlah Kasus yang Ditangani») is its own output.

    Args:
        size: The indicator.
        lists: What is counted as a result, and words for work.
    """
    if lists.indikator_starts.get(fold(size.start)) != TOTAL_CODES:
        return False
    counted, _, said = fold(size.text).partition(" yang ")
    rest = [word for word in counted.split()[1:] if word not in _FILLERS]
    if _BY_OTHERS.match(said) or (begins_with_result(rest, lists) and _ACHIEVED.match(said)):
        return True
    if not rest or _is_served(said, lists):
        return False
    if fold(size.baris.satuan.text) in _MONEY:
        return rest[0] not in _SPENT
    if rest[0] in _PLACES and len(rest) > 1:
        return True
    return begins_with_result(rest, lists) or _became(rest, said)


def _became(rest: Sequence[str], said: str) -> bool:
    """Whether people and things are counted by what became of them, said behind «yang» or as the last word."""
    found = [word for word in words(said) if word not in _BEFORE_A_STATE]
    state = found[0] if found else rest[-1] if len(rest) > 1 and not said else ""
    return state in _STATES or (_STATE.fullmatch(state) is not None and is_verb(state))


def begins_with_result(found: Sequence[str], lists: WordLists) -> bool:
    """Whether what is measured begins with what comes about: «kunjungan wisatawan»; folded words."""
    phrase = " ".join(found)
    return any(phrase == known or phrase.startswith(f"{known} ") for known in lists.counted_results)


def _is_served(said: str, lists: WordLists) -> bool:
    """Whether a predicate tells what the office did: «telah ditangani», «terlayani», «mendapatkan layanan»."""
    found = [word for word in words(said) if word not in _BEFORE_A_STATE]
    first = next(iter(found), "")
    if _PASSIVE.fullmatch(first):
        root = root_of(first)
        return root is not None and any(root == root_of(work) for work in (*lists.process_words, *_OF_SERVICE))
    return bool(_SERVED.fullmatch(first))
