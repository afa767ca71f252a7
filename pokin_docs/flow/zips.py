"""What stands in a build folder packed to be handed on: one zip for each class of officials, and one of all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pokin_docs.documents.printed import NO_YEAR
from pokin_docs.files.whole_file import write_where_other
from pokin_docs.files.zip_bytes import added, assemble
from pokin_docs.flow.bound import BOUND, pdf_path
from pokin_docs.flow.derived import ZIP, DerivedFiles, folder_of, remember
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.settings import POHON
from pokin_docs.pdf.record import PdfEntry
from pokin_docs.render.sharing import make_folder
from pokin_docs.render.standing_files import digest
from pokin_docs.render.trouble import machine_trouble

_CLASSES = frozenset(one.folder for one in JenisPk)


@dataclass(frozen=True, slots=True)
class Zips:
    """The paths of the zips, those of classes first; and what was left out.

    ``old`` counts documents of an earlier workbook, ``outdated`` PDFs and bound files older than their documents.
    """

    paths: tuple[str, ...] = ()
    old: int = 0
    outdated: int = 0


def make_zips(folder: Path, day: date | None) -> Zips:
    """Pack all files of a build that stand and follow from the workbook of the last run, whatever that run made.

    The same files give the same bytes, and are not written.

    Args:
        folder: The build folder, with its manifest.
        day: The day that the files in the zips get; None for the first that a zip knows.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    derived = DerivedFiles(folder)
    made = derived.manifest
    current = {(one.jenis, one.time) for one in made.made if one.buku == made.buku}
    standing = [one for one in made.dokumen if (folder / one.file).is_file()]
    mine = [one for one in standing if (one.jenis, one.time) in current]
    groups: dict[str, list[str]] = {}
    everything: list[str] = []
    bound = [path.relative_to(folder).as_posix() for path in sorted(folder.glob(f"{BOUND}/Cetak-*"))]
    following = [path for one in mine if (folder / (path := pdf_path(one.file))).is_file()]
    left_out = {path for path in (*following, *bound) if not derived.is_current(path)}
    for one in mine:
        found = [one.file, *(path for path in (pdf_path(one.file),) if path in following and path not in left_out)]
        parts = one.file.split("/")
        if len(parts) > 2 and parts[1] in _CLASSES:
            groups.setdefault(f"{ZIP}/{parts[1]}_{one.time or NO_YEAR}.zip", []).extend(found)
        everything += found
    if everything:
        everything += [path for path in bound if path not in left_out]
        groups[f"{ZIP}/Semua.zip"] = everything
    packed: dict[str, PdfEntry] = {}
    telling = {one.file for one in mine if not one.templat and one.jenis != POHON}
    with machine_trouble(folder):
        for path, names in groups.items():
            entry = pack(folder, path, {name: folder / name for name in sorted(set(names))}, day)
            whole = {(folder_of(one.file), one.time) for one in mine if one.templat and one.file in names}
            # What tells of the build itself tells of its zips too.
            held = tuple(part for part in entry.parts if part[0] not in telling)
            packed[path] = replace(entry, parts=held, whole=tuple(sorted(whole)))
        remember(folder, packed)
    return Zips(tuple(groups), len(standing) - len(mine), len(left_out))


def pack(folder: Path, path: str, files: dict[str, Path], day: date | None) -> PdfEntry:
    """Write a zip where it is not as it would be; return what is to be known of it.

    Args:
        folder: The build folder.
        path: The path of the zip in it.
        files: The files by their names in the zip.
        day: The day that they get.
    """
    contents = {name: source.read_bytes() for name, source in files.items()}
    data = assemble(added(name, content, day=day) for name, content in contents.items())
    make_folder((folder / path).parent)
    write_where_other(folder / path, data)
    parts = ((files[name].relative_to(folder).as_posix(), digest(content)) for name, content in contents.items())
    return PdfEntry("", "", digest(data), len(files), parts=tuple(parts))
