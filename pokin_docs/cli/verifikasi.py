"""The command ``verifikasi``: whether a paper is the one that was made, signed, changed or of an older workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.options import GALAT_BUKU, HASIL, SELESAI
from pokin_docs.model.refusals import refusal

if TYPE_CHECKING:
    from pokin_docs.flow.verify import VerifiedPaper
    from pokin_docs.pdf.signatures import PdfSignature

_SAID = {
    "asli": "seperti saat dibuat",
    "disimpan lagi": "isinya sama, tetapi disimpan lagi oleh program lain",
    "diubah": "diubah sejak dibuat",
    "lama": "dari buku kerja atau templat yang lama; sejak itu berubah",
    "pendamping": "berkas pendamping dari program ini, bukan naskah yang diverifikasi",
    "tidak dikenal": "bukan dokumen yang dikenal manifes",
    "tidak terbaca": "tidak terbaca; rusak, terpotong, atau bukan dokumen",
}


@click.command(options_metavar="[PILIHAN]")
@click.argument("berkas", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--manifes", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Folder hasil yang dibandingkan, bila bukan semua di folder build.")  # fmt: skip
@click.option("--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks", show_default=True,
              help="Untuk dibaca orang, atau program lain.")  # fmt: skip
def verifikasi(berkas: tuple[Path, ...], folder: Path | None, bentuk: str) -> None:
    """Periksa BERKAS (PDF, Word, Excel): asli, ditandatangani, diubah, atau dari buku kerja lama; tidak menulis."""
    from pokin_docs.cli.manifes import build_folders
    from pokin_docs.flow.known_papers import KnownPapers
    from pokin_docs.flow.verify import verify

    known = [KnownPapers(place) for place in build_folders(folder or HASIL)]
    try:
        found = [verify(file, known) for file in berkas]
    except OSError as fault:
        raise click.UsageError(f"{fault.filename} tidak dapat dibaca ({refusal(fault)}).") from fault
    if bentuk == "json":
        import json

        objects = [_as_data(one) for one in found]
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
    else:
        for one in found:
            for line in verdict_lines(one):
                click.echo(line)
    raise SystemExit(SELESAI if all(one.is_intact for one in found) else GALAT_BUKU)


def verdict_lines(one: VerifiedPaper) -> list[str]:
    """What is said of a file."""
    lines = [f"{one.file}: {_SAID[one.verdict.value]}."]
    if one.document and one.folder is not None:
        lines.append(
            f"  {'di folder hasil' if one.verdict.value == 'pendamping' else 'dokumen'}: {one.folder / one.document}"
        )
    lines += [f"  {change}" for change in one.changes]
    lines += [f"  tanda tangan {number}: {_of(mark)}" for number, mark in enumerate(one.signatures, start=1)]
    if any(not mark.certain for mark in one.signatures):
        lines.append("  Tanda tangannya sendiri tidak diuji; pasang ekstra ttd (POKIN_EKSTRA=ttd) untuk itu.")
    return lines


def _of(mark: PdfSignature) -> str:
    who = mark.name or "nama tidak disebut"
    if not mark.intact:
        return f"{who}, tidak utuh: isinya berubah sesudah ditandatangani"
    return f"{who}, {'utuh, tetapi sesudahnya ada yang diubah' if mark.altered else 'utuh'}"


def _as_data(one: VerifiedPaper) -> dict[str, object]:
    return {
        "berkas": str(one.file),
        "keadaan": one.verdict.value,
        "utuh": one.is_intact,
        "dokumen": one.document or None,
        "folder": None if one.folder is None else str(one.folder),
        "berubah": list(one.changes),
        "tanda_tangan": [
            {"nama": mark.name, "utuh": mark.intact and not mark.altered, "diuji": mark.certain}
            for mark in one.signatures
        ],
    }
