"""The command ``mulai``: a new office in a folder of its own."""

from __future__ import annotations

import re
from pathlib import Path

import click

from pokin_docs.cli.proposed import program_from_anywhere, quoted


@click.command(options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--nomenklatur", metavar="BERKAS", type=click.Path(path_type=Path),
              help="Daftar nomenklatur (ekspor SIPD) untuk daftar pilihan kode dan nama di buku kerja.")  # fmt: skip
@click.option("--bidang", metavar="KODE", multiple=True,
              help="Bidang perangkat daerah, misalnya 2.16; boleh beberapa. Tanpa ini: semua bidang.")  # fmt: skip
@click.option("--provinsi", is_flag=True, help="Perangkat daerah provinsi, bukan kabupaten/kota.")
def mulai(folder: Path, nomenklatur: Path | None, bidang: tuple[str, ...], provinsi: bool) -> None:
    """Siapkan kantor baru di FOLDER: buku kerja kosong dan templat."""
    from pokin_docs.flow.new_office import start_office
    from pokin_docs.flow.nomenclature import NoList

    fields = tuple(part for text in bidang for part in re.split(r"[;,\s]+", text) if part)
    if (fields or provinsi) and nomenklatur is None:
        raise click.UsageError("--bidang dan --provinsi memerlukan --nomenklatur BERKAS.")
    try:
        written = start_office(folder, nomenklatur, fields, province=provinsi)
    except FileExistsError as error:
        raise click.UsageError(f"{error.args[0]} sudah ada; pilih folder lain agar tidak tertimpa.") from None
    except NoList as error:
        reason = f"{nomenklatur}: {error.reason}."
        raise click.BadParameter(reason, param_hint="--nomenklatur") from None
    for path in written:
        click.echo(str(path))
    if nomenklatur is not None and not fields:
        click.echo("Daftar pilihannya memuat semua bidang; dengan --bidang KODE hanya bidang perangkat daerah ini.")
    click.echo(f"Isi {written[0].name} mulai dari lembar Petunjuk. Lalu jalankan di folder itu:")
    click.echo(f"  cd {quoted(folder)}\n  {program_from_anywhere()}")
