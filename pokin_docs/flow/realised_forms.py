"""Forms for the units: handed out blank for a quarter, and put into the workbook when they come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.flow.entered_book import BookImport, bytes_of, put_into
from pokin_docs.model.findings import MachineTrouble, Outcome, Temuan, temuan
from pokin_docs.model.printing import slug
from pokin_docs.model.refusals import refusal
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import REALISASI

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Understood
    from pokin_docs.model.realised_form import FilledForm, UnitForm

_LONGEST_UNIT = 60
_NOWHERE = CellRef("")


class NoYear(Exception):
    """The workbook does not say which year it is for."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A form that lies ready: its file, how much it asks, and whether it was written now or stood there already."""

    file: Path
    unit: str
    measures: int
    money: int
    written: bool


def hand_out(book: Path, quarter: int, folder: Path) -> Outcome[tuple[HandedOut, ...]]:
    """A blank form per unit, written into a folder; a file that stands there already is never touched.

    Args:
        book: The workbook.
        quarter: The quarter, 1 to 4.
        folder: The folder, which is made.

    Raises:
        NoYear: The workbook names no year of the PK.
        MachineTrouble: The folder cannot be written.
    """
    from pokin_docs.files.whole_file import save
    from pokin_docs.transform.realised_units import unit_forms
    from pokin_docs.workbook.realised_form import form_bytes

    known = _understood(book)
    if isinstance(known, tuple):
        return Outcome(None, known)
    year = known.plan.cycle.tahun
    if year is None:
        raise NoYear
    forms = unit_forms(known.buku, known.plan, year, quarter)
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for form, name in zip(forms, _names(forms), strict=True):
            file = folder / name
            written = not file.exists()
            if written:
                save(file, form_bytes(form))
            made.append(HandedOut(file, form.unit, len(form.measures), len(form.money), written))
    except OSError as error:
        raise MachineTrouble(
            f"Folder {folder} tidak dapat ditulisi ({refusal(error)}).",
            "Pilih folder lain atau periksa izinnya.",
        ) from error
    return Outcome(tuple(made))


def _names(forms: Sequence[UnitForm]) -> tuple[str, ...]:
    """``Realisasi_2026_TW-2_Bidang-Data.xlsx``; units whose names look the same there are numbered."""
    names: list[str] = []
    for form in forms:
        stem = f"Realisasi_{form.year}_TW-{form.quarter}_{slug(form.unit, _LONGEST_UNIT) or 'Unit'}"
        taken = sum(name.casefold().startswith(f"{stem.casefold()}.") for name in names)
        names.append(f"{stem}_{taken + 1}.xlsx" if taken else f"{stem}.xlsx")
    return tuple(names)


def _understood(book: Path) -> Understood | tuple[Temuan, ...]:
    """The workbook; the reasons where it is not understood."""
    from pokin_docs.flow.examine import Understood, examine

    found = examine(book, Settings(book.parent, ()), ())  # nothing is written
    return found if isinstance(found, Understood) else found.temuan


def all_forms(sources: Sequence[Path]) -> bool | None:
    """Whether files are forms of ours: all of them, none of them, or (None) only some."""
    from pokin_docs.extract.realised_form import is_form

    found = [is_form(source) for source in sources]
    return True if all(found) else None if any(found) else False


def take_back(
    sources: Sequence[Path], book: Path, *, in_place: bool, on_progress: Callable[[str], None] = lambda message: None
) -> Outcome[BookImport]:
    """Filled forms put into the sheet Realisasi of a workbook, or of a copy of it; all else stays byte for byte.

    Args:
        sources: The forms.
        book: The workbook.
        in_place: The workbook itself is changed, after a dated copy of it was made.
        on_progress: Told in a sentence what is being done.

    Returns:
        What was done, with what of the forms was not used; no value, with the reasons, where a form or the workbook
        cannot be used.

    Raises:
        MachineTrouble: A file cannot be read or written.
    """
    from pokin_docs.extract.import_target import read_target
    from pokin_docs.model.achievement_settings import read_rules
    from pokin_docs.model.import_target import TargetTable
    from pokin_docs.transform.realised_forms import form_changes, refusals
    from pokin_docs.workbook.entering.enter import locked_places

    known = _understood(book)
    if isinstance(known, tuple):
        return Outcome(None, known)
    target = read_target(book, {REALISASI.kunci: ("tw",)})
    if target.value is None:
        return Outcome(None, target.temuan)
    forms, found = _read(sources, on_progress)
    year = known.plan.cycle.tahun
    name = known.buku.identitas["nama_pd"].clean if "nama_pd" in known.buku.identitas else ""
    refused = (
        (*found, *refusals(forms, name, year)) if len(forms) < len(sources) else tuple(refusals(forms, name, year))
    )
    if refused or year is None:
        return Outcome(None, tuple(dict.fromkeys((*found, *refused))))
    file, table = bytes_of(book), target.value.realised
    if table is None:
        table = TargetTable(REALISASI.title, 0, 0, {}, 1)
    else:
        formulas, covered = locked_places(file, table.title)
        table = replace(table, formulas=formulas, covered=covered)
    scales = read_rules(known.buku.identitas)[0].scales
    got = form_changes(forms, table, known.plan.pohon, year, scales, known.plan.program)
    told_already = {finding.tempat for finding in got.temuan}
    found = tuple(finding for finding in found if finding.tempat not in told_already)
    told = tuple(map(got.line, forms))
    same = f"{book.name} sudah sama dengan formulirnya; tidak ada yang ditulis."
    result = put_into(book, file, (got.changes,), target.value, told, in_place=in_place, same=same)
    return Outcome(result.value, (*found, *got.temuan, *result.temuan))


def _read(
    sources: Sequence[Path], on_progress: Callable[[str], None]
) -> tuple[tuple[FilledForm, ...], tuple[Temuan, ...]]:  # fmt: skip
    """The forms that can be used, and what was found in all of them."""
    from pokin_docs.extract.realised_form import read_form

    forms, found = [], list[Temuan]()
    for source in sources:
        on_progress(f"Membaca {source.name} …")
        reading = read_form(source) if source.is_file() else Outcome[FilledForm](None, (_missing(source),))
        found += reading.temuan
        forms += [reading.value] if reading.value is not None else []
    return tuple(forms), tuple(found)


def _missing(source: Path) -> Temuan:
    return temuan("B01", _NOWHERE, berkas=source.name)
