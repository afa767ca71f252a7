"""A new office: the blank workbook and the templates, laid into a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.files.whole_file import write_whole
from pokin_docs.flow.launchers import ProgramPlace, launcher_files
from pokin_docs.flow.narrative import SUFFIX, make_narrative
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.locations import bundled
from pokin_docs.model.refusals import refusal

if TYPE_CHECKING:
    from pokin_docs.workbook.write import WorkbookContent

BUKU_NAME = "buku-kerja.xlsx"


def planned_files(folder: Path) -> tuple[Path, ...]:
    """The files that ``start_office`` writes."""
    templates = sorted(path for path in bundled("templates").iterdir() if path.suffix in (".docx", ".xlsx"))
    narrative = folder / "inputs" / (Path(BUKU_NAME).stem + SUFFIX)
    return (folder / "inputs" / BUKU_NAME, narrative, *(folder / "templates" / path.name for path in templates))


def start_office(
    folder: Path,
    nomenclature: Path | None = None,
    fields: Sequence[str] = (),
    *,
    province: bool = False,
    launchers: ProgramPlace | None = None,
) -> tuple[Path, ...]:
    """Blank workbook and naskah written to ``inputs/``, templates to ``templates/``; existing files are never touched.

    Args:
        folder: The folder of the office.
        nomenclature: The official list, which the drop-downs of the workbook offer and which is laid beside it.
        fields: The office's fields of government, such as 2.16; none for all.
        province: It is an office of a province.
        launchers: Where the files for a double click find the program; without it none are laid.

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
    laid = launcher_files(launchers.seen_from(folder)) if launchers else {}
    for path in (*files, *(folder / name for name in laid)):
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
        files = (*files, *_write_launchers(folder, laid))
    except OSError as error:
        raise _unwritable(folder, error) from error
    return files


def lay_launchers(folder: Path, place: ProgramPlace) -> tuple[Path, ...]:
    """The files for a double click in the folder of an office, those of an earlier place of the program replaced.

    Args:
        folder: The folder of the office.
        place: Where they find the program.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_launchers(folder, launcher_files(place.seen_from(folder)))
    except OSError as error:
        raise _unwritable(folder, error) from error


def lay_example(folder: Path, place: ProgramPlace) -> None:
    """The example workbook with its naskah and logo, and the files for a double click; what is there already stays.

    Args:
        folder: A folder for it.
        place: Where the launchers find the program.

    Raises:
        MachineTrouble: The folder cannot be written.
    """
    lay_launchers(folder, place)
    try:
        (folder / "inputs").mkdir(exist_ok=True)
        for path in sorted(bundled("inputs").iterdir()):
            if path.is_file() and not (folder / "inputs" / path.name).exists():
                shutil.copyfile(path, folder / "inputs" / path.name)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _write_launchers(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    written = []
    for name, data in files.items():
        path = folder / name
        write_whole(path, data)
        if path.suffix != ".bat":
            path.chmod(path.stat().st_mode | 0o111)
        written.append(path)
    return tuple(written)


def _unwritable(folder: Path, error: OSError) -> MachineTrouble:
    return MachineTrouble(
        f"Folder {folder} tidak dapat ditulisi ({refusal(error)}).", "Pilih folder lain atau periksa izinnya."
    )


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
