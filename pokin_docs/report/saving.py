"""A report put into its file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from pokin_docs.model.findings import GangguanMesin


def save(berkas: Path, data: bytes) -> None:
    """Write a file that is either wholly the new one or still the old one.

    Raises:
        GangguanMesin: The folder cannot be written, or the old file is open in another program.
    """
    staged = berkas.with_name(f".{berkas.name}.sementara-{os.getpid()}")
    try:
        try:
            with staged.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            staged.replace(berkas)
        finally:
            staged.unlink(missing_ok=True)
    except OSError as error:
        raise GangguanMesin(
            f"«{berkas}» tidak dapat ditulis ({error.strerror}).",
            "Tutup berkas itu bila terbuka, periksa foldernya dan ruang penyimpanannya, lalu jalankan lagi.",
        ) from error
