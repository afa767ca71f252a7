"""Marks of the official sentences: enough to know one without the list that holds them.

The list (nomenklatur) is not shipped, and many offices have none beside their workbook. What is shipped is a hash of
each of its sentences by level, and of the beginnings of each from where it could have been cut. A sentence can be
looked up in them, none can be read out of them.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from zlib import crc32

from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.nomenclature import LEVEL_DEPTH, NomenclatureList
from pokin_docs.model.texts import fold_sentence

CUT_FROM = 0.7
"""Share of an official sentence that a cut one has at least."""
BROKEN_FROM = 0.4
"""The same where it ends amid a phrase."""
SHORT_FROM = 0.5
"""Share of an official sentence from which a shorter one may well be meant for it."""
OPEN_WORDS = 2
"""Words from which a sentence begins like another."""
END_WORDS = 3
"""Words at the end of a sentence by which it is known, where those before them may be lost."""
CUT_WORDS = 4
LOSABLE = ("dan", "yang", "di", "ke", "dari", "untuk", "pada", "dengan", "dalam", "oleh", "atau", "serta", "bagi",
           "terhadap")  # fmt: skip
"""Words whose loss leaves the sentence what it is, and with which none ends."""
PREPOSITIONS = ("untuk", "pada", "dalam", "oleh", "bagi", "terhadap")
"""Those of them without which two nouns stand side by side as well: «Penghargaan ASN»."""
OTHERS = frozenset(("lainnya", "lain", "lain-lain"))
"""Without these at its end a sentence is about the things themselves, which may well be another sub kegiatan."""
_HEAD = b"pokin official marks 1\n"
_TABLES = ("3", "5", "6", "kinerja", "indikator", "beginnings", "openings", "endings", "capitals")
_WIDE = ("kinerja", "indikator")
"""Tables asked so often, for each possible slip of a sentence, that a hash of 32 bits would say yes by chance."""
_MOST_KNOWN = 8192
_DEPTH = {"3": 3, "5": 5, "6": 6, "kinerja": 6, "indikator": 6}


@lru_cache(maxsize=4096)
def _narrow(key: str) -> int:
    return crc32(key.encode())


def wide_mark(narrow: int, key: str) -> int:
    """The mark of 64 bits of a sentence, of which the upper half is its crc."""
    return narrow << 32 | int.from_bytes(blake2b(key.encode(), digest_size=4).digest(), "little")


@dataclass(frozen=True)
class OfficialMarks:
    """Marks of an official list.

    ``tables`` are sorted marks: of names by the depth of their code, of kinerja and indikator, of beginnings of those
    two (``openings`` are the shorter ones) and of their ends, and of sentences whose official text has capitals as they
    come.
    """

    tables: Mapping[str, array[int]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.tables)

    def is_name(self, text: str) -> bool:
        """Whether a text is the name of a program, kegiatan or sub kegiatan."""
        key = fold_sentence(text)
        return any(self.holds(table, key) for table in ("3", "5", "6"))

    def is_kinerja(self, text: str) -> bool:
        """Whether a text is the kinerja of a sub kegiatan."""
        return self.holds("kinerja", fold_sentence(text))

    def is_official(self, text: str, komponen: KomponenPerencanaan | None = None) -> bool:
        """Whether a sentence is an official name, kinerja or indikator, at the level of a component or at any.

        Args:
            text: The sentence; case, blanks and punctuation do not count.
            komponen: The level it stands at; None for any.
        """
        if (text, komponen) not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            key = fold_sentence(text)
            wanted = None if komponen is None else LEVEL_DEPTH.get(komponen, 0)
            found = any(wanted in (None, depth) and self.holds(table, key) for table, depth in _DEPTH.items())
            self._known[text, komponen] = found
        return self._known[text, komponen]

    @cached_property
    def _known(self) -> dict[tuple[str, KomponenPerencanaan | None], bool]:
        """What was asked already: a dozen rules ask of the same sentence."""
        return {}

    def holds(self, table: str, key: str, narrow: int | None = None) -> bool:
        """Whether a table has the mark of a folded sentence.

        Args:
            table: Name of the table.
            key: The folded sentence.
            narrow: Its crc, where it is known already.
        """
        marks = self.tables.get(table)
        if not marks or not key:
            return False
        crc = _narrow(key) if narrow is None else narrow
        if table not in _WIDE:
            at = bisect_left(marks, crc)
            return at < len(marks) and marks[at] == crc
        at = bisect_left(marks, crc << 32)
        if at == len(marks) or marks[at] >> 32 != crc:
            return False
        mark = wide_mark(crc, key)
        return mark in marks[at : bisect_left(marks, (crc + 1) << 32)]

    def may_be(self, table: str, narrow: int) -> bool:
        """Whether ``kinerja`` or ``indikator`` has a mark with this crc: what is not official mostly has none."""
        return narrow in self._narrowed[table]

    @cached_property
    def _narrowed(self) -> Mapping[str, frozenset[int]]:
        return {table: frozenset(mark >> 32 for mark in self.tables.get(table, ())) for table in _WIDE}

    def longer(self, table: str, *, early: bool = False) -> frozenset[int]:
        """The crcs of whole sentences of ``kinerja`` or ``indikator`` and of beginnings of either.

        Args:
            table: Which of the two.
            early: Whether short beginnings count as well.
        """
        if (table, early) not in self._longer:
            short = self.tables.get("openings", ()) if early else ()
            self._longer[table, early] = self._narrowed[table].union(self._beginnings, short)
        return self._longer[table, early]

    @cached_property
    def _longer(self) -> dict[tuple[str, bool], frozenset[int]]:
        return {}

    @cached_property
    def _beginnings(self) -> frozenset[int]:
        return frozenset(self.tables.get("beginnings", ()))

    def opens(self, key: str) -> bool:
        """Whether a folded text is the beginning of an official kinerja or indikator, however much is lost."""
        return self.holds("beginnings", key) or self.holds("openings", key)

    def ends(self, key: str) -> bool:
        """Whether the last words of a folded text are those of an official kinerja or indikator."""
        return self.holds("endings", _ending(key))

    def depth(self, table: str, text: str) -> int:
        """Parts of the code that a sentence is the official name, kinerja or indikator of; 0 for none.

        Args:
            table: ``kinerja`` or ``indikator``.
            text: The sentence.
        """
        key = fold_sentence(text)
        return next((_DEPTH[name] for name in (table, "6", "5", "3") if self.holds(name, key)), 0)

    def mixes_capitals(self, text: str) -> bool:
        """Whether the official text of a sentence itself has capitals as they come."""
        return self.holds("capitals", fold_sentence(text))

    def goes_on(self, key: str) -> bool:
        """Whether a folded text is an official kinerja or indikator that lacks its last words."""
        return len(key.split()) >= CUT_WORDS and self.holds("beginnings", key)


def marks_of(listed: NomenclatureList, mixes_capitals: Callable[[str], bool] = lambda text: False) -> OfficialMarks:
    """The marks of an official list.

    Args:
        listed: The list.
        mixes_capitals: Whether a sentence has capitals as they come.
    """
    found: dict[str, set[int]] = {table: set() for table in _TABLES}
    for entry in listed.entries:
        if entry.depth in (3, 5, 6):
            found[str(entry.depth)].add(crc32(fold_sentence(entry.nama).encode()))
        for table in _WIDE:
            key = fold_sentence(getattr(entry, table))
            if key and mixes_capitals(getattr(entry, table)):
                found["capitals"].add(crc32(key.encode()))
            if key:
                found[table].add(wide_mark(crc32(key.encode()), key))
                found["beginnings"].update(crc32(start.encode()) for start in beginnings(key))
                found["openings"].update(crc32(start.encode()) for start in openings(key))
                found["endings"].add(crc32(_ending(key).encode()))
    found["openings"] -= found["beginnings"]
    return OfficialMarks(
        {table: array("Q" if table in _WIDE else "I", sorted(marks)) for table, marks in found.items() if marks}
    )


def beginnings(key: str) -> Iterator[str]:
    """What a folded sentence may have been cut to: whole words, most of it."""
    found = key.split()
    for count in range(CUT_WORDS, len(found)):
        start = " ".join(found[:count])
        if len(start) >= (BROKEN_FROM if found[count - 1] in LOSABLE else CUT_FROM) * len(key):
            yield start


def openings(key: str) -> Iterator[str]:
    """Every beginning of a folded sentence of more than its first word."""
    found = key.split()
    yield from (" ".join(found[:count]) for count in range(OPEN_WORDS, len(found)))


def _ending(key: str) -> str:
    """The last words of a folded sentence."""
    return " ".join(key.split()[-END_WORDS:])


def packed(marks: OfficialMarks) -> bytes:
    """The marks as a file holds them, the same on every machine."""
    sizes = " ".join(str(len(marks.tables.get(table, ()))) for table in _TABLES).encode()
    tables = (marks.tables.get(table, array("I")) for table in _TABLES)
    return b"".join((_HEAD, sizes, b"\n", *(_swapped(table).tobytes() for table in tables)))


def unpacked(data: bytes) -> OfficialMarks:
    """The marks of a file; none where it holds something else, or is cut."""
    sizes, _, rest = data.removeprefix(_HEAD).partition(b"\n")
    counts = [int(size) for size in sizes.split() if size.isdigit()]
    kinds = ["Q" if table in _WIDE else "I" for table in _TABLES]
    if not data.startswith(_HEAD) or len(counts) != len(_TABLES):
        return OfficialMarks()
    if sum(size * array(kind).itemsize for size, kind in zip(counts, kinds, strict=True)) != len(rest):
        return OfficialMarks()
    tables, at = {}, 0
    for table, size, kind in zip(_TABLES, counts, kinds, strict=True):
        marks = array(kind)
        end = at + size * marks.itemsize
        marks.frombytes(rest[at:end])
        tables[table], at = _swapped(marks), end
    return OfficialMarks(tables)


def _swapped(marks: array[int]) -> array[int]:
    """The marks with their least byte first, which they have on nearly every machine."""
    if sys.byteorder == "big":
        marks = array(marks.typecode, marks)
        marks.byteswap()
    return marks
