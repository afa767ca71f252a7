"""The body of a Word file is found where its program put it: Word for the web calls the part otherwise."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from pokin_docs.files.contents.bound_word import WordPaper, bind_word
from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.files.contents.word_body import body_of, printed_parts


def paper(text: str, head: str = "", main: str = "document.xml") -> bytes:
    """A paper with a head, whose body has this name."""
    made, stream, named = docx.Document(), io.BytesIO(), io.BytesIO()
    made.add_paragraph(text)
    made.sections[0].header.paragraphs[0].text = head
    made.save(stream)
    with zipfile.ZipFile(stream) as package, zipfile.ZipFile(named, "w") as other:
        for name in package.namelist():
            data = package.read(name)
            if name in ("_rels/.rels", "[Content_Types].xml"):
                data = data.replace(b"word/document.xml", f"word/{main}".encode())
            other.writestr(name.replace("document.xml", main), data)
    return named.getvalue()


@pytest.mark.parametrize("main", ["document.xml", "document2.xml"])
def test_body_and_heads_are_read_whatever_the_part_is_called(main: str) -> None:
    data = paper("Perjanjian", "KOP DINAS", main)
    assert "Perjanjian" in body_of(data)
    assert ["KOP DINAS" in part for part in printed_parts(data)] == [False, True]


def test_what_is_no_word_file_has_no_body() -> None:
    with pytest.raises(Unreadable):
        body_of(b"bukan")


def test_papers_are_bound_whatever_their_bodies_are_called() -> None:
    papers = [WordPaper(paper("satu", main="document2.xml"), "a"), WordPaper(paper("dua", main="document2.xml"), "b")]
    data, refused = bind_word(papers, "PK")
    assert refused == ()
    assert [one.text for one in docx.Document(io.BytesIO(data)).paragraphs] == ["satu", "dua"]
