"""Runs of rich text: how they look, what they say, and the breaks that they begin or end with."""

from __future__ import annotations

import re

from lxml import etree

from pokin_docs.model.texts import UNPRINTABLE
from pokin_docs.narrative.source import SourceDocument, W, is_on, value

BREAK = '<w:br w:type="page"/>'
_RUN = r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
_EMPTY_RUN, _FIRST_BREAK = re.compile(f"{_RUN}</w:r>"), re.compile(f"({_RUN}){BREAK}")
_LAST_BREAK = f"{BREAK}</w:r>"


def formatting_of(source: SourceDocument, run: etree._Element, *, bold: bool, italic: bool) -> str:
    """The properties of a run of the source as far as they are kept.

    Args:
        source: The document.
        run: The run.
        bold: Whether its paragraph is bold.
        italic: Whether its paragraph is in italics.
    """
    own = run.find(W + "rPr")
    style = value(own.find(W + "rStyle")) if own is not None else ""
    for entry in reversed(source.chain(style)):
        bold, italic = entry.switches.get("b", bold), entry.switches.get("i", italic)
    if own is None:
        return f"<w:rPr>{'<w:b/>' * bold}{'<w:i/>' * italic}</w:rPr>" if bold or italic else ""
    bold = is_on(own.find(W + "b")) if own.find(W + "b") is not None else bold
    italic = is_on(own.find(W + "i")) if own.find(W + "i") is not None else italic
    made = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    made += "".join(f"<w:{name}/>" for name in ("caps", "smallCaps", "strike") if is_on(own.find(W + name)))
    made += '<w:u w:val="single"/>' if is_on(own.find(W + "u")) else ""
    raised = value(own.find(W + "vertAlign"))
    made += f'<w:vertAlign w:val="{raised}"/>' if raised in ("superscript", "subscript") else ""
    return f"<w:rPr>{made}</w:rPr>" if made else ""


def without_outer_breaks(inner: str) -> tuple[bool, str, bool]:
    """Whether runs begin with a break of the page, the runs without these, and whether they end with one."""
    begins = ends = False
    while (first := _FIRST_BREAK.match(inner)) is not None:
        inner, begins = _EMPTY_RUN.sub("", first[1] + inner[first.end() :]), True
    while inner.endswith(_LAST_BREAK):
        inner, ends = _EMPTY_RUN.sub("", inner.removesuffix(_LAST_BREAK) + "</w:r>"), True
    return begins, inner, ends


def clean(text: str) -> str:
    """A text without signs that no document may hold."""
    return UNPRINTABLE.sub("", text)


def plain(inner: str) -> str:
    """What runs say."""
    text = re.sub(r"<w:(?:tab|br)[^>]*/>", " ", inner).replace("<w:noBreakHyphen/>", "-")
    text = re.sub(r"<[^>]+>", "", text)
    return " ".join(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split())
