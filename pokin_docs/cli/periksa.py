"""The command ``periksa``: all findings of a workbook at once, and how complete its documents would be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.edits import edits_as_data, tell_expected_edits
from pokin_docs.cli.findings import findings_into_file, print_findings
from pokin_docs.cli.notices import tell_workbooks
from pokin_docs.cli.options import (
    GALAT_BUKU,
    HASIL,
    KATA,
    SELESAI,
    TEMPLAT,
    chosen_workbooks,
    cycle_options,
    known_kinds,
    refuse_target,
)
from pokin_docs.cli.pdf import tell_outdated
from pokin_docs.model.locations import template_folders
from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.documents.plan import Plan
    from pokin_docs.flow.examine import Examination


@click.command(options_metavar="[PILIHAN]")
@click.argument("buku", required=False, type=click.Path(path_type=Path))
@cycle_options
@click.option("--keluaran", type=click.Path(path_type=Path, file_okay=False), default=HASIL,
              show_default=True, help="Folder hasil, yang suntingannya disebutkan.")  # fmt: skip
@click.option("--templat", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Folder templat Word, bila bukan folder templates.")  # fmt: skip
@click.option("--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks", show_default=True,
              help="Untuk dibaca orang, atau program lain.")  # fmt: skip
@click.option("--koreksi", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False),
              help="Tulis juga salinan BUKU dengan sel bertemuan diwarnai dan didaftar.")  # fmt: skip
def periksa(
    buku: Path | None,
    tahun: int | None,
    tanggal: date | None,
    final: bool,
    keluaran: Path,
    templat: Path | None,
    bentuk: str,
    koreksi: Path | None,
) -> None:
    """Periksa BUKU tanpa menulis dokumen: semua temuan sekaligus."""
    from pokin_docs.flow.derived import outdated_files
    from pokin_docs.flow.edits import hand_edits
    from pokin_docs.flow.examine import examine
    from pokin_docs.report.texts import account_as_data, as_data, completeness_line, coverage_lines, validity_lines

    settings = Settings(keluaran, template_folders(templat or TEMPLAT), tahun, tanggal, final, kata=(KATA,))
    books = chosen_workbooks(buku)
    if koreksi is not None:
        refuse_target(koreksi, books)
    found = [(path, examine(path, settings, known_kinds())) for path in books]
    edits = [hand_edits(path, examination, settings, known_kinds()) for path, examination in found]
    outdated = [outdated_files(known.folder) for known in edits]
    tell_workbooks(found, settings)
    if bentuk == "json":
        import json

        objects = [as_data(path.name, p.temuan, p.waived, _plan(p), final=final) for path, p in found]
        objects = [
            {
                **one,
                "valid": not p.galat(final=final),
                "suntingan": edits_as_data(known),
                **({"usang": [{"berkas": old.path, "dokumen": list(old.documents)} for old in files]} if files else {}),
                "terbaca": account_as_data(p.account),
            }
            for one, known, files, (_, p) in zip(objects, edits, outdated, found, strict=True)
        ]
        # One object for one workbook; a list only where several were asked for.
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
    else:
        for (path, examination), known, files in zip(found, edits, outdated, strict=True):
            tell_expected_edits(known)
            tell_outdated(files)
            print_findings(path, examination, final=final)
            findings_into_file(path, examination, final=final)
            if plan := _plan(examination):
                for line in coverage_lines(plan):
                    click.echo(line)
                click.echo(f"  {completeness_line(plan)}")
                for line in validity_lines(plan):
                    click.echo(line)
    if koreksi is not None:
        _write_correction(koreksi, *found[0], final=final)
    raise SystemExit(GALAT_BUKU if any(p.galat(final=final) for _, p in found) else SELESAI)


def _plan(examination: Examination) -> Plan | None:
    from pokin_docs.flow.examine import Understood

    return examination.plan if isinstance(examination, Understood) else None


def _write_correction(file: Path, path: Path, examination: Examination, *, final: bool) -> None:
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.correct import correction

    data = correction(path, examination, final=final)
    if data is None:
        reason = "susunan berkasnya tidak lengkap" if examination.opened else "berkasnya tidak dapat dibuka"
        click.echo(f"{path.name}: salinan koreksi tidak dibuat karena {reason}.", err=True)
        raise SystemExit(GALAT_BUKU)
    save(file, data)
    click.echo(f"Salinan koreksi: {file}", err=True)
