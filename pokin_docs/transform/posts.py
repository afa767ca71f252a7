"""Posts: who holds each on the day of the PK, and who signs as superior (domain.md 1.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.level_labels import may_lead
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.person_names import acting_status, title_and_status, without_acting
from pokin_docs.model.post_index import AgencyNames, names_of_agency, title_key
from pokin_docs.model.post_titles import parted_titles
from pokin_docs.model.posts import KEPALA_DAERAH, Pejabat
from pokin_docs.model.printing import tanggal as written
from pokin_docs.model.rows import BukuKerja, Isian, PejabatRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja
from pokin_docs.transform.holder import nobody, read_holder

_PLACE_FIELDS = ("lembar", "baris")
_OF_THE_POST = ("jabatan", "jenis_pk", "atasan", "bidang")


@dataclass(frozen=True)
class PostsInOffice:
    """All rows of the sheet Pejabat, and per ID the one in office."""

    everything: tuple[Pejabat, ...]
    in_office: dict[str, Pejabat]


def read_posts(rows: tuple[PejabatRow, ...], tanggal: date | None) -> tuple[PostsInOffice, tuple[Temuan, ...]]:
    """The posts in sheet order.

    An ID names a post: several rows with one ID are its holders one after the other, told apart by Berlaku Dari and
    Berlaku Sampai; what the row of a later one leaves blank of the post itself is as before. Without a day of the
    PK the last one counts.
    """
    log = FindingLog()
    holders: dict[str, list[Pejabat]] = {}
    for row in rows:
        if not row.id:
            continue
        former = holders.get(row.id.clean, ())
        pejabat = read_holder(_with_post_of(row, former[-1].baris) if former else row, log)
        holders.setdefault(pejabat.id, []).append(pejabat)
    in_office: dict[str, Pejabat] = {}
    for id_, held in holders.items():
        holder = holder_on(held, tanggal)
        if holder is not None:
            in_office[id_] = holder
        elif tanggal is not None:
            last = last_before(held, tanggal)
            log.note("P39", last.baris.id.source, id=id_, tanggal=written(tanggal))
            in_office[id_] = unheld(last)
    everything = tuple(pejabat for held in holders.values() for pejabat in held)
    return PostsInOffice(everything, in_office), tuple(log)


def _with_post_of(row: PejabatRow, former: PejabatRow) -> PejabatRow:
    """The row of another holder of a post, told what the row of the ``former`` one says of the post."""
    told = {name: getattr(former, name) for name in _OF_THE_POST if getattr(row, name).is_blank}
    if acting_status(former.jabatan.text):
        told.pop("jabatan", None)  # that one was acting, this one need not be
    return replace(row, **told)


def holder_on(held: Iterable[Pejabat], day: date | None) -> Pejabat | None:
    """Who of the holders of a post is in office on a day, or at all where none is given; None where nobody is.

    A row that says the post is vacant counts only where no other does.
    """
    now = [pejabat for pejabat in held if day is None or pejabat.in_force(day)]
    return ([pejabat for pejabat in now if not pejabat.vacant] or now)[-1] if now else None


def last_before(held: Sequence[Pejabat], day: date) -> Pejabat:
    """The last of the holders of a post who came before a day; where none did, the last of all.

    Who comes later changes nothing in what is said of the day.
    """
    came = [pejabat for pejabat in held if (pejabat.baris.berlaku_dari.tanggal or day) <= day]
    return (came or held)[-1]


def unheld(last: Pejabat) -> Pejabat:
    """The post of its ``last`` holder without a holder: its PK keeps its place, the name is a mark."""
    # The cell that P39 is about: what stands in the others is that of the last one.
    return replace(last, status="", baris=nobody(last.baris, last.baris.id.source))


def posts_of_tree(
    pohon: PohonKinerja, buku: BukuKerja, log: FindingLog
) -> tuple[PohonKinerja, dict[str, Pejabat], dict[str, str]]:
    """The posts that Pemilik names by their titles, for a workbook without the sheet Pejabat.

    Two ways to write one title, with and without Plt. too, are one post.

    Args:
        pohon: The tree.
        buku: The workbook: how the agency is called, which titles may hold or not, and where names are missing.
        log: Takes where a post is acting in one cell and not in another.

    Returns:
        The tree with the titles as owners; the post of each title, without a holder; the title of its superior where
        all nodes above that have an owner have the same one.
    """
    titles = _Titles(names_of_agency(buku))
    lembar = buku.lembar.get("pejabat", "lembar Pejabat")
    for kinerja in pohon.kinerja:
        for indikator in kinerja.indikator:
            titles.learn(_owners_of(kinerja, indikator))
    titles.tell(log)
    nodes = tuple(
        replace(kinerja, indikator=tuple(
            replace(item, pemilik=titles.read(_owners_of(kinerja, item).text)) for item in kinerja.indikator
        ))
        for kinerja in pohon.kinerja
    )  # fmt: skip
    tree = replace(pohon, kinerja=nodes)
    found: dict[str, Pejabat] = {}
    above: dict[str, set[str]] = {}
    for kinerja in tree.kinerja:
        for title in kinerja.pemilik:
            jenis_pk = kinerja.jenis_pk or JenisPk.JPT
            post = _titled_post(title, jenis_pk, kinerja.baris[0].pemilik.source, lembar)
            found.setdefault(title, replace(post, status=titles.status_of(title)))
            chain = (set(node.pemilik) - {title} for node in tree.ancestors(kinerja))
            above.setdefault(title, set()).update(next(filter(None, chain), ()))
    return tree, found, {title: min(owners) for title, owners in above.items() if len(owners) == 1}


def _owners_of(kinerja: Kinerja, indikator: Indikator) -> Isian:
    return indikator.baris.pemilik if indikator.baris.pemilik else kinerja.baris[0].pemilik


@dataclass
class _Titles:
    """The titles of the posts of a tree, by their key: each spelling, with its Status and the first cell with it."""

    agency: AgencyNames
    found: dict[str, dict[tuple[str, str], Isian]] = field(default_factory=dict)

    def learn(self, cell: Isian) -> None:
        for title in parted_titles(cell.text):
            if title.strip("-–"):
                self.found.setdefault(self._key(title), {}).setdefault(title_and_status(title), cell)

    def read(self, text: str) -> tuple[str, ...]:
        """The posts of a cell, each in its fullest spelling."""
        keys = dict.fromkeys(self._key(title) for title in parted_titles(text) if title.strip("-–"))
        return tuple(max((title for title, _ in self.found[key]), key=len) for key in keys)

    def status_of(self, title: str) -> str:
        """The Status of a post: what any of its cells says."""
        return next((status for _, status in self.found[self._key(title)] if status), "")

    def tell(self, log: FindingLog) -> None:
        """P67 where cells of one post say another Status."""
        for spellings in self.found.values():
            used = next(((status, cell) for (_, status), cell in spellings.items() if status), None)
            other = next((cell for (_, status), cell in spellings.items() if used and status != used[0]), None)
            if used is not None and other is not None:
                lain = f"Pemilik di {used[1].source}"
                log.note("P67", other.source, kolom="Pemilik", teks=other.clean, lain=lain, isi=used[1].clean)

    def _key(self, title: str) -> str:
        return title_key(title, self.agency) or squeeze(title)


def _titled_post(title: str, jenis_pk: JenisPk, source: CellRef, lembar: str) -> Pejabat:
    blank = {entry.name: Isian("", CellRef(lembar)) for entry in fields(PejabatRow) if entry.name not in _PLACE_FIELDS}
    row = PejabatRow(
        source.lembar, source.baris or 0, **blank | {"id": Isian(title, source), "jabatan": Isian(title, source)}
    )
    return Pejabat(title, jenis_pk, None, "", row)


def sole_jpt(jabatan: PostsInOffice) -> str | None:
    """The ID of the one JPT post, to whom all sasaran belong (domain.md 8); None when there is none or several."""
    ids = {pejabat.id for pejabat in jabatan.everything if pejabat.jenis_pk is JenisPk.JPT}
    return ids.pop() if len(ids) == 1 else None


def resolve_superiors(jabatan: PostsInOffice, pohon: PohonKinerja) -> tuple[dict[str, str], tuple[Temuan, ...]]:
    """ID of the superior of every post that signs a PK: as ``Atasan`` says, else the only one the class allows.

    Without ``Atasan`` the nearest higher class is looked at, in the same Bidang first, then among the owners of the
    kinerja above. Where several remain the superior is not guessed. A JPT without ``Atasan`` signs with the head
    of the region: a post without class, or the one of the sheet Identitas (no entry in the result).
    """
    log = FindingLog()
    posts = {pejabat.id: pejabat for pejabat in jabatan.everything} | jabatan.in_office
    found: dict[str, str] = {}
    for id_, pejabat in posts.items():
        superior, candidates = superior_of(pejabat, posts, pohon)
        if superior is not None:
            found[id_] = superior
        elif candidates:
            log.note("P35", pejabat.baris.atasan.source, calon=candidates)
    return found, tuple(log)


def superior_of(pejabat: Pejabat, posts: dict[str, Pejabat], pohon: PohonKinerja) -> tuple[str | None, str]:
    """The ID of the superior of a post's holder; where it cannot be told, None and who it may be, in words.

    Args:
        pejabat: The holder; ``posts`` has him under his ID.
        posts: The holder of every post on the day that is asked about.
        pohon: The tree.

    Returns:
        None and an empty text where nobody need be told: his superior has no row, or he is none who signs.
    """
    if pejabat.atasan is not None:
        return (pejabat.atasan if pejabat.atasan in posts else None), ""
    if pejabat.jenis_pk is None:
        return None, ""
    is_head = pejabat.jenis_pk is JenisPk.JPT
    candidates = _heads_of_region(posts) if is_head else _candidates(pejabat, posts, pohon)
    if len(candidates) == 1:
        return candidates[0], ""
    return None, ", ".join(candidates) or ("" if is_head else "tidak ada pejabat di atasnya")


def _heads_of_region(posts: dict[str, Pejabat]) -> list[str]:
    """The posts that may be the head of the region: no class, no superior; by title where there are several."""
    found = [post for post in posts.values() if post.jenis_pk is None and post.atasan is None]
    titled = [post for post in found if fold(without_acting(post.jabatan.text)).startswith(KEPALA_DAERAH)]
    return [post.id for post in (titled or found)]


def _title(pejabat: Pejabat) -> str:
    return without_acting(pejabat.jabatan.text)


def _candidates(pejabat: Pejabat, posts: dict[str, Pejabat], pohon: PohonKinerja) -> list[str]:
    pk_class = pejabat.jenis_pk.atasan if pejabat.jenis_pk else None
    while pk_class is not None:
        fits = [
            post.id
            for post in posts.values()
            if post.jenis_pk is pk_class and post.id != pejabat.id and may_lead(*map(_title, (post, pejabat)))
        ]
        if fits:
            same = [id_ for id_ in fits if pejabat.bidang and posts[id_].bidang == pejabat.bidang]
            fits = same or fits
            above = [id_ for id_ in _owners_above(pejabat.id, pohon) if id_ in fits]
            return above if len(fits) > 1 and len(above) == 1 else fits
        pk_class = pk_class.atasan
    return []


def _owners_above(id_: str, pohon: PohonKinerja) -> list[str]:
    owners: Iterable[str] = (
        owner
        for kinerja in pohon.kinerja
        if id_ in kinerja.pemilik
        for induk in (pohon.induk(kinerja),)
        if induk is not None
        for owner in induk.pemilik
    )
    return list(dict.fromkeys(owners))
