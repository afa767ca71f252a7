"""The part that names the sheets: which there are, and our list put before them."""

from __future__ import annotations

import html
from dataclasses import dataclass

from pokin_docs.files.xml_part import Elemen, Sunting, extend, quoted, readable, retag, scan, splice, text

JUDUL = "Temuan"
PENANDA = "pokin_temuan"
"""A hidden name that points at our list, whatever a planner calls the sheet: so a later run replaces it."""

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES_COME_AFTER = ("workbook/sheets", "workbook/functionGroups", "workbook/externalReferences")
_LOCAL = "localSheetId"


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet as the workbook names it: title, relationship id, number, and whether a link can lead to it."""

    judul: str
    id: str
    nomor: int
    tampak: bool


@dataclass(frozen=True, slots=True)
class Buku:
    """The sheets in order, and which of them is our list of an earlier correction."""

    lembar: tuple[Lembar, ...]
    milik: int | None

    @property
    def judul_daftar(self) -> str:
        """Title for our list: ``Temuan``, another where the office has a sheet of that name."""
        taken = {entry.judul.casefold() for index, entry in enumerate(self.lembar) if index != self.milik}
        names = (JUDUL, f"{JUDUL} (pokin)", *(f"{JUDUL} (pokin {n})" for n in range(2, len(taken) + 3)))
        return next(name for name in names if name.casefold() not in taken)


def read(data: bytes) -> Buku:
    """What the workbook says of its sheets."""
    data = readable(data)
    lembar = tuple(
        Lembar(
            entry.ambil("name") or "",
            next((value for name, value in entry.atribut.items() if name.endswith(":id")), ""),
            int(entry.ambil("sheetId") or 0),
            entry.ambil("state") in (None, "visible"),
        )
        for entry in scan(data, "workbook/sheets/sheet")
    )
    names = scan(data, "workbook/definedNames/definedName")
    marked = {_sheet_of(data, entry) for entry in names if entry.ambil("name") == PENANDA}
    own = next((index for index, entry in enumerate(lembar) if entry.judul in marked), None)
    return Buku(lembar, own)


def _sheet_of(data: bytes, entry: Elemen) -> str:
    """The sheet a defined name such as ``'Temuan (pokin)'!$A$1`` points at."""
    place = html.unescape(data[entry.buka : entry.tutup].decode("utf-8", "replace"))
    return place.rpartition("!")[0].removeprefix("'").removesuffix("'").replace("''", "'")


def reference(judul: str, rentang: str) -> str:
    """A place in another sheet as formulas and links write it."""
    return "'" + judul.replace("'", "''") + "'!" + rentang


def with_list(data: bytes, judul: str, id_hubungan: str, saringan: str, judul_cetak: str) -> bytes:
    """The workbook with our list as its first and open sheet, instead of that of an earlier correction.

    Args:
        data: The part of the workbook.
        judul: Title of the sheet.
        id_hubungan: Its relationship.
        saringan: The range that has filter buttons, ``$A$5:$I$20``.
        judul_cetak: The rows printed on every page, ``$5:$5``.
    """
    data = readable(data)
    buku = read(data)
    (root, sheets) = scan(data, "workbook", "workbook/sheets")
    entries = scan(data, "workbook/sheets/sheet")
    others = (entry.nomor for index, entry in enumerate(buku.lembar) if index != buku.milik)
    number = 1 + max(others, default=0)
    p = root.imbuhan
    own = f'<{p}sheet xmlns:r="{_R}" name="{quoted(judul)}" sheetId="{number}" r:id="{id_hubungan}"/>'
    edits = [*extend(data, sheets, own.encode(), depan=True)]
    if buku.milik is not None:
        old = entries[buku.milik]
        edits.append(Sunting(old.awal, old.akhir, b""))
    views = scan(data, "workbook/bookViews/workbookView")
    edits += [retag(data, view, activeTab=0, firstSheet=0) for view in views]
    edits += _names(data, buku.milik, _own_names(p, judul, saringan, judul_cetak))
    return splice(data, edits)


def _own_names(p: str, judul: str, saringan: str, judul_cetak: str) -> bytes:
    names = (
        (f'name="_xlnm._FilterDatabase" {_LOCAL}="0" hidden="1"', saringan),
        (f'name="_xlnm.Print_Titles" {_LOCAL}="0"', judul_cetak),
        (f'name="{PENANDA}" hidden="1"', "$A$1"),
    )
    return "".join(
        f"<{p}definedName {attributes}>{text(reference(judul, place))}</{p}definedName>" for attributes, place in names
    ).encode()


def _names(data: bytes, milik: int | None, own: bytes) -> list[Sunting]:
    """The edits of the defined names: those of a sheet count their sheet, which now stands one further."""
    edits: list[Sunting] = []
    for entry in scan(data, "workbook/definedNames/definedName"):
        local = entry.ambil(_LOCAL)
        if entry.ambil("name") == PENANDA or (milik is not None and local == str(milik)):
            edits.append(Sunting(entry.awal, entry.akhir, b""))
        elif local is not None and (milik is None or int(local) < milik):
            edits.append(retag(data, entry, **{_LOCAL: int(local) + 1}))
    known = scan(data, "workbook/definedNames")
    if known:
        return [*extend(data, known[0], own), *edits]
    before = scan(data, *_NAMES_COME_AFTER)[-1]
    p = before.imbuhan
    return [Sunting(before.akhir, before.akhir, f"<{p}definedNames>".encode() + own + f"</{p}definedNames>".encode())]
