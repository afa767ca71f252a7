"""The command ``pohon``: the tree drawn, for paper, wall and slides."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.edits import tell_aside
from pokin_docs.cli.findings import print_findings, print_lines
from pokin_docs.cli.options import GALAT_BUKU, GALAT_MESIN, KATA, SELESAI, YearParam, chosen_workbooks, known_kinds
from pokin_docs.drawing.page import DrawingOptions, Paper
from pokin_docs.model.settings import Settings

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Examination

_FORMAT = ("svg", "png", "pptx", "docx")


@click.command(options_metavar="[PILIHAN]", short_help="Gambar pohon kinerja untuk dicetak atau ditayangkan.")
@click.argument("buku", required=False, type=click.Path(path_type=Path))
@click.option("--format", "bentuk", multiple=True, type=click.Choice(_FORMAT),
              help="Bentuk berkas, boleh beberapa kali; tanpa ini keempatnya.")  # fmt: skip
@click.option("--kertas", type=click.Choice([kertas.name.lower() for kertas in Paper]), default="a3",
              show_default=True, help="Ukuran kertas; poster sebesar yang diperlukan.")  # fmt: skip
@click.option("--tegak", is_flag=True, help="Kertas berdiri, bukan mendatar.")
@click.option("--target", is_flag=True, help="Tampilkan juga target dan satuan setiap indikator.")
@click.option("--ringkas", is_flag=True, help="Tanpa jabatan pemilik, agar hurufnya lebih besar.")
@click.option("--tahun", type=YearParam(), help="Tahun PK, bila bukan yang di Identitas.")
@click.option("--keluaran", type=click.Path(path_type=Path, file_okay=False), default=Path("build"),
              show_default=True, help="Folder hasil.")  # fmt: skip
def pohon(
    buku: Path | None, bentuk: tuple[str, ...], kertas: str, tegak: bool, target: bool, ringkas: bool,
    tahun: int | None, keluaran: Path,
) -> None:  # fmt: skip
    """Gambar pohon kinerja dari BUKU, atau dari semua di folder inputs: tulisan utuh, sebesar mungkin di kertasnya."""
    from pokin_docs.flow.examine import NotUnderstood, examine
    from pokin_docs.flow.places import build_folder
    from pokin_docs.flow.tree import draw_tree, too_large, write_tree
    from pokin_docs.render.filling.allowance import OverTime

    settings = Settings(keluaran, (), tahun, kata=(KATA,))
    choices = DrawingOptions(Paper.of(kertas), tegak, target, not ringkas)
    codes = []
    for path in chosen_workbooks(buku):
        examination = examine(path, settings, known_kinds())
        if isinstance(examination, NotUnderstood) or examination.galat(final=False):
            codes.append(_refuse(path, examination))
            continue
        try:
            drawing = draw_tree(examination.plan, examination.buku, choices)
        except OverTime as stopped:
            print_lines((too_large(examination.plan, "berkas gambar", stopped),), final=False, of=path.name)
            codes.append(GALAT_MESIN)
            continue
        stem = f"Pohon-Kinerja_{kertas.upper() if kertas != 'poster' else 'Poster'}"
        on_aside = partial(tell_aside, build_folder(path, settings))
        written = write_tree(drawing, bentuk or _FORMAT, path, settings, stem, on_aside)
        if not written:
            click.echo(f"{path.name}: tidak ada kinerja yang dapat digambar; isi dahulu lembar Tahap 5.", err=True)
            codes.append(GALAT_BUKU)
            continue
        sizes = sorted({page.font_size for page in drawing.page})
        click.echo(f"{path.name}: {len(drawing.page)} halaman, huruf {_range(sizes)} pt.")
        for file in written:
            click.echo(f"  {file}")
        codes.append(SELESAI)
    raise SystemExit(max(codes))


def _refuse(path: Path, examination: Examination) -> int:
    print_findings(path, examination, final=False)
    click.echo("Pohon tidak digambar; perbaiki dahulu yang bertanda galat.", err=True)
    return GALAT_BUKU


def _range(sizes: list[float]) -> str:
    said = [f"{size:g}".replace(".", ",") for size in sizes]
    return said[0] if len(said) == 1 else f"{said[0]} sampai {said[-1]}"
