"""The whole program once, in order: extract → transform → check → render → report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs import __version__
from pokin_docs.attachments import Lukisan, attachments, groups, with_tree
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Diabaikan, GangguanMesin, Temuan, Tingkat, temuan
from pokin_docs.model.locations import bundled, word_folders
from pokin_docs.model.printing import slug
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.render.inspection import Keadaan
    from pokin_docs.render.write import HasilBuild

_TIDAK_TERBUKA = frozenset(("B01", "B02", "B03", "B04", "B05", "B06"))


@dataclass(frozen=True)
class Pemeriksaan:
    """What is known of a workbook after all checks; no plan when it could not be understood.

    ``sha256`` is that of the file as it was before reading, so that documents are made from what was checked, or not at
    all.
    """

    temuan: tuple[Temuan, ...]
    diabaikan: tuple[Diabaikan, ...]
    buku: BukuKerja | None = None
    rencana: Rencana | None = None
    sha256: str = ""

    def galat(self, *, final: bool) -> bool:
        """Whether documents may not be written: a galat, or with ``final`` any mark that would be printed."""
        # A waived mark is still a mark on paper: --final refuses it all the same.
        said = (*self.temuan, *(entry.temuan for entry in self.diabaikan))
        found = any(severity(finding, final=final) is Tingkat.GALAT for finding in said)
        return self.rencana is None or found or (final and bool(self.tanda))

    @property
    def terbuka(self) -> bool:
        """Whether the file could be opened as a workbook, even if its tables were not understood."""
        return self.buku is not None or not any(finding.kode in _TIDAK_TERBUKA for finding in self.temuan)

    @property
    def tanda(self) -> tuple[str, ...]:
        """Every mark that the documents would hold, each once."""
        documents = self.rencana.dokumen if self.rencana else ()
        return tuple(dict.fromkeys(mark for document in documents for mark in document.tanda))


@dataclass(frozen=True)
class Pembangunan:
    """What a build did; ``build`` is None when a template does not fit (``temuan`` then says why)."""

    temuan: tuple[Temuan, ...]
    build: HasilBuild | None


def examine(path: Path, settings: Settings) -> Pemeriksaan:
    """All that can be said of a workbook, in one go."""
    from pokin_docs.check.rules import check
    from pokin_docs.extract.read import read
    from pokin_docs.extract.word_lists import read_words
    from pokin_docs.transform.plan import plan

    sha256 = _sha256(path)
    reading = read(path)
    if reading.nilai is None:
        return Pemeriksaan(reading.temuan, ())
    words = read_words(word_folders(path))
    buku = reading.nilai if words.nilai is None else replace(reading.nilai, kata=words.nilai)
    planning = plan(buku, settings)
    assert planning.nilai is not None  # transform gives a plan for everything that was read
    found = (*reading.temuan, *words.temuan, *planning.temuan, *_missing_logo(path, buku))
    stands, diabaikan = check(buku, planning.nilai, found)
    return Pemeriksaan(stands, diabaikan, buku, planning.nilai, sha256)


def build(
    path: Path,
    pemeriksaan: Pemeriksaan,
    settings: Settings,
    maju: Callable[[int, int], None],
    kabar: Callable[[str], None] = lambda said: None,
) -> Pembangunan:
    """The documents of a workbook that was found free of galat, put into its build folder.

    Raises:
        GangguanMesin: The machine stops the work (disk full, no permission, folder in use).
    """
    from pokin_docs.render.write import write

    assert pemeriksaan.rencana is not None
    assert pemeriksaan.buku is not None
    logo = _logo(path, pemeriksaan.buku)
    folder = build_folder(path, settings)
    wanted = tuple(entry for entry in pemeriksaan.rencana.dokumen if entry.jenis in settings.hanya)
    # The report names what an earlier run left in the folder too.
    there = tuple(
        entry
        for entry in pemeriksaan.rencana.dokumen
        if entry.jenis in settings.hanya or (folder / entry.jalur).is_file()
    )
    drawing, corrected = Lukisan(pemeriksaan, kabar), correction(path, pemeriksaan, final=settings.final)
    outcome = write(
        with_tree(wanted, drawing),
        buku=path,
        folder=folder,
        templat=settings.templat,
        logo=logo if logo is not None and logo.is_file() else None,
        versi=__version__,
        maju=maju,
        cakupan=groups(settings),
        lampiran=attachments(path, pemeriksaan, there, corrected, settings, drawing),
        ulang=settings.ulang,
        sha256=pemeriksaan.sha256,
    )
    return Pembangunan(outcome.temuan, outcome.nilai)


def correction(path: Path, pemeriksaan: Pemeriksaan, *, final: bool) -> bytes | None:
    """The workbook with its faults coloured, commented and listed; None when it cannot be opened.

    Raises:
        GangguanMesin: The workbook can no longer be read.
    """
    from pokin_docs.workbook.correction.correct import TidakDapatDikoreksi, correct

    if not pemeriksaan.terbuka:
        return None
    try:
        return correct(path, pemeriksaan.temuan, pemeriksaan.diabaikan, final=final)
    except TidakDapatDikoreksi:
        return None
    except OSError as error:
        raise GangguanMesin(
            f"«{path.name}» tidak dapat dibaca lagi ({error.strerror}).", "Tutup di Excel, lalu ulangi."
        ) from error


def inspect(folder: Path, templat: tuple[Path, ...]) -> Keadaan:
    """Whether a build folder still holds what was built, and from what there still is; writes nothing."""
    from pokin_docs.render.inspection import inspect

    return inspect(folder, buku=(Path("inputs"), Path(), bundled("inputs")), templat=templat)


def _sha256(path: Path) -> str:
    """The sha256 of a file; empty when it cannot be read, which its reader tells."""
    import hashlib

    if not path.is_file():  # opening a pipe would wait for ever
        return ""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def build_folder(path: Path, settings: Settings) -> Path:
    """The folder that holds everything made from one workbook."""
    return settings.keluaran / (slug(path.stem, 60) or "buku-kerja")


def _logo(path: Path, buku: BukuKerja) -> Path | None:
    """The picture named in Identitas, looked for beside the workbook only."""
    isian = buku.identitas.get("logo")
    return path.parent / Path(isian.bersih).name if isian else None


def _missing_logo(path: Path, buku: BukuKerja) -> tuple[Temuan, ...]:
    logo = _logo(path, buku)
    if logo is None or logo.is_file():
        return ()
    return (
        temuan("T07", buku.identitas["logo"].asal, logo=logo.name, sebab="berkasnya tidak ada di folder buku kerja"),
    )
