"""The correction workbook: the planner's own file with its faults coloured, commented and listed on a first sheet.

No library opens and saves it: that loses text boxes, buttons and cached values without a word. The few parts that
change are changed where they must, all others are copied as they are.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.files import relationships
from pokin_docs.files.package import Paket
from pokin_docs.files.xml_part import XmlRusak
from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.findings import Diabaikan, Temuan, Tingkat
from pokin_docs.model.source import CellRef
from pokin_docs.workbook.correction import book, cells, comments, listing, styles

_BERAT = tuple(Tingkat)
_WARNA_SAJA = "warna; komentar tidak, karena lembar ini sudah memuat komentar atau tombol"
_TANPA = "tidak dapat ditandai"
_RUSAK = (XmlRusak, KeyError, ValueError, IndexError, zipfile.BadZipFile)


class TidakDapatDikoreksi(Exception):
    """The workbook is built in a way that no copy of it can be marked."""


@dataclass(frozen=True, slots=True)
class _Lembar:
    """A sheet that may be marked: its title, its part, and whether a link can lead to it."""

    judul: str
    bagian: str
    tampak: bool


def correct(source: Path, temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], *, final: bool) -> bytes:
    """The workbook with its faults shown, as the bytes of a file of the same kind.

    Args:
        source: The workbook, which the guard of the reader has let pass; it is not changed.
        temuan: Findings that stand: coloured, commented and listed.
        diabaikan: Waived findings: listed with their reason.
        final: Severities are those of ``--final``.

    Raises:
        OSError: The workbook cannot be read.
        TidakDapatDikoreksi: Its parts are not where a workbook has them.
    """
    try:
        paket = Paket(source.read_bytes())
        return _corrected(paket, source.name, temuan, diabaikan, final=final)
    except _RUSAK as fault:
        raise TidakDapatDikoreksi(str(fault)) from fault


def is_correction(path: Path) -> bool:
    """Whether a file is a workbook that this program has marked."""
    try:
        paket = Paket(path.read_bytes())
        return book.read(paket[_main(paket)]).milik is not None
    except (OSError, *_RUSAK):
        return False


def _corrected(
    paket: Paket, nama: str, temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], *, final: bool
) -> bytes:
    utama = _main(paket)
    gaya_bagian = _styles_part(paket, utama)
    gaya = styles.Gaya(paket[gaya_bagian])
    buku = book.read(paket[utama])
    lembar = _sheets(paket, utama, buku)
    if buku.milik is not None:
        _forget(paket, utama, buku.lembar[buku.milik], lembar.values(), gaya)
    penanda: dict[CellRef, str] = {}
    for nomor, entry in enumerate(lembar.values(), 1):
        here = [finding for finding in temuan if finding.tempat.lembar == entry.judul]
        try:
            paket[entry.bagian] = cells.unselect(paket[entry.bagian])
            penanda |= _mark(paket, entry, nomor, here, gaya, final=final)
        except XmlRusak:  # the reader takes the cells of sheets that are broken elsewhere
            penanda |= {finding.tempat: _TANPA for finding in here}
    butir = [_line(finding, "", severity(finding, final=final).value, lembar, penanda) for finding in temuan]
    butir += [_line(entry.temuan, entry.alasan, listing.DIABAIKAN, lembar, {}) for entry in diabaikan]
    _add_list(paket, utama, buku, nama, butir, gaya)
    paket[gaya_bagian] = gaya.to_bytes()
    return paket.to_bytes()


def _main(paket: Paket) -> str:
    """Name of the part that names the sheets."""
    named = (
        rel.bagian for rel in relationships.relations(paket.get("_rels/.rels"), "") if rel.jenis == "officeDocument"
    )
    return next((bagian for bagian in named if bagian in paket), "xl/workbook.xml")


def _sheets(paket: Paket, utama: str, buku: book.Buku) -> dict[str, _Lembar]:
    """The sheets by title, without our own list."""
    parts = {rel.id: rel for rel in relationships.relations(paket[relationships.rels_name(utama)], utama)}
    found = {}
    for index, entry in enumerate(buku.lembar):
        rel = parts.get(entry.id)
        if index != buku.milik and rel is not None and rel.bagian in paket:
            found[entry.judul] = _Lembar(entry.judul, rel.bagian, entry.tampak)
    return found


def _mark(
    paket: Paket, lembar: _Lembar, nomor: int, temuan: list[Temuan], gaya: styles.Gaya, *, final: bool
) -> dict[CellRef, str]:
    """Colour and comment the cells of one sheet; tells for each place what was done there."""
    data = paket[lembar.bagian]
    anchor = cells.anchors(data)
    by_cell: dict[cells.Sel, list[Temuan]] = {}
    for finding in temuan:
        if finding.tempat.baris and finding.tempat.kolom:
            by_cell.setdefault(anchor((finding.tempat.baris, finding.tempat.kolom)), []).append(finding)
    if not by_cell:
        return {}
    worst = {
        place: min((severity(finding, final=final) for finding in found), key=_BERAT.index)
        for place, found in by_cell.items()
    }
    data = cells.paint(data, worst, gaya.colour)
    rels_name = relationships.rels_name(lembar.bagian)
    rels = paket.get(rels_name)
    foreign = {rel.jenis for rel in relationships.relations(rels, lembar.bagian)} & {"comments", "threadedComment"}
    shown = "warna dan komentar"
    if foreign or comments.has_windows(data):
        shown = _WARNA_SAJA
    else:
        pesan = {
            place: [_message(finding, place, final=final) for finding in found] for place, found in by_cell.items()
        }
        komentar = paket.free_name("xl/commentsTemuan{}.xml")
        paket[komentar] = comments.comments(pesan)
        gambar = paket.free_name("xl/drawings/vmlDrawingTemuan{}.vml")
        paket[gambar] = comments.windows(pesan, nomor)
        paket[relationships.JENIS_ISI] = relationships.add_types(
            paket[relationships.JENIS_ISI], {komentar: "comments", gambar: "vmlDrawing"}
        )
        rels, _ = relationships.add_relation(rels, "comments", komentar)
        rels, own = relationships.add_relation(rels, "vmlDrawing", gambar)
        paket[rels_name] = rels
        data = comments.attach(data, own)
    paket[lembar.bagian] = data
    return {finding.tempat: shown for found in by_cell.values() for finding in found}


def _message(finding: Temuan, place: cells.Sel, *, final: bool) -> comments.Pesan:
    own = (finding.tempat.baris, finding.tempat.kolom) == place
    where = "" if own else f" ({finding.tempat.alamat})"
    head = f"{severity(finding, final=final).value} {finding.kode}{where}: "
    return comments.Pesan(head, f"{message(finding)}\n→ {hint(finding)}")


def _line(
    finding: Temuan, alasan: str, tingkat: str, lembar: dict[str, _Lembar], penanda: dict[CellRef, str]
) -> listing.Butir:
    tempat = finding.tempat
    entry = lembar.get(tempat.lembar)
    sel = tempat.alamat or (f"baris {tempat.baris}" if tempat.baris else "")
    tautan = book.reference(entry.judul, tempat.alamat or f"A{tempat.baris or 1}") if entry and entry.tampak else ""
    if tautan and not sel:
        sel = "lembar"
    return listing.Butir(
        tingkat, finding.kode, tempat.lembar, sel, tautan, message(finding), hint(finding), alasan,
        penanda.get(tempat, "-"),
    )  # fmt: skip


def _add_list(
    paket: Paket, utama: str, buku: book.Buku, nama: str, butir: list[listing.Butir], gaya: styles.Gaya
) -> None:
    def look(rupa: listing.Rupa) -> int:
        return gaya.of_list(rupa.huruf, rupa.isian, tepi=rupa.tepi, tengah=rupa.tengah, lipat=rupa.lipat)

    bagian = paket.free_name("xl/worksheets/sheetTemuan{}.xml")
    paket[bagian] = listing.sheet(nama, butir, look)
    paket[relationships.JENIS_ISI] = relationships.add_types(paket[relationships.JENIS_ISI], {bagian: "worksheet"})
    rels = relationships.rels_name(utama)
    paket[rels], own = relationships.add_relation(paket[rels], "worksheet", bagian)
    paket[utama] = book.with_list(
        paket[utama], buku.judul_daftar, own, listing.filter_range(len(butir)), listing.printed_title()
    )


def _styles_part(paket: Paket, utama: str) -> str:
    """Name of the part with the styles; one is made where a workbook has none."""
    rels = relationships.rels_name(utama)
    for rel in relationships.relations(paket[rels], utama):
        if rel.jenis == "styles" and rel.bagian in paket:
            return rel.bagian
    bagian = paket.free_name("xl/stylesTemuan{}.xml")
    paket[bagian] = styles.KOSONG
    paket[relationships.JENIS_ISI] = relationships.add_types(paket[relationships.JENIS_ISI], {bagian: "styles"})
    paket[rels], _ = relationships.add_relation(paket[rels], "styles", bagian)
    return bagian


def _forget(paket: Paket, utama: str, daftar: book.Lembar, lembar: Iterable[_Lembar], gaya: styles.Gaya) -> None:
    """Take away what an earlier correction put in: its list, its colours, its comments."""
    rels_name = relationships.rels_name(utama)
    workbook = relationships.relations(paket[rels_name], utama)
    gone = {rel.bagian for rel in workbook if rel.id == daftar.id}
    ids = {daftar.id}
    chains = [rel for rel in workbook if rel.jenis == "calcChain"]
    if any(b"<f" in paket[bagian] for bagian in gone) and chains:
        # Formulas typed into the list stand in the order of calculation, which Excel makes anew by itself.
        gone |= {rel.bagian for rel in chains}
        ids |= {rel.id for rel in chains}
    paket[rels_name] = relationships.remove_relations(paket[rels_name], frozenset(ids))
    for bagian in tuple(gone):
        rels = relationships.relations(paket.get(relationships.rels_name(bagian)), bagian)
        gone |= {rel.bagian for rel in rels if rel.jenis in ("printerSettings", "comments", "vmlDrawing")}
    for entry in lembar:
        gone |= _forget_comments(paket, entry)
        paket[entry.bagian] = cells.restyle(paket[entry.bagian], gaya.without_colour)
    gone = {bagian for bagian in gone if bagian in paket}
    for bagian in gone:
        paket.drop(bagian)
        if relationships.rels_name(bagian) in paket:
            paket.drop(relationships.rels_name(bagian))
    paket[relationships.JENIS_ISI] = relationships.remove_types(paket[relationships.JENIS_ISI], frozenset(gone))


def _forget_comments(paket: Paket, lembar: _Lembar) -> set[str]:
    """The parts with the comments of an earlier correction, no longer named by their sheet."""
    rels_name = relationships.rels_name(lembar.bagian)
    rels = relationships.relations(paket.get(rels_name), lembar.bagian)
    komentar = [rel for rel in rels if rel.jenis == "comments" and rel.bagian in paket]
    gambar = [rel for rel in rels if rel.jenis == "vmlDrawing" and rel.bagian in paket]
    if len(komentar) != 1 or len(gambar) != 1:
        return set()
    try:
        if not comments.is_ours(paket[komentar[0].bagian], paket[gambar[0].bagian]):
            return set()
    except XmlRusak:  # old drawings are not always XML; ours are
        return set()
    paket[rels_name] = relationships.remove_relations(paket[rels_name], frozenset((komentar[0].id, gambar[0].id)))
    paket[lembar.bagian] = comments.detach(paket[lembar.bagian])
    return {komentar[0].bagian, gambar[0].bagian}
