"""The command ``mulai``: a new office in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import click

from pokin_docs.cli.proposed import program_from_anywhere, quoted


@click.command(options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def mulai(folder: Path) -> None:
    """Siapkan kantor baru di FOLDER: buku kerja kosong dan templat."""
    from pokin_docs.flow.new_office import start_office

    try:
        written = start_office(folder)
    except FileExistsError as error:
        raise click.UsageError(f"{error.args[0]} sudah ada; pilih folder lain agar tidak tertimpa.") from None
    for path in written:
        click.echo(str(path))
    click.echo(f"Isi {written[0].name} mulai dari lembar Petunjuk. Lalu jalankan di folder itu:")
    click.echo(f"  cd {quoted(folder)}\n  {program_from_anywhere()}")
