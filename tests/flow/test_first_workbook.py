"""A planner's first workbook: few findings, each of which can be acted on, complete after one answer."""

from __future__ import annotations

from pathlib import Path

from helpers.first_workbook import ANSWER, FIRST
from helpers.plans import settings
from helpers.workbooks import BAKU, write
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import hint, severity
from pokin_docs.model.findings import Severity


def look(path: Path) -> Understood:
    found = examine(path, settings())
    assert isinstance(found, Understood), found.temuan
    return found


def test_only_the_vacant_post_needs_an_answer(tmp_path: Path) -> None:
    found = look(write(tmp_path / "b.xlsx", BAKU, FIRST))
    to_do = [(entry.kode, str(entry.tempat)) for entry in found.temuan if severity(entry) is not Severity.SARAN]
    assert to_do == [("P66", "Pejabat!B5")]
    assert not found.galat(final=False)
    assert found.galat(final=True)


def test_nothing_is_said_that_cannot_be_acted_on(tmp_path: Path) -> None:
    found = look(write(tmp_path / "b.xlsx", BAKU, FIRST))
    assert len(found.temuan) <= 16
    assert all(entry.tempat.address and hint(entry) for entry in found.temuan)
    assert len({(entry.kode, entry.tempat) for entry in found.temuan}) == len(found.temuan)


def test_it_is_complete_in_the_second_round(tmp_path: Path) -> None:
    found = look(write(tmp_path / "b.xlsx", BAKU, FIRST, ANSWER))
    assert {severity(entry) for entry in found.temuan} == {Severity.SARAN}
    assert (found.tanda, found.galat(final=True)) == ((), False)
    papers = [entry.content for entry in found.plan.dokumen if isinstance(entry.content, PerjanjianKinerja)]
    assert [(str(paper.pihak_pertama.nama_cetak), str(paper.pihak_pertama.jabatan)) for paper in papers] == [
        ("Drs.\u00a0CONTOH SATU, S.Kom.", "Kepala Dinas"),
        ("CONTOH DUA, S.E., M.M.", "Plt. Kepala Bidang Data"),
        ("CONTOH LIMA, S.T.", "Plt. Sub Koordinator Data"),
        ("CONTOH EMPAT, A.Md.", "Statistisi"),
    ]
    assert [paper.pihak_kedua.nama for paper in papers[1:]] == [paper.pihak_pertama.nama for paper in papers[:-1]]
    assert {paper.total_anggaran for paper in papers} == {"1.000.000"}


def test_the_faultless_workbook_has_the_same_papers_but_for_names_and_date(tmp_path: Path) -> None:
    """Nothing of what was typed otherwise has changed what is promised."""
    first = look(write(tmp_path / "b.xlsx", BAKU, FIRST, ANSWER))
    plain = look(write(tmp_path / "b.xlsx", BAKU))
    promised = [
        [
            [
                (sasaran.sasaran, [(item.indikator, item.target) for item in sasaran.daftar_indikator])
                for sasaran in paper.daftar_sasaran
            ]
            for paper in (entry.content for entry in found.plan.dokumen)
            if isinstance(paper, PerjanjianKinerja)
        ]
        for found in (first, plain)
    ]
    assert promised[0] == promised[1]  # 60%, with Satuan %, is 60
