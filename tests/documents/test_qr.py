"""The QR of a paper: says what it is, the same dots for the same values, other ones when a value changes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from PIL import Image

from helpers.workbooks import BAKU, add_row, both, put, understood, write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.kinds import PK
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.qr_picture import MAX_BYTES, qr_picture
from pokin_docs.documents.signers import values_hash
from pokin_docs.documents.values import PrintedPicture, Tanda
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
        "Perjanjian Kinerja 2026", "Contoh Dua, S.E. (KABID)", "versi murni", f"sidik {content.sidik}",
    ]  # fmt: skip


def test_a_long_name_loses_its_last_words_and_what_never_fits_is_cut(tmp_path: Path) -> None:
    document, content = paper(tmp_path, QR)

    def official(nama: str | Tanda, post: str = "KABID") -> str:
        first = replace(content.pihak_pertama, nama=nama, jabatan="Kepala Bidang")
        one = replace(document, post=post, content=replace(content, pihak_pertama=first))
        text = qr_text(one, PK, content.sidik)
        assert len(text.encode()) <= MAX_BYTES
        qr_picture(text).png()
        return text.splitlines()[1]

    assert official("Dr. Contoh Bernama Panjang Sekali, S.Sos., M.M.") == "Dr. Contoh Bernama Panjang Sekali (KABID)"
    assert official("Ã" * 90) == "Ã" * 19 + " (KABID)"
    assert official("Contoh", "P" * 40) == "Contoh"
    assert official(Tanda("[isi nama]")) == "Kepala Bidang (KABID)"


def test_a_dot_is_as_wide_for_a_short_text_as_for_the_longest() -> None:
    widths = {(qr_picture("x" * count).width, Image.open(io.BytesIO(qr_picture("x" * count).png())).width)
              for count in (1, 78, 79, MAX_BYTES)}  # fmt: skip
    assert sorted(widths) == [(24.6, 164), (27.0, 180)]


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
