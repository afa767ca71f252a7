"""The flow for templates: which files, for which documents, what is found in them, and what is written of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.model.catalogue import severity
from pokin_docs.model.documents import PerjanjianKinerja, Renstra
from pokin_docs.model.findings import Outcome, Tingkat, temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.locations import bundled, template_folders
from pokin_docs.model.source import CellRef
from pokin_docs.templating.faults import Letak, PemeriksaanTemplat, TemuanTemplat

if TYPE_CHECKING:
    from pokin_docs.model.documents import Dokumen

ISI: dict[str, type[PerjanjianKinerja] | type[Renstra]] = {"pk": PerjanjianKinerja, "renstra": Renstra}
"""Content of the documents by the word for ``--untuk``."""

_PER_JENIS = {f"pk-{jenis.value}.docx": jenis for jenis in JenisPk}
_PER_BAB = tuple(f"renstra-bab-{bab}.docx" for bab in range(1, 6))
DIPAKAI = {"pk.docx": "pk", **dict.fromkeys(_PER_JENIS, "pk"), **dict.fromkeys(("renstra.docx", *_PER_BAB), "renstra")}
"""The names that documents look for (``Dokumen.templat``), and what they are for."""
_TIDAK_TERISI = frozenset(("T01", "T02", "T03", "T04", "T05", "T06", "T08", "T09"))


@dataclass(frozen=True)
class HasilTemplat:
    """One template: the file, how it is called to the user, the documents it is for, and what was found."""

    berkas: Path
    sebutan: str
    untuk: str
    pemeriksaan: PemeriksaanTemplat

    @property
    def galat(self) -> bool:
        """Whether it does not fit: no document can be made from it."""
        return any(severity(found.temuan) is Tingkat.GALAT for found in self.pemeriksaan.temuan)

    @property
    def terisi(self) -> bool:
        """Whether it can be filled at all; parts of the form may still be missing."""
        return not any(found.temuan.kode in _TIDAK_TERISI for found in self.pemeriksaan.temuan)

    @property
    def terbuka(self) -> bool:
        """Whether the file could be opened as a template."""
        return not any(found.temuan.kode in ("T01", "T02", "T09") for found in self.pemeriksaan.temuan)


def templates_in_use() -> tuple[Path, ...]:
    """All templates that a build here could take: those of the folder ``templates``, else the shipped ones.

    Word files of that folder with names nobody looks for are there too, behind the others.
    """
    own, shipped = template_folders(None)
    found = [next((folder / name for folder in (own, shipped) if (folder / name).is_file()), None) for name in DIPAKAI]
    others = sorted(path for path in own.glob("*.docx") if path.name not in DIPAKAI and path.name[:1] not in "~.")
    return (*(path for path in found if path is not None), *others)


def examine_templates(berkas: Sequence[Path], untuk: str | None) -> tuple[HasilTemplat, ...]:
    """What is found in each template.

    Args:
        berkas: The files; with none all that a build here could take.
        untuk: What they are for, ``pk`` or ``renstra``; of templates not named only those. None: told by the name,
            else by which kind of document has more of the placeholders.
    """
    if berkas:
        return tuple(_examine(path, untuk) for path in berkas)
    found = (_examine(path, DIPAKAI.get(path.name)) for path in templates_in_use())
    return tuple(entry for entry in found if untuk in (None, entry.untuk))


def _examine(berkas: Path, untuk: str | None) -> HasilTemplat:
    from pokin_docs.render.write import examine_template

    sebutan = f"{berkas.name} (bawaan)" if berkas.parent == bundled("templates") else str(berkas)
    if not berkas.is_file():
        missing = temuan("T01", CellRef(berkas.name), templat=berkas.name, folder=str(berkas.parent))
        empty = PemeriksaanTemplat((TemuanTemplat(missing, Letak("berkas")),), ())
        return HasilTemplat(berkas, sebutan, untuk or DIPAKAI.get(berkas.name, "pk"), empty)
    known = untuk or _by_name(berkas.name)
    found = {jenis: examine_template(berkas, ISI[jenis]) for jenis in ([known] if known else ISI)}
    best = max(found, key=lambda jenis: _fit(found[jenis]))
    return HasilTemplat(berkas, sebutan, best, found[best])


def _by_name(nama: str) -> str | None:
    folded = nama.casefold()
    return DIPAKAI.get(folded) or next((jenis for jenis in ISI if folded.startswith((f"{jenis}-", f"{jenis}_"))), None)


def _fit(pemeriksaan: PemeriksaanTemplat) -> tuple[int, int]:
    """How well a template suits a kind of document: unknown placeholders count against it, printed fields for it."""
    unknown = sum(found.temuan.kode == "T04" for found in pemeriksaan.temuan)
    return -unknown, sum(entry.tercetak for entry in pemeriksaan.cakupan)


def template_correction(hasil: HasilTemplat) -> bytes | None:
    """The template with a comment at every fault; None when it cannot be opened."""
    from pokin_docs.templating.aids.correction import TemplatTidakDapatDikoreksi, correct_template

    if not hasil.terbuka:
        return None
    try:
        return correct_template(hasil.berkas.read_bytes(), hasil.pemeriksaan.temuan)
    except (OSError, TemplatTidakDapatDikoreksi):
        return None


def palette() -> bytes:
    """The palette of placeholders as a Word document."""
    from pokin_docs.templating.aids.palette import palette

    return palette()


def sample(hasil: HasilTemplat) -> Outcome[bytes]:
    """The X-ray of a template: filled with made-up content, the name of every placeholder beside its value."""
    from pokin_docs.model.contoh_isian import CONTOH_PK, CONTOH_RENSTRA
    from pokin_docs.render.write import fill_sample

    logo = bundled("inputs") / "logo-contoh.png"
    isi: Dokumen | PerjanjianKinerja | Renstra = CONTOH_RENSTRA
    if hasil.untuk == "pk":
        jenis = _PER_JENIS.get(hasil.berkas.name.casefold(), JenisPk.JPT)
        isi = replace(CONTOH_PK, jenis_pk=jenis.value)
    return fill_sample(hasil.berkas, isi, logo if logo.is_file() else None)
