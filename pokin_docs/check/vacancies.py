"""Rules P65, P66: a post that nobody holds is said once, with what it costs and who is to be entered."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.plan import Plan
from pokin_docs.documents.printed import vacancy_mark
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.post_index import title_key
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.tree import Kinerja

_MAX_CODES = 6


def vacant_posts(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P65, P66: the consequence for its own PK and, as a mark, for those of the officials below it."""
    for post in plan.every_pejabat:
        if post.vacant is None:
            continue
        mark = vacancy_mark(post.vacant).text
        marked = sum(mark in document.tanda for document in plan.dokumen)
        if not marked and plan.pejabat.get(post.id) != post:
            continue  # vacant at another time of the year, or held by the acting official in another row
        yield temuan(
            "P66" if marked else "P65", post.vacant.source, jabatan=post.jabatan.clean or "Jabatan", id=post.id,
            teks=post.vacant.clean, akibat=_effect(post, plan, marked), plt=_acting_row(post, plan),
            status="Pj." if post.jenis_pk is None else "Plt.",
        )  # fmt: skip


def _effect(post: Pejabat, plan: Plan, marked: int) -> str:
    shown = f"pemegangnya dicetak sebagai tanda pada {marked} dokumen" if marked else ""
    if post.jenis_pk is None or plan.cycle.pk_of_vacant:
        return shown or "tidak ada dokumen yang menyebutnya"
    if plan.pejabat.get(post.id) != post or any(document.post == post.id for document in plan.dokumen):
        return "; ".join(filter(None, ("PK-nya hanya dibuat untuk masa yang ada pemegangnya", shown)))
    vacant = {id_ for id_, other in plan.pejabat.items() if other.vacant}
    lost = [node for node in plan.pohon.kinerja if post.id in node.pemilik and _is_lost(node, vacant)]
    codes = list(dict.fromkeys(kode for node in lost for kode in node.kode))
    more = f" dan {len(codes) - _MAX_CODES} kode lain" if len(codes) > _MAX_CODES else ""
    money = f", begitu pula anggaran {', '.join(codes[:_MAX_CODES])}{more}" if codes else ""
    parts = (
        "PK-nya tidak dibuat",
        f"{len(lost)} kinerja tidak masuk PK mana pun{money}" if lost else "",
        shown,
    )
    return "; ".join(filter(None, parts))


def _is_lost(node: Kinerja, vacant: set[str]) -> bool:
    """Whether an indicator of the node has no owner but vacant posts: it is promised by nobody."""
    signed = node.jenis_pk is not None and node.komponen is not KomponenPerencanaan.TUJUAN
    return signed and any(indikator.pemilik and vacant.issuperset(indikator.pemilik) for indikator in node.indikator)


def _acting_row(post: Pejabat, plan: Plan) -> str:
    """Where the acting official stands as a post of his own, with another ID: the clause that leads there."""
    key = title_key(post.jabatan.text)
    for other in plan.pejabat.values():
        if key and other.status and other.id != post.id and title_key(other.jabatan.text) == key:
            place = other.baris.id.source.address or other.baris.id.source
            return f" (ia ada di {place} dengan ID «{other.id}»: beri ID «{post.id}» di sana, lalu hapus baris ini)"
    return ""


RULES = (vacant_posts,)
