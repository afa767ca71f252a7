"""The part of an xlsx package that holds cells, rebuilt in memory so that nothing else can keep it from being read.

A workbook that went through other programs is often refused whole for what nobody asked of it: a bad style, zoom,
validation or document date, a million formatted empty rows, a merged column (reliability.md 2C). What is read here
is only names of sheets, cells, shared texts and number formats; merges and uncalculated formulas are listed beside.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from pokin_docs.extract import bare_sheet
from pokin_docs.extract.bare_sheet import BrokenWorkbook
from pokin_docs.extract.bare_styles import reformatting, style_sheet
from pokin_docs.extract.grid import BareWorkbook, MergedRange, RawSheet, Remark
from pokin_docs.extract.outside import OtherBooks, kept_range
from pokin_docs.extract.remarks import boxes_in, notes_in
from pokin_docs.extract.struck import mark_struck

MAX_CELLS = 500_000
"""Cells with a value in all sheets together: eight sheets of 5,000 rows have 376,000; 600,000 took 16 s and 440 MB."""
MAX_STYLES = 65_000


_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_STYLE = re.compile(rb"\ss=[\"'](\d+)[\"']")


def essence(path: Path, max_cells: int | None = None) -> BareWorkbook:
    """What there is to read in a workbook file that the guard has let pass.

    Raises:
        BrokenWorkbook: A part is missing or cut, or there is more than a workbook of an agency holds.
    """
    max_cells = MAX_CELLS if max_cells is None else max_cells
    with zipfile.ZipFile(path) as archive:
        parts = _Parts(archive)
        workbook = parts.main()
        data = parts.read(workbook)
        if b"purl.oclc.org/ooxml" in data:
            raise BrokenWorkbook("disimpan sebagai Strict Open XML", "B02")
        try:
            tree = fromstring(data)
        except ParseError as error:
            raise BrokenWorkbook("daftar lembarnya tidak dapat dibaca") from error
        targets = parts.relations(workbook)
        # One at a time: of a sheet of 100 MB only what is left of it stays in memory.
        named = tuple(_sheet_names(tree, targets, parts))
        unseen = {
            sheet.get("name", ""): sheet.get("state", "visible") != "visible"
            for sheet in tree.iter()
            if _local(sheet) == "sheet"
        }
        styles = parts.read_if_there(_target(targets, "styles"))
        looks, books = reformatting(styles), OtherBooks(parts.other_books(tree, workbook), _defined_names(tree))
        sheets = [_of_sheet(name, parts.read(part), unseen[name], looks, books) for name, part in named]
        remarks = [(*parts.remarks(part), tuple(parts.pivots(part))) for _, part in named]
        shared = parts.read_if_there(_target(targets, "sharedStrings"))
    if not sheets:
        raise BrokenWorkbook("tidak ada satu lembar tabel pun di dalamnya")
    cells = [kept for _, kept, *_ in sheets]
    filled = [sum(1 for _ in _CELL.finditer(data)) for data in cells]
    if (total := sum(filled)) > max_cells:
        largest = sheets[filled.index(max(filled))][0]
        reason = f"memuat {total} sel terisi (batas {max_cells}), terbanyak di lembar «{largest}»: {max(filled)}"
        raise BrokenWorkbook(reason, "B06")
    used = max((int(style) for data in cells for style in set(_STYLE.findall(data))), default=0)
    if used > MAX_STYLES:
        raise BrokenWorkbook(f"memuat {used} gaya sel", "B06")
    cells, shared = [mark_struck(data) for data in cells], mark_struck(shared)
    shown = style_sheet(styles, used)
    return BareWorkbook(
        _package(cells, shown.text, shared),
        tuple(
            RawSheet(
                name, areas, bare_sheet.uncalculated(kept), notes, boxes, hidden, unshown, lines, changed, asks, pivots
            )
            for (name, kept, areas, (hidden, unshown, lines, changed, asks)), (notes, boxes, pivots) in zip(
                sheets, remarks, strict=True
            )
        ),
        shown.looks,
        shown.lost,
        _counts_from_1904(tree),
    )


_Shown = tuple[tuple[int, ...], bool, tuple[str, ...], tuple[MergedRange, ...], tuple[Remark, ...]]


def _of_sheet(
    name: str, data: bytes, is_unseen: bool, looks: frozenset[str], books: OtherBooks
) -> tuple[str, bytes, tuple[MergedRange, ...], _Shown]:
    """What stays of a sheet: its name, the part with its cells, merges, and how it is shown."""
    cells, areas = bare_sheet.cells_only(name, data), tuple(bare_sheet.merges(data))
    return name, cells, areas, (tuple(bare_sheet.hidden_columns(data)), is_unseen, *_shown_as(data, looks, books))


def _defined_names(workbook: Element) -> Iterator[tuple[str, str]]:
    """Each name that the workbook defines, with the place or formula that it stands for."""
    for element in workbook.iter():
        if _local(element) == "definedName" and (name := element.get("name", "")):
            yield name, element.text or ""


def _counts_from_1904(workbook: Element) -> bool:
    properties = (part.get("date1904", "0") for part in workbook.iter() if _local(part) == "workbookPr")
    return any(said.casefold() in ("1", "true") for said in properties)


def _shown_as(
    data: bytes, looks: frozenset[str], books: OtherBooks
) -> tuple[tuple[str, ...], tuple[MergedRange, ...], tuple[Remark, ...]]:  # fmt: skip
    """The head and foot of the printed pages of a sheet, where conditions change numbers, cells of other workbooks."""
    changed = tuple(bare_sheet.reformatted(data, looks))
    return tuple(bare_sheet.printed_lines(data)), changed, tuple(books.cells(data))


def sheet_parts(archive: zipfile.ZipFile) -> tuple[tuple[tuple[str, str], ...], str | None]:
    """Title and name in the archive of every table sheet in order, and the name of the part with shared texts."""
    parts = _Parts(archive)
    targets = parts.relations(parts.main())
    found = _sheet_names(fromstring(parts.read(parts.main())), targets, parts)
    shared = parts.names.get(_plain(_target(targets, "sharedStrings") or ""))
    return tuple((title, parts.names[_plain(part)]) for title, part in found), shared


class _Parts:
    """Parts of the archive by name; case, a leading slash and backslashes do not count."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = {_plain(name): name for name in archive.namelist()}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self.names

    def read(self, name: str) -> bytes:
        data = self.archive.read(self.names[_plain(name)])
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
            return re.sub(r"^\s*<\?xml[^<>]*\?>", "", text).encode()
        return data.removeprefix(b"\xef\xbb\xbf")

    def read_if_there(self, name: str | None) -> bytes:
        return self.read(name) if name and name in self else b""

    def main(self) -> str:
        """The workbook part: the one the package names, else the usual one."""
        named = self.relations("").get("officeDocument", [])
        found = [target for _, target in named if target in self]
        if not found and "xl/workbook.xml" not in self:
            raise BrokenWorkbook("tidak ada buku kerja di dalamnya", "B02")
        return found[0] if found else "xl/workbook.xml"

    def remarks(self, part: str) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
        """The notes and the text boxes of a sheet; none where its relations cannot be read."""
        try:
            targets = self.relations(part)
        except BrokenWorkbook:
            return (), ()
        parts = [
            (kind, self.read_if_there(name)) for kind in ("comments", "drawing") for _, name in targets.get(kind, ())
        ]
        notes = tuple(remark for kind, data in parts if kind == "comments" for remark in notes_in(data))
        return notes, tuple(remark for kind, data in parts if kind == "drawing" for remark in boxes_in(data))

    def pivots(self, part: str) -> Iterator[str]:
        """The ranges of a sheet's pivot tables and of its outside data; none where its relations cannot be read."""
        try:
            targets = self.relations(part)
            tables = [name for _, name in targets.get("table", ()) if "queryTable" in self.relations(name)]
        except BrokenWorkbook:
            return
        for name in (*(name for _, name in targets.get("pivotTable", ())), *tables):
            yield kept_range(self.read_if_there(name))
        yield from ("" for _ in targets.get("queryTable", ()))

    def other_books(self, tree: Element, workbook: str) -> tuple[str, ...]:
        """The names of the workbooks that formulas may ask, in order of their numbers; blank where none is said."""
        parts = dict(self.relations(workbook).get("externalLink", ()))
        ids = [
            next((value for key, value in element.attrib.items() if _plain_key(key) == "id"), "")
            for element in tree.iter()
            if _local(element) == "externalReference"
        ]
        return tuple(self._book_behind(parts[id_]) if id_ in parts else "" for id_ in ids)

    def _book_behind(self, part: str) -> str:
        try:
            found = [target for entries in self.relations(part).values() for _, target in entries]
        except BrokenWorkbook:
            return ""
        return unquote(found[0].rpartition("/")[2]) if found else ""

    def relations(self, part: str) -> dict[str, list[tuple[str, str]]]:
        """Targets by kind of relation: ``(id, part)``."""
        folder, _, name = part.rpartition("/")
        data = self.read_if_there(join(folder, "_rels", f"{name}.rels"))
        if not data:
            return {}
        try:
            tree = fromstring(data)
        except ParseError as error:
            raise BrokenWorkbook("susunan bagian-bagiannya tidak dapat dibaca") from error
        found: dict[str, list[tuple[str, str]]] = {}
        for relation in tree:
            target = relation.get("Target", "").replace("\\", "/")
            full = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            kind = relation.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, []).append((relation.get("Id", ""), full))
        return found


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _local(element: Element) -> str:
    return _plain_key(str(element.tag))


def _plain_key(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def _target(targets: dict[str, list[tuple[str, str]]], kind: str) -> str | None:
    return next((target for _, target in targets.get(kind, ())), None)


def _sheet_names(tree: Element, targets: dict[str, list[tuple[str, str]]], parts: _Parts) -> Iterator[tuple[str, str]]:
    """Name and part of every table sheet in order, hidden ones too; sheets of charts and macros hold no cells."""
    kinds = {id_: (kind, target) for kind, entries in targets.items() for id_, target in entries}
    for sheet in (element for element in tree.iter() if _local(element) == "sheet"):
        name = sheet.get("name", "")
        id_ = next((value for key, value in sheet.attrib.items() if key.rpartition("}")[2] == "id"), "")
        kind, target = kinds.get(id_, ("worksheet", ""))
        if kind != "worksheet":
            continue
        if target not in parts:
            raise BrokenWorkbook(f"lembar «{name}» hilang dari berkas")
        yield name, target


def _package(cells: list[bytes], styles: str, shared: bytes) -> BytesIO:
    """The archive that is read: uncompressed, with the names that a workbook gives its parts."""
    file = BytesIO()
    parts: dict[str, str | bytes] = {
        "xl/styles.xml": styles,
        **{f"xl/worksheets/sheet{number}.xml": data for number, data in enumerate(cells, start=1)},
        **({"xl/sharedStrings.xml": shared} if shared else {}),
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)  # by its name alone it would get the hour of the clock
    file.seek(0)
    return file
