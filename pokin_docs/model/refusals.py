"""What the machine says where it refuses a file or folder, in Indonesian: its own words are those of its language."""

from __future__ import annotations

import errno

_SHARING_VIOLATION, _LOCK_VIOLATION = 32, 33
"""Windows: the file is open in a program that lets no other at it."""
_REASONS = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempatnya hanya dapat dibaca",
    errno.ENOENT: "tidak ada",
    errno.EEXIST: "sudah ada",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "itu berkas, bukan folder",
    errno.ENOTEMPTY: "foldernya berisi",
    errno.ENOSPC: "ruang penyimpanan penuh",
    errno.EDQUOT: "jatah ruang penyimpanan habis",
    errno.EFBIG: "berkasnya terlalu besar untuk tempat itu",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EINVAL: "nama atau isinya tidak diterima di sana",
    errno.EBUSY: "sedang dipakai program lain",
    getattr(errno, "ETXTBSY", -1): "sedang dipakai program lain",  # not on every system
    errno.ELOOP: "tautannya berputar",
    errno.EXDEV: "di tempat penyimpanan lain",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENFILE: "terlalu banyak berkas terbuka",
    errno.ENOMEM: "memori tidak cukup",
    errno.EAGAIN: "komputer sedang terlalu sibuk",
    errno.EIO: "media penyimpanan gagal membaca atau menulis",
    errno.ESTALE: "folder jaringan terputus",
    errno.ETIMEDOUT: "tempat itu tidak menjawab",
    errno.ENODEV: "media penyimpanan tidak terpasang",
    errno.ENXIO: "media penyimpanan tidak terpasang",
}


def refusal(fault: OSError) -> str:
    """Why the machine refused, as words that fit into brackets; what is not known keeps the machine's own words.

    Args:
        fault: What it raised.
    """
    if getattr(fault, "winerror", None) in (_SHARING_VIOLATION, _LOCK_VIOLATION):
        return "sedang dibuka program lain"
    return _REASONS.get(fault.errno or 0) or fault.strerror or str(fault) or "tanpa keterangan"
