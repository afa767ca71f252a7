"""What the machine refuses while a build folder is written, as a sentence with what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.refusals import refusal

FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def machine_trouble(folder: Path) -> Iterator[None]:
    """Turns what the machine refuses inside into a sentence about this folder.

    Raises:
        MachineTrouble: The machine refused something.
    """
    try:
        yield
    except OSError as fault:
        raise trouble(folder, fault) from fault


def trouble(folder: Path, fault: OSError) -> MachineTrouble:
    """What the machine refused, and what to do.

    Args:
        folder: The folder that was written.
        fault: What it said.
    """
    if fault.errno in FULL:
        return MachineTrouble(f"Ruang penyimpanan penuh di {folder}.", "Kosongkan ruang, lalu jalankan lagi.")
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return MachineTrouble(
            f"Tidak boleh menulis ke folder {folder}.", "Pilih folder lain dengan --keluaran, atau minta izin menulis."
        )
    if isinstance(fault, IsADirectoryError):
        name = Path(fault.filename2 or fault.filename or folder).name
        return MachineTrouble(f"{name} di {folder} adalah folder.", "Pindahkan atau ganti namanya, lalu ulangi.")
    return MachineTrouble(f"Gagal menulis ke folder {folder} ({refusal(fault)}).", "Periksa folder itu, lalu ulangi.")
