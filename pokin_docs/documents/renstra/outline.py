"""How a Renstra is divided: an outline is data, so that another regulation is another outline, not other code."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.documents.renstra.content import Renstra, RenstraChapters


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
    ``renstra-bab-1.docx``), ``folder`` and ``file`` name the files: ``Renstra/Renstra_2025-2029.docx``.
    """

    content: type[Renstra]
    chapters_type: type
    chapters: tuple[Chapter, ...]
    templat: str = "renstra"
    folder: str = "Renstra"
    file: str = "Renstra"

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
