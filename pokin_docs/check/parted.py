"""Words written apart that are one, and words written as one that are two (EYD V, II.A to II.C)."""

from __future__ import annotations

import re

from pokin_docs.check.lexicon import Lexicon, is_indonesian, is_listed_root, is_verb
from pokin_docs.model.texts import fold

FRAGMENT = re.compile(
    r"\b((?:[Mm]em|[Dd]i)?[Pp]er|[Mm]e[mn]|[Pp]e[mn]|[Mm]eng|[Mm]eny|[Pp]eng|[Pp]eny|[Kk]e)\s([a-z]{3,})\b"
)
"""A prefix that is no word alone, before a blank; «ke» and «per» are words, and joined only where that gives one."""
COMPOUND = re.compile(
    r"\b((?:di|mem?n?|pe[mn]?)(?:tindak|tanda|nanda|nindak|serah|nyerah|daya|nanggung|tanggung|sebar|nyebar|salah|nyalah|"
    r"lipat|beri))\s((?:lanjut|tangan|terima|guna|jawab|luas|ganda|tahu)(?:i|kan|an)(?:nya)?)\b",
    re.IGNORECASE,
)
"""«ditindak lanjuti»: two words with prefix and suffix are written as one."""
WORD = re.compile(r"\b[^\W\d_]{7,}\b")
_BEFORE = ("kepada", "dengan", "untuk", "dalam", "terhadap", "melalui", "serta", "yang", "dari", "pada", "oleh", "dan")
_AN = re.compile(r"[Dd]i\w{3,}(?<!k)an")
"""A passive verb has -kan or -i, never -an alone: «dikawasan» is «di kawasan»."""
PLACES = (
    "kecamatan", "kelurahan", "kabupaten", "kota", "desa", "dusun", "provinsi", "wilayah", "daerah", "pusat", "tingkat",
    "lingkungan", "lapangan", "bidang", "sekolah", "puskesmas", "posyandu", "rumah", "kantor", "pasar", "jalan",
    "tempat", "dalam", "luar", "atas", "bawah", "antara", "sekitar", "seluruh", "setiap", "air", "laut", "hutan",
    "alam",
)  # fmt: skip
"""What «di» stands before as a word of its own (EYD V, II.C: prepositions)."""
_STATE_BEFORE = re.compile(r"\b(?:selesai|telah|sudah|belum|berhasil|siap|dapat|harus)\s$", re.IGNORECASE)
"""Words that a verb follows, never a place alone."""
_BEFORE_VERBS = re.compile(r"(?:yang|telah|sudah|belum|tidak|dapat|akan)\s$", re.IGNORECASE)
_ABBREVIATION = re.compile("[A-Z]{2}")
_VERB = re.compile(r"(?:per|ke|ber)?\w{3,}(?:kan|i)")


def joined(match: re.Match[str], lexicon: Lexicon, *, sure: bool) -> str | None:
    """A word with the prefix that stands before it; «di» apart is a preposition unless the two are a verb.

    Args:
        match: A prefix and the word behind it.
        lexicon: Words in common use.
        sure: A hyphen joins them already.
    """
    prefix, rest = match.group(1), match.group(2)
    key = fold(rest)
    if rest.isupper() or (fold(prefix) == "di" and key in PLACES):
        return None
    # No word is «ter» or «ber» alone; «di» is one, but not before a verb. Many a root is a noun too (fasilitas).
    if _STATE_BEFORE.search(match.string[: match.start()]) and is_indonesian(key):
        return prefix + rest.lower()  # «selesai di verifikasi»: a place would be said behind the verb
    verb = lexicon.knows(f"di{key}") or lexicon.is_verb_root(key)
    verb = verb and (key not in lexicon.words or _BEFORE_VERBS.search(match.string[: match.start()]) is not None)
    return prefix + rest.lower() if sure or fold(prefix) != "di" or verb or is_passive_verb(rest) else None


def with_suffix(match: re.Match[str]) -> str:
    """A word with its «nya», behind an abbreviation with a hyphen: «NJOP-nya», «APBDes-nya»."""
    word, suffix = match.groups()
    return f"{word}-{suffix}" if _ABBREVIATION.search(word) else word + suffix


def whole(match: re.Match[str], lexicon: Lexicon) -> str | None:
    """What a fragment and the word behind it are together; None where they are two words.

    Args:
        match: A match of ``FRAGMENT``.
        lexicon: Words in common use.
    """
    prefix, rest = match.group(1), match.group(2)
    together = fold(prefix + rest)
    if fold(prefix) in ("ke", "per"):
        joins = lexicon.knows(together) and not lexicon.knows(rest) and not is_listed_root(rest)
    else:
        joins = lexicon.knows(together) or is_verb(together)
    return prefix + rest if joins else None


def apart(match: re.Match[str], lexicon: Lexicon) -> str | None:
    """The two words of one that lacks a blank behind a function word or «di»; None for a word.

    Args:
        match: A match of ``WORD``.
        lexicon: Words in common use.
    """
    word = match.group(0)
    key = word.casefold()
    if word.isupper() or lexicon.knows(key) or key in lexicon.names:
        return None
    if _AN.fullmatch(word) and key[2:] in lexicon.words:
        return f"{word[:2]} {word[2:]}"
    for before in _BEFORE:
        behind = key.removeprefix(before)
        if behind != key and behind in lexicon.words and not is_indonesian(key):
            return f"{word[: len(before)]} {word[len(before) :]}"
    return None


def is_passive_verb(rest: str) -> bool:
    """Whether what stands behind «di » is a verb: «di perbaiki», not «di industri»."""
    key = fold(rest)
    return bool(_VERB.fullmatch(key)) and is_verb(key)
