"""What a Renstra, or a chapter of it, says of itself in the properties of its file."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from pokin_docs.documents.about import AboutDocument, plain_text
from pokin_docs.documents.signing import BY_HEAD, UNSIGNED, Signing

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def about_renstra(content: Any) -> AboutDocument:
    """Title, agency and the first day of the period; whatever the outline, its content has these fields."""
    agency, first = plain_text(content.perangkat_daerah.nama), plain_text(content.tahun_awal)
    title = f"{'Perubahan ' * content.perubahan}Rencana Strategis {agency} {first}-{plain_text(content.tahun_akhir)}"
    chapters = [
        int(field.name.removeprefix("bab_"))
        for field in fields(content.bagian)
        if field.name.startswith("bab_") and getattr(content.bagian, field.name)
    ]
    if len(chapters) == 1 and not content.bagian.sampul:
        title += f" – Bab {_ROMAN[chapters[0] - 1]}"
    return AboutDocument(title, agency, date(int(first), 1, 1) if first.isdecimal() and len(first) == 4 else None)


def signed_renstra(content: Any) -> Signing:
    """Who signs it: the head, below its preface and its last chapter; a chapter alone is signed by nobody."""
    return BY_HEAD(content) if content.bagian.sampul else UNSIGNED
