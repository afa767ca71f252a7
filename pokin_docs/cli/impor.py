"""The command ``impor``: an official workbook out of tables of any kind."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from pokin_docs.cli.findings import print_lines
from pokin_docs.cli.options import GALAT_BUKU, SELESAI


@click.command(options_metavar="[PILIHAN]", short_help="Jadikan tabel lain (Excel, Word, CSV) buku kerja resmi.")
@click.option(
    "--ke",
    type=click.Path(path_type=Path),
    metavar="BUKU",
    help="Isikan ekspor SIPD ke buku kerja ini, tanpa mengubah yang lain: BUKU-impor.xlsx di sebelahnya.",
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

    outcome = import_tables(berkas, on_progress=lambda message: click.echo(message, err=True))
    print_lines(outcome.temuan, final=False, of=berkas[0].name)
    if outcome.value is None:
        raise SystemExit(GALAT_BUKU)
    for told in outcome.value.told:
        click.echo(told)
    raise SystemExit(SELESAI)


def _into(sources: tuple[Path, ...], book: Path, *, in_place: bool) -> NoReturn:
    """Put exports of SIPD into a workbook, and tell what that changed."""
    from pokin_docs.flow.sipd import import_into

    if any(source.exists() and book.exists() and source.samefile(book) for source in sources):
        raise click.BadParameter(f"{book} adalah berkas ekspornya sendiri.", param_hint="--ke")
    outcome = import_into(sources, book, in_place=in_place, on_progress=lambda message: click.echo(message, err=True))
    print_lines(outcome.temuan, final=False, of=book.name)
    if outcome.value is None:
        raise SystemExit(GALAT_BUKU)
    for line in outcome.value.told:
        click.echo(line)
    raise SystemExit(SELESAI)
