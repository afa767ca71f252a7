"""Word documents as pages for a browser, to be proof-read where there is no Word: each one file that stands alone.

The document is read here and written as HTML, so that no program of others runs in the page and nothing of a document
can: its texts are escaped, its looks are classes, and the page's policy lets pass only our own style and script. The
script parts the sheets into pages, fills in page numbers and leads tabs to their stops; without it all is still there.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from markupsafe import Markup

from pokin_docs.documents.kind import Lampiran, Maker
from pokin_docs.report.preview.css_classes import CssClasses
from pokin_docs.report.preview.document import PreviewDocument
from pokin_docs.report.preview.sheets import sheets

__all__ = ["FOLDER", "page", "preview_path", "previews"]

FOLDER = "pratinjau"
"""The folder of the build that holds the previews."""
SHOWN = Maker(parts=("report/preview", "files", "model/printing.py"), libraries=("lxml", "markupsafe"))
"""What a preview follows from, besides its document."""
_SCRIPT = ("awal.js", "tabulasi.js", "halaman.js", "jalan.js")


def preview_path(path: str) -> str:
    """The path of the preview of a document; both are paths inside the build folder."""
    return f"{FOLDER}/{PurePosixPath(path).with_suffix('.html')}"


def previews(
    dokumen: Sequence[str],
    *,
    heading: Mapping[str, str] | None = None,
    jenis: str = FOLDER,
    laporan: str = "",
    time: str = "",
) -> tuple[Lampiran, ...]:
    """A preview of each document, to be made once its bytes are there; the same bytes give the same preview.

    Args:
        dokumen: Paths of documents (.docx) in the build folder; each preview links to the one before and after it.
        heading: Titles by path; the file's name for those without one.
        jenis: Group of the previews in the manifest.
        laporan: Path of the report page in the build folder, to be linked to; empty when there is none.
        time: Time of the documents.
    """
    said = heading or {}
    made = []
    for number, path in enumerate(dokumen):
        beside = {
            "Sebelumnya": dokumen[number - 1] if number else "",
            "Berikutnya": dokumen[number + 1] if number + 1 < len(dokumen) else "",
        }
        links = _links(path, {name: preview_path(other) for name, other in beside.items() if other}, laporan)
        title = said.get(path) or PurePosixPath(path).stem.replace("_", " ")
        inputs = hashlib.sha256("\0".join((title, links, *_frame())).encode()).hexdigest()
        made.append(
            Lampiran(
                jenis,
                preview_path(path),
                make=partial(page, title=title, link=links),
                made_from=path,
                inputs=inputs,
                maker=SHOWN,
                time=time,
            )
        )
    return tuple(made)


def page(data: bytes, title: str, link: Markup | None = None) -> bytes:
    """One document as a page in UTF-8; a page that says so where the bytes are no Word document.

    Args:
        data: The document.
        title: Title of the page, without markup.
        link: Links at its top, as markup; None for none.
    """
    css_classes = CssClasses()
    try:
        text, tab = sheets(PreviewDocument(data), css_classes)
    except (ValueError, RecursionError):
        text, tab = Markup("<p>Berkas ini tidak dapat dipratinjau; buka di Word.</p>"), 36.0
    frame, basis, script = _frame()
    style = basis + css_classes.rules()
    rules = (
        f"default-src 'none'; img-src data:; style-src {_allowed(style)}; script-src {_allowed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    made = Markup(frame).format(
        aturan=rules,
        judul=title,
        gaya=Markup(style),
        tautan=link or Markup(""),
        tab=f"{tab:g}",
        lembar=text,
        skrip=Markup(script),
    )
    # A lone half of a character outside the first plane is all that UTF-8 cannot write.
    return made.encode("utf-8", errors="replace")


def _links(path: str, beside: Mapping[str, str], laporan: str) -> Markup:
    home = posixpath.dirname(preview_path(path))

    def link(text: str, target: str, relationship: str = "") -> Markup:
        address = quote(posixpath.relpath(target, home))
        return Markup('<a href="{}"{}>{}</a>').format(
            address, Markup(' rel="{}"').format(relationship) if relationship else "", text
        )

    made = [link("Laporan", laporan)] if laporan else []
    made.append(link("Buka berkas Word", path))
    made += [link(text, target, {"Sebelumnya": "prev", "Berikutnya": "next"}[text]) for text, target in beside.items()]
    return Markup("").join(made)


@cache
def _frame() -> tuple[str, str, str]:
    """What is the same in every preview: the page, its style sheet, its script."""
    script = "".join(_source(name) for name in _SCRIPT)
    return _source("pratinjau.html"), _source("pratinjau.css"), f"'use strict';\n(() => {{\n{script}}})();\n"


def _source(name: str) -> str:
    """A file beside this one, without indentation and blank lines."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip()) + "\n"


def _allowed(text: str) -> str:
    """The source expression that lets exactly this inline text pass."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
