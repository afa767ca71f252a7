"""What became of the PDFs of a build, told; the work is in ``flow.pdf``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.findings import print_lines
from pokin_docs.cli.options import GALAT_MESIN, SELESAI, known_kinds, progress

if TYPE_CHECKING:
    from pokin_docs.documents.kind import Dokumen
    from pokin_docs.documents.plan import Plan
    from pokin_docs.flow.examine import Understood
    from pokin_docs.model.settings import Settings
    from pokin_docs.pdf.record import OutdatedFile
    from pokin_docs.render.result import BuildResult

_NAMED = 3
_HOW = (
    "PDF tidak dibuat karena LibreOffice tidak ada di komputer ini; dokumen Word tetap lengkap.\n"
    "→ Pasang dari https://www.libreoffice.org/download/ lalu jalankan lagi dengan --pdf."
)


def make_and_tell(made: BuildResult, asked: Iterable[Dokumen], plan: Plan, settings: Settings) -> int:
    """Make the PDFs of a build and say what became of them; return the exit code.

    Args:
        made: The build.
        asked: Its documents.
        plan: The plan that they are of.
        settings: What was asked for.
    """
    from pokin_docs.flow.pdf import make_pdfs
    from pokin_docs.flow.signing import signed_papers
    from pokin_docs.render.hold import exclusive

    final, kinds = settings.final, known_kinds()
    signed = signed_papers(made.folder, plan, kinds) if settings.unsigned else frozenset()
    # A run that was started meanwhile would write the same files.
    with exclusive(made.folder), progress("Membuat PDF") as step:
        outcome = make_pdfs(made.folder, asked, plan, kinds, on_progress=step, signed=signed)
    print_lines(outcome.findings, final=final)
    if outcome.converter:
        count = outcome.made + outcome.used + len(outcome.kept)
        click.echo(f"  PDF: {count} ({outcome.made} dibuat, {outcome.used} tidak berubah) dengan {outcome.converter}")
    else:
        click.echo(_HOW, err=True)
    for path, papers, left in outcome.bound:
        said = f"{papers} dokumen pejabat, " if papers else ""
        without = f"; {left} yang sudah ditandatangani tidak ikut" if left else ""
        cover = "; tanpa daftar penanda tangan di depannya, yang tidak dapat dijadikan PDF"
        without += cover if path in outcome.coverless else ""
        click.echo(f"  {path}: {said}untuk dicetak bolak-balik{without}")
    if outcome.kept:
        said = "tidak lagi seperti dibuat (mungkin sudah ditandatangani); dibiarkan"
        click.echo(f"{_some(outcome.kept)} {said}.", err=True)
    for home in dict.fromkeys(place.removesuffix(f"/{path}") for path, place in outcome.aside):
        said = f"bukan lagi buatan program, dan dokumennya berubah; disimpan di {made.folder / home}"
        moved = [path for path, place in outcome.aside if place == f"{home}/{path}"]
        click.echo(f"{_some(moved)} {said}.", err=True)
    return GALAT_MESIN if outcome.unmade or not outcome.converter else SELESAI


def pack_and_tell(made: BuildResult, examination: Understood, settings: Settings) -> None:
    """Pack what stands in the build folder, and say where it lies and what is missing.

    Args:
        made: The build.
        examination: What it was made from.
        settings: What was asked for.
    """
    from pokin_docs.flow.upload import make_upload
    from pokin_docs.flow.zips import make_zips
    from pokin_docs.render.hold import exclusive

    plan = examination.plan
    with exclusive(made.folder):
        zips = make_zips(made.folder, plan.cycle.tanggal)
    old = f"; {zips.old} berkas dari buku kerja terdahulu tidak ikut" if zips.old else ""
    old += f"; {zips.outdated} PDF yang lebih lama dari dokumennya tidak ikut" if zips.outdated else ""
    click.echo(f"  {', '.join(zips.paths)}{old}")
    if settings.bundle:
        upload = make_upload(made.folder, plan.dokumen, plan, known_kinds(), examination.buku)
        click.echo(f"  {upload.path}: {upload.count} PDF untuk e-SAKIP Reviu")
        for name, reason in upload.missing:
            click.echo(f"    {name}: {reason}")


def tell_outdated(found: Sequence[OutdatedFile]) -> None:
    """Say which files are older than their documents, and how they are made again; nothing where none is.

    Args:
        found: The files.
    """
    if not found:
        return
    from pokin_docs.flow.bound import PDF
    from pokin_docs.flow.derived import is_for_upload

    paths = [one.path for one in found]
    upload = [path for path in paths if is_for_upload(path)]
    single = [path for path in paths if path.startswith(f"{PDF}/")]
    named = [path for path in paths if path not in (*single, *upload)]
    folders = {(path if path.endswith(".zip") else path.rpartition("/")[0]): None for path in upload}
    named += [f"{path} ({sum(one.startswith(f'{path}/') for one in upload)} berkas)"
              if not path.endswith(".zip") else path for path in folders]  # fmt: skip
    told = ", ".join((*named, *([_some(single)] if single else ())))
    click.echo(f"Lebih lama dari dokumennya, jangan dicetak atau dikirim: {told}.", err=True)
    click.echo(f"→ Jalankan lagi dengan {made_again_with(paths)}, atau hapus.", err=True)


def made_again_with(paths: Iterable[str]) -> str:
    """The options that make files again which are older than their documents.

    Args:
        paths: Their paths in the build folder.
    """
    from pokin_docs.flow.derived import ZIP, is_for_upload

    found = tuple(paths)
    if any(map(is_for_upload, found)):
        return "--pdf --bundel esr"
    return "--pdf --zip" if any(path.startswith(f"{ZIP}/") for path in found) else "--pdf"


def _some(paths: Sequence[str]) -> str:
    """The first of these paths, and how many more there are."""
    more = f" dan {len(paths) - _NAMED} PDF lain" if len(paths) > _NAMED else ""
    return ", ".join(paths[:_NAMED]) + more
