"""Which files collected text came from is kept in the document, also when another program saved it."""

from __future__ import annotations

import io

import docx

from helpers.word_files import buka
from pokin_docs.files.zip_bytes import packed
from pokin_docs.narrative.remembered import remembered, remembering
from pokin_docs.narrative.write import package


def parts(data: bytes | None = None) -> dict[str, bytes]:
    return buka(data if data is not None else package("<w:p/>"))


def test_a_document_without_it_remembers_nothing_and_one_with_it_what_was_put_in() -> None:
    assert remembered(parts()) == ()
    once = remembering(parts(), ("a1", "b2"))
    assert remembered(once) == ("a1", "b2")
    assert remembered(remembering(once, ("b2", "c3"))) == ("a1", "b2", "c3")


def test_the_oldest_are_forgotten_first() -> None:
    kept = remembered(remembering(parts(), map(str, range(70))))
    assert (len(kept), kept[0], kept[-1]) == (60, "10", "69")


def test_it_is_there_after_another_program_saved_the_document() -> None:
    out = io.BytesIO()
    docx.Document(io.BytesIO(packed(remembering(parts(), ("a1",))))).save(out)
    assert remembered(parts(out.getvalue())) == ("a1",)


def test_other_properties_stay_and_a_broken_part_is_none() -> None:
    other = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    other += b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{0}" '
    other += b'pid="7" name="Nomor"><vt:lpwstr>12</vt:lpwstr></property></Properties>'
    made = remembering(parts() | {"docProps/custom.xml": other}, ("a1",))
    assert remembered(made) == ("a1",)
    assert b'name="Nomor"' in made["docProps/custom.xml"]
    assert b'pid="8"' in made["docProps/custom.xml"]
    assert remembered(parts() | {"docProps/custom.xml": b"rusak"}) == ()
