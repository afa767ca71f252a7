"""The command ``suntingan``: what was edited by hand and set aside, and a copy of it put back."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.options import HASIL
from pokin_docs.cli.proposed import proposed

if TYPE_CHECKING:
    from pokin_docs.flow.restore import KeptEdit


@click.command(options_metavar="[PILIHAN]")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--kembalikan", metavar="[NAMA]", is_flag=False, flag_value="",
              help="Salin satu suntingan ke sebelah berkas yang sekarang; boleh nama berkasnya saja.")  # fmt: skip
def suntingan(folder: Path | None, kembalikan: str | None) -> None:
    """Tunjukkan berkas suntingan tangan yang disimpan di FOLDER, atau di semua hasil di folder build."""
    from pokin_docs.flow.restore import all_kept

    place = folder or HASIL
    if not place.is_dir():
        raise click.UsageError(f"Tidak ada folder {place}; sebutkan folder hasil, misalnya build.")
    edits = all_kept(place)
    if kembalikan is not None:
        _restore(kembalikan, edits, place)
    elif not edits:
        click.echo(f"Tidak ada suntingan yang disimpan di {place}.")
    else:
        for line in _lines(edits):
            click.echo(line)
        given = () if folder is None else (folder,)
        click.echo("Untuk menyalin satu ke sebelah berkas yang sekarang, misalnya yang terakhir:")
        click.echo(f"  {proposed('suntingan', *given, '--kembalikan', f'{edits[-1].stamp}/{edits[-1].path}')}")


def _restore(name: str, edits: tuple[KeptEdit, ...], place: Path) -> None:
    from pokin_docs.flow.restore import label, meant, proposed, restore, same_beside

    fitting = meant(name, edits) if name else edits
    if not edits:
        raise click.UsageError(f"Tidak ada suntingan yang disimpan di {place}.")
    if not fitting:
        near = proposed(name, edits)
        hint = f"Mungkin maksudnya {near!r}?" if near else "Yang ada:\n" + "\n".join(_lines(edits))
        raise click.UsageError(f"Tidak ada suntingan bernama {name!r}. {hint}")
    if len(fitting) > 1:
        lines = (f"  {label(edit)}" for edit in fitting)
        which = f"{name!r} cocok dengan" if name else "Ada"
        raise click.UsageError(f"{which} {len(fitting)} suntingan; sebutkan salah satu:\n" + "\n".join(lines))
    if there := same_beside(fitting[0]):
        click.echo(f"Isi yang sama sudah ada di {there}; tidak ada yang disalin.")
        return
    copy = restore(fitting[0])
    click.echo(f"Disalin: {copy}")
    click.echo(f"Aslinya tetap di {fitting[0].file}; salinan ini tidak diganti atau dihapus oleh bangun.")


def _lines(edits: tuple[KeptEdit, ...]) -> list[str]:
    """Each build folder, in it each time, in it each file."""
    from pokin_docs.flow.edits import SUNTINGAN

    lines = []
    for (folder, stamp), group in itertools.groupby(edits, key=lambda edit: (edit.folder, edit.stamp)):
        lines.append(f"{folder / SUNTINGAN / stamp}:")
        for edit in group:
            now = "berkas yang sekarang ada" if edit.is_replaced else "sekarang tidak ada berkasnya"
            lines.append(f"  {edit.path} ({_size(edit.size)}; {now})")
    return lines


def _size(count: int) -> str:
    return f"{count} byte" if count < 1000 else f"{f'{round(count / 1000):,}'.replace(',', '.')} kB"
