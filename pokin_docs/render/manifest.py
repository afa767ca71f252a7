"""``manifes.json``: what a build holds and what each document was made from (promise 21), without a clock or a path."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

NAMA = "manifes.json"


@dataclass(frozen=True, slots=True)
class Catatan:
    """A document in the manifest; ``sel`` are the cells it came from, ``tanda`` the marks that stand in it."""

    berkas: str
    jenis: str
    templat: str
    sha256: str
    sel: tuple[str, ...] = ()
    tanda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifes:
    """Contents of the manifest; ``templat`` maps the name of a template to its sha256."""

    program: str
    buku: tuple[str, str]
    templat: tuple[tuple[str, str], ...]
    dokumen: tuple[Catatan, ...]


def to_bytes(manifes: Manifes) -> bytes:
    """The manifest as it is written: sorted, UTF-8, the same for the same build."""
    nama, sha256 = manifes.buku
    used = {catatan.templat for catatan in manifes.dokumen}
    content = {
        "program": manifes.program,
        "buku": {"nama": nama, "sha256": sha256},
        "templat": {name: digest for name, digest in sorted(manifes.templat) if name in used},
        "dokumen": [
            {
                "berkas": catatan.berkas,
                "jenis": catatan.jenis,
                "templat": catatan.templat,
                "sha256": catatan.sha256,
                "sel": list(catatan.sel),
                "tanda": list(catatan.tanda),
            }
            for catatan in sorted(manifes.dokumen, key=lambda catatan: (catatan.berkas, catatan.sha256))
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read(folder: Path) -> Manifes:
    """The manifest of an earlier build; an empty one when there is none or it was damaged.

    Without it nothing is known to be ours, so nothing is deleted.
    """
    try:
        content = json.loads((folder / NAMA).read_bytes())
        return Manifes(
            str(content["program"]),
            (str(content["buku"]["nama"]), str(content["buku"]["sha256"])),
            tuple((str(name), str(digest)) for name, digest in content["templat"].items()),
            tuple(_entry(entry) for entry in content["dokumen"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifes("", ("", ""), (), ())


def _entry(entry: Mapping[str, object]) -> Catatan:
    def texts(key: str) -> tuple[str, ...]:
        value = entry.get(key)
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    return Catatan(
        str(entry["berkas"]), str(entry["jenis"]), str(entry["templat"]), str(entry["sha256"]), texts("sel"),
        texts("tanda"),
    )  # fmt: skip


def kept(lama: Manifes, cakupan: Collection[str], baru: Collection[str]) -> tuple[Catatan, ...]:
    """Documents of an earlier build in groups that this run was not asked for; they stay as they are."""
    return tuple(entry for entry in lama.dokumen if entry.jenis not in cakupan and entry.berkas not in baru)


def union(lama: Manifes, baru: Manifes, extra: Iterable[Catatan]) -> Manifes:
    """``baru`` with further documents of ``lama``; their templates are kept known."""
    known = {entry.berkas for entry in baru.dokumen}
    added = tuple(entry for entry in extra if entry.berkas not in known)
    return Manifes(baru.program, baru.buku, tuple((dict(lama.templat) | dict(baru.templat)).items()),
                   (*baru.dokumen, *added))  # fmt: skip
