"""``periksa`` and ``bangun`` look at the same: workbook, templates, and so the same marks and the same refusals."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from docx import Document

from helpers.command_line import here
from helpers.places import ROOT
from helpers.word_files import p, surat
from helpers.workbooks import BAKU, put, write


def test_what_a_template_leaves_to_the_office_is_told_and_refused_by_both(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU)
    (tmp_path / "templates").mkdir()
    own = Document(str(ROOT / "templates" / "pk.docx"))
    own.add_paragraph("[Isi oleh kantor.]")
    own.save(str(tmp_path / "templates" / "pk.docx"))
    checked = here("periksa", "b.xlsx", "--final", cwd=tmp_path)
    made = here("b.xlsx", "--final", "--hanya", "pk", cwd=tmp_path)
    assert (checked.returncode, made.returncode) == (1, 1)
    for done in (checked, made):
        assert "T12" in done.stdout + done.stderr


def test_periksa_is_told_of_the_templates_of_the_office(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU)
    own = tmp_path / "templat-kami"
    own.mkdir()
    shutil.copyfile(ROOT / "templates" / "pk.docx", own / "pk.docx")
    (own / "renstra.docx").write_bytes(surat(p("{{ perangkat_daerah.nama }}")))
    said = here("periksa", "b.xlsx", "--templat", own, "--format", "json", cwd=tmp_path).stdout
    marks = {entry["berkas"]: entry["tanda"] for entry in json.loads(said)["dokumen"]}
    assert set(map(tuple, marks.values())) == {()}
    shipped = json.loads(here("periksa", "b.xlsx", "--format", "json", cwd=tmp_path).stdout)["dokumen"]
    assert any(entry["tanda"] for entry in shipped if entry["berkas"].startswith("Renstra/"))


def test_a_template_that_does_not_end_is_told_by_templat_as_by_bangun(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU)
    own = tmp_path / "templat-kami"
    own.mkdir()
    endless = (
        "{% for a in range(99999) %}{% for b in range(99999) %}{{ nomor }}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ [1] * 9999999 }}",
    )
    for tag in endless:
        doc = Document(str(ROOT / "templates" / "pk.docx"))  # nothing of the form is missing in it
        doc.add_paragraph(tag)
        doc.save(str(own / "pk.docx"))
        told = here("templat", own / "pk.docx", cwd=tmp_path)
        made = here("b.xlsx", "--hanya", "pk", "--templat", own, cwd=tmp_path)
        assert (told.returncode, made.returncode) == (3, 3)
        assert ["T05" in done.stdout + done.stderr for done in (told, made)] == [True, True], tag


def test_the_report_alone_tells_what_periksa_tells_and_makes_no_document(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", None))
    checked = here("periksa", "b.xlsx", cwd=tmp_path)
    told = here("b.xlsx", "--hanya", "laporan", cwd=tmp_path)
    assert told.returncode == checked.returncode == 0
    codes = [set(re.findall(r"peringatan ([A-Z]\d+)", done.stdout + done.stderr)) for done in (checked, told)]
    assert codes[0] == codes[1] != set()
    made = {path.name for path in (tmp_path / "build" / "b").iterdir()}
    assert made == {"koreksi.xlsx", "laporan.html", "manifes.json", "riwayat.json"}


def test_the_report_alone_leaves_the_page_of_the_proof_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU)
    assert here("b.xlsx", "--hanya", "pk,laporan", cwd=tmp_path).returncode == 0
    (proof,) = tmp_path.rglob("Bukti-Konsistensi*.docx")
    was = proof.read_bytes()
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", 99))
    assert here("b.xlsx", "--hanya", "laporan", cwd=tmp_path).returncode == 0
    assert proof.read_bytes() == was
