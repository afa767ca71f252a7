"""The command ``templat``: findings in the terminal and in Word, the palette, the X-ray."""

from __future__ import annotations

import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import nsdecls, qn

from helpers.command_line import files_of, run
from helpers.places import ROOT
from helpers.word_comments import commented, templat
from helpers.workbooks import BAKU, understood, write
from pokin_docs.cli.main import main
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.pk.kind import PK
from pokin_docs.flow.templates import names_in_use
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.settings import Settings
from pokin_docs.render import write as render
from pokin_docs.render.sample import fill_sample
from pokin_docs.templating.aids import correction

TEMPLATES = ROOT / "templates"
W = nsdecls("w", "r")


# The command


class Perintah:
    """The command line in this process, in a folder: what a person types after ``pokin templat``."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str], folder: Path) -> None:
        self.patch, self.capture = patch, capture
        patch.chdir(folder)

    def __call__(self, *arguments: object, perintah: str = "templat") -> subprocess.CompletedProcess[str]:
        words = ["pokin", perintah, *map(str, arguments)]
        self.patch.setattr(sys, "argv", words)
        code = main()
        said = self.capture.readouterr()
        return subprocess.CompletedProcess(words, code, said.out, said.err)


@pytest.fixture
def perintah(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Perintah:
    return Perintah(monkeypatch, capsys, tmp_path)


def test_the_real_command(tmp_path: Path) -> None:
    path = templat(tmp_path, "{{ pihak_pertama.nma }}", nama="pk-kami.docx")
    done = run("templat", path.name, cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert "pk-kami.docx, untuk pk: " in done.stderr
    assert "galat T04: Isian «pihak_pertama.nma» tidak dikenal" in done.stderr
    assert "isian tidak tercetak" in done.stdout


def test_all_templates_in_use_are_checked_and_nothing_is_written(tmp_path: Path, perintah: Perintah) -> None:
    (tmp_path / "templates").mkdir()
    templat(tmp_path / "templates", "{{ pihak_pertama.nma }}", nama="pk-jpt.docx")
    templat(tmp_path / "templates", "{{ pihak_pertama.nama }}", nama="pk-kabid.docx")
    before = files_of(tmp_path)
    done = perintah()
    assert done.returncode == 3, done.stderr
    for words in ("pk.docx (bawaan), untuk pk: ", "renstra.docx (bawaan), untuk renstra: ", "pk-jpt.docx, untuk pk: "):
        assert words in done.stderr
    assert "Nama berkas ini tidak dicari oleh program" in done.stderr
    assert "galat T04: Isian «pihak_pertama.nma» tidak dikenal" in done.stderr
    assert "  → Betulkan nama isiannya di Word." in done.stderr
    assert re.search(r"pk.docx \(bawaan\): \d+ dari \d+ isian tidak tercetak.\n  perangkat_daerah", done.stdout)
    assert files_of(tmp_path) == before


def test_json_has_place_message_and_coverage(tmp_path: Path, perintah: Perintah) -> None:
    document = docx.Document()
    document.add_heading("LAMPIRAN", 1)
    document.add_table(2, 3).cell(1, 2).text = "Target {{ daftar_tahn }}"
    document.save(str(tmp_path / "renstra-kami.docx"))
    done = perintah("--format", "json", "renstra-kami.docx")
    assert done.returncode == 3
    told = json.loads(done.stdout)
    assert list(told) == ["templat", "untuk", "temuan", "jumlah", "cakupan"]
    assert (told["templat"], told["untuk"]) == ("renstra-kami.docx", "renstra")
    (entry,) = [entry for entry in told["temuan"] if entry["kode"] == "T04"]
    assert (entry["bagian"], entry["judul"], entry["tabel"], entry["baris"], entry["kolom"]) == (
        "isi",
        "LAMPIRAN",
        1,
        2,
        3,
    )
    assert entry["kalimat"] == "Target {{ daftar_tahn }}"
    assert entry["tingkat"] == "galat"
    assert entry["pesan"].startswith(
        "Templat «renstra-kami.docx», isi, di bawah judul «LAMPIRAN», tabel 1 baris 2 kolom 3: "
    )
    assert {"isian": "outcome", "tercetak": False} in told["cakupan"]
    assert told["jumlah"]["galat"] == len([entry for entry in told["temuan"] if entry["tingkat"] == "galat"])


@pytest.mark.parametrize(
    ("text", "untuk"),
    [
        ("{{ pihak_pertama.nama }} {{ tanggal }}", "pk"),
        ("{{ outcome }} {{ mandat }} {{ salah }}", "renstra"),
        ("", "pk"),
    ],
)
def test_what_a_template_is_for_is_told_by_its_placeholders(
    text: str, untuk: str, tmp_path: Path, perintah: Perintah
) -> None:
    templat(tmp_path, text, nama="naskah.docx")
    told = json.loads(perintah("--format", "json", "naskah.docx").stdout)
    assert told["untuk"] == untuk
    other = "pk" if untuk == "renstra" else "renstra"
    told = json.loads(perintah("--format", "json", "--untuk", other, "naskah.docx").stdout)
    assert told["untuk"] == other


def test_the_correction_is_written_and_becomes_a_template_again(tmp_path: Path, perintah: Perintah) -> None:
    path = templat(tmp_path, "{{ pihak_pertama.nma }} {{ tahun }}", nama="pk-kami.docx")
    before = path.read_bytes()
    done = perintah("--koreksi", "koreksi.docx", path.name)
    assert done.returncode == 3
    assert "Salinan koreksi: koreksi.docx" in done.stderr
    assert path.read_bytes() == before
    data = (tmp_path / "koreksi.docx").read_bytes()
    assert "pihak_pertama.nma" in commented(data).values()
    again = perintah("--koreksi", "koreksi.docx", path.name)
    assert again.returncode == 3  # its own copy is written again
    assert (tmp_path / "koreksi.docx").read_bytes() == data
    # Mended in the copy, as Word would save it.
    mended = docx.Document(io.BytesIO(data))
    for run_of in mended.paragraphs[0].runs:
        run_of.text = run_of.text.replace("nma", "nama") if run_of.text else run_of.text
    mended.save(str(tmp_path / "koreksi.docx"))
    assert [entry.temuan.kode for entry in render.examine_template(tmp_path / "koreksi.docx", PK).temuan
            if entry.temuan.kode in ("T03", "T04")] == []  # fmt: skip
    outcome = fill_sample(tmp_path / "koreksi.docx", PK, PK.sample(), None)
    assert outcome.value is not None
    made = docx.Document(io.BytesIO(outcome.value))
    assert list(made.comments) == []
    assert commented(outcome.value) == {}
    refused = perintah("--koreksi", "koreksi.docx", path.name)
    assert refused.returncode == 2
    assert "sudah disunting" in refused.stderr


def test_palette_and_xray_are_written_whole(tmp_path: Path, perintah: Perintah) -> None:
    templat(tmp_path, "{{ pihak_pertama.nama }}", nama="pk-kami.docx")
    for _ in range(2):
        done = perintah("--palet", "palet.docx")
        assert (done.returncode, done.stderr) == (0, "Palet: palet.docx\n")
        assert done.stdout == ""
        done = perintah("--contoh", "contoh.docx", TEMPLATES / "pk.docx")
        assert done.returncode == 0, done.stderr
        assert "Contoh: contoh.docx" in done.stderr
    assert sorted(files_of(tmp_path)) == ["contoh.docx", "palet.docx", "pk-kami.docx"]
    assert correction.is_own(tmp_path / "palet.docx")
    assert correction.is_own(tmp_path / "contoh.docx")
    assert not correction.is_own(TEMPLATES / "pk.docx")


def test_no_file_is_written_from_a_template_that_does_not_fit(tmp_path: Path, perintah: Perintah) -> None:
    templat(tmp_path, "{{ salah }}", nama="pk-salah.docx")
    (tmp_path / "rusak.docx").write_bytes(b"bukan dokumen")
    done = perintah("--contoh", "c.docx", "pk-salah.docx")
    assert done.returncode == 3
    assert "contoh tidak ditulis karena templatnya belum cocok" in done.stderr
    for option in ("--contoh", "--koreksi"):
        done = perintah(option, "c.docx", "rusak.docx")
        assert done.returncode == 3
        assert "galat T02: Templat «rusak.docx» tidak dapat dibuka" in done.stderr
    done = perintah("tiada.docx")
    assert done.returncode == 3
    assert "galat T01: Templat «tiada.docx» tidak ditemukan" in done.stderr
    assert sorted(files_of(tmp_path)) == ["pk-salah.docx", "rusak.docx"]


def test_a_good_template_needs_no_correction(tmp_path: Path, perintah: Perintah) -> None:
    done = perintah("--koreksi", "k.docx", TEMPLATES / "pk.docx")
    assert done.returncode == 0
    assert "Salinan koreksi tidak ditulis karena tidak ada temuan." in done.stderr
    assert files_of(tmp_path) == {}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--palet", "p.docx", "--contoh", "c.docx"), "--palet dan --contoh tidak dapat dipakai bersama"),
        (("--palet", "p.docx", "pk-kami.docx"), "jangan sebutkan templat"),
        (("--koreksi", "pk-kami.docx", "pk-kami.docx"), "adalah templat; pilih nama lain"),
        (("--contoh", "catatan.docx", "pk-kami.docx"), "sudah ada dan bukan hasil perintah ini"),
        (("--palet", "catatan.docx"), "sudah ada dan bukan hasil perintah ini"),
        (("--contoh", "c.pdf", "pk-kami.docx"), "beri nama c.docx"),
        (("--contoh", "c.docx"), "hanya untuk satu templat; sebutkan salah satu"),
        (("--untuk", "surat"), "'surat'"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(
    arguments: tuple[str, ...], words: str, tmp_path: Path, perintah: Perintah
) -> None:
    templat(tmp_path, "{{ pihak_pertama.nma }}", nama="pk-kami.docx")
    templat(tmp_path, "catatan saya", nama="catatan.docx")
    before = files_of(tmp_path)
    done = perintah(*arguments)
    assert done.returncode == 2, done.stderr
    assert words in done.stderr
    assert files_of(tmp_path) == before


def test_a_build_that_refuses_a_template_says_how_to_see_its_faults(tmp_path: Path, perintah: Perintah) -> None:
    write(tmp_path / "buku.xlsx", BAKU)
    (tmp_path / "templates").mkdir()
    path = templat(tmp_path / "templates", "{{ pihak_pertama.nma }}", nama="pk.docx")
    done = perintah("buku.xlsx", perintah="bangun")
    assert done.returncode == 3
    said = re.search(r"^Tunjukkan di Word: pokin templat (.+)$", done.stderr, re.MULTILINE)
    assert said
    assert perintah(*shlex.split(said[1])).returncode == 3
    assert commented((tmp_path / "koreksi-pk.docx").read_bytes())
    assert path.is_file()


def test_the_manual_quotes_what_the_command_says(tmp_path: Path, perintah: Perintah) -> None:
    manual = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
    (quoted,) = [fence for fence in re.findall(r"^```\n(.*?)^```", manual, re.M | re.S) if "untuk pk:" in fence]
    document = docx.Document(str(TEMPLATES / "pk.docx"))
    first = next(t for t in document.element.body.iter(qn("w:t")) if t.text == "{{ i.target }}")
    first.text = "{{ i.taget }}"
    (tmp_path / "templates").mkdir()
    document.save(str(tmp_path / "templates" / "pk.docx"))
    done = perintah("templates/pk.docx")
    assert done.stderr + done.stdout == quoted


def test_the_templates_looked_at_are_those_that_documents_ask_for(tmp_path: Path) -> None:
    write(tmp_path / "buku.xlsx", BAKU)
    plan = understood(tmp_path / "buku.xlsx", Settings(tmp_path, ())).plan
    asked = {(name, type(document.content)) for document in plan.dokumen for name in document.templat}
    known = {name: kind.content for name, kind in names_in_use(KINDS).items()}
    assert len(asked) >= 4
    assert asked <= set(known.items()), "two kinds may share a template that has the fields of both"
    assert {name for name in known if name.startswith("pk-")} == {f"pk-{jenis.value}.docx" for jenis in JenisPk}


def test_help_is_indonesian(tmp_path: Path, perintah: Perintah) -> None:
    done = perintah("--help")
    assert done.returncode == 0
    assert "Periksa TEMPLAT Word" in done.stdout
    assert not re.search(r"Usage|Options|Show this", done.stdout)
