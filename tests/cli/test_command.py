"""The real command, run as a person runs it; in this process where only what it does is looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from helpers.command_line import files_of, here, run, text_of
from helpers.places import ROOT
from helpers.workbooks import BAKU, drop, put, seed_rows, sheet_of, write
from pokin_docs.narrative.read import read_narrative

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of the shipped example."""
    folder = tmp_path_factory.mktemp("contoh")
    done = run(EXAMPLE, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "0 galat" in done.stderr
    return folder / "build" / "diskominfo-balangan"


def test_the_example_builds_every_document_and_its_manifest(example: Path) -> None:
    manifest = json.loads((example / "manifes.json").read_text(encoding="utf-8"))
    listed = {entry["berkas"] for entry in manifest["dokumen"]}
    found = {path.relative_to(example).as_posix() for path in example.rglob("*") if path.is_file()} - {
        "manifes.json",
        "riwayat.json",
        "tanda-tangan.json",
        "triwulan.json",
        "Cetak/Daftar-Tanda-Tangan_2026.xlsx",
    }
    assert listed == found
    assert len([name for name in found if name.startswith("PK/")]) > 20
    assert len([name for name in found if name.startswith("Renstra/")]) == 6
    without_cells = [entry["berkas"] for entry in manifest["dokumen"] if not entry["sel"]]
    assert without_cells == ["Kinerja/Bukti-Konsistensi_2026.docx"], "made from the other documents"


def test_every_sentence_of_tahap_5_stands_in_some_document_character_for_character(example: Path) -> None:
    everything = "\n".join(text_of(path) for path in example.rglob("*.docx"))
    sentences = {text for row in seed_rows()[1:] for text in row[1:3] if text}
    assert len(sentences) > 80
    assert [text for text in sentences if text not in everything] == []


def test_pks_of_a_class_hold_together_exactly_the_indicators_of_that_class(example: Path) -> None:
    classes = {"JPT": "PK JPT", "Ess-3": "PK Ess 3", "Sub-Koordinator-JF": "PK Sub Koordinator/JF", "JF-JP": "PK JF/JP"}
    current = ""
    expected: dict[str, set[str]] = {label: set() for label in classes.values()}
    for row in seed_rows()[1:]:
        current = row[5] if row[1] else current
        if current in expected:
            expected[current].add(row[2])
    for folder, label in classes.items():
        found: set[str] = set()
        for path in (example / "PK" / folder).glob("*.docx"):
            tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(path)).tables]
            (promises,) = [rows for rows in tables if "Indikator Kinerja" in rows[0]]
            assert promises[1][2] == "(3)"
            found |= {cells[2] for cells in promises[2:]}
        assert found == expected[label], folder


def test_no_document_holds_a_tag_none_or_nan(example: Path) -> None:
    documents = list(example.rglob("*.docx"))
    assert documents
    for path in documents:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".xml"):
                    data = archive.read(name).decode("utf-8")
                    assert "{{" not in data, (path, name)
                    assert "{%" not in data, (path, name)
        words = text_of(path).split()
        assert not {"None", "nan", "NaN", "NaT"} & set(words), path


FIXED = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada "
    "hasil, kami yang bertanda tangan di bawah ini:",
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.",
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.",
)


def test_every_pk_holds_the_fixed_wording_of_the_form(example: Path) -> None:
    paths = list((example / "PK").rglob("*.docx"))
    assert paths
    for path in paths:
        paragraphs = [paragraph.text for paragraph in Document(str(path)).paragraphs]
        assert all(paragraphs.count(text) == 1 for text in FIXED), path


@pytest.mark.usefixtures("filled_anew")
def test_two_builds_are_the_same_and_the_second_writes_nothing(tmp_path: Path) -> None:
    """In this process and in one of its own; test_durability starts two that differ in seed, zone, locale and place."""
    path = write(tmp_path / "buku.xlsx")
    run(path, cwd=tmp_path)
    first = files_of(tmp_path / "build")
    again = here(path, cwd=tmp_path)
    assert "0 ditulis" in again.stdout
    here(path, "--keluaran", "lain", cwd=tmp_path)
    assert first
    assert files_of(tmp_path / "build") == first == files_of(tmp_path / "lain")


def test_the_seed_alone_gives_39_pks(tmp_path: Path) -> None:
    sheet_of(seed_rows()).save(tmp_path / "benih.xlsx")
    done = here("benih.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "build").rglob("PK_*.docx"))) == 39


HOSTILE = 'Sarana & Prasarana <b>"A"</b> {{ 7*7 }} {% x %}'


def test_text_that_looks_like_code_prints_exactly_so(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!B6", HOSTILE), put("Tahap 5!C6", "baris satu\nbaris  dua {_{ x }_}"),
          put("Identitas!B2", "Dinas <A> & {{ B }}"))  # fmt: skip
    done = here("b.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "build" / "b" / "PK" / "JF-JP").glob("*.docx")
    text = text_of(path)
    assert HOSTILE in text
    assert "baris satu\nbaris  dua {_{ x }_}" in text
    assert "DINAS <A> & {{ B }}" in text.replace("\u00a0", " ")  # the kop has capitals, its last word not alone
    assert HOSTILE in text_of(tmp_path / "build" / "b" / "Renstra" / "Bab-4.docx")


def test_missing_values_are_highlighted_and_final_refuses_them(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", None))
    refused = here("b.xlsx", "--hanya", "pk", "--final", cwd=tmp_path)
    assert refused.returncode == 1
    assert sorted(files_of(tmp_path / "build" / "b")) == ["koreksi.xlsx", "manifes.json", "riwayat.json"]
    assert "Tahap 5" in refused.stderr
    assert "L6" in refused.stderr
    assert here("b.xlsx", "--hanya", "pk", cwd=tmp_path).returncode == 0
    (path,) = (tmp_path / "build" / "b" / "PK" / "JF-JP").glob("*.docx")
    runs = [r for r in Document(str(path)).element.body.iter(qn("w:r")) if "belum diisi" in r.text]
    assert [r.text for r in runs] == ["[target 2026 belum diisi: Tahap 5!L6]"]
    assert runs[0].find(f"{qn('w:rPr')}/{qn('w:highlight')}") is not None


def test_a_galat_leaves_the_earlier_build_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    before = files_of(tmp_path / "build" / "b" / "PK")
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!E6", "Sasaran Apa"))
    refused = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert refused.returncode == 1
    assert "E6" in refused.stderr
    assert files_of(tmp_path / "build" / "b" / "PK") == before


def test_who_is_gone_leaves_no_document_behind(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    own = tmp_path / "build" / "b" / "PK" / "catatan.txt"
    own.write_text("milik kantor")
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H6", "SUBKOR"))
    here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert not (tmp_path / "build" / "b" / "PK" / "JF-JP").exists()
    assert own.exists()


def test_only_one_group_is_rebuilt_and_the_other_stays(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    here("b.xlsx", cwd=tmp_path)
    before = files_of(tmp_path / "build")
    done = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert done.returncode == 0
    after = files_of(tmp_path / "build")
    # The correction lists what is open in the documents of this run.
    assert {name for name in after if after[name] != before.get(name)} <= {"b/koreksi.xlsx", "b/manifes.json"}
    assert after.keys() == before.keys()


def test_findings_as_json(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", None), drop("Tahap 2"))
    done = here("periksa", "b.xlsx", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    data = json.loads(done.stdout)
    assert (data["buku"], data["valid"]) == ("b.xlsx", True)
    strict = here("periksa", "b.xlsx", "--format", "json", "--final", cwd=tmp_path)
    assert (strict.returncode, json.loads(strict.stdout)["valid"]) == (1, False)
    (entry,) = (
        entry for entry in data["temuan"] if entry["kode"] not in ("T12", "D11", "D30")
    )  # places of the Renstra
    assert {"kode": "I13", "tingkat": "peringatan", "lembar": "Tahap 5", "sel": "L6"}.items() <= entry.items()
    assert {"pesan", "saran"} <= entry.keys()
    assert data["jumlah"] == {"galat": 0, "peringatan": len(data["temuan"]), "saran": 0, "diabaikan": 0}
    assert [level["komponen"] for level in data["cakupan"]] == [
        "Tujuan", "Sasaran", "Sasaran Program", "Sasaran Kegiatan", "Sasaran Sub Kegiatan", "Lintas Perangkat Daerah",
    ]  # fmt: skip
    assert data["cakupan"][4] == {
        "komponen": "Sasaran Sub Kegiatan", "kinerja": 1, "indikator": 1, "pemilik": 1, "satuan": 1, "target": 0,
        "kode": 1, "pagu": 1,
    }  # fmt: skip


def test_coverage_of_the_example_is_complete(tmp_path: Path) -> None:
    data = json.loads(here("periksa", EXAMPLE, "--format", "json", cwd=tmp_path).stdout)
    assert [(level["kinerja"], level["indikator"]) for level in data["cakupan"]] == [
        (1, 1), (4, 5), (8, 8), (11, 11), (19, 19), (1, 1),
    ]  # fmt: skip
    for level in data["cakupan"][2:5]:
        counts = {level[name] for name in ("indikator", "pemilik", "satuan", "target", "kode", "pagu")}
        assert len(counts) == 1, level


def test_a_console_of_another_code_page_does_not_crash(tmp_path: Path) -> None:
    done = run(EXAMPLE, "--hanya", "pk", cwd=tmp_path, PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert "«" in done.stderr
    assert "\x1b[" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--tahn", "2026"), 2, "--tahun"),
        (("periska",), 2, "periksa"),
        (("--hanya", "foto"), 2, "renstra"),
        (("--tahun", "abc"), 2, "bukan tahun"),
        (("--tanggal", "5-1-2026"), 2, "TTTT-BB-HH"),
        (("--templat", "tidak-ada"), 2, "tidak-ada"),
        (("tidak-ada.xlsx",), 1, "tidak ditemukan"),
        (("mulai",), 2, "FOLDER"),
    ],
)
def test_wrong_use_is_said_in_indonesian(tmp_path: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = here(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_help_is_indonesian_and_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['pokin', '--help']\n"
        "from pokin_docs.cli.main import main; main()\n"
        "heavy = {'openpyxl', 'docxtpl', 'docx', 'lxml', 'pandas', 'numpy', 'babel', 'jinja2'} & set(sys.modules)\n"
        "print('BERAT', sorted(heavy))"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, encoding="utf-8")
    assert "BERAT []" in done.stdout
    for word in ("Cara pakai:", "Perintah:", "bangun", "periksa", "mulai"):
        assert word in done.stdout
    assert "Usage" not in done.stdout
    assert "Options" not in done.stdout


def test_commands_not_built_yet_are_absent(tmp_path: Path) -> None:
    done = here("--help", cwd=tmp_path)
    assert "  pohon " in done.stdout
    assert "  banding" not in done.stdout


def test_a_check_that_is_kept_in_a_file_keeps_its_findings(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!I6", None))
    code = "import sys; sys.argv[0] = 'pokin'; from pokin_docs.cli.main import main; sys.exit(main())"
    for options, kept in (((), True), (("--format", "json"), False)):
        with (tmp_path / "hasil.txt").open("wb") as file:
            words = [sys.executable, "-c", code, "periksa", "b.xlsx", *options]
            done = subprocess.run(
                words, cwd=tmp_path, stdout=file, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
            )
        text = (tmp_path / "hasil.txt").read_text(encoding="utf-8")
        assert ("peringatan I12: Satuan belum diisi." in text) is kept
        assert ("Satuan belum diisi" in done.stderr.decode()) is kept
        assert kept or json.loads(text)["temuan"]


def test_a_new_office_gets_workbook_and_templates_and_nothing_is_overwritten(tmp_path: Path) -> None:
    done = here("mulai", "kantor baru", cwd=tmp_path)
    assert done.returncode == 0
    office = tmp_path / "kantor baru"
    named = [line for line in done.stdout.splitlines() if line.startswith("kantor baru")]
    assert {str(path.relative_to(tmp_path)) for path in office.rglob("*") if path.is_file()} == set(named)
    assert (office / "inputs" / "buku-kerja.xlsx").is_file()
    assert read_narrative(office / "inputs" / "buku-kerja-naskah.docx").keys >= {"latar-belakang", "mitra"}
    assert {path.name for path in (office / "templates").iterdir()} >= {"pk.docx", "renstra.docx"}
    before = files_of(office)
    assert here("mulai", "kantor baru", cwd=tmp_path).returncode == 2
    assert files_of(office) == before
    empty = here(cwd=office)
    assert empty.returncode == 1
    assert "Tahap 5" in empty.stderr


def test_an_own_template_of_a_class_is_used_for_that_class_only(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "templates").mkdir()
    own = Document(str(ROOT / "templates" / "pk.docx"))
    own.paragraphs[0].insert_paragraph_before("Templat kantor untuk {{ pihak_pertama.jabatan }}")
    own.save(str(tmp_path / "templates" / "pk-ess-3.docx"))
    assert here("b.xlsx", "--hanya", "pk", cwd=tmp_path).returncode == 0
    pk = tmp_path / "build" / "b" / "PK"
    (own_made,) = (pk / "Ess-3").glob("*.docx")
    assert "Templat kantor untuk Plt. Kepala Bidang Data" in text_of(own_made)
    (shipped,) = (pk / "JPT").glob("*.docx")
    assert FIXED[1] in text_of(shipped)
    assert "Templat kantor" not in text_of(shipped)


def test_a_template_that_does_not_fit_is_exit_3_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "templates").mkdir()
    own = Document()
    own.add_paragraph("Nama: {{ pihak_pertama.namaa }}")
    own.save(str(tmp_path / "templates" / "pk.docx"))
    done = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert done.returncode == 3
    assert "namaa" in done.stderr
    assert "«pihak_pertama.nama»" in done.stderr
    assert not list((tmp_path / "build").rglob("*.docx"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_exit_4(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "build").mkdir(mode=0o555)
    assert here("b.xlsx", cwd=tmp_path).returncode == 4


def test_a_file_where_the_folder_should_be_is_exit_4_not_a_traceback(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "b").write_text("bukan folder")
    done = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert done.returncode == 4
    assert "kesalahan di dalam program" not in done.stderr
