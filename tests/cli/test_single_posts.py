"""``--pejabat``: only the papers of some posts are written, all else stays as it is; and build folders left behind."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.command_line import files_of, here
from helpers.workbooks import BAKU, add_row, both, drop, put, write
from pokin_docs.model.settings import FORMER_RECORD

KADIS = "PK/JPT/PK_2026_JPT_Kepala-Dinas_KADIS.docx"
KABID = "PK/Ess-3/PK_2026_Ess-3_Kepala-Bidang-Data_KABID.docx"
STAF = "PK/JF-JP/PK_2026_JF-JP_Statistisi_STAF.docx"
NEW_HEAD = both(
    put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"), put("Pejabat!L4", "30 September 2026"),
    add_row("Pejabat", "| KABID | Contoh Baru | | '198001012005011021 | IV/a | Pembina | Kepala Bidang Data | PK Ess 3 | KADIS | | 1 Oktober 2026 |"),
)  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Path:
    write(tmp_path / "b.xlsx")
    return tmp_path


PK, MANY = ("--hanya", "pk"), ("--hanya", "pk,renstra,pohon,laporan")
"""The other papers of an official are written in the same way."""


NO_PAPERS = {"riwayat.json", "tanda-tangan.json", "Cetak/Daftar-Tanda-Tangan_2026.xlsx"}
"""They tell of runs and of all signers, whatever was asked for."""


def built(office: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(office / "build" / "b").items() if name not in NO_PAPERS}


def test_only_the_papers_of_the_posts_are_written(office: Path) -> None:
    done = here("b.xlsx", *PK, "--pejabat", "staf", "--pejabat", "KADIS", cwd=office)
    assert done.returncode == 0, done.stderr
    assert built(office).keys() == {KADIS, STAF, "manifes.json"}
    assert "2 dari 2 dokumen lengkap" in done.stdout


def test_the_papers_of_the_year_are_all_papers_of_the_post(office: Path) -> None:
    write(office / "b.xlsx", BAKU, NEW_HEAD)
    assert here("b.xlsx", *PK, "--pejabat", "KABID", cwd=office).returncode == 0
    assert built(office).keys() == {KABID, KABID.replace(".docx", "_2026-10-01.docx"), "manifes.json"}


def test_nothing_else_is_touched_or_forgotten(office: Path) -> None:
    assert here("b.xlsx", *MANY, "--pratinjau", cwd=office).returncode == 0
    before = built(office)
    write(
        office / "b.xlsx", BAKU, put("Pejabat!B6", "Contoh Lima"), put("Pejabat!B4", "Lain"), put("Tahap 5!H5", "STAF")
    )
    assert here("b.xlsx", *MANY, "--pejabat", "STAF", cwd=office).returncode == 0
    after = built(office)
    assert after.keys() - before.keys() == {FORMER_RECORD}, "it remembers the paper that another took the place of"
    assert before.keys() <= after.keys()
    assert {name for name in before if before[name] != after[name]} == {STAF, "manifes.json"}
    one, other = (json.loads(found["manifes.json"]) for found in (before, after))
    assert [entry["berkas"] for entry in one["dokumen"]] == [entry["berkas"] for entry in other["dokumen"]]
    assert one["dibuat"] == other["dibuat"], "the other papers are still of the workbook as it was"
    assert one["buku"] != other["buku"]
    assert here("b.xlsx", cwd=office).returncode == 0
    assert "PK/Sub-Koordinator-JF" not in " ".join(built(office))


def test_hanya_chooses_among_the_documents_of_the_post(office: Path) -> None:
    assert here("b.xlsx", "--pejabat", "STAF", "--hanya", "pk,pohon,laporan", cwd=office).returncode == 0
    assert built(office).keys() == {STAF, "manifes.json"}
    refused = here("b.xlsx", "--pejabat", "STAF", "--hanya", "laporan", cwd=office)
    assert refused.returncode == 2
    assert "--hanya" in refused.stderr


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("KABIT", "Mungkin maksudnya KABID"),
        ("SUBKOORD", "Mungkin maksudnya SUBKOR"),
        ("XYZ", "ID yang ada: BUPATI, KADIS, KABID, SUBKOR, STAF."),
        ("", "sebutkan sebuah ID"),
        ("KADIS;KABIT", "'KABIT' tidak ada"),
    ],
)
def test_an_id_that_nobody_has_is_wrong_use(office: Path, typed: str, words: str) -> None:
    refused = here("b.xlsx", "--pejabat", typed, cwd=office)
    assert refused.returncode == 2
    assert words in refused.stderr
    assert not (office / "build").exists()


def test_a_post_without_any_row_is_said_and_nothing_is_written(office: Path) -> None:
    both_posts = here("b.xlsx", *PK, "--pejabat", "BUPATI", "--pejabat", "STAF", cwd=office)
    assert both_posts.returncode == 0
    assert "tidak ada dokumen untuk BUPATI" in both_posts.stderr
    alone = here("b.xlsx", "--pejabat", "BUPATI", cwd=office)
    assert alone.returncode == 1
    assert built(office).keys() == {STAF, "manifes.json"}


@pytest.mark.parametrize(
    ("changed", "typed", "reason"),
    [
        ("", ("STAF", "--hanya", "renstra"), "dokumennya tidak termasuk yang disebut --hanya"),
        ("(kosong)", ("STAF",), "jabatan itu lowong"),
        ("", ("BUPATI",), "jabatan itu tidak memegang kinerja di Tahap 5"),
    ],
)
def test_the_reason_why_a_post_has_no_document_is_the_true_one(
    office: Path, changed: str, typed: tuple[str, ...], reason: str
) -> None:
    if changed:
        write(office / "b.xlsx", BAKU, put("Pejabat!B6", changed))
    refused = here("b.xlsx", "--pejabat", *typed, cwd=office)
    assert refused.returncode == 1
    assert f"tidak ada dokumen untuk {typed[0]}; {reason}." in refused.stderr


def test_without_the_sheet_pejabat_a_post_is_called_by_its_title(office: Path) -> None:
    write(office / "b.xlsx", BAKU, drop("Pejabat"), put("Tahap 5!H6", "Statistisi Ahli"))
    assert here("b.xlsx", *PK, "--pejabat", "statistisi ahli", cwd=office).returncode == 0
    assert len(built(office)) == 2


def test_of_several_workbooks_those_that_know_the_post_are_built(office: Path) -> None:
    inputs = office / "inputs"
    inputs.mkdir()
    for name, id_ in (("satu", "STAF"), ("dua", "ARSIPARIS")):
        change = both(put("Pejabat!A6", id_), put("Tahap 5!H6", id_), put("Identitas!B2", f"Dinas {name}"))
        write(inputs / f"{name}.xlsx", BAKU, change)
    assert here("--pejabat", "arsiparis", cwd=office).returncode == 0
    assert [path.name for path in (office / "build").iterdir() if not path.name.startswith(".")] == ["dua"]
    assert here("--pejabat", "KADIS", cwd=office).returncode == 0
    assert len([path for path in (office / "build").iterdir() if not path.name.startswith(".")]) == 2


def test_final_judges_only_the_papers_that_are_made(office: Path) -> None:
    """A NIP that another official lacks stops nothing, also where he stands in the same workbook."""
    write(office / "b.xlsx", BAKU, put("Pejabat!D5", None))
    assert here("b.xlsx", "--final", "--pejabat", "KABID", cwd=office).returncode == 0
    for id_ in ("SUBKOR", "STAF"):  # his own paper, and that of who promises to him
        refused = here("b.xlsx", "--final", "--pejabat", id_, cwd=office)
        assert refused.returncode == 1
        assert "Pejabat" in refused.stderr
        assert "D5" in refused.stderr
    assert here("b.xlsx", "--final", cwd=office).returncode == 1


def test_another_year_than_that_of_the_day_stops_only_papers_for_the_year(office: Path) -> None:
    refused = here("b.xlsx", "--final", "--tahun", 2027, "--pejabat", "STAF", cwd=office)
    assert refused.returncode == 1
    assert "K05" in refused.stderr
    whole = here("b.xlsx", "--final", "--tahun", 2027, "--hanya", "renstra", cwd=office)
    assert "galat K05" not in whole.stderr
    assert "peringatan K05" in whole.stderr


def test_what_is_open_in_documents_that_are_not_made_is_only_counted(office: Path) -> None:
    """Not told on the screen, in the report and in the correction; the whole run tells it, and nothing is repaired."""
    write(office / "b.xlsx", BAKU, drop("Tahap 2"))
    build = office / "build" / "b"
    whole = here("b.xlsx", cwd=office)
    assert "D11" in whole.stderr
    before = (build / "riwayat.json").read_bytes()
    papers = here("b.xlsx", "--hanya", "pk,laporan", cwd=office)
    assert papers.returncode == 0
    assert "T12" not in papers.stderr
    assert "D11" not in papers.stderr
    assert re.search(r"^  \d+ tempat terbuka pada dokumen yang tidak dibuat kali ini tidak disebutkan\.$",
                     papers.stderr, re.MULTILINE)  # fmt: skip
    assert "Latar Belakang" not in (build / "laporan.html").read_text(encoding="utf-8")
    listed = load_workbook(build / "koreksi.xlsx")["Temuan"]
    assert not any(cell.value in ("T12", "D11") for row in listed.iter_rows() for cell in row)
    assert (build / "riwayat.json").read_bytes() == before
    assert "tempat terbuka" not in whole.stderr


# What an earlier workbook left


def test_a_build_folder_of_a_renamed_workbook_is_said_and_stays(office: Path) -> None:
    inputs = office / "inputs"
    inputs.mkdir()
    old = (office / "b.xlsx").rename(inputs / "lama.xlsx")
    assert "sudah tidak ada" not in here("--hanya", "pk", cwd=office).stderr
    old.rename(inputs / "baru.xlsx")
    told = f"{Path('build/lama')} berasal dari buku kerja yang sudah tidak ada (lama.xlsx)"
    assert told in here("--hanya", "pk", cwd=office).stderr
    write(inputs / "baru.xlsx", BAKU, put("Tahap 5!L6", 9))
    assert told in here("--hanya", "pk", cwd=office).stderr, "after another change, by the agency"
    assert told in here("periksa", cwd=office).stderr
    assert (office / "build" / "lama" / KADIS).is_file()
    write(inputs / "baru.xlsx", BAKU, put("Identitas!B2", "Dinas Lain"))
    assert told not in here("--hanya", "pk", cwd=office).stderr, "another agency"


def test_two_workbooks_of_one_agency_are_said_before_anything_is_written(office: Path) -> None:
    inputs = office / "inputs"
    inputs.mkdir()
    for name in ("a", "b"):
        write(inputs / f"{name}.xlsx")
    told = "dua buku kerja untuk perangkat daerah yang sama: a.xlsx, b.xlsx"
    for command in (("--hanya", "pk"), ("periksa",)):
        assert told in here(*command, cwd=office).stderr.splitlines()[0], command
    assert told not in here("inputs/a.xlsx", "--hanya", "pk", cwd=office).stderr
