"""The QR of a paper: says what it is, the same dots for the same values, other ones when a value changes."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image

from helpers.workbooks import BAKU, add_row, both, put, understood, write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.kinds import PK
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.qr_picture import qr_picture
from pokin_docs.documents.signers import values_hash
from pokin_docs.documents.values import PrintedPicture
from pokin_docs.model.settings import Settings
from pokin_docs.transform.signing_aids import qr_text

QR = add_row("Identitas", "| QR | Ya |")


def paper(folder: Path, *changes: object) -> tuple[Dokumen, PerjanjianKinerja]:
    known = understood(write(folder / "b.xlsx", BAKU, *changes), Settings(folder, ()))  # type: ignore[arg-type]
    found = next(one for one in known.plan.dokumen if one.jenis == "pk" and one.post == "KABID")
    assert isinstance(found.content, PerjanjianKinerja)
    return found, found.content


def test_it_says_document_year_official_version_and_hash(tmp_path: Path) -> None:
    document, content = paper(tmp_path, QR)
    assert isinstance(content.qr, PrintedPicture)
    assert re.fullmatch(r"[0-9a-f]{16}", content.sidik)
    assert qr_text(document, PK, content.sidik).splitlines() == [
        "Dokumen: Perjanjian Kinerja", "Tahun: 2026", "Pejabat: Contoh Dua, S.E., Plt. Kepala Bidang Data (KABID)",
        "Versi: murni", f"Sidik: {content.sidik}",
    ]  # fmt: skip


def test_the_hash_is_that_of_the_values_alone(tmp_path: Path) -> None:
    _, plain = paper(tmp_path)
    _, with_qr = paper(tmp_path, QR)
    _, signed = paper(tmp_path, both(QR, add_row("Identitas", "| TTE | Ya |")))
    _, changed = paper(tmp_path, both(QR, put("Tahap 5!L4", 61)))
    assert (plain.qr, plain.sidik) == ("", "")
    assert values_hash(plain) == with_qr.sidik == signed.sidik != changed.sidik
    assert with_qr.qr == signed.qr != changed.qr


def test_its_dots_are_the_same_each_time_and_black_on_white_with_a_margin() -> None:
    data = qr_picture("Perjanjian Kinerja").png()
    assert data == qr_picture("Perjanjian Kinerja").png()
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert picture.width == picture.height
    assert {colour for _, colour in picture.getcolors() or ()} == {(0, 0, 0), (255, 255, 255)}
    assert all(picture.getpixel((place, 15)) == (255, 255, 255) for place in range(picture.width))
    assert picture.getpixel((16, 16)) == (0, 0, 0)
