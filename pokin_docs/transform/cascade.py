"""The cascade: rows of Tahap 5 become the tree, by level and row order (domain.md section 0, points 2 and 3)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Temuan
from pokin_docs.model.jenjang import LABEL_KOMPONEN, JenisPk, KomponenPerencanaan, read_jenis_pk
from pokin_docs.model.pohon import Indikator, Kinerja, PohonKinerja
from pokin_docs.model.program import split_codes, split_ids
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.tangga import Tangga, labels_of, ladder_of, level_of, names_a_component, with_code
from pokin_docs.model.teks import fold_sentence, nearest, numbered_lines
from pokin_docs.model.workbook_spec import PILIHAN_JENIS_PK, PILIHAN_KOMPONEN


@dataclass
class _Draft:
    """A node while its rows are still being gathered."""

    nomor: int
    induk: _Draft | None
    urutan: tuple[int, ...]
    komponen: KomponenPerencanaan
    jenis_pk: JenisPk | None
    rows: list[KinerjaRow]
    anak: int = 0


@dataclass
class _Builder:
    """State of the walk: the open branch, what the last row was, and what was found."""

    tangga: Tangga
    ada: frozenset[KomponenPerencanaan] = frozenset()
    catatan: Catatan = field(default_factory=Catatan)
    drafts: list[_Draft] = field(default_factory=list)
    branch: list[_Draft] = field(default_factory=list)
    lintas: list[KinerjaRow] = field(default_factory=list)
    # What a row without kinerja continues: a node, a cross-cutting condition, or a row whose level is unknown.
    last: _Draft | str | None = None
    in_lintas: bool = False
    # A row of unknown level lies above: a level that seems skipped below it is its fault, said once.
    gap: bool = False
    # A row that holds only a kinerja: the next one may bring its labels.
    alone: KinerjaRow | None = None
    # A row that holds only the code or name of a component: the next one may bring its kinerja.
    heading: KinerjaRow | None = None
    # Levels whose absence from the whole table was said once.
    absent: set[KomponenPerencanaan] = field(default_factory=set)
    roots: int = 0


def build_cascade(rows: tuple[KinerjaRow, ...], pemilik_jpt: str | None) -> tuple[PohonKinerja, tuple[Temuan, ...]]:
    """The tree of all rows that have a level, the cross-cutting rows, and a finding for every other row.

    Args:
        rows: Rows of Tahap 5 in sheet order.
        pemilik_jpt: The one JPT post, which owns sasaran rows without owner; None when there is none or several.
    """
    rows = tuple(map(with_code, rows))
    tangga = ladder_of(labels_of(rows))
    levels = [(row, level_of(row, tangga)) for row in rows]
    builder = _Builder(tangga, frozenset(level.komponen for _, level in levels if level))
    _tell_ladder(builder, rows)
    for row in rows:
        if (several := numbered_lines(row.indikator.teks)) > 1:
            builder.catatan.catat("B43", row.indikator.asal, jumlah=several)
        _take(builder, row)
    if builder.alone is not None:
        builder.catatan.catat("B17", builder.alone.kinerja.asal, teks=_quote(builder.alone))
    _close_heading(builder)
    nodes = tuple(_finish(draft, pemilik_jpt) for draft in builder.drafts)
    return PohonKinerja(nodes, tuple(builder.lintas)), tuple(builder.catatan)


def _tell_ladder(builder: _Builder, rows: tuple[KinerjaRow, ...]) -> None:
    """S40, S41: once for the table, what the names of its levels are read as."""
    tangga = builder.tangga
    if tangga.arti:
        first = next((row for row in rows if level_of(row, tangga)), rows[0])
        kode = "S41" if tangga.diturunkan else "S40"
        derived = ", ".join(sorted(f"{anak.value} = {tangga.arti[anak].label}" for anak in tangga.diturunkan))
        builder.catatan.catat(
            kode, CellRef(first.lembar, None, first.komponen.asal.kolom), arti=tangga, turunan=derived
        )


def _take(builder: _Builder, row: KinerjaRow) -> None:
    """Give one row its place: cross-cutting, further indicator, node, or finding."""
    row = _with_component_above(builder, _with_kinerja_above(builder, row))
    if row.lintas or (builder.in_lintas and _only_sentences(row)):
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
    if isinstance(last, _Draft) and last.komponen is komponen and _same(last.rows[0], row):
        builder.catatan.catat("S32", row.kinerja.asal)
        last.rows.append(row)
        return
    _open_node(builder, row, komponen)


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
        if level is not None and own and (row.kode or names_a_component(row.komponen.teks)):
            builder.heading = row
        else:
            builder.catatan.catat("B17", row.asal, teks=_quote(row))
    elif level is not None and own:
        builder.catatan.catat("S34", row.kinerja.asal, komponen=row.komponen.bersih or row.kode.bersih)
        builder.in_lintas = False
        _open_node(builder, row, level.komponen)
    elif isinstance(last, _Draft):
        if row.baris - last.rows[-1].baris > 1 and not (_labelled(row) or row.satuan):
            builder.catatan.catat("S36", row.indikator.asal, kinerja=last.rows[0].kinerja.bersih[:60])
        last.rows.append(row)
    elif last == "lintas":
        builder.lintas.append(row)
    elif last in (None, "tak dipahami"):
        builder.catatan.catat("S07", row.kinerja.asal)


def _is_another(last: _Draft | str | None, row: KinerjaRow, komponen: KomponenPerencanaan) -> bool:
    """Whether a row without kinerja names another component than the node above it."""
    if last is None:
        return names_a_component(row.komponen.teks)
    if not isinstance(last, _Draft):
        return last != "tak dikenal" and bool(row.komponen)
    if last.komponen is not komponen:
        return bool(row.komponen)
    first = last.rows[0].komponen.teks
    return names_a_component(row.komponen.teks) and fold_sentence(first) != fold_sentence(row.komponen.teks)


def _quote(row: KinerjaRow) -> str:
    texts = (row.rujukan, row.kinerja, row.indikator, row.keterangan, row.komponen, row.jenis_pk, row.kode, row.pemilik)
    return next((isian.bersih for isian in texts if isian), "…")[:80]


def _same(first: KinerjaRow, row: KinerjaRow) -> bool:
    # To the letter but for case and blanks: "(Kecamatan A)" and "(Kecamatan B)" are two conditions.
    return first.kinerja.bersih.casefold() == row.kinerja.bersih.casefold()


def _level(builder: _Builder, row: KinerjaRow) -> KomponenPerencanaan | None:
    """The level of a row with what has to be said of it; one that cannot be known is a finding, never a guess."""
    level = level_of(row, builder.tangga)
    if level is None:
        labels = [*PILIHAN_KOMPONEN, *(label for labels in LABEL_KOMPONEN.values() for label in labels)]
        usul = nearest(row.komponen.bersih, labels) if row.komponen else None
        builder.catatan.catat("S30", row.komponen.asal, teks=row.komponen.bersih[:80] or "kosong", usul=proposal(usul))
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
    induk = builder.branch[-1] if builder.branch else None
    has_tujuan = KomponenPerencanaan.TUJUAN in builder.ada
    highest = KomponenPerencanaan.TUJUAN if has_tujuan else KomponenPerencanaan.SASARAN
    skipped = komponen.value - induk.komponen.value - 1 if induk else komponen.value - highest.value
    if skipped <= 0:
        builder.gap = False
    if builder.gap:
        pass
    elif induk is None and skipped > 0:
        naik = KomponenPerencanaan(komponen.value - 1)
        builder.catatan.catat("S03", row.kinerja.asal, komponen=komponen.label, induk=naik.label)
    elif induk is not None and skipped > 0:
        _tell_gap(builder, row, komponen, induk.komponen)
    if induk is None:
        builder.roots += 1
        urutan: tuple[int, ...] = (builder.roots,)
    else:
        induk.anak += 1
        urutan = (*induk.urutan, induk.anak)
    draft = _Draft(len(builder.drafts), induk, urutan, komponen, _class(builder.catatan, row, komponen), [row])
    builder.drafts.append(draft)
    builder.branch.append(draft)
    builder.last = draft


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


def _finish(draft: _Draft, pemilik_jpt: str | None) -> Kinerja:
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
