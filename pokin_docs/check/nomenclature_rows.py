"""Rules about rows of Tahap 5 held against the official kinerja, indikator and satuan of their codes (P03)."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from pokin_docs.check.nomenclature import OfficialCodes, bare_name, official_codes
from pokin_docs.check.sentences import quote
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.nomenclature import NomenclatureEntry, depth_of
from pokin_docs.model.programs import KOMPONEN_OF_KODE, SAMPLE_KODE
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.texts import Likeness, fold_sentence, nearest
from pokin_docs.model.tree import Kinerja


def official_wording(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P83, P84: the official kinerja, indikator and satuan of a code, where a row has none or others.

    A row with several codes, and one whose code stands at another level, has no official wording of its own.
    """
    known = official_codes(buku, plan)
    if known is None:
        return
    said = {fold_sentence(isian.text) for kinerja in plan.pohon.kinerja for isian in _texts(kinerja)}
    for kinerja in plan.pohon.kinerja:
        entry = _entry(kinerja, known)
        if entry is not None:
            yield from _wording(kinerja, entry, said, has_satuan=buku.has("tahap5", "satuan"))


def _texts(kinerja: Kinerja) -> Iterator[Isian]:
    yield kinerja.text
    yield from (indikator.text for indikator in kinerja.indikator)


def _entry(kinerja: Kinerja, known: OfficialCodes) -> NomenclatureEntry | None:
    jenis = KOMPONEN_OF_KODE.get(kinerja.komponen)
    if jenis is None or len(kinerja.kode) != 1 or depth_of(kinerja.kode[0]) != depth_of(SAMPLE_KODE[jenis]):
        return None
    entry = known.find(kinerja.kode[0])
    return entry if entry is not None and (entry.kinerja or entry.indikator) else None


def _wording(
    kinerja: Kinerja, entry: NomenclatureEntry, said: AbstractSet[str], *, has_satuan: bool
) -> Iterator[Temuan]:
    """What is official beside what stands in a node; what another node of the code says already is not asked for here.

    Args:
        kinerja: The node.
        entry: The entry of its code.
        said: All kinerja and indikator of the tree, folded.
        has_satuan: Whether the workbook has a column of satuan.
    """
    kode = kinerja.kode[0]
    texts = (
        ("Kinerja", kinerja.text, entry.kinerja),
        ("Indikator Kinerja", kinerja.indikator[0].text, entry.indikator),
    )
    for kolom, isian, official in texts:
        if not official or (isian and fold_sentence(official) in said):
            continue
        if not isian:
            yield temuan("P83", isian.source, kolom=kolom, kode=kode, resmi=official)
        elif kolom == "Indikator Kinerja" or bare_name(isian.text) != bare_name(entry.nama):
            # The name of the sub kegiatan as its kinerja is told as a matter of wording.
            yield temuan("P84", isian.source, kolom=kolom, kode=kode, teks=quote(isian.text), resmi=official)
    for indikator in kinerja.indikator if has_satuan and entry.satuan else ():
        satuan = indikator.baris.satuan
        own = len(kinerja.indikator) == 1 or fold_sentence(indikator.text.text) == fold_sentence(entry.indikator)
        if not own or (indikator.text and not _is_like(indikator.text, entry.indikator)):
            continue  # another indicator has a satuan of its own
        if not satuan:
            yield temuan("P83", satuan.source, kolom="Satuan", kode=kode, resmi=entry.satuan)
        elif fold_sentence(satuan.text) != fold_sentence(entry.satuan):
            yield temuan("P84", satuan.source, kolom="Satuan", kode=kode, teks=satuan.clean, resmi=entry.satuan)


def _is_like(isian: Isian, official: str) -> bool:
    return nearest(isian.text, (official,), Likeness.REPEATED) is not None


def codes_proposed(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P85: a row without a code whose sentence or name is official has the code of that name."""
    known = official_codes(buku, plan)
    if known is None:
        return
    for kinerja in plan.pohon.kinerja:
        jenis = KOMPONEN_OF_KODE.get(kinerja.komponen)
        row = kinerja.baris[0]
        if jenis is None or row.kode or kinerja.kode or kinerja.without_budget or not buku.has("tahap5", "kode"):
            continue
        depth = depth_of(SAMPLE_KODE[jenis])
        texts = (kinerja.text, row.komponen, row.indikator)
        meant = next((entry for isian in texts if isian and (entry := known.named(isian.text, depth))), None)
        if meant is not None:
            yield temuan("P85", row.kode.source, kode=known.own(meant), nama=meant.nama)
    for line in buku.program:
        if line.nomenklatur and not line.kode:
            meant = known.named(line.nomenklatur.text, None)
            if meant is not None:
                yield temuan("P85", line.kode.source, kode=known.own(meant), nama=meant.nama)


RULES = (official_wording, codes_proposed)
