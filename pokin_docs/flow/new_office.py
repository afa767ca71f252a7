"""A new office: the blank workbook and the templates, laid into a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.locations import bundled

BUKU_NAME = "buku-kerja.xlsx"


def planned_files(folder: Path) -> tuple[Path, ...]:
    """The files that ``start_office`` writes."""
    templates = sorted(bundled("templates").glob("*.docx"))
    return (folder / "inputs" / BUKU_NAME, *(folder / "templates" / path.name for path in templates))


def start_office(folder: Path) -> tuple[Path, ...]:
    """Write the blank workbook to ``inputs/`` and the templates to ``templates/``; existing files are never touched.

    Returns:
        The files written.

    Raises:
        FileExistsError: One of the files is there already; nothing is written then.
        MachineTrouble: The folder cannot be written.
    """
    files = planned_files(folder)
    for path in files:
        if path.exists():
            raise FileExistsError(path)
    from pokin_docs.workbook.write import write_workbook

    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(files[0])
        for path in files[1:]:
            shutil.copyfile(bundled("templates") / path.name, path)
    except OSError as error:
        raise MachineTrouble(
            f"Folder {folder} tidak dapat ditulisi ({error.strerror}).", "Pilih folder lain atau periksa izinnya."
        ) from error
    return files
