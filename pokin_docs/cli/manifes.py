"""What a build has done, told; and the command ``manifes``: whether a build still is what was built."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.options import BUKU, GALAT_BUKU, HASIL, SELESAI, TEMPLAT

if TYPE_CHECKING:
    from pokin_docs.render.inspection import Asal, Keadaan


@click.command(options_metavar="[PILIHAN]")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--periksa", is_flag=True, help="Hitung ulang semua sidik berkas dan sebutkan yang berbeda.")
@click.option("--templat", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Folder templat Word, bila bukan folder templates.")  # fmt: skip
@click.option("--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks", show_default=True,
              help="Untuk dibaca orang, atau program lain.")  # fmt: skip
def manifes(folder: Path | None, periksa: bool, templat: Path | None, bentuk: str) -> None:
    """Tunjukkan asal hasil di FOLDER, atau semua di folder build; tidak menulis apa pun."""
    from pokin_docs.flow.build import inspect
    from pokin_docs.model.locations import bundled, template_folders

    found = [
        inspect(path, template_folders(templat or TEMPLAT), (BUKU, Path(), bundled("inputs")))
        for path in _builds(folder or HASIL)
    ]
    if bentuk == "json":
        import json

        objects = [_as_data(one) for one in found]
        # One object for one build; a list only where there are several.
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
    else:
        for one in found:
            for line in _lines(one, periksa=periksa):
                click.echo(line)
    unlike = periksa and not all(one.utuh for one in found)
    raise SystemExit(GALAT_BUKU if unlike else SELESAI)


def _builds(folder: Path) -> list[Path]:
    """The build folders meant: this one, or those in it."""
    if (folder / "manifes.json").is_file():
        return [folder]
    found = sorted(path.parent for path in folder.glob("*/manifes.json")) if folder.is_dir() else []
    if not found:
        raise click.UsageError(f"Tidak ada hasil (manifes.json) di folder {folder}; bangun dokumennya dahulu.")
    return found


def _lines(one: Keadaan, *, periksa: bool) -> list[str]:
    if not one.terbaca:
        return [f"{one.folder}: manifes.json rusak; bangun lagi dokumennya."]
    lines = [f"{one.folder}: {one.sesuai} berkas seperti saat dibuat oleh pokin {one.program}."]
    if one.buku:
        lines.append(f"  buku kerja {_compared(one.buku, periksa)}")
    lines += [f"  templat {_compared(entry, periksa)}" for entry in one.templat]
    if periksa:
        if one.terhenti:
            lines.append("  build terakhir terhenti di tengah; jalankan lagi bangun")
        lines += [f"  diubah sejak dibuat: {name}" for name in one.diubah]
        lines += [f"  hilang: {name}" for name in one.hilang]
        lines += [f"  bukan dari program ini: {name}" for name in one.asing]
        lines.append(f"  {_verdict(one)}")
    return lines


def _verdict(one: Keadaan) -> str:
    """What all of it means, and what to do."""
    if one.utuh:
        return "Semua seperti saat dibuat."
    if replace(one, asing=()).utuh:
        return "Hasilnya seperti saat dibuat; yang bukan dari program ini tidak disentuh, hapus atau biarkan."
    return "Ada yang berbeda; jalankan bangun untuk membuatnya lagi."


def _compared(asal: Asal, periksa: bool) -> str:
    if not periksa:
        return asal.nama
    state = {True: "masih sama", False: "sudah berubah sejak itu", None: "tidak ditemukan, tidak dapat dibandingkan"}
    return f"{asal.nama}: {state[asal.sama]}"


def _as_data(one: Keadaan) -> dict[str, object]:
    return {
        "folder": str(one.folder),
        "utuh": one.utuh,
        "program": one.program,
        "terhenti": one.terhenti,
        "buku": _asal_as_data(one.buku) if one.buku else None,
        "templat": [_asal_as_data(entry) for entry in one.templat],
        "sesuai": one.sesuai,
        "diubah": list(one.diubah),
        "hilang": list(one.hilang),
        "asing": list(one.asing),
    }


def _asal_as_data(asal: Asal) -> dict[str, object]:
    return {"nama": asal.nama, "sama": asal.sama}
