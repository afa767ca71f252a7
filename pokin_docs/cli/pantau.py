"""The command ``pantau``: the documents built again at every save, and a page of findings that renews itself."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pokin_docs.cli.bangun import build_books
from pokin_docs.cli.findings import tell_machine_trouble
from pokin_docs.cli.opening import open_or_name
from pokin_docs.cli.options import BUKU, GALAT_MESIN, KATA, TEMPLAT, chosen_workbooks, cycle_options, place_options
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.locations import template_folders
from pokin_docs.model.settings import WATCH_PAGE, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pokin_docs.flow.watch import Watch

_EVERY, _SOON, _AGAIN = 1.0, 0.5, 10
"""Seconds between two looks, the same where a file is being saved, and looks until a hindered run is tried again."""


@click.command(options_metavar="[PILIHAN]")
@click.argument("buku", required=False, type=click.Path(path_type=Path))
@place_options
@cycle_options
@click.option("--buka", is_flag=True, help="Buka halamannya di peramban.")
def pantau(
    buku: Path | None,
    keluaran: Path,
    templat: Path | None,
    tahun: int | None,
    tanggal: date | None,
    final: bool,
    buka: bool,
) -> None:
    """Pantau BUKU dan templatnya: setiap kali disimpan, temuan dan dokumennya diperbarui.

    Bukalah pantau.html di folder hasilnya: halaman itu memperbarui dirinya sendiri. Berhenti dengan Ctrl+C.
    """
    from pokin_docs.flow.collect import SUFFIX
    from pokin_docs.flow.watch import Watch, files_of_office, watched_books

    own = templat or TEMPLAT
    settings = Settings(keluaran, template_folders(own), tahun, tanggal, final, kata=(KATA,))
    books = chosen_workbooks(buku)
    named = buku or (None if books[0].parent == BUKU else books[0])
    watch = Watch(
        lambda: (
            path for path in files_of_office(watched_books(named, BUKU), (own, KATA)) if not path.name.endswith(SUFFIX)
        ),
        lambda path: path in watched_books(named, BUKU) or path in books,
    )
    watch.start()
    _run(books, settings)
    click.echo(f"Memantau {', '.join(path.name for path in books)}; berhenti dengan Ctrl+C.")
    if buka:
        open_or_name(_page_of(books[0], settings))
    try:
        _follow(watch, books, settings, named)
    except KeyboardInterrupt:
        for path in books:
            _show(path, settings, ended=True)
        click.echo("Pantau berhenti.")


def _follow(watch: Watch, books: list[Path], settings: Settings, named: Path | None) -> None:
    """Build at every change until somebody stops it; what the machine hindered is tried again."""
    from pokin_docs.flow.watch import watched_books

    hindered = 0
    while True:
        time.sleep(_SOON if watch.is_unsettled else _EVERY)
        changed = watch.look()
        hindered = max(hindered - 1, 0)
        if not changed and hindered != 1:
            continue
        if changed:
            click.echo(f"\n{time.strftime('%H.%M.%S')} berubah: {', '.join(path.name for path in changed)}")
        found = chosen_workbooks(named) if watched_books(named, BUKU) else books
        touched = [path for path in found if path in changed]
        try:
            code = _run(touched if len(touched) == len(changed) and touched else found, settings)
        except KeyboardInterrupt:
            click.echo("\nYang terakhir disimpan belum selesai dibangun; jalankan bangun.")
            raise
        hindered = _AGAIN if code == GALAT_MESIN else 0


def _run(books: Sequence[Path], settings: Settings) -> int:
    """Build these workbooks and renew their pages; whatever hinders it, the watching goes on."""
    try:
        code = build_books(list(books), settings)
    except MachineTrouble as trouble:
        tell_machine_trouble(trouble)
        code = GALAT_MESIN
    for path in books:
        _show(path, settings)
    return code


def _page_of(path: Path, settings: Settings) -> Path:
    from pokin_docs.flow.places import build_folder

    return build_folder(path, settings) / WATCH_PAGE


def _show(path: Path, settings: Settings, *, ended: bool = False) -> None:
    """Put the page that renews itself beside the report page; where that cannot be written it stays as it is."""
    from pokin_docs.files.whole_file import write_whole
    from pokin_docs.flow.attachments import REPORT_PAGE
    from pokin_docs.report.html import renewed

    page = _page_of(path, settings)
    with suppress(OSError):
        report = page.with_name(REPORT_PAGE).read_bytes()
        write_whole(page, renewed.ended(report) if ended else renewed.renewed(report))
