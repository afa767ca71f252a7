"""Findings of a workbook, printed for people."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from pokin_docs.cli.proposed import proposed
from pokin_docs.model.catalogue import ASKS_FOR_TEXT, ASKS_TO_IMPORT

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Examination
    from pokin_docs.model.findings import MachineTrouble, Temuan, WaivedFinding

_MEANT = (
    "  Temuan pada contoh ini memang disengaja: pertentangan di dalamnya berasal dari tabel resminya, "
    "agar terlihat apa yang ditemukan program."
)


def findings_into_file(path: Path, examination: Examination, *, final: bool) -> None:
    """Say the same on standard output where that goes into a file of its own: who keeps a run keeps its findings.

    Args:
        path: The workbook, for its name.
        examination: What was found in it.
        final: Severities are those of ``--final``.
    """
    if not _is_own_file(sys.stdout, sys.stderr):
        return
    from pokin_docs.report.texts import finding_lines, summary

    click.echo(f"{path.name}: {summary(examination.temuan, examination.waived, final=final)}")
    for line, _ in finding_lines(examination.temuan, examination.waived, final=final, brief=False):
        click.echo(line)


def _is_own_file(out: TextIO, err: TextIO) -> bool:
    """Whether ``out`` is an ordinary file, and not the one that ``err`` goes into."""
    try:
        first = os.fstat(out.fileno())
    except (OSError, ValueError):
        return False
    try:
        other: os.stat_result | None = os.fstat(err.fileno())
    except (OSError, ValueError):
        other = None
    return stat.S_ISREG(first.st_mode) and not (other and os.path.samestat(first, other))


def print_findings(path: Path, examination: Examination, *, final: bool, brief: bool = False) -> None:
    """Say how many findings a workbook has, and each of them, on standard error.

    Args:
        path: The workbook, for its name.
        examination: What was found in it.
        final: Severities are those of ``--final``.
        brief: So short that all of a build is seen at a look.
    """
    from pokin_docs.model.locations import is_example
    from pokin_docs.report.texts import summary

    click.echo(f"{path.name}: {summary(examination.temuan, examination.waived, final=final)}", err=True)
    if others := examination.elsewhere:
        click.echo(
            f"  {len(others)} tempat terbuka pada dokumen yang tidak dibuat kali ini tidak disebutkan.", err=True
        )
    if examination.temuan and is_example(path):
        click.echo(_MEANT, err=True)
    print_lines(examination.temuan, examination.waived, final=final, of=path.name, brief=brief)
    if any(finding.kode in ASKS_TO_IMPORT for finding in examination.temuan):
        click.echo(f"  Jalankan: {proposed('impor', path)}", err=True)
    if any(_asks_for_text(finding) for finding in examination.temuan):
        click.echo(f"  Naskah kosong dibuat dengan: {proposed('naskah', path)}", err=True)


def _asks_for_text(finding: Temuan) -> bool:
    """Whether what to do about a finding begins with the command ``naskah``."""
    return finding.kode in ASKS_FOR_TEXT or (finding.kode == "D30" and bool(dict(finding.details).get("cara")))


def print_lines(
    temuan: tuple[Temuan, ...],
    waived: tuple[WaivedFinding, ...] = (),
    *,
    final: bool,
    of: str = "Templat",
    brief: bool = False,
) -> None:
    """Say each cause of findings, the waived ones behind, on standard error; the galat once more at the end of the run.

    Args:
        temuan: Findings that stand, in the order of their places.
        waived: Waived findings.
        final: Severities are those of ``--final``.
        of: What they were found in, for the end of the run.
        brief: So short that all of a build is seen at a look.
    """
    from pokin_docs.model.causes import in_order
    from pokin_docs.report.texts import galat_line

    temuan = in_order(temuan, final=final)
    if galat := galat_line(temuan, waived, final=final):
        _say_at_the_end(f"{of}: {galat}")
    from pokin_docs.report.terminal import COLOURS
    from pokin_docs.report.texts import finding_lines

    for line, level in finding_lines(temuan, waived, final=final, brief=brief):
        click.secho(line, fg=COLOURS[level] if level else None, err=True)


def _say_at_the_end(line: str) -> None:
    """Keep a line for when the command has said everything else: what is first to be done stands last on the screen."""
    context = click.get_current_context()
    kept: list[str] = context.meta.setdefault(__name__, [])
    if not kept:
        context.call_on_close(lambda: click.secho("\n".join(kept), fg="red", err=True))
    kept.append(line)


def tell_machine_trouble(trouble: MachineTrouble) -> None:
    """Say what the machine refused, and what to do about it, on standard error."""
    click.echo(f"{trouble.message}\n→ {trouble.saran}", err=True)
