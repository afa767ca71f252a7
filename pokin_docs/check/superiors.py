"""Rules S17 and S18: who signs a PK as superior stands above its official, and in his unit (PermenPANRB 53/2014)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.person_names import without_acting
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold

_ORDER = tuple(JenisPk)
_FUNCTIONAL = re.compile(r"\bahli (?:pertama|muda|madya|utama)$|\b(?:pemula|terampil|mahir|penyelia)$")
"""How the title of a functional post ends: who holds one may report to anybody above him."""
_OF_HIGH_RANK = re.compile(r"\bahli (?:madya|utama)$")
"""Functional posts that lead others, whatever class their own PK has."""
_LEADS = (
    "kepala",
    "sub koordinator",
    "subkoordinator",
    "kabid",
    "kabag",
    "kasi",
    "kasubbag",
    "kasubag",
    "lurah",
    "irban",
)


def superiors_lead(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S17, S18: the superior that a row names is of a higher class, or rank, and of the same unit.

    Quiet where an acting official keeps the class of his own post, where the chain of superiors is a circle (P34), and
    for units that have nobody of the superior's class: what is led from outside is no slip.
    """
    posts = {post.id: post for post in plan.every_pejabat} | plan.pejabat
    units = _by_unit(posts.values())
    for post in posts.values():
        lead = posts.get(post.atasan or "")
        if (
            lead is None
            or lead is post
            or post.jenis_pk is None
            or lead.jenis_pk is None
            or _runs_in_a_circle(post, plan)
        ):
            continue
        place, about = post.baris.atasan.source, {"teks": lead.id, "jabatan": lead.full_jabatan, "id": post.id}
        compared = _compared(post, lead)
        if compared:
            yield temuan(
                "S17", place, **about, jenis_atasan=lead.jenis_pk.label, banding=compared, jenis_pk=post.jenis_pk.label,
                usul=proposal(_meant(post, units)),
            )  # fmt: skip
        elif own := _in_its_stead(post, lead, units):
            yield temuan(
                "S18", place, **about, bidang_atasan=lead.baris.bidang.clean, bidang=post.baris.bidang.clean,
                usul=proposal(own[0] if len(own) == 1 else None),
            )  # fmt: skip


def _compared(post: Pejabat, lead: Pejabat) -> str | None:
    """How a superior stands to a post that he cannot lead, in words for a message; None where he may lead it."""
    assert post.jenis_pk is not None
    assert lead.jenis_pk is not None
    title, other = _title(post), _title(lead)
    if lead.status or _OF_HIGH_RANK.search(other):
        return None
    if _ORDER.index(lead.jenis_pk) > _ORDER.index(post.jenis_pk):
        return "lebih rendah daripada"
    same_rank = title.split()[:2] == other.split()[:2] and title.startswith(_LEADS)
    return "sama dengan" if lead.jenis_pk is post.jenis_pk and same_rank else None


_Units = Mapping[tuple[JenisPk | None, str | None], Sequence[str]]


def _by_unit(posts: Iterable[Pejabat]) -> _Units:
    """IDs of the posts by class and unit; with None for the unit, of all posts of the class."""
    found: dict[tuple[JenisPk | None, str | None], list[str]] = {}
    for post in posts:
        for unit in (fold(post.bidang), None):
            found.setdefault((post.jenis_pk, unit), []).append(post.id)
    return found


def _meant(post: Pejabat, units: _Units) -> str | None:
    """The ID of the one post that leads another by its class, in its unit where that has one; None for several."""
    assert post.jenis_pk is not None
    above = post.jenis_pk.atasan
    if above is None:
        return None
    same = units.get((above, fold(post.bidang)), ()) if post.bidang else ()
    found = same or units.get((above, None), ())
    return found[0] if len(found) == 1 else None


def _in_its_stead(post: Pejabat, lead: Pejabat, units: _Units) -> list[str]:
    """IDs of those of the superior's class in the unit of the post, where that is another unit than the superior's.

    Args:
        post: The post.
        lead: The superior that its row names.
        units: IDs of all posts by class and unit.
    """
    if lead.jenis_pk is JenisPk.JPT or _FUNCTIONAL.search(_title(post)) or _title(lead).startswith("sekretaris"):
        return []
    unit = fold(post.bidang)
    if not unit or not lead.bidang or unit == fold(lead.bidang):
        return []
    return [other for other in units.get((lead.jenis_pk, unit), ()) if other != post.id]


def _title(post: Pejabat) -> str:
    return fold(without_acting(post.jabatan.text))


def _runs_in_a_circle(post: Pejabat, plan: Plan) -> bool:
    superiors = plan.superiors(post.id)
    return bool(superiors) and superiors[-1] in plan.atasan


RULES = (superiors_lead,)
