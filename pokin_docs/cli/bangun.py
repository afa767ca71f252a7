"""The command ``bangun``: all documents of a workbook, and what has come of it, told."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.edits import EditsTold
from pokin_docs.cli.findings import print_findings, print_lines, tell_machine_trouble
from pokin_docs.cli.notices import tell_workbooks
from pokin_docs.cli.options import (
    GALAT_BUKU,
    GALAT_MESIN,
    GALAT_TEMPLAT,
    KATA,
    SELESAI,
    TEMPLAT,
    KindOption,
    chosen_workbooks,
    cycle_options,
    known_kinds,
    place_options,
    progress,
)  # fmt: skip
from pokin_docs.cli.pdf import make_and_tell, pack_and_tell, tell_outdated
from pokin_docs.cli.posts import tell_without_paper, that_know_the_posts, typed_posts
from pokin_docs.cli.signing import tell_signing
from pokin_docs.cli.templat import tell_corrections
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.locations import template_folders
from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Examination
    from pokin_docs.render.result import BuildResult

_PROGRAM = {".docx": "Word", ".xlsx": "Excel", ".xlsm": "Excel", ".pptx": "PowerPoint", ".html": "peramban"}


@click.command(options_metavar="[PILIHAN]")
@click.argument("buku", required=False, type=click.Path(path_type=Path))
@place_options
@cycle_options
@click.option("--hanya", cls=KindOption, metavar="JENIS", help="Hanya dokumen ini, dipisah koma: {kelompok}.")
@click.option("--pejabat", multiple=True, metavar="ID",
              help="Hanya tulis dokumen jabatan ber-ID ini, boleh berulang; berkas lain dibiarkan.")  # fmt: skip
@click.option("--ulang", is_flag=True, help="Buat ulang semua dokumen, juga yang isinya tidak berubah.")
@click.option("--pratinjau", is_flag=True, help="Tambahkan pratinjau HTML setiap dokumen, untuk dibaca tanpa Word.")
@click.option("--dari", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="FOLDER",
              help="Catat yang sudah ditandatangani menurut PDF di folder ini.")  # fmt: skip
@click.option("--pdf", is_flag=True, help="Buat juga PDF setiap dokumen, dan satu berkas PK untuk dicetak.")
@click.option(
    "--belum-ttd", "unsigned", is_flag=True, help="Dengan --pdf: berkas cetak hanya berisi yang belum ditandatangani."
)
@click.option(
    "--bundel",
    type=click.Choice(["esr"]),
    help="Dengan --zip: satu PDF tiap jenis untuk diunggah ke e-SAKIP Reviu (esr).",
)
@click.option("--zip", "zipped", is_flag=True, help="Kemas juga: satu zip tiap jenis PK, dan satu berisi semua.")
def bangun(
    buku: Path | None,
    keluaran: Path,
    templat: Path | None,
    tahun: int | None,
    tanggal: date | None,
    final: bool,
    hanya: str | None,
    pejabat: tuple[str, ...],
    ulang: bool,
    pratinjau: bool,
    dari: Path | None,
    pdf: bool,
    zipped: bool,
    bundel: str | None,
    unsigned: bool,
) -> None:
    """Bangun semua dokumen dari BUKU, atau semua di folder inputs."""
    settings = Settings(
        keluaran=keluaran,
        templat=template_folders(templat or TEMPLAT),
        tahun=tahun,
        tanggal=tanggal,
        final=final,
        hanya=_groups(hanya),
        pejabat=typed_posts(pejabat),
        ulang=ulang,
        pratinjau=pratinjau,
        signed_from=dari,
        pdf=pdf,
        zipped=zipped or bundel is not None,
        bundle=bundel or "",
        unsigned=unsigned,
        kata=(KATA,),
    )
    raise SystemExit(build_books(chosen_workbooks(buku), settings))


def build_books(books: list[Path], settings: Settings) -> int:
    """Build each of these workbooks, say what came of it, and return the exit code.

    Args:
        books: The workbooks.
        settings: What was asked for.

    Raises:
        click.UsageError: Two of them would write into one folder, or a post that is asked for is in none.
    """
    from pokin_docs.flow.places import build_folder

    folders = {build_folder(path, settings).name.casefold(): path for path in books}
    if len(folders) < len(books):
        raise click.UsageError("Dua buku kerja akan menulis ke folder hasil yang sama; ganti nama salah satunya.")
    examined = [(path, _examine(path, settings)) for path in books]
    tell_workbooks(examined, settings)
    asked = that_know_the_posts(examined, settings, known_kinds())
    return max(_build_one(path, examination, settings) for path, examination in asked)


def _examine(path: Path, settings: Settings) -> Examination:
    from pokin_docs.flow.examine import examine

    return examine(
        path, settings, known_kinds(), pictures=True, on_notice=lambda message: click.echo(message, err=True)
    )  # fmt: skip


def _groups(hanya: str | None) -> tuple[str, ...] | None:
    from difflib import get_close_matches

    from pokin_docs.flow.groups import all_groups

    if hanya is None:
        return None
    known = all_groups(known_kinds())
    groups = tuple(part.strip().casefold() for part in hanya.split(",") if part.strip())
    unknown = [group for group in groups if group not in known]
    if unknown or not groups:
        near = [(group, get_close_matches(group, known, 1)) for group in unknown]
        meant = "".join(f" Mungkin maksudnya {found[0]}, bukan {group}?" for group, found in near if found)
        raise click.BadParameter(f"pilih dari {', '.join(known)}.{meant}", param_hint="--hanya")
    return groups


def _build_one(path: Path, examination: Examination, settings: Settings) -> int:
    from pokin_docs.flow.build import build
    from pokin_docs.flow.derived import outdated_files
    from pokin_docs.flow.edits import hand_edits
    from pokin_docs.flow.examine import NotUnderstood
    from pokin_docs.flow.groups import asked_documents, chosen_kinds
    from pokin_docs.flow.paper_notes import renew_report
    from pokin_docs.report.texts import completeness_line, no_rows_lines, not_made_line, validity_lines

    kinds = known_kinds()
    refused = isinstance(examination, NotUnderstood) or examination.galat(final=settings.final)
    told = EditsTold(path, hand_edits(path, examination, settings, kinds, refused=refused))
    print_findings(path, examination, final=settings.final, brief=True)
    if isinstance(examination, NotUnderstood) or refused:
        _refuse(path, examination, settings, told)
        return GALAT_BUKU
    asked = asked_documents(examination.plan, settings, kinds)
    if tell_without_paper(path, examination.plan, asked, settings):
        return GALAT_BUKU
    lacking = [not_made_line(nama, titles, examination.buku) for nama, titles in examination.plan.not_made]
    for line in (*lacking, *no_rows_lines(examination.plan, chosen_kinds(settings, kinds))):
        click.echo(line, err=True)
    try:
        with progress() as step:
            outcome = build(
                path, examination, settings, kinds, on_progress=step, edits=told.edits, on_aside=told.on_aside
            )  # fmt: skip
    finally:
        told.tell_rest()
    print_lines(outcome.temuan, final=settings.final, of="Dokumen" if outcome.contradicts else "Templat")
    if outcome.build is None:
        reason = "dokumennya saling bertentangan" if outcome.contradicts else "templat belum cocok"
        click.echo(f"{path.name}: tidak ada dokumen yang ditulis karena {reason}.", err=True)
        if not outcome.contradicts:
            tell_corrections(outcome.temuan, settings.templat)
        if outcome.trouble:
            tell_machine_trouble(outcome.trouble)
        tell_findings_files(outcome.findings)
        return GALAT_BUKU if outcome.contradicts else GALAT_TEMPLAT
    tell_build(outcome.build)
    if outcome.build.dokumen:
        made = replace(
            examination.plan, dokumen=tuple(entry for entry in asked if entry.path not in outcome.build.unmade)
        )
        for line in (f"  {completeness_line(made)}", *validity_lines(made)):
            click.echo(line)
    tell_attachments(outcome.build, len(examination.temuan) + len(outcome.late))
    print_lines(outcome.signing.findings, final=settings.final)
    tell_signing(outcome.build, outcome.signing)
    whole = SELESAI if outcome.whole else GALAT_MESIN
    printed = make_and_tell(outcome.build, asked, examination.plan, settings) if settings.pdf else SELESAI
    renew_report(path, examination, settings, outcome.build, kinds, told.edits, outcome.notes)
    if settings.zipped:
        pack_and_tell(outcome.build, examination, settings)
    tell_outdated(outdated_files(outcome.build.folder))
    return max(tell_trouble(outcome.build), whole, printed)


def _refuse(path: Path, examination: Examination, settings: Settings, told: EditsTold) -> None:
    """Write what shows the findings, and say why there are no documents and what to open."""
    from pokin_docs.flow.attachments import refusal_reason
    from pokin_docs.flow.refusal import what_final_allows, write_findings

    made = None
    try:
        made = write_findings(
            path, examination, settings, known_kinds(), edits=told.edits, on_aside=told.on_aside
        )  # fmt: skip
    except MachineTrouble as trouble:  # the workbook is what must be repaired first
        tell_machine_trouble(trouble)
    told.tell_rest()
    reason = refusal_reason(examination, final=settings.final)
    click.echo(f"{path.name}: tidak ada dokumen yang ditulis karena {reason}.", err=True)
    if advice := what_final_allows(path, examination, settings, known_kinds()):
        click.echo(advice, err=True)
    tell_findings_files(made)


def tell_findings_files(made: BuildResult | None) -> None:
    """Say which files show what was found, though no document was written, and which could not be replaced."""
    if made is None:
        return
    tell_trouble(made)
    if made.lampiran:
        click.echo(f"Buka {' atau '.join(str(made.folder / name) for name in made.lampiran)}.", err=True)


def tell_build(made: BuildResult) -> None:
    """Say what a build folder holds now."""
    reused = f", {made.used} dipakai lagi tanpa dibuat ulang" if made.used else ""
    counts = f"{made.new} ditulis, {made.unchanged} tidak berubah"
    click.echo(f"{made.folder}: {len(made.dokumen)} dokumen ({counts}){reused}.")
    folders = [name.partition("/")[0] for name in made.dokumen]
    if folders:
        click.echo("  " + ", ".join(f"{folder}: {folders.count(folder)}" for folder in dict.fromkeys(folders)))


def tell_attachments(made: BuildResult, temuan: int) -> None:
    """Say what lies beside the documents, the forms of one thing on one line; folders of many by their number."""
    from pokin_docs.flow.attachments import KOREKSI, REPORT_PAGE

    said = {KOREKSI: f": {temuan} temuan", Path(REPORT_PAGE).stem: ": buka dengan klik ganda"}
    names = [Path(name) for name in made.lampiran]
    forms: dict[str, dict[str, int]] = {}
    for name in names:
        if len(name.parts) == 1:
            kinds = forms.setdefault(re.sub(r"-\d+$", "", name.stem), {})
            kinds[name.suffix] = kinds.get(name.suffix, 0) + 1
    for stem, kinds in forms.items():
        told = ", ".join(suffix if count == 1 else f"{suffix} ({count} halaman)" for suffix, count in kinds.items())
        click.echo(f"  {stem}{told}{said.get(stem, '')}")
    folders = [name.parts[0] for name in names if len(name.parts) > 1]
    for folder in dict.fromkeys(folders):
        click.echo(f"  {folder}: {folders.count(folder)}")


def tell_trouble(made: BuildResult) -> int:
    """Say which files are gone or could not be replaced; return the exit code."""
    gone = [name for name in made.deleted if len(Path(name).parts) == 1 or not name.endswith(".html")]
    if gone:
        click.echo(f"  {len(gone)} dokumen lama dihapus: {', '.join(gone)}")
    if len(made.deleted) > len(gone):
        click.echo(f"  {len(made.deleted) - len(gone)} pratinjau lama dihapus")
    for line in dict.fromkeys(_why_not(made.folder, name) for name in made.failed):
        click.echo(line, err=True)
    if made.unmade:
        old = sum((made.folder / name).is_file() for name in made.unmade)
        left = f"; {old} berkas lamanya dibiarkan" if old else ""
        click.echo(f"  {len(made.unmade)} tidak dapat dibuat: {', '.join(made.unmade)}{left}", err=True)
    # Others were made: as with a file that is open elsewhere, this machine has not done all that was asked.
    return GALAT_MESIN if made.failed or made.unmade else SELESAI


def _why_not(folder: Path, name: str) -> str:
    """Why a file could not be replaced, and what to do: something is in its way, or it is open."""
    above = [Path(*Path(name).parts[:count]) for count in range(1, len(Path(name).parts))]
    reason = f"{name} adalah folder, padahal tempat sebuah berkas" if (folder / name).is_dir() else ""
    for path in above:
        if (folder / path).is_symlink():
            reason = f"{path.as_posix()} adalah tautan ke tempat lain, dan program ini hanya menulis di {folder}"
        elif (folder / path).is_file():
            reason = f"{path.as_posix()} adalah berkas, padahal tempat sebuah folder"
    if reason:
        return f"{reason}; pindahkan atau ganti namanya, lalu jalankan lagi."
    around = next((place for place in (folder / name).parents if place.is_dir()), folder)
    if not os.access(around, os.W_OK):
        return f"{name} tidak dapat diganti karena folder {around} tidak boleh ditulisi; minta izin menulis di sana."
    program = _PROGRAM.get(Path(name).suffix, "program yang membukanya")
    return f"{name} tidak dapat diganti; tutup berkas itu di {program}, lalu jalankan lagi."
