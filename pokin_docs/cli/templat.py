"""The command of those who edit templates: check them, show the faults in Word, the palette, the X-ray."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.options import GALAT_TEMPLAT, SELESAI, TEMPLAT, KindOption
from pokin_docs.model.locations import template_folders

if TYPE_CHECKING:
    from pokin_docs.flow.templates import CheckedTemplate
    from pokin_docs.model.findings import Temuan

_Berkas = click.Path(path_type=Path, dir_okay=False)


@click.command(options_metavar="[PILIHAN]", short_help="Periksa templat Word; tulis palet isian atau contohnya.")
@click.argument("templat", nargs=-1, type=_Berkas, metavar="[TEMPLAT]...")
@click.option("--untuk", cls=KindOption, metavar="JENIS",
              help="Dokumen yang dibuat dari templat itu ({kode}), bila namanya tidak menunjukkannya.")  # fmt: skip
@click.option("--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks", show_default=True,
              help="Untuk dibaca orang, atau program lain.")  # fmt: skip
@click.option("--koreksi", metavar="BERKAS", type=_Berkas,
              help="Tulis salinan TEMPLAT (.docx) dengan komentar Word pada setiap temuan.")  # fmt: skip
@click.option("--palet", metavar="BERKAS", type=_Berkas,
              help="Tulis dokumen Word berisi semua isian, arti, contoh, dan pengulangan siap salin.")  # fmt: skip
@click.option("--contoh", metavar="BERKAS", type=_Berkas,
              help="Tulis dokumen dari TEMPLAT dengan nama setiap isian di samping nilai contohnya.")  # fmt: skip
def templat(
    templat: tuple[Path, ...], untuk: str | None, bentuk: str, koreksi: Path | None, palet: Path | None,
    contoh: Path | None,
) -> None:  # fmt: skip
    """Periksa TEMPLAT Word, atau semua templat yang dipakai: semua kesalahan sekaligus, dengan letaknya.

    Tanpa pilihan tidak ada yang ditulis.
    """
    from pokin_docs.flow.templates import examine_templates

    chosen = {"--koreksi": koreksi, "--palet": palet, "--contoh": contoh}
    given = [name for name, path in chosen.items() if path is not None]
    if len(given) > 1:
        raise click.UsageError(f"{' dan '.join(given)} tidak dapat dipakai bersama; jalankan satu per satu.")
    if palet is not None:
        _write_palette(palet, templat, bentuk)
        raise SystemExit(SELESAI)
    found = examine_templates(templat, _known_kind(untuk), template_folders(TEMPLAT))
    if contoh is not None and bentuk == "json":
        raise click.UsageError("--format json tidak dapat dipakai bersama --contoh.")
    target = koreksi or contoh
    if target is not None:
        found = (_only(found, given[0], faulty=koreksi is not None),)
        _refuse_target(target, given[0], [entry.berkas for entry in found])
    _print(found, bentuk)
    if koreksi is not None:
        _write_correction(koreksi, found[0])
    elif contoh is not None:
        _write_sample(contoh, found[0])
    raise SystemExit(GALAT_TEMPLAT if any(entry.galat for entry in found) else SELESAI)


def tell_corrections(program: str, temuan: Iterable[Temuan], folders: Sequence[Path]) -> None:
    """Say how the faults of the templates of a build are shown in Word."""
    names = dict.fromkeys(found.tempat.lembar for found in temuan if found.kode in ("T03", "T04", "T05"))
    for name in names:
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if path is not None:
            click.echo(f'Tunjukkan di Word: {program} templat --koreksi "koreksi-{name}" "{path}"', err=True)


def _known_kind(untuk: str | None) -> str | None:
    from pokin_docs.documents.kinds import KINDS

    codes = [kind.kode for kind in KINDS]
    if untuk is not None and untuk not in codes:
        raise click.BadParameter(f"{untuk!r} bukan jenis dokumen; pilih dari {', '.join(codes)}.", param_hint="--untuk")
    return untuk


def _only(found: tuple[CheckedTemplate, ...], option: str, *, faulty: bool) -> CheckedTemplate:
    """The one template an option is for: the one named, else the only one with something to show."""
    wanted = [entry for entry in found if entry.pemeriksaan.temuan] if faulty and len(found) > 1 else list(found)
    if len(wanted) == 1:
        return wanted[0]
    names = ", ".join(str(entry.berkas) for entry in wanted or found)
    raise click.UsageError(f"{option} hanya untuk satu templat; sebutkan salah satu: {names}.")


def _refuse_target(berkas: Path, option: str, templates: list[Path]) -> None:
    """Refuse a place where something would be lost, as wrong use."""
    from pokin_docs.flow.templates import templates_in_use
    from pokin_docs.templating.aids.correction import is_own

    reason = ""
    if berkas.suffix.lower() != ".docx":
        reason = f"hasilnya dokumen Word; beri nama {berkas.with_suffix('.docx').name}."
    elif berkas.exists() and any(
        path.exists() and berkas.samefile(path) for path in (*templates, *templates_in_use(template_folders(TEMPLAT)))
    ):
        reason = f"{berkas} adalah templat; pilih nama lain agar tidak tertimpa."
    elif berkas.exists() and not is_own(berkas):
        reason = f"{berkas} sudah ada dan bukan hasil perintah ini, atau sudah disunting; pilih nama lain."
    if reason:
        raise click.BadParameter(reason, param_hint=option)


def _print(found: tuple[CheckedTemplate, ...], bentuk: str) -> None:
    from pokin_docs.templating.aids.correction import as_data, coverage_lines

    if bentuk == "json":
        import json

        objects = [as_data(entry.berkas.name, entry.kind.kode, entry.pemeriksaan) for entry in found]
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
        return
    for entry in found:
        _print_findings(entry)
        for line in coverage_lines(entry.sebutan, entry.pemeriksaan):
            click.echo(line)


def _print_findings(entry: CheckedTemplate) -> None:
    from pokin_docs.documents.kinds import KINDS
    from pokin_docs.flow.templates import names_in_use
    from pokin_docs.report.terminal import WARNA
    from pokin_docs.report.texts import summary
    from pokin_docs.templating.aids.correction import finding_lines

    counts = summary(tuple(found.temuan for found in entry.pemeriksaan.temuan), (), final=False)
    click.echo(f"{entry.sebutan}, untuk {entry.kind.kode}: {counts}", err=True)
    known = names_in_use(KINDS)
    if entry.berkas.parent == TEMPLAT and entry.berkas.name not in known:
        names = ", ".join(known)
        click.echo(f"  Nama berkas ini tidak dicari oleh program, jadi tidak dipakai. Yang dicari: {names}.", err=True)
    for line, tingkat in finding_lines(entry.pemeriksaan):
        click.secho(line, fg=WARNA[tingkat] if tingkat else None, err=True)


def _write_correction(berkas: Path, entry: CheckedTemplate) -> None:
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.templates import template_correction

    if not entry.pemeriksaan.temuan:
        click.echo("Salinan koreksi tidak ditulis karena tidak ada temuan.", err=True)
        return
    data = template_correction(entry)
    if data is None:
        click.echo(f"{entry.sebutan}: salinan koreksi tidak ditulis karena berkasnya tidak dapat dibuka.", err=True)
        raise SystemExit(GALAT_TEMPLAT)
    save(berkas, data)
    click.echo(f"Salinan koreksi: {berkas}", err=True)


def _write_sample(berkas: Path, entry: CheckedTemplate) -> None:
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.templates import sample
    from pokin_docs.report.texts import finding_lines

    if not entry.terisi:
        click.echo(f"{entry.sebutan}: contoh tidak ditulis karena templatnya belum cocok.", err=True)
        raise SystemExit(GALAT_TEMPLAT)
    outcome = sample(entry)
    if outcome.nilai is None:
        for line, _ in finding_lines(outcome.temuan, (), final=False):
            click.echo(line, err=True)
        click.echo(f"{entry.sebutan}: contoh tidak ditulis.", err=True)
        raise SystemExit(GALAT_TEMPLAT)
    save(berkas, outcome.nilai)
    click.echo(f"Contoh: {berkas}", err=True)


def _write_palette(berkas: Path, templates: tuple[Path, ...], bentuk: str) -> None:
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.templates import palette

    if templates or bentuk == "json":
        raise click.UsageError("--palet memuat isian semua dokumen; jangan sebutkan templat atau --format.")
    _refuse_target(berkas, "--palet", [])
    save(berkas, palette())
    click.echo(f"Palet: {berkas}", err=True)
