"""The posts whose documents alone are asked for (``--pejabat``), looked up by their IDs."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pokin_docs.documents.plan import Plan

_SHOWN = 12


def known_posts(plan: Plan) -> tuple[str, ...]:
    """The IDs of a workbook; without the sheet Pejabat the titles that its documents are for."""
    ids = (*(post.id for post in plan.every_pejabat), *(document.post for document in plan.dokumen if document.post))
    return tuple(dict.fromkeys(ids))


def posts_meant(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The IDs that a typed one stands for: itself, else those that differ in capitals only."""
    ids = tuple(known)
    return (name,) if name in ids else tuple(id_ for id_ in ids if id_.casefold() == name.casefold())


def near_posts(name: str, known: Iterable[str]) -> str:
    """What is said of an ID that no workbook has: which ones are like it, else which there are."""
    ids = {id_.casefold(): id_ for id_ in known}
    near = [ids[key] for key in get_close_matches(name.casefold(), ids, 3, 0.6)]
    if near:
        return f"Mungkin maksudnya {' atau '.join(near)}?"
    more = f", dan {len(ids) - _SHOWN} lagi" if len(ids) > _SHOWN else ""
    return f"ID yang ada: {', '.join([*ids.values()][:_SHOWN])}{more}." if ids else "Tidak ada ID satu pun."
