"""The official list of programs, kegiatan and sub kegiatan (Kepmendagri; domain-2.md 10), as far as we use it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pokin_docs.model.government_fields import SHARED, field_of
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.texts import fold, fold_sentence

PROVINCE, REGENCY = "provinsi", "kabupaten/kota"
"""The two kinds of regions that the list parts; an entry of both has neither."""
SHARED_PROGRAM = "01"
"""Number of the program that all agencies share (Penunjang Urusan)."""
LEVEL_DEPTH = {
    KomponenPerencanaan.SASARAN_PROGRAM: 3,
    KomponenPerencanaan.SASARAN_KEGIATAN: 5,
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN: 6,
}
"""Parts of the code whose official sentences a level takes."""
_EDGE = 8
"""Letters at the start and at the end of a sentence by which those like it are looked up."""


def depth_of(kode: str) -> int:
    """How many parts a code has: 2 a field, 3 a program, 5 a kegiatan, 6 a sub kegiatan."""
    return kode.count(".") + 1


class NomenclatureEntry(NamedTuple):  # of which there are ten thousand: a dataclass takes ten times as long to make
    """One line of the official list.

    ``region`` is "" where it holds for both kinds of regions; ``before`` is the code that it replaces.
    """

    kode: str
    nama: str
    kinerja: str = ""
    indikator: str = ""
    satuan: str = ""
    before: str = ""
    region: str = ""

    @property
    def depth(self) -> int:
        """How many parts its code has."""
        return depth_of(self.kode)


@dataclass(frozen=True)
class NomenclatureList:
    """The official list as a file gave it.

    ``nama`` is the name of that file, ``version`` the year it says it is of, 0 where it says none. ``sentences`` are
    the official names, kinerja and indikator, folded, by depth of their code.
    """

    nama: str
    version: int
    entries: tuple[NomenclatureEntry, ...]
    sentences: Mapping[int, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def by_code(self) -> Mapping[str, tuple[NomenclatureEntry, ...]]:
        """Entries by code: several where provinces and regencies call the same program differently."""
        found: dict[str, tuple[NomenclatureEntry, ...]] = {}
        for entry in self.entries:
            found[entry.kode] = (*found.get(entry.kode, ()), entry)
        return found

    @cached_property
    def successors(self) -> Mapping[str, NomenclatureEntry]:
        """The entry that replaces a code, by the code that it replaces."""
        return {entry.before: entry for entry in reversed(self.entries) if entry.before}

    @cached_property
    def units(self) -> frozenset[str]:
        """The official satuan, folded."""
        return frozenset(fold(entry.satuan) for entry in self.entries if entry.satuan)

    @cached_property
    def _edges(self) -> Mapping[tuple[str, int, str], Sequence[NomenclatureEntry]]:
        found: dict[tuple[str, int, str], list[NomenclatureEntry]] = {}
        for entry in sorted(self.entries, key=lambda entry: entry.kode.split(".")[3:4] == ["1"]):
            for column, text in (("kinerja", entry.kinerja), ("indikator", entry.indikator)):
                if text:
                    found.setdefault((column, 0, text[:_EDGE].casefold()), []).append(entry)
                    found.setdefault((column, -1, text[-_EDGE:].casefold()), []).append(entry)
        return found

    def starting_like(self, column: str, text: str) -> Sequence[NomenclatureEntry]:
        """Entries whose kinerja or indikator (``column``) has the first letters of a text, those of regencies first."""
        return self._edges.get((column, 0, text[:_EDGE].casefold()), ())

    def ending_like(self, column: str, text: str) -> Sequence[NomenclatureEntry]:
        """Entries whose kinerja or indikator (``column``) has the last letters of a text."""
        return self._edges.get((column, -1, text[-_EDGE:].casefold()), ())

    def official_text(self, text: str) -> str | None:
        """The official kinerja or indikator that a sentence is but for capitals and blanks, as it is written there."""
        key = fold_sentence(text)
        for column in ("kinerja", "indikator"):
            near = (getattr(entry, column) for entry in self.starting_like(column, text))
            found = next((official for official in near if fold_sentence(official) == key), None)
            if found is not None:
                return str(found)
        return None

    def resolve(self, kode: str) -> str:
        """The code as the list writes it: the program that all agencies share stands under X.XX there."""
        if kode in self.by_code:
            return kode
        shared = f"{SHARED}.{kode[len(SHARED) + 1 :]}"
        return shared if kode.split(".")[2:3] == [SHARED_PROGRAM] and shared in self.by_code else kode

    def find(self, kode: str, region: str = "") -> NomenclatureEntry | None:
        """The entry of a code; of a kind of region its own one, where there are several.

        Args:
            kode: A code as an agency writes it, its own field in place of X.XX.
            region: ``PROVINCE``, ``REGENCY`` or "" for any.
        """
        found = self.by_code.get(self.resolve(kode), ())
        return next((entry for entry in found if entry.region == region), None) or next(
            (entry for entry in found if not (region and entry.region)), None
        )

    def is_name(self, text: str) -> bool:
        """Whether a text is the name of a program, kegiatan or sub kegiatan; spelt alike."""
        key, start = fold_sentence(text), text.strip()[:4].casefold()
        return any(fold_sentence(entry.nama) == key for entry in self.entries if entry.nama[:4].casefold() == start)

    def is_kinerja(self, text: str) -> bool:
        """Whether a text is the kinerja of an entry; spelt alike."""
        key = fold_sentence(text)
        return any(fold_sentence(entry.kinerja) == key for entry in self.starting_like("kinerja", text))

    def is_official(self, text: str, komponen: KomponenPerencanaan | None = None) -> bool:
        """Whether a sentence is an official name, kinerja or indikator, at the level of a component or at any.

        Args:
            text: The sentence; case, blanks and punctuation do not count.
            komponen: The level it stands at; None for any.
        """
        key = fold_sentence(text)
        if not key:
            return False
        if komponen is not None:
            return key in self.sentences.get(LEVEL_DEPTH.get(komponen, 0), ())
        return any(key in folded for folded in self.sentences.values())


def entries_for(listed: NomenclatureList, fields: Sequence[str] = (), region: str = REGENCY) -> list[NomenclatureEntry]:
    """The programs, kegiatan and sub kegiatan that an agency may plan, by code.

    Those of special regions aside. With fields they are those of the fields, and the program that all share under the
    first of them.

    Args:
        listed: The official list.
        fields: Fields of government such as 2.16; none for all.
        region: ``PROVINCE`` or ``REGENCY``.
    """
    digit = "1" if region == PROVINCE else "2"
    found = []
    for entry in listed.entries:
        own = field_of(entry.kode)
        if (
            entry.depth < 3
            or (entry.region and entry.region != region)
            or (entry.depth > 3 and entry.kode.split(".")[3] != digit)
        ):
            continue
        if fields and own == SHARED:
            found.append(entry._replace(kode=fields[0] + entry.kode[len(SHARED) :]))
        elif not fields or own in fields:
            found.append(entry)
    return sorted(found, key=lambda entry: entry.kode)


def official_sentences(entries: Iterable[NomenclatureEntry]) -> dict[int, frozenset[str]]:
    """The folded sentences of a list by depth of their code, as ``NomenclatureList`` keeps them."""
    found: dict[int, set[str]] = {}
    for entry in entries:
        keys = found.setdefault(entry.depth, set())
        keys.update(key for text in (entry.nama, entry.kinerja, entry.indikator) if (key := fold_sentence(text)))
    return {depth: frozenset(keys) for depth, keys in sorted(found.items())}
