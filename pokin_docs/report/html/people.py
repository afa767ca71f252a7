"""Per official: what he promises, to whom, and with which budget, as his PK says it."""

from __future__ import annotations

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja, SasaranPk
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.tree import Kinerja
from pokin_docs.report.html.material import BahanLaporan

_WARNA = {komponen.jenis_pk: komponen.value for komponen in KomponenPerencanaan if komponen.jenis_pk}


def people(bahan: BahanLaporan) -> list[dict[str, object]]:
    """One entry per PK in the order of the plan; ``superior`` is the place of that of the second party."""
    posts = {place: id_ for id_, place in reversed(bahan.nomor_perjanjian.items())}
    return [
        {
            "entry": entry,
            "isi": isi,
            "kelas": JenisPk(isi.jenis_pk).label,
            "colour": _WARNA.get(JenisPk(isi.jenis_pk), "l"),
            "superior": bahan.nomor_perjanjian.get(bahan.rencana.atasan.get(posts.get(place, ""), "")),
            "promises": _promises(entry, isi, bahan),
        }
        for place, (entry, isi) in enumerate(bahan.perjanjian)
    ]


def _promises(entry: Dokumen, isi: PerjanjianKinerja, bahan: BahanLaporan) -> list[tuple[SasaranPk, Kinerja | None]]:
    """The rows of a PK, each with its node; where they do not follow the cells it was made from, none has a node."""
    nodes = bahan.simpul_dokumen(entry)
    known = len(nodes) == len(isi.daftar_sasaran)
    return [(sasaran, nodes[place] if known else None) for place, sasaran in enumerate(isi.daftar_sasaran)]
