"""README and the manual held against the code: what they name exists, and what exists is named."""

from __future__ import annotations

import json
import re
import typing
from dataclasses import is_dataclass
from pathlib import Path

import click
import pytest

from helpers.places import ROOT
from pokin_docs.cli import main, options
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.flow.groups import all_groups
from pokin_docs.model.catalogue import CATALOGUE
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.locations import template_folders
from pokin_docs.model.settings import Settings
from pokin_docs.model.workbook_spec import IDENTITAS_TITLE, LEMBAR
from pokin_docs.report import texts

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PANDUAN = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
DOCS = {"README.md": README, "docs/panduan.md": PANDUAN}

# Options of other programs that README names beside ours.
OF_OTHERS = {"--check", "--strict", "--group"}
# Cells of the workbook that look like codes.
CELLS = {"D35"}
COMMANDS = {name: command for name, command in main.cli.commands.items() if not command.hidden}


def section(text: str, title: str) -> str:
    """The text under one heading of level two."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"no section {title!r}"
    return found[1]


def options_of(command: click.Command) -> set[str]:
    return {name for param in command.params if isinstance(param, click.Option) for name in param.opts}


def fences(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", DOCS)
def test_every_option_named_exists(name: str) -> None:
    known = set().union(*(options_of(command) for command in (main.cli, *COMMANDS.values()))) | {"--help"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", DOCS[name])) - OF_OTHERS
    assert {"--final", "--tahun"} <= named
    assert named <= known


def test_readme_gives_every_option_to_the_commands_that_have_it() -> None:
    rows = re.findall(
        r"^\| `(--[a-z][a-z-]*)[^|]*\| (`[^|]*) \|", section(README, "Commands and options"), re.MULTILINE
    )
    told = {(option, command) for option, commands in rows for command in re.findall(r"`(\w+)`", commands)}
    real = {(option, name) for name, command in COMMANDS.items() for option in options_of(command)}
    assert len(real) > 5
    assert told == real


@pytest.mark.parametrize("name", DOCS)
def test_every_command_named_exists(name: str) -> None:
    words = set(re.findall(r"(?:py|python3?) (?:\.\.[\\/])?pipeline\.py ([a-z]+)\b(?![\\/.])", DOCS[name]))
    words |= set(re.findall(r"`(?:uv run )?pokin ([a-z]+)", DOCS[name]))
    assert {"periksa", "mulai"} & words
    assert words <= COMMANDS.keys()


def test_readme_names_every_command_and_the_two_to_start_with() -> None:
    table = section(README, "Commands and options")
    assert len(COMMANDS) >= 4
    assert [name for name in COMMANDS if f"pipeline.py {name}" not in table and f"(`{name}`)" not in table] == []
    assert "python3 pipeline.py\npython3 pipeline.py uji\n" in fences(README)


def test_not_yet_there_is_really_not_there() -> None:
    absent = set(re.findall(r"`(\w+)`", section(README, "Not there yet")))
    assert absent, "the section can go"
    assert not absent & COMMANDS.keys()


def test_readme_tells_the_exit_codes_of_the_command_line() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    constants = (options.SELESAI, options.GALAT_BUKU, options.SALAH_PAKAI, options.GALAT_TEMPLAT, options.GALAT_MESIN)
    assert told == {*constants, 130}


@pytest.mark.parametrize("name", DOCS)
def test_every_finding_code_named_exists(name: str) -> None:
    named = set(re.findall(r"\b[BSXWIPNLTDK]\d{2}\b", DOCS[name])) - CELLS
    assert len(named) > 3
    assert named <= CATALOGUE.keys()


def test_the_manual_quotes_findings_as_the_program_says_them() -> None:
    quoted = re.findall(
        r"^ +(?:[A-Z]+\d+|-) +(galat|peringatan|saran) ([A-Z]\d{2,3}): (.+)\n +→ (.+)$", PANDUAN, re.MULTILINE
    )
    assert len(quoted) > 8
    for tingkat, kode, pesan, saran in quoted:
        entry = CATALOGUE[kode]
        assert tingkat == entry.severity.value or (entry.refused_by_final and tingkat == "galat"), kode
        assert re.fullmatch(pattern_of(entry.message), pesan), kode
        assert re.fullmatch(pattern_of(entry.saran), saran), kode


def pattern_of(text: str) -> str:
    """The text of the catalogue as a pattern, anything in the places of its details."""
    return "".join(".*" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{\w+\})", text))


def test_other_messages_quoted_are_in_the_code() -> None:
    files = (ROOT / "pokin_docs" / name for name in ("cli/main.py", "cli/bangun.py", "cli/mulai.py", "cli/options.py"))
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    for words in (
        "sudah ada; pilih folder lain agar tidak tertimpa.",
        "tidak dapat diganti; tutup berkas itu di ",
        "tidak ada dokumen yang ditulis karena",
        "Mungkin maksudnya",
        "Ada kesalahan di dalam program ini",
        "Memori komputer tidak cukup",
    ):
        assert words in PANDUAN
        assert words in source


def test_the_map_names_every_package_and_the_few_files_to_read_first() -> None:
    paths = mapped_paths(fences(section(README, "Map of the code"))[0])
    assert 30 < len(paths) < 60
    assert [path for path in paths if not (ROOT / path).exists()] == []
    packages = {path for path in (ROOT / "pokin_docs").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {path.relative_to(ROOT).as_posix() + "/" for path in packages} <= set(paths)


def mapped_paths(block: str) -> list[str]:
    """Every path of the map, from its indentation; two blanks part names from their meaning."""
    folders: dict[int, str] = {}
    paths: list[str] = []
    for line in block.splitlines():
        indent = len(line) - len(line.lstrip())
        names = re.split(r"  +", line.strip())[0].split()
        parent = folders[indent - 2] if indent else ""
        paths += [parent + name for name in names]
        if names[0].endswith("/"):
            folders[indent] = parent + names[0]
    return paths


@pytest.mark.parametrize("name", DOCS)
def test_files_named_in_the_text_exist(name: str) -> None:
    folder = (ROOT / name).parent
    links = [link for link in re.findall(r"\]\(([^)]+)\)", DOCS[name]) if "://" not in link]
    pictures = [link for link in links if link.endswith(".png")]
    assert pictures
    assert [link for link in links if not (folder / link).exists()] == []
    assert all((folder / picture).stat().st_size < 200_000 for picture in pictures)


def test_files_named_in_the_readme_exist() -> None:
    named = set(re.findall(r"`(?:[\w/.]+ )?((?:pokin_docs|scripts|tests|inputs|templates)/[\w./-]*)`", README))
    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_no_picture_is_left_over() -> None:
    pictures = {path.name for path in (ROOT / "docs" / "gambar").iterdir()}
    assert pictures
    assert [name for name in pictures if f"gambar/{name}" not in PANDUAN + README] == []


def test_names_of_code_in_the_readme_exist() -> None:
    named = set(re.findall(r"`(\w+_LABELS|RULES|Kolom)`", README))
    assert {"KOMPONEN_LABELS", "RULES"} <= named
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pokin_docs").rglob("*.py"))
    assert [name for name in named if not re.search(rf"^(?:class )?{name}\b", source, re.MULTILINE)] == []


def test_every_placeholder_of_the_manual_exists() -> None:
    text = section(PANDUAN, "8. Mengubah templat Word")
    scope: dict[str, object] = {}
    for var, path in re.findall(r"\{%\w* for (\w+) in ([\w.]+) %\}", text):
        scope[var] = item_of(field_type(path, scope))
    named = set(re.findall(r"`\{\{ ([\w.]+) \}\}`", text)) - {"logo"}
    assert len(named) > 20
    assert len(scope) == 3
    for path in named:
        field_type(path, scope)


def field_type(path: str, scope: dict[str, object]) -> object:
    """Type of a placeholder in the PK, else in the Renstra; fails when neither has it."""
    first, *rest = path.split(".")
    own = typing.get_type_hints(PerjanjianKinerja) | typing.get_type_hints(Renstra) | scope
    assert first in own, path
    found = own[first]
    for name in rest:
        assert is_dataclass(found), path
        hints = typing.get_type_hints(found)
        assert name in hints, path
        found = hints[name]
    return found


def item_of(kind: object) -> object:
    return typing.get_args(kind)[0]


def test_the_manual_names_every_sheet() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", section(PANDUAN, "5. Mengisi buku kerja"), re.MULTILINE)
    assert [title for title in (IDENTITAS_TITLE, *(lembar.title for lembar in LEMBAR)) if title not in rows] == []


@pytest.mark.parametrize("name", DOCS)
def test_templates_per_class_are_named_as_they_are_looked_for(name: str) -> None:
    assert set(re.findall(r"`(pk-[\w-]+\.docx)`", DOCS[name])) == {f"pk-{jenis.value}.docx" for jenis in JenisPk}


@pytest.mark.parametrize("name", DOCS)
def test_groups_of_documents_are_named(name: str) -> None:
    row = re.search(r"^\| `--hanya.*$", DOCS[name], re.MULTILINE)
    assert row
    assert all(f"`{group}`" in row[0] for group in all_groups(KINDS))


@pytest.fixture(scope="module")
def example() -> Understood:
    found = examine(EXAMPLE, Settings(Path("build"), template_folders(ROOT / "templates")))
    assert isinstance(found, Understood)
    return found


def test_the_json_of_the_readme_has_the_keys_of_the_program(example: Understood) -> None:
    told = json.loads(next(block for block in fences(README) if block.startswith("{")))
    real = texts.as_data(EXAMPLE.name, example.temuan, example.waived, example.plan, final=False)
    assert list(told) == [*real, "valid", "suntingan", "terbaca"]
    assert list(told["suntingan"][0]) == ["berkas", "ke"]
    assert list(told["temuan"][0]) == list(real["temuan"][0])
    assert (told["jumlah"], told["jumlah_sebab"]) == (real["jumlah"], real["jumlah_sebab"])
    assert told["cakupan"][0] == real["cakupan"][0]


def test_the_manual_quotes_the_example_as_it_is(example: Understood) -> None:
    assert f"{EXAMPLE.name}: {texts.summary(example.temuan, example.waived, final=False)}\n" in PANDUAN
    number = len(example.plan.dokumen)
    assert f"{number} dokumen ({number} ditulis, 0 tidak berubah)" in PANDUAN
    assert f"{number} dokumen (0 ditulis, {number} tidak berubah)" in PANDUAN
    coverage = re.findall(r"^  (?:Kelengkapan|Tujuan|Sasaran).*(?: \d+| pagu)$", PANDUAN, re.MULTILINE)
    assert len(coverage) == 4
    assert coverage == list(texts.coverage_lines(example.plan))[:4]


def test_the_changelog_names_the_version() -> None:
    from pokin_docs import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
