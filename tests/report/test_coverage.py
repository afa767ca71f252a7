"""How complete the documents would be: per document in the JSON, in one line on the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.workbooks import BAKU, add_row, put, write
from pokin_docs.cli.main import cli
from pokin_docs.report.coverage import Completeness

STAF = "PK/JF-JP/PK_2026_JF-JP_Statistisi_STAF.docx"


def run(*arguments: str) -> tuple[str, int]:
    result = CliRunner().invoke(cli, list(arguments))
    return result.stdout, result.exit_code


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    """The target of one row is missing: the PK of its owner and the Renstra hold a mark, the others do not."""
    return write(tmp_path / "buku.xlsx", BAKU, put("Tahap 5!K6", None))


@pytest.fixture
def unnamed(tmp_path: Path) -> Path:
    return write(tmp_path / "buku.xlsx", BAKU, put("Pejabat!D6", None))


def documents(path: Path) -> dict[str, Completeness]:
    """The PKs and the chapters of the Renstra."""
    out, _ = run("periksa", str(path), "--format", "json")
    entries = [
        Completeness(entry["berkas"], entry["lengkap"], tuple(entry["tanda"])) for entry in json.loads(out)["dokumen"]
    ]
    return {entry.berkas: entry for entry in entries if entry.berkas.startswith(("PK/", "Renstra/"))}


def test_a_faultless_workbook_gives_complete_documents(tmp_path: Path) -> None:
    entries = documents(write(tmp_path / "buku.xlsx"))
    assert len(entries) == 10
    made_of_cells = {berkas: entry for berkas, entry in entries.items() if not berkas.startswith("Renstra/")}
    assert len(made_of_cells) == 4
    assert all(entry.lengkap and not entry.tanda for entry in made_of_cells.values())
    assert not any(entry.lengkap for berkas, entry in entries.items() if berkas.startswith("Renstra/")), (
        "the office writes"
    )


def test_a_blank_cell_shows_in_the_documents_that_print_it(unnamed: Path) -> None:
    entries = documents(unnamed)
    incomplete = [berkas for berkas, entry in entries.items() if not entry.lengkap]
    assert [berkas for berkas in incomplete if not berkas.startswith("Renstra/")] == [STAF]
    assert [mark for mark in entries[STAF].tanda if "NIP" in mark]


def test_a_blank_target_of_another_year_leaves_the_pk_complete(lacking: Path) -> None:
    entries = documents(lacking)
    assert entries[STAF].lengkap
    assert next(berkas for berkas, entry in entries.items() if not entry.lengkap).startswith("Renstra/")


def test_a_level_counts_indicators_that_have_a_thing_and_kinerja_once(tmp_path: Path) -> None:
    second = "| | | Jumlah metadata kedua | | | | | | Dokumen | 5 | 6 | \\ | 8 | 9 | 10 | 11 |"
    path = write(tmp_path / "buku.xlsx", BAKU, add_row("Tahap 5", second), put("Program!C4", None))
    out, _ = run("periksa", str(path), "--format", "json")
    lowest = json.loads(out)["cakupan"][4]
    assert lowest == {
        "komponen": "Sasaran Sub Kegiatan", "kinerja": 1, "indikator": 2, "pemilik": 2, "satuan": 2, "target": 1,
        "kode": 2, "pagu": 0,
    }  # fmt: skip


def test_periksa_and_bangun_say_it_in_one_line(unnamed: Path, tmp_path: Path) -> None:
    assert re.search(r"\n  \d+ dari \d+ dokumen lengkap \(tanpa tanda\)\n", run("periksa", str(unnamed))[0])
    out, code = run("bangun", str(unnamed), "--keluaran", str(tmp_path / "build"), "--hanya", "pk")
    assert code == 0
    assert "  4 dari 5 dokumen lengkap (tanpa tanda)\n" in out  # four PKs and the list of those who sign them


def test_an_unreadable_workbook_has_no_documents(tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").write_text("a;b")
    out, code = run("periksa", str(tmp_path / "buku.xlsx"), "--format", "json")
    assert code == 1
    assert json.loads(out)["dokumen"] == []
