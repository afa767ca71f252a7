"""The command behind a double click: runs what was clicked, opens what came of it, says it in one sentence."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from pokin_docs.cli.opening import open_or_name
from pokin_docs.cli.options import GALAT_BUKU, GALAT_MESIN, GALAT_TEMPLAT, SELESAI
from pokin_docs.cli.proposed import program_place

OFFICE, EXAMPLE = Path("Kantor"), Path("Contoh")
"""Folders beside the program where it is started by ``Buka Pokin``."""
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_BY_EXPLORER = re.compile(r"\s/c\s+", re.IGNORECASE)
_OUTCOME = {
    ("bangun", SELESAI): "Selesai: dokumen ada di folder {folder}.",
    ("periksa", SELESAI): "Selesai diperiksa: tidak ada galat. Temuannya ada di {page}.",
    ("cetak", SELESAI): "Selesai: yang dicetak ada di folder {folder}, di dalam Cetak dan PDF.",
    ("pantau", SELESAI): "Pantau selesai.",
    ("", GALAT_BUKU): "Belum jadi: buku kerja masih bergalat. Bacalah {page}, perbaiki di Excel, lalu klik lagi.",
    ("", GALAT_TEMPLAT): "Belum jadi: templat belum cocok. Perbaiki yang disebut di atas, lalu klik lagi.",
    (
        "",
        GALAT_MESIN,
    ): "Belum semuanya: ada yang terhalang di komputer ini. Ikuti yang disebut di atas, lalu klik lagi.",
}


@click.command(hidden=True, options_metavar="")
@click.argument("apa", type=click.Choice(["periksa", "bangun", "cetak", "pantau", "buka"]))
@click.argument("berkas", nargs=-1, type=click.Path(path_type=Path))
def klik(apa: str, berkas: tuple[Path, ...]) -> None:
    """Jalankan yang diklik ganda, dengan buku kerja yang diseret ke atasnya bila ada."""
    from pokin_docs.flow.attachments import REPORT_PAGE

    book = dragged_workbook(berkas, os.environ)
    if apa == "buka" and book is None:
        _open_office()
        return
    apa = "bangun" if apa == "buka" else apa
    try:
        code = _run(apa, book)
    except click.ClickException as error:
        error.show()
        raise SystemExit(error.exit_code) from None
    folder = _build_folder(book)
    page = folder / REPORT_PAGE if folder is not None else None
    printed = (
        [path for kind in ("pdf", "docx") for path in sorted(folder.glob(f"Cetak/Cetak-PK_*.{kind}"))] if folder else []
    )
    shown = printed[0] if printed and apa == "cetak" else page
    if shown is not None and shown.is_file() and apa != "pantau":
        _open(shown)
    said = _OUTCOME.get((apa, code)) or _OUTCOME.get(("", code), "")
    click.echo("\n" + said.format(folder=folder, page=page or REPORT_PAGE))
    raise SystemExit(code)


def dragged_workbook(given: tuple[Path, ...], environment: os._Environ[str] | dict[str, str]) -> Path | None:
    r"""The workbook that was dragged onto a launcher, the first of several; None where none was.

    Windows hands over a name without blanks unquoted, so that cmd parts it at an ``&``: the launcher hands on the whole
    command line (``POKIN_KLIK``: ``cmd.exe /c ""C:\kantor\Bangun.bat" C:\a&b.xlsx"``) and the first word
    (``POKIN_BERKAS``), for where somebody typed it.

    Args:
        given: Words behind the command.
        environment: Variables of the process.

    Raises:
        click.UsageError: Something else was dragged.
    """
    line, first = environment.get("POKIN_KLIK", ""), environment.get("POKIN_BERKAS", "")
    parts = _BY_EXPLORER.split(line, maxsplit=1)
    names = [str(path) for path in given] or ([first] if first else [])
    if len(parts) == 2 and first:
        inner = parts[1].strip()
        inner = inner[1:-1] if inner.startswith('""') and inner.endswith('"') else inner
        names = [quoted or bare for quoted, bare in _WORD.findall(inner)][1:]
    if not names:
        return None
    books = [Path(name) for name in names if name.lower().endswith((".xlsx", ".xlsm"))]
    if not books:
        raise click.UsageError(f"{Path(names[0]).name} bukan buku kerja Excel (.xlsx); seretlah buku kerjanya.")
    return books[0]


def _open_office() -> None:
    """Lay the office's folder and the example beside the program where they are missing, and open the office's."""
    from pokin_docs.flow.new_office import lay_example, lay_launchers, start_office

    place = program_place()
    if OFFICE.exists():
        lay_launchers(OFFICE, place)  # the program may have been moved since
    else:
        start_office(OFFICE, launchers=place)
        click.echo(f"Folder {OFFICE} disiapkan: isi inputs/buku-kerja.xlsx di sana, lalu klik ganda Bangun.")
    lay_example(EXAMPLE, place)
    click.echo(f"Untuk mencoba: klik ganda Bangun di folder {EXAMPLE}.")
    _open(OFFICE)


def _open(path: Path) -> None:
    """Open a file or folder, unless a test asks for quiet."""
    if "POKIN_DIAM" not in os.environ:
        open_or_name(path)


def _run(apa: str, book: Path | None) -> int:
    from pokin_docs.cli.bangun import bangun
    from pokin_docs.cli.pantau import pantau
    from pokin_docs.model.settings import LAPORAN

    words = [str(book)] if book is not None else []
    if apa == "periksa":
        words += ["--hanya", LAPORAN]
    if apa == "cetak":
        words += ["--pdf"]
    if apa == "pantau":
        words += ["--buka"]
    command = pantau if apa == "pantau" else bangun
    try:
        command.main(words, prog_name=apa, standalone_mode=False, parent=click.get_current_context().find_root())
    except SystemExit as stop:
        return int(stop.code or 0)
    return SELESAI


def _build_folder(book: Path | None) -> Path | None:
    from pokin_docs.cli.options import BUKU, HASIL
    from pokin_docs.flow.attachments import REPORT_PAGE
    from pokin_docs.flow.places import build_folder
    from pokin_docs.model.locations import bundled, workbooks
    from pokin_docs.model.settings import Settings

    books = [book] if book is not None else workbooks(BUKU) or workbooks(bundled("inputs"))
    folders = [build_folder(path, Settings(HASIL, ())) for path in books]
    return next((folder for folder in folders if (folder / REPORT_PAGE).is_file()), folders[0] if folders else None)
