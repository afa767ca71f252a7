"""Word templates of plain paragraphs; what stands in a Word file, and what its comments stand at."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn
from lxml import etree

UTAMA = "word/document.xml"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def texts(data: bytes) -> list[str]:
    """The text of every paragraph, text boxes too."""
    root = etree.fromstring(parts(data)[UTAMA])
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    return [
        "".join(node.text or "" if node.tag == qn("w:t") else signs[node.tag] for node in p.iter(qn("w:t"), *signs))
        for p in root.iter(qn("w:p"))
    ]


def commented(data: bytes) -> dict[str, str]:
    """What every comment stands at: its id and the text between its marks."""
    texts: dict[str, str] = {}
    open_ids: set[str] = set()
    for node in etree.fromstring(parts(data)[UTAMA]).iter(etree.Element):
        if node.tag == qn("w:commentRangeStart"):
            open_ids.add(node.get(qn("w:id"), ""))
            texts[node.get(qn("w:id"), "")] = ""
        elif node.tag == qn("w:commentRangeEnd"):
            open_ids.remove(node.get(qn("w:id"), ""))
        elif node.tag in (qn("w:t"), qn("w:tab"), qn("w:br")):
            for identity in open_ids:
                texts[identity] += (node.text or "") if node.tag == qn("w:t") else "|"
    return texts


def templat(folder: Path, *paragraphs: str, nama: str = "uji.docx") -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(folder / nama))
    return folder / nama
