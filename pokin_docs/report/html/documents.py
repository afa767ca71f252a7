"""The documents of the build by kind, and what the files beside them are."""

from __future__ import annotations

from pathlib import PurePosixPath

from pokin_docs.documents.kind import Dokumen
from pokin_docs.report.html.material import ReportMaterial

_LAMPIRAN = {
    ".xlsx": "buku kerja dengan sel bertemuan diwarnai dan dikomentari",
    ".xlsm": "buku kerja dengan sel bertemuan diwarnai dan dikomentari",
    ".svg": "gambar pohon, tajam pada ukuran berapa pun",
    ".png": "gambar pohon untuk ditempel",
    ".pptx": "pohon yang kotak-kotaknya dapat dipindahkan",
    ".docx": "pohon untuk dicetak",
}
"""What the other files are, by the ends of their names."""


def documents(material: ReportMaterial) -> dict[str, object]:
    """The documents by kind, each kind in its own order; then the other files."""
    by_heading: dict[str, list[Dokumen]] = {}
    for entry in sorted(material.dokumen, key=lambda entry: _order(entry, material)):
        by_heading.setdefault(material.kind(entry).heading_of(entry), []).append(entry)
    others = [(path, _LAMPIRAN.get(PurePosixPath(path).suffix.lower(), "")) for path in material.lampiran]
    return {"documents": list(by_heading.items()), "others": others}


def _order(entry: Dokumen, material: ReportMaterial) -> tuple[int, int]:
    return material.kind_number(entry), material.kind(entry).rank(entry.content)
