"""Markers of the signing service counted in a document: each must stand in it exactly once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from pokin_docs.documents.signed.content import SigningAids
from pokin_docs.files.contents.word_body import printed_parts
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:noBreakHyphen\b)|</w:p>")


def text_of_word(document: bytes) -> str:
    """All text that a Word file prints, with its headers and footers, a line for each paragraph.

    Args:
        document: The Word file.

    Raises:
        Unreadable: It is none.
    """
    return "\n".join(map(_lines, printed_parts(document)))


def _lines(part: str) -> str:
    said = (unescape(found[1]) if found[1] is not None else "-" if found[2] else "\n" for found in _TEXT.finditer(part))
    return "".join(said).replace("\u2011", "-")


def marker_findings(text: str, aids: SigningAids, signers: int, place: str) -> tuple[Temuan, ...]:
    """Markers that do not stand exactly once in the text of a paper; those of a lampiran it may not have at all.

    Args:
        text: The text.
        aids: The markers it was filled with.
        signers: How many sign it.
        place: Its path in the build folder.
    """
    wanted = (
        (aids.pertama, "{{ tte.pertama }}", True),
        (aids.kedua, "{{ tte.kedua }}", signers > 1),
        (aids.lampiran_pertama, "{{ tte.lampiran_pertama }}", False),
        (aids.lampiran_kedua, "{{ tte.lampiran_kedua }}", False),
    )
    return tuple(_faults(text, wanted, place))


def _faults(text: str, wanted: Iterable[tuple[str, str, bool]], place: str) -> Iterable[Temuan]:
    for mark, tag, needed in wanted:
        times = text.count(mark) if mark else 1
        if times > 1 or (times == 0 and needed):
            yield temuan("D70", CellRef(""), berkas=place, penanda=mark, jumlah=str(times), tempat=tag)
