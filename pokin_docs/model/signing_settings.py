"""How papers are prepared for the electronic signature: what the lines of Identitas say of it (domain.md 6.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pokin_docs.model.rows import Isian
from pokin_docs.model.texts import fold

MARKS = ("^", "~", "#", "$")
"""The markers, unless Identitas names others: of the first and the second party, then of both below the lampiran."""
SENTENCE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai "
    "Besar Sertifikasi Elektronik (BSrE)"
)
ON_STATEMENT, ON_BOTH = "pernyataan", "keduanya"
PLACES = (ON_STATEMENT, ON_BOTH)
"""Where visual signatures stand in a paper of two parts."""
MAX_MARK = 12
_YES, _NO = ("ya", "y", "yes"), ("tidak", "t", "no", "bukan")


@dataclass(frozen=True, slots=True)
class SigningSettings:
    """What is asked for.

    Attributes:
        electronic: Papers have markers and room for visual signatures.
        marks: The markers that are used: two, with ``annex`` four.
        annex: The lampiran has markers too.
        sentence: The sentence in the footer; empty for none.
        qr: The papers print a QR.
        fields: PDFs have an empty signature field at each marker.
        fault: What is wrong with the markers that Identitas names; empty where nothing is.
    """

    electronic: bool = False
    marks: tuple[str, ...] = MARKS[:2]
    annex: bool = False
    sentence: str = ""
    qr: bool = False
    fields: bool = False
    fault: str = ""

    @property
    def is_off(self) -> bool:
        """Whether nothing of a paper follows from it."""
        return not self.electronic and not self.qr


OFF = SigningSettings()


def read_signing(identitas: Mapping[str, Isian]) -> SigningSettings:
    """What the lines of Identitas say: one of them filled in asks for markers, unless TTE itself says no.

    Args:
        identitas: The lines by key.
    """
    said = {key: fold(identitas[key].clean) for key in ("tte", "tte_penempatan", "tte_isian", "qr") if key in identitas}
    typed = identitas["tte_penanda"].clean.split() if "tte_penanda" in identitas else []
    wish = said.get("tte", "")
    fields = said.get("tte_isian") in _YES
    asked = wish in _YES or (wish not in _NO and bool(said.get("tte_penempatan") or typed or fields))
    annex = said.get("tte_penempatan") == ON_BOTH
    wanted = 4 if annex else 2
    sentence = identitas["tte_kalimat"].clean if "tte_kalimat" in identitas else ""
    if fold(sentence) in _YES:
        sentence = SENTENCE
    elif fold(sentence) in _NO:
        sentence = ""
    return SigningSettings(
        electronic=asked,
        marks=(tuple(typed) or MARKS)[:wanted],
        annex=annex,
        sentence=sentence if asked else "",
        qr=said.get("qr") in _YES,
        fields=asked and fields,
        fault=_fault(typed, wanted) if asked and typed else "",
    )


def _fault(marks: list[str], wanted: int) -> str:
    if len(marks) < wanted:
        return f"hanya {len(marks)} penanda, padahal perlu {wanted}"
    for number, mark in enumerate(marks[:wanted]):
        if len(mark) > MAX_MARK:
            return f"«{mark}» lebih dari {MAX_MARK} huruf"
        if any(sign in mark for sign in "{}"):
            return f"«{mark}» memuat kurung kurawal, yang milik templat"
        if not mark.isprintable():
            return f"«{mark}» memuat huruf yang tidak tercetak"
        if any(mark in other for place, other in enumerate(marks[:wanted]) if place != number):
            return f"«{mark}» ada di dalam penanda lain"
    return ""
