"""A new office: the blank workbook and the templates, laid into a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.flow.narrative import SUFFIX, make_narrative
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.locations import bundled

if TYPE_CHECKING:
    from pokin_docs.workbook.write import WorkbookContent

BUKU_NAME = "buku-kerja.xlsx"


def planned_files(folder: Path) -> tuple[Path, ...]:
    """The files that ``start_office`` writes."""
    templates = sorted(path for path in bundled("templates").iterdir() if path.suffix in (".docx", ".xlsx"))
    narrative = folder / "inputs" / (Path(BUKU_NAME).stem + SUFFIX)
    return (folder / "inputs" / BUKU_NAME, narrative, *(folder / "templates" / path.name for path in templates))


def start_office(
    folder: Path, nomenclature: Path | None = None, fields: Sequence[str] = (), *, province: bool = False
) -> tuple[Path, ...]:
    """Blank workbook and naskah written to ``inputs/``, templates to ``templates/``; existing files are never touched.

    Args:
        folder: The folder of the office.
        nomenclature: The official list, which the drop-downs of the workbook offer and which is laid beside it.
        fields: The office's fields of government, such as 2.16; none for all.
        province: It is an office of a province.

    Returns:
        The files written.

    Raises:
        FileExistsError: One of the files is there already; nothing is written then.
        NoList: The list is none, or has nothing of these fields; nothing is written then.
        MachineTrouble: The folder cannot be written.
    """
    files = planned_files(folder)
    content = _content(nomenclature, fields, province=province) if nomenclature else None
    copy = files[0].parent / nomenclature.name if nomenclature else None
    if copy is not None and nomenclature is not None and copy.exists() and not copy.samefile(nomenclature):
        raise FileExistsError(copy)
    for path in files:
        if path.exists():
            raise FileExistsError(path)
    from pokin_docs.workbook.write import write_workbook

    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(files[0], content)
        make_narrative(files[0])
        for path in files[2:]:
            shutil.copyfile(bundled("templates") / path.name, path)
        if copy is not None and nomenclature is not None and not copy.exists():
            shutil.copyfile(nomenclature, copy)
            files = (*files, copy)
    except OSError as error:
        raise MachineTrouble(
            f"Folder {folder} tidak dapat ditulisi ({error.strerror}).", "Pilih folder lain atau periksa izinnya."
        ) from error
    return files


def _content(file: Path, fields: Sequence[str], *, province: bool) -> WorkbookContent:
    from pokin_docs.flow.nomenclature import NoList, opened_list
    from pokin_docs.model.nomenclature import PROVINCE, REGENCY, entries_for
    from pokin_docs.workbook.write import WorkbookContent

    listed = opened_list(file)
    unknown = [field for field in fields if not any(entry.kode.startswith(f"{field}.") for entry in listed.entries)]
    if unknown:
        raise NoList(f"tidak memuat program dari bidang {', '.join(unknown)}")
    entries = entries_for(listed, fields, PROVINCE if province else REGENCY)
    if not entries:
        raise NoList("tidak memuat program untuk pemerintah daerah itu")
    return WorkbookContent(
        identitas={"nomenklatur": file.name}, nomenclature=tuple(entries), nomenclature_source=file.name
    )
