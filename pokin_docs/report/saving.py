"""A report put into its file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.model.berkas import write_whole
from pokin_docs.model.findings import GangguanMesin


def save(berkas: Path, data: bytes) -> None:
    """Write a file that is either wholly the new one or still the old one.

    Raises:
        GangguanMesin: The folder cannot be written, or the old file is open in another program.
    """
    try:
        write_whole(berkas, data)
    except OSError as error:
        raise GangguanMesin(
            f"«{berkas}» tidak dapat ditulis ({error.strerror}).",
            "Tutup berkas itu bila terbuka, periksa foldernya dan ruang penyimpanannya, lalu jalankan lagi.",
        ) from error
