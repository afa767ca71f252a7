"""Templates whose parts are known: Jinja reads none of them again, and the document is that of a first run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from unittest.mock import ANY

import pytest

from helpers.word_files import kind_for, p, surat, tabel
from pokin_docs.documents.values import Text
from pokin_docs.model.findings import FindingLog
from pokin_docs.templating.fill import compile as word
from pokin_docs.templating.fill.kept_parts import KeptParts
from pokin_docs.templating.fill.language import Sandbox
from pokin_docs.templating.fill.limits import LoopChoice, LoopSpan


@dataclass(frozen=True, slots=True)
class Baris:
    nama: Text


@dataclass(frozen=True, slots=True)
class Isi:
    judul: Text
    daftar: tuple[Baris, ...]


CONTENT = Isi("Rencana", (Baris("satu"), Baris("dua")))
ROW = "<w:tr><w:tc>{}</w:tc></w:tr>"
LOOP = tabel(
    1, ROW.format(p("{%tr for x in daftar %}")), ROW.format(p("{{ x.nama }}")), ROW.format(p("{%tr endfor %}"))
)
BODY = p("{% if judul %}{{ judul }}{% else %}tanpa judul{% endif %} [Uraikan di sini.]") + LOOP


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    return tmp_path / "cache" / "pokin"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the parts that Jinja reads."""
    names: list[str] = []
    translate = Sandbox.translate

    def counted(sandbox: Sandbox, source: str, name: str) -> object:
        names.append(name)
        return translate(sandbox, source, name)

    monkeypatch.setattr(Sandbox, "translate", counted)
    return names


def filled(folder: Path, body: str = BODY, mark: str = "program") -> bytes:
    """A document of a template that has this body."""
    path, log = folder / "uji.docx", FindingLog()
    path.write_bytes(surat(body))
    form = word.compile_template(path, kind_for(Isi), None, log, checked=True, mark=mark)
    assert form is not None
    assert word.is_bounded(form, CONTENT)
    document = word.fill(form, CONTENT, "satu.docx", log)
    assert not list(log)
    return document


def test_what_is_known_is_not_read_again_and_fills_the_same(cache: Path, tmp_path: Path, read: list[str]) -> None:
    first = filled(tmp_path)
    assert read == ["uji.docx/word/document.xml"]
    assert filled(tmp_path) == first
    assert len(read) == 1


def test_another_template_or_program_knows_nothing(cache: Path, tmp_path: Path, read: list[str]) -> None:
    filled(tmp_path)
    assert filled(tmp_path, BODY.replace("tanpa", "belum ada"), "program") == filled(
        tmp_path, BODY.replace("tanpa", "belum ada"), ""
    )
    filled(tmp_path, mark="lain")
    assert len(read) == 4


def test_without_a_mark_nothing_is_kept(cache: Path, tmp_path: Path, read: list[str]) -> None:
    assert filled(tmp_path, mark="") == filled(tmp_path, mark="")
    assert len(read) == 2
    assert not cache.exists()


def test_what_a_document_can_cost_is_kept_too(cache: Path, tmp_path: Path) -> None:
    bounded = "{% if a %}{% for x in b %}{{ x }}{% endfor %}{% else %}{{ c }}{% endif %}"
    sources = (bounded, "{{ a }}", "{% macro m() %}{% endmacro %}")
    found = []
    for _ in range(2):
        kept = KeptParts("program", b"templat")
        found.append([kept.part(Sandbox(), source, source)[1:] for source in sources])
        kept.keep()
    assert found[1] == found[0] == [(frozenset("abcx"), ANY), (frozenset("a"), ANY), (frozenset(), None)]
    assert [type(spans[0]) for _, spans in found[1] if spans] == [LoopChoice, LoopSpan]


@pytest.mark.parametrize("damage", [b"", b"bukan apa-apa", b"\xff" * 200])
def test_a_damaged_memory_is_none(cache: Path, tmp_path: Path, damage: bytes) -> None:
    first = filled(tmp_path)
    for file in cache.iterdir():
        file.write_bytes(damage)
    assert filled(tmp_path) == first


@pytest.mark.parametrize("known", [1, (), (1, 2, 3), ("kode", ("a",), ())])
def test_a_part_that_was_kept_in_another_form_is_read(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: object
) -> None:
    first = filled(tmp_path)
    monkeypatch.setattr("pokin_docs.templating.fill.kept_parts._read", lambda name: _Everything(known))
    assert filled(tmp_path) == first


class _Everything(dict[str, object]):
    """Knows the same of whatever it is asked for."""

    def __init__(self, known: object) -> None:
        super().__init__()
        self.known = known

    def get(self, key: object, default: object = None) -> object:
        return self.known
