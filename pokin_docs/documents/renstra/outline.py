"""How a Renstra is divided: an outline is data, so that another regulation is another outline, not other code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pokin_docs.documents.material import Material
from pokin_docs.documents.renstra.content import Renstra, Renstra2017, RenstraChapters, RenstraChapters2017
from pokin_docs.documents.renstra.programs_2017 import plan_2017


def _no_more(material: Material) -> Mapping[str, Any]:
    """The fields that an outline has beside those of every Renstra: none."""
    return {}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: the field of ``bagian`` that asks for it, what it is called, and its title."""

    isian: str
    label: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The chapters of a Renstra in their order.

    ``content`` is the content of its documents, ``chapters_type`` the record of yes and no by which a template
    prints a part; the field ``sampul`` of it is the cover. ``templat`` is the stem of template names (``renstra.docx``,
    ``renstra-bab-1.docx``), ``folder`` and ``file`` name the files: ``Renstra/Renstra_2025-2029.docx``. ``more``
    gives the fields of the content that only this outline has.
    """

    content: type[Renstra]
    chapters_type: type
    chapters: tuple[Chapter, ...]
    templat: str = "renstra"
    folder: str = "Renstra"
    file: str = "Renstra"
    more: Callable[[Material], Mapping[str, Any]] = _no_more

    def parts(self, chapter: Chapter | None) -> RenstraChapters:
        """What a document holds: one chapter alone, or with None the cover and all of them."""
        shown = {entry.isian: chapter in (None, entry) for entry in self.chapters}
        parts: RenstraChapters = self.chapters_type(sampul=chapter is None, **shown)
        return parts

    def templates(self, chapter: Chapter | None) -> tuple[str, ...]:
        """Names of the templates for a chapter or the whole, the special one first."""
        special = () if chapter is None else (f"{self.templat}-bab-{self.chapters.index(chapter) + 1}.docx",)
        return (*special, f"{self.templat}.docx")


OUTLINE_2025 = Outline(
    content=Renstra,
    chapters_type=RenstraChapters,
    chapters=(
        Chapter("bab_1", "Pendahuluan", "PENDAHULUAN"),
        Chapter(
            "bab_2",
            "Gambaran Pelayanan",
            "GAMBARAN PELAYANAN, PERMASALAHAN DAN ISU STRATEGIS PERANGKAT DAERAH",
        ),
        Chapter(
            "bab_3",
            "Tujuan, Sasaran, Strategi dan Arah Kebijakan",
            "TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN",
        ),
        Chapter(
            "bab_4",
            "Program, Kegiatan, Subkegiatan",
            "PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN",
        ),
        Chapter("bab_5", "Penutup", "PENUTUP"),
    ),
)
"""Inmendagri 2/2025, for the Renstra 2025-2029."""

OUTLINE_2017 = Outline(
    content=Renstra2017,
    chapters_type=RenstraChapters2017,
    chapters=(
        Chapter("bab_1", "Pendahuluan", "PENDAHULUAN"),
        Chapter("bab_2", "Gambaran Pelayanan", "GAMBARAN PELAYANAN PERANGKAT DAERAH"),
        Chapter("bab_3", "Permasalahan dan Isu Strategis", "PERMASALAHAN DAN ISU-ISU STRATEGIS PERANGKAT DAERAH"),
        Chapter("bab_4", "Tujuan dan Sasaran", "TUJUAN DAN SASARAN"),
        Chapter("bab_5", "Strategi dan Arah Kebijakan", "STRATEGI DAN ARAH KEBIJAKAN"),
        Chapter(
            "bab_6",
            "Rencana Program dan Kegiatan serta Pendanaan",
            "RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN",
        ),
        Chapter("bab_7", "Kinerja Penyelenggaraan Bidang Urusan", "KINERJA PENYELENGGARAAN BIDANG URUSAN"),
        Chapter("bab_8", "Penutup", "PENUTUP"),
    ),
    templat="renstra-86",
    more=plan_2017,
)
"""Permendagri 86/2017, for a Renstra of an earlier period, or where the region still asks for it."""
