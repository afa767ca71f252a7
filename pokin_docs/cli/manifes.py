"""What a build has done, told; and the command ``manifes``: whether a build still is what was built."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.options import BUKU, GALAT_BUKU, HASIL, SELESAI, TEMPLAT
from pokin_docs.cli.proposed import proposed
from pokin_docs.model.locations import is_file
from pokin_docs.model.settings import PDF_FOLDERS

if TYPE_CHECKING:
    from pokin_docs.render.inspection import BuildSource, BuildState, PairSource


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
        for path in build_folders(folder or HASIL)
    ]
    if bentuk == "json":
        import json

        objects = [_as_data(one) for one in found]
        # One object for one build; a list only where there are several.
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
    else:
        for one in found:
            for line in manifest_lines(one, _again(one, templat), check=periksa):
                click.echo(line)
    unlike = periksa and not all(one.is_intact for one in found)
    raise SystemExit(GALAT_BUKU if unlike else SELESAI)


def build_folders(folder: Path) -> list[Path]:
    """The build folders meant: this one, or those in it."""
    if (folder / "manifes.json").is_file():
        return [folder]
    found = sorted(path.parent for path in folder.glob("*/manifes.json")) if folder.is_dir() else []
    if not found:
        raise click.UsageError(f"Tidak ada hasil (manifes.json) di folder {folder}; bangun dokumennya dahulu.")
    return found


def manifest_lines(one: BuildState, again: str, *, check: bool) -> list[str]:
    """What is said of a build.

    Args:
        one: The build.
        again: The command that builds it once more.
        check: Whether its files were held against what they were.
    """
    if not one.readable:
        return [f"{one.folder}: manifes.json rusak; bangun lagi dokumennya."]
    lines = [f"{one.folder}: {one.matches} berkas seperti saat dibuat oleh pokin {one.version}."]
    if one.buku:
        lines.append(f"  buku kerja {_compared(one.buku, check)}")
    lines += [f"  templat {_compared(entry, check)}" for entry in one.templat]
    lines += [line for pair in one.earlier for line in _pair_lines(pair, check)]
    if check:
        if one.interrupted:
            lines.append(f"  build terakhir terhenti di tengah; jalankan: {again}")
        lines += [f"  {_changed(one, name)}" for name in one.changed]
        lines += [f"  hilang: {name}" for name in one.missing]
        lines += [f"  lebih lama dari dokumennya: {name}" for name in one.outdated]
        lines += [f"  bertentangan: {said}" for said in _contradicting(one)]
        lines += [f"  bukan dari program ini: {name}" for name in one.foreign]
        lines += [f"  salinan suntingan, tidak disentuh: {name}" for name in one.restored]
        lines.append(f"  {_verdict(one, again)}")
    return lines


def _contradicting(one: BuildState) -> list[str]:
    """What documents that a person edited say otherwise than the others."""
    if not one.contradictions:
        return []
    from pokin_docs.consistency.findings import findings
    from pokin_docs.documents.proof import Proof
    from pokin_docs.model.catalogue import message

    return [message(found) for found in findings(Proof(contradictions=one.contradictions))]


def _again(one: BuildState, templat: Path | None) -> str:
    """The command that builds it once more, as far as a manifest tells: from the workbook, where it is found."""
    name = Path(one.buku.name if one.buku else "").name
    book = next((place / name for place in (BUKU, Path()) if name and is_file(place / name)), None)
    output = () if one.folder.parent == HASIL else ("--keluaran", one.folder.parent)
    templates = () if templat is None else ("--templat", templat)
    return proposed("bangun", *((book,) if book else ()), *output, *templates)


def _verdict(one: BuildState, again: str) -> str:
    """What all of it means, and what to do: ``again`` is the command that builds it."""
    from pokin_docs.render.aside import SUNTINGAN

    if one.is_intact:
        return "Semua seperti saat dibuat."
    if replace(one, outdated=()).is_intact:
        from pokin_docs.cli.pdf import made_again_with

        ways = made_again_with(one.outdated)
        return f"Dokumennya seperti saat dibuat; yang lebih lama jangan dicetak, buat lagi: {again} {ways}"
    if replace(one, foreign=()).is_intact:
        return "Hasilnya seperti saat dibuat; yang bukan dari program ini tidak disentuh, hapus atau biarkan."
    if one.edited:
        place = one.folder / SUNTINGAN
        return f"Ada yang berbeda; bangun menyimpan dahulu yang disunting di {place}, lalu membuatnya lagi."
    if replace(one, foreign=(), earlier=()).is_intact:
        return "Berkasnya seperti saat dibuat, tetapi sebagian dari buku kerja atau templat yang sudah berubah."
    return f"Ada yang berbeda; untuk membuatnya lagi jalankan: {again}"


def _changed(one: BuildState, name: str) -> str:
    """What has become of a file that has other bytes now, and what a build does with it."""
    from pokin_docs.render.aside import SUNTINGAN

    if name in one.edited:
        return f"diubah sejak dibuat: {name}; suntingan akan disimpan di {one.folder / SUNTINGAN}"
    if name.startswith(PDF_FOLDERS):
        return f"diubah sejak dibuat: {name}; mungkin sudah ditandatangani, lihat dengan perintah verifikasi"
    if name in one.unclear:
        reason = "menyebut tempat di luar folder ini" if name == "manifes.json" else "foldernya tautan ke tempat lain"
        return f"diubah sejak dibuat: {name}; {reason}"
    return f"diubah sejak dibuat: {name}; isinya masih sama, hanya disimpan lagi"


def _pair_lines(pair: PairSource, check: bool) -> list[str]:
    """What documents were made from that the last run was not asked for."""
    name = f"{pair.jenis} {pair.time}".rstrip()
    return [
        f"  {name}: buku kerja {_compared(pair.buku, check)}",
        *(f"  {name}: templat {_compared(entry, check)}" for entry in pair.templat),
    ]


def _compared(source: BuildSource, check: bool) -> str:
    if not check:
        return source.name
    state = {True: "masih sama", False: "sudah berubah sejak itu", None: "tidak ditemukan, tidak dapat dibandingkan"}
    return f"{source.name}: {state[source.same]}"


def _as_data(one: BuildState) -> dict[str, object]:
    return {
        "folder": str(one.folder),
        "utuh": one.is_intact,
        "program": one.version,
        "terhenti": one.interrupted,
        "buku": _source_as_data(one.buku) if one.buku else None,
        "templat": [_source_as_data(entry) for entry in one.templat],
        "sesuai": one.matches,
        "diubah": list(one.changed),
        "disunting": list(one.edited),
        "hilang": list(one.missing),
        **({"usang": list(one.outdated)} if one.outdated else {}),
        "asing": list(one.foreign),
        "salinan": list(one.restored),
        "bertentangan": [found.as_data() for found in one.contradictions],
        "sebelumnya": [
            {"jenis": pair.jenis, "waktu": pair.time, "buku": _source_as_data(pair.buku),
             "templat": [_source_as_data(entry) for entry in pair.templat]}
            for pair in one.earlier
        ],
    }  # fmt: skip


def _source_as_data(source: BuildSource) -> dict[str, object]:
    return {"nama": source.name, "sama": source.same}
