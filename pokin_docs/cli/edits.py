"""What a run sets aside, and a folder that another workbook was built into, told before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pokin_docs.flow.edits import HandEdits
    from pokin_docs.render.result import SetAside


class EditsTold:
    """What has been said of the files that are set aside in a run, so that each is named once and in time."""

    def __init__(self, path: Path, edits: HandEdits) -> None:
        self.edits = edits
        self.moved: tuple[SetAside, ...] = ()
        if edits.other_workbook:
            click.echo(
                f"Folder {edits.folder} terakhir dibuat dari {edits.other_workbook}; sekarang dari {path.resolve()}.",
                err=True,
            )
        tell_aside(edits.folder, edits.files, said="akan disimpan")
        _tell_collected(edits, "dikumpulkan di")
        _tell_unnamed(edits)

    def on_aside(self, files: tuple[SetAside, ...]) -> None:
        """Name those that were not known before, as they were saved meanwhile or no manifest names them."""
        self.moved = files
        tell_aside(self.edits.folder, (one for one in files if one not in self.edits.files))

    def tell_rest(self) -> None:
        """Say of what was named that it lies where it lay: the run was refused or stopped after all."""
        named = {one.path: one for one in (*self.edits.files, *self.moved)}
        left = [path for path, one in named.items() if not os.path.lexists(self.edits.folder / one.place)]
        if left:
            click.echo(f"Tidak jadi dipindahkan, karena tidak diganti: {', '.join(left)}.", err=True)


def tell_aside(folder: Path, files: Iterable[SetAside], said: str = "disimpan") -> None:
    """Say which files of a build folder are set aside, and where.

    Args:
        folder: The build folder.
        files: The files.
        said: Whether that was done, or will be.
    """
    for one in files:
        name, place = one.path, folder / one.place
        if one.holder:
            click.echo(f"{name} adalah PK {one.holder}, pemegang sebelumnya; berkas itu {said} di {place}", err=True)
        elif one.edited:
            click.echo(f"{name} disunting tangan; suntingan {said} di {place}", err=True)
        else:
            click.echo(f"{name} tidak tercatat di manifes.json; berkas itu {said} di {place}", err=True)


def tell_expected_edits(edits: HandEdits) -> None:
    """Say which files a build would set aside."""
    from pokin_docs.flow.edits import SUNTINGAN

    for one in edits.files:
        place = edits.folder / SUNTINGAN
        name = one.path
        said = f"adalah PK {one.holder}, pemegang sebelumnya;" if one.holder else "disunting tangan; suntingan"
        click.echo(f"{name} {said} akan disimpan di {place}", err=True)
    _tell_collected(edits, "akan dikumpulkan di")
    _tell_unnamed(edits)


def _tell_collected(edits: HandEdits, said: str) -> None:
    """Say which text typed into a Renstra is collected, and where."""
    for path, keys in edits.collection.places.items():
        where = ", ".join(keys)
        click.echo(f"Teks yang diketik di {Path(path).name} ({where}) {said} {edits.collection.file}", err=True)


def _tell_unnamed(edits: HandEdits) -> None:
    from pokin_docs.flow.edits import SUNTINGAN

    if edits.unnamed:
        click.echo(
            f"{edits.unnamed} berkas di {edits.folder} tidak tercatat di manifes.json; yang isinya lain dari yang akan "
            f"ditulis disimpan dahulu di {edits.folder / SUNTINGAN}",
            err=True,
        )


def edits_as_data(edits: HandEdits) -> list[dict[str, str | list[str]]]:
    """The entries of ``suntingan`` in ``periksa --format json``.

    ``berkas`` is the path in the build folder, ``ke`` the folder in which a build keeps it, in one of its own by day
    and minute. ``tempat`` are the keys of the places at which text was typed into it, kept in ``terkumpul``.
    """
    from pokin_docs.flow.edits import SUNTINGAN

    typed, home = edits.collection.places, edits.collection.file.as_posix()
    entries: list[dict[str, str | list[str]]] = []
    for one in edits.files:
        entries.append({"berkas": one.path, "ke": (edits.folder / SUNTINGAN).as_posix()})
        if one.path in typed:
            entries[-1] |= {"tempat": list(typed[one.path]), "terkumpul": home}
    return entries
