"""What kind of word a sentence begins with, and whether its state is said further behind."""

from __future__ import annotations

import re

from pokin_docs.check.lexicon import is_indonesian, is_listed_root, is_verb
from pokin_docs.check.sentences import words
from pokin_docs.model.texts import fold

_STATE = re.compile(r"(?:ter|di|ber)\w{3,}|me\w{2}\w{3,}", re.IGNORECASE)
_STATES = frozenset(
    ("meningkat", "menurun", "membaik", "bertambah", "berkurang", "optimal", "efektif", "aktif", "lestari")
)
_KINDS = frozenset(
    ("terpadu", "terbatas", "terbuka", "tertutup", "tertentu", "terkait", "terpencil", "terluar", "terdepan",
     "tertinggal", "tertulis", "terpusat", "terbarukan", "terstruktur", "terintegrasi")
)  # fmt: skip
"""Adjectives that tell kinds apart and no state that was reached: «Penyuluhan Hukum Terpadu»."""
_ACTIVITY = re.compile(r"(?:pe|per|pem|pen|peng|peny)\w{3,}an|\w+(?:isasi|asi)")
_ACTIVE = re.compile(r"me(?:m|n|ng|ny|l|r|w|y)?\w{3,}")
_PASSIVE = re.compile(r"(?:ter|di)\w{3,}")
_STATE_OF_BEING = re.compile(r"ber\w{4,}")
_ORDER = re.compile(r"\w{3,}(?:kan|i)")
_NAMES = frozenset(("kegiatan", "program", "rencana", "upaya", "sosialisasi", "monitoring", "koordinasi", "fasilitasi"))
ACTIVITY_NAME = "nama kegiatan, bukan kondisi"
_OTHER = "bukan kata kerja hasil"
_HAPPENED = re.compile(r"(?:men(?:dapat(?:kan)?|erima|ingkat|urun)|memiliki|memperoleh|membaik)", re.IGNORECASE)
"""Active verbs that say what came of a thing: «Peserta Didik Menerima …»."""
STATES_MAY_FOLLOW = (ACTIVITY_NAME, _OTHER)
"""Kinds of beginnings that name a thing, of which a state may be said further behind."""


def kind_of_start(key: str) -> str:
    """What a first word is that names no result, in words for a message.

    Args:
        key: The word, folded.
    """
    if _PASSIVE.fullmatch(key):
        return "kata kerja tanpa akhiran «-nya»"
    if _STATE_OF_BEING.fullmatch(key):
        return "kata keadaan tanpa akhiran «-nya»"
    if key in _STATES:
        return "kata keadaan tanpa akhiran «-nya»"
    if key in _NAMES or (_ACTIVITY.fullmatch(key) and not key.endswith("kan")):
        return ACTIVITY_NAME
    if _ACTIVE.fullmatch(key) and is_verb(key):
        return "kata kerja aktif"
    if _ORDER.fullmatch(key) and is_indonesian(key) and not is_listed_root(key):
        return "kata perintah"
    return _OTHER


def state_behind(text: str) -> str | None:
    """The state that stands behind what it is said of: «… yang Terbangun», «… Meningkat»; None where there is none."""
    found = words(text)
    if not found:
        return None
    for word, following, behind in zip(found[1:], found[2:], (*found[3:], ""), strict=False):
        if word.casefold() == "yang" and _STATE.fullmatch(following) and behind.casefold() != "oleh":
            return f"yang {following}"  # what others did («yang Diselenggarakan oleh …») is no state that was reached
    if kind_of_start(fold(found[0])) == _OTHER:
        said = next((word for word in found[2:] if _HAPPENED.fullmatch(word) or _is_passive(fold(word))), None)
        if said is not None:
            return said
    last = next((word for word in reversed(found) if fold(word)), "") if len(found) > 1 else ""
    if fold(last) in _KINDS:
        return None
    return last if fold(last) in _STATES or _is_passive(fold(last)) else None


def _is_passive(key: str) -> bool:
    """Whether a word is a passive state: «terbangun», «dibangun»; «dinamis» is a root of its own."""
    return bool(_PASSIVE.fullmatch(key)) and is_indonesian(key) and not is_listed_root(key)
