"""What is found in a Word template: as text, as data, and as comments in a copy of it; and the palette of placeholders.

No library opens and saves the template: the main part is changed where a comment begins or ends, the part with the
comments is added, all others are copied as they are.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pokin_docs.files import relationships
from pokin_docs.files.package import Paket
from pokin_docs.files.word_texts import own_comments, read, without_comments
from pokin_docs.files.xml_part import XmlRusak, extend, readable, scan, splice
from pokin_docs.model.catalogue import hint, severity
from pokin_docs.templating.aids import anchors, comments, lines
from pokin_docs.templating.aids.palette import JUDUL, palette
from pokin_docs.templating.faults import TemuanTemplat

__all__ = [
    "TemplatTidakDapatDikoreksi", "as_data", "correct_template", "coverage_lines", "finding_lines", "is_own", "palette",
]  # fmt: skip

as_data = lines.as_data
coverage_lines = lines.coverage_lines
finding_lines = lines.finding_lines

_RUSAK = (XmlRusak, KeyError, ValueError, IndexError, StopIteration, zipfile.BadZipFile)


class TemplatTidakDapatDikoreksi(Exception):
    """The file is no Word document that comments can be put into."""


def correct_template(templat: bytes, temuan: Sequence[TemuanTemplat]) -> bytes:
    """The template with a comment at every fault, everything else in it as it was.

    Comments of an earlier correction are taken away first; those of other authors stay.

    Args:
        templat: The file.
        temuan: Its faults.

    Raises:
        TemplatTidakDapatDikoreksi: It cannot be opened.
    """
    try:
        paket = Paket(templat)
        _comment(paket, temuan)
        return paket.to_bytes()
    except _RUSAK as fault:
        raise TemplatTidakDapatDikoreksi(str(fault)) from fault


# The label of a placeholder in an X-ray (render/word/xray.py).
_LABEL = re.compile(rb'<w:color w:val="2E74B5"/>.{0,60}<w:t xml:space="preserve">\xc2\xab')
_TANPA_JAM = (0, 20, (1980, 1, 1, 0, 0, 0))


def is_own(berkas: Path) -> bool:
    """Whether a file is a correction copy, a palette or an X-ray as this program wrote it, not saved by Word since."""
    try:
        with zipfile.ZipFile(berkas) as archive:
            member = archive.getinfo("word/document.xml")
            if (member.create_system, member.create_version, member.date_time) != _TANPA_JAM or member.flag_bits & 6:
                return False
            body, names = archive.read(member), archive.namelist()
            marked = any(own_comments(archive.read(name)) for name in names if name.startswith("word/comments"))
            titled = "docProps/core.xml" in names and f">{JUDUL}<".encode() in archive.read("docProps/core.xml")
            return marked or titled or bool(_LABEL.search(body))
    except (OSError, *_RUSAK):
        return False


def _comment(paket: Paket, temuan: Sequence[TemuanTemplat]) -> None:
    utama = next(
        rel.bagian for rel in relationships.relations(paket.get("_rels/.rels"), "") if rel.jenis == "officeDocument"
    )
    rels_name = relationships.rels_name(utama)
    named = {
        rel.jenis: rel.bagian for rel in relationships.relations(paket.get(rels_name), utama) if rel.bagian in paket
    }
    body = readable(paket[utama])
    place = named.get("comments")
    old = readable(paket[place]) if place else None
    if old is not None:
        own = own_comments(old)
        old, body = without_comments(old, own), without_comments(body, own)
    if temuan and not read(body).paragraf:
        (holder,) = scan(body, "document/body")  # an empty document: a comment needs a paragraph to stand at
        body = splice(body, extend(body, holder, f"<{holder.imbuhan}p/>".encode(), depan=True))
    anchor = anchors.anchors(paket, utama, body)
    first = _free_id(old, body)
    entries = []
    for number, together in enumerate(_by_comment(temuan), first):
        at = anchor(together[0].letak)
        where = () if at.tepat else (f"Letak: {together[0].letak}.",)
        told = tuple((*_lines(found), *where) for found in together)
        entries.append(comments.Komentar(number, at.paragraf, told, at.awal, at.akhir))
    paket[utama] = comments.mark(body, entries)
    if old is None and not entries:
        return
    if place is None:
        place = utama.rpartition("/")[0] + "/comments.xml"
        place = place if place not in paket else paket.free_name(place.replace(".xml", "{}.xml"))
        paket[relationships.JENIS_ISI] = relationships.add_types(
            paket[relationships.JENIS_ISI], {place: "wordComments"}
        )
        paket[rels_name], _ = relationships.add_relation(paket.get(rels_name), "comments", place)
    paket[place] = comments.written(old, entries)


def _by_comment(temuan: Sequence[TemuanTemplat]) -> Iterator[tuple[TemuanTemplat, ...]]:
    """The findings that share a comment: those that stand at no sentence, such as what is missing; all others alone."""
    for (_, alone), group in groupby(temuan, key=lambda found: (found.letak, found.letak.kalimat or found.letak.akhir)):
        if alone:
            yield from ((found,) for found in group)
        else:
            yield tuple(group)


def _lines(found: TemuanTemplat) -> tuple[str, ...]:
    tingkat = severity(found.temuan).value
    said = f"{tingkat} {found.temuan.kode}: {lines.message_here(found)}", f"→ {hint(found.temuan)}"
    proposed = found.usul[0] if found.usul and found.usul[0] not in said[0] else ""
    return (*said, f"Usul: {proposed}") if proposed else said


def _free_id(komentar: bytes | None, body: bytes) -> int:
    """The first number above the ids of all comments."""
    listed = [entry for part in (komentar, body) if part is not None for entry in read(part).acuan]
    ids = [entry.id.split("\0")[0] for entry in listed if entry.nama.startswith("comment")]
    return max((int(identity) for identity in ids if identity.isdecimal()), default=-1) + 1
