"""Rules P112, P113: the name of the agency in Identitas is the one that the titles in Pejabat name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.post_index import title_key
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold, slips_between

_KINDS = ("dinas", "badan", "kecamatan", "kelurahan", "inspektorat", "satuan", "sekretariat")
"""Kinds of agencies of which none is another."""
_LED_BY = (
    ("kepala pelaksana ", ""), ("kepala ", ""), ("direktur ", ""), ("camat", "kecamatan"), ("lurah", "kelurahan"),
    ("inspektur", "inspektorat"), ("sekretaris daerah", "sekretariat daerah"), ("sekretaris dprd", "sekretariat dprd"),
)  # fmt: skip
"""How the title of a head begins, with what stands for it in the name of the agency."""
_NO_CONTENT = frozenset((
    *_KINDS, "kantor", "daerah", "kabupaten", "kota", "provinsi", "pemerintah", "dan", "uptd", "upt", "utama",
))  # fmt: skip
_SHORT_KINDS = (("dis", "dinas"), ("din", "dinas"), ("ka", "kepala"))
_NOT_OFFICES = frozenset((
    "badan usaha", "badan hukum", "badan publik", "badan milik", "badan permusyawaratan", "badan layanan",
    "badan jalan", "badan air", "badan pengawas", "badan koordinasi",
))  # fmt: skip
_COUNCIL = frozenset(("dprd", "dewan"))
_WORD = 5
"""Letters from which on a slip leaves a word the same."""
_ACRONYM = 8
"""Letters of the longest short name that is taken as it is: BPKAD, DP3AP2KB."""
_REPEATED = re.compile(r"([a-z])([2-4])")


@dataclass(frozen=True)
class AgencyName:
    """The words of the name of an agency; ``region`` are words that say only where it is."""

    words: tuple[str, ...]
    region: frozenset[str]

    @property
    def kind(self) -> str:
        """What it is: ``dinas``; empty where its name does not say."""
        return next((word for word in self.words if word in _KINDS), "")

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words that tell it from others of its kind."""
        return tuple(word for word in self.words if word not in _NO_CONTENT and word not in self.region)

    def agrees(self, other: AgencyName) -> bool:
        """Whether both may be one agency: one says no more than the other, in whole words or in short."""
        kinds = {self.kind, other.kind} - {""}
        councils = _COUNCIL.isdisjoint(self.words) is not _COUNCIL.isdisjoint(other.words)
        if len(kinds) > 1 or (councils and kinds == {"sekretariat"}):
            return False
        return all(_is_said(word, other.words) for word in self.content) or all(
            _is_said(word, self.words) for word in other.content
        )


def _is_said(word: str, words: Sequence[str]) -> bool:
    if any(word == other or (len(word) >= _WORD and slips_between(word, other) == 1) for other in words):
        return True
    short = _REPEATED.sub(lambda found: found.group(1) * int(found.group(2)), word)  # DKP3
    kinds = (begin for begin, kind in _SHORT_KINDS if short.startswith(begin) and kind in words)
    return any(_shortens(rest, tuple(words)) for rest in (short, *(short.removeprefix(kind) for kind in kinds)))


def _shortens(short: str, words: tuple[str, ...]) -> bool:
    """Whether a word is made of pieces of others, in their order: kominfo, disdukcapil, bpbd."""
    if not short:
        return True
    for number, word in enumerate(words):
        for end in range(min(len(short), len(word)), 0, -1):
            piece = short[:end]
            if (word.startswith(piece) or (end > 1 and piece in word)) and _shortens(short[end:], words[number + 1 :]):
                return True
    return False


@dataclass(frozen=True)
class OwnNames:
    """How Identitas calls the agency; blank names have no words."""

    nama: AgencyName
    short: AgencyName
    above: AgencyName

    def fits(self, named: AgencyName) -> bool:
        """Whether a name may be that of this agency, or of the one that it is a unit of."""
        acronym = named.words == self.short.words and all(len(word) <= _ACRONYM for word in named.words)
        return acronym or any(own.words and named.agrees(own) for own in (self.nama, self.above))


def _words(text: str, region: frozenset[str]) -> AgencyName:
    return AgencyName(tuple(fold(text).split()), region)


def own_names(said: Mapping[str, str]) -> OwnNames:
    """The names of an agency by the keys of Identitas."""
    region = frozenset(fold(said.get("pemda", "")).split())
    nama, short, above = (_words(said.get(kunci, ""), region) for kunci in ("nama_pd", "singkatan", "pd_induk"))
    return OwnNames(nama, short, above)


def led_agency(title: str, region: frozenset[str] = frozenset()) -> AgencyName | None:
    """The agency that the title of a head names; None where it names none."""
    words = title_key(title)
    words = "kepala dinas" if words == "kepala" and "dinas" in fold(title) else words
    for start, instead in _LED_BY:
        if words.startswith(start):
            return _words(f"{instead} {words.removeprefix(start)}", region)
    return None


def _named_agency(title: str, own: OwnNames) -> AgencyName | None:
    """The agency that stands behind a post: "Kepala Bidang Data Dinas Contoh"; None where none does."""
    kinds = ("kecamatan",) if own.nama.kind == "kecamatan" else ("dinas", "badan")
    found = re.search(rf"\w+ ((?:{'|'.join(kinds)}) (\w+).*)$", fold(title))
    if found is None or f"{found.group(1).split()[0]} {found.group(2)}" in _NOT_OFFICES:
        return None
    named = _words(found.group(1), own.nama.region)
    return named if named.content else None


def agency_named_alike(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P112, P113: Nama PD and the title of the head name one agency, and no other title names another one.

    Where a second title, or Singkatan, agrees with Nama PD, it is the title of the head that is told.
    """
    own = own_names({kunci: isian.clean for kunci, isian in buku.identitas.items() if isian})
    if not own.nama.words:
        return
    heads = [post for post in plan.pejabat.values() if post.jenis_pk is JenisPk.JPT]
    led = led_agency(heads[0].jabatan.text, own.nama.region) if len(heads) == 1 else None
    others = {
        post.id: named
        for post in plan.pejabat.values()
        if post.jenis_pk not in (None, JenisPk.JPT) and (named := _named_agency(post.jabatan.text, own)) is not None
    }
    contradicted = led is not None and not own.fits(led)
    if led is not None and contradicted:
        yield _head_differs(buku, heads[0], led, own, tuple(others.values()))
    for id_, named in others.items():
        if not own.fits(named) and not (led is not None and contradicted and named.agrees(led)):
            jabatan = plan.pejabat[id_].jabatan
            yield temuan("P113", jabatan.source, teks=jabatan.clean, nama=buku.identitas["nama_pd"].clean)


def _head_differs(
    buku: BukuKerja, head: Pejabat, led: AgencyName, own: OwnNames, others: Sequence[AgencyName]
) -> Temuan:
    """P112 at the cell that stands alone against the other names.

    Args:
        buku: The rows.
        head: Who leads the agency.
        led: The agency that his title names.
        own: How Identitas calls the agency.
        others: The agencies that other titles name.
    """
    nama_pd = buku.identitas["nama_pd"]
    witnesses = [named for named in (own.short, *others) if named.words]
    with_name = sum(named.agrees(own.nama) for named in witnesses)
    with_head = sum(named.agrees(led) for named in witnesses)
    place, other = (head.jabatan, nama_pd) if with_name > with_head else (nama_pd, head.jabatan)
    return temuan("P112", place.source, nama=nama_pd.clean, jabatan=head.jabatan.clean, lain=other.source)


RULES = (agency_named_alike,)
