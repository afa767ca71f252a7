"""``suntingan``: what was set aside is listed, and put back as a copy that no build touches."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from docx import Document

from helpers.command_line import POSIX, files_of, here
from helpers.workbooks import write
from pokin_docs.render.aside import is_restored

FIRST, SECOND = "2026-01-05_0930", "2026-01-05_0930-2"


def lay(folder: Path, where: str, text: str = "isi") -> Path:
    path = folder / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build folder in which two files were set aside in the same minute, one of them twice."""
    folder = tmp_path / "build" / "b"
    lay(folder, "manifes.json", "{}")
    lay(folder, "Renstra/Bab-2.docx", "baru")
    lay(folder, f"suntingan/{FIRST}/Renstra/Bab-2.docx", "pertama")
    lay(folder, f"suntingan/{SECOND}/Renstra/Bab-2.docx", "kedua")
    lay(folder, f"suntingan/{SECOND}/koreksi.xlsx", "x" * 12_345)
    return folder


def test_the_list_names_time_path_size_and_whether_a_file_lies_there_now(build: Path) -> None:
    done = here("suntingan", cwd=build.parent.parent)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"{Path('build/b/suntingan') / FIRST}:",
        "  Renstra/Bab-2.docx (7 byte; berkas yang sekarang ada)",
        f"{Path('build/b/suntingan') / SECOND}:",
        "  Renstra/Bab-2.docx (5 byte; berkas yang sekarang ada)",
        "  koreksi.xlsx (12 kB; sekarang tidak ada berkasnya)",
        "Untuk menyalin satu ke sebelah berkas yang sekarang, misalnya yang terakhir:",
        f"  pokin suntingan --kembalikan {SECOND}/koreksi.xlsx",
    ]


def test_the_command_that_is_proposed_works_where_the_user_stands(build: Path) -> None:
    home = build.parent.parent
    *_, proposed = here("suntingan", "build/b", cwd=home).stdout.splitlines()
    assert here(*proposed.split()[1:], cwd=home).returncode == 0
    assert (build / f"koreksi (suntingan {SECOND}).xlsx").is_file()


@pytest.mark.parametrize("folder", ["build", "build/b", "build/b/suntingan"])
def test_a_build_folder_is_named_or_the_one_around_it(build: Path, folder: str) -> None:
    lines = here("suntingan", folder, cwd=build.parent.parent).stdout.splitlines()
    assert sum(line.startswith("  Renstra/") for line in lines) == 2


def test_times_are_in_their_order_also_beyond_nine(build: Path) -> None:
    lay(build, "suntingan/2026-01-05_0930-10/a.docx")
    lay(build, "suntingan/2025-12-31_2359/a.docx")
    lines = here("suntingan", "build/b", cwd=build.parent.parent).stdout.splitlines()
    stamps = [Path(line.removesuffix(":")).name for line in lines if line.endswith(":") and line[0] != "U"]
    assert stamps == ["2025-12-31_2359", FIRST, SECOND, "2026-01-05_0930-10"]


def test_it_is_said_when_there_is_nothing(tmp_path: Path) -> None:
    lay(tmp_path, "build/b/manifes.json", "{}")
    done = here("suntingan", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Tidak ada suntingan yang disimpan di build.\n")
    assert here("suntingan", "--kembalikan", "a.docx", cwd=tmp_path).returncode == 2
    missing = here("suntingan", "bild", cwd=tmp_path)
    assert missing.returncode == 2
    assert "Tidak ada folder bild" in missing.stderr


@pytest.mark.parametrize(
    "name",
    [
        "koreksi.xlsx",
        "koreksi",
        "KOREKSI.xlsx",
        f"{SECOND}/koreksi.xlsx",
        f"b/suntingan/{SECOND}/koreksi.xlsx",
        f"build/b/suntingan/{SECOND}/koreksi.xlsx",
        f".\\suntingan\\{SECOND}\\koreksi.xlsx",
    ],
)
def test_a_copy_is_put_back_under_a_name_of_its_own(build: Path, name: str) -> None:
    before = files_of(build)
    done = here("suntingan", "--kembalikan", name, cwd=build.parent.parent)
    assert done.returncode == 0, done.stderr
    new = f"koreksi (suntingan {SECOND}).xlsx"
    assert files_of(build) == {**before, new: b"x" * 12_345}
    assert str(Path("build/b") / new) in done.stdout
    assert is_restored(new)


def test_nothing_is_ever_written_over(build: Path) -> None:
    for text in ("satu", "dua", "tiga"):
        lay(build, f"suntingan/{FIRST}/Renstra/Bab-2.docx", text)
        assert here("suntingan", "--kembalikan", f"{FIRST}/Renstra/Bab-2.docx", cwd=build.parent.parent).returncode == 0
    name = f"Bab-2 (suntingan {FIRST})"
    copies = {path.name: path.read_text() for path in (build / "Renstra").iterdir()}
    assert copies == {
        "Bab-2.docx": "baru", f"{name}.docx": "satu", f"{name} (2).docx": "dua", f"{name} (3).docx": "tiga"
    }  # fmt: skip
    assert all(is_restored(path) for path in copies if path != "Bab-2.docx")


def test_what_lies_there_already_is_not_copied_again(build: Path) -> None:
    """Neither beside the present file nor where it is the present file."""
    office, name = build.parent.parent, f"{FIRST}/Renstra/Bab-2.docx"
    assert "Disalin" in here("suntingan", "--kembalikan", name, cwd=office).stdout
    before = files_of(build)
    again = here("suntingan", "--kembalikan", name, cwd=office)
    assert again.returncode == 0
    copy = Path("build/b/Renstra") / f"Bab-2 (suntingan {FIRST}).docx"
    assert again.stdout == f"Isi yang sama sudah ada di {copy}; tidak ada yang disalin.\n"
    lay(build, "Renstra/Bab-2.docx", "kedua")
    there = here("suntingan", "--kembalikan", f"{SECOND}/Renstra/Bab-2.docx", cwd=office)
    assert f"sudah ada di {Path('build/b/Renstra/Bab-2.docx')};" in there.stdout
    assert files_of(build).keys() == before.keys()


def test_the_folder_of_a_document_that_is_gone_is_made_again(build: Path) -> None:
    lay(build, f"suntingan/{FIRST}/PK/JPT/PK_2025.docx", "lama")
    assert here("suntingan", "--kembalikan", "PK_2025.docx", cwd=build.parent.parent).returncode == 0
    assert (build / "PK" / "JPT" / f"PK_2025 (suntingan {FIRST}).docx").read_text() == "lama"


def test_a_name_that_fits_several_or_none_is_refused_and_says_which_there_are(build: Path) -> None:
    before = files_of(build)
    several = here("suntingan", "--kembalikan", "Bab-2.docx", cwd=build.parent.parent)
    assert several.returncode == 2
    assert all(f"b/suntingan/{stamp}/Renstra/Bab-2.docx" in several.stderr for stamp in (FIRST, SECOND))
    slip = here("suntingan", "--kembalikan", "koreski.xlsx", cwd=build.parent.parent)
    assert slip.returncode == 2
    assert "Mungkin maksudnya 'koreksi.xlsx'?" in slip.stderr
    assert here("suntingan", "--kembalikan", cwd=build.parent.parent).returncode == 2
    assert here("suntingan", "--kembalikan", "../../rahasia.docx", cwd=build.parent.parent).returncode == 2
    assert files_of(build) == before


def test_without_a_name_the_only_one_is_put_back(tmp_path: Path) -> None:
    lay(tmp_path, f"build/b/suntingan/{FIRST}/a.docx")
    assert here("suntingan", "--kembalikan", cwd=tmp_path).returncode == 0
    assert (tmp_path / "build" / "b" / f"a (suntingan {FIRST}).docx").is_file()


@POSIX
def test_no_link_is_followed_out_of_the_folder(build: Path, tmp_path: Path) -> None:
    secret = lay(tmp_path, "luar/rahasia.docx")
    (build / "suntingan" / FIRST / "tautan.docx").symlink_to(secret)
    (build / "suntingan" / FIRST / "luar").symlink_to(secret.parent)
    (build / "suntingan" / "2026-02-02_0202").symlink_to(secret.parent)
    assert "rahasia" not in here("suntingan", cwd=tmp_path).stdout
    assert "tautan" not in here("suntingan", cwd=tmp_path).stdout
    (build / "Renstra" / "Bab-2.docx").unlink()
    (build / "Renstra").rmdir()
    (build / "Renstra").symlink_to(secret.parent)
    done = here("suntingan", "--kembalikan", f"{FIRST}/Renstra/Bab-2.docx", cwd=tmp_path)
    assert done.returncode == 4
    assert [path.name for path in secret.parent.iterdir()] == ["rahasia.docx"]


@POSIX
def test_a_copy_that_cannot_be_written_is_said_and_nothing_is_half_there(build: Path) -> None:
    if os.geteuid() == 0:
        lay(build, f"suntingan/{FIRST}/koreksi.xlsx/a.docx")
        lay(build, "koreksi.xlsx", "berkas, bukan folder")
        name = "a.docx"
    else:
        (build / "Renstra").chmod(0o500)
        name = f"{FIRST}/Renstra/Bab-2.docx"
    before = files_of(build)
    done = here("suntingan", "--kembalikan", name, cwd=build.parent.parent)
    assert done.returncode == 4
    assert "suntingannya tetap ada" in done.stderr
    assert files_of(build) == before


# With a build


def test_what_was_typed_comes_back_and_no_build_touches_it(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    write(tmp_path / "inputs" / "b.xlsx")
    assert here("--hanya", "pk", cwd=tmp_path).returncode == 0
    pk = min((tmp_path / "build" / "b" / "PK").rglob("*.docx"))
    made = pk.read_bytes()
    document = Document(str(pk))
    document.add_paragraph("diketik sendiri")
    document.save(str(pk))
    typed = pk.read_bytes()
    again = here("--hanya", "pk", cwd=tmp_path)
    assert again.returncode == 0
    assert f"{pk.name} disunting tangan" in again.stdout + again.stderr
    assert pk.read_bytes() == made
    assert pk.name in here("suntingan", cwd=tmp_path).stdout
    assert here("suntingan", "--kembalikan", cwd=tmp_path).returncode == 0
    (copy,) = set(pk.parent.glob("*suntingan*"))
    assert copy.read_bytes() == typed
    whole = files_of(tmp_path / "build")
    assert here("--hanya", "pk", "--ulang", cwd=tmp_path).returncode == 0
    assert files_of(tmp_path / "build") == whole
    checked = here("manifes", "--periksa", cwd=tmp_path)
    assert (
        f"salinan suntingan, tidak disentuh: {copy.relative_to(tmp_path / 'build' / 'b').as_posix()}" in checked.stdout
    )
    assert "bukan dari program ini" not in checked.stdout
    assert checked.returncode == 0
