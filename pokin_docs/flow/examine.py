"""Everything that can be said of a workbook, and the plan that follows from it; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Diabaikan, Temuan, Tingkat, temuan
from pokin_docs.model.locations import word_folders
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings

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


def logo_of(path: Path, buku: BukuKerja) -> Path | None:
    """The picture named in Identitas, looked for beside the workbook only."""
    isian = buku.identitas.get("logo")
    return path.parent / Path(isian.bersih).name if isian else None


def _missing_logo(path: Path, buku: BukuKerja) -> tuple[Temuan, ...]:
    logo = logo_of(path, buku)
    if logo is None or logo.is_file():
        return ()
    return (
        temuan("T07", buku.identitas["logo"].asal, logo=logo.name, sebab="berkasnya tidak ada di folder buku kerja"),
    )
