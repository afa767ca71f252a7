"""What the boxes of the tree say, from the plan and the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.plan import Plan
from pokin_docs.documents.values import Tanda, filled
from pokin_docs.drawing.page import (
    BoxKind,
    BoxParagraph,
    CrossCondition,
    DrawingHeading,
    DrawingOptions,
    ParagraphKind,
    TreeNode,
)
from pokin_docs.model.measured import measured
from pokin_docs.model.rows import BukuKerja, KinerjaRow, LintasRow
from pokin_docs.model.texts import fold_sentence, squeeze
from pokin_docs.model.tree import Indikator, Kinerja


def heading(buku: BukuKerja, plan: Plan) -> DrawingHeading:
    """Agency, government and year; blank what the workbook does not say."""
    said = {key: buku.identitas[key].clean if key in buku.identitas else "" for key in ("nama_pd", "pemda")}
    year = plan.cycle.tahun
    return DrawingHeading(said["nama_pd"], said["pemda"], "" if year is None else str(year))


def trees(plan: Plan, choices: DrawingOptions) -> tuple[TreeNode, ...]:
    """Every kinerja with all its texts, as trees from those without a parent."""
    pohon = plan.pohon

    def node(kinerja: Kinerja) -> TreeNode:
        children = tuple(node(child) for child in pohon.children(kinerja))
        texts = tuple(_paragraphs(kinerja, plan, choices))
        return TreeNode(kinerja.number, kinerja.komponen, BoxKind.KINERJA, texts, children)

    return tuple(node(kinerja) for kinerja in pohon.kinerja if kinerja.induk is None)


def crosscutting(buku: BukuKerja, plan: Plan) -> tuple[CrossCondition, ...]:
    """The conditions that other agencies help to reach, in sheet order.

    A condition of its own in Tahap 5 stands for the whole agency: the official table gives it no place in the tree.
    """
    helpers: dict[str, list[LintasRow]] = {}
    for row in buku.lintas:
        if row.kinerja:
            helpers.setdefault(fold_sentence(row.kinerja.text), []).append(row)
    own = tuple(
        CrossCondition(tuple(_own_condition(row, helpers.pop(fold_sentence(row.kinerja.text), []))), None)
        for row in plan.pohon.lintas
        if row.kinerja
    )
    places: dict[str, int] = {}
    for kinerja in plan.pohon.kinerja:
        places.setdefault(fold_sentence(kinerja.text.text), kinerja.number)
    beside = []
    for key, rows in helpers.items():
        number = places.get(key)
        lead = () if number is not None else (BoxParagraph(rows[0].kinerja.clean, ParagraphKind.KINERJA),)
        beside.append(CrossCondition((*lead, *_partners(rows)), number))
    return own + tuple(beside)


def _own_condition(row: KinerjaRow, rows: list[LintasRow]) -> Iterator[BoxParagraph]:
    yield BoxParagraph(row.kinerja.clean, ParagraphKind.KINERJA)
    if row.indikator:
        yield BoxParagraph(row.indikator.clean, ParagraphKind.INDIKATOR)
    yield from _partners(rows)


def _partners(rows: list[LintasRow]) -> Iterator[BoxParagraph]:
    for row in rows:
        if row.pd_pendukung:
            role = f": {row.peran.clean}" if row.peran else ""
            yield BoxParagraph(row.pd_pendukung.clean + role, ParagraphKind.PARTNER)
        else:
            mark = filled(row.pd_pendukung, "PD pendukung")
            yield BoxParagraph(mark.text if isinstance(mark, Tanda) else mark, ParagraphKind.PARTNER, is_mark=True)


def _paragraphs(kinerja: Kinerja, plan: Plan, choices: DrawingOptions) -> Iterator[BoxParagraph]:
    yield BoxParagraph(kinerja.text.clean, ParagraphKind.KINERJA)
    for indikator in kinerja.indikator:
        yield _measure(indikator, plan.cycle.tahun if choices.target else None)
    parts = [", ".join(kinerja.kode), kinerja.jenis_pk.label if kinerja.jenis_pk else ""]
    if choices.pemilik:
        posts = ((plan.pejabat.get(id_), id_) for id_ in kinerja.pemilik)
        parts.append("; ".join(dict.fromkeys(squeeze(post.full_jabatan) if post else id_ for post, id_ in posts)))
    if any(parts):
        yield BoxParagraph("\u00a0· ".join(part for part in parts if part), ParagraphKind.KODE)


def _measure(indikator: Indikator, tahun: int | None) -> BoxParagraph:
    if not indikator.text:
        mark = filled(indikator.text, "indikator")
        return BoxParagraph(mark.text if isinstance(mark, Tanda) else mark, ParagraphKind.INDIKATOR, is_mark=True)
    text = indikator.text.clean
    target = indikator.target.get(tahun) if tahun is not None else None
    if target:
        text += f" — target {measured(target, indikator.baris.satuan).strip()} {indikator.baris.satuan.clean}".rstrip()
    return BoxParagraph(text, ParagraphKind.INDIKATOR)
