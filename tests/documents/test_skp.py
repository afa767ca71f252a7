"""The SKP: words and numbers of the PK, the row of the superior that each result serves, both forms and approaches."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from helpers.plans import pks, rencana_of
from helpers.workbooks import BAKU, add_row, put, understood, write
from pokin_docs.documents.ekinerja.content import EntryTable
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.skp.behaviour import CORE_VALUES
from pokin_docs.documents.skp.content import SkpPaper, SkpResult
from pokin_docs.documents.skp.form import EXPECTATION_NOTE, INTERVENED_NOTE
from pokin_docs.flow.build import build
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings

WORKED = (
    BAKU.replace("| IKU | Abaikan |", "| IKU | Abaikan | Aspek |")
    .replace("Terpenuhinya standar data", "Meningkatnya Penyelesaian Gangguan Keamanan Informasi")
    .replace("Tersusunnya metadata", "Terlaksananya Penanganan Gangguan Keamanan Informasi")
    .replace(
        "| Jumlah metadata | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | Dokumen "
        "| 5 | 6 | 7 | 8 | 9 | 10 | 11 | | |",
        "| Jumlah laporan penanganan gangguan | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP "
        "| 2.20.02.2.01.0018 | STAF | Laporan | 10 | 11 | 12 | 13 | 14 | 15 | 16 | | | Kuantitas |\n"
        "| | | Persentase gangguan yang selesai sesuai prosedur | | | | | | % | 100 | 100 | 100 | 100 | 100 | 100 | 100 "
        "| | | |\n"
        "| | | Rata-rata waktu penanganan | | | | | | hari | 2 | 2 | 2 | 2 | 2 | 2 | 2 | | | |",
    )
)
"""A workbook with the official of the worked example (domain-2.md 7.7)."""
ANNEX = """
## SKP
| ID Pejabat | Pendekatan | Dukungan Sumber Daya | Skema Pertanggungjawaban | Konsekuensi | Ekspektasi Akuntabel |
| staf | Kualitatif | Anggaran sub kegiatan | Laporan triwulanan | Pembinaan | Laporan tepat waktu |
"""


def papers(rencana: Plan) -> dict[str, SkpPaper]:
    """The SKPs by the ID of the post."""
    return {entry.post: entry.content for entry in rencana.dokumen if isinstance(entry.content, SkpPaper)}


def of_staff(folder: Path, text: str = WORKED) -> SkpPaper:
    return papers(rencana_of(write(folder / "b.xlsx", text)))["STAF"]


def measures(result: SkpResult) -> list[tuple[str, str, str]]:
    return [(row.aspek, str(row.indikator), f"{row.target} {row.satuan}") for row in result.daftar_indikator]


def test_the_worked_example(tmp_path: Path) -> None:
    (result,) = of_staff(tmp_path).daftar_hasil
    assert (result.no, result.rhk_atasan, result.rhk) == (
        "1",
        "Meningkatnya Penyelesaian Gangguan Keamanan Informasi",
        "Terlaksananya Penanganan Gangguan Keamanan Informasi",
    )
    assert measures(result) == [
        ("Kuantitas", "Jumlah laporan penanganan gangguan", "12 Laporan"),
        ("Kualitas", "Persentase gangguan yang selesai sesuai prosedur", "100 %"),
        ("Waktu", "Rata-rata waktu penanganan", "2 hari"),
    ]


def test_the_same_person_has_the_same_words_and_numbers_as_in_the_pk(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx"))
    found = [entry for entry in rencana.dokumen if entry.jenis == "skp"]
    for (document, pk), entry in zip(pks(rencana), found, strict=True):
        paper = entry.content
        assert isinstance(paper, SkpPaper)
        assert entry.path == document.path.replace("PK/", "SKP/").replace("/PK_", "/SKP_")
        assert (paper.pegawai, paper.penilai, paper.tanggal) == (pk.pihak_pertama, pk.pihak_kedua, pk.tanggal)
        for ours, theirs in zip(paper.daftar_hasil, pk.daftar_sasaran, strict=True):
            assert ours.rhk == theirs.sasaran
            rows = [(row.indikator, row.target, row.satuan) for row in theirs.daftar_indikator]
            assert [(row.indikator, row.target, row.satuan) for row in ours.daftar_indikator] == rows


def test_a_result_serves_a_row_of_the_superiors_pk_word_for_word(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx"))
    of_pk = {entry.post: [row.sasaran for row in pk.daftar_sasaran] for entry, pk in pks(rencana)}
    for post, superior in (("STAF", "SUBKOR"), ("SUBKOR", "KABID"), ("KABID", "KADIS")):
        assert all(result.rhk_atasan in of_pk[superior] for result in papers(rencana)[post].daftar_hasil)


def test_of_a_high_official_the_indicator_is_told_too(tmp_path: Path) -> None:
    found = papers(rencana_of(write(tmp_path / "b.xlsx")))
    assert found["KABID"].daftar_hasil[0].indikator_atasan == "Persentase data terakses"
    assert found["SUBKOR"].daftar_hasil[0].indikator_atasan == ""
    assert [(row.rhk_atasan, row.indikator_atasan) for row in found["KADIS"].daftar_hasil] == [("", "")]


def test_whoever_jumps_a_level_serves_the_row_of_his_own_superior(tmp_path: Path) -> None:
    found = papers(rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Pejabat!I6", "KABID"))))
    assert found["STAF"].daftar_hasil[0].rhk_atasan == "Meningkatnya mutu layanan data"


def test_a_superior_without_a_row_above_leaves_the_nearest_kinerja(tmp_path: Path) -> None:
    other = "| LAIN | Contoh Lima | | '198504042010012905 | III/d | Penata Tk. I | Kepala Seksi | PK Ess 3 | KADIS | |"
    found = papers(rencana_of(write(tmp_path / "b.xlsx", BAKU, add_row("Pejabat", other), put("Pejabat!I6", "LAIN"))))
    assert found["STAF"].daftar_hasil[0].rhk_atasan == "Terpenuhinya standar data"


@pytest.mark.parametrize(
    ("unit", "aspect"),
    [("%", "Kualitas"), ("Persen", "Kualitas"), ("Indeks", "Kualitas"), ("Dokumen", "Kuantitas"), ("Hari", "Waktu"),
     ("Bulan", "Waktu"), ("Rupiah", "Biaya"), ("Rp", "Biaya"), ("Orang", "Kuantitas")],
)  # fmt: skip
def test_the_satuan_tells_the_aspect_where_the_column_does_not(tmp_path: Path, unit: str, aspect: str) -> None:
    (result,) = of_staff(tmp_path, BAKU.replace("| STAF | Dokumen |", f"| STAF | {unit} |")).daftar_hasil
    assert result.daftar_indikator[0].aspek == aspect


def test_the_sheet_fills_annex_expectations_and_approach(tmp_path: Path) -> None:
    paper = of_staff(tmp_path, BAKU + ANNEX)
    assert paper.kualitatif
    assert paper.dukungan == ("Anggaran sub kegiatan",)
    assert (paper.pertanggungjawaban, paper.konsekuensi) == (("Laporan triwulanan",), ("Pembinaan",))
    assert paper.ekspektasi == ("", "Laporan tepat waktu", "", "", "", "", "")
    without = of_staff(tmp_path, BAKU)
    assert not without.kualitatif
    assert (without.dukungan, without.ekspektasi) == ((), ("",) * 7)


def test_the_column_pendekatan_of_pejabat_counts_where_the_sheet_skp_says_nothing(tmp_path: Path) -> None:
    text = BAKU.replace("| Atasan | Status |", "| Atasan | Status | Pendekatan |").replace(
        "| PK JF/JP | SUBKOR | |\n\n", "| PK JF/JP | SUBKOR | | kualitatif |\n\n"
    )
    assert of_staff(tmp_path, text).kualitatif


def test_who_comes_in_the_year_has_an_skp_of_his_days(tmp_path: Path) -> None:
    text = BAKU.replace("| Atasan | Status |", "| Atasan | Status | Berlaku Dari | Berlaku Sampai |").replace(
        "| PK JF/JP | SUBKOR | |\n\n",
        "| PK JF/JP | SUBKOR | | | 2026-09-30 |\n| STAF | Contoh Lima | | '199204042015012905 | III/a | Penata Muda "
        "| Statistisi | PK JF/JP | SUBKOR | | 2026-10-01 | |\n\n",
    )
    rencana = rencana_of(write(tmp_path / "b.xlsx", text))
    first, second = (entry for entry in rencana.dokumen if isinstance(entry.content, SkpPaper) and entry.post == "STAF")
    assert isinstance(first.content, SkpPaper)
    assert isinstance(second.content, SkpPaper)
    assert (first.content.periode_mulai, first.content.periode_selesai) == ("1 JANUARI", "30 SEPTEMBER")
    assert (second.content.periode_mulai, second.content.periode_selesai) == ("1 OKTOBER", "31 DESEMBER")
    assert second.path.endswith("_STAF_2026-10-01.docx")


def texts(path: Path) -> list[str]:
    """Everything that a document prints, paragraph by paragraph, in order of body and tables."""
    paper = docx.Document(str(path))
    found = [paragraph.text for paragraph in paper.paragraphs]
    cells = (cell for table in paper.tables for row in table.rows for cell in row.cells)
    return found + [paragraph.text for cell in cells for paragraph in cell.paragraphs]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder with the SKPs of a workbook whose staff has the qualitative form."""
    folder = tmp_path_factory.mktemp("skp")
    book = write(folder / "b.xlsx", BAKU + ANNEX)
    settings = Settings(folder / "build", (bundled("templates"),), hanya=("skp",))
    kinds = tuple(kind for kind in KINDS if kind.group == "skp")
    outcome = build(book, understood(book, settings, kinds), settings, kinds).build
    assert outcome is not None
    return outcome.folder / "SKP"


def test_the_form_of_staff_is_printed_to_the_letter(made: Path) -> None:
    said = texts(next(made.glob("Sub-Koordinator-JF/*.docx")))
    for line in (
        "SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF",
        "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL", "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN\xa02026",
        "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "PANGKAT/GOL. RUANG", "UNIT KERJA", "HASIL KERJA",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU",
        "TARGET", "(1)", "(6)", "A. UTAMA", "B. TAMBAHAN", "PERILAKU KERJA**", "Ekspektasi Khusus Pimpinan:",
        INTERVENED_NOTE, EXPECTATION_NOTE, "Pegawai yang Dinilai,", "Pejabat Penilai Kinerja,",
        "LAMPIRAN SASARAN KINERJA PEGAWAI", "DUKUNGAN SUMBER DAYA", "SKEMA PERTANGGUNGJAWABAN", "KONSEKUENSI",
    ):  # fmt: skip
        assert line in said, line
    for value, behaviours in CORE_VALUES:
        assert value in said
        assert all(f"-\t{behaviour}" in said for behaviour in behaviours)
    assert "PERSPEKTIF" not in said


def test_the_form_of_high_officials_has_perspectives_and_no_superiors_rows(made: Path) -> None:
    said = texts(next(made.glob("JPT/*.docx")))
    assert "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI" in said
    assert {"PERSPEKTIF", "INSTANSI", "Penerima Layanan", "(5)", EXPECTATION_NOTE} <= set(said)
    assert not {"ASPEK", "(6)", INTERVENED_NOTE, "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*"} & set(said)


def test_the_qualitative_form_says_measures_below_the_result(made: Path) -> None:
    said = texts(next(made.glob("JF-JP/*.docx")))
    assert "PENDEKATAN HASIL KERJA KUALITATIF" in said
    assert "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:" in said
    assert "-\tJumlah metadata: 7 Dokumen" in said
    assert "ASPEK" not in said
    assert {"Laporan tepat waktu", "Anggaran sub kegiatan"} <= set(said)


def test_the_table_has_the_order_of_e_kinerja_and_nip_as_text(made: Path) -> None:
    sheet = openpyxl.load_workbook(made / "SKP-e-Kinerja_2026.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if any(cell.value for cell in row)]
    start = next(number for number, row in enumerate(rows) if row[0] == "NIP")
    assert rows[start] == [
        "NIP", "RHK Atasan yang Diintervensi", "Jenis RHK", "RHK", "Aspek", "Indikator", "Target", "Satuan"
    ]  # fmt: skip
    assert rows[-1] == [
        "199004042015012904", "Terpenuhinya standar data", "Utama", "Tersusunnya metadata", "Kuantitas",
        "Jumlah metadata", "7", "Dokumen",
    ]  # fmt: skip
    assert len(rows) - start - 1 == 4


def test_the_table_says_what_the_papers_say(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx", WORKED))
    (table,) = (entry.content for entry in rencana.dokumen if isinstance(entry.content, EntryTable))
    expected = [
        (paper.pegawai.nip, result.rhk_atasan, result.rhk, row.aspek, row.indikator, row.target, row.satuan)
        for paper in papers(rencana).values()
        for result in paper.daftar_hasil
        for row in result.daftar_indikator
    ]
    assert [
        (row.nip, row.rhk_atasan, row.rhk, row.aspek, row.indikator, row.target, row.satuan)
        for row in table.daftar_baris
    ] == expected
