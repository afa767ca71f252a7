"""Rules P about posts and owners, rules N about names and NIP (domain.md 1.6, 1.8, 1.9, 3.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from pokin_docs.check.signatures import names_bare, names_given, names_in_letters, nip_valid, rank_fits
from pokin_docs.check.unit_classes import takes_the_rows_of
from pokin_docs.documents.head import heads_of_agency
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.printing import plain_nip
from pokin_docs.model.printing import tanggal as written
from pokin_docs.model.programs import split_ids
from pokin_docs.model.ranges import ranges
from pokin_docs.model.rows import BukuKerja, PejabatRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, fold, nearest
from pokin_docs.model.tree import Kinerja

_ONE_DAY = timedelta(days=1)


def has_posts(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P31: without posts every node makes a PK of its own."""
    if not plan.every_pejabat and not buku.is_unreadable("pejabat"):
        yield temuan("P31", CellRef(buku.lembar.get("pejabat", "")))


def owners_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P06, P32, P37, P45: every row of a PK class has owners that exist and have that class.

    Where all rows of a post are of one other class, it is the class of the post that does not fit.
    """
    if not plan.every_pejabat:
        return
    if not buku.has("tahap5", "pemilik"):
        lembar = buku.title("tahap5")
        yield temuan("B14", lembar, kolom="Pemilik", lembar=lembar.lembar, usul="")
        return
    posts = {pejabat.id: pejabat for pejabat in plan.every_pejabat}
    owned: dict[str, list[tuple[JenisPk, str, CellRef]]] = {}
    for kinerja in plan.pohon.kinerja:
        by_level = "" if kinerja.baris[0].jenis_pk else " menurut tingkatnya"
        for indikator in kinerja.indikator:
            row = indikator.baris
            if kinerja.jenis_pk is not None and kinerja.komponen is not KomponenPerencanaan.TUJUAN:
                if not indikator.pemilik:
                    yield temuan("P06", row.pemilik.source, jenis_pk=kinerja.jenis_pk.label)
                for id_ in indikator.pemilik:
                    owned.setdefault(id_, []).append((kinerja.jenis_pk, by_level, row.pemilik.source))
    for id_, rows in owned.items():
        if id_ in posts:
            fit = [row for row in rows if not takes_the_rows_of(plan, posts[id_], row[0])]
            yield from _class_fits(posts[id_], fit, has_column=buku.has("pejabat", "jenis_pk"))


def _class_fits(post: Pejabat, rows: list[tuple[JenisPk, str, CellRef]], *, has_column: bool) -> Iterator[Temuan]:
    source = post.baris.jenis_pk
    if post.jenis_pk is None:
        if not source and has_column:  # a class that is not understood has P40 already
            yield temuan("P45", source.source, id=post.id)
        return
    others, which = [row for row in rows if row[0] is not post.jenis_pk], "baris ini"
    if len(others) == len(rows) > 1 and len({jenis_pk for jenis_pk, _, _ in others}) == 1:
        others, which = [(*others[0][:2], source.source)], f"semua barisnya ({len(rows)})"
    for jenis_pk, by_level, place in others:
        label = jenis_pk.label + by_level
        yield temuan("P37", place, id=post.id, jenis_pejabat=post.jenis_pk.label, baris=which, jenis_pk=label)


def superiors_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P34: no chain of superiors runs in a circle."""
    reported: set[str] = set()
    for pejabat in plan.every_pejabat:
        superiors = plan.superiors(pejabat.id)
        if pejabat.id in superiors and not reported & set(superiors):
            reported.update(superiors)
            yield temuan("P34", pejabat.baris.atasan.source, rantai=" → ".join([pejabat.id, *superiors]))


def posts_have_rows(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P36, S12: every official with a PK class owns at least one row, and so does every unit (LKE 1.b.10-11).

    A unit without any row is said once, not for each of its officials. Where a row of his class lacks its owner, or has
    one of another class, the official is told with that row (``consequences``).
    """
    if not buku.has("tahap5", "pemilik"):
        return  # said once already, for the column
    ids = [pejabat.id for pejabat in plan.every_pejabat]
    # A misspelt ID, or a row whose level is unknown, already has its finding: it still names its owner.
    outside = {row.source: row for row in plan.pohon.lintas}
    named = {id_ for row in buku.tahap5 if row.source not in outside for id_ in split_ids(row.pemilik.text)}
    known = {fold(id_): id_ for id_ in reversed(ids)}  # most are: they need not be held against all others
    meant = {known.get(fold(id_)) or nearest(id_, ids) or id_ for id_ in named}
    said: set[str] = set()
    for unit, posts in plan.units_without_kinerja.items():
        if meant.isdisjoint(post.id for post in posts):
            said.update(post.id for post in posts)
            yield temuan(
                "S12", posts[0].baris.bidang.source, unit=unit, jabatan=", ".join(post.full_jabatan for post in posts),
                id=", ".join(post.id for post in posts),
            )  # fmt: skip
    of_tujuan = _of_tujuan_alone(plan)
    only = {post: f" selain Tujuan ({ranges(cells)})" for post, cells in of_tujuan.items()}
    for row in outside.values():
        only |= dict.fromkeys(split_ids(row.pemilik.text), f" selain CROSS CUTTING ({row.pemilik.source.address})")
    # Without a class a post is one that only signs as superior; this one has nobody below him.
    unclassed = {
        post.id
        for post in plan.pejabat.values()
        if post.jenis_pk is None and post.id in plan.atasan and post.id not in plan.atasan.values()
    }
    only |= dict.fromkeys(unclassed, ", dan Jenis PK-nya kosong")
    idle = (({post.id for post in plan.without_kinerja} | unclassed) - meant - said) | of_tujuan.keys()
    for pejabat in plan.pejabat.values():
        if pejabat.id in idle and not pejabat.vacant:
            yield temuan(
                "P36", pejabat.baris.id.source, nama=pejabat.nama.clean or "Pejabat", id=pejabat.id,
                jabatan=pejabat.full_jabatan, kecuali=only.get(pejabat.id, ""),
            )  # fmt: skip


def _of_tujuan_alone(plan: Plan) -> dict[str, list[CellRef]]:
    """The owners of nothing but rows of Tujuan, with these, where Tujuan are in no PK."""
    owned: dict[str, list[Kinerja]] = {}
    for node in plan.pohon.kinerja:
        for id_ in node.pemilik:
            owned.setdefault(id_, []).append(node)
    papers = {document.post for document in plan.dokumen if document.jenis == "pk"}
    return {
        id_: [node.baris[0].pemilik.source for node in nodes]
        for id_, nodes in owned.items()
        if papers and id_ not in papers and id_ in plan.pejabat
        and plan.pejabat[id_].jenis_pk is not None
        and all(node.komponen is KomponenPerencanaan.TUJUAN for node in nodes)
    }  # fmt: skip


def one_head(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P46: one post signs the Renstra as head of the agency."""
    heads = heads_of_agency(buku, plan.pejabat)
    if plan.every_pejabat and len(heads) != 1:
        place = heads[1].baris.jenis_pk.source if heads else buku.title("pejabat")
        top = {id_ for kinerja in plan.pohon.of_class(JenisPk.JPT) for id_ in kinerja.pemilik}
        meant = [post.baris.jenis_pk.source for post in plan.pejabat.values() if post.id in top]
        if not heads and len(meant) == 1 and buku.has("pejabat", "jenis_pk"):
            place = meant[0]
        yield temuan("P46", place, jumlah=f"Ada {len(heads)}" if heads else "Tidak ada")


def posts_apart(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P54, N09: a post that leads stands once, and nobody holds two posts unless he acts in one.

    Functional and executive posts of one name are usual: «Pranata Komputer Ahli Pertama».
    """
    named: dict[str, Pejabat] = {}
    people: dict[str, Pejabat] = {}
    for pejabat in plan.pejabat.values():
        row, key = pejabat.baris, fold(pejabat.jabatan.text)
        leads = pejabat.jenis_pk in (JenisPk.JPT, JenisPk.ESS_3) or key.startswith(("kepala ", "sub koordinator "))
        other = named.setdefault(key, pejabat) if key and leads and not pejabat.vacant else pejabat
        if other is not pejabat:
            text = row.jabatan.clean
            yield temuan("P54", row.jabatan.source, teks=text, id=other.id, lain=other.baris.jabatan.source)
        nip = plain_nip(row.nip.clean)
        if not nip or pejabat.status:
            continue
        holder = people.setdefault(nip, pejabat)
        if holder is not pejabat and fold(holder.nama.text) == fold(pejabat.nama.text):  # else N04
            others = holder.baris.nama.source
            yield temuan("N09", row.nama.source, nama=row.nama.clean, jabatan=holder.full_jabatan, lain=others)


def units_spelt(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P55: a unit is spelt the same at all its posts."""
    counts = Counter(fold(row.bidang.text) for row in buku.pejabat if row.bidang)
    shown = {fold(row.bidang.text): row.bidang.clean for row in buku.pejabat}
    for row in buku.pejabat:
        key = fold(row.bidang.text)
        often = [shown[unit] for unit, count in counts.items() if count > max(1, counts[key])]
        meant = nearest(row.bidang.clean, often, Likeness.SLIP) if key and counts[key] == 1 else None
        if meant:
            yield temuan("P55", row.bidang.source, teks=row.bidang.clean, usul=proposal(meant))


def terms_run_forward(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P61: nobody leaves a post before he comes into it."""
    for row in buku.pejabat:
        first, last = row.berlaku_dari.tanggal, row.berlaku_sampai.tanggal
        if first is not None and last is not None and last < first:
            yield temuan("P61", row.berlaku_sampai.source, dari=written(first), sampai=written(last))


def posts_held_through(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P70: between two holders of a post nobody holds it for days of the year of the PK.

    That it began or ended in the year is no gap; one on the day of the PK has its finding (P39).
    """
    day = plan.cycle.holder_day
    if day is None:
        return
    year = date(day.year, 1, 1), date(day.year, 12, 31)
    terms: dict[str, list[PejabatRow]] = {}
    for pejabat in plan.every_pejabat:
        terms.setdefault(pejabat.id, []).append(pejabat.baris)
    for id_, rows in terms.items():
        rows.sort(key=lambda row: row.berlaku_dari.tanggal or date.min)
        last = rows[0]
        for row in rows[1:]:
            left, comes = last.berlaku_sampai.tanggal, row.berlaku_dari.tanggal
            if left is not None and comes is not None:
                first, end = max(left + _ONE_DAY, year[0]), min(comes - _ONE_DAY, year[1])
                if first <= end and not first <= day <= end:
                    yield temuan(
                        "P70", last.berlaku_sampai.source, id=id_, dari=written(first), sampai=written(end),
                        lain=row.berlaku_dari.source,
                    )  # fmt: skip
            if (row.berlaku_sampai.tanggal or date.max) >= (left or date.max):
                last = row


RULES = (
    has_posts, owners_known, superiors_known, posts_have_rows, one_head, names_given, nip_valid,
    rank_fits, terms_run_forward, posts_held_through, posts_apart, units_spelt, names_bare, names_in_letters,
)  # fmt: skip
