"""The command of those who edit templates: check them, show the faults in Word, the palette, the X-ray."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.options import GALAT_TEMPLAT, SELESAI, TEMPLAT, KindOption, known_kinds
from pokin_docs.cli.proposed import proposed
from pokin_docs.model.locations import first_file, template_folders

if TYPE_CHECKING:
    from pokin_docs.flow.templates import CheckedTemplate
    from pokin_docs.model.findings import Temuan

_TemplateFile = click.Path(path_type=Path, dir_okay=False)


@click.command(options_metavar="[PILIHAN]", short_help="Periksa templat Word; tulis palet isian atau contohnya.")
@click.argument("templat", nargs=-1, type=_TemplateFile, metavar="[TEMPLAT]...")
@click.option("--untuk", cls=KindOption, metavar="JENIS",
              help="Dokumen yang dibuat dari templat itu ({kode}), bila namanya tidak menunjukkannya.")  # fmt: skip
@click.option("--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks", show_default=True,
              help="Untuk dibaca orang, atau program lain.")  # fmt: skip
@click.option("--koreksi", metavar="BERKAS", type=_TemplateFile,
              help="Tulis salinan TEMPLAT (.docx) dengan komentar Word pada setiap temuan.")  # fmt: skip
@click.option("--betulkan", metavar="SALINAN", type=_TemplateFile,
              help="Tulis salinan TEMPLAT dengan usul yang aman sudah diketikkan.")  # fmt: skip
@click.option("--palet", metavar="BERKAS", type=_TemplateFile,
              help="Tulis dokumen Word berisi semua isian, arti, contoh, dan pengulangan siap salin.")  # fmt: skip
@click.option("--contoh", metavar="BERKAS", type=_TemplateFile,
              help="Tulis dokumen dari TEMPLAT dengan nama setiap isian di samping nilai contohnya.")  # fmt: skip
def templat(
    templat: tuple[Path, ...], untuk: str | None, bentuk: str, koreksi: Path | None, betulkan: Path | None,
    palet: Path | None, contoh: Path | None,
) -> None:  # fmt: skip
    """Periksa TEMPLAT Word atau Excel, atau semua templat yang dipakai: semua kesalahan sekaligus, dengan letaknya.

    Tanpa pilihan tidak ada yang ditulis.
    """
    from pokin_docs.flow.templates import examine_templates

    chosen = {"--koreksi": koreksi, "--betulkan": betulkan, "--palet": palet, "--contoh": contoh}
    given = [name for name, path in chosen.items() if path is not None]
    if len(given) > 1:
        raise click.UsageError(f"{' dan '.join(given)} tidak dapat dipakai bersama; jalankan satu per satu.")
    if palet is not None:
        _write_palette(palet, templat, bentuk)
        raise SystemExit(SELESAI)
    found = examine_templates(templat, _known_kind(untuk), template_folders(TEMPLAT), known_kinds())
    if contoh is not None and bentuk == "json":
        raise click.UsageError("--format json tidak dapat dipakai bersama --contoh.")
    target = koreksi or betulkan or contoh
    if target is not None:
        found = (_only(found, given[0], faulty=contoh is None),)
        _refuse_sheets(found[0].file, given[0])
        _refuse_target(target, given[0], [entry.file for entry in found])
    _print(found, bentuk)
    if koreksi is not None:
        _write_correction(koreksi, found[0])
    elif betulkan is not None:
        raise SystemExit(_write_mended(betulkan, found[0]))
    elif contoh is not None:
        _write_sample(contoh, found[0])
    raise SystemExit(GALAT_TEMPLAT if any(entry.galat for entry in found) else SELESAI)


def tell_corrections(temuan: Iterable[Temuan], folders: Sequence[Path]) -> None:
    """Say how the faults of the templates of a build are shown in Word, on standard error.

    Args:
        temuan: The findings of the build.
        folders: Folders with templates, searched in order.
    """
    names = dict.fromkeys(found.tempat.lembar for found in temuan if found.kode in ("T03", "T04", "T05"))
    for name in names:
        path = first_file((name,), folders)
        if path is not None and path.suffix.lower() == ".docx":
            click.echo(f"Tunjukkan di Word: {proposed('templat', '--koreksi', f'koreksi-{name}', path)}", err=True)


def _known_kind(untuk: str | None) -> str | None:
    codes = [kind.kode for kind in known_kinds()]
    if untuk is not None and untuk not in codes:
        raise click.BadParameter(f"{untuk!r} bukan jenis dokumen; pilih dari {', '.join(codes)}.", param_hint="--untuk")
    return untuk


def _only(found: tuple[CheckedTemplate, ...], option: str, *, faulty: bool) -> CheckedTemplate:
    """The one template an option is for: the one named, else the only one with something to show."""
    wanted = [entry for entry in found if entry.examination.temuan] if faulty and len(found) > 1 else list(found)
    if len(wanted) == 1:
        return wanted[0]
    names = ", ".join(str(entry.file) for entry in wanted or found)
    raise click.UsageError(f"{option} hanya untuk satu templat; sebutkan salah satu: {names}.")


def _refuse_sheets(templat: Path, option: str) -> None:
    """Refuse to comment or mend an Excel template: its findings name the cells."""
    if option != "--contoh" and templat.suffix.lower() == ".xlsx":
        reason = "hanya untuk templat Word; setiap temuan templat Excel sudah menyebut selnya."
        raise click.UsageError(f"{option} {reason}")


def _refuse_target(file: Path, option: str, templates: list[Path]) -> None:
    """Refuse a place where something would be lost, as wrong use."""
    from pokin_docs.flow.templates import templates_in_use
    from pokin_docs.templating.aids.correction import is_own

    in_use = templates_in_use(template_folders(TEMPLAT), known_kinds())
    reason, suffix = "", templates[0].suffix.lower() if templates else ".docx"
    if not file.name:
        reason = "sebut nama berkasnya."
    elif file.suffix.lower() != suffix:
        program = "dokumen Word" if suffix == ".docx" else "buku kerja Excel"
        reason = f"hasilnya {program}; beri nama {file.with_suffix(suffix).name}."
    elif file.exists() and any(path.exists() and file.samefile(path) for path in (*templates, *in_use)):
        reason = f"{file} adalah templat; pilih nama lain agar tidak tertimpa."
    elif file.exists() and option != "--betulkan" and not is_own(file):
        reason = f"{file} sudah ada dan bukan hasil perintah ini, atau sudah disunting; pilih nama lain."
    if reason:
        raise click.BadParameter(reason, param_hint=option)


def _print(found: tuple[CheckedTemplate, ...], form: str) -> None:
    from pokin_docs.templating.aids.correction import as_data, coverage_lines

    if form == "json":
        import json

        objects = [as_data(entry.file.name, entry.kind.kode, entry.examination) for entry in found]
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
        return
    for entry in found:
        _print_findings(entry)
        for line in coverage_lines(entry.label, entry.examination):
            click.echo(line)


def _print_findings(entry: CheckedTemplate) -> None:
    from pokin_docs.flow.templates import names_in_use
    from pokin_docs.report.terminal import COLOURS
    from pokin_docs.report.texts import summary
    from pokin_docs.templating.aids.correction import finding_lines

    counts = summary(tuple(found.temuan for found in entry.examination.temuan), (), final=False)
    click.echo(f"{entry.label}, untuk {entry.kind.kode}: {counts}", err=True)
    known = names_in_use(known_kinds())
    if entry.file.parent == TEMPLAT and entry.file.name not in known:
        names = ", ".join(known)
        click.echo(f"  Nama berkas ini tidak dicari oleh program, jadi tidak dipakai. Yang dicari: {names}.", err=True)
    for line, level in finding_lines(entry.examination):
        click.secho(line, fg=COLOURS[level] if level else None, err=True)


def _write_correction(file: Path, entry: CheckedTemplate) -> None:
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.templates import template_correction

    if not entry.examination.temuan:
        click.echo("Salinan koreksi tidak ditulis karena tidak ada temuan.", err=True)
        return
    data = template_correction(entry)
    if data is None:
        click.echo(f"{entry.label}: salinan koreksi tidak ditulis karena berkasnya tidak dapat dibuka.", err=True)
        raise SystemExit(GALAT_TEMPLAT)
    save(file, data)
    click.echo(f"Salinan koreksi: {file}", err=True)


def _write_mended(file: Path, entry: CheckedTemplate) -> int:
    """Write the copy with the safe proposals typed in; the exit code for what is left in it."""
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.templates import mended
    from pokin_docs.model.catalogue import severity
    from pokin_docs.model.findings import Severity

    result = mended(entry)
    if result is None:
        click.echo(f"{entry.label}: salinan tidak ditulis karena berkasnya tidak dapat dibuka.", err=True)
        return GALAT_TEMPLAT
    for found, old in result.typed:
        click.echo(f"Dibetulkan ({found.place}): {old} → {found.proposals[0]}", err=True)
    left = result.examination.temuan
    if not result.typed:
        click.echo("Salinan tidak ditulis karena tidak ada usul yang aman untuk diketikkan.", err=True)
    elif file.exists() and file.read_bytes() != result.data:
        raise click.BadParameter(f"{file} sudah ada dan isinya lain; pilih nama lain.", param_hint="--betulkan")
    else:
        save(file, result.data)
        rest = f"{len(left)} temuan tersisa di dalamnya" if left else "tidak ada temuan tersisa"
        click.echo(f"Salinan: {file} ({len(result.typed)} dibetulkan, {rest}).", err=True)
    return GALAT_TEMPLAT if any(severity(found.temuan) is Severity.GALAT for found in left) else SELESAI


def _write_sample(file: Path, entry: CheckedTemplate) -> None:
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.templates import sample
    from pokin_docs.report.texts import finding_lines

    if not entry.filled:
        click.echo(f"{entry.label}: contoh tidak ditulis karena templatnya belum cocok.", err=True)
        raise SystemExit(GALAT_TEMPLAT)
    outcome = sample(entry)
    if outcome.value is None:
        for line, _ in finding_lines(outcome.temuan, (), final=False):
            click.echo(line, err=True)
        click.echo(f"{entry.label}: contoh tidak ditulis.", err=True)
        raise SystemExit(GALAT_TEMPLAT)
    save(file, outcome.value)
    click.echo(f"Contoh: {file}", err=True)


def _write_palette(file: Path, templates: tuple[Path, ...], form: str) -> None:
    from pokin_docs.files.whole_file import save
    from pokin_docs.flow.templates import palette

    if templates or form == "json":
        raise click.UsageError("--palet memuat isian semua dokumen; jangan sebutkan templat atau --format.")
    _refuse_target(file, "--palet", [])
    save(file, palette(known_kinds()))
    click.echo(f"Palet: {file}", err=True)
