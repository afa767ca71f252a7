"""What stands in a build folder packed to be handed on: one zip for each class of officials, and one of all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pokin_docs.documents.printed import NO_YEAR
from pokin_docs.files.whole_file import write_where_other
from pokin_docs.files.zip_bytes import added, assemble
from pokin_docs.flow.bound import BOUND, pdf_path
from pokin_docs.model.levels import JenisPk
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.sharing import make_folder
from pokin_docs.render.trouble import machine_trouble

ZIP = "Zip"
"""The folder of the zips in a build folder."""
_CLASSES = frozenset(one.folder for one in JenisPk)


@dataclass(frozen=True, slots=True)
class Zips:
    """The paths of the zips, those of classes first; and how many files of an earlier workbook were left out."""

    paths: tuple[str, ...] = ()
    old: int = 0


def make_zips(folder: Path, day: date | None) -> Zips:
    """Pack all files of a build that stand and follow from the workbook of the last run, whatever that run made.

    The same files give the same bytes, and are not written.

    Args:
        folder: The build folder, with its manifest.
        day: The day that the files in the zips get; None for the first that a zip knows.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    made = read(folder)
    current = {(one.jenis, one.time) for one in made.made if one.buku == made.buku}
    standing = [one for one in made.dokumen if (folder / one.file).is_file()]
    mine = [one for one in standing if (one.jenis, one.time) in current]
    groups: dict[str, list[str]] = {}
    everything: list[str] = []
    for one in mine:
        found = [path for path in (one.file, pdf_path(one.file)) if (folder / path).is_file()]
        parts = one.file.split("/")
        if len(parts) > 2 and parts[1] in _CLASSES:
            groups.setdefault(f"{ZIP}/{parts[1]}_{one.time or NO_YEAR}.zip", []).extend(found)
        everything += found
    if everything:
        everything += [path.relative_to(folder).as_posix() for path in sorted(folder.glob(f"{BOUND}/Cetak-*"))]
        groups[f"{ZIP}/Semua.zip"] = everything
    with machine_trouble(folder):
        for path, names in groups.items():
            pack(folder, path, {name: folder / name for name in sorted(set(names))}, day)
    return Zips(tuple(groups), len(standing) - len(mine))


def pack(folder: Path, path: str, files: dict[str, Path], day: date | None) -> None:
    """Write a zip where it is not as it would be.

    Args:
        folder: The build folder.
        path: The path of the zip in it.
        files: The files by their names in the zip.
        day: The day that they get.
    """
    data = assemble(added(name, source.read_bytes(), day=day) for name, source in files.items())
    make_folder((folder / path).parent)
    write_where_other(folder / path, data)
