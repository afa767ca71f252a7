"""The documents of the build by kind, and what the files beside them are."""

from __future__ import annotations

from pathlib import PurePosixPath

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.model.levels import JenisPk
from pokin_docs.report.html.material import BahanLaporan

_KELOMPOK = {"renstra": "Renstra"}
_LAMPIRAN = {
    ".xlsx": "buku kerja dengan sel bertemuan diwarnai dan dikomentari",
    ".xlsm": "buku kerja dengan sel bertemuan diwarnai dan dikomentari",
    ".svg": "gambar pohon, tajam pada ukuran berapa pun",
    ".png": "gambar pohon untuk ditempel",
    ".pptx": "pohon yang kotak-kotaknya dapat dipindahkan",
    ".docx": "pohon untuk dicetak",
}
"""What the other files are, by the ends of their names."""


def documents(bahan: BahanLaporan) -> dict[str, object]:
    """The documents by kind in the order of the plan, PKs by class from the top before all; then the other files."""
    by_kind: dict[str, list[Dokumen]] = {}
    for entry in sorted(bahan.dokumen, key=_order):
        by_kind.setdefault(_kind(entry), []).append(entry)
    others = [(path, _LAMPIRAN.get(PurePosixPath(path).suffix.lower(), "")) for path in bahan.lampiran]
    return {"documents": list(by_kind.items()), "others": others}


def _order(entry: Dokumen) -> int:
    classes = [kelas.value for kelas in JenisPk]
    return classes.index(entry.isi.jenis_pk) if isinstance(entry.isi, PerjanjianKinerja) else len(classes)


def _kind(entry: Dokumen) -> str:
    if isinstance(entry.isi, PerjanjianKinerja):
        return JenisPk(entry.isi.jenis_pk).label
    return _KELOMPOK.get(entry.jenis, entry.jenis.replace("-", " ").capitalize())
