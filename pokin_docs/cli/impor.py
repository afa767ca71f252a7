"""The command ``impor``: an official workbook out of tables of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pokin_docs.cli.findings import print_lines
from pokin_docs.cli.options import GALAT_BUKU, SELESAI
from pokin_docs.cli.proposed import proposed
from pokin_docs.model.workbook_spec import LEMBAR

if TYPE_CHECKING:
    from pokin_docs.flow.entered_book import BookImport
    from pokin_docs.flow.impor import Imported

_SHOWN_EDITS = 8


@click.command(options_metavar="[PILIHAN]", short_help="Jadikan tabel lain (Excel, Word, CSV) buku kerja resmi.")
@click.option(
    "--ke",
    type=click.Path(path_type=Path),
    metavar="BUKU",
    help="Isikan ekspor SIPD atau formulir realisasi ke buku kerja ini, tanpa mengubah yang lain: BUKU-impor.xlsx "
    "di sebelahnya.",
)
@click.option("--timpa", is_flag=True, help="Dengan --ke: ubah BUKU itu sendiri, sesudah salinan bertanggal dibuat.")
@click.argument("berkas", nargs=-1, required=True, type=click.Path(path_type=Path))
def impor(berkas: tuple[Path, ...], ke: Path | None, *, timpa: bool) -> None:
    """Jadikan tabel di BERKAS (.xlsx, .xls, .ods, .csv, .docx) buku kerja resmi: <berkas>-impor.xlsx di sebelahnya."""
    if ke is not None:
        _into(berkas, ke, in_place=timpa)
    if timpa:
        raise click.UsageError("--timpa hanya bersama --ke BUKU.")
    from pokin_docs.flow.impor import import_tables

    try:
        outcome = import_tables(berkas, on_progress=lambda message: click.echo(message, err=True))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    print_lines(outcome.temuan, final=False, of=berkas[0].name)
    if outcome.value is None:
        raise SystemExit(GALAT_BUKU)
    _tell(outcome.value, berkas)
    raise SystemExit(SELESAI if outcome.value.rows.get("tahap5") else GALAT_BUKU)


def _into(sources: tuple[Path, ...], book: Path, *, in_place: bool) -> NoReturn:
    """Put exports of SIPD, or forms that came back from the units, into a workbook, and tell what that changed."""
    from pokin_docs.flow.realised_forms import all_forms, take_back
    from pokin_docs.flow.sipd import import_into

    if any(source.exists() and book.exists() and source.samefile(book) for source in sources):
        raise click.BadParameter(f"{book} adalah berkas ekspornya sendiri.", param_hint="--ke")
    forms = all_forms(sources)
    if forms is None:
        raise click.UsageError("Sebagian berkas formulir realisasi, sebagian bukan; impor keduanya satu per satu.")
    put_in = take_back if forms else import_into
    outcome = put_in(sources, book, in_place=in_place, on_progress=lambda message: click.echo(message, err=True))
    print_lines(outcome.temuan, final=False, of=book.name)
    if outcome.value is None:
        raise SystemExit(GALAT_BUKU)
    for line in (*outcome.value.told, *_next_steps(outcome.value, sources, book)):
        click.echo(line)
    raise SystemExit(SELESAI)


def _next_steps(done: BookImport, sources: tuple[Path, ...], book: Path) -> Iterator[str]:
    """What has to be done until documents are made of what was put in, each command as it can be copied."""
    if done.waiting:
        yield f"Buka {done.file.name} dan simpan di Excel agar rumusnya dihitung ({done.waiting} sel menunggu)."
    if done.file != book:
        yield f"{book.name} sendiri belum berubah, dan dokumen dibangun dari sana. Bila {done.file.name} sudah benar:"
        yield f"  {proposed('impor', *sources, '--ke', book, '--timpa')}"
    else:
        yield f"Lalu bangun dokumennya:\n  {proposed(book)}"


def _tell(made: Imported, sources: tuple[Path, ...]) -> None:
    """Say what was made, what the planner changed, and what comes next."""
    if not made.written:
        click.echo(f"{made.file}: tidak ada yang berubah.")
    else:
        titles = {lembar.kunci: lembar.title for lembar in LEMBAR}
        counts = ", ".join(f"{titles[kunci]} {count} baris" for kunci, count in made.rows.items() if count)
        click.echo(f"{made.file}: {counts or 'belum ada baris yang dapat dibaca'}.")
    click.echo(f"  Lembar Impor: {made.story.summary}")
    for line in (*made.story.remarks, *_about_choices(made), *_about_edits(made)):
        click.echo(f"  {line}")
    again = proposed("impor", *sources)
    if made.unsure or not made.rows.get("tahap5"):
        click.echo(
            f"Buka {made.file.name} di Excel, pilih yang benar pada lembar Impor, simpan, tutup, lalu jalankan lagi:"
        )
        click.echo(f"  {again}")
    elif made.first:
        click.echo(
            f"Periksa lembar Impor di {made.file.name}. Bila ada yang keliru: ubah pilihannya, simpan, tutup, lalu:"
        )
        click.echo(f"  {again}")
    if made.rows.get("tahap5"):
        click.echo(f"Bila sudah benar:\n  {proposed('periksa', made.file)}")


def _about_choices(made: Imported) -> Iterator[str]:
    from pokin_docs.flow.import_choices import FILE_NAME

    if made.choices is not None:
        yield f"Pilihan Anda diingat di {made.choices.name} untuk berkas berikutnya dengan judul kolom yang sama."
    if made.broken_choices:
        yield f"{FILE_NAME} di folder itu tidak dapat dibaca dan tidak dipakai; hapus atau betulkan berkas itu."
    for choice in made.unknown:
        yield f"Pilihan di lembar Impor tidak dikenal dan tidak dipakai: {choice}."


def _about_edits(made: Imported) -> Iterator[str]:
    """Name what the planner typed since the last run, the first ones cell by cell."""
    if made.new_edits:
        yield f"{len(made.new_edits)} sel yang Anda ketik tetap dipakai (daftarnya di lembar Impor):"
    for edit in made.new_edits[:_SHOWN_EDITS]:
        yield f"  {edit}"
    if len(made.new_edits) > _SHOWN_EDITS:
        yield f"  … dan {len(made.new_edits) - _SHOWN_EDITS} lagi"
    if made.story.lost_edits:
        yield (
            f"{len(made.story.lost_edits)} sel yang Anda ketik berada pada baris yang tidak ada lagi; isinya ada di "
            "lembar Impor dan dipakai lagi bila barisnya kembali."
        )
