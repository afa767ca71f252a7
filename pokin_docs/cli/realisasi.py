"""The command ``realisasi``: a blank form per unit, on which it says what it reached and spent in a quarter."""

from __future__ import annotations

from pathlib import Path

import click

from pokin_docs.cli.findings import print_lines
from pokin_docs.cli.options import GALAT_BUKU, SELESAI, chosen_workbooks
from pokin_docs.cli.proposed import proposed
from pokin_docs.model.realised import read_quarter


class _Quarter(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic for type checkers only
    name = "1-4"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of the quarter: ``2``, ``II``, ``TW II``."""
        quarter = value if isinstance(value, int) else read_quarter(str(value))
        if quarter is None:
            self.fail(f"{value!r} bukan triwulan; contoh: 2.", param, ctx)
        return quarter


@click.command(options_metavar="[PILIHAN]", short_help="Bagikan formulir realisasi triwulan, satu per unit.")
@click.option("--triwulan", required=True, type=_Quarter(), help="Triwulan yang diminta: 1, 2, 3, atau 4.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("buku", required=False, type=click.Path(path_type=Path))
def realisasi(triwulan: int, folder: Path, buku: Path | None) -> None:
    """Siapkan formulir realisasi kosong setiap unit di FOLDER; yang sudah ada tidak pernah diubah."""
    from pokin_docs.flow.realised_forms import NoYear, hand_out

    books = chosen_workbooks(buku)
    if len(books) != 1:
        raise click.UsageError("Ada beberapa buku kerja di folder inputs; sebutkan satu sesudah FOLDER.")
    (book,) = books
    try:
        outcome = hand_out(book, triwulan, folder)
    except NoYear:
        raise click.UsageError(f"Tahun pada lembar Identitas {book.name} belum diisi; isi dahulu.") from None
    if outcome.value is None:
        print_lines(outcome.temuan, final=False, of=book.name)
        raise SystemExit(GALAT_BUKU)
    for form in outcome.value:
        state = "" if form.written else "; sudah ada, tidak diubah"
        click.echo(f"{form.file}: {form.measures} indikator, {form.money} sub kegiatan{state}")
    if outcome.value:
        click.echo(
            "Kirim kepada setiap unit. Yang sudah diisi dimasukkan ke buku kerja, sesudah salinannya dibuat, dengan:"
        )
        click.echo(f"  {proposed('impor', *(form.file for form in outcome.value), '--ke', book, '--timpa')}")
    else:
        click.echo("Tidak ada indikator atau sub kegiatan untuk ditanyakan.")
    raise SystemExit(SELESAI)
