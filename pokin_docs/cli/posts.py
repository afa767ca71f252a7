"""``--pejabat``: which posts of which workbooks a run is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.documents.kind import DocumentKind, Dokumen
    from pokin_docs.flow.examine import Examination

Asked = tuple[Path, "Examination", Settings]


def per_workbook(
    examined: Sequence[tuple[Path, Examination]],
    pejabat: Sequence[str],
    settings: Settings,
    kinds: tuple[DocumentKind, ...],
) -> list[Asked]:
    """The workbooks that are built, each with what is asked of it: without IDs all, else those that know one of them.

    Args:
        examined: The workbooks with what is known of each; of one that was not understood nobody knows the posts.
        pejabat: What was typed as IDs.
        settings: What was asked for besides.
        kinds: The kinds of documents.

    Raises:
        click.BadParameter: An ID that no workbook has; or nothing that is asked for is made for a post.
    """
    from pokin_docs.flow.examine import Understood
    from pokin_docs.flow.groups import chosen_groups
    from pokin_docs.flow.posts import known_posts, near_posts, posts_meant

    names = [name.strip() for typed in pejabat for name in re.split("[;,]", typed) if name.strip()]
    if not pejabat:
        return [(path, examination, settings) for path, examination in examined]
    known = {path: known_posts(found.plan) for path, found in examined if isinstance(found, Understood)}
    every = [id_ for ids in known.values() for id_ in ids]
    unknown = [name for name in names if not posts_meant(name, every)]
    if not names or (unknown and len(known) == len(examined)):
        reason = "; ".join(f"{name!r} tidak ada di lembar Pejabat. {near_posts(name, every)}" for name in unknown)
        raise click.BadParameter(reason or "sebutkan sebuah ID.", param_hint="--pejabat")
    if not chosen_groups(replace(settings, pejabat=tuple(names)), kinds):
        raise click.BadParameter("--hanya tidak menyebut dokumen pejabat; sebutkan pk.", param_hint="--pejabat")
    asked = []
    for path, examination in examined:
        meant = tuple(dict.fromkeys(id_ for name in names for id_ in posts_meant(name, known.get(path, ()))))
        if meant or path not in known:
            asked.append((path, examination, replace(settings, pejabat=meant or tuple(names))))
    return asked


def tell_without_paper(path: Path, made: tuple[Dokumen, ...], settings: Settings) -> bool:
    """Say which posts that are asked for have no document; whether no document at all is left to be written.

    Args:
        path: The workbook, for its name.
        made: The documents that are asked for.
        settings: What was asked for.
    """
    posts = {document.post for document in made}
    for id_ in settings.pejabat:
        if id_ not in posts:
            reason = "jabatan itu tidak memegang kinerja di Tahap 5"
            click.echo(f"{path.name}: tidak ada dokumen untuk {id_}; {reason}.", err=True)
    return bool(settings.pejabat) and not posts
