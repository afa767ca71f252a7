"""The cascade: rows of Tahap 5 become the tree, by level and row order (domain.md section 0, points 2 and 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.level_labels import (
    is_misspelt_label,
    labels_of,
    ladder_of,
    level_of,
    names_a_component,
)  # fmt: skip
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.programs import split_codes, split_ids
from pokin_docs.model.ranges import ranges
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.texts import fold, fold_sentence
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja
from pokin_docs.transform.codes_ahead import with_code
from pokin_docs.transform.parents import NodeDraft, is_component, named_parent, organised_parent
from pokin_docs.transform.walk import (
    TreeBuilder,
    quote,
    read_class,
    read_level,
    says_no_level,
    tell_ladder,
    tell_place,
)  # fmt: skip

_NUMBERED = re.compile(r"^\s*(?:tujuan|sasaran)\s+(?:\d{1,2}|[IVX]{1,4})\s*$", re.IGNORECASE)
"""A label that names one sasaran of several, though nothing says it."""


def build_cascade(
    rows: tuple[KinerjaRow, ...], pemilik_jpt: str | None, lintas: Iterable[str] = (), names: Iterable[str] = ()
) -> tuple[PohonKinerja, tuple[Temuan, ...]]:
    """The tree of all rows that have a level, the cross-cutting rows, and a finding for every other row.

    Args:
        rows: Rows of Tahap 5 in sheet order.
        pemilik_jpt: ID of the one JPT post, which owns sasaran rows without owner; None when there is none or several.
        lintas: Sentences of the sheet Lintas Perangkat Daerah, as written.
        names: Names of programs, kegiatan and sub kegiatan, as written: some offices write them into Komponen.
    """
    rows = tuple(map(with_code, rows))
    ladder = ladder_of(labels_of(rows))
    levels = [(row, level_of(row, ladder)) for row in rows]
    builder = TreeBuilder(ladder, frozenset(level.komponen for _, level in levels if level))
    builder.lintas_sentences = frozenset(map(fold_sentence, lintas)) - {""}
    builder.component_names = frozenset(map(fold, names)) - {""}
    labels = [ladder.read(row.komponen.text) for row in rows if row.kode and row.komponen]
    builder.names_components = labels.count(None) > len(labels) / 2
    tell_ladder(builder, rows)
    for row in rows:
        _take(builder, row)
    if builder.alone is not None:
        builder.log.note("B17", builder.alone.kinerja.source, teks=quote(builder.alone))
    _close_heading(builder)
    # A parent that is not the row above leaves the order of rows, not that of the tree.
    drafts = sorted(builder.drafts, key=lambda draft: draft.order)
    for number, draft in enumerate(drafts):
        draft.number = number
    nodes = tuple(_finish(draft, pemilik_jpt) for draft in drafts)
    return PohonKinerja(nodes, tuple(builder.lintas)), _of_one_cause(builder, rows)


def _of_one_cause(builder: TreeBuilder, rows: tuple[KinerjaRow, ...]) -> tuple[Temuan, ...]:
    """What was found; B123 alone where rows are there and no kinerja was read, as none of them says its level."""
    unread = {entry.tempat.row for entry in builder.log}
    if builder.drafts or builder.lintas or not unread or any(entry.kode != "B17" for entry in builder.log):
        return tuple(builder.log)
    first = next(row for row in rows if row.source in unread)
    cells = ranges(row.komponen.source for row in rows if row.source in unread)
    details = {"lembar": first.lembar, "jumlah": len(unread), "sel": cells, "teks": quote(first)}
    return (temuan("B123", first.komponen.source, **details),)


def _take(builder: TreeBuilder, row: KinerjaRow) -> None:
    """Give one row its place: cross-cutting, further indicator, node, or finding."""
    row = _with_component_above(builder, _with_kinerja_above(builder, row))
    unmarked = not (row.lintas or builder.in_lintas) and _is_unmarked(builder, row)
    if unmarked:
        builder.log.note("S47", row.rujukan.source)
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
    komponen = read_level(builder, row)
    if komponen is None:
        builder.last = "tak dikenal"
        builder.gap = True
        return
    last = builder.last
    # To the letter but for case and blanks: "(Kecamatan A)" and "(Kecamatan B)" are two conditions.
    same = isinstance(last, NodeDraft) and last.rows[0].kinerja.clean.casefold() == row.kinerja.clean.casefold()
    if isinstance(last, NodeDraft) and last.komponen is komponen and same:
        builder.log.note("S32", row.kinerja.source)
        last.rows.append(row)
        return
    _open_node(builder, row, komponen)


def _is_unmarked(builder: TreeBuilder, row: KinerjaRow) -> bool:
    """Whether a row is a cross-cutting condition that only lacks its marker: nothing makes it a part of the tree."""
    bare = not (row.rujukan or row.komponen or row.jenis_pk or row.kode or row.pemilik)
    return bare and fold_sentence(row.kinerja.text) in builder.lintas_sentences


def _with_kinerja_above(builder: TreeBuilder, row: KinerjaRow) -> KinerjaRow:
    """The row, with the sentence of the row above where that stood alone and this one brings the labels for it.

    Some offices write the kinerja in a line of its own. A line that nothing follows up is a note: a finding.
    """
    alone, builder.alone = builder.alone, None
    if alone is None:
        return row
    if not row.kinerja and row.indikator and _labelled(row):
        return replace(row, kinerja=alone.kinerja)
    builder.log.note("B17", alone.kinerja.source, teks=quote(alone))
    builder.last = "tak dipahami"
    return row


def _with_component_above(builder: TreeBuilder, row: KinerjaRow) -> KinerjaRow:
    """The row, with the component of the row above where that holds nothing else and this one names none."""
    heading = builder.heading
    if heading is None:
        return row
    if row.kinerja and not row.komponen and not row.kode and not row.lintas and not level_of(row, builder.ladder):
        builder.heading = None
        return replace(row, komponen=heading.komponen, kode=heading.kode)
    _close_heading(builder)
    return row


def _close_heading(builder: TreeBuilder) -> None:
    heading, builder.heading = builder.heading, None
    level = level_of(heading, builder.ladder) if heading else None
    if heading is not None and level is not None:
        builder.log.note("S43", heading.kinerja.source, teks=(heading.komponen.clean or heading.kode.clean)[:80])
        _open_node(builder, heading, level.komponen)


def _labelled(row: KinerjaRow) -> bool:
    return bool(row.komponen or row.keterangan or row.jenis_pk)


def _only_sentences(row: KinerjaRow) -> bool:
    """Whether a row below the marker says nothing that would make it a part of the tree again."""
    return bool(row.kinerja or row.indikator) and not (_labelled(row) or row.kode or row.pemilik or row.rujukan)


def _continue(builder: TreeBuilder, row: KinerjaRow) -> None:
    """A row without kinerja: a further indicator, a component of its own, or nothing that is understood."""
    last = builder.last
    level = level_of(row, builder.ladder) if row.komponen or row.kode else None
    own = level is not None and _is_another(last, row, level.komponen)
    if not row.indikator:
        if level is not None and own and is_component(row):
            builder.heading = row
        else:
            builder.log.note("B17", row.source, teks=quote(row))
    elif level is not None and own:
        if row.kinerja.source.kolom is not None:  # a table without that column has one finding for it
            builder.log.note("S34", row.kinerja.source, komponen=row.komponen.clean or row.kode.clean)
        builder.in_lintas = False
        _open_node(builder, row, level.komponen)
    elif row.komponen and level is None and is_misspelt_label(row.komponen.text):
        read_level(builder, row)
        builder.last, builder.gap = "tak dikenal", True
    elif isinstance(last, NodeDraft):
        above = last.rows[-1]
        if level is None:
            says_no_level(builder, row, "baris di atasnya", last.komponen)
        if row.lembar == above.lembar and row.baris - above.baris > 1 and not (_labelled(row) or row.satuan):
            builder.log.note("S36", row.indikator.source, kinerja=last.rows[0].kinerja.clean[:60])
        last.rows.append(row)
    elif last == "lintas":
        builder.lintas.append(row)
    elif last in (None, "tak dipahami"):
        builder.log.note("S07", row.kinerja.source)


def _is_another(last: NodeDraft | str | None, row: KinerjaRow, komponen: KomponenPerencanaan) -> bool:
    """Whether a row without kinerja names another component than the node above it."""
    if last is None:
        return is_component(row) or _NUMBERED.search(row.komponen.text) is not None
    if not isinstance(last, NodeDraft):
        return last != "tak dikenal" and bool(row.komponen)
    if last.komponen is not komponen:
        return bool(row.komponen)
    first = last.rows[0]
    if row.komponen and row.kode and first.kode and split_codes(first.kode.text) != split_codes(row.kode.text):
        return True
    named = names_a_component(row.komponen.text) or _NUMBERED.search(row.komponen.text) is not None
    return named and fold_sentence(first.komponen.text) != fold_sentence(row.komponen.text)


def _open_node(builder: TreeBuilder, row: KinerjaRow, komponen: KomponenPerencanaan) -> None:
    while builder.branch and builder.branch[-1].komponen.value >= komponen.value:
        builder.branch.pop()
    named, said = named_parent(builder.drafts, row, komponen)
    builder.log.add(said)
    if named is not None:
        builder.branch = named.path()
    above = builder.branch[-1] if builder.branch else None
    induk = above if named else organised_parent(builder.branch, row)
    tell_place(builder, row, komponen, induk, organised=induk is not above)
    if induk is None:
        builder.roots += 1
        order: tuple[int, ...] = (builder.roots,)
    else:
        induk.children += 1
        order = (*induk.order, induk.children)
    draft = NodeDraft(len(builder.drafts), induk, order, komponen, read_class(builder.log, row, komponen), [row])
    builder.drafts.append(draft)
    builder.branch.append(draft)
    builder.last = draft


def _finish(draft: NodeDraft, pemilik_jpt: str | None) -> Kinerja:
    first = draft.rows[0]
    own = split_ids(first.pemilik.text)
    if not own and pemilik_jpt and (draft.jenis_pk is JenisPk.JPT or draft.komponen is KomponenPerencanaan.TUJUAN):
        own = (pemilik_jpt,)
    kode = dict.fromkeys(code for row in draft.rows for code in split_codes(row.kode.text))
    return Kinerja(
        number=draft.number,
        induk=draft.induk.number if draft.induk else None,
        order=draft.order,
        komponen=draft.komponen,
        jenis_pk=draft.jenis_pk,
        text=first.kinerja,
        kode=tuple(kode),
        indikator=tuple(Indikator(row, split_ids(row.pemilik.text) or own) for row in draft.rows),
    )
