"""What is told of the list of who signs what, and of signed PDFs that came back; the work is in ``flow.signing``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pokin_docs.flow.signing import SigningList
    from pokin_docs.render.result import BuildResult


def tell_signing(made: BuildResult, signing: SigningList) -> None:
    """Say where the list of who signs what lies; why it could not be replaced is told with the other files."""
    if signing.path and not signing.failed:
        click.echo(f"  {signing.path}: {signing.lines} tanda tangan oleh {signing.persons} orang")
    if signing.found.count:
        click.echo(f"  {signing.found.count} dokumen sudah ditandatangani menurut PDF yang ditemukan")
    if signing.found.strange:
        said = "bertanda tangan, tetapi bukan dokumen ini seperti sekarang; periksa dengan perintah verifikasi"
        click.echo(f"{', '.join(signing.found.strange)}: {said}.", err=True)
    if signing.aside:
        said = "bukan daftar buatan program ini; disimpan di"
        click.echo(f"{signing.path} {said} {made.folder / signing.aside}.", err=True)
