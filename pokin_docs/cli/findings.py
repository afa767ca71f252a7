"""Findings of a workbook, printed for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Examination
    from pokin_docs.model.findings import Temuan, WaivedFinding


def print_findings(path: Path, examination: Examination, *, final: bool) -> None:
    """Say how many findings a workbook has, and each of them, on standard error.

    Args:
        path: The workbook, for its name.
        examination: What was found in it.
        final: Severities are those of ``--final``.
    """
    from pokin_docs.report.texts import summary

    click.echo(f"{path.name}: {summary(examination.temuan, examination.waived, final=final)}", err=True)
    print_lines(examination.temuan, examination.waived, final=final)


def print_lines(temuan: tuple[Temuan, ...], waived: tuple[WaivedFinding, ...] = (), *, final: bool) -> None:
    """Say each finding in a line, the waived ones behind, on standard error.

    Args:
        temuan: Findings that stand, in the order to be printed.
        waived: Waived findings.
        final: Severities are those of ``--final``.
    """
    from pokin_docs.report.terminal import COLOURS
    from pokin_docs.report.texts import finding_lines

    for line, level in finding_lines(temuan, waived, final=final):
        click.secho(line, fg=COLOURS[level] if level else None, err=True)
