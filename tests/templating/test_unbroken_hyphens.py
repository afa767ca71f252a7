"""A filled document has no line that ends inside a range, a code or a word like e-Government."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from pokin_docs.templating.fill.finish import PartTraits, finish
from pokin_docs.templating.fill.language import Sandbox, print_exactly
from pokin_docs.templating.signs import MARK_END, MARK_START

_BODY = PartTraits(body=True, table=False, fragile=False, loses_namespace=False)


def filled(value: str, around: str = "<w:p {ns}><w:r><w:t>{value}</w:t></w:r></w:p>") -> str:
    return finish(around.format(ns=nsdecls("w", "a"), value=print_exactly(value)), _BODY).decode()


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("85-90", 1),
        ("2025-2029", 1),
        ("1-2-3", 2),
        ("SDI-01", 1),
        ("triwulan ke-2", 1),
        ("layanan e-Government", 1),
        ("E-SAKIP & e-office", 2),
        ("anak-anak", 0),
        ("masyarakat - 5 orang", 0),
        ("-5", 0),
        ("-", 0),
        ("use-case", 0),
        ("85–90", 0),
    ],
)
def test_only_a_hyphen_before_a_digit_or_behind_a_lone_e_holds_a_line(value: str, kept: int) -> None:
    xml = filled(value)
    assert xml.count("<w:noBreakHyphen/>") == kept
    assert Paragraph(parse_xml(xml.partition("?>")[2].strip()), None).text == value  # type: ignore[arg-type]


def test_in_a_mark_it_is_highlighted_with_the_rest() -> None:
    xml = filled(f"{MARK_START}isi E41-50{MARK_END}")
    assert xml.count("<w:highlight") == 1
    assert "<w:noBreakHyphen/>" in xml


@pytest.mark.parametrize(
    "around",
    [
        '<w:p {ns}><w:bookmarkStart w:id="1" w:name="{value}"/></w:p>',
        "<w:p {ns}><w:r><w:instrText>{value}</w:instrText></w:r></w:p>",
        "<w:p {ns}><w:r><w:delText>{value}</w:delText></w:r></w:p>",
        "<w:p {ns}><a:t>{value}</a:t></w:p>",
    ],
)
def test_where_no_sign_can_stand_it_is_the_hyphen_that_was_typed(around: str) -> None:
    xml = filled("85-90", around)
    assert "85-90" in xml
    assert "noBreakHyphen" not in xml


def test_a_filter_sees_the_hyphen_that_was_typed() -> None:
    template, _, _ = Sandbox().translate("{{ nilai|replace('-', ' s.d. ') }} {{ '1-2' in nilai }}", "x")
    assert Sandbox().fill(template, {"nilai": "1-2"}) == "1 s.d. 2 Ya"
