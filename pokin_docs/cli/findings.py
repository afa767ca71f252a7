"""Findings of a workbook, printed for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Examination
    from pokin_docs.model.findings import Diabaikan, Temuan


def print_findings(path: Path, examination: Examination, *, final: bool) -> None:
    """Say how many findings a workbook has, and each of them."""
    from pokin_docs.report.texts import summary

    click.echo(f"{path.name}: {summary(examination.temuan, examination.diabaikan, final=final)}", err=True)
    print_lines(examination.temuan, examination.diabaikan, final=final)


def print_lines(temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...] = (), *, final: bool) -> None:
    """Say each finding in a line, the waived ones behind."""
    from pokin_docs.report.terminal import WARNA
    from pokin_docs.report.texts import finding_lines

    for line, tingkat in finding_lines(temuan, diabaikan, final=final):
        click.secho(line, fg=WARNA[tingkat] if tingkat else None, err=True)
