"""A .docx as its parts: opened behind guards, and put together again byte for byte the same way."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

# reliability.md section 3: real templates stay far below, bombs far above.
_MAX_PARTS = 2_000
_MAX_PART = 60_000_000
_MAX_ALL = 200_000_000
_MAX_XML = 5_000_000

_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = _WORD + "document.main+xml"
_FILLABLE = {
    _MAIN: "isi",
    _WORD + "header+xml": "kepala halaman",
    _WORD + "footer+xml": "kaki halaman",
    _WORD + "footnotes+xml": "catatan kaki",
    _WORD + "endnotes+xml": "catatan akhir",
    _WORD + "comments+xml": "komentar",
    "application/vnd.openxmlformats-package.core-properties+xml": "properti dokumen",
}
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_PARSER = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)


class PaketDitolak(Exception):
    """The file is no Word document that a template can be; ``sebab`` tells why, in Indonesian."""

    def __init__(self, sebab: str) -> None:
        super().__init__(sebab)
        self.sebab = sebab


@dataclass(frozen=True, slots=True)
class Anggota:
    """A zip member ready to be copied into any number of documents: its content is deflated already."""

    nama: str
    padat: bytes
    crc: int
    ukuran: int


@dataclass(frozen=True, slots=True)
class Paket:
    """The parts of a template in file order, and which of them can hold tags: name to what a clerk calls it.

    ``utama`` is the main part; most producers call it ``word/document.xml``, Word for the web does not.
    """

    isi: Mapping[str, bytes]
    bagian: Mapping[str, str]
    utama: str


def read(berkas: bytes) -> Paket:
    """The parts of a template; raises PaketDitolak for anything that is not a plain, whole .docx."""
    parts = _unzip(berkas)
    if _TYPES not in parts:
        raise PaketDitolak("bukan dokumen Word; buka di Word lalu simpan sebagai .docx")
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            if any(mark in data for mark in _DOCTYPES):
                raise PaketDitolak("memuat DOCTYPE, yang tidak pernah ditulis oleh Word")
            if len(data) > _MAX_XML:
                raise PaketDitolak("isinya terlalu besar untuk sebuah templat (lebih dari 5 MB)")
    parts = _without_foreign_links(parts)
    fillable, main = _fillable(parts)
    for name in fillable:
        _parse(parts[name])
    ordered = {_TYPES: parts[_TYPES]} | parts
    return Paket(ordered, fillable, main)


def _unzip(berkas: bytes) -> dict[str, bytes]:
    if berkas.startswith(b"\xd0\xcf\x11\xe0"):
        raise PaketDitolak("terkunci kata sandi atau format lama (.doc); simpan sebagai .docx tanpa kata sandi")
    if not berkas.startswith(b"PK"):
        raise PaketDitolak("bukan dokumen Word (.docx)")
    try:
        with zipfile.ZipFile(io.BytesIO(berkas)) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _guard(members)
            return {info.filename: archive.read(info) for info in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as fault:
        raise PaketDitolak("berkas rusak atau tidak lengkap; salin atau simpan ulang dari Word") from fault


def _guard(members: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in members]
    if len(names) > _MAX_PARTS or sum(info.file_size for info in members) > _MAX_ALL:
        raise PaketDitolak("isinya terlalu besar untuk sebuah templat")
    if any(info.file_size > _MAX_PART for info in members):
        raise PaketDitolak("isinya terlalu besar untuk sebuah templat")
    if len(set(names)) < len(names):
        raise PaketDitolak("memuat bagian yang sama dua kali; buka di Word lalu simpan ulang")


def _fillable(parts: Mapping[str, bytes]) -> tuple[dict[str, str], str]:
    fillable: dict[str, str] = {}
    main = ""
    for entry in _parse(parts[_TYPES]).iter("{*}Override"):
        kind, name = entry.get("ContentType", ""), entry.get("PartName", "").lstrip("/")
        if "macroEnabled" in kind:
            raise PaketDitolak("memuat makro (.docm); simpan sebagai .docx")
        if kind == _WORD + "template.main+xml":
            raise PaketDitolak("berformat .dotx; simpan sebagai .docx")
        if kind in _FILLABLE and name in parts:
            fillable[name] = _FILLABLE[kind]
            main = name if kind == _MAIN else main
    if not main:
        raise PaketDitolak("bukan dokumen Word; buka di Word lalu simpan sebagai .docx")
    return fillable, main


def _without_foreign_links(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts without the path of the .dotx they were made from; anything else fetched from outside is refused.

    Word records that path by itself; it would call out from every document and shows a user's folder.
    """
    clean = dict(parts)
    for name, data in parts.items():
        if not name.endswith(".rels") or b"External" not in data:
            continue
        root = _parse(data)
        for link in root.findall("{*}Relationship"):
            if link.get("TargetMode") != "External" or link.get("Type", "").endswith("/hyperlink"):
                continue
            if not link.get("Type", "").endswith("/attachedTemplate"):
                raise PaketDitolak(f"mengambil isi dari luar berkas ({link.get('Target', '')}); sisipkan ke dalamnya")
            root.remove(link)
            clean[name] = _serialise(root)
            owner = name.replace("_rels/", "").removesuffix(".rels")
            if owner in clean:
                settings = _parse(clean[owner])
                for element in list(settings.iter("{*}attachedTemplate")):
                    settings.remove(element)
                clean[owner] = _serialise(settings)
    return clean


def add_picture(paket: Paket, part: str, nama: str, data: bytes, jenis: str) -> tuple[Paket, str]:
    """The package with a picture that ``part`` may show, and the relationship id to show it by.

    Args:
        paket: The package to add to; it is not changed.
        part: Name of the part that shows the picture.
        nama: Name for the picture inside the package, such as ``word/media/logo.png``.
        data: The picture file.
        jenis: Its content type.
    """
    parts = dict(paket.isi)
    folder, _, base = part.rpartition("/")
    rels_name = f"{folder}/_rels/{base}.rels"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = _parse(parts.get(rels_name, f'<Relationships xmlns="{space}"/>'.encode()))
    used = {link.get("Id") for link in rels}
    number = next(n for n in range(1, len(used) + 2) if f"rIdLogo{n}" not in used)
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = etree.SubElement(rels, f"{{{space}}}Relationship")
    for key, value in (("Id", f"rIdLogo{number}"), ("Type", image), ("Target", "/" + nama)):
        link.set(key, value)
    parts[rels_name] = _serialise(rels)
    parts[nama] = data
    types = _parse(parts[_TYPES])
    if not any(entry.get("PartName") == "/" + nama for entry in types):
        entry = etree.SubElement(types, "{http://schemas.openxmlformats.org/package/2006/content-types}Override")
        entry.set("PartName", "/" + nama)
        entry.set("ContentType", jenis)
    parts[_TYPES] = _serialise(types)
    return Paket(parts, paket.bagian, paket.utama), f"rIdLogo{number}"


def _parse(data: bytes) -> etree._Element:
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as fault:
        raise PaketDitolak("berkas rusak; buka di Word lalu simpan ulang") from fault


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def squash(nama: str, isi: bytes, tingkat: int) -> Anggota:
    """A part deflated for ``assemble``; ``tingkat`` 1 is quick (made for each document), 9 is small (made once)."""
    squeezer = zlib.compressobj(tingkat, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Anggota(nama, squeezer.compress(isi) + squeezer.flush(), zlib.crc32(isi), len(isi))


def assemble(anggota: Iterable[Anggota]) -> bytes:
    """The zip file of these members: no clock, no system in it, so the same members give the same bytes.

    Written by hand because zipfile cannot take a member that is deflated already.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in anggota:
        name = member.nama.encode()
        flags = 0 if member.nama.isascii() else 0x800
        # Version 2.0, deflate, 1980-01-01 00:00, and nothing about the machine.
        shared = (flags, zipfile.ZIP_DEFLATED, 0, 0x21, member.crc, len(member.padat), member.ukuran, len(name), 0)
        head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, *shared) + name
        directory.append(struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, *shared, 0, 0, 0, 0, offset) + name)
        body += (head, member.padat)
        offset += len(head) + len(member.padat)
    index = b"".join(directory)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(directory), len(directory), len(index), offset, 0)
    return b"".join((*body, index, end))
