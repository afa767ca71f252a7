"""A place at which a document does not say what it states, and what its facts are called."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.documents.facts import FactKind

CALLED = {
    FactKind.KINERJA: "kinerja", FactKind.INDIKATOR: "indikator", FactKind.TARGET: "target",
    FactKind.SATUAN: "satuan", FactKind.MONEY: "anggaran", FactKind.OWNER: "penanggung jawab",
    FactKind.CODE: "kode", FactKind.NAME: "nama", FactKind.NIP: "NIP", FactKind.DAY: "tanggal",
    FactKind.REALISED: "realisasi", FactKind.SPENT: "realisasi anggaran", FactKind.SHARE: "persen",
    FactKind.TEXT: "", FactKind.ENTRY: "uraian",
}  # fmt: skip
"""What each is called in a sentence."""
WHOLE_TABLE = "-"
"""At the end of ``Deviation.column`` where no row of the group is there."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A place at which a document does not say what it states.

    ``printed`` stands there instead of ``meant``; empty where nothing does. ``words`` is the sentence it is said of;
    ``lost`` tells that the whole row is not there. ``column`` is the same for all places of one column of a template.
    """

    path: str
    place: str
    kind: FactKind
    year: str
    words: str
    meant: str
    printed: str
    column: str = ""
    lost: bool = False
