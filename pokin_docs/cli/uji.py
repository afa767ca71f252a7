"""The command ``uji``: the tests, for developers."""

from __future__ import annotations

import sys

import click


@click.command(options_metavar="[PILIHAN]", context_settings={"ignore_unknown_options": True})
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
