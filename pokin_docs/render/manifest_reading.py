"""The manifest of an earlier build read, whatever somebody or a failing disk has made of it."""

from __future__ import annotations

import hashlib
import json
import stat
from pathlib import Path

from pokin_docs.documents.proof import Proof
from pokin_docs.render.answerable import time_in_name
from pokin_docs.render.manifest import EMPTY_LIST, FILE_NAME, MadeFrom, Manifest, ManifestEntry

MAX_BYTES = 64_000_000
"""A manifest is never so long: a thousand documents take one megabyte."""


def read(folder: Path) -> Manifest:
    """The manifest of an earlier build; an empty one when there is none or it was damaged.

    Without it nothing is known to be ours, so nothing is deleted.
    """
    path = folder / FILE_NAME
    try:
        about = path.stat()
        # Opening a pipe would wait for ever.
        if not stat.S_ISREG(about.st_mode) or about.st_size > MAX_BYTES:
            return EMPTY_LIST
        return _manifest_of(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return EMPTY_LIST


_read_last: dict[bytes, Manifest] = {}
"""The manifest that was read last, by the digest of its bytes: the stages of a build ask for the same one."""


def _manifest_of(data: bytes) -> Manifest:
    digest = hashlib.sha256(data).digest()
    found = _read_last.get(digest)
    if found is None:
        found = _manifest(_record(json.loads(data)))
        _read_last.clear()
        _read_last[digest] = found
    return found


def _manifest(content: dict[str, object]) -> Manifest:
    dokumen = tuple(_entry(_record(entry)) for entry in _list(content["dokumen"]))
    buku, templat = _named(content["buku"]), _pairs(content["templat"])
    made = tuple(_made_from(_record(entry)) for entry in _list(content["dibuat"])) if "dibuat" in content else (
        _made_before(dokumen, buku, templat)
    )  # fmt: skip
    passed, agency = _pairs(content.get("lolos", {})), _text(content.get("perangkat_daerah", ""))
    told = _record(content.get("konsistensi", {}))
    proof = Proof.from_data(told) if told else None
    proved = _text(told.get("sidik", "")) if proof else ""
    return Manifest(_text(content["program"]), buku, templat, dokumen, passed, made, agency, proof, proved)


def _entry(entry: dict[str, object]) -> ManifestEntry:
    file = _text(entry["berkas"])
    return ManifestEntry(
        file, _text(entry["jenis"]), _text(entry["templat"]), _text(entry["sha256"]),
        tuple(map(_text, _list(entry.get("sel", [])))), tuple(map(_text, _list(entry.get("tanda", [])))),
        _text(entry.get("masukan", "")),
        # An earlier version kept no time: the name of a PK says it, and of the others a run for any time takes care.
        _text(entry["waktu"]) if "waktu" in entry else time_in_name(file),
        _text(entry.get("sidik", "")), tuple(map(_text, _list(entry.get("alinea", [])))),
        _text(entry.get("pejabat", "")),
        _text(entry.get("fakta", "")),
        _text(entry.get("isi", "")),
    )  # fmt: skip


def _made_from(entry: dict[str, object]) -> MadeFrom:
    return MadeFrom(_text(entry["jenis"]), _text(entry["waktu"]), _named(entry["buku"]), _pairs(entry["templat"]))


def _made_before(
    dokumen: tuple[ManifestEntry, ...], buku: tuple[str, str], templat: tuple[tuple[str, str], ...]
) -> tuple[MadeFrom, ...]:
    """What a manifest of an earlier version says of all its files, for each kind and time of them."""
    pairs = dict.fromkeys((entry.jenis, entry.time) for entry in dokumen)
    return tuple(MadeFrom(jenis, time, buku, templat) for jenis, time in pairs)


def _named(content: object) -> tuple[str, str]:
    record = _record(content)
    return _text(record["nama"]), _text(record["sha256"])


def _pairs(content: object) -> tuple[tuple[str, str], ...]:
    return tuple((_text(name), _text(digest)) for name, digest in _record(content).items())


def _text(value: object) -> str:
    """A text that can be written again.

    Raises:
        TypeError: It is none.
        ValueError: Half a character stands in it.
    """
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _record(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value
