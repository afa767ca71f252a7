"""The documents of a build packed to be handed on: one zip for each class of officials, and one of all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.printed import NO_YEAR
from pokin_docs.files.whole_file import write_whole
from pokin_docs.files.zip_bytes import added, assemble
from pokin_docs.flow.pdf import pdf_path
from pokin_docs.model.levels import JenisPk
from pokin_docs.render.sharing import make_folder
from pokin_docs.render.trouble import machine_trouble

ZIP = "Zip"
"""The folder of the zips in a build folder."""
_CLASSES = frozenset(one.folder for one in JenisPk)


def make_zips(folder: Path, documents: Iterable[Dokumen]) -> tuple[str, ...]:
    """Pack what stands of these documents and their PDFs; the same files give the same bytes, and are not written.

    Args:
        folder: The build folder.
        documents: The documents of this run.

    Returns:
        The paths of the zips in the build folder; those of classes first, in the order of their documents.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    groups: dict[str, list[str]] = {}
    everything: list[str] = []
    for one in documents:
        found = [path for path in (one.path, pdf_path(one.path)) if (folder / path).is_file()]
        parts = one.path.split("/")
        if found and len(parts) > 2 and parts[1] in _CLASSES:
            groups.setdefault(f"{ZIP}/{parts[1]}_{one.time or NO_YEAR}.zip", []).extend(found)
        everything += found
    if everything:
        groups[f"{ZIP}/Semua.zip"] = everything
    with machine_trouble(folder):
        for path, names in groups.items():
            data = assemble(added(name, (folder / name).read_bytes()) for name in sorted(set(names)))
            target = folder / path
            if not target.is_file() or target.read_bytes() != data:
                make_folder(target.parent)
                write_whole(target, data)
    return tuple(groups)
