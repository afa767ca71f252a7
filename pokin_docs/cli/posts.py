"""``--pejabat``: which posts of which workbooks a run is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.documents.kind import DocumentKind, Dokumen
    from pokin_docs.documents.plan import Plan
    from pokin_docs.flow.examine import Examination


def typed_posts(pejabat: Sequence[str]) -> tuple[str, ...]:
    """The IDs that were typed, several of them perhaps at once.

    Raises:
        click.BadParameter: Only blanks were typed.
    """
    names = tuple(name.strip() for typed in pejabat for name in re.split("[;,]", typed) if name.strip())
    if pejabat and not names:
        raise click.BadParameter("sebutkan sebuah ID.", param_hint="--pejabat")
    return names


def that_know_the_posts(
    examined: Sequence[tuple[Path, Examination]], settings: Settings, kinds: tuple[DocumentKind, ...]
) -> list[tuple[Path, Examination]]:
    """The workbooks that are built: those that know one of the posts that are asked for; all where none is.

    Args:
        examined: The workbooks with what is known of each; of one that was not understood nobody knows the posts.
        settings: What was asked for.
        kinds: The kinds of documents.

    Raises:
        click.BadParameter: An ID that no workbook has; or nothing that is asked for is made for a post.
    """
    from pokin_docs.flow.examine import Understood
    from pokin_docs.flow.groups import chosen_groups
    from pokin_docs.flow.posts import known_posts, near_posts, posts_meant

    if not settings.pejabat:
        return list(examined)
    known = {path: known_posts(found.plan) for path, found in examined if isinstance(found, Understood)}
    every = [id_ for ids in known.values() for id_ in ids]
    unknown = [name for name in settings.pejabat if not posts_meant(name, every)]
    if unknown and len(known) == len(examined):
        reason = "; ".join(f"{name!r} tidak ada di lembar Pejabat. {near_posts(name, every)}" for name in unknown)
        raise click.BadParameter(reason, param_hint="--pejabat")
    if not chosen_groups(settings, kinds):
        raise click.BadParameter("--hanya tidak menyebut dokumen pejabat; sebutkan pk.", param_hint="--pejabat")
    return [
        (path, examination)
        for path, examination in examined
        if path not in known or any(posts_meant(name, known[path]) for name in settings.pejabat)
    ]


def tell_without_paper(path: Path, plan: Plan, made: tuple[Dokumen, ...], settings: Settings) -> bool:
    """Say which posts that are asked for have no document; whether no document at all is left to be written.

    Args:
        path: The workbook, for its name.
        plan: Its plan.
        made: The documents that are asked for.
        settings: What was asked for.
    """
    from pokin_docs.flow.posts import known_posts, posts_meant

    if not settings.pejabat:
        return False
    known, posts = known_posts(plan), {document.post for document in made}
    for id_ in dict.fromkeys(id_ for name in settings.pejabat for id_ in posts_meant(name, known)):
        if id_ not in posts:
            click.echo(f"{path.name}: tidak ada dokumen untuk {id_}; {_why_none(id_, plan)}.", err=True)
    return not posts


def _why_none(id_: str, plan: Plan) -> str:
    """Why nothing is written for a post."""
    if any(document.post == id_ for document in plan.dokumen):
        return "dokumennya tidak termasuk yang disebut --hanya"
    if any(post.id == id_ and post.vacant is not None for post in plan.every_pejabat):
        return "jabatan itu lowong"
    return "jabatan itu tidak memegang kinerja di Tahap 5"
