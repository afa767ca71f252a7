"""Rules S: one tree, and labels that agree (domain.md 3.4; PermenPANRB 89/2021)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.row_evidence import doubts
from pokin_docs.check.unit_classes import takes_the_rows_of
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import KomponenPerencanaan, read_jenis_pk, read_jenjang
from pokin_docs.model.rows import BukuKerja, KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, fold_sentence, nearest
from pokin_docs.model.tree import Kinerja
from pokin_docs.model.workbook_spec import KETERANGAN_CHOICES

_RUJUKAN = {KomponenPerencanaan.TUJUAN: ("Tahap 1",), KomponenPerencanaan.SASARAN: ("Tahap 2",)}


def labels_agree(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S01, S35, S46: Keterangan and Jenis PK fit the Komponen of their row (seed line 195).

    Where everything else in the row means another level, it is Komponen that does not fit.
    """
    doubtful = doubts(buku, plan)
    posts = {post.id: post for post in plan.every_pejabat}
    for kinerja in plan.pohon.kinerja:
        row, komponen = kinerja.baris[0], kinerja.komponen
        if row.source in doubtful:
            doubt = doubtful[row.source]
            others = ", ".join(f"{title} «{isian.clean}»" for title, isian in doubt.witness)
            text = row.komponen.clean or komponen.label
            yield temuan("S46", row.komponen.source, teks=text, lain=others, maksud=doubt.meant.label)
            continue
        jenjang = read_jenjang(row.keterangan.text)
        # "Eselon III" in Keterangan is another ladder: where it decides the level, it was read already.
        other = jenjang is None and read_label(row.keterangan.text) is not None
        # A remark of the office ("Bidang PPUD") names no level; only a label, or what was meant for one, can disagree.
        note = jenjang is None and nearest(row.keterangan.clean, KETERANGAN_CHOICES) is None
        if row.keterangan and not other and not note and jenjang is not komponen.jenjang:
            yield temuan(
                "S01", row.keterangan.source, komponen=row.komponen.clean or komponen.label, kolom="Keterangan",
                teks=row.keterangan.clean, seharusnya=f"Kinerja {komponen.jenjang.value}",
            )  # fmt: skip
        jenis_pk = read_jenis_pk(row.jenis_pk.text)
        expected = komponen.jenis_pk
        if jenis_pk is not None and expected is not None and jenis_pk is not expected:
            owners = [posts[id_] for id_ in kinerja.pemilik if id_ in posts]
            of_written = [post for post in owners if post.jenis_pk is jenis_pk]
            if owners and all(post in of_written and takes_the_rows_of(plan, post, expected) for post in owners):
                continue
            # Who only corrects the class would be told that its owner is of another one (P37).
            both = (
                "; pilih juga pemilik berjenis PK itu" if any(post.jenis_pk is not expected for post in owners) else ""
            )
            yield temuan(
                "S35", row.jenis_pk.source, teks=row.jenis_pk.clean, komponen=komponen.label,
                seharusnya=expected.label, pemilik=both,
            )  # fmt: skip


def has_root(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S04, S33: one tujuan at the top; where a row was meant to be it, S04 stands at its Komponen."""
    if not plan.pohon.kinerja:
        return
    tujuan = plan.pohon.at_level(KomponenPerencanaan.TUJUAN)
    if not tujuan:
        meant = [doubt for doubt in doubts(buku, plan).values() if doubt.meant is KomponenPerencanaan.TUJUAN]
        lembar = CellRef(plan.pohon.kinerja[0].text.source.lembar)
        yield temuan("S04", meant[0].kinerja.baris[0].komponen.source if meant else lembar)
    elif len(tujuan) > 1:
        yield temuan("S33", tujuan[1].source, jumlah=len(tujuan))


def no_redundancy(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S10: no kinerja stands twice in the tree, and none has the same indicator twice."""
    first: dict[str, Kinerja] = {}
    for kinerja in plan.pohon.kinerja:
        key = fold_sentence(kinerja.text.text)
        if not key:
            continue  # one that is still blank is the same as nothing
        if key in first and not _are_two_of_the_list(buku, first[key], kinerja):
            yield temuan("S10", kinerja.source, lain=first[key].source)
        first.setdefault(key, kinerja)
        measured: dict[str, CellRef] = {}
        for row in kinerja.baris:
            same = fold_sentence(row.indikator.text)
            if same in measured:
                yield temuan("S10", row.kinerja.source if row.kinerja else row.indikator.source, lain=measured[same])
            elif same:
                measured[same] = row.source


def _are_two_of_the_list(buku: BukuKerja, one: Kinerja, other: Kinerja) -> bool:
    """Whether two sub kegiatan have one official sentence: the list gives some of its codes the same."""
    if one.komponen is not other.komponen or not one.kode or not other.kode or set(one.kode) & set(other.kode):
        return False
    return buku.official.is_official(one.text.text, one.komponen)


def references_fit(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S08: Rujukan names the stage that a condition comes from; one finding for all rows with the same slip.

    The conditions below sasaran come from Tahap 3; the official table says "Tahap 4" at 30 of them. In a workbook
    without Tahap 3 both are let stand.
    """
    below = ("Tahap 3",) if buku.tahap3 else ("Tahap 3", "Tahap 4")
    slips: dict[tuple[str, str], list[KinerjaRow]] = {}
    for kinerja in plan.pohon.kinerja:
        row = kinerja.baris[0]
        fits = _RUJUKAN.get(kinerja.komponen, below)
        if row.rujukan and fold(row.rujukan.text) not in map(fold, fits):
            slips.setdefault((row.rujukan.clean, fits[0]), []).append(row)
    for (text, expected), rows in slips.items():
        yield temuan("S08", rows[0].rujukan.source, teks=text, jumlah=len(rows), seharusnya=expected)


RULES = (labels_agree, has_root, no_redundancy, references_fit)
