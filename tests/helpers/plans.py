"""Plans of workbooks: their documents, the PKs of a class, the whole Renstra."""

from __future__ import annotations

from pathlib import Path

from helpers.workbooks import (
    add_row,
)
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.extract.read import read
from pokin_docs.model.settings import Settings
from pokin_docs.transform.plan import plan


def settings(**more: object) -> Settings:
    return Settings(Path("build"), (), **more)  # type: ignore[arg-type]


def rencana_of(path: Path, **more: object) -> Plan:
    buku = read(path).value
    assert buku is not None
    outcome = plan(buku, settings(**more))
    assert outcome.value is not None
    return outcome.value


def pks(rencana: Plan) -> list[tuple[Dokumen, PerjanjianKinerja]]:
    return [(entry, entry.content) for entry in rencana.dokumen if isinstance(entry.content, PerjanjianKinerja)]


def of_class(rencana: Plan, jenis: str) -> list[PerjanjianKinerja]:
    return [isi for _, isi in pks(rencana) if isi.jenis_pk == jenis]


def renstra_of(rencana: Plan) -> Renstra:
    (whole,) = [
        entry.content for entry in rencana.dokumen if isinstance(entry.content, Renstra) and entry.content.bagian.sampul
    ]
    return whole


KADIS_LAGI = add_row(
    "Pejabat", "| KADIS2 | Contoh Lima | | '197001011995011905 | IV/b | Pembina Tk. I | Direktur | PK JPT | BUPATI | |"
)
