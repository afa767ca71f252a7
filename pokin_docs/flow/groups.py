"""Groups of files: what ``--hanya`` can choose."""

from __future__ import annotations

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import codes, groups
from pokin_docs.documents.plan import Plan
from pokin_docs.flow.posts import known_posts, posts_meant
from pokin_docs.model.settings import LAPORAN, POHON, Settings


def chosen_groups(settings: Settings, kinds: tuple[DocumentKind, ...]) -> tuple[str, ...]:
    """The groups of files that a run makes: those asked for, else all; for single posts only documents."""
    asked = all_groups(kinds) if settings.hanya is None else settings.hanya
    return tuple(group for group in asked if group in groups(kinds)) if settings.pejabat else asked


def chosen_kinds(settings: Settings, kinds: tuple[DocumentKind, ...]) -> frozenset[str]:
    """The codes of the kinds of documents that a run makes; none of them is missed where only some posts are asked."""
    return frozenset() if settings.pejabat else frozenset(codes(kinds, chosen_groups(settings, kinds)))


def asked_documents(plan: Plan, settings: Settings, kinds: tuple[DocumentKind, ...]) -> tuple[Dokumen, ...]:
    """The documents of a plan that a run makes.

    Args:
        plan: The plan.
        settings: What was asked for.
        kinds: The kinds of documents.
    """
    chosen = codes(kinds, chosen_groups(settings, kinds))
    documents = tuple(entry for entry in plan.dokumen if entry.jenis in chosen)
    proofs = {kind.kode for kind in kinds if kind.proves is not None}
    if all(entry.jenis in proofs for entry in documents):
        return ()  # nothing is made that they could tell of
    if not settings.pejabat:
        return documents
    known = known_posts(plan)
    posts = {id_ for name in settings.pejabat for id_ in posts_meant(name, known)}
    return tuple(entry for entry in documents if entry.post in posts)


def all_groups(kinds: tuple[DocumentKind, ...]) -> tuple[str, ...]:
    """The words of ``--hanya``: groups of documents, then those of files beside them."""
    return (*groups(kinds), POHON, LAPORAN)
