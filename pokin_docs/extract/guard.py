"""Whether a file may be opened at all: kind by content, size, wholeness.

Limits and remedies are those measured in reliability.md 2D and 3: a zip bomb is refused before anything unfolds.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from pokin_docs.model.findings import MachineTrouble, Temuan, temuan
from pokin_docs.model.refusals import refusal
from pokin_docs.model.source import CellRef

MAX_PART_BYTES = 100 * 2**20
MAX_ALL_BYTES = 200 * 2**20
MAX_MEMBERS = 2_000
_MAX_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(rb"<[^<]{4000,}")
_ATTRIBUTE = re.compile(rb"[\s\"'][^\s=<>\"']+\s*=\s*[\"']")
_WHERE = CellRef("")


def refuse(path: Path) -> tuple[Temuan, ...]:
    """The reasons why a file cannot be read as a workbook; empty when it may be opened.

    Raises:
        MachineTrouble: The machine does not let us read it (locked by another program, no permission).
    """
    if not path.is_file():
        return (temuan("B01", _WHERE, berkas=path.name),)
    try:
        with path.open("rb") as file:
            magic = file.read(8)
            head = magic + file.read(4096)
    except OSError as error:
        raise MachineTrouble(
            f"«{path.name}» tidak dapat dibaca ({refusal(error)}).",
            "Tutup buku kerja itu di Excel, periksa izin membacanya, lalu jalankan lagi.",
        ) from error
    if magic.startswith(b"\xd0\xcf\x11\xe0"):
        return (temuan("B04" if _is_encrypted(path) else "B03", _WHERE, berkas=path.name),)
    if not magic.startswith(b"PK"):
        return (temuan("B02", _WHERE, berkas=path.name, sebab=_other_kind(head)),)
    try:
        with zipfile.ZipFile(path) as archive:
            return _refuse_archive(path, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        return (temuan("B05", _WHERE, berkas=path.name, sebab="isinya terpotong atau berubah"),)


def _is_encrypted(path: Path) -> bool:
    """Whether an OLE file is a password-protected xlsx and not an old xls: its directory names the package."""
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()


def _other_kind(head: bytes) -> str:
    text = head.lstrip().lower()
    if not head:
        return "berkasnya kosong"
    if text.startswith((b"<!doctype html", b"<html", b"<table")):
        return "isinya halaman web (HTML)"
    if text.startswith(b"<?xml"):
        return "isinya XML"
    if text.startswith(b"%pdf"):
        return "isinya PDF"
    if b"\x00" not in head and (b"," in head or b";" in head or b"\t" in head):
        return "isinya teks (CSV)"
    return "isinya bukan berkas Office"


def _refuse_archive(path: Path, archive: zipfile.ZipFile) -> tuple[Temuan, ...]:
    if _is_locked(archive):
        return (temuan("B04", _WHERE, berkas=path.name),)
    names = archive.namelist()
    reason = _too_large(archive.infolist())
    if reason:
        return (temuan("B06", _WHERE, berkas=path.name, sebab=reason),)
    if "mimetype" in names and archive.read("mimetype").startswith(b"application/vnd.oasis"):
        return (temuan("B02", _WHERE, berkas=path.name, sebab="isinya OpenDocument (.ods)"),)
    if "word/document.xml" in names:
        return (temuan("B02", _WHERE, berkas=path.name, sebab="isinya dokumen Word"),)
    if "xl/workbook.bin" in names:
        return (temuan("B02", _WHERE, berkas=path.name, sebab="isinya buku kerja biner (.xlsb)"),)
    return refuse_parts(path, archive)


def refuse_parts(path: Path, archive: zipfile.ZipFile) -> tuple[Temuan, ...]:
    """The reasons why an Office file of any kind may not be unfolded: password, size, wholeness, what its XML holds."""
    if _is_locked(archive):
        return (temuan("B04", _WHERE, berkas=path.name),)
    names = archive.namelist()
    reason = _too_large(archive.infolist())
    if reason:
        return (temuan("B06", _WHERE, berkas=path.name, sebab=reason),)
    if len(set(names)) < len(names) or archive.testzip():
        return (temuan("B05", _WHERE, berkas=path.name, sebab="isinya terpotong atau berubah"),)
    for name in names:
        if name.lower().endswith((".xml", ".rels")):
            content = archive.read(name)
            if content[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16 says the same with zeros between
                content = content.replace(b"\x00", b"")
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                return (temuan("B06", _WHERE, berkas=path.name, sebab="memuat DOCTYPE"),)
            if is_crowded(content):
                reason = f"bagian {name} memuat elemen dengan ribuan atribut"
                return (temuan("B06", _WHERE, berkas=path.name, sebab=reason),)
    return ()


def is_crowded(part: bytes) -> bool:
    """Whether one element has more attributes than Excel writes; reading takes the square of their number."""
    return any(len(_ATTRIBUTE.findall(long[0])) > _MAX_ATTRIBUTES for long in _LONG_TAG.finditer(part))


def _is_locked(archive: zipfile.ZipFile) -> bool:
    """Whether a part of an archive can only be read with a password: one of a zip, which Excel does not know."""
    return any(member.flag_bits & 1 for member in archive.infolist())


def _too_large(members: list[zipfile.ZipInfo]) -> str:
    if len(members) > MAX_MEMBERS:
        return f"berisi {len(members)} bagian (batas {MAX_MEMBERS})"
    if max((member.file_size for member in members), default=0) > MAX_PART_BYTES:
        return f"satu bagiannya lebih besar dari {MAX_PART_BYTES // 2**20} MB"
    if sum(member.file_size for member in members) > MAX_ALL_BYTES:
        return f"isinya lebih besar dari {MAX_ALL_BYTES // 2**20} MB"
    return ""
