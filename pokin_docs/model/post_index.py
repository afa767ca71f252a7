"""The posts of a workbook looked up by whatever a planner writes for one: ID, NIP, name, or title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pokin_docs.model.cell_words import PARTING
from pokin_docs.model.levels import JenisPk, read_jenis_pk
from pokin_docs.model.person_names import is_degree, name_key, without_acting
from pokin_docs.model.post_titles import weak_pieces
from pokin_docs.model.printing import plain_nip
from pokin_docs.model.rows import BukuKerja, PejabatRow
from pokin_docs.model.texts import Likeness, fold, nearest, squeeze, without_number

_SHORT = {
    "kadis": "kepala dinas", "kaban": "kepala badan", "kabid": "kepala bidang", "kabag": "kepala bagian",
    "kasubbag": "kepala subbagian", "kasubag": "kepala subbagian", "kasubbid": "kepala subbidang",
    "kasubid": "kepala subbidang", "kasi": "kepala seksi", "kasie": "kepala seksi", "kapus": "kepala puskesmas",
    "kasat": "kepala satuan", "ka": "kepala", "kep": "kepala", "subbag": "subbagian", "subag": "subbagian",
    "subbid": "subbidang", "bid": "bidang", "bag": "bagian", "irban": "inspektur pembantu", "wadir": "wakil direktur",
    "sekwan": "sekretaris dprd", "sekda": "sekretaris daerah", "sekdis": "sekretaris", "sekcam": "sekretaris camat",
    "seklur": "sekretaris lurah", "sekretariat": "sekretaris", "subkoor": "subkoordinator", "subkor": "subkoordinator",
    "kab": "kabupaten", "kec": "kecamatan",
}  # fmt: skip
"""Short words of titles with what they stand for (the level labels know the same posts)."""
_PAIRS = (("sub bagian", "subbagian"), ("sub bidang", "subbidang"), ("sub koordinator", "subkoordinator"),
          ("kasub bag", "kasubbag"), ("kasub bid", "kasubbid"),
          ("sekretaris kecamatan", "sekretaris camat"))  # fmt: skip
_UNIMPORTANT = frozenset(("dan", "pada", "di"))
AgencyNames = tuple[tuple[str, str], ...]
_MAX_PIECES = 12
"""A cell of more pieces is a sentence, not a list of owners."""


def id_key(text: str) -> str:
    """Key under which two spellings of an ID are the same: capitals, blanks, hyphens and dots do not count."""
    return re.sub(r"[\W_]+", "", squeeze(text).casefold())


@dataclass
class PostIndex:
    """What stands in the sheet Pejabat, by every way to name a post; the values are IDs in sheet order."""

    ids: dict[str, JenisPk | None] = field(default_factory=dict)
    agency: AgencyNames = ()
    _known: dict[str, dict[str, None]] = field(default_factory=dict)
    _told: dict[tuple[str, JenisPk | None], tuple[tuple[str, tuple[str, ...]], ...]] = field(default_factory=dict)

    def fits(self, text: str, pk_class: JenisPk | None = None) -> tuple[str, ...]:
        """IDs of the posts that a text may stand for as a whole.

        Args:
            text: What was typed.
            pk_class: Where several fit, those of this class are meant, if there are any.
        """
        own = squeeze(text)
        if own in self.ids:
            return (own,)
        found = self._known.get(f"id {id_key(own)}", {}) if id_key(own) else {}
        for key in () if found else self._keys(own):
            found = found | self._known.get(key, {})
        if re.fullmatch(r"[A-Z\d_.-]+", own):  # "KADIS" for the post KADISS is an ID with a slip, not "Kepala Dinas"
            found = {id_: None for id_ in found if id_key(id_) == id_key(own) or not nearest(own, (id_,))}
        of_class = [id_ for id_ in found if pk_class is not None and self.ids[id_] is pk_class]
        return tuple(of_class or found)

    def split(self, text: str, pk_class: JenisPk | None = None) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The owners a cell names, each as it was typed with the IDs that fit it.

        A comma parts two owners where both sides fit a post, not before a degree and not inside a title.

        Args:
            text: What was typed.
            pk_class: Where several posts fit, those of this class are meant, if there are any.
        """
        if (text, pk_class) in self._told:  # the same few owners stand in hundreds of rows
            return self._told[text, pk_class]
        found: list[tuple[str, tuple[str, ...]]] = []
        for line in PARTING.split(text):
            part = squeeze(without_number(squeeze(line)))
            if part.strip("-–—.… "):
                found += self._parts(part, pk_class)
        return self._told.setdefault((text, pk_class), tuple(found))

    def _parts(self, part: str, pk_class: JenisPk | None) -> list[tuple[str, tuple[str, ...]]]:
        whole = self.fits(part, pk_class)
        pieces = weak_pieces(part)
        words = part.split(" ")
        if not whole and len(words) > 1 and all(self._known.get(f"id {id_key(word)}") for word in words):
            return [(word, self.fits(word, pk_class)) for word in words]
        if whole or len(pieces) == 1 or len(pieces) > _MAX_PIECES * 2:
            return [(part, whole or self._of_all(part, pk_class))]
        cuts = self._cut(pieces, pk_class, {})
        if cuts is not None:
            return cuts
        if single := self._of_all(part, pk_class):
            return [(part, single)]
        apart = [squeeze(without_number(piece)) for piece in pieces[::2]]
        one_known = any(self.fits(piece) for piece in apart)
        if one_known or all(re.fullmatch(r"[^\s]+", piece) for piece in apart):
            return [(piece, self.fits(piece, pk_class)) for piece in apart if piece]
        return [(part, ())]

    def _cut(
        self, pieces: list[str], pk_class: JenisPk | None, known: dict[int, list[tuple[str, tuple[str, ...]]] | None],
        start: int = 0,
    ) -> list[tuple[str, tuple[str, ...]]] | None:  # fmt: skip
        """The pieces from ``start`` on as owners that each fit, the longest first; None where that is impossible."""
        if start >= len(pieces):
            return []
        if start not in known:
            known[start] = None
            for end in range(len(pieces), start, -2):
                text = squeeze(without_number("".join(pieces[start:end])))
                fits = self.fits(text, pk_class)
                rest = self._cut(pieces, pk_class, known, end + 1) if fits else None
                if rest is not None:
                    known[start] = [(text, fits), *rest]
                    break
        return known[start]

    def _of_all(self, part: str, pk_class: JenisPk | None) -> tuple[str, ...]:
        """The post that all parts of "Kabid Data (Contoh)" and "KABID - Contoh" fit; none where they name several."""
        parts = [piece for piece in re.split(r"\s+[-–—:]\s+|[()]", part) if piece.strip()]
        fits = [set(self.fits(piece, pk_class)) for piece in parts] if len(parts) > 1 else []
        fits = [ids for ids in fits if ids]
        common = set.intersection(*fits) if fits else set()
        return tuple(common) if len(common) == 1 else ()

    def _keys(self, text: str) -> tuple[str, ...]:
        nip = plain_nip(text)
        words = without_acting(text).split(" ")
        while len(words) > 1 and is_degree(
            words[-1]
        ):  # "Contoh Dua SE": nobody is called so, if he is found without it
            words.pop()
        keys = (f"nip {nip}" if re.fullmatch(r"\d{18}", nip) else "", f"nama {name_key(text)}",
                f"nama {name_key(' '.join(words))}", self._title(text))  # fmt: skip
        return tuple(key for key in keys if key and not key.endswith(" "))

    def nearest(self, text: str) -> str | None:
        """ID of the post whose ID, name or title is most like a text that fits none; None when none is alike enough."""
        for kind, key in (("nama", name_key(text)), ("jabatan", self._title(text).partition(" ")[2])):
            known = {name.partition(" ")[2]: ids for name, ids in self._known.items() if name.startswith(f"{kind} ")}
            if near := nearest(key, known, Likeness.MEANT):
                return next(iter(known[near]))
        return nearest(text, self.ids)

    def _title(self, text: str) -> str:
        return f"jabatan {title_key(text, self.agency)}"

    def learn(self, row: PejabatRow) -> None:
        """Take a row in; all are known before anything is looked up."""
        own = row.id.clean
        jenis_pk = read_jenis_pk(row.jenis_pk.text) if row.jenis_pk else None
        self.ids[own] = self.ids.get(own) or jenis_pk
        keys = (f"id {id_key(own)}", f"nip {plain_nip(row.nip.clean)}", f"nama {name_key(row.nama.text)}",
                self._title(row.jabatan.text) if row.jabatan else "")  # fmt: skip
        for key in keys:
            if key and not key.endswith(" "):
                self._known.setdefault(key, {})[own] = None


def index_posts(buku: BukuKerja) -> PostIndex:
    """The index of the rows of Pejabat that have an ID."""
    index = PostIndex(agency=names_of_agency(buku))
    for row in buku.pejabat:
        if row.id:
            index.learn(row)
    return index


def names_of_agency(buku: BukuKerja) -> AgencyNames:
    """What Identitas calls the agency, as ``agency_names`` gives it."""
    said = (buku.identitas.get(kunci) for kunci in ("nama_pd", "singkatan", "pemda"))
    return agency_names(*(isian.text if isian else "" for isian in said))


def title_key(text: str, agency: AgencyNames = ()) -> str:
    """Key under which two ways to write a post are the same.

    Args:
        text: The title; "Plt." in front does not count, "Kabid" is "Kepala Bidang".
        agency: How the agency is called, by ``agency_names``: a title may hold it or not.
    """
    words = _words(without_acting(text))
    for pattern, instead in agency:
        words = re.sub(pattern, instead, words)
    words = squeeze(words)
    # "Kepala Bidang Data Dinas" of the agency itself; only its head is named by the kind of agency.
    shorter = re.sub(r"(?<=\w) (?:dinas|badan|kantor|kecamatan|satuan|inspektorat)$", "", words)
    return words if shorter == "kepala" else shorter


def agency_names(nama_pd: str, singkatan: str, pemda: str) -> AgencyNames:
    """What titles may leave out of their agency and region, the longer names first, and what is left of each.

    Args:
        nama_pd: Name of the agency.
        singkatan: Its short name; may be empty.
        pemda: The government it belongs to: "Pemerintah Kabupaten Contoh"; may be empty.
    """
    region = _words(pemda)
    own = squeeze(_words(nama_pd).replace(region, "")) if region else _words(nama_pd)
    kind, _, rest = own.partition(" ")
    # "Camat Contohan", "Bupati Contoh": the place alone is only left out where nothing else is named.
    places = tuple((rf"^(\w+) {re.escape(place)}$", r"\1") for place in (rest, region.partition(" ")[2]) if place)
    names = ((region, ""), (own, kind), (_words(singkatan), kind))
    return *((rf"(?<!\w){re.escape(name)}(?!\w)", left) for name, left in names if name), *places


def _words(text: str) -> str:
    words = fold(text)
    for apart, joined in _PAIRS:
        words = words.replace(apart, joined)
    expanded = " ".join(_SHORT.get(word, word) for word in words.split() if word not in _UNIMPORTANT)
    return expanded.removeprefix("pemerintah ")
