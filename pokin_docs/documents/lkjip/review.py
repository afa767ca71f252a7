"""The Lembar periksa LKj: the questions of the review form (53/2014, anak lampiran III/2-2), and what is decidable."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.achieved import NOT_MEASURED
from pokin_docs.documents.head import rows_of_head
from pokin_docs.documents.lkjip.content import LkjipGoal, ReviewItem
from pokin_docs.documents.lkjip.goals import SUPPORTS, measured_rows
from pokin_docs.documents.lkjip.indicators import Comparisons
from pokin_docs.documents.values import Tanda
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import RenstraRow
from pokin_docs.model.texts import fold_sentence
from pokin_docs.model.tree import Kinerja

YES, NO, BY_A_PERSON = "Ya", "Tidak", "dinilai orang"
_SHOWN, _MOST_TABLES = 3, 8
"""Sentences that an answer names, and tables."""
_REACHED, _YEARS, _STANDARD, _FACTORS, _SUPPORTING = 0, 1, 3, 4, 6
"""Places of analyses among the numbers of the tables of a sasaran."""
Answer = tuple[str, str]
"""Yes or no, empty where a person must decide, and the place or what differs."""
_OPEN: Answer = ("", BY_A_PERSON)


def review(
    goals: tuple[LkjipGoal, ...], money_table: str, nodes: tuple[Kinerja, ...], compared: Comparisons
) -> Iterator[ReviewItem]:
    """The questions in the order of the form, each with the answer that the workbook gives.

    Args:
        goals: The sasaran as they are printed, with the numbers of their tables.
        money_table: The number of the table of money.
        nodes: Their nodes.
        compared: What they are compared with.
    """
    rows = measured_rows(goals)
    unmeasured = [_text(row.indikator) for row in rows if row.realisasi == NOT_MEASURED]
    targets = [_text(row.indikator) for row in rows if isinstance(row.target, Tanda)]
    factors = [one for one in goals if not one.ada_faktor]
    reached, with_iku = tables_of(goals, _REACHED), tables_of(goals, _REACHED, _SUPPORTING)
    money = (YES, f"Tabel 3.{money_table}")
    form: tuple[tuple[str, Answer], ...] = (
        ("Laporan Kinerja telah menampilkan data penting instansi", _OPEN),
        ("Laporan Kinerja telah menyajikan informasi target kinerja", _all(reached, targets, "target belum diisi")),
        ("Laporan Kinerja telah menyajikan capaian kinerja yang memadai",
         _all(reached, unmeasured, "belum diukur")),
        ("Telah menyajikan lampiran yang mendukung informasi pada badan laporan", _OPEN),
        ("Telah menyajikan upaya perbaikan ke depan",
         _all(tables_of(goals, _FACTORS), [_text(one.sasaran) for one in factors], "faktor dan upaya belum diisi")),
        ("Telah menyajikan akuntabilitas keuangan",
         money if compared.material.programs.program_lines else (NO, "lembar Program belum ada")),
    )  # fmt: skip
    substance: tuple[tuple[str, Answer], ...] = (
        ("Sasaran dalam Laporan Kinerja adalah sasaran dalam Perjanjian Kinerja",
         _as_promised(nodes, compared, reached)),
        ("Sasaran dalam Laporan Kinerja selaras dengan Rencana Strategis", _as_planned(nodes, compared)),
        ("Jika tidak, terdapat penjelasan yang memadai", _OPEN),
        ("Target indikator dalam Laporan Kinerja adalah target dalam Perjanjian Kinerja",
         _all(f"{_sheet(compared)}, kolom Target {compared.year}", targets, "target belum diisi")),
        ("Indikator dalam Laporan Kinerja adalah IKU yang ditetapkan", _as_iku(nodes, compared, with_iku)),
        ("Jika tidak, terdapat penjelasan yang memadai", _OPEN),
        ("Telah ada perbandingan data kinerja dengan tahun lalu, standar nasional, dan sebagainya", _compares(goals)),
        ("IKU atau indikator kinerja telah cukup mengukur sasaran", _OPEN),
        ("Jika tidak, terdapat penjelasan yang memadai", _OPEN),
        ("IKU dan indikator kinerja telah SMART", _OPEN),
    )  # fmt: skip
    for group, questions in (("Format", form), ("Substansi", substance)):
        for no, (question, (answer, place)) in enumerate(questions, start=1):
            yield ReviewItem(group if no == 1 else "", str(no), question, answer, place)


def tables_of(goals: tuple[LkjipGoal, ...], *kinds: int) -> str:
    """Where some of the analyses stand: the numbers of their tables, which the chapter really has."""
    numbers = [f"3.{number}" for one in goals for kind in kinds if (number := one.nomor_tabel[kind])]
    if len(numbers) > _MOST_TABLES:
        numbers = [*numbers[:_SHOWN], "…", numbers[-1]]
    *before, last = numbers or ["3"]
    return f"Tabel {', '.join(before)} dan {last}" if before else f"Tabel {last}"


def _all(place: str, lacking: list[str], why: str) -> Answer:
    """Yes with its place where nothing lacks, else no with what does."""
    return (NO, f"{why}: {_named(lacking)}") if lacking else (YES, place)


def _named(texts: list[str]) -> str:
    more = f" dan {len(texts) - _SHOWN} lagi" if len(texts) > _SHOWN else ""
    return "; ".join(f"«{text}»" for text in texts[:_SHOWN]) + more


def _text(text: object) -> str:
    return text.text if isinstance(text, Tanda) else str(text)


def _sheet(compared: Comparisons) -> str:
    return compared.material.workbook.lembar_title("tahap5", "Tahap 5")


def _as_promised(nodes: tuple[Kinerja, ...], compared: Comparisons, reached: str) -> Answer:
    promised = {kinerja.number: kinerja.text.clean for kinerja, _ in rows_of_head(compared.material)}
    if not promised:
        return NO, "tidak ada PK JPT"
    # A tujuan may be reported without being promised: PKs of heads differ in that.
    reported = {
        node.number: node.text.clean
        for node in nodes
        if node.komponen is KomponenPerencanaan.SASARAN or node.number in promised
    }
    differing = [
        text for number, text in {**reported, **promised}.items() if (number in promised) != (number in reported)
    ]
    return _all(f"{reached}; PK JPT", differing, "berbeda dengan PK JPT")


def _as_planned(nodes: tuple[Kinerja, ...], compared: Comparisons) -> Answer:
    rows = compared.material.workbook.rows_of(RenstraRow, "renstra")
    planned = {fold_sentence(row.sasaran.text) for row in rows if row.sasaran}
    if not planned:
        return YES, f"{_sheet(compared)}: Renstra dibuat dari pohon yang sama"
    missing = [
        node.text.clean
        for node in nodes
        if node.komponen is KomponenPerencanaan.SASARAN and fold_sentence(node.text.text) not in planned
    ]
    return _all(f"lembar {rows[0].lembar}", missing, f"tidak ada pada lembar {rows[0].lembar}")


def _as_iku(nodes: tuple[Kinerja, ...], compared: Comparisons, tables: str) -> Answer:
    every = [indikator for kinerja in compared.material.tree.kinerja for indikator in kinerja.indikator]
    chosen = [indikator for indikator in every if indikator.baris.is_iku]
    if not chosen:
        return NO, f"{_sheet(compared)}: kolom IKU belum diisi"
    tree = compared.material.tree
    shown = [*nodes, *(node for one in nodes for node in tree.subtree(one) if node.komponen in SUPPORTS)]
    reported = {id(indikator) for node in shown for indikator in node.indikator}
    missing = [indikator.text.clean for indikator in chosen if id(indikator) not in reported]
    return _all(f"{tables}; kolom IKU", missing, f"IKU yang tidak ada dalam {tables}")


def _compares(goals: tuple[LkjipGoal, ...]) -> Answer:
    history = [one.no for one in goals if one.ada_riwayat]
    standard = [one.no for one in goals if one.ada_standar]
    lacking = [
        name for name, found in (("realisasi tahun sebelumnya", history), ("standar nasional", standard)) if not found
    ]
    if lacking:
        return NO, f"belum ada di buku kerja: {', '.join(lacking)}"
    partly = len(history) < len(goals) or len(standard) < len(goals)
    return YES, tables_of(goals, _YEARS, _STANDARD) + (", tidak untuk semua sasaran" if partly else "")
