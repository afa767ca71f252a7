"""The command ``mulai``: a new office in a folder of its own."""

from __future__ import annotations

import re
from pathlib import Path

import click

from pokin_docs.cli.proposed import program_from_anywhere, program_place, quoted


@click.command(options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--nomenklatur", metavar="BERKAS", type=click.Path(path_type=Path),
              help="Daftar nomenklatur (ekspor SIPD) untuk daftar pilihan kode dan nama di buku kerja.")  # fmt: skip
@click.option("--bidang", metavar="KODE", multiple=True,
              help="Bidang perangkat daerah, misalnya 2.16; boleh beberapa. Tanpa ini: semua bidang.")  # fmt: skip
@click.option("--provinsi", is_flag=True, help="Perangkat daerah provinsi, bukan kabupaten/kota.")
@click.option("--klik", "only_launchers", is_flag=True,
              help="Hanya letakkan berkas klik ganda di FOLDER yang sudah dipakai.")  # fmt: skip
def mulai(
    folder: Path, nomenklatur: Path | None, bidang: tuple[str, ...], provinsi: bool, only_launchers: bool
) -> None:
    """Siapkan kantor baru di FOLDER: buku kerja kosong, templat, dan berkas untuk klik ganda."""
    from pokin_docs.flow.new_office import lay_launchers, start_office
    from pokin_docs.flow.nomenclature import NoList

    if only_launchers:
        if nomenklatur is not None or bidang or provinsi:
            raise click.UsageError("--klik tidak bersama pilihan lain.")
        for path in lay_launchers(folder, program_place()):
            click.echo(str(path))
        return
    fields = tuple(part for text in bidang for part in re.split(r"[;,\s]+", text) if part)
    if (fields or provinsi) and nomenklatur is None:
        raise click.UsageError("--bidang dan --provinsi memerlukan --nomenklatur BERKAS.")
    try:
        written = start_office(folder, nomenklatur, fields, province=provinsi, launchers=program_place())
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
    click.echo(f"  cd {quoted(folder)}\n  {program_from_anywhere()}\natau klik ganda Bangun di sana.")
