"""Nothing but texts is printed: neither by itself nor put into a text by an operator, a filter or a division."""

from __future__ import annotations

import pytest

from pokin_docs.templating.fill.language import FillFailed, Sandbox
from pokin_docs.templating.signs import MARK_END, MARK_START

VALUES = {"a": "A", "b": "B", "blank": "", "n": 5, "texts": ["p", "q"], "records": [{"n": "1"}, {"n": "2"}]}


def printed(source: str) -> str:
    """What a template prints; where it is refused, the code and the message."""
    sandbox = Sandbox()
    try:
        return sandbox.fill(sandbox.template(sandbox.translate(source, "uji")[0]), VALUES)
    except FillFailed as fault:
        return f"{fault.kode}: {fault.message}"


NO_TEXT = [
    "{{ none }}", "{{ 'a' ~ none }}", "{{ none|string }}", "{{ none|upper }}", "{{ none|trim }}", "{{ none|title }}",
    "{{ none|truncate(3) }}", "{{ none|replace('N', 'x') }}", "{{ [none]|join }}", "{{ texts|join(none) }}",
    "{{ records|join(', ') }}", "{{ records|join(', ', 'x') }}", "{{ texts ~ '' }}", "{{ texts|string }}",
    "{{ records[0] ~ '' }}", "{{ (1, 2) ~ '' }}", "{{ {} ~ '' }}", "{{ range(3) }}", "{{ range(3) ~ '' }}",
    "{{ namespace() ~ '' }}", "{{ self ~ '' }}", "{% for t in texts %}{{ loop ~ '' }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m ~ 'a' }}", "{% set x = none %}{{ x ~ 'a' }}", "{{ texts|list ~ '' }}",
    "{{ texts|map('list')|join }}", "{{ [1]|map(attribute='x', default=none)|join }}",
]  # fmt: skip


@pytest.mark.parametrize("source", NO_TEXT)
def test_what_is_no_text_is_refused(source: str) -> None:
    said = printed(source)
    assert said.startswith(("T03", "T04"))
    assert "None" not in said


@pytest.mark.parametrize("source", ["{{ 10 / 3 }}", "{{ 0.1 + 0.2 }}", "{{ 1 / 3 ~ '' }}", "{{ [0.1, 0.2]|sum }}", "{{ 1e300 }}",
                                    "{{ (10 / 3)|angka }}", "{{ (10 / 3)|string }}"])  # fmt: skip
def test_a_long_fraction_is_refused_with_what_to_write(source: str) -> None:
    assert "|angka(2)" in printed(source)


HABITS = {
    "{{ blank or '-' }}": "-", "{{ a ~ ', ' ~ b }}": "A, B", "{{ n ~ '.' }}": "5.", "{{ texts|join(', ') }}": "p, q",
    "{{ records|join(', ', 'n') }}": "1, 2", "{{ records|map(attribute='n')|join('; ') }}": "1; 2",
    "{% for t in texts %}{{ loop.index ~ '. ' }}{{ t|upper }}{{ loop.index0 + 1 }}{% endfor %}": "1. P12. Q2",
    "{% set ns = namespace(k=0) %}{% for t in texts %}{% set ns.k = ns.k + 1 %}{% endfor %}{{ ns.k ~ '' }}": "2",
    "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m('a') ~ 'b' }}": "[a]b", "{{ 10 / 2 }}": "5", "{{ 2.5 }}": "2.5",
    "{{ (10 / 3)|angka(2) }}": "3,33", "{{ '<' ~ a }}": "&lt;A", "{{ ['a', '<']|join('&') }}": "a&amp;&lt;",
    "{{ ['<'|e, a]|join }}": "&lt;A", "{{ a|lower|capitalize }}": "A", "{{ texts|map('upper')|join('/') }}": "P/Q", "{{ 'ya' if n else 'tidak' }}": "ya",
}  # fmt: skip


@pytest.mark.parametrize(("source", "text"), HABITS.items())
def test_what_honest_templates_write_stays(source: str, text: str) -> None:
    assert printed(source) == text


@pytest.mark.parametrize(
    ("how", "text"), [("upper", "KEPALA {}, X"), ("title", "Kepala {}, X"), ("lower", "kepala {}, x")]
)
def test_letters_of_a_mark_stay_as_they_are(how: str, text: str) -> None:
    """It names a cell, and is looked for by its text."""
    mark = f"{MARK_START}[Jabatan belum diisi: Pejabat!E3]{MARK_END}"
    assert printed(f"{{{{ 'kepala {mark}, x'|{how} }}}}") == text.format(mark)
