"""What a cell says without holding a value: nothing, or the same as above; and what parts values. One list for all.

Only whole cells are read so, never a part of a sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pokin_docs.model.texts import fold, squeeze

PARTING = re.compile(r"[;\n]")
"""What surely parts two values of one cell; a comma, a slash or "dan" may stand inside one."""
_MAX_WORD = 28
"""Characters of the longest such word with the brackets around it: longer texts are not looked at."""
_OUR_MARK = re.compile(r"\[[^\[\]]{2,90} belum diisi(?:: [^\[\]]{2,60})?\]")
"""What a document of ours prints where a value is missing; it comes back where tables of one are imported."""
_SIGNS = re.compile(r"[-–—−‐‑_.…·?~*()\[\]\s]+")
_BLANK = frozenset(("n a", "na", "n a n", "nan", "none", "null", "kosong", "belum diisi", "belum terisi", "tbd", "tba"))
_NONE_SUCH = frozenset(("nihil", "tidak ada", "belum ada", "tanpa", "tdk ada", "blm ada"))
_SAME_SIGNS = re.compile(r"[-–—_.\s(]*(?:[\"“”„〃″]+|''+|´´+|``+|,,|‚‚|//|\|\|)[-–—_.\s\"“”„)]*")
_SAME = frozenset((
    "idem", "idem dito", "idem ditto", "sda", "s d a", "s da", "sd a", "ditto", "dito", "sama dengan atas",
    "sama dengan di atas", "sama dengan diatas", "sama dengan yang di atas", "sama seperti di atas",
    "sama seperti diatas", "seperti di atas", "seperti diatas", "sama di atas", "sama diatas",
))  # fmt: skip


@lru_cache(maxsize=4_096)
def is_blank_word(text: str) -> bool:
    """Whether a cell that is not empty says that it is: "-", "…", "n/a", "(kosong)"; in all columns alike.

    What it means beside that, in Kode (no budget) and in Nama (nobody holds the post), the reader of that column knows.
    """
    if text.startswith("[") and _OUR_MARK.fullmatch(text.strip()):
        return True
    if len(text) > _MAX_WORD or not text.strip():
        return False
    return _SIGNS.fullmatch(text) is not None or fold(text) in _BLANK


def says_none(text: str) -> bool:
    """Whether a text says that there is none, where it can mean nothing else: an ID, a NIP, a date."""
    return is_blank_word(text) or (len(text) <= _MAX_WORD and fold(text) in _NONE_SUCH)


@lru_cache(maxsize=4_096)
def is_ditto(text: str) -> bool:
    """Whether a cell says "as above": "idem", "s.d.a.", a ditto mark; "SDA" too, which may be a unit's name as well."""
    if len(text) > _MAX_WORD or not text.strip():
        return False
    return _SAME_SIGNS.fullmatch(squeeze(text)) is not None or fold(text) in _SAME
