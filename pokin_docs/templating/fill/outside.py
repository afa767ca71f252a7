"""What a template fetches from outside or carries along unseen: refused, so that no document made from it holds it.

Names of elements and attributes stand in the bytes as they are, hence the quick look before a part is parsed; values
may be spelt in many ways, hence the parsing. Parts are in UTF-8 (``plain``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

_PARSER = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)[\"']")
_UTF8 = ("utf-8", "us-ascii", "ascii")
_ENCODINGS = (*_UTF8, "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "windows-1252")
_UTF16, _BOM = (b"\xff\xfe", b"\xfe\xff"), b"\xef\xbb\xbf"

_FETCHED = re.compile(r"url\(\s*[\"']?\s*(?![\"'#\s]|data:)")
_ABSOLUTE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\)")
_RELATION = "officeDocument/2006/relationships", "officeDocument/relationships"
_CLICKED = frozenset(("hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"))
_SUSPECT = re.compile(
    rb"[<:](?:instrText|delInstrText|fldSimple|altChunk|OLEObject|object|control|subDoc|mailMerge|webVideoPr|frameset"
    rb"|script|foreignObject|svg)\b|\b(?:src|href)\s*=|@import|url\("
)
_ELEMENTS = {
    "altChunk": "isi berkas lain (altChunk)",
    "subDoc": "subdokumen",
    "OLEObject": "objek OLE",
    "object": "objek OLE",
    "control": "kontrol ActiveX",
    "mailMerge": "sumber data gabungan surat (mail merge)",
    "frameset": "bingkai halaman web",
    "webVideoPr": "video dari internet",
    "script": "skrip",
    "foreignObject": "isi halaman web",
}
_KINDS = {
    "aFChunk": _ELEMENTS["altChunk"],
    "oleObject": _ELEMENTS["OLEObject"],
    "package": "berkas yang disisipkan (buku kerja di balik grafik atau objek)",
    "control": _ELEMENTS["control"],
    "activeXControlBinary": _ELEMENTS["control"],
    "vbaProject": "makro",
    "wordVbaData": "makro",
    "attachedToolbars": "bilah alat dengan makro",
    "keyMapCustomizations": "tombol pintas dengan makro",
    "extensibility": "pita perintah sendiri",
    "webextensiontaskpanes": "add-in",
    "webextension": "add-in",
    "subDocument": _ELEMENTS["subDoc"],
    "recipientData": _ELEMENTS["mailMerge"],
}
_NAMES = re.compile(
    r"(?:^|/)(?:vbaproject[^/]*\.bin|vbadata\.xml|attachedtoolbars\.bin|activex/.*|webextensions/.*|embeddings/.*)$"
)
_FIELDS = frozenset(
    (
        "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "DATA", "RD",
        "MACROBUTTON", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "EMBED", "CONTROL", "HTMLCONTROL", "ADDIN",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """What a relationship fetches from outside: the part that shows it, by its id there, and the styles of the body."""

    name: str
    owner: bytes
    identifier: str
    styles: bytes | None


class PackageRefused(Exception):
    """The file is no Word document that a template can be; ``reason`` says why, in Indonesian, ``kode`` the finding.

    ``link`` is what it fetches from outside, where that is the reason.
    """

    def __init__(self, reason: str, kode: str = "T02", link: OutsideLink | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.kode = kode
        self.link = link


def parse(data: bytes) -> etree._Element:
    """The root of a part; raises PackageRefused for what is no whole XML."""
    try:
        return etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        raise PackageRefused("berkas rusak; buka di Word lalu simpan ulang") from fault


def serialised(root: etree._Element) -> bytes:
    """The part as it is written into a package."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def is_xml(name: str, data: bytes) -> bool:
    """Whether a part is, or passes for, XML: by its name however spelt, or by how it begins."""
    start = data[:200].removeprefix(_BOM).lstrip()
    return unquote(name).casefold().endswith((".xml", ".rels", ".svg")) or start.startswith((b"<", *_UTF16))


def plain(data: bytes) -> bytes:
    """An XML part in UTF-8: as it is, or written anew where it was in another encoding that Office knows.

    Raises:
        PackageRefused: It is in an encoding that no office program writes, has a DOCTYPE, or is nested without end.
    """
    declared = _DECLARED.match(data.removeprefix(_BOM))
    encoding = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    other = data.startswith(_UTF16) or b"\x00" in data[:4]
    if encoding not in _ENCODINGS:
        raise PackageRefused(f"memakai pengodean {encoding[:40]}, yang tidak pernah ditulis oleh Word")
    if not other and encoding in _UTF8:
        return data
    root = parse(data)
    if root.getroottree().docinfo.internalDTD is not None:
        raise PackageRefused("memuat DOCTYPE, yang tidak pernah ditulis oleh Word")
    return serialised(root)


def refuse_outside(parts: Mapping[str, bytes]) -> None:
    """Raise PackageRefused where a package fetches something from outside or carries along what nobody sees."""
    for name, data in parts.items():
        found = _NAMES.search(unquote(name).casefold())
        if found:
            _refuse(_KINDS["vbaProject"] if "vba" in found[0] else f"bagian {name}")
        if not is_xml(name, data):
            continue
        root = None
        if name.casefold().endswith(".rels") or b"Relationships" in data:
            root = parse(data)
            _check_relations(name, root, parts)
        if _SUSPECT.search(data):
            _check_content(parse(data) if root is None else root)


def is_outside(link: etree._Element) -> bool:
    """Whether a relationship leads out of the file, however that is spelt."""
    return (link.get("TargetMode") or "Internal").strip().casefold() != "internal"


def leads_out(link: etree._Element) -> bool:
    """Whether what a relationship leads to lies outside the file, also where it does not say so."""
    return is_outside(link) or _ABSOLUTE.match(unquote(link.get("Target") or "")) is not None


def name_of_owner(relations: str) -> str:
    """The name of the part that relationships belong to, in small letters."""
    return unquote(relations).casefold().replace("_rels/", "").removesuffix(".rels")


def styles_of(parts: Mapping[str, bytes]) -> bytes | None:
    """The part with the styles of the body."""
    return next((data for part, data in parts.items() if part.casefold().endswith("/styles.xml")), None)


def bare_name(name: object) -> str:
    """The name of an element or attribute without its namespace."""
    return str(name).rpartition("}")[2]


def _check_relations(name: str, root: etree._Element, parts: Mapping[str, bytes]) -> None:
    clicked: set[str] = set()
    own_name = name_of_owner(name)
    owner = next((data for part, data in parts.items() if part.casefold() == own_name), None)
    styles = styles_of(parts)
    for link in root.iter("{*}Relationship"):
        kind, target = (link.get("Type") or "").rstrip("/").rpartition("/")[2], link.get("Target") or ""
        if kind in _KINDS:
            _refuse(_KINDS[kind])
        if is_outside(link) and kind == "hyperlink":
            clicked.add(link.get("Id") or "")
        elif leads_out(link):
            where = OutsideLink(own_name, owner or b"", link.get("Id") or "", styles)
            raise PackageRefused(f"mengambil isi dari luar berkas ({target}); sisipkan ke dalamnya", link=where)
    if not clicked or owner is None or not is_xml(own_name, owner):
        return
    for element in parse(owner).iter(etree.Element):
        for key, value in _attributes(element):
            own = bare_name(element.tag) in _CLICKED
            if value in clicked and not own and any(space in key for space in _RELATION):
                where = OutsideLink(own_name, owner, value, styles)
                raise PackageRefused(
                    "menampilkan gambar atau isi lewat sebuah pranala; sisipkan ke dalamnya", link=where
                )


def _check_content(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        local = bare_name(element.tag)
        if local in _ELEMENTS:
            _refuse(_ELEMENTS[local])
        styled = element.text or "" if local == "style" else ""
        for key, value in _attributes(element):
            short = bare_name(key)
            shown = short == "src" or (short == "href" and local not in ("a", "hyperlink", "shape", "rect", "group"))
            if shown and _ABSOLUTE.match(value) and not value.lstrip().startswith("data:image/"):
                raise PackageRefused(f"mengambil isi dari luar berkas ({value}); sisipkan ke dalamnya")
            if key == "style":
                styled = f"{value} {styled}"
        if styled and ("@import" in styled or _FETCHED.search(styled)):
            raise PackageRefused("memuat gambar yang mengambil isi dari luar berkas")
    for instruction in _instructions(root):
        word = instruction.split(None, 1)[0].upper() if instruction.strip() else ""
        if word in _FIELDS:
            _refuse(f"bidang {word} (Alt+F9 di Word menampilkannya)")
        if "{" in word or "%" in word:
            _refuse("tanda templat sebagai nama sebuah bidang")


def _instructions(root: etree._Element) -> Iterator[str]:
    """What the fields of a part ask for, each whole, however many runs it is spread over."""
    open_fields: list[str] = []
    for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}fldSimple"):
        local = bare_name(element.tag)
        if local == "fldSimple":
            yield next((value for key, value in _attributes(element) if key.endswith("instr")), "")
        elif local == "fldChar":
            kind = next((value for key, value in _attributes(element) if key.endswith("fldCharType")), "")
            if kind == "begin":
                open_fields.append("")
            elif kind == "end" and open_fields:
                yield open_fields.pop()
        else:
            open_fields = [text + (element.text or "") for text in open_fields] or [element.text or ""]
    yield from open_fields


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in element.attrib.items()]


def _refuse(what: str) -> None:
    raise PackageRefused(what, "T15")
