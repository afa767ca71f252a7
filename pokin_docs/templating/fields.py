"""The fields of the documents as a template sees them: records, lists, values, each with the path that leads to it."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import lru_cache

from pokin_docs.model.documents import Tanda


@dataclass(frozen=True, slots=True)
class Rekaman:
    """A record; ``jalur`` is its path, lists in it as ``x[]``."""

    tipe: type
    jalur: str


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list, with what its items are."""

    item: Rekaman | Daftar | Nilai
    jalur: str


@dataclass(frozen=True, slots=True)
class Nilai:
    """A text, or a yes or no."""

    jalur: str
    ya_tidak: bool = False


Isian = Rekaman | Daftar | Nilai

# Fields that are there to be asked for, and what they may hold (documents.py).
NILAI_ISIAN = {
    "jenis_pk": ("jpt", "ess-3", "sub-koordinator-jf", "jf-jp"),
    "daftar_anggaran[].tingkat": ("program", "kegiatan", "sub_kegiatan"),
    "daftar_pendanaan[].tingkat": ("program", "kegiatan", "sub_kegiatan", "kinerja", "jumlah"),
}

# Lists that are as long in every document (documents.py).
_PANJANG = {"daftar_tahun": 6, "daftar_tahun_rencana": 5, "daftar_pendanaan[].daftar_tahun": 5}


def length_of(jalur: str) -> int | None:
    """How many items a list always has; None where that depends on the workbook."""
    return 6 if jalur.endswith("[].target") else _PANJANG.get(jalur)


@lru_cache(maxsize=512)
def fields(record: type, path: str = "") -> Mapping[str, Isian]:
    """The fields of a record by name; ``path`` is how the record is reached."""
    prefix = f"{path}." if path else ""
    return {name: _kind(hint, prefix + name) for name, hint in typing.get_type_hints(record).items()}


def leaves(kind: Isian) -> Iterator[str]:
    """Paths of all that can be printed, lists as ``x[].y``, in field order."""
    if isinstance(kind, Rekaman):
        for inner in fields(kind.tipe, kind.jalur).values():
            yield from leaves(inner)
    elif isinstance(kind, Daftar):
        yield from leaves(kind.item)
    else:
        yield kind.jalur


def _kind(hint: object, path: str) -> Isian:
    if typing.get_origin(hint) is tuple:
        return Daftar(_kind(typing.get_args(hint)[0], path + "[]"), path)
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Tanda:
        return Rekaman(hint, path)
    return Nilai(path, hint is bool)
