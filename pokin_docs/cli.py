"""The command line: the only place that prints and exits. Everything heavy is imported where it is used.

Exit codes: 0 done (warnings allowed) · 1 faults in the workbook · 2 wrong use · 3 a template does not fit ·
4 the machine.
"""

from __future__ import annotations

import gc
import gettext
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

# click fetches its own sentences from gettext when it prints them: ours are in Indonesian.
os.environ["LANGUAGE"] = "id"
gettext.bindtextdomain("pokin", Path(__file__).parent / "bahasa")
gettext.textdomain("pokin")

import click  # noqa: E402

from pokin_docs import __version__  # noqa: E402
from pokin_docs.cli_build import manifes, tell_attachments, tell_build, tell_trouble  # noqa: E402
from pokin_docs.cli_pohon import pohon  # noqa: E402
from pokin_docs.cli_templates import tell_corrections, templat  # noqa: E402
from pokin_docs.cli_words import (  # noqa: E402
    GALAT_BUKU,
    GALAT_MESIN,
    GALAT_TEMPLAT,
    SALAH_PAKAI,
    SELESAI,
    Perintah,
    Tahun,
    Tanggal,
    chosen_workbooks,
    progress,
    refuse_target,
)
from pokin_docs.console import use_utf8  # noqa: E402
from pokin_docs.model.findings import GangguanMesin  # noqa: E402
from pokin_docs.model.settings import KELOMPOK_DOKUMEN, Settings  # noqa: E402

if TYPE_CHECKING:
    from pokin_docs.cycle import Pemeriksaan
    from pokin_docs.model.findings import Diabaikan, Temuan


@click.group(
    cls=Perintah,
    context_settings={"max_content_width": 100},
    options_metavar="[PILIHAN]",
    subcommand_metavar="[PERINTAH]",
)
@click.version_option(__version__, "--versi", message="pokin %(version)s", help="Tampilkan versi program.")
def cli() -> None:
    """Dari satu buku kerja pohon kinerja menjadi Perjanjian Kinerja setiap pejabat dan Renstra.

    Tanpa perintah: bangun semua dokumen dari setiap buku kerja di folder inputs.
    """


def _cycle_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that change what the workbook means."""
    for option in (
        click.option("--final", is_flag=True, help="Tolak bila masih ada isian kosong (tanda) dalam dokumen."),
        click.option("--tanggal", type=Tanggal(), help="Tanggal PK, bila bukan yang di Identitas."),
        click.option("--tahun", type=Tahun(), help="Tahun PK, bila bukan yang di Identitas."),
    ):
        command = option(command)
    return command


@cli.command(options_metavar="[PILIHAN]")
@click.argument("buku", required=False, type=click.Path(path_type=Path))
@click.option("--keluaran", type=click.Path(path_type=Path, file_okay=False), default=Path("build"),
              show_default=True, help="Folder hasil.")  # fmt: skip
@click.option("--templat", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Folder templat Word, bila bukan folder templates.")  # fmt: skip
@_cycle_options
@click.option("--hanya", metavar="JENIS", help=f"Hanya dokumen ini, dipisah koma: {', '.join(KELOMPOK_DOKUMEN)}.")
@click.option("--ulang", is_flag=True, help="Buat ulang semua dokumen, juga yang isinya tidak berubah.")
@click.option("--pratinjau", is_flag=True, help="Tambahkan pratinjau HTML setiap dokumen, untuk dibaca tanpa Word.")
def bangun(
    buku: Path | None,
    keluaran: Path,
    templat: Path | None,
    tahun: int | None,
    tanggal: date | None,
    final: bool,
    hanya: str | None,
    ulang: bool,
    pratinjau: bool,
) -> None:
    """Bangun semua dokumen dari BUKU, atau semua di folder inputs."""
    from pokin_docs.cycle import build_folder
    from pokin_docs.model.locations import template_folders

    settings = Settings(
        keluaran=keluaran,
        templat=template_folders(templat),
        tahun=tahun,
        tanggal=tanggal,
        final=final,
        hanya=_groups(hanya),
        ulang=ulang,
        pratinjau=pratinjau,
    )
    books = chosen_workbooks(buku)
    folders = {build_folder(path, settings).name.casefold(): path for path in books}
    if len(folders) < len(books):
        raise click.UsageError("Dua buku kerja akan menulis ke folder hasil yang sama; ganti nama salah satunya.")
    codes = [_build_one(path, settings) for path in books]
    raise SystemExit(max(codes))


@cli.command(options_metavar="[PILIHAN]")
@click.argument("buku", required=False, type=click.Path(path_type=Path))
@_cycle_options
@click.option("--format", "bentuk", type=click.Choice(["teks", "json"]), default="teks", show_default=True,
              help="Untuk dibaca orang, atau program lain.")  # fmt: skip
@click.option("--koreksi", metavar="BERKAS", type=click.Path(path_type=Path, dir_okay=False),
              help="Tulis juga salinan BUKU dengan sel bertemuan diwarnai dan didaftar.")  # fmt: skip
def periksa(
    buku: Path | None, tahun: int | None, tanggal: date | None, final: bool, bentuk: str, koreksi: Path | None
) -> None:
    """Periksa BUKU tanpa menulis dokumen: semua temuan sekaligus."""
    from pokin_docs.cycle import examine
    from pokin_docs.report.texts import as_data, completeness_line, coverage_lines

    settings = Settings(Path("build"), (), tahun, tanggal, final)
    books = chosen_workbooks(buku)
    if koreksi is not None:
        refuse_target(koreksi, books)
    found = [(path, examine(path, settings)) for path in books]
    if bentuk == "json":
        import json

        objects = [as_data(path.name, p.temuan, p.diabaikan, p.rencana, final=final) for path, p in found]
        # One object for one workbook; a list only where several were asked for.
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
    else:
        for path, pemeriksaan in found:
            _print_findings(path, pemeriksaan, final=final)
            if pemeriksaan.rencana:
                for line in coverage_lines(pemeriksaan.rencana):
                    click.echo(line)
                click.echo(f"  {completeness_line(pemeriksaan.rencana)}")
    if koreksi is not None:
        _write_correction(koreksi, *found[0], final=final)
    raise SystemExit(GALAT_BUKU if any(p.galat(final=final) for _, p in found) else SELESAI)


@cli.command(options_metavar="[PILIHAN]")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def mulai(folder: Path) -> None:
    """Siapkan kantor baru di FOLDER: buku kerja kosong dan templat."""
    from pokin_docs.new_office import start_office

    try:
        written = start_office(folder)
    except FileExistsError as error:
        raise click.UsageError(f"{error.args[0]} sudah ada; pilih folder lain agar tidak tertimpa.") from None
    for path in written:
        click.echo(str(path))
    click.echo(
        f"Isi {written[0].name} mulai dari lembar Petunjuk. Lalu, di folder {folder}, jalankan: {_own_command()}"
    )


@cli.command(options_metavar="[PILIHAN]", context_settings={"ignore_unknown_options": True})
@click.argument("pilihan", nargs=-1, type=click.UNPROCESSED, metavar="[PILIHAN PYTEST]...")
def uji(pilihan: tuple[str, ...]) -> None:
    """Jalankan pengujian program (untuk pengembang)."""
    import subprocess

    from pokin_docs.model.locations import checkout

    root = checkout()
    if root is None:
        raise click.UsageError("Pengujian hanya ada di folder sumber program, bukan pada program terpasang.")
    # The whole suite on all cores, each file on one, as its tests share what they build; a chosen test starts sooner.
    chosen = pilihan or ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
    raise SystemExit(subprocess.call([sys.executable, "-m", "pytest", *chosen], cwd=root))


cli.add_command(manifes)
cli.add_command(pohon)
cli.add_command(templat)


def _write_correction(berkas: Path, path: Path, pemeriksaan: Pemeriksaan, *, final: bool) -> None:
    from pokin_docs.cycle import correction
    from pokin_docs.files.whole_file import save

    data = correction(path, pemeriksaan, final=final)
    if data is None:
        reason = "susunan berkasnya tidak lengkap" if pemeriksaan.terbuka else "berkasnya tidak dapat dibuka"
        click.echo(f"{path.name}: salinan koreksi tidak dibuat karena {reason}.", err=True)
        raise SystemExit(GALAT_BUKU)
    save(berkas, data)
    click.echo(f"Salinan koreksi: {berkas}", err=True)


def _groups(hanya: str | None) -> tuple[str, ...]:
    if hanya is None:
        return KELOMPOK_DOKUMEN
    groups = tuple(part.strip().casefold() for part in hanya.split(",") if part.strip())
    unknown = [group for group in groups if group not in KELOMPOK_DOKUMEN]
    if unknown or not groups:
        raise click.BadParameter(f"pilih dari {', '.join(KELOMPOK_DOKUMEN)}.", param_hint="--hanya")
    return groups


def _build_one(path: Path, settings: Settings) -> int:
    from pokin_docs.cycle import build, examine
    from pokin_docs.report.texts import completeness_line

    pemeriksaan = examine(path, settings)
    _print_findings(path, pemeriksaan, final=settings.final)
    if pemeriksaan.galat(final=settings.final):
        reason = "masih ada isian kosong" if settings.final and not pemeriksaan.galat(final=False) else "ada galat"
        click.echo(f"{path.name}: tidak ada dokumen yang ditulis karena {reason}.", err=True)
        if pemeriksaan.terbuka:
            flag = " --final" if settings.final else ""
            copy = f'periksa "{path}"{flag} --koreksi koreksi{path.suffix.lower()}'
            click.echo(f"Buat salinan koreksi: {_own_name()} {copy}", err=True)
        return GALAT_BUKU
    with progress() as maju:
        outcome = build(path, pemeriksaan, settings, maju, lambda said: click.echo(said, err=True))
    _print_lines(outcome.temuan, final=settings.final)
    if outcome.build is None:
        click.echo(f"{path.name}: tidak ada dokumen yang ditulis karena templat belum cocok.", err=True)
        tell_corrections(_own_name(), outcome.temuan, settings.templat)
        return GALAT_TEMPLAT
    tell_build(outcome.build)
    if pemeriksaan.rencana and outcome.build.dokumen:
        click.echo(f"  {completeness_line(pemeriksaan.rencana, settings.hanya)}")
    tell_attachments(outcome.build, len(pemeriksaan.temuan))
    return tell_trouble(outcome.build)


def _print_findings(path: Path, pemeriksaan: Pemeriksaan, *, final: bool) -> None:
    from pokin_docs.report.texts import summary

    click.echo(f"{path.name}: {summary(pemeriksaan.temuan, pemeriksaan.diabaikan, final=final)}", err=True)
    _print_lines(pemeriksaan.temuan, pemeriksaan.diabaikan, final=final)


def _print_lines(temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...] = (), *, final: bool) -> None:
    from pokin_docs.report.terminal import WARNA
    from pokin_docs.report.texts import finding_lines

    for line, tingkat in finding_lines(temuan, diabaikan, final=final):
        click.secho(line, fg=WARNA[tingkat] if tingkat else None, err=True)


def main() -> int:
    """Run the command line and return its exit code; whatever happens, no traceback reaches the user."""
    use_utf8()
    gc.set_threshold(100_000, 50, 50)  # a run is short: looking for circles would take a twentieth of its time
    try:
        cli.main(prog_name=_own_name(), standalone_mode=False)
    except SystemExit as stop:
        return int(stop.code or 0)
    except click.ClickException as error:
        error.show()
        return SALAH_PAKAI
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan.", err=True)
        return 130
    except GangguanMesin as error:
        click.echo(f"{error.pesan}\n→ {error.saran}", err=True)
        return GALAT_MESIN
    except MemoryError:
        click.echo(
            "Memori komputer tidak cukup; berkas yang sedang dibuat tidak ditulis.\n"
            "→ Tutup program lain, lalu jalankan lagi. Untuk gambar yang sangat besar pilih --kertas a3.",
            err=True,
        )
        return GALAT_MESIN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left: nobody to tell
        return SELESAI
    except Exception:  # noqa: BLE001  # the last net: an internal fault is said, and kept for the developers
        return _report_internal_fault()
    return SELESAI


def _own_name() -> str:
    name = Path(sys.argv[0]).name
    return "python3 pipeline.py" if name == "pipeline.py" else "pokin"


def _own_command() -> str:
    """How this program is started from another folder."""
    if _own_name() == "pokin":
        return "pokin"
    return f'{"py" if os.name == "nt" else "python3"} "{Path(sys.argv[0]).resolve()}"'


def _report_internal_fault() -> int:
    import tempfile
    import traceback

    report = Path(tempfile.gettempdir()) / "pokin-galat-internal.txt"
    try:
        report.write_text(traceback.format_exc(), encoding="utf-8")
        kept = f"Rinciannya tersimpan di {report}; kirimkan berkas itu kepada pengembang."
    except OSError:
        kept = "Rinciannya tidak dapat disimpan."
    click.echo(f"Ada kesalahan di dalam program ini, bukan pada pekerjaan Anda. {kept}", err=True)
    return GALAT_MESIN


if __name__ == "__main__":
    sys.exit(main())
