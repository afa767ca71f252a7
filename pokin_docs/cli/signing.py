"""What is told of the list of who signs what, and of signed PDFs that came back; the work is in ``flow.signing``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pokin_docs.flow.signing import SigningList
    from pokin_docs.render.result import BuildResult


_NAMED = 3


def tell_signing(made: BuildResult, signing: SigningList) -> None:
    """Say where the list of who signs what lies; why it could not be replaced is told with the other files."""
    if signing.path and not signing.failed:
        click.echo(f"  {signing.path}: {signing.lines} tanda tangan oleh {signing.persons} orang")
    if signing.found.files:
        click.echo(f"  {len(signing.found.files)} PDF yang kembali: {_states(signing)}")
        count, first = len(signing.unsigned), ", ".join(signing.unsigned[:_NAMED])
        more = f" dan {count - _NAMED} lain" if count > _NAMED else ""
        click.echo(f"  Belum lengkap ditandatangani: {count} dokumen{f' ({first}{more})' if first else ''}")
    if signing.found.strange:
        said = "bertanda tangan, tetapi bukan dokumen ini seperti sekarang; periksa dengan perintah verifikasi"
        click.echo(f"{', '.join(signing.found.strange)}: {said}.", err=True)
    if signing.aside:
        said = "bukan daftar buatan program ini; disimpan di"
        click.echo(f"{signing.path} {said} {made.folder / signing.aside}.", err=True)


def _states(signing: SigningList) -> str:
    """How many PDFs that came back are what, the first of each by name but those that are as they should be."""
    from pokin_docs.pdf.notes import WHOLE, by_state

    said = []
    for state, files in by_state(signing.found.files).items():
        names = ", ".join(one.file for one in files[:_NAMED])
        more = f" dan {len(files) - _NAMED} lain" if len(files) > _NAMED else ""
        said.append(f"{len(files)} {state}" + ("" if state == WHOLE else f" ({names}{more})"))
    return "; ".join(said)
