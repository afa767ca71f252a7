"""Where the title of a post begins, and the titles of a cell that names several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.model.person_names import is_degree
from pokin_docs.model.texts import squeeze, without_number

_HEADS = (
    r"kepala|ka\.? ?(?:bid|bag|sub|dis|ban|si)\w*|sekretaris|sek(?:dis|ban|cam|lur|wan|da)|camat|lurah|inspektur|irban|"
    r"direktur|wadir|asisten|staf ahli|sub ?koo?r(?:dinator)?|koordinator|ketua tim|kasubb?ag|kasie?|kabid|kabag|"
    r"kasubb?id|kadis|kaban|kapus|kasat"
)
_ACTING = r"(?:\(?(?:plt|plh|pj)\W+)?"
_HEAD = re.compile(rf"{_ACTING}(?P<word>{_HEADS})\b", re.IGNORECASE)
POST = re.compile(
    rf"{_ACTING}(?:{_HEADS}|pengelola|pengolah|pengadministrasi|analis|pranata|"
    r"perencana|penyuluh|arsiparis|auditor|pustakawan|statistisi|penata (?:layanan|kelola|laporan|ruang|perizinan)|"
    r"penelaah|bendahara|verifikator|operator|pengemudi|pengawas|pelaksana|bupati|wali ?kota|gubernur|wakil|guru|"
    r"dokter|bidan|perawat|apoteker|teknisi|fungsional|jabatan)\b",
    re.IGNORECASE,
)
"""How the title of a post begins."""
_ALONE = re.compile(rf"{_ACTING}(?:sek\w+|kadis|kaban)\b", re.IGNORECASE)
"""What is a post without a further word; "Camat" may as well be what a division cares for."""
_LINES = re.compile(r"\s*;\s*|\s*\n\s*")
WEAK_PARTING = re.compile(r"(\s*[,/&+|]\s*|\s+(?:dan|serta)\s+|\s+(?=\(?\d{1,2}[.)]\s+[^\W\d]))", re.IGNORECASE)
"""What may part two owners but may as well stand inside one title."""


def weak_pieces(part: str) -> list[str]:
    """The text cut at everything that may part owners, with what stands between; a degree stays with its name."""
    pieces = WEAK_PARTING.split(part)
    joined: list[str] = pieces[:1]
    for between, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if not piece.strip() or is_degree(piece):
            joined[-1] += between + piece
        else:
            joined += [between, piece]
    return joined


def parted_titles(text: str) -> Iterator[str]:
    """The titles that a cell names, where nothing tells which posts there are.

    "Kabid A / Kabid B" and "Kabid A dan Kabid B" are two, "Kasubbag Umum, Kepegawaian" and a title that goes on in the
    next line are one.
    """
    for line in _whole_lines(text):
        title, *others = weak_pieces(squeeze(without_number(squeeze(line))))
        for between, piece in zip(others[::2], others[1::2], strict=True):
            following = squeeze(without_number(piece))
            if _begins_another(title, between, following):
                yield title
                title = following
            else:
                title += between + piece
        yield squeeze(title)


def _whole_lines(text: str) -> Iterator[str]:
    lines = [line for line in _LINES.split(text) if line.strip()]
    while lines:
        line = lines.pop(0)
        while lines and "\n" in text and POST.match(line) and _goes_on(lines[0]):
            line += f" {lines.pop(0)}"
        yield line


def _goes_on(line: str) -> bool:
    return without_number(line) == line and not POST.match(line)


def _begins_another(title: str, between: str, piece: str) -> bool:
    if not POST.match(title):
        return False
    if between.strip() in ("/", "|", "+"):
        return POST.match(piece) is not None
    return _HEAD.match(piece) is not None and (" " in piece or " " not in title or _ALONE.match(piece) is not None)
