"""Rules about rows of Tahap 5 held against the official kinerja, indikator and satuan of their codes (P03)."""

from __future__ import annotations

from collections.abc import Iterator

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
    for kinerja in plan.pohon.kinerja if known else ():
        assert known is not None
        entry = _entry(kinerja, known)
        if entry is not None:
            yield from _wording(kinerja, entry, has_satuan=buku.has("tahap5", "satuan"))


def _entry(kinerja: Kinerja, known: OfficialCodes) -> NomenclatureEntry | None:
    jenis = KOMPONEN_OF_KODE.get(kinerja.komponen)
    if jenis is None or len(kinerja.kode) != 1 or depth_of(kinerja.kode[0]) != depth_of(SAMPLE_KODE[jenis]):
        return None
    entry = known.find(kinerja.kode[0])
    return entry if entry is not None and (entry.kinerja or entry.indikator) else None


def _wording(kinerja: Kinerja, entry: NomenclatureEntry, *, has_satuan: bool) -> Iterator[Temuan]:
    texts = ((kinerja.text, entry.kinerja, "Kinerja"), *_indikator(kinerja, entry))
    for isian, official, kolom in texts:
        if official and not isian:
            yield temuan("P83", isian.source, kolom=kolom, kode=kinerja.kode[0], resmi=official)
        elif official and fold_sentence(isian.text) != fold_sentence(official):
            if kolom == "Kinerja" and bare_name(isian.text) == bare_name(entry.nama):
                continue  # the name of the sub kegiatan: what is said of that is a matter of wording
            yield temuan("P84", isian.source, kolom=kolom, kode=kinerja.kode[0], teks=quote(isian.text), resmi=official)
    for indikator in kinerja.indikator if has_satuan and entry.satuan else ():
        satuan = indikator.baris.satuan
        own = len(kinerja.indikator) == 1 or fold_sentence(indikator.text.text) == fold_sentence(entry.indikator)
        if not own or (satuan and not _is_like(indikator.text, entry.indikator)):
            continue
        if not satuan:
            yield temuan("P83", satuan.source, kolom="Satuan", kode=kinerja.kode[0], resmi=entry.satuan)
        elif fold_sentence(satuan.text) != fold_sentence(entry.satuan):
            yield temuan(
                "P84", satuan.source, kolom="Satuan", kode=kinerja.kode[0], teks=satuan.clean, resmi=entry.satuan
            )


def _indikator(kinerja: Kinerja, entry: NomenclatureEntry) -> Iterator[tuple[Isian, str, str]]:
    """The indicator that is held against the official one: none where one of several is official."""
    given = [indikator.text for indikator in kinerja.indikator]
    if not any(fold_sentence(isian.text) == fold_sentence(entry.indikator) for isian in given):
        yield given[0], entry.indikator, "Indikator Kinerja"


def _is_like(isian: Isian, official: str) -> bool:
    return bool(isian) and nearest(isian.text, (official,), Likeness.REPEATED) is not None


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
