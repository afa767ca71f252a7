"""What the filling would refuse to print is told at its place before; what offices write by habit is not."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from helpers.small_content import Isi
from helpers.word_files import kind_for, p, surat
from pokin_docs.model.catalogue import message
from pokin_docs.templating.fill.compile import examine_template
from pokin_docs.templating.fill.language import Sandbox


def told(folder: Path, *texts: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Code, message and proposals of each finding of a template with these paragraphs."""
    path = folder / "uji.docx"
    path.write_bytes(surat("".join(p(escape(text, quote=False)) for text in texts)))
    found = examine_template(path, kind_for(Isi)).temuan
    return [(entry.temuan.kode, message(entry.temuan), entry.proposals) for entry in found]


REFUSED = {
    "{{ none }}": "none bukan isian",
    "{{ judul ~ none }}": "none bukan isian",
    "{{ none|upper }}": "none bukan isian",
    "{{ judul if judul else none }}": "none bukan isian",
    "{{ judul or none }}": "none bukan isian",
    "{{ pihak_pertama ~ '' }}": "pihak_pertama bukan teks",
    "{{ 'a' ~ daftar_tahun }}": "daftar_tahun adalah daftar",
    "{{ daftar_sasaran|string }}": "daftar_sasaran adalah daftar",
    "{{ daftar_sasaran|join(', ') }}": "daftar_sasaran adalah daftar",
    "{{ range(3) }}": "range() bukan teks",
    "{{ namespace() ~ 'a' }}": "namespace() bukan teks",
    "{{ 10 / 3 }}": "pecahan panjang",
    "{{ 'a' ~ 10 / 3 }}": "pecahan panjang",
    "{{ judul|length / 3 }}": "pecahan panjang",
    "{{ [judul, 'a'] }}": "tanda kurung",
    "{{ {'a': judul} }}": "tanda kurung",
}


@pytest.mark.parametrize(("tag", "said"), REFUSED.items())
def test_what_is_no_text_is_told_in_place_and_what_is_proposed_is_without_fault(
    tmp_path: Path, tag: str, said: str
) -> None:
    found = told(tmp_path, "Pengantar.", tag)
    assert [kode for kode, _, _ in found] == ["T03"]
    assert said in found[0][1]
    for proposal in found[0][2]:
        assert told(tmp_path, proposal) == []


HABITS = [
    "{{ judul or '-' }}", "{{ judul|default('-') }}", "{{ judul|default('-', true) }}",
    "{{ judul ~ ', ' ~ pihak_pertama.nama }}", "{{ daftar_tahun|join(', ') }}", "{{ daftar_tahun|first }}",
    "{{ daftar_sasaran|map(attribute='sasaran')|join('; ') }}", "{{ daftar_sasaran|join(', ', attribute='sasaran') }}",
    "{% for t in daftar_tahun %}{{ loop.index }}. {{ loop.index0 + 1 }}{{ loop.index ~ '. ' ~ t }}{% endfor %}",
    "{% set ns = namespace(n=0) %}{% for t in daftar_tahun %}{% set ns.n = ns.n + 1 %}{{ ns.n ~ '.' }}{% endfor %}",
    "{% set nama = pihak_pertama.nama %}{{ nama|upper }}", "{% set x = judul ~ '!' %}{{ x }}",
    "{{ 'tanpa' if judul is none else judul }}", "{{ (daftar_tahun|length / 2)|angka(1) }}", "{{ 7 // 2 }}",
    "{{ daftar_tahun|length ~ ' tahun' }}", "{{ (judul|length * 2) ~ '' }}",
]  # fmt: skip


@pytest.mark.parametrize("text", HABITS)
def test_what_offices_write_by_habit_is_without_fault(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize("tag", ["{{ '%s' % judul }}", "{{ '-' * 3 }}"])
def test_a_text_is_no_number_to_calculate_with(tmp_path: Path, tag: str) -> None:
    found = told(tmp_path, tag)
    assert [(kode, "hanya untuk bilangan" in said) for kode, said, _ in found] == [("T03", True)]


DEEP = ["judul" + "|upper" * 3_000, "(" * 3_000 + "judul" + ")" * 3_000, "judul" + "[0]" * 3_000, "1" + " + 1" * 3_000,
        "judul" + ".a" * 3_000, "1 if 1 else " * 300 + "1", "judul or " * 300 + "1", "not " * 3_000 + "1"]  # fmt: skip


@pytest.mark.parametrize("expression", DEEP, ids=lambda text: text[:9])
def test_an_expression_without_end_is_told_as_one(tmp_path: Path, expression: str) -> None:
    assert [(kode, "terlalu dalam" in said) for kode, said, _ in told(tmp_path, f"{{{{ {expression} }}}}")] == [
        ("T03", True)
    ]


@pytest.mark.parametrize(("count", "refused"), [(90, False), (201, True)])
def test_filters_and_choices_may_be_as_many_as_python_reads(count: int, refused: bool) -> None:
    for source in ("{{ judul" + "|upper" * count + " }}", "{{ " + "judul or " * count + "'-' }}"):
        assert bool(Sandbox().fault_of(source)) is refused


@pytest.mark.parametrize(("count", "refused"), [(19, False), (21, True)])
def test_loops_are_inside_each_other_as_deep_as_python_allows(tmp_path: Path, count: int, refused: bool) -> None:
    loops = "{% for t in daftar_tahun %}" * count + "{% endfor %}" * count
    assert [kode for kode, _, _ in told(tmp_path, loops)] == ["T03"] * refused


def test_half_a_character_is_none() -> None:
    assert "bukan huruf" in Sandbox().fault_of(r"{{ 'a\ud800' }}")
    assert Sandbox().fault_of(r"{{ '\u00e9' }}") == ""
