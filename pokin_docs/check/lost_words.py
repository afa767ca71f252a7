"""Words that a sentence lost: «yang» before what is said of a thing, a measure of nothing, an end amid a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.check.lexicon import is_verb
from pokin_docs.model.official_marks import LOSABLE
from pokin_docs.model.texts import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
TASK_WORDS = frozenset((*LOSABLE, "tentang", "sebagai", "agar", "antara", "per"))
"""Words that stay small among capitalised ones (EYD V, I.F: titles), and behind which no «yang» is lost."""
ACTIVE = r"(?:memiliki|mengikuti|menerima|mendapat(?:kan)?|memperoleh|memenuhi|mengalami|menerapkan)"
"""Active verbs that other verbs do not follow, and that in a measure say something of what is counted."""
_RELATIVE_LOST = re.compile(
    rf"^(?:Persentase|Jumlah|Rasio|Proporsi)(?:\s(?!yang\s)\S+)+?(?=\s{ACTIVE}\b)", re.IGNORECASE
)
_PASSIVE_BARE = re.compile(
    r"^(?:Persentase|Jumlah)(?:\s(?!(?:yang|dan|atau|serta|untuk|bagi|pada|oleh|dengan)\s)[^\s,/()]+){1,4}?"
    r"(?=\s(di[^\W\d_]{4,})(?:\s|$))",
    re.IGNORECASE,
)
"""«Jumlah Ternak Divaksin PMK»: up to a passive nothing says which of them."""
_LOST_AT_END = re.compile(rf"\s(?:{'|'.join(LOSABLE)})$", re.IGNORECASE)
_MEASURES = frozenset(("persentase", "jumlah", "indeks", "nilai", "rasio", "cakupan", "skor", "proporsi"))


def _with_relative(match: re.Match[str]) -> str | None:
    before = fold(match.group(0)).split()
    return (
        None
        if before[-1] in TASK_WORDS or before[-1] in ("mampu", "telah", "sudah", "tidak")
        else f"{match.group(0)} yang"
    )


def _before_passive(match: re.Match[str]) -> str | None:
    """With «yang» where what follows is a verb in di-; a prefix that was typed apart is another fault."""
    passive = fold(match.string[match.end() :].split()[0])
    before = fold(match.group(0)).split()[-1]
    fits = (
        is_verb(passive) and not passive.endswith("nya") and before not in ("telah", "sudah", "tidak", "belum", "dapat")
    )
    return f"{match.group(0)} yang" if fits else None


def places(text: str) -> Iterator[tuple[int, str]]:
    """Where a word is lost, with the words around that place."""
    first, second = (*_WORD.findall(text)[:2], "", "")[:2]
    if first.casefold() in _MEASURES and second.casefold() in ("yang", "dan", "dengan"):
        yield text.index(second, text.index(first) + len(first)), f"{first} {second}"
    end = _LOST_AT_END.search(text)
    if end:
        yield len(text), end.group(0).strip()


RELATIVES = ((_RELATIVE_LOST, _with_relative), (_PASSIVE_BARE, _before_passive))
"""Where «yang» is lost, and what stands there instead."""
