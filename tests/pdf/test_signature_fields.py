"""Empty signature fields: around the markers, named, the same bytes again, and any program can sign in them."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from helpers.pdf_agency import Agency, Converter
from helpers.trial_signature import in_a_thread, signer_of
from helpers.workbooks import BAKU, add_row, write
from pokin_docs.flow.bound import pdf_path
from pokin_docs.pdf.signature_fields import SignatureField, fields_of, with_fields
from pokin_docs.pdf.signatures import signatures_of

FIRST, SECOND = SignatureField("Pihak_Pertama", "^"), SignatureField("Pihak_Kedua", "~")


def _pdf(*texts: tuple[int, int, str]) -> bytes:
    """A page with texts at these places."""
    writer = PdfWriter()
    page, stream = writer.add_blank_page(595, 842), DecodedStreamObject()
    shown = [f"BT /F 9 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts]
    stream.set_data("\n".join(shown).encode())
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Courier")})  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


PAPER = _pdf((100, 700, "Perjanjian Kinerja"), (400, 200, "^"), (150, 200, "~"))


def test_a_field_goes_around_each_marker_behind_what_was_there() -> None:
    made, missing = with_fields(PAPER, (FIRST, SECOND))
    assert (missing, fields_of(made)) == ((), ("Pihak_Pertama", "Pihak_Kedua"))
    assert made.startswith(PAPER)
    notes: Any = PdfReader(io.BytesIO(made)).pages[0]["/Annots"]
    boxes = [[float(one) for one in note["/Rect"]] for note in notes]
    for (left, bottom, right, top), x in zip(boxes, (400, 150), strict=True):
        assert left < x < right
        assert bottom < 200 < top
        assert (round(right - left), round(top - bottom)) == (130, 66)


def test_the_same_pdf_gives_the_same_bytes() -> None:
    assert with_fields(PAPER, (FIRST, SECOND)) == with_fields(PAPER, (FIRST, SECOND))


def test_a_marker_that_does_not_stand_once_has_no_field_and_is_named_where_every_paper_needs_it() -> None:
    twice = _pdf((400, 200, "^"), (150, 200, "^"), (150, 300, "~"))
    made, missing = with_fields(twice, (FIRST, SECOND, SignatureField("Lampiran", "#", needed=False)))
    assert (missing, fields_of(made)) == (("Pihak_Pertama",), ("Pihak_Kedua",))
    assert with_fields(_pdf((1, 1, "x")), (FIRST,)) == (_pdf((1, 1, "x")), ("Pihak_Pertama",))
    assert with_fields(b"%PDF rusak", (FIRST,)) == (b"%PDF rusak", ("Pihak_Pertama",))


def test_a_program_that_signs_fills_the_fields_and_the_signatures_are_whole() -> None:
    pytest.importorskip("pyhanko")
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, sign_pdf
    from pyhanko.sign.fields import SigSeedSubFilter

    pdf, _ = with_fields(PAPER, (FIRST, SECOND))
    for name in ("Pihak_Pertama", "Pihak_Kedua"):
        meta = PdfSignatureMetadata(field_name=name, subfilter=SigSeedSubFilter.PADES)
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        fill = partial(sign_pdf, writer, meta, signer=signer_of(name), existing_fields_only=True)
        pdf = in_a_thread(fill).getvalue()
    assert [(one.intact, one.altered) for one in signatures_of(pdf)] == [(True, False), (True, False)]


def test_the_pdfs_of_a_build_have_fields_where_identitas_asks_for_them_and_bound_files_have_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    converter, agency = Converter().take_part(monkeypatch), Agency(tmp_path)
    write(agency.book, BAKU, add_row("Identitas", "| TTE | Ya |"))
    agency.run()
    path = agency.folder / pdf_path(next(one.path for one in agency.plan.dokumen if one.post == "KABID"))
    assert fields_of(path.read_bytes()) == ()
    write(agency.book, BAKU, add_row("Identitas", "| TTE Isian | Ya |"))
    outcome = agency.run()
    assert (outcome.made, "D71" in {one.kode for one in outcome.findings}) == (len(agency.plan.dokumen), False)
    assert fields_of(path.read_bytes()) == ("Pihak_Pertama", "Pihak_Kedua")
    bound = (agency.folder / "Cetak/Cetak-PK_2026.pdf").read_bytes()
    assert not any(page.get("/Annots") for page in PdfReader(io.BytesIO(bound)).pages)
    converter.converted.clear()
    assert (agency.run().used, converter.converted) == (len(agency.plan.dokumen), [])
