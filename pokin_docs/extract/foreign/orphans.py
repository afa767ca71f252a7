"""What nodes stand below that their tables do not say: a sasaran by its words, a component by its code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pokin_docs.extract.foreign.drafts import Draft
from pokin_docs.model.programs import parent_code
from pokin_docs.model.texts import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
_AFFIX = re.compile(r"^(?:mem?per|meng|meny|men|mem|me|peng|peny|pen|pem|per|pe|ber|ter|di|ke|se)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:nya|kan|an|i)$")
_OF_EVERY = frozenset((
    "tingkat", "kualitas", "kinerja", "program", "giat", "urus", "perintah", "pemerintah", "daerah", "kabupaten",
    "kota", "provinsi", "jumlah", "persentase", "indeks", "nilai", "dinas", "badan", "perangkat", "yang",
    "dengan", "untuk", "dalam", "pada", "oleh", "bidang", "laksana", "sedia", "rang", "wujud", "hasil", "capai",
    "layan", "kembang", "kelola", "selenggara", "optimal", "baik", "mutu", "efektif", "susun", "dokumen",
    "masyarakat", "sesuai", "serta", "atau", "opd", "skpd", "sasar", "tuju", "lapor",
))  # fmt: skip
"""Roots that are in sentences of all kinds and tell nothing of a subject."""
_SUPPORTING = re.compile(r"\bpenunjang\b|\bpelayanan administrasi perkantoran\b", re.IGNORECASE)
_GOVERNANCE = re.compile(
    r"akuntabilitas|\bsakip\b|tata kelola|reformasi birokrasi|kelembagaan|(?:kinerja|layanan|pelayanan) (?:internal|"
    r"organisasi|perangkat daerah|dinas|badan|kecamatan|opd|skpd|sekretariat)|ketatausahaan|kapasitas organisasi",
    re.IGNORECASE,
)


def served_by(draft: Draft, parts: Iterable[Draft], above: Sequence[Draft]) -> Draft | None:
    """The only node that a component can be meant to serve; None where its words fit several as well, or none.

    Args:
        draft: A component without a node above it.
        parts: What stands below it.
        above: The nodes that it may serve.
    """
    if draft.name is not None and _SUPPORTING.search(draft.name.text):
        general = [node for node in above if _GOVERNANCE.search(_said(node))]
        if len(general) == 1:
            return general[0]
    own = _roots(" ".join((_said(draft), *map(_said, parts))))
    by_node = [_roots(_said(node)) for node in above]
    common = Counter(root for roots in by_node for root in roots)
    scores = [sum(common[root] == 1 for root in roots & own) for roots in by_node]
    best = max(scores, default=0)
    return above[scores.index(best)] if best and scores.count(best) == 1 else None


def _said(draft: Draft) -> str:
    texts = (draft.name, draft.sentence, *(measure.text for measure in draft.measures))
    return " ".join(isian.text for isian in texts if isian is not None)


@lru_cache(maxsize=2_048)
def _roots(text: str) -> frozenset[str]:
    words = (_SUFFIX.sub("", word.removesuffix("nya")) for word in _WORD.findall(fold(text)))
    return frozenset(_AFFIX.sub("", word) for word in words) - _OF_EVERY


def linked_by_code(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The nodes of tables that go on on further sheets, each below the component that its code names."""
    known: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.kode:
            known.setdefault(draft.kode, []).append(draft)
    for draft in drafts:
        above = parent_code(draft.kode) or ""
        meant = [other for other in known.get(above, ()) if other.komponen.value < draft.komponen.value]
        if len(meant) == 1 and draft.induk is not None and draft.induk.kode != above:
            draft.induk = meant[0]
    return drafts
