"""Rules I04, I43: an indicator counts what was made, not the paper about it (domain.md 3.4; LKE 88/2021 1.b.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.check.measured import Measure, measures_of
from pokin_docs.check.sentences import quote, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold, squeeze, without_number
from pokin_docs.model.word_lists import TOTAL_CODES, WordLists

_PARENTHESES = re.compile(r"\([^()]*\)")
_SAID_OF_PEOPLE_AND_THINGS = re.compile(
    r"(?:(?:telah |sudah )?(?:di(?:bina|latih|dampingi|didik|berdayakan|layani)|ter\w{3,})"
    r"|men(?:dapat|erima|ikmati|gikuti)\w*|memenuhi|memiliki)",
    re.IGNORECASE,
)
"""What is said of a paper's content and never of the paper: «yang Tertangani», «yang Mendapatkan …»."""
_ANSWERED = re.compile(
    r"(?:telah |sudah )?(?:di(?:tangani|tindaklanjuti|terima|proses|jawab|respon\w*|verifikasi|klarifikasi)|masuk)\b",
    re.IGNORECASE,
)
"""Said of papers that come from others: «Laporan Gratifikasi yang Ditangani» counts what was reported."""
_ON_PAPERS = re.compile(
    r"(?:telah |sudah )?(?:(?:di|ter)(?:konsolidasi\w*|audit|reviu|kompilasi\w*|sahkan|undangkan|tandatangani|arsip\w*|"
    r"evaluasi|susun tepat|sampaikan tepat|selesaikan tepat)|tepat waktu)\b",
    re.IGNORECASE,
)
"""Done to papers alone, which are then what is counted: «Laporan Keuangan yang Dikonsolidasikan»."""
_OF_PAPER = re.compile(r"ter(?:susun|sedia|sampai|bit|dokumen|muat|selesai|kait)\w*", re.IGNORECASE)
_WRITTEN = re.compile(r"(?:tersusun|disusun|ditetapkan|terbit|diterbitkan|disahkan|tersahkan|tersedia)nya")
"""Said of papers: «Tersedianya Katalog …» too, where what is counted are documents that bear that name."""
_NAMED_PAPER = "dokumen"
"""A document bears the name of what is written; a report is about something else."""
_JOINED = re.compile(r"(?:dan|serta|atau|dan/atau)\s", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s(?:bagi|untuk|pada|oleh|terhadap|di)\s", re.IGNORECASE)
"""Behind these stands whom or what «yang …» describes: «Laporan Pelatihan bagi Warga yang Terdampak»."""
_REPORTED = frozenset(
    (
        "pengamatan",
        "peninjauan",
        "pencacahan",
        "penyelidikan",
        "pemantauan",
        "monitoring",
        "evaluasi",
        "pengawasan",
        "supervisi",
        "inspeksi",
        "koordinasi",
    )
)
"""Work of which nothing remains but the report."""


def counts_no_paper(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I04: «Jumlah Laporan X» counts paper, not X, as a «yang …» behind it shows that says something of X.

    At Sasaran Sub Kegiatan the nomenklatur itself counts papers: without such words it is I43, a question, and of
    «Jumlah Dokumen RDTR» none, as nothing but that document is meant.
    Quiet where the paper is what was to be made: its kinerja names it (Tersusunnya dokumen perencanaan), or at Sasaran
    Sub Kegiatan the sentence has the official shape «Jumlah Dokumen Hasil …», «Jumlah Laporan Koordinasi …».
    """
    paper_folded = [fold(word) for word in buku.word_lists.dokumen]
    for size in measures_of(buku, plan):
        if buku.word_lists.indikator_starts.get(fold(size.start)) != TOTAL_CODES:
            continue
        if not any(word in fold(size.text) for word in paper_folded):
            continue
        rest = squeeze(_PARENTHESES.sub(" ", without_number(size.text)))[len(size.start) :].strip()
        paper = next((word for word in buku.word_lists.dokumen if _begins(rest, word)), None)
        if paper is None or _holds(size.kinerja_text, paper):
            continue
        object_, _, said = f" {rest[len(paper) :].strip()}".partition(" yang ")
        object_ = object_.strip()
        if _JOINED.match(object_):
            continue  # «Jumlah Dokumen dan Risalah»: of two papers neither is about the other
        wrong_unit = bool(object_ and _SAID_OF_PEOPLE_AND_THINGS.match(said) and not _OF_PAPER.match(said))
        wrong_unit = wrong_unit and not _OF_ANOTHER.search(object_)
        if object_ and _ANSWERED.match(said):
            continue
        if not wrong_unit and fold(paper) == _NAMED_PAPER and _is_written(size, object_):
            continue
        if (
            size.is_operasional
            and not wrong_unit
            and (_is_made_of_work(object_, buku.word_lists) or _tells_of_work(size.kinerja_text, object_))
        ):
            continue
        if not wrong_unit and (_ON_PAPERS.match(said) or _is_no_result(size)):
            continue
        object_ = object_.removeprefix("Terkait ").removeprefix("Hasil ").strip()
        shown = f"«{object_}»" if object_ else "hasilnya"
        if size.is_operasional and not wrong_unit:
            if fold(paper) != _NAMED_PAPER:
                yield temuan("I43", size.isian.source, kata=paper.lower(), objek=shown, teks=quote(size.isian.text))
            continue
        satuan = f" «yang {said}» menerangkan {object_}, bukan {paper.lower()}nya." if wrong_unit else ""
        yield temuan(
            "I04", size.isian.source, kata=paper.lower(), objek=shown, teks=quote(size.isian.text), satuan=satuan
        )  # fmt: skip


def _is_no_result(size: Measure) -> bool:
    """Whether a count stands so high that it is an output whatever it counts, which I02 says."""
    return size.komponen is not None and size.komponen.value <= KomponenPerencanaan.SASARAN_PROGRAM.value


def _is_made_of_work(object_: str, lists: WordLists) -> bool:
    """Whether what follows the paper is work, whose product the paper is: «Hasil …», «Koordinasi …»."""
    first = fold(next(iter(words(object_)), "hasil"))
    return (
        first in ("hasil", "pelaksanaan", "kegiatan") or first in lists.process_words or first in lists.paper_contents
    )


def _tells_of_work(kinerja: str, object_: str) -> bool:
    """Whether a paper is the report of its kinerja's own work: «Pemantauan Politik», «Jumlah Laporan Politik»."""
    meant = {fold(word) for word in words(kinerja)}
    return not _REPORTED.isdisjoint(meant) and {fold(word) for word in words(object_)} <= meant


def _is_written(size: Measure, object_: str) -> bool:
    """Whether a kinerja says that what is counted is written: «Tersusunnya RKPD …», «Jumlah Dokumen RKPD …».

    At Sasaran Sub Kegiatan one word of it is enough: «Tersusunnya Kajian Kelayakan», «Jumlah Dokumen Studi Kelayakan».
    """
    verb, *meant = [fold(word) for word in words(size.kinerja_text)] or [""]
    named = words(object_) if size.is_operasional else words(object_)[:1]
    return bool(_WRITTEN.fullmatch(verb)) and any(fold(word) in meant for word in named)


def _begins(text: str, word: str) -> bool:
    return fold(text).startswith(fold(word) + " ") or fold(text) == fold(word)


def _holds(text: str, phrase: str) -> bool:
    return f" {fold(phrase)} " in f" {fold(text)} "


RULES = (counts_no_paper,)
