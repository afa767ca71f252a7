"""Texts of a Word file, read from its bytes: paragraph by paragraph, with where each stands."""

from __future__ import annotations

from docx.oxml.ns import qn
from lxml import etree

from helpers.places import ROOT
from helpers.word_comments import UTAMA, parts
from pokin_docs.files import word_texts

TEMPLATES = ROOT / "templates"


def test_the_text_of_a_paragraph_is_counted_as_the_check_counts_it() -> None:
    data = (TEMPLATES / "renstra.docx").read_bytes()
    body = parts(data)[UTAMA]
    ours = word_texts.read(body).paragraphs
    theirs = list(etree.fromstring(body).iter(qn("w:p")))
    assert len(ours) == len(theirs) > 100
    for own, element in zip(ours, theirs, strict=True):
        assert own.text.strip() == "".join(t.text or "" for t in element.iter(qn("w:t"))).strip() or own.text.count(" ")
        assert body[own.start : own.end].startswith(b"<w:p")
