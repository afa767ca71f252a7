"""Columns of Pejabat that hold several things in one cell: "NAMA/NIP", "Pangkat/Golongan", "Nama Pejabat & Jabatan"."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import replace

from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.layouts.column_titles import ColumnKey, ColumnTitle
from pokin_docs.model.person_names import ACTING, is_degree
from pokin_docs.model.post_titles import POST
from pokin_docs.model.posts import GOLONGAN_PPPK, PANGKAT, read_golongan
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.workbook_spec import PEJABAT, Lembar

PARTS = ("nama", "nip", "pangkat", "golongan", "jabatan")
"""Keys of the columns that may share a cell."""
_OF_WORD = {
    "nama": "nama", "nip": "nip", "pangkat": "pangkat", "gol": "golongan", "golongan": "golongan",
    "gol ruang": "golongan",
    "golongan ruang": "golongan", "jabatan": "jabatan", "jab": "jabatan", "nama jabatan": "jabatan",
    "nama pejabat": "nama", "nama pegawai": "nama", "nama lengkap": "nama", "nama asn": "nama", "nama pns": "nama",
    "pejabat": "nama", "pegawai": "nama", "ruang": "golongan", "nip ni pppk": "nip", "ni pppk": "nip",
    "nama dan gelar": "nama", "nama lengkap dan gelar": "nama",
}  # fmt: skip
_PARTING_TITLE = re.compile(r"[/,&;+()\n]|\bdan\b", re.IGNORECASE)
_NIP = re.compile(
    r"(?:(?:\bN\.?\s?I\.?\s?P\.?|\bNI\s?PPPK)\s*[:.]?\s*)?(?<!\d)(\d(?:[ .]?\d){17})(?!\d)", re.IGNORECASE
)
_NIP_WORD = re.compile(r"\bN\.?\s?I\.?\s?P\.?\s*[:.]?\s*[-–—.…]*\s*$", re.IGNORECASE)
_LINES = re.compile(r"\n|;|\s[/–—-]\s|\s*\|\s*|/(?=\s*(?:[IVX]+[/. ]|NIP))|(?<=[^IV\d])/(?=\S)|\s*:\s+")
_RANKS = {fold(rank) for rank in PANGKAT.values()} | {
    fold(rank).replace(" tk i", " tingkat i") for rank in PANGKAT.values()
}
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_SIGNS = " \t\n/,;:|-–—()"


def keys_of_title(text: str) -> tuple[str, ...]:
    """The keys of the things that a title names together; empty where it names one, or anything else too."""
    found: list[str] = []
    for part in _PARTING_TITLE.split(text):
        key = _OF_WORD.get(fold(part)) if fold(part) else ""
        if key is None:
            whole = [_OF_WORD.get(word) for word in fold(part).split()]
            if None in whole:
                return ()
            found += [word for word in whole if word]
        elif key:
            found.append(key)
    keys = tuple(dict.fromkeys(found))
    return keys if len(keys) > 1 else ()


def keys_in_title(text: str) -> tuple[str, ...]:
    """The keys of what a title of a list of people names, alone or together; empty where it names something else."""
    own = _OF_WORD.get(fold(text))
    return (own,) if own else keys_of_title(text)


def share_columns(
    grid: Grid, lembar: Lembar, baris: int, kolom: MutableMapping[ColumnKey, int], over: Mapping[int, ColumnTitle]
) -> None:
    """Note which columns of a list of people hold more than their title alone says, or what a combined title names.

    Args:
        grid: The sheet.
        lembar: What it is; of any but Pejabat nothing is noted.
        baris: Its last header row, 1-based.
        kolom: The columns found so far; takes the keys whose cells stand with those of others.
        over: What stands over each column.
    """
    if lembar is not PEJABAT:
        return
    for number, title in over.items():
        if number in kolom.values():
            continue
        for kunci in keys_of_title(title.text):
            kolom.setdefault((kunci, None), number)
    for kunci, other, holds in (("nama", "nip", _NIP.search), ("pangkat", "golongan", _holds_golongan)):
        column = kolom.get((kunci, None))
        if column is not None and (other, None) not in kolom:
            texts = [cell.text for (row, number), cell in grid.cells.items() if number == column and row > baris]
            if sum(bool(holds(text)) for text in texts) * 2 > len(texts):
                kolom[other, None] = column


def _holds_golongan(text: str) -> bool:
    return bool(read_golongan(text)[0])


def part_of(grid: Grid, baris: int, kolom: Mapping[ColumnKey, int], kunci: str) -> UsedCell | None:
    """The cell of one thing of a person, as it would stand alone; None for what needs no parting.

    Args:
        grid: The sheet.
        baris: The row, 1-based.
        kolom: The columns of the list.
        kunci: The key of what is wanted.
    """
    number = kolom.get((kunci, None))
    cell = grid.cells.get((baris, number)) if number is not None else None
    if cell is None or not cell.text.strip() or kunci not in PARTS:
        return None
    keys = tuple(key for key in PARTS if kolom.get((key, None)) == number)
    if len(keys) == 1:
        if kunci == "nama" and (nip := _NIP.search(cell.text)):
            rest = cell.text[: nip.start()] + cell.text[nip.end() :]
            return _with_text(cell, squeeze(rest).strip(_SIGNS)) if _is_same(grid, baris, kolom, nip.group(1)) else None
        return None
    return _with_text(cell, take_apart(cell.typed or cell.text, keys).get(kunci, ""))


def _is_same(grid: Grid, baris: int, kolom: Mapping[ColumnKey, int], nip: str) -> bool:
    """Whether the NIP beside a name says what the column of NIP does."""
    number = kolom.get(("nip", None))
    cell = grid.cells.get((baris, number)) if number is not None else None
    return cell is not None and re.sub(r"\D", "", cell.kode_text) == re.sub(r"\D", "", nip)


def _with_text(cell: UsedCell, text: str) -> UsedCell:
    return replace(cell, text=text, kode_text=text, typed="", number=None, tanggal=None)


def take_apart(text: str, keys: tuple[str, ...]) -> dict[str, str]:
    """What a cell says of each of several things of a person.

    Args:
        text: The cell.
        keys: What it may hold, in the order of its title.
    """
    found: dict[str, str] = {}
    rest = text
    if "nip" in keys and (nip := _NIP.search(rest)):
        found["nip"] = re.sub(r"\D", "", nip.group(1))
        rest = f"{rest[: nip.start()]}\n{rest[nip.end() :]}"
    rest = _NIP_WORD.sub("", rest)
    if {"pangkat", "golongan"} & set(keys):
        rest = _take_rank(rest, keys, found)
    if "jabatan" in keys:
        rest = _IN_BRACKETS.sub(lambda match: f"\n{match[1]}\n" if POST.match(match[1]) else match[0], rest)
    pieces = [piece for part in _LINES.split(rest) if (piece := squeeze(part).strip(_SIGNS))]
    if "jabatan" in keys:
        posts = [piece for piece in pieces if POST.match(piece)]
        if not posts and "nama" in keys and len(pieces) > 1:
            posts = pieces[-1:] if keys.index("nama") < keys.index("jabatan") else pieces[:1]
        if posts or "nama" not in keys:
            found["jabatan"] = " ".join(posts or pieces)
        pieces = [piece for piece in pieces if piece not in posts]
    if "nama" in keys and pieces:
        found["nama"] = _name(pieces)
    return found


def _name(pieces: list[str]) -> str:
    """The name in what is left of a cell: degrees on a line of their own belong to it, also a Plt. in front."""
    words = {word for known in ACTING.values() for word in known}
    front = [piece for piece in pieces if fold(piece) in words]
    behind = [piece for piece in pieces if all(map(is_degree, piece.replace(",", " ").split()))]
    bare = [piece for piece in pieces if piece not in front and piece not in behind]
    return ", ".join([" ".join([*front, *bare]), *behind])


def _take_rank(text: str, keys: tuple[str, ...], found: dict[str, str]) -> str:
    """The text without rank and golongan, which ``found`` takes."""
    golongan, start, end = read_golongan(text)
    if golongan:
        found["golongan"] = golongan
        text = f"{text[:start]}\n{text[end:]}"
    kept = []
    for piece in _LINES.split(text):
        plain = squeeze(piece).strip(_SIGNS)
        only_rank = not {"nama", "jabatan", "nip"} & set(keys)
        if plain in GOLONGAN_PPPK and "golongan" not in found:
            found["golongan"] = plain
        elif plain and (only_rank or ("pangkat" not in found and fold(plain) in _RANKS)):
            found["pangkat"] = " ".join(filter(None, (found.get("pangkat", ""), plain)))
        else:
            kept.append(piece)
    return "\n".join(kept)
