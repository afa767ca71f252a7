"""The command ``impor``: an official workbook out of tables of any kind."""

from __future__ import annotations

from pathlib import Path

import click

from pokin_docs.cli.findings import print_lines
from pokin_docs.cli.options import GALAT_BUKU, SELESAI


@click.command(options_metavar="[PILIHAN]", short_help="Jadikan tabel lain (Excel, Word, CSV) buku kerja resmi.")
@click.argument("berkas", nargs=-1, required=True, type=click.Path(path_type=Path))
def impor(berkas: tuple[Path, ...]) -> None:
    """Jadikan tabel di BERKAS (.xlsx, .xls, .ods, .csv, .docx) buku kerja resmi: <berkas>-impor.xlsx di sebelahnya."""
    from pokin_docs.flow.impor import import_tables

    outcome = import_tables(berkas, on_progress=lambda message: click.echo(message, err=True))
    print_lines(outcome.temuan, final=False, of=berkas[0].name)
    if outcome.value is None:
        raise SystemExit(GALAT_BUKU)
    for told in outcome.value.told:
        click.echo(told)
    raise SystemExit(SELESAI)
