"""Where the result of an import goes, and what keeps it from being written there."""

from __future__ import annotations

import stat
from pathlib import Path

from pokin_docs.model.findings import MachineTrouble

SUFFIX = "-impor"


def target_of(source: Path) -> Path:
    """The workbook that is made of a source, beside it: ``tabel-impor.xlsx``."""
    return source.with_name(f"{source.stem}{SUFFIX}.xlsx")


def refuse_target(target: Path, *, ours: bool) -> None:
    """Refuse a place where something would be lost.

    Args:
        target: Where the result goes.
        ours: An import wrote the file that is there.

    Raises:
        ValueError: A file is there that no import wrote; the argument says so.
        MachineTrouble: Another program holds the file open, or it may not be changed.
    """
    if not target.exists():
        return
    if not target.is_file() or not ours:
        raise ValueError(f"{target} sudah ada dan bukan hasil impor; pindahkan atau ganti namanya agar tidak tertimpa.")
    for program, lock in (("Excel", f"~${target.name}"), ("LibreOffice", f".~lock.{target.name}#")):
        if (target.parent / lock).exists():
            raise MachineTrouble(
                f"«{target.name}» sedang dibuka di {program}; impor tidak mengubah apa pun.",
                f"Simpan dan tutup di {program}, lalu jalankan lagi. Bila sudah ditutup, hapus berkas {lock}.",
            )
    if not target.stat().st_mode & stat.S_IWUSR:
        raise MachineTrouble(
            f"«{target.name}» hanya boleh dibaca; impor tidak mengubah apa pun.",
            "Buka sifat (Properties) berkas itu, hapus tanda Read-only, lalu jalankan lagi.",
        )
