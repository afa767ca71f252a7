"""A .docx as its parts: opened behind guards, and put together again byte for byte the same way."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from pokin_docs.files.xml_part import has_doctype, is_crowded
from pokin_docs.files.zip_bytes import ZipMember, added, copied
from pokin_docs.templating.fill.charts import without_chart_data
from pokin_docs.templating.fill.line_ends import unbroken
from pokin_docs.templating.fill.linked_pictures import LinkedPicture, without_linked_pictures
from pokin_docs.templating.fill.outside import (
    PackageRefused,
    is_outside,
    is_xml,
    parse,
    plain,
    refuse_outside,
    serialised,
)
from pokin_docs.templating.fill.sheets.as_word import as_word
from pokin_docs.templating.fill.sheets.book import KODE, TemplateBook, read_book

# reliability.md section 3: real templates stay far below, bombs far above.
_MAX_PARTS = 2_000
_MAX_PART = 60_000_000
_MAX_ALL = 200_000_000
_MAX_XML = 5_000_000
_SHORT = 4_000

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
    "application/vnd.openxmlformats-officedocument.extended-properties+xml": "properti dokumen",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml": "properti dokumen",
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class TemplateParts:
    """The parts of a template in file order, and which of them can hold tags: name to what a clerk calls it.

    ``main_part`` names the one with the body; most producers call it ``word/document.xml``, Word for the web does not.
    ``deflated`` are the members as they stand deflated in the file. Of an Excel template, which is the ``book``, these
    are the parts of the Word document that stands for it. ``linked`` are pictures whose links were taken out.
    """

    contents: Mapping[str, bytes]
    parts: Mapping[str, str]
    main_part: str
    deflated: Mapping[str, ZipMember] = field(default_factory=dict)
    book: TemplateBook | None = None
    linked: tuple[LinkedPicture, ...] = ()


def styles_of(template: TemplateParts) -> bytes:
    """The part that says what its styles are; of a template without any nothing."""
    return template.contents.get(f"{template.main_part.rpartition('/')[0]}/styles.xml", b"")


def read_sheets(file: bytes) -> TemplateParts:
    """The parts of an Excel template; raises PackageRefused for anything that is not a plain, whole .xlsx."""
    try:
        parts, _ = _unzip(file)
    except PackageRefused as fault:
        reason = "terkunci kata sandi, berformat lama, rusak, atau bukan buku kerja Excel"
        raise PackageRefused(reason, KODE) from fault
    if not {_TYPES, "_rels/.rels"} <= parts.keys():
        raise PackageRefused("bukan buku kerja Excel (.xlsx)", KODE)
    book = read_book(parts)
    return replace(read(as_word(book)), book=book, linked=book.linked)


def read(file: bytes) -> TemplateParts:
    """The parts of a template; raises PackageRefused for anything that is not a plain, whole .docx."""
    parts, packed = _unzip(file)
    if not {_TYPES, "_rels/.rels"} <= parts.keys():
        raise PackageRefused("bukan dokumen Word; buka di Word lalu simpan sebagai .docx")
    clean = dict(parts)
    for name, data in parts.items():
        if is_xml(name, data):
            if has_doctype(data):
                raise PackageRefused("memuat DOCTYPE, yang tidak pernah ditulis oleh Word")
            if len(data) > _MAX_XML:
                raise PackageRefused("isinya terlalu besar untuk sebuah templat (lebih dari 5 MB)")
            if is_crowded(data):
                raise PackageRefused(f"bagian {name} memuat elemen dengan ribuan atribut")
            clean[name] = plain(data)
    _forget_origin(clean)
    without_chart_data(clean)
    linked = without_linked_pictures(clean)
    refuse_outside(clean)
    fillable, main = _fillable(clean)
    clean = _whole(clean)
    for name in fillable:
        clean[name] = _without_deleted_tags(_without_foreign_controls(clean[name]))
    ordered = {_TYPES: clean[_TYPES]} | clean
    same = {name: packed[name] for name in packed if clean.get(name) is parts[name]}
    return TemplateParts(ordered, fillable, main, same, linked=linked)


def _unzip(file: bytes) -> tuple[dict[str, bytes], dict[str, ZipMember]]:
    """Every part, and those that are deflated as they stand in the file."""
    if file.startswith(b"\xd0\xcf\x11\xe0"):
        raise PackageRefused("terkunci kata sandi atau format lama (.doc); simpan sebagai .docx tanpa kata sandi")
    if not file.startswith(b"PK"):
        raise PackageRefused("bukan dokumen Word (.docx)")
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _guard(members)
            parts = {info.filename: archive.read(info) for info in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as fault:
        raise PackageRefused("berkas rusak atau tidak lengkap; salin atau simpan ulang dari Word") from fault
    return parts, {info.filename: copied(file, info, own=False) for info in members if info.compress_type == 8}


def _guard(members: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in members]
    if len(names) > _MAX_PARTS or sum(info.file_size for info in members) > _MAX_ALL:
        raise PackageRefused("isinya terlalu besar untuk sebuah templat")
    if any(info.file_size > _MAX_PART for info in members):
        raise PackageRefused("isinya terlalu besar untuk sebuah templat")
    if len(set(names)) < len(names):
        raise PackageRefused("memuat bagian yang sama dua kali; buka di Word lalu simpan ulang")


def _fillable(parts: Mapping[str, bytes]) -> tuple[dict[str, str], str]:
    fillable: dict[str, str] = {}
    main = ""
    for entry in parse(parts[_TYPES]).iter("{*}Override"):
        kind, name = entry.get("ContentType", ""), entry.get("PartName", "").lstrip("/")
        if "macroEnabled" in kind:
            raise PackageRefused("memuat makro (.docm); simpan sebagai .docx")
        if kind == _WORD + "template.main+xml":
            raise PackageRefused("berformat .dotx; simpan sebagai .docx")
        if kind in _FILLABLE and name in parts:
            fillable[name] = _FILLABLE[kind]
            main = name if kind == _MAIN else main
    if not main:
        raise PackageRefused("bukan dokumen Word; buka di Word lalu simpan sebagai .docx")
    return fillable, main


def _forget_origin(parts: dict[str, bytes]) -> None:
    """Take the path of the .dotx they were made from out of the parts.

    Word records that path by itself; it would call out from every document and shows a user's folder.
    """
    for name, data in list(parts.items()):
        root = parse(data) if name.endswith(".rels") and b"/attachedTemplate" in data else None
        for link in list(root.iter("{*}Relationship")) if root is not None else ():
            parent = link.getparent()
            if parent is None or not (link.get("Type") or "").endswith("/attachedTemplate"):
                continue
            parent.remove(link)
            parts[name] = serialised(parent.getroottree().getroot())
            owner = name.replace("_rels/", "").removesuffix(".rels")
            if owner in parts:
                settings = parse(parts[owner])
                for element in list(settings.iter("{*}attachedTemplate")):
                    settings.remove(element)
                parts[owner] = serialised(settings)


def _whole(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that belong to the document, proved here for all documents that copy them.

    They are whole XML, of a known type, and every relationship leads somewhere. What nothing refers to and no type is
    known of, such as a system's own files in a folder zipped by hand, is no part and left out.
    """
    types = parse(parts[_TYPES])
    extensions = {entry.get("Extension", "").casefold() for entry in types.iter("{*}Default")}
    named = {entry.get("PartName", "").lstrip("/").casefold() for entry in types.iter("{*}Override")}
    names = {unquote(name).casefold() for name in parts}
    wanted: set[str] = set()
    for name, data in parts.items():
        if name.endswith(".rels"):
            wanted |= _targets(name, data, names)
    kept: dict[str, bytes] = {}
    for name, data in parts.items():
        known = name.rpartition(".")[2].casefold() in extensions or name.casefold() in named or name == _TYPES
        if known and name.endswith((".xml", ".rels")):
            parse(data)
        if not known and (name.endswith(".rels") or unquote(name).casefold() in wanted):
            raise PackageRefused(f"jenis bagian {name} tidak tercatat; buka di Word lalu simpan ulang")
        if known:
            kept[name] = data
    return kept


def _targets(name: str, data: bytes, names: set[str]) -> set[str]:
    """The parts that a part's relationships lead to; raises PackageRefused for one that leads nowhere."""
    folder = posixpath.dirname(posixpath.dirname(name))
    found: set[str] = set()
    for link in parse(data).iter("{*}Relationship"):
        target = link.get("Target", "").partition("#")[0]
        if is_outside(link) or not target or target == "NULL":
            continue  # NULL is what Word writes for a picture that was gone already
        path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        if unquote(path).casefold() not in names:
            raise PackageRefused(f"bagian {path} tidak ada di dalamnya; buka di Word lalu simpan ulang")
        found.add(unquote(path).casefold())
    return found


def _without_deleted_tags(data: bytes) -> bytes:
    """The part without deletions of tracked changes that hold a brace: a deleted tag must not run, nor be printed."""
    if not any(mark in data for mark in (b":del ", b":del>", b":moveFrom ", b":moveFrom>")):
        return data
    root = parse(data)
    deleted = [
        element
        for element in root.iter(_W + "del", _W + "moveFrom")
        if any(brace in text for text in element.itertext() for brace in "{}")
    ]
    for element in deleted:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return serialised(root) if deleted else data


def _without_foreign_controls(data: bytes) -> bytes:
    """The part without the content controls that Google Docs puts around anything, so that they part no tags."""
    root = parse(data) if b'"goog_rdk_' in data else None
    for tag in list(root.iter(_W + "tag")) if root is not None else ():
        if (tag.get(_W + "val") or "").startswith("goog_rdk_"):
            control = next(tag.iterancestors(_W + "sdt"))
            for inner in [node for content in control.iterchildren(_W + "sdtContent") for node in content]:
                control.addprevious(inner)
            control.getparent().remove(control)  # type: ignore[union-attr]
    return data if root is None else serialised(root)


def changed(package: TemplateParts, part: Mapping[str, str]) -> TemplateParts:
    """The package with other texts in some of its parts."""
    texts = {name: _DECLARATION + text.encode() for name, text in part.items()}
    packed = {name: member for name, member in package.deflated.items() if name not in texts}
    return replace(package, contents={**package.contents, **texts}, deflated=packed)


def squash(name: str, content: bytes, level: int) -> ZipMember:
    """The part ``name`` with ``content`` deflated; ``level`` 1 is quick (for each document), 9 small (made once)."""
    # A header of a page is not worth the tables of a long part: setting these up would take longer than deflating.
    return added(name, content, level, window=12, memory=5) if len(content) < _SHORT else added(name, content, level)


def member(package: TemplateParts, name: str) -> ZipMember:
    """A part that no document changes: as it stands deflated in the template, or deflated small."""
    data = package.contents[name]
    if name in package.parts and (whole := unbroken(data)) is not data:
        return squash(name, whole, 9)
    return package.deflated.get(name) or squash(name, data, 9)
