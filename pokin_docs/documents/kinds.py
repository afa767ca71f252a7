"""Every kind of document, once: all that must know them reads this."""

from __future__ import annotations

from collections.abc import Iterable

from pokin_docs.documents.agreement.kind import AGREEMENT
from pokin_docs.documents.capaian.kind import CAPAIAN
from pokin_docs.documents.cascading.kind import CASCADING, CASCADING_WORD
from pokin_docs.documents.cover.kind import COVER
from pokin_docs.documents.crosscutting.kind import CROSSCUTTING
from pokin_docs.documents.ekinerja.kind import SKP_TABLE
from pokin_docs.documents.iku.kind import IKU
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.lkjip.kind import LKJIP
from pokin_docs.documents.manual_iku.kind import MANUAL_IKU
from pokin_docs.documents.monev.kind import MONEV
from pokin_docs.documents.pk.kind import PK
from pokin_docs.documents.renaksi.kind import RENAKSI, RENAKSI_PD
from pokin_docs.documents.renja.kind import RENJA_PAST, RENJA_PLANNED
from pokin_docs.documents.renstra.kind import RENSTRA, RENSTRA_2017
from pokin_docs.documents.rkt.kind import RKT
from pokin_docs.documents.roles.kind import ROLES
from pokin_docs.documents.skp.kind import SKP
from pokin_docs.model.settings import LAPORAN

__all__ = ["KINDS", "PK", "RENSTRA", "RENSTRA_2017", "codes", "groups"]

KINDS = (
    PK,
    RENSTRA,
    RENSTRA_2017,
    IKU,
    MANUAL_IKU,
    RENAKSI,
    RENAKSI_PD,
    RKT,
    RENJA_PAST,
    RENJA_PLANNED,
    CASCADING,
    CASCADING_WORD,
    CROSSCUTTING,
    ROLES,
    SKP,
    SKP_TABLE,
    MONEV,
    LKJIP,
    CAPAIAN,
    COVER,
    AGREEMENT,
)
"""In the order in which documents are built and listed."""


def groups(kinds: Iterable[DocumentKind]) -> tuple[str, ...]:
    """The words of ``--hanya`` that choose documents, each once; not that of the report, which is no document."""
    return tuple(dict.fromkeys(kind.group for kind in kinds if kind.group != LAPORAN))


def codes(kinds: Iterable[DocumentKind], chosen: Iterable[str]) -> frozenset[str]:
    """The ``kode`` of each kind of the chosen groups; of one that proves others only beside some."""
    wanted = frozenset(chosen)
    found = [kind for kind in kinds if kind.group in wanted]
    return frozenset(kind.kode for kind in found if any(other.proves is None for other in found))
