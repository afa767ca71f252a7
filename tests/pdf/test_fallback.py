"""Which papers the converter without LibreOffice may make: those whose pages can be told from the Word file."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import ModuleType

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK

from pokin_docs.pdf.fallback import convert_without_office, expected_pages


def _saved(made: Document) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_pages_are_those_that_a_paper_breaks_into() -> None:
    made = docx.Document()
    made.add_paragraph("pernyataan")
    assert expected_pages(_saved(made)) == 1
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    assert expected_pages(_saved(made)) == 2
    made.add_section(WD_SECTION.NEW_PAGE)
    assert expected_pages(_saved(made)) == 3
    made.add_section(WD_SECTION.CONTINUOUS)
    assert expected_pages(_saved(made)) == 3
    made.add_paragraph("lampiran").paragraph_format.page_break_before = True
    assert expected_pages(_saved(made)) == 4


def test_pages_on_their_side_and_what_is_no_word_file_need_libreoffice() -> None:
    made = docx.Document()
    made.sections[0].orientation = WD_ORIENT.LANDSCAPE
    assert expected_pages(_saved(made)) is None
    assert expected_pages(b"bukan") is None


def test_a_file_that_the_converter_breaks_on_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def made(path: str) -> bytes:
        if "rusak" in path:
            raise ZeroDivisionError
        return b"%PDF"

    module = ModuleType("word2pdf")
    vars(module)["convert_to_bytes"] = made
    monkeypatch.setitem(sys.modules, "word2pdf", module)
    assert convert_without_office({"a": tmp_path / "a.docx", "b": tmp_path / "rusak.docx"}) == {"a": b"%PDF"}
