"""Groups of files: what ``--hanya`` can choose."""

from __future__ import annotations

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import groups
from pokin_docs.model.settings import LAPORAN, POHON, Settings


def chosen_groups(settings: Settings, kinds: tuple[DocumentKind, ...]) -> tuple[str, ...]:
    """The groups of files that a run makes: those asked for, else all."""
    return all_groups(kinds) if settings.hanya is None else settings.hanya


def all_groups(kinds: tuple[DocumentKind, ...]) -> tuple[str, ...]:
    """The words of ``--hanya``: groups of documents, then those of files beside them."""
    return (*groups(kinds), POHON, LAPORAN)
