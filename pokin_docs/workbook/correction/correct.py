"""The correction workbook: the planner's own file with its faults coloured, commented and listed on a first sheet.

No library opens and saves it: that loses text boxes, buttons and cached values without a word. The few parts that
change are changed where they must, all others are copied as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.files import relationships
from pokin_docs.files.package import OfficePackage
from pokin_docs.files.xml_part import BrokenXml
from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding
from pokin_docs.model.source import CellRef
from pokin_docs.workbook.correction import book, cells, comments, list_lines, listing, styles
from pokin_docs.workbook.correction.recognized import BROKEN, main_part

_BY_WEIGHT = tuple(Severity)
_COLOURS_ONLY = "warna; komentar tidak, karena lembar ini sudah memuat komentar atau tombol"
_WITHOUT = "tidak dapat ditandai"


class WorkbookNotCorrectable(Exception):
    """The workbook is built in a way that no copy of it can be marked."""


@dataclass(frozen=True, slots=True)
class _MarkableSheet:
    """A sheet that may be marked: its title, its part, and whether a link can lead to it."""

    title: str
    part: str
    visible: bool


def correct(source: Path, temuan: tuple[Temuan, ...], waived: tuple[WaivedFinding, ...], *, final: bool) -> bytes:
    """The workbook with its faults shown, as the bytes of a file of the same kind.

    Args:
        source: The workbook, which the guard of the reader has let pass; it is not changed.
        temuan: Findings that stand: coloured, commented and listed.
        waived: Waived findings: listed with their reason.
        final: Severities are those of ``--final``.

    Raises:
        OSError: The workbook cannot be read.
        WorkbookNotCorrectable: Its parts are not where a workbook has them.
    """
    try:
        package = OfficePackage(source.read_bytes())
        return _corrected(package, source.name, temuan, waived, final=final)
    except BROKEN as fault:
        raise WorkbookNotCorrectable(str(fault)) from fault


def _corrected(
    package: OfficePackage, nama: str, temuan: tuple[Temuan, ...], waived: tuple[WaivedFinding, ...], *, final: bool
) -> bytes:
    main = main_part(package)
    part_style = _styles_part(package, main)
    style = styles.BookStyles(package[part_style])
    buku = book.read(package[main])
    lembar = _sheets(package, main, buku)
    if buku.our_list is not None:
        _forget(package, main, buku.lembar[buku.our_list], lembar.values(), style)
    marker: dict[CellRef, str] = {}
    for number, entry in enumerate(lembar.values(), 1):
        here = [finding for finding in temuan if finding.tempat.lembar == entry.title]
        try:
            package[entry.part] = cells.unselect(package[entry.part])
            marker |= _mark(package, entry, number, here, style, final=final)
        except BrokenXml:  # the reader takes the cells of sheets that are broken elsewhere
            marker |= {finding.tempat: _WITHOUT for finding in here}
    linked = {entry.title for entry in lembar.values() if entry.visible}
    item = list_lines.of_findings(temuan, linked, marker, final=final) + list_lines.of_waived(waived, linked)
    _add_list(package, main, buku, nama, item, style)
    package[part_style] = style.to_bytes()
    return package.to_bytes()


def _sheets(package: OfficePackage, main: str, buku: book.BookSheets) -> dict[str, _MarkableSheet]:
    """The sheets by title, without our own list."""
    parts = {
        relationship.id: relationship
        for relationship in relationships.relations(package[relationships.rels_name(main)], main)
    }
    found = {}
    for index, entry in enumerate(buku.lembar):
        relationship = parts.get(entry.id)
        if index != buku.our_list and relationship is not None and relationship.part in package:
            found[entry.title] = _MarkableSheet(entry.title, relationship.part, entry.visible)
    return found


def _mark(
    package: OfficePackage,
    lembar: _MarkableSheet,
    number: int,
    temuan: list[Temuan],
    style: styles.BookStyles,
    *,
    final: bool,
) -> dict[CellRef, str]:
    """Colour and comment the cells of one sheet; tells for each place what was done there."""
    data = package[lembar.part]
    anchor = cells.anchors(data)
    by_cell: dict[cells.CellPlace, list[Temuan]] = {}
    for finding in temuan:
        if finding.tempat.baris and finding.tempat.kolom:
            by_cell.setdefault(anchor((finding.tempat.baris, finding.tempat.kolom)), []).append(finding)
    if not by_cell:
        return {}
    worst = {
        place: min((severity(finding, final=final) for finding in found), key=_BY_WEIGHT.index)
        for place, found in by_cell.items()
    }
    data = cells.paint(data, worst, style.colour)
    rels_name = relationships.rels_name(lembar.part)
    rels = package.get(rels_name)
    foreign = {relationship.kind for relationship in relationships.relations(rels, lembar.part)} & {
        "comments",
        "threadedComment",
    }
    shown = "warna dan komentar"
    if foreign or comments.has_windows(data):
        shown = _COLOURS_ONLY
    else:
        message = {
            place: [_message(finding, place, final=final) for finding in found] for place, found in by_cell.items()
        }
        comment = package.free_name("xl/commentsTemuan{}.xml")
        package[comment] = comments.comments(message)
        drawing = package.free_name("xl/drawings/vmlDrawingTemuan{}.vml")
        package[drawing] = comments.windows(message, number)
        package[relationships.CONTENT_TYPES] = relationships.add_types(
            package[relationships.CONTENT_TYPES], {comment: "comments", drawing: "vmlDrawing"}
        )
        rels, _ = relationships.add_relation(rels, "comments", comment)
        rels, own = relationships.add_relation(rels, "vmlDrawing", drawing)
        package[rels_name] = rels
        data = comments.attach(data, own)
    package[lembar.part] = data
    return {finding.tempat: shown for found in by_cell.values() for finding in found}


def _message(finding: Temuan, place: cells.CellPlace, *, final: bool) -> comments.CommentText:
    own = (finding.tempat.baris, finding.tempat.kolom) == place
    where = "" if own else f" ({finding.tempat.address})"
    head = f"{severity(finding, final=final).value} {finding.kode}{where}: "
    return comments.CommentText(head, f"{message(finding)}\n→ {hint(finding)}")


def _add_list(
    package: OfficePackage,
    main: str,
    buku: book.BookSheets,
    nama: str,
    item: list[listing.ListLine],
    style: styles.BookStyles,
) -> None:
    def look(looks_of: listing.CellLook) -> int:
        return style.of_list(
            looks_of.font_xml, looks_of.fill, edge=looks_of.border, middle=looks_of.middle, wrap=looks_of.wrap
        )

    part = package.free_name("xl/worksheets/sheetTemuan{}.xml")
    package[part] = listing.sheet(nama, item, look)
    package[relationships.CONTENT_TYPES] = relationships.add_types(
        package[relationships.CONTENT_TYPES], {part: "worksheet"}
    )
    rels = relationships.rels_name(main)
    package[rels], own = relationships.add_relation(package[rels], "worksheet", part)
    package[main] = book.with_list(
        package[main], buku.list_title, own, listing.filter_range(len(item)), listing.printed_title(), nama
    )


def _styles_part(package: OfficePackage, main: str) -> str:
    """Name of the part with the styles; one is made where a workbook has none."""
    rels = relationships.rels_name(main)
    for relationship in relationships.relations(package[rels], main):
        if relationship.kind == "styles" and relationship.part in package:
            return relationship.part
    part = package.free_name("xl/stylesTemuan{}.xml")
    package[part] = styles.EMPTY_STYLES
    package[relationships.CONTENT_TYPES] = relationships.add_types(
        package[relationships.CONTENT_TYPES], {part: "styles"}
    )
    package[rels], _ = relationships.add_relation(package[rels], "styles", part)
    return part


def _forget(
    package: OfficePackage,
    main: str,
    our_list: book.BookSheet,
    lembar: Iterable[_MarkableSheet],
    style: styles.BookStyles,
) -> None:
    """Take away what an earlier correction put in: its list, its colours, its comments."""
    rels_name = relationships.rels_name(main)
    workbook = relationships.relations(package[rels_name], main)
    gone = {relationship.part for relationship in workbook if relationship.id == our_list.id}
    ids = {our_list.id}
    chains = [relationship for relationship in workbook if relationship.kind == "calcChain"]
    if any(b"<f" in package[part] for part in gone) and chains:
        # Formulas typed into the list stand in the order of calculation, which Excel makes anew by itself.
        gone |= {relationship.part for relationship in chains}
        ids |= {relationship.id for relationship in chains}
    package[rels_name] = relationships.remove_relations(package[rels_name], frozenset(ids))
    for part in tuple(gone):
        rels = relationships.relations(package.get(relationships.rels_name(part)), part)
        gone |= {
            relationship.part
            for relationship in rels
            if relationship.kind in ("printerSettings", "comments", "vmlDrawing")
        }
    for entry in lembar:
        gone |= _forget_comments(package, entry)
        package[entry.part] = cells.restyle(package[entry.part], style.without_colour)
    gone = {part for part in gone if part in package}
    for part in gone:
        package.drop(part)
        if relationships.rels_name(part) in package:
            package.drop(relationships.rels_name(part))
    package[relationships.CONTENT_TYPES] = relationships.remove_types(
        package[relationships.CONTENT_TYPES], frozenset(gone)
    )


def _forget_comments(package: OfficePackage, lembar: _MarkableSheet) -> set[str]:
    """The parts with the comments of an earlier correction, no longer named by their sheet."""
    rels_name = relationships.rels_name(lembar.part)
    rels = relationships.relations(package.get(rels_name), lembar.part)
    comment = [
        relationship for relationship in rels if relationship.kind == "comments" and relationship.part in package
    ]
    drawing = [
        relationship for relationship in rels if relationship.kind == "vmlDrawing" and relationship.part in package
    ]
    if len(comment) != 1 or len(drawing) != 1:
        return set()
    try:
        if not comments.is_ours(package[comment[0].part], package[drawing[0].part]):
            return set()
    except BrokenXml:  # old drawings are not always XML; ours are
        return set()
    package[rels_name] = relationships.remove_relations(package[rels_name], frozenset((comment[0].id, drawing[0].id)))
    package[lembar.part] = comments.detach(package[lembar.part])
    return {comment[0].part, drawing[0].part}
