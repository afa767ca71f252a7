"""The command ``naskah``: the Word document in which an office writes its own part of the Renstra."""

from __future__ import annotations

from pathlib import Path

import click

from pokin_docs.cli.findings import print_lines
from pokin_docs.cli.options import GALAT_BUKU, SELESAI, chosen_workbooks


@click.command(options_metavar="[PILIHAN]")
@click.argument("buku", required=False, type=click.Path(path_type=Path))
def naskah(buku: Path | None) -> None:
    """Siapkan naskah Renstra di samping BUKU; yang sudah ada tidak pernah diubah."""
    from pokin_docs.flow.narrative import make_narrative

    unread = False
    for book in chosen_workbooks(buku):
        try:
            outcome = make_narrative(book)
        except FileExistsError as error:
            raise click.UsageError(
                f"{error.args[0]} sudah ada; pindahkan isinya ke naskah, hapus berkas itu, lalu jalankan lagi."
            ) from None
        made = outcome.value
        if made is None:
            print_lines(outcome.temuan, final=False, of=book.name)
            unread = True
        elif made.file is None:
            click.echo(f"{made.standing}: semua tempat sudah ada; tidak ada yang ditulis.")
        elif made.file == made.standing:
            click.echo(
                f"{made.file}: {len(made.places)} tempat. Tulis di bawah judul setiap tempat, lalu jalankan lagi."
            )
        else:
            click.echo(f"{made.file}: tempat baru {', '.join(place.title for place in made.places)}.")
    raise SystemExit(GALAT_BUKU if unread else SELESAI)
