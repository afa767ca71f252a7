"""The command ``nomenklatur``: the official list of programs, kegiatan and sub kegiatan, searched."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pokin_docs.cli.options import BUKU, GALAT_BUKU, SELESAI
from pokin_docs.model.nomenclature import PROVINCE

if TYPE_CHECKING:
    from pokin_docs.flow.nomenclature import SearchResult
    from pokin_docs.model.nomenclature import NomenclatureEntry, NomenclatureList

_SHOWN = 20
_HOW_TO_GET = (
    "Belum ada daftar nomenklatur di folder ini atau di folder inputs. Unduh daftar nomenklatur (sub kegiatan) dari "
    "SIPD sebagai Excel dan taruh di samping buku kerja, atau sebut berkasnya dengan --daftar BERKAS."
)


@click.command(options_metavar="[PILIHAN]")
@click.argument("cari", nargs=-1, required=True)
@click.option("--daftar", metavar="BERKAS", type=click.Path(path_type=Path),
              help="Daftar nomenklatur (ekspor SIPD), bila bukan yang ada di folder inputs atau di sini.")  # fmt: skip
@click.option("--semua", is_flag=True, help=f"Tunjukkan semua yang cocok, bukan {_SHOWN} yang pertama.")
@click.option("--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks", show_default=True,
              help="Untuk dibaca orang, atau program lain.")  # fmt: skip
def nomenklatur(cari: tuple[str, ...], daftar: Path | None, semua: bool, bentuk: str) -> None:
    """Cari kode atau kata CARI dalam daftar nomenklatur resmi."""
    from pokin_docs.flow.nomenclature import search

    listed = _list(daftar)
    asked = " ".join(cari)
    result = search(listed, asked)
    shown = result.entries if semua else tuple(islice(result.entries, _SHOWN))
    if bentuk == "json":
        import json

        data = {"daftar": listed.nama, "cari": asked, "jumlah": len(result.entries), "hasil": [*map(_as_data, shown)]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        _print(listed, asked, result, shown)
    raise SystemExit(SELESAI if shown else GALAT_BUKU)


def _list(file: Path | None) -> NomenclatureList:
    from pokin_docs.flow.nomenclature import NoList, newest_list, opened_list

    if file is None:
        found = newest_list((BUKU, Path()))
        if found is None:
            raise click.UsageError(_HOW_TO_GET)
        return found
    try:
        return opened_list(file)
    except NoList as error:
        raise click.BadParameter(f"{file} bukan daftar nomenklatur: {error.reason}.", param_hint="--daftar") from None


def _print(listed: NomenclatureList, asked: str, result: SearchResult, shown: tuple[NomenclatureEntry, ...]) -> None:
    for word, meant in result.meant:
        click.echo(f"«{word}» tidak ada; dicari «{meant}».", err=True)
    if result.replaced:
        click.echo(f"Kode {asked} tidak ada lagi; penggantinya:", err=True)
    if not shown:
        click.echo(f"Tidak ada yang cocok dengan «{asked}» di {listed.nama}.", err=True)
    for entry in shown:
        region = f"  ({entry.region})" if entry.region == PROVINCE else ""
        click.echo(f"{entry.kode}  {entry.nama}{region}")
        for label, text in (("Kinerja", entry.kinerja), ("Indikator", entry.indikator), ("Satuan", entry.satuan)):
            if text:
                click.echo(f"    {label:<10}{text}")
        if entry.before:
            click.echo(f"    {'Mengganti':<10}{entry.before}")
    if len(shown) < len(result.entries):
        rest = len(result.entries) - len(shown)
        click.echo(f"… dan {rest} lagi; tambahkan kata, atau pakai --semua.", err=True)


def _as_data(entry: NomenclatureEntry) -> dict[str, Any]:
    return {
        "kode": entry.kode,
        "nama": entry.nama,
        "kinerja": entry.kinerja or None,
        "indikator": entry.indikator or None,
        "satuan": entry.satuan or None,
        "sebelumnya": entry.before or None,
        "pemda": entry.region or None,
    }
