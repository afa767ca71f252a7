"""Rows of an official that serve no row of his direct superior: one of both papers is not as the tree is."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.row_order import RowOrder
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.served import RowServed


def rows_that_serve_nobody(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """D48: once for each official, naming his paper, that of his superior, and whose row it is that they serve."""
    found: dict[tuple[str, str], list[RowServed]] = {}
    for row in plan.unserved:
        assert row.paper.share.pejabat is not None
        found.setdefault((row.paper.share.pejabat.id, row.superior), []).append(row)
    files = {one.post: one.path for one in reversed(plan.dokumen) if one.jenis == "pk" and one.post}
    order = RowOrder(buku.tahap5)
    for (post, superior), rows in found.items():
        first, above = rows[0].kinerja, rows[0].above
        owner = next((plan.pejabat[id_] for id_ in above.pemilik if id_ in plan.pejabat), None) if above else None
        whose = f" milik {owner.jabatan.clean} ({owner.id})" if owner else ""
        serves = f"; yang didukungnya «{above.text.clean}» ({above.source}){whose}" if above and above.text else ""
        yield temuan(
            "D48", first.baris[0].pemilik.source, jumlah=len(rows), teks=first.text.clean,
            berkas=files.get(post, _title(plan, post)), atasan=_title(plan, superior),
            berkas_atasan=files.get(superior, _title(plan, superior)), didukung=serves,
            lain=f" dan {len(rows) - 1} baris lain" if len(rows) > 1 else "", id=post,
            urutan=" ".join(str(order.of(row.kinerja.baris[0])) for row in rows),
        )  # fmt: skip


def _title(plan: Plan, post: str) -> str:
    return plan.pejabat[post].jabatan.clean if post in plan.pejabat else post


RULES = (rows_that_serve_nobody,)
