"""A rebuild fills only what changed, and gives byte for byte what a clean build gives (promise 15)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from helpers.command_line import here
from helpers.offices import Dinas, Kantor
from helpers.places import ROOT
from helpers.workbooks import add_row, drop, put, understood, write
from pokin_docs.flow import build
from pokin_docs.model.settings import Settings
from pokin_docs.render import reuse
from pokin_docs.render.aside import SUNTINGAN

pytestmark = pytest.mark.usefixtures("filled_anew")

TWIN = "| STAF2 | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | |"


def not_aside(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if Path(name).parts[0] != SUNTINGAN}


def drop_last(sheet: str) -> Callable[[Workbook], None]:
    """A change: the last row is gone."""
    return lambda book: book[sheet].delete_rows(book[sheet].max_row)


@pytest.fixture(scope="module")
def pertama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office as it is, built into ``lama``: what most tests begin with."""
    folder = tmp_path_factory.mktemp("pertama")
    Dinas(folder).bangun("lama")
    return folder


@pytest.fixture
def dinas(pertama: Path, tmp_path: Path) -> Dinas:
    """The office with its build, to be changed."""
    shutil.copytree(pertama, tmp_path, dirs_exist_ok=True)
    return Dinas(tmp_path, baru=False)


def ubah_templat(dinas: Dinas, *_: object) -> None:
    path = dinas.templat / "pk.docx"
    doc = Document(str(path))
    doc.add_paragraph("Tambahan kantor {{ tempat }}")
    doc.save(str(path))


def ubah_logo(dinas: Dinas) -> None:
    path = dinas.folder / "logo.png"
    path.write_bytes(path.read_bytes() + b"\x00")


def hapus_logo(dinas: Dinas) -> None:
    (dinas.folder / "logo.png").unlink()


def rusak_logo(dinas: Dinas) -> None:
    (dinas.folder / "logo.png").write_text("bukan gambar")


def templat_kelas(dinas: Dinas) -> None:
    shutil.copy(dinas.templat / "pk.docx", dinas.templat / "pk-jpt.docx")


def buku(*changes: Callable[[Workbook], None]) -> Callable[[Dinas], None]:
    return lambda dinas: dinas.ubah_buku(*changes)


CHANGES: dict[str, tuple[Callable[[Dinas], None], dict[str, object]]] = {
    "nothing": (lambda dinas: None, {}),
    "text of an indicator": (buku(put("Tahap 5!C6", "Jumlah metadata lengkap")), {}),
    "target": (buku(put("Tahap 5!L5", 61)), {}),
    "target that is missing": (buku(put("Tahap 5!L5", None)), {}),
    "name of an official": (buku(put("Pejabat!B5", "Contoh Pengganti")), {}),
    "title of an official": (buku(put("Pejabat!G6", "Pranata Komputer")), {}),
    "ID of an official": (buku(put("Pejabat!A6", "STAF9"), put("Tahap 5!H6", "STAF9")), {}),
    "official who is gone": (buku(put("Tahap 5!H6", "SUBKOR"), drop_last("Pejabat")), {}),
    "official who is new": (buku(add_row("Pejabat", TWIN), put("Tahap 5!H6", "STAF;STAF2")), {}),
    "all officials gone": (buku(drop("Pejabat")), {}),
    "budget": (buku(put("Program!C2", 2_000_000)), {}),
    "agency": (buku(put("Identitas!B2", "Dinas Lain")), {}),
    "template": (ubah_templat, {}),
    "template of one class": (templat_kelas, {}),
    "logo": (ubah_logo, {}),
    "logo that is gone": (hapus_logo, {}),
    "logo that is no picture": (rusak_logo, {}),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_rebuild_after_any_change_equals_a_clean_build(dinas: Dinas, change: str) -> None:
    act, pilihan = CHANGES[change]
    act(dinas)
    again = dinas.bangun("lama", **pilihan)
    clean = dinas.bangun_bersih(**pilihan)
    assert clean.used == 0
    assert len(dinas.files("bersih")) > 8
    assert dinas.files("lama") == dinas.files("bersih")
    assert again.set_aside == ()
    if change == "nothing":
        assert (again.new, again.used) == (0, len(again.dokumen))


@pytest.mark.parametrize("change", ["version", "sources", "libraries"])
def test_another_program_fills_everything_again(dinas: Dinas, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    if change == "version":
        monkeypatch.setattr(build, "__version__", "9.9.9")
    elif change == "sources":
        monkeypatch.setattr(reuse, "_sources", lambda parts: [b"lain"])
    else:
        monkeypatch.setattr(reuse, "_installed", lambda: {"lxml": "99"})
    assert dinas.bangun("lama").used == 0
    dinas.bangun("bersih")
    assert dinas.files("lama") == dinas.files("bersih")


def test_changes_one_after_the_other_end_at_a_clean_build(dinas: Dinas) -> None:
    for act, pilihan in CHANGES.values():
        act(dinas)
        made = dinas.bangun("lama", **pilihan)
        assert made.failed == ()
    dinas.bangun("lama")
    dinas.bangun_bersih()
    assert dinas.files("lama") == dinas.files("bersih")


def test_only_what_hangs_on_the_changed_cell_is_filled(dinas: Dinas) -> None:
    first = dinas.bangun("lama")
    dinas.ubah_buku(put("Pejabat!D6", "199004042015012905"))  # NIP of the one who signs the last PK only
    again = dinas.bangun("lama")
    own = 4  # his PK, Rencana Aksi and SKP, and the table of all SKPs
    lists = 1  # of those who sign, filled again: it knows him, and does not print his NIP
    assert (again.new, again.used) == (own, len(first.dokumen) - own - lists)
    dinas.ubah_buku(put("Pejabat!D6", "199004042015012905"), put("Program!H2", "DAK"))
    assert dinas.bangun("lama").used < len(first.dokumen)


def test_everything_is_filled_again_when_asked(dinas: Dinas) -> None:
    before = dinas.files("lama")
    made = dinas.bangun("lama", ulang=True)
    assert (made.new, made.used) == (0, 0)
    assert dinas.files("lama") == before


@pytest.mark.parametrize("isi", [b"", b"rusak", None], ids=["empty", "other", "gone"])
def test_document_that_is_not_what_was_built_is_made_again_and_named(dinas: Dinas, isi: bytes | None) -> None:
    before = dinas.files("lama")
    name = next(name for name in before if name.startswith("PK"))
    path = dinas.folder / "lama" / "b" / name
    if isi is None:
        path.unlink()
    else:
        path.write_bytes(isi)
    made = dinas.bangun("lama")
    assert [one.path for one in made.set_aside] == ([] if isi is None else [Path(name).as_posix()])
    assert made.new == 1
    assert not_aside(dinas.files("lama")) == before


def test_document_with_the_right_size_and_time_but_other_bytes_is_found(dinas: Dinas) -> None:
    import os

    path = next((dinas.folder / "lama" / "b" / "PK").rglob("*.docx"))
    data, stat = path.read_bytes(), path.stat()
    path.write_bytes(data[:100] + bytes([data[100] ^ 1]) + data[101:])
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert dinas.bangun("lama").new == 1
    assert path.read_bytes() == data


def test_edited_documents_are_named_by_the_command(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    here("b.xlsx", cwd=tmp_path)
    path = next((tmp_path / "build").rglob("PK_*JPT*.docx"))
    doc = Document(str(path))
    doc.add_paragraph("tambahan tangan")
    doc.save(str(path))
    done = here("b.xlsx", cwd=tmp_path)
    assert done.returncode == 0
    assert f"{path.name} disunting tangan; suntingan akan disimpan di " in done.stderr.splitlines()[0]
    assert re.search(r"(\d+) dokumen \(1 ditulis, (\d+) tidak berubah\), \2 dipakai lagi", done.stdout)
    assert "dipakai lagi" not in here("b.xlsx", "--ulang", cwd=tmp_path).stdout


def test_forged_inputs_in_a_manifest_do_not_keep_a_foreign_document(dinas: Dinas) -> None:
    """Whoever can write the manifest can write the documents; what stands must still be what its inputs gave."""
    before = dinas.files("lama")
    path = dinas.folder / "lama" / "b" / "manifes.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    for entry in content["dokumen"]:
        entry["masukan"] = "0" * 64
    content["lolos"] = dict.fromkeys(content["lolos"], "0" * 64)
    path.write_text(json.dumps(content), encoding="utf-8")
    assert dinas.bangun("lama").used == 0
    assert dinas.files("lama") == before


def test_manifest_without_inputs_of_an_earlier_version_is_not_trusted(dinas: Dinas) -> None:
    before = dinas.files("lama")
    path = dinas.folder / "lama" / "b" / "manifes.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["lolos"]
    for entry in content["dokumen"]:
        del entry["masukan"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert dinas.bangun("lama").used == 0
    assert dinas.files("lama") == before


def test_faults_of_a_template_come_again_though_no_document_needs_it(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"a.docx": "A"})
    doc = Document()
    doc.add_paragraph("{{ judul }}{{ jdul }}")
    doc.save(str(kantor.templat / "pk.docx"))
    with pytest.raises(AssertionError, match="T04"):
        kantor.bangun({"a.docx": "A"})
    with pytest.raises(AssertionError, match="T04"):
        kantor.bangun({"a.docx": "A"})


def test_bad_logo_is_told_at_every_build(dinas: Dinas) -> None:
    rusak_logo(dinas)
    for _ in range(2):
        settings = Settings(dinas.folder / "lama", (dinas.templat,))
        pemeriksaan = understood(dinas.buku, settings)
        made = build.build(dinas.buku, pemeriksaan, settings)
        assert made.build is not None
        assert "T07" in [finding.kode for finding in pemeriksaan.temuan]


def test_workbook_that_changes_while_it_is_examined_gives_no_documents(dinas: Dinas) -> None:
    from pokin_docs.model.findings import MachineTrouble

    settings = Settings(dinas.folder / "baru", (dinas.templat,))
    pemeriksaan = understood(dinas.buku, settings)
    dinas.ubah_buku(put("Tahap 5!L5", 61))
    with pytest.raises(MachineTrouble, match=r"b\.xlsx berubah"):
        build.build(dinas.buku, pemeriksaan, settings)
    assert not (dinas.folder / "baru").exists()


def test_nothing_of_word_is_imported_where_nothing_is_filled(dinas: Dinas) -> None:
    code = (
        "import sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from pokin_docs.flow import build, examine\n"
        "from pokin_docs.model.settings import Settings\n"
        "folder = Path(sys.argv[1])\n"
        "settings = Settings(folder / 'lama', (folder / 'templat',))\n"
        "p = examine.examine(folder / 'b.xlsx', settings, pictures=True)\n"
        "made = build.build(folder / 'b.xlsx', p, settings)\n"
        "print(made.build.used, sorted({'docxtpl', 'docx'} & set(sys.modules)))\n"
    )
    made = dinas.bangun("lama")
    done = subprocess.run([sys.executable, "-c", code, str(dinas.folder)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(made.dokumen)), "[]"]
