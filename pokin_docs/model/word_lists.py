"""Kata: the word lists that the wording rules are given; what each list means.

The lists are text files (``pokin_docs/kata``), which an office extends in a folder of its own; reading them is the
work of ``extract.words``. Every key here is folded, so that case and punctuation do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pokin_docs.model.texts import fold, fold_sentence

HASIL, KELUARAN, KEDUANYA = "hasil", "keluaran", "keduanya"
PERSEN, INDEKS, JUMLAH = "persen", "indeks", "jumlah"

DAFTAR: Mapping[str, tuple[str, ...] | None] = {
    "kata-kerja": (HASIL, KELUARAN, KEDUANYA),
    "kata-masalah": None,
    "frasa-tetap": None,
    "istilah": None,
    "satuan": None,
    "indeks-usang": None,
    "huruf-kecil": None,
    "samar": None,
    "proses": None,
    "dokumen": None,
    "ejaan": None,
    "kata-umum": None,
    "awal-indikator": (PERSEN, INDEKS, JUMLAH),
    "resmi": None,
    "padanan": None,
}
"""Names of the lists; the words allowed right of ``=`` where only some are."""

BERPASANGAN = frozenset({"kata-kerja", "satuan", "indeks-usang", "awal-indikator", "padanan"})
"""Lists whose every line needs a right side."""


@dataclass(frozen=True)
class Istilah:
    """The terms offices use for one concept, each with its spellings; the first of each is the one shown."""

    istilah: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Kata:
    """All word lists. Without any, the wording rules have nothing to say."""

    kerja: Mapping[str, str] = field(default_factory=dict)
    masalah: frozenset[str] = frozenset()
    frasa_tetap: tuple[str, ...] = ()
    istilah: tuple[Istilah, ...] = ()
    satuan: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nama_satuan: tuple[str, ...] = ()
    indeks_usang: Mapping[str, str] = field(default_factory=dict)
    huruf_kecil: frozenset[str] = frozenset()
    samar: tuple[str, ...] = ()
    proses: frozenset[str] = frozenset()
    dokumen: tuple[str, ...] = ()
    ejaan: Mapping[str, str] = field(default_factory=dict)
    umum: frozenset[str] = frozenset()
    awal_indikator: Mapping[str, str] = field(default_factory=dict)
    resmi: frozenset[str] = frozenset()
    resmi_awal: tuple[str, ...] = ()
    padanan: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_official(self, teks: str) -> bool:
        """Whether a sentence is one of the listed official ones, whose wording is not ours to judge."""
        key = fold_sentence(teks)
        return key in self.resmi or key.startswith(self.resmi_awal)

    @cached_property
    def pola_tetap(self) -> re.Pattern[str] | None:
        """Finds fixed phrases in a squeezed text, with or without the commas and dashes between their words."""
        return _any_of(map(fold, self.frasa_tetap), between=r"[\W_]+")

    @cached_property
    def pola_samar(self) -> re.Pattern[str] | None:
        """Finds vague words in a squeezed text, whatever their case."""
        return _any_of(self.samar)

    @cached_property
    def pola_padanan(self) -> re.Pattern[str] | None:
        """Finds standard measures in a folded text."""
        return _any_of(self.padanan)

    @cached_property
    def pola_usang(self) -> re.Pattern[str] | None:
        """Finds retired indices in a folded text."""
        return _any_of(self.indeks_usang)

    @cached_property
    def ejaan_istilah(self) -> Mapping[str, tuple[int, str]]:
        """Folded spelling → number of its concept and the term it stands for."""
        return {
            fold(spelling): (number, spellings[0])
            for number, concept in enumerate(self.istilah)
            for spellings in concept.istilah
            for spelling in spellings
        }

    @cached_property
    def pola_istilah(self) -> re.Pattern[str] | None:
        """Finds terms in a folded text, the longest first: SKPD's long form holds that of Perangkat Daerah."""
        return _any_of(self.ejaan_istilah)


def _any_of(phrases: Iterable[str], between: str = " ") -> re.Pattern[str] | None:
    longest_first = sorted(filter(None, phrases), key=len, reverse=True)
    if not longest_first:
        return None
    parts = "|".join(between.join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


def build_kata(lists: Mapping[str, Mapping[str, str]]) -> Kata:
    """The word lists from their lines: name of the list → what stands left of ``=`` → what stands right of it."""

    def left(name: str) -> tuple[str, ...]:
        return tuple(lists.get(name, {}))

    def folded(name: str) -> dict[str, str]:
        return {fold(key): value for key, value in lists.get(name, {}).items()}

    satuan: dict[str, frozenset[str]] = {}
    for spellings, first_words in lists.get("satuan", {}).items():
        fits = frozenset(fold(word) for word in first_words.split(","))
        for spelling in _parts(spellings, "|"):
            satuan[fold(spelling)] = satuan.get(fold(spelling), frozenset()) | fits
    istilah = tuple(
        Istilah(tuple(_parts(term, "|") for term in _parts(line, ";"))) for line in left("istilah") if ";" in line
    )
    resmi = left("resmi")
    return Kata(
        kerja=folded("kata-kerja"),
        masalah=frozenset(folded("kata-masalah")),
        frasa_tetap=left("frasa-tetap"),
        istilah=istilah,
        satuan=satuan,
        nama_satuan=tuple(_parts(line, "|")[0] for line in left("satuan")),
        indeks_usang=folded("indeks-usang"),
        huruf_kecil=frozenset(folded("huruf-kecil")),
        samar=left("samar"),
        proses=frozenset(folded("proses")),
        dokumen=left("dokumen"),
        ejaan=folded("ejaan"),
        umum=frozenset(folded("kata-umum")),
        awal_indikator=folded("awal-indikator"),
        resmi=frozenset(fold_sentence(line) for line in resmi if not line.endswith("…")),
        resmi_awal=tuple(fold_sentence(line) for line in resmi if line.endswith("…")),
        padanan={key: tuple(fold(" ".join(_parts(value, ","))).split()) for key, value in folded("padanan").items()},
    )


def _parts(line: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in line.split(separator) if part.strip())
