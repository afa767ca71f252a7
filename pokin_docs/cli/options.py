"""Words of the command line: commands that may be left out, days and years, in Indonesian; the progress bar."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pokin_docs.cli.notices import tell_before
from pokin_docs.model.texts import nearest

DEFAULTS = "bangun"
_LONGEST_PATH, _LONGEST_NAME = 4_000, 255
"""Bytes that a path, and a name in it, may have on most machines."""
BUKU, TEMPLAT, KATA, HASIL = Path("inputs"), Path("templates"), Path("kata"), Path("build")
"""Folders of an office, where it starts the program: workbooks, templates, word lists, what was made."""

SELESAI, GALAT_BUKU, SALAH_PAKAI, GALAT_TEMPLAT, GALAT_MESIN = range(5)
"""Exit codes: done, faults in the workbook, wrong use, a template does not fit, the machine."""

if TYPE_CHECKING:  # generic for type checkers only: click 8.1 has no ParamType[...]
    from pokin_docs.documents.kind import DocumentKind

    DayType = click.ParamType[date]
    YearType = click.ParamType[int]
else:
    DayType = YearType = click.ParamType


class CommandGroup(click.Group):
    """The group of commands; without one the documents are built."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the first word as a command if it is one, else build the workbook it names."""
        if args and args[0] not in self.commands:
            meant = None if Path(args[0]).suffix or Path(args[0]).exists() else nearest(args[0], self.commands)
            if meant:
                raise click.UsageError(f"Tidak ada perintah {args[0]!r}. Mungkin maksudnya {meant!r}?", ctx)
            args = [DEFAULTS, *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send options of the build to the build: ``pokin --final``."""
        endless = next((word for word in args if args[0] != "uji" and _is_endless(word)), "")
        if endless:
            raise click.UsageError(f"«{endless[:30]}…» terlalu panjang untuk nama berkas atau folder.", ctx)
        own = {"--help", "--versi"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = [DEFAULTS, *args]
        return super().parse_args(ctx, args)


def _is_endless(word: str) -> bool:
    """Whether a word can be no path, for which the system would have no file but a fault."""
    parts = (len(os.fsencode(part)) for part in Path(word).parts)
    return len(os.fsencode(word)) > _LONGEST_PATH or max(parts, default=0) > _LONGEST_NAME


def known_kinds() -> tuple[DocumentKind, ...]:
    """The kinds of documents this run knows: those the command line was called with, else all there are."""
    from pokin_docs.documents.kinds import KINDS

    given: tuple[DocumentKind, ...] | None = click.get_current_context().find_root().obj
    return KINDS if given is None else given


class KindOption(click.Option):
    """An option whose values are kinds of documents: they are read when somebody asks, as that takes a moment."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of the help, with the values there are."""
        from pokin_docs.flow.groups import all_groups

        line = super().get_help_record(ctx)
        words = {"kelompok": ", ".join(all_groups(known_kinds())), "kode": ", ".join(k.kode for k in known_kinds())}
        return (line[0], line[1].format(**words)) if line else None


def refuse_target(file: Path, books: list[Path]) -> None:
    """Refuse a place for the correction copy where something would be lost.

    Raises:
        click.UsageError: Several workbooks; or the place has another suffix, or holds another file or an edited one.
    """
    from pokin_docs.workbook.correction.recognized import is_correction, is_untouched

    if len(books) != 1:
        raise click.UsageError("--koreksi hanya untuk satu buku kerja; sebutkan berkasnya sesudah kata periksa.")
    (buku,) = books
    reason = ""
    if not file.name:
        reason = "sebut nama berkasnya."
    elif buku.suffix.lower() in (".xlsx", ".xlsm") and file.suffix.lower() != buku.suffix.lower():
        reason = f"buku kerjanya berjenis {buku.suffix}; beri nama {file.with_suffix(buku.suffix).name}."
    elif file.exists() and buku.exists() and file.samefile(buku):
        reason = f"{file} adalah buku kerja itu sendiri; pilih nama lain agar tidak tertimpa."
    elif file.exists() and not file.is_file():
        reason = f"{file} bukan berkas biasa; pilih nama lain."
    elif file.exists() and not is_correction(file):
        reason = f"{file} sudah ada dan bukan salinan koreksi; pilih nama lain agar tidak tertimpa."
    elif file.exists() and not is_untouched(file):
        reason = f"{file} sudah disimpan lagi sejak dibuat, dan mungkin disunting; pilih nama lain agar tidak tertimpa."
    if reason:
        raise click.BadParameter(reason, param_hint="--koreksi")


def chosen_workbooks(named: Path | None) -> list[Path]:
    """The workbook named, or all in ``inputs`` here; the shipped example where neither it nor this folder has a table.

    A correction or an import of ours is none of them while the workbook it was made from lies there too, the official
    list never. What is to be said of them and of the machine first is said.

    Raises:
        click.UsageError: There is no workbook, or it lies elsewhere or in a format only an import reads, or a folder
            is named.
    """
    from pokin_docs.flow.notices import other_tables, without_corrections, without_imports, without_lists
    from pokin_docs.model.locations import bundled, workbooks

    if named is not None:
        if named.is_dir():
            raise click.BadParameter(f"{named} adalah folder; sebutkan berkas .xlsx di dalamnya.", param_hint="BUKU")
        if not without_lists([named])[0]:
            reason = f"{named} adalah daftar nomenklatur, bukan buku kerja; isinya dicari dengan perintah nomenklatur."
            raise click.BadParameter(reason, param_hint="BUKU")
        tell_before([named])
        return [named]
    found, lists = without_lists(workbooks(BUKU))
    found, imports = without_imports(found)
    found, corrections = without_corrections(found)
    others, unread = other_tables(BUKU)
    for line in (*lists, *imports, *corrections, *unread):
        click.echo(line, err=True)
    if not found and (meant := others or workbooks(Path()) or other_tables(Path())[0]):
        reason = f"Tidak ada buku kerja (.xlsx) di folder inputs, tetapi ada {', '.join(map(str, meant[:3]))}."
        raise click.UsageError(f"{reason} Sebutkan berkasnya sesudah nama perintah, atau pindahkan ke folder inputs.")
    if not found:
        found = workbooks(bundled("inputs"))
        if found:
            click.echo("Tidak ada buku kerja di folder inputs; yang dipakai contoh bawaan program.", err=True)
    if not found:
        raise click.UsageError("Tidak ada buku kerja (.xlsx) di folder inputs.")
    tell_before(found)
    return found


class DayParam(DayType):
    """A day as ``2026-01-05``."""

    name = "TTTT-BB-HH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day.

        Args:
            value: A day, or a text like ``2026-01-05``.
            param: The option it was given to, for the message.
            ctx: The call of the command, for the message.

        Raises:
            click.BadParameter: It is no such day: wrong use.
        """
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} bukan tanggal TTTT-BB-HH; contoh: 2026-01-05.", param, ctx)


class YearParam(YearType):
    """A year of this century."""

    name = "TAHUN"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The year.

        Args:
            value: A number or a text, from 2000 to 2100.
            param: The option it was given to, for the message.
            ctx: The call of the command, for the message.

        Raises:
            click.BadParameter: It is no such year: wrong use.
        """
        if not str(value).isdecimal() or not 2000 <= int(value) <= 2100:
            self.fail(f"{value!r} bukan tahun; contoh: 2026.", param, ctx)
        return int(value)


class progress:  # noqa: N801  # reads as a word in a with statement
    """A progress bar on a terminal, nothing where the output is piped."""

    def __init__(self, label: str = "Menulis dokumen") -> None:
        self.bar: Any = None
        self.done, self.label = 0, label

    def __enter__(self) -> Callable[[int, int], None]:
        return self.step

    def step(self, done: int, total: int) -> None:
        """So many of so many are done."""
        if not sys.stderr.isatty():
            return
        if self.bar is None:
            self.bar = click.progressbar(length=total, label=self.label, file=sys.stderr).__enter__()
        self.bar.update(done - self.done)
        self.done = done

    def __exit__(self, *error: object) -> None:
        if self.bar is not None:
            self.bar.__exit__(None, None, None)


def cycle_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that change what the workbook means."""
    for option in (
        click.option("--final", is_flag=True, help="Tolak bila masih ada isian kosong (tanda) dalam dokumen."),
        click.option("--tanggal", type=DayParam(), help="Tanggal PK, bila bukan yang di Identitas."),
        click.option("--tahun", type=YearParam(), help="Tahun PK, bila bukan yang di Identitas."),
    ):
        command = option(command)
    return command


def place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that say where the templates lie and the files that are made go."""
    for option in (
        click.option(
            "--templat",
            type=click.Path(path_type=Path, exists=True, file_okay=False),
            help="Folder templat Word, bila bukan folder templates.",
        ),
        click.option(
            "--keluaran",
            type=click.Path(path_type=Path, file_okay=False),
            default=HASIL,
            show_default=True,
            help="Folder hasil.",
        ),
    ):
        command = option(command)
    return command
