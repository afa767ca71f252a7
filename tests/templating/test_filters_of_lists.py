"""Filters that need a list: over a text they would go through its letters («P, a, r, i, n, g, i, n»)."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from pokin_docs.documents.kinds import KINDS
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Severity
from pokin_docs.render.write import examine_template
from pokin_docs.templating.faults import TemplateFinding

_PK = next(kind for kind in KINDS if kind.kode == "pk")
_OF_FORM = ("T10", "T11")


def told(tmp_path: Path, text: str) -> list[TemplateFinding]:
    doc = docx.Document()
    doc.add_paragraph(text)
    doc.save(str(tmp_path / "pk.docx"))
    return [found for found in examine_template(tmp_path / "pk.docx", _PK).temuan if found.temuan.kode not in _OF_FORM]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("{{ tempat|join(', ') }}", "{{ tempat }}"),
        ("{{ pihak_pertama.nama|first }}", "{{ pihak_pertama.nama }}"),
        ("{{ tempat|sort|join(', ')|upper }}", "{{ tempat|upper }}"),
        ("{{ tempat|upper|reverse }}", "{{ tempat|upper }}"),
        ("{{ tempat|length }}", "{{ tempat }}"),
        ("{{ (tempat or '-')|join(', ') }}", "{{ (tempat or '-') }}"),
        ("{{ (tempat ~ tahun)|join(')') }}", "{{ (tempat ~ tahun) }}"),
        ("{{ nomor|join if nomor else '' }}", "{{ nomor if nomor else '' }}"),
        ("{% for s in daftar_sasaran %}{{ s.sasaran|list }}{% endfor %}", "{{ s.sasaran }}"),
        ("{% if tempat|first == 'P' %}x{% endif %}", None),
        ("{% if pihak_pertama|length %}x{% endif %}", None),
        ("{{ pihak_pertama|join(', ') }}", None),
    ],
)
def test_a_text_or_record_is_refused_where_a_list_is_needed(tmp_path: Path, text: str, right: str | None) -> None:
    (found,) = told(tmp_path, text)
    assert found.temuan.kode == "T03"
    assert severity(found.temuan) is Severity.GALAT
    assert "hanya untuk daftar" in str(dict(found.temuan.details)["pesan"])
    assert found.proposals[:1] == ((right,) if right else ())


@pytest.mark.parametrize(
    "text",
    [
        "{{ daftar_sasaran|map(attribute='sasaran')|join(', ') }}",
        "{{ daftar_sasaran|length }}",
        "{{ daftar_sasaran|map(attribute='sasaran')|first }}",
        "{{ tempat.split(' ')|first }}",
        "{% if tempat|length > 30 %}panjang{% endif %}",
        "{{ tempat|upper|replace('A', 'B') }}",
        "{{ [tempat, tahun]|join(', ') }}",
    ],
)
def test_lists_are_let_through(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []
