"""A copy with the safe proposals typed in: only what the check then no longer finds, all else byte for byte."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest

from helpers.command_line import here
from pokin_docs.flow.templates import CheckedTemplate, examine_templates, mended

_SHIPPED = Path(__file__).parents[2] / "templates" / "pk.docx"


def changed(tmp_path: Path, *pairs: tuple[str, str]) -> Path:
    """The shipped PK with texts of its runs replaced."""
    doc = docx.Document(str(_SHIPPED))
    for old, new in pairs:
        run = next(run for run in doc.element.body.iter(docx.oxml.ns.qn("w:t")) if old in (run.text or ""))
        run.text = (run.text or "").replace(old, new, 1)
    doc.save(str(tmp_path / "pk.docx"))
    return tmp_path / "pk.docx"


def checked(path: Path) -> CheckedTemplate:
    (found,) = examine_templates([path], "pk", [path.parent])
    return found


TAHUN, NAMA = "{{ tahun }}", "{{ pihak_pertama.nama }}"


@pytest.mark.parametrize(
    ("pairs", "typed"),
    [
        (((TAHUN, "{{ tahn }}"),), 1),
        (((TAHUN, "{{ tahun }"),), 1),
        (((NAMA, "{{ pihak_pertma.nama }}"), (TAHUN, "{{tahun]}")), 2),
        ((("{{ tempat }}, {{ tanggal }}", "{{ tempt }}, {{ tangal }}"),), 2),
        ((("{%tr for s in daftar_sasaran %}", "{%tr fro s in daftar_sasaran %}"),), 1),
    ],
    ids=["name", "brace", "two places", "two in one paragraph", "word of a loop"],
)
def test_slips_with_one_proposal_are_mended(tmp_path: Path, pairs: tuple[tuple[str, str], ...], typed: int) -> None:
    before = checked(changed(tmp_path, *pairs))
    assert before.galat
    result = mended(before)
    assert result is not None
    assert len(result.typed) == typed
    assert result.examination.temuan == ()


def test_a_name_that_may_be_several_stays_as_it_is(tmp_path: Path) -> None:
    before = checked(changed(tmp_path, (NAMA, "{{ nama }}"), (TAHUN, "{{ tahn }}")))
    result = mended(before)
    assert result is not None
    assert [old for _, old in result.typed] == ["tahn"]
    assert [found.temuan.kode for found in result.examination.temuan] == ["T04"]


def test_all_other_parts_stay_byte_for_byte(tmp_path: Path) -> None:
    path = changed(tmp_path, (TAHUN, "{{ tahn }}"))
    result = mended(checked(path))
    assert result is not None
    (tmp_path / "hasil.docx").write_bytes(result.data)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "hasil.docx") as new:
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == ["word/document.xml"]
        shown = [re.sub(rb"<w:t[^>]*>", b"<w:t>", package.read("word/document.xml")) for package in (old, new)]
        assert shown[1] == shown[0].replace(b"tahn", b"tahun")


def test_the_command_writes_the_copy_once_and_never_over_another_file(tmp_path: Path) -> None:
    path, copy = changed(tmp_path, (TAHUN, "{{ tahn }}")), tmp_path / "betul.docx"

    def run() -> int:
        return here("templat", "--untuk", "pk", "--betulkan", copy, path, cwd=tmp_path).returncode

    assert run() == 0
    assert not checked(copy).galat
    first = copy.read_bytes()
    assert (run(), copy.read_bytes()) == (0, first)
    copy.write_bytes(b"milik orang lain")
    assert (run(), copy.read_bytes()) == (2, b"milik orang lain")


def test_what_cannot_be_mended_leaves_no_copy_and_the_exit_code_of_a_fault(tmp_path: Path) -> None:
    path = changed(tmp_path, (NAMA, "{{ nama }}"))
    done = here("templat", "--untuk", "pk", "--betulkan", "b.docx", path, cwd=tmp_path)
    assert done.returncode == 3
    assert "tidak ada usul yang aman" in done.stderr
    assert not (tmp_path / "b.docx").exists()
