"""Offices with a workbook, templates and a build folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook

from helpers.command_line import files_of
from helpers.pictures import gambar
from helpers.word_files import kinds_of
from helpers.workbooks import BAKU, add_row, understood, write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.values import Tanda
from pokin_docs.flow import build
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import FORMER_RECORD, Settings
from pokin_docs.model.source import CellRef
from pokin_docs.render import write as render
from pokin_docs.render.aside import SUNTINGAN
from pokin_docs.render.result import BuildResult

Teks = str | Tanda


@dataclass(frozen=True, slots=True)
class Isi:
    """The smallest content a document can have."""

    judul: Teks


class Kantor:
    """A workbook, a template with one placeholder, and a build folder."""

    def __init__(self, folder: Path) -> None:
        self.buku = folder / "buku.xlsx"
        self.buku.write_bytes(b"buku")
        self.templat = folder / "templat"
        self.templat.mkdir()
        self.build = folder / "build" / "dinas"
        doc = Document()
        doc.add_paragraph("{{ judul }}")
        doc.save(str(self.templat / "pk.docx"))

    def bangun(self, isi: dict[str, str | Tanda], jenis: str = "pk", **lain: object) -> BuildResult:
        docs = tuple(
            Dokumen(jenis, jalur, ("pk-jpt.docx", "pk.docx"), Isi(judul), (CellRef("Tahap 5", 5, 2),))
            for jalur, judul in isi.items()
        )
        outcome = render.write(docs, buku=self.buku, folder=self.build, templat=(self.templat,), logo=None,
                               version="1.0", kinds=kinds_of(docs), **lain)  # type: ignore[arg-type]  # fmt: skip
        assert outcome.value is not None, outcome.temuan
        return outcome.value

    def teks(self) -> dict[str, str]:
        found = sorted(path for path in self.build.rglob("*.docx") if SUNTINGAN not in path.parts)
        return {path.relative_to(self.build).as_posix(): Document(str(path)).paragraphs[0].text for path in found}

    def manifes(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads((self.build / "manifes.json").read_text(encoding="utf-8"))
        return content


LOGO = add_row("Identitas", "| Logo | logo.png |")


class Dinas:
    """An office with a workbook, a logo and templates of its own."""

    def __init__(self, folder: Path, *, baru: bool = True) -> None:
        self.folder, self.buku, self.templat = folder, folder / "b.xlsx", folder / "templat"
        if baru:
            write(self.buku, BAKU, LOGO)
            gambar(folder)
            shutil.copytree(bundled("templates"), self.templat)

    def bangun(self, ke: str, **pilihan: object) -> BuildResult:
        settings = Settings(self.folder / ke, (self.templat,), **pilihan)  # type: ignore[arg-type]
        pemeriksaan = understood(self.buku, settings)
        assert not pemeriksaan.galat(final=False), pemeriksaan.temuan
        made = build.build(self.buku, pemeriksaan, settings)
        assert made.build is not None, made.temuan
        return made.build

    def ubah_buku(self, *changes: Callable[[Workbook], None]) -> None:
        write(self.buku, BAKU, LOGO, *changes)

    def bangun_bersih(self, **pilihan: object) -> BuildResult:
        """A clean build beside that in ``lama``: it knows the same of earlier runs, and nothing else."""
        (self.folder / "bersih" / "b").mkdir(parents=True, exist_ok=True)
        shutil.copy(self.folder / "lama" / "b" / "riwayat.json", self.folder / "bersih" / "b")
        return self.bangun("bersih", **pilihan)

    def files(self, ke: str) -> dict[str, bytes]:
        """Its files but for what tells of files that stood there before, which a clean build knows nothing of."""
        return {name: data for name, data in files_of(self.folder / ke / "b").items() if name != FORMER_RECORD}
