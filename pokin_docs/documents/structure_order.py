"""Papers of officials in the order of the structure: the head, then each unit with its people by class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from pokin_docs.model.levels import JenisPk
from pokin_docs.model.posts import Pejabat

LEADERS, NOBODY = "Pimpinan", "Tanpa pejabat"
"""What stands where the name of a unit would, above the head of the agency and above papers that nobody owns."""
_CLASSES = tuple(JenisPk)

T = TypeVar("T")


def in_order_of_structure(
    papers: Iterable[T], post_of: Callable[[T], str], posts: Mapping[str, Pejabat]
) -> tuple[tuple[str, T], ...]:
    """Papers as they are signed, each with the name of its unit; papers of one post stay in their order.

    Units count in the order in which the sheet Pejabat names them; a paper that nobody owns comes last.

    Args:
        papers: The papers.
        post_of: The ID of the post whose paper one is.
        posts: Holder of each post by ID, in order of the sheet Pejabat.
    """
    order = {id_: number for number, id_ in enumerate(posts)}
    units: dict[str, int] = {}
    for post in posts.values():
        units.setdefault(_unit(post), len(units))

    def place(paper: T) -> tuple[int, int, int, int]:
        post = posts.get(post_of(paper))
        if post is None:
            return 2, 0, 0, 0
        if post.jenis_pk is JenisPk.JPT:
            return 0, 0, 0, order[post.id]
        rank = _CLASSES.index(post.jenis_pk) if post.jenis_pk is not None else len(_CLASSES)
        return 1, units[_unit(post)], rank, order[post.id]

    return tuple((_heading(posts.get(post_of(paper))), paper) for paper in sorted(papers, key=place))


def _unit(post: Pejabat) -> str:
    return post.baris.bidang.clean


def _heading(post: Pejabat | None) -> str:
    if post is None:
        return NOBODY
    return LEADERS if post.jenis_pk is JenisPk.JPT else _unit(post) or LEADERS
