"""The cascade: rows of Tahap 5 become the tree, by level and row order (domain.md section 0, points 2 and 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Temuan, temuan
from pokin_docs.model.level_labels import (
    Tangga,
    is_misspelt_label,
    labels_of,
    ladder_of,
    level_of,
    names_a_component,
    with_code,
)  # fmt: skip
from pokin_docs.model.levels import LABEL_KOMPONEN, JenisPk, KomponenPerencanaan, read_jenis_pk
from pokin_docs.model.programs import split_codes, split_ids
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold_sentence, nearest, numbered_lines
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja
from pokin_docs.model.workbook_spec import PILIHAN_JENIS_PK, PILIHAN_KOMPONEN
from pokin_docs.transform.parents import Simpul, is_component, named_parent, organised_parent, post_of


@dataclass
class _Builder:
    """State of the walk: the open branch, what the last row was, and what was found."""

    tangga: Tangga
    ada: frozenset[KomponenPerencanaan] = frozenset()
    catatan: Catatan = field(default_factory=Catatan)
    drafts: list[Simpul] = field(default_factory=list)
    branch: list[Simpul] = field(default_factory=list)
    lintas: list[KinerjaRow] = field(default_factory=list)
    # What a row without kinerja continues: a node, a cross-cutting condition, or a row whose level is unknown.
    last: Simpul | str | None = None
    in_lintas: bool = False
    # Sentences of the sheet Lintas Perangkat Daerah, folded.
    kalimat_lintas: frozenset[str] = frozenset()
    # A row of unknown level lies above: a level that seems skipped below it is its fault, said once.
    gap: bool = False
    # A row that holds only a kinerja: the next one may bring its labels.
    alone: KinerjaRow | None = None
    # A row that holds only the code or name of a component: the next one may bring its kinerja.
    heading: KinerjaRow | None = None
    # Levels whose absence from the whole table was said once.
    absent: set[KomponenPerencanaan] = field(default_factory=set)
    roots: int = 0


def build_cascade(
    rows: tuple[KinerjaRow, ...], pemilik_jpt: str | None, lintas: Iterable[str] = ()
) -> tuple[PohonKinerja, tuple[Temuan, ...]]:
    """The tree of all rows that have a level, the cross-cutting rows, and a finding for every other row.

    Args:
        rows: Rows of Tahap 5 in sheet order.
        pemilik_jpt: The one JPT post, which owns sasaran rows without owner; None when there is none or several.
        lintas: Sentences of the sheet Lintas Perangkat Daerah.
    """
    rows = tuple(map(with_code, rows))
    tangga = ladder_of(labels_of(rows))
    levels = [(row, level_of(row, tangga)) for row in rows]
    builder = _Builder(tangga, frozenset(level.komponen for _, level in levels if level))
    builder.kalimat_lintas = frozenset(map(fold_sentence, lintas)) - {""}
    _tell_ladder(builder, rows)
    for row in rows:
        if (several := numbered_lines(row.indikator.teks)) > 1:
            builder.catatan.catat("B43", row.indikator.asal, jumlah=several)
        _take(builder, row)
    if builder.alone is not None:
        builder.catatan.catat("B17", builder.alone.kinerja.asal, teks=_quote(builder.alone))
    _close_heading(builder)
    # A parent that is not the row above leaves the order of rows, not that of the tree.
    drafts = sorted(builder.drafts, key=lambda draft: draft.urutan)
    for nomor, draft in enumerate(drafts):
        draft.nomor = nomor
    nodes = tuple(_finish(draft, pemilik_jpt) for draft in drafts)
    return PohonKinerja(nodes, tuple(builder.lintas)), tuple(builder.catatan)


def _tell_ladder(builder: _Builder, rows: tuple[KinerjaRow, ...]) -> None:
    """S40, S41: once for the table, what the names of its levels are read as."""
    tangga = builder.tangga
    if tangga.arti:
        first = next((row for row in rows if level_of(row, tangga)), rows[0])
        kode = "S41" if tangga.diturunkan else "S40"
        derived = ", ".join(sorted(f"{anak.value} = {tangga.arti[anak].label}" for anak in tangga.diturunkan))
        turunan = f" Menurut sebutan lain di tabel ini: {derived}." if tangga.diturunkan < set(tangga.arti) else ""
        place = CellRef(first.lembar, None, first.komponen.asal.kolom)
        builder.catatan.catat(kode, place, arti=tangga, turunan=turunan)


def _take(builder: _Builder, row: KinerjaRow) -> None:
    """Give one row its place: cross-cutting, further indicator, node, or finding."""
    row = _with_component_above(builder, _with_kinerja_above(builder, row))
    unmarked = not (row.lintas or builder.in_lintas) and _is_unmarked(builder, row)
    if unmarked:
        builder.catatan.catat("S47", row.rujukan.asal)
    if unmarked or row.lintas or (builder.in_lintas and _only_sentences(row)):
        builder.in_lintas = True
        builder.last = "lintas"
        if row.kinerja or row.indikator:
            builder.lintas.append(row)
        return
    if not row.kinerja:
        _continue(builder, row)
        return
    if not (row.indikator or _labelled(row)):
        builder.alone = row
        return
    builder.in_lintas = False
    komponen = _level(builder, row)
    if komponen is None:
        builder.last = "tak dikenal"
        builder.gap = True
        return
    last = builder.last
    # To the letter but for case and blanks: "(Kecamatan A)" and "(Kecamatan B)" are two conditions.
    same = isinstance(last, Simpul) and last.rows[0].kinerja.bersih.casefold() == row.kinerja.bersih.casefold()
    if isinstance(last, Simpul) and last.komponen is komponen and same:
        builder.catatan.catat("S32", row.kinerja.asal)
        last.rows.append(row)
        return
    _open_node(builder, row, komponen)


def _is_unmarked(builder: _Builder, row: KinerjaRow) -> bool:
    """Whether a row is a cross-cutting condition that only lacks its marker: nothing makes it a part of the tree."""
    bare = not (row.rujukan or row.komponen or row.jenis_pk or row.kode or row.pemilik)
    return bare and fold_sentence(row.kinerja.teks) in builder.kalimat_lintas


def _with_kinerja_above(builder: _Builder, row: KinerjaRow) -> KinerjaRow:
    """The row, with the sentence of the row above where that stood alone and this one brings the labels for it.

    Some offices write the kinerja in a line of its own. A line that nothing follows up is a note: a finding.
    """
    alone, builder.alone = builder.alone, None
    if alone is None:
        return row
    if not row.kinerja and row.indikator and _labelled(row):
        return replace(row, kinerja=alone.kinerja)
    builder.catatan.catat("B17", alone.kinerja.asal, teks=_quote(alone))
    builder.last = "tak dipahami"
    return row


def _with_component_above(builder: _Builder, row: KinerjaRow) -> KinerjaRow:
    """The row, with the component of the row above where that holds nothing else and this one names none."""
    heading = builder.heading
    if heading is None:
        return row
    if row.kinerja and not row.komponen and not row.kode and not row.lintas and not level_of(row, builder.tangga):
        builder.heading = None
        return replace(row, komponen=heading.komponen, kode=heading.kode)
    _close_heading(builder)
    return row


def _close_heading(builder: _Builder) -> None:
    heading, builder.heading = builder.heading, None
    level = level_of(heading, builder.tangga) if heading else None
    if heading is not None and level is not None:
        builder.catatan.catat("S43", heading.kinerja.asal, teks=(heading.komponen.bersih or heading.kode.bersih)[:80])
        _open_node(builder, heading, level.komponen)


def _labelled(row: KinerjaRow) -> bool:
    return bool(row.komponen or row.keterangan or row.jenis_pk)


def _only_sentences(row: KinerjaRow) -> bool:
    """Whether a row below the marker says nothing that would make it a part of the tree again."""
    return bool(row.kinerja or row.indikator) and not (_labelled(row) or row.kode or row.pemilik or row.rujukan)


def _continue(builder: _Builder, row: KinerjaRow) -> None:
    """A row without kinerja: a further indicator, a component of its own, or nothing that is understood."""
    last = builder.last
    level = level_of(row, builder.tangga) if row.komponen or row.kode else None
    own = level is not None and _is_another(last, row, level.komponen)
    if not row.indikator:
        if level is not None and own and is_component(row):
            builder.heading = row
        else:
            builder.catatan.catat("B17", row.asal, teks=_quote(row))
    elif level is not None and own:
        if row.kinerja.asal.kolom is not None:  # a table without that column has one finding for it
            builder.catatan.catat("S34", row.kinerja.asal, komponen=row.komponen.bersih or row.kode.bersih)
        builder.in_lintas = False
        _open_node(builder, row, level.komponen)
    elif row.komponen and level is None and is_misspelt_label(row.komponen.teks):
        _level(builder, row)
        builder.last, builder.gap = "tak dikenal", True
    elif isinstance(last, Simpul):
        if row.baris - last.rows[-1].baris > 1 and not (_labelled(row) or row.satuan):
            builder.catatan.catat("S36", row.indikator.asal, kinerja=last.rows[0].kinerja.bersih[:60])
        last.rows.append(row)
    elif last == "lintas":
        builder.lintas.append(row)
    elif last in (None, "tak dipahami"):
        builder.catatan.catat("S07", row.kinerja.asal)


def _is_another(last: Simpul | str | None, row: KinerjaRow, komponen: KomponenPerencanaan) -> bool:
    """Whether a row without kinerja names another component than the node above it."""
    if last is None:
        return is_component(row)
    if not isinstance(last, Simpul):
        return last != "tak dikenal" and bool(row.komponen)
    if last.komponen is not komponen:
        return bool(row.komponen)
    first = last.rows[0]
    if row.komponen and row.kode and first.kode and split_codes(first.kode.teks) != split_codes(row.kode.teks):
        return True
    return names_a_component(row.komponen.teks) and fold_sentence(first.komponen.teks) != fold_sentence(
        row.komponen.teks
    )


def _quote(row: KinerjaRow) -> str:
    texts = (row.rujukan, row.kinerja, row.indikator, row.keterangan, row.komponen, row.jenis_pk, row.kode, row.pemilik)
    return next((isian.bersih for isian in texts if isian), "…")[:80]


def _level(builder: _Builder, row: KinerjaRow) -> KomponenPerencanaan | None:
    """The level of a row with what has to be said of it; one that cannot be known is a finding, never a guess."""
    level = level_of(row, builder.tangga)
    if level is None:
        labels = [*PILIHAN_KOMPONEN, *(label for labels in LABEL_KOMPONEN.values() for label in labels)]
        usul = nearest(row.komponen.bersih, labels) if row.komponen else None
        details = {"teks": f"«{row.komponen.bersih[:80]}»" if row.komponen else "kosong", "usul": proposal(usul)}
        if temuan("S30", row.komponen.asal, **details) not in builder.catatan.daftar[-1:]:  # a label row: said once
            builder.catatan.catat("S30", row.komponen.asal, **details)
        return None
    if level.dasar and row.komponen and not row.kode:
        details = {"teks": row.komponen.bersih[:80], "dasar": level.dasar, "komponen": level.komponen.label}
        builder.catatan.catat("S42", row.komponen.asal, **details)
    elif level.dasar and not row.komponen and row.komponen.asal.kolom is not None:
        builder.catatan.catat("S31", row.komponen.asal, dasar=level.dasar, komponen=level.komponen.label)
    return level.komponen


def _open_node(builder: _Builder, row: KinerjaRow, komponen: KomponenPerencanaan) -> None:
    while builder.branch and builder.branch[-1].komponen.value >= komponen.value:
        builder.branch.pop()
    named, said = named_parent(builder.drafts, row, komponen)
    builder.catatan.tambah(said)
    if named is not None:
        builder.branch = named.jalur()
    above = builder.branch[-1] if builder.branch else None
    induk = above if named else organised_parent(builder.branch, row)
    _tell_place(builder, row, komponen, induk, organised=induk is not above)
    if induk is None:
        builder.roots += 1
        urutan: tuple[int, ...] = (builder.roots,)
    else:
        induk.anak += 1
        urutan = (*induk.urutan, induk.anak)
    draft = Simpul(len(builder.drafts), induk, urutan, komponen, _class(builder.catatan, row, komponen), [row])
    builder.drafts.append(draft)
    builder.branch.append(draft)
    builder.last = draft


def _tell_place(
    builder: _Builder, row: KinerjaRow, komponen: KomponenPerencanaan, induk: Simpul | None, *, organised: bool
) -> None:
    """Say what is strange about the place of a node: no parent, a level between them missing, not the row above."""
    highest = next((level for level in KomponenPerencanaan if level in builder.ada), komponen)
    highest = min(highest, KomponenPerencanaan.SASARAN, key=lambda level: level.value)
    skipped = komponen.value - induk.komponen.value - 1 if induk else komponen.value - highest.value
    if skipped <= 0:
        builder.gap = False
    if builder.gap:
        return
    if organised and induk is not None:
        details = {"teks": post_of(row), "induk": post_of(induk.rows[0]), "lain": post_of(builder.branch[-1].rows[0])}
        builder.catatan.catat("S44", row.kinerja.asal, **details)
    elif induk is None and skipped > 0:
        naik = KomponenPerencanaan(komponen.value - 1)
        # That the whole table begins below the sasaran is one fault, not one of each branch.
        if highest in builder.ada or not builder.absent:
            builder.catatan.catat("S03", row.kinerja.asal, komponen=komponen.label, induk=naik.label)
        if highest not in builder.ada:
            builder.absent.add(highest)
    elif induk is not None and skipped > 0:
        _tell_gap(builder, row, komponen, induk.komponen)


def _tell_gap(builder: _Builder, row: KinerjaRow, komponen: KomponenPerencanaan, induk: KomponenPerencanaan) -> None:
    """S02 for a skipped level: at every row, but only once for levels that the whole table does not have."""
    levels = [KomponenPerencanaan(level) for level in range(induk.value + 1, komponen.value)]
    if all(level not in builder.ada for level in levels):
        if builder.absent.issuperset(levels):
            return
        builder.absent.update(levels)
    kurang = ", ".join(level.label for level in levels)
    builder.catatan.catat("S02", row.komponen.asal, komponen=komponen.label, induk=induk.label, kurang=kurang)


def _class(catatan: Catatan, row: KinerjaRow, komponen: KomponenPerencanaan) -> JenisPk | None:
    """The PK class the row asks for; where it says nothing, that of its component."""
    if not row.jenis_pk:
        return komponen.jenis_pk
    jenis_pk = read_jenis_pk(row.jenis_pk.teks)
    if jenis_pk is None:
        usul = proposal(nearest(row.jenis_pk.bersih, PILIHAN_JENIS_PK))
        catatan.catat("P40", row.jenis_pk.asal, teks=row.jenis_pk.bersih, usul=usul)
        return komponen.jenis_pk
    return jenis_pk


def _finish(draft: Simpul, pemilik_jpt: str | None) -> Kinerja:
    first = draft.rows[0]
    own = split_ids(first.pemilik.teks)
    if not own and pemilik_jpt and (draft.jenis_pk is JenisPk.JPT or draft.komponen is KomponenPerencanaan.TUJUAN):
        own = (pemilik_jpt,)
    kode = dict.fromkeys(code for row in draft.rows for code in split_codes(row.kode.teks))
    return Kinerja(
        nomor=draft.nomor,
        induk=draft.induk.nomor if draft.induk else None,
        urutan=draft.urutan,
        komponen=draft.komponen,
        jenis_pk=draft.jenis_pk,
        teks=first.kinerja,
        kode=tuple(kode),
        indikator=tuple(Indikator(row, split_ids(row.pemilik.teks) or own) for row in draft.rows),
    )
