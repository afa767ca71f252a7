"""What one official answers for, in one class: the split that PK, Rencana Aksi and SKP share."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.model.levels import JenisPk
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.tree import Indikator, Kinerja


@dataclass(frozen=True)
class PkShare:
    """The rows of one official: the class of the PK, the post if one owns them, each kinerja with its indicators."""

    pk_class: JenisPk
    pejabat: Pejabat | None
    kinerja: tuple[tuple[Kinerja, tuple[Indikator, ...]], ...]
