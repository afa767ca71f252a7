"""A file that was only opened and saved keeps its fingerprint; whatever a person has put into it gives another."""

from __future__ import annotations

import hashlib
import io
import zipfile

from pokin_docs.files.fingerprints import fingerprint


def test_of_other_formats_the_bytes_count() -> None:
    assert fingerprint("Pohon-Kinerja.svg", b"<svg/>") == hashlib.sha256(b"<svg/>").hexdigest()[:32]
    assert fingerprint("Pohon-Kinerja.svg", b"<svg />") != fingerprint("Pohon-Kinerja.svg", b"<svg/>")


def test_what_is_no_word_file_has_the_fingerprint_of_its_bytes() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "x")
    for data in (b"", b"PK", b"not a zip", held.getvalue()):
        assert fingerprint("PK.docx", data) == hashlib.sha256(data).hexdigest()[:32]
