"""W14: words that were written while the plan was made and would print: «(BARU)», «*revisi», «[usulan]»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rows import BukuKerja

_WORDS = (
    r"(?:baru|lama|revisi|direvisi|hapus|dihapus|usul(?:an)?|draft?|konfirmasi|cek(?: lagi)?|tbc|pending|diganti|ganti"
    r"|perbaiki|diperbaiki|geser|digeser|dipindah(?:kan)?|pindah|sementara|new|fix)(?: 20\d\d)?[!?]*"
)
_REMARK = re.compile(
    rf"[(\[{{*]+\s*{_WORDS}\s*[)\]}}*]*\s*$|^\s*[(\[{{*]+\s*{_WORDS}\s*[)\]}}*]+|\?\?+|\bTBC\b|\bTBD\b", re.IGNORECASE
)


def remarks_of_drafting(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W14 for sentences and indicators; what is official stands as it was set."""
    for kinerja in plan.pohon.kinerja:
        for isian in (kinerja.text, *(indikator.text for indikator in kinerja.indikator)):
            found = _REMARK.search(isian.clean)
            if found and not buku.official.is_official(isian.text, kinerja.komponen):
                yield temuan("W14", isian.source, kata=found.group().strip(), teks=isian.clean)


RULES = (remarks_of_drafting,)
