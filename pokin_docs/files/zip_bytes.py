"""A zip file without a clock: the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection

_AWAL = (1980, 1, 1, 0, 0, 0)
_PADAT = (".png", ".jpg", ".jpeg")


def without_clock(berkas: bytes, tanpa: Collection[str] = ()) -> bytes:
    """The archive with its parts in their order, dated 1 January 1980; parts named in ``tanpa`` are left out."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(berkas)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        for name in source.namelist():
            if name in tanpa:
                continue
            entry = zipfile.ZipInfo(name, _AWAL)
            entry.create_system = 3  # the system that runs the program leaves no trace
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_PADAT) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, source.read(name))
    return target.getvalue()
