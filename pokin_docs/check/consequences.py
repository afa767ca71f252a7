"""One cause, one finding: what only follows from another finding is not said beside it.

``AKIBAT`` is the whole list, each entry with its reason. A finding hides only behind one that is at least as severe,
and one that tells of a mark only behind one that does too or stops the build: no mark is left without a finding. What
the planner waived hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from pokin_docs.check.relations import Medan
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.catalogue import KATALOG, message
from pokin_docs.model.findings import Temuan, Tingkat
from pokin_docs.model.level_labels import PENOMORAN
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan, read_jenis_pk, read_jenjang, read_komponen
from pokin_docs.model.rows import BukuKerja

_BERAT = {Tingkat.GALAT: 2, Tingkat.PERINGATAN: 1, Tingkat.SARAN: 0}


Hubungan = Callable[[Temuan, Temuan, Medan], bool]


def same_cell(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """Both stand in one cell."""
    return sebab.tempat == akibat.tempat


def same_row(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """Both stand in one row."""
    one, other = sebab.tempat, akibat.tempat
    return (one.lembar, one.baris) == (other.lembar, other.baris) and one.baris is not None


def anywhere(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """There is one such cause in a workbook."""
    return True


def in_the_branch(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """The place of the one in the tree hangs on the rows of the other."""
    if akibat.tempat.lembar != medan.tahap5:
        return False
    if akibat.tempat.baris is None:  # of the whole tree: it has no top because the row that was meant is not read
        return any(len(medan.sekitar(row)) == len(medan.baris) for row in _rows(sebab, medan))
    node = medan.di(akibat.tempat.baris)
    # What only the top of the tree lacks does not change how the branches below its first nodes part.
    deep = akibat.kode in _URAIAN and node is not None and node.induk is not None and sebab.kode == "S30"
    return any(
        akibat.tempat.baris == row
        or (akibat.tempat.baris in medan.sekitar(row) and not (deep and medan.di_puncak(row)))
        for row in _rows(sebab, medan)
    )


def _rows(sebab: Temuan, medan: Medan) -> tuple[int, ...]:
    """The rows of Tahap 5 that a cause is about: its own, those that were moved, the one above a missing one."""
    told = dict(sebab.rincian)
    named = tuple(int(row) for row in f"{told.get('baris', '')} {told.get('sesudah', '')}".split() if row.isdigit())
    own = (sebab.tempat.baris,) if sebab.tempat.lembar == medan.tahap5 and sebab.tempat.baris else ()
    return named or own or ((0,) if told.get("sesudah") == "" else ())


def under_the_missing(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """The row of Tahap 4 that Tahap 5 lacks belongs into the branch."""
    return "sesudah" in dict(sebab.rincian) and in_the_branch(sebab, akibat, medan)


def counted_before(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """A sasaran that was not read as one, or wrongly, stands above: those below have another number."""
    for row in _rows(sebab, medan):
        node = medan.di(row)
        level = node.komponen.value if node else KomponenPerencanaan.TUJUAN.value
        unread = next((own for own in medan.buku.tahap5 if own.baris == row), None) if node is None else None
        if unread is not None and read_komponen(unread.komponen.teks) is KomponenPerencanaan.TUJUAN:
            continue  # it is not counted among the sasaran
        strategic = dict(sebab.rincian).get("maksud") in ("Tujuan", "Sasaran")
        if row <= (akibat.tempat.baris or 0) and (strategic or level <= KomponenPerencanaan.SASARAN.value):
            return True
    return False


def of_its_class(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """A row of Tahap 4 that Tahap 5 lacks has the level of the post that is left without a row."""
    if dict(sebab.rincian).get("sesudah") is None:
        return False
    row = next((row for row in medan.buku.tahap4 if row.baris == sebab.tempat.baris), None)
    post = next((p for p in medan.rencana.semua_pejabat if p.baris.id.asal.baris == akibat.tempat.baris), None)
    if row is None or post is None or post.jenis_pk is None:
        return False
    levels = {k.jenjang for k in KomponenPerencanaan if k.jenis_pk is post.jenis_pk}
    return read_jenjang(row.keterangan.teks) in levels


def of_the_sheet(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """The sheet or column that is missed is named in the proposal for one that is not known."""
    about = {"P30": "Program", "P31": "Pejabat", "B30": "Identitas", "S13": "Lintas Perangkat Daerah"}
    meant = about.get(sebab.kode) or dict(sebab.rincian).get("kolom", "")
    return bool(meant) and f"«{meant}»" in dict(akibat.rincian).get("usul", "")


def of_the_head(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """It is the head of the region that is not known."""
    return "Kepala Daerah" in dict(akibat.rincian).get("kunci", "")


def of_the_post(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """The one names the post whose row in Pejabat the other is about."""
    told = dict(sebab.rincian)
    ids = {told.get("id", ""), told.get("dicari", "")} - {""}
    named = " ".join(str(value) for _, value in akibat.rincian)
    post = next((row for row in medan.buku.pejabat if row.baris == sebab.tempat.baris), None)
    head = akibat.kode in ("P46", "B29") and post is not None and sebab.tempat.lembar == post.lembar
    if head and post is not None and read_jenis_pk(post.jenis_pk.teks) is JenisPk.JPT:
        return akibat.kode == "P46" or of_the_head(sebab, akibat, medan)
    return akibat.kode != "B29" and any(re.search(rf"(?<!\w){re.escape(id_)}(?!\w)", named) for id_ in ids)


def same_place_told(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """The other compares with the cell that the one is about."""
    return dict(akibat.rincian).get("lain") == str(sebab.tempat)


def of_a_year(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """A column that is missing is one of a year outside the period."""
    return dict(akibat.rincian).get("kolom", "").startswith(("Target ", "Pagu ")) or akibat.kode == "K05"


def by_its_number(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """The levels are those of the numbers in front of the rows."""
    return dict(sebab.rincian).get("sumber", "").startswith(PENOMORAN)


def of_the_first_row(sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
    """The row that Tahap 5 lacks is that of the tujuan."""
    return dict(akibat.rincian).get("sesudah") == ""


def _cells(sebab: Temuan, medan: Medan) -> Iterable[object]:
    return (sebab.tempat,)


def _rows_of_sheet(sebab: Temuan, medan: Medan) -> Iterable[object]:
    return ((sebab.tempat.lembar, sebab.tempat.baris),)


def _branches(sebab: Temuan, medan: Medan) -> Iterable[object]:
    # None: what is said of the whole tree has no row, and any cause may be meant.
    return {None, *(near for row in _rows(sebab, medan) for near in (row, *medan.sekitar(row)))}


_CALON: Mapping[Hubungan, tuple[Callable[[Temuan, Medan], Iterable[object]], Callable[[Temuan], object]]] = {
    same_cell: (_cells, lambda akibat: akibat.tempat),
    same_row: (_rows_of_sheet, lambda akibat: (akibat.tempat.lembar, akibat.tempat.baris)),
    in_the_branch: (_branches, lambda akibat: akibat.tempat.baris),
    under_the_missing: (_branches, lambda akibat: akibat.tempat.baris),
}
"""Where a cause can have consequences at all, so that not every pair of findings is tried."""


@dataclass(frozen=True)
class Akibat:
    """Findings of the codes ``akibat`` follow from those of ``sebab`` where the relation holds.

    ``disebut``: the finding that stays says the other as well. ``di_sana``: it moves to the cell of the other.
    """

    sebab: str
    akibat: str
    hubungan: Hubungan
    alasan: str
    disebut: bool = False
    di_sana: bool = False

    def holds(self, sebab: Temuan, akibat: Temuan, medan: Medan) -> bool:
        """Whether the one follows from the other and nothing is lost with it."""
        first, second = KATALOG[sebab.kode], KATALOG[akibat.kode]
        marked = not second.bertanda or first.bertanda or first.tingkat is Tingkat.GALAT
        heavy = _BERAT[first.tingkat] >= _BERAT[second.tingkat]
        return marked and heavy and sebab != akibat and self.hubungan(sebab, akibat, medan)


_CABANG = "S02 S03 S04 S05 S06 S14 S33 P48 S11"
_URAIAN = {"S05", "S06", "S11", "S14", "P48"}
_TINGKAT = "S01 S35 P01 P03 P06 P37 S08 S09 S33 S42 W02 I02 I03 I06"

AKIBAT: tuple[Akibat, ...] = (
    Akibat("B18 B19 B20 B21 B33", "*", same_cell, "sel yang tidak terbaca dianggap kosong"),
    Akibat("S10", "*", same_row, "baris yang berulang mengulang juga semua temuannya"),
    Akibat("S30 S46", _TINGKAT, same_row, "isi baris dibandingkan dengan tingkat yang salah"),
    Akibat("S07 S30 S03 S46", _CABANG, in_the_branch, "cabang dibaca dengan tingkat yang salah"),
    Akibat("S10 X06", _CABANG, in_the_branch, "baris yang berulang atau pindah mengubah cabangnya"),
    Akibat("X04", _CABANG, under_the_missing, "di bawah baris yang hilang cabangnya tidak utuh"),
    Akibat("X04", "S06 S14 S02", in_the_branch, "baris yang berlebih mengubah cabang di atasnya"),
    Akibat("S30 S46 S03 S07 X04 X06", "S09", counted_before, "urutan sasaran dihitung dari baris yang salah"),
    Akibat("S03 S02", "X06", in_the_branch, "baris yang pindah berdiri di tempat yang salah", disebut=True),
    Akibat("S04", "X04", of_the_first_row, "baris Tujuan hilang", disebut=True),
    Akibat("S04 S46", "S46 S08", same_row, "Tujuan yang ditulis dengan tingkat lain", disebut=True),
    Akibat("X04", "P36 S12", of_its_class, "baris pejabat itu hilang"),
    Akibat("X04", "X32 X02", same_row, "baris yang sama tidak ada di dua tahap"),
    Akibat(
        "W03 W01 W06 S01 S07 S34 I01 S37", "X01 X02 X03 X04 X32", same_cell, "selisih karena satu sel", disebut=True
    ),
    Akibat("X01 X02 X03", "W07 W05 X33 B45", same_cell, "selisih karena satu kata", disebut=True),
    Akibat("B42", "S41", by_its_number, "tingkat dibaca dari penomoran", disebut=True),
    Akibat("X03", "X31", same_place_told, "satu Keterangan yang salah"),
    Akibat("S43", "I01", same_row, "komponen yang tidak mempunyai keduanya"),
    Akibat("S43", "X03", same_cell, "komponen yang tidak mempunyai keduanya"),
    Akibat("S31", "B45", same_row, "baris yang hampir kosong"),
    Akibat("I14", "B45", same_cell, "satu sel kosong"),
    Akibat("X01 X08 X37", "X33", same_row, "CSF atau kondisi yang diganti tidak lagi berpasangan"),
    Akibat("I33 I34 I37", "I33 I34 I35", same_row, "satu angka yang salah"),
    Akibat("B29 K01 K03 K06 B28", "B28 K08", same_cell, "kunci salah eja, jadi isinya tidak dibaca", disebut=True),
    Akibat("K02 K09", "K05 B14", of_a_year, "tahun di luar periode tidak mempunyai kolom"),
    Akibat("P30 P31 B30 S13 B14", "B11 B32", of_the_sheet, "judul salah eja", disebut=True, di_sana=True),
    Akibat("P38 P44 P32 P33 P53", "P35", anywhere, "jabatan yang ID-nya salah tidak dikenali"),
    Akibat("P38 P44 P32 P33 P53", "P46 B29 P34 P37 P39", of_the_post, "jabatan yang ID-nya salah tidak dikenali"),
    Akibat("P31", "B29", of_the_head, "pimpinan daerah ada di lembar yang hilang"),
    Akibat("P51 P46", "P41 P45", same_cell, "kode atau jenis yang sama penyebabnya", disebut=True),
    Akibat("P46", "P35 P37", anywhere, "kepala perangkat daerah tidak dikenali"),
    Akibat("P46", "B29", of_the_head, "kepala perangkat daerah tidak dikenali"),
)
"""Earlier entries first; an asterisk stands for all codes."""


def tell_once(found: Iterable[Temuan], buku: BukuKerja, rencana: Rencana) -> tuple[Temuan, ...]:
    """The findings without those that only follow from another one that stands."""
    medan = Medan(buku, rencana)
    stands = tuple(dict.fromkeys(found))
    behind: dict[Temuan, Temuan] = {}
    said: dict[Temuan, list[Temuan]] = {}
    places: dict[Temuan, Temuan] = {}
    for entry in AKIBAT:
        causes, effects = set(entry.sebab.split()), set(entry.akibat.split())
        sebab = [finding for finding in stands if finding.kode in causes]
        candidates = _candidates(entry, sebab, medan)
        for akibat in stands if sebab else ():
            if akibat in behind or not (akibat.kode in effects or "*" in effects):
                continue
            cause = next(
                (c for c in candidates(akibat) if _root(c, behind) != akibat and entry.holds(c, akibat, medan)), None
            )
            if cause is None:
                continue
            behind[akibat] = cause
            if entry.disebut:
                said.setdefault(_root(cause, behind), []).append(akibat)
            if entry.di_sana:
                places[cause] = akibat
    return tuple(
        _telling(finding, said.get(finding, []), places.get(finding)) for finding in stands if finding not in behind
    )


def _candidates(entry: Akibat, sebab: list[Temuan], medan: Medan) -> Callable[[Temuan], Iterable[Temuan]]:
    if entry.hubungan not in _CALON:
        return lambda akibat: sebab
    places, place = _CALON[entry.hubungan]
    known: dict[object, list[Temuan]] = {}
    for cause in sebab:
        for key in places(cause, medan):
            known.setdefault(key, []).append(cause)
    return lambda akibat: known.get(place(akibat), ())


def _root(finding: Temuan, behind: dict[Temuan, Temuan]) -> Temuan:
    while finding in behind:
        finding = behind[finding]
    return finding


def _telling(finding: Temuan, others: list[Temuan], there: Temuan | None) -> Temuan:
    """The finding as it stands, with what the others say and, if it moves, at the place of the other."""
    if others:
        juga = " ".join(message(other) for other in others)
        finding = replace(finding, rincian=(*finding.rincian, ("juga", juga)))
    return replace(finding, tempat=there.tempat) if there else finding
