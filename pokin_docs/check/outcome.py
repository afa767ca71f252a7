"""Rules X about outcome and CSF, the texts that Tahap 1 and 2 hand on (domain.md 3.4: X07, X08, X09)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.check.row_evidence import unsettled_texts
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, CsfRow
from pokin_docs.model.texts import fold, fold_sentence, squeeze

# First words that name a problem; an office with another one adds it here.
PROBLEM_WORDS = frozenset({
    "belum", "tidak", "kurang", "kurangnya", "rendah", "rendahnya", "terbatas", "terbatasnya", "keterbatasan",
    "lemah", "lemahnya", "minim", "minimnya", "masih", "sulit", "sulitnya", "lambat", "lambatnya", "lambannya",
    "sedikit", "sedikitnya", "buruk", "buruknya", "kecil", "kecilnya", "tinggi", "tingginya", "banyak", "banyaknya",
    "menurunnya", "turunnya", "terhambatnya", "tertundanya", "ketiadaan", "adanya", "maraknya", "sempitnya",
    "jarangnya", "ketergantungan", "ketimpangan", "kesenjangan", "timpangnya", "hilangnya", "rusaknya",
    "terputusnya", "besarnya", "ketidakpatuhan", "ketidaksesuaian", "ketidaklengkapan",
})  # fmt: skip
# Words without a topic of their own: they neither join nor part two sentences.
TASK_WORDS = frozenset({
    "dan", "yang", "pada", "di", "ke", "dari", "untuk", "dengan", "oleh", "serta", "atau", "dalam", "terhadap",
    "bagi", "secara", "sesuai", "sebagai", "tingkat", "jumlah", "persentase", "kualitas", "mutu", "berkualitas",
})  # fmt: skip
ABBREVIATIONS = {
    "tik": "teknologi informasi komunikasi",
    "kim": "kelompok informasi masyarakat",
    "spbe": "sistem pemerintahan berbasis elektronik",
    "skpd": "satuan kerja perangkat daerah",
    "opd": "organisasi perangkat daerah",
}


def outcome_stays(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X07, X35: the outcome is given and has one wording: Tahap 1, over the CSF of Tahap 2, as tujuan in Tahap 5.

    The official document writes it in three ways (seed lines 11, 24 and 38). Tahap 4 is held against Tahap 5 by X03.
    """
    tujuan = [kinerja.text for kinerja in plan.pohon.at_level(KomponenPerencanaan.TUJUAN)]
    if not tujuan:
        return
    known = {fold_sentence(text.text) for text in tujuan}
    told = {"tertulis": tujuan[0].clean, "lain": tujuan[0].source}
    elsewhere = unsettled_texts(buku, plan)  # in Tahap 4 still: then it is Tahap 5 that was changed (X03)
    for row in buku.tahap1:
        if row.outcome.is_blank:
            yield temuan("X35", row.outcome.source, kolom="Outcome", lain="")
        if row.outcome and fold_sentence(row.outcome.text) not in known | elsewhere:
            yield temuan("X07", row.outcome.source, teks=row.outcome.clean, **told)
    title = buku.column_titles.get(("tahap2", "csf"))
    if title is not None:
        named = re.search(r"(?i)\bcsf\b\W*(.+)", title.clean)
        # The header names the outcome without its verb: "CSF Infrastruktur … yang Berkualitas".
        objects = known | {text.partition(" ")[2] for text in known}
        if named and fold_sentence(named[1]) not in objects:
            yield temuan("X07", title.source, teks=named[1], **told)


def csf_is_a_problem(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X08, X33: a CSF names a problem, and its condition is the positive turn of the same thing."""
    for row in buku.tahap2:
        if not row.csf:
            continue
        if fold(row.csf.text).split(" ")[0] not in PROBLEM_WORDS:
            yield temuan("X08", row.csf.source, teks=row.csf.clean)
        if row.kondisi:
            yield from _same_object(row)


def _same_object(row: CsfRow) -> Iterator[Temuan]:
    kondisi = fold(row.kondisi.text)
    for one, other in re.findall(r"(?=\b(\w+) dan (\w+)\b)", row.csf.clean):
        joined, apart = f"{one} {other}", f"{one} dan {other}"
        if fold(joined) in kondisi and fold(apart) not in kondisi:
            yield temuan(
                "X33", row.csf.source, teks=apart, kolom="kondisinya", lain=row.kondisi.source, seharusnya=joined
            )  # fmt: skip
            return
    known = _topics(row.csf.clean)
    added = [word for word in row.kondisi.clean.split()[1:] if not _topics_of(word) <= known | TASK_WORDS]
    if added:
        yield temuan(
            "X33", row.kondisi.source, teks=" ".join(added), kolom="CSF-nya", lain=row.csf.source,
            seharusnya=row.csf.clean,
        )  # fmt: skip


def csf_leads_to_outcome(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """X09: a CSF is a cause of the outcome, so the two share a topic; whether it is one, a person must judge."""
    tujuan = [kinerja.text for kinerja in plan.pohon.at_level(KomponenPerencanaan.TUJUAN)]
    outcomes = [row.outcome for row in buku.tahap1 if row.outcome] or tujuan
    topics = {topic for isian in (*outcomes, *tujuan) for topic in _topics(isian.text)}
    for row in buku.tahap2:
        if outcomes and row.csf and row.kondisi and not topics & _topics(row.csf.text):
            yield temuan("X09", row.csf.source, teks=row.csf.clean, outcome=outcomes[0].clean)


def _topics(sentence: str) -> frozenset[str]:
    """What a sentence is about: its words without the first (the verb) and without those that carry no topic."""
    return _topics_of(squeeze(sentence).partition(" ")[2]) - TASK_WORDS


def _topics_of(words: str) -> frozenset[str]:
    return frozenset(part for piece in fold(words).split() for part in ABBREVIATIONS.get(piece, piece).split())


RULES = (outcome_stays, csf_is_a_problem, csf_leads_to_outcome)
