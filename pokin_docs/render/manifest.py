"""``manifes.json``: what a build holds and what each document was made from (promise 21), without a clock or a path."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE_NAME = "manifes.json"
LOGO = "logo "
"""Before the name of a picture in ``Manifest.passed``, so that it is not taken for a template."""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A document in the manifest.

    ``cells`` are the cells it came from, ``tanda`` the marks that stand in it. ``inputs`` is the sha256 of all that its
    bytes follow from (content, template, logo, program); a file that is no filled template has none.
    """

    file: str
    jenis: str
    templat: str
    sha256: str
    cells: tuple[str, ...] = ()
    tanda: tuple[str, ...] = ()
    inputs: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Contents of the manifest.

    ``templat`` maps the name of a template to its sha256; ``passed`` names the templates, and the logo, that were
    checked without a finding, each with the sha256 of what was checked and by which program.
    """

    version: str
    buku: tuple[str, str]
    templat: tuple[tuple[str, str], ...]
    dokumen: tuple[ManifestEntry, ...]
    passed: tuple[tuple[str, str], ...] = ()


EMPTY_LIST = Manifest("", ("", ""), (), ())
"""What is known of a folder without a readable manifest."""


def to_bytes(manifes: Manifest) -> bytes:
    """The manifest as it is written: sorted, UTF-8, the same for the same build."""
    file_name, sha256 = manifes.buku
    used = {log.templat for log in manifes.dokumen}
    templat = {name: digest for name, digest in sorted(manifes.templat) if name in used}
    passed = {name: digest for name, digest in sorted(manifes.passed) if name in templat or name.startswith(LOGO)}
    dokumen = (
        {
            "berkas": log.file,
            "jenis": log.jenis,
            "templat": log.templat,
            "sha256": log.sha256,
            "masukan": log.inputs,
            "sel": log.cells,
            "tanda": log.tanda,
        }
        for log in sorted(manifes.dokumen, key=lambda log: (log.file, log.sha256))
    )
    lines = [
        f'"program": {_line(manifes.version)}',
        f'"buku": {_line({"nama": file_name, "sha256": sha256})}',
        f'"templat": {_line(templat)}',
        f'"lolos": {_line(passed)}',
        '"dokumen": [\n  ' + ",\n  ".join(map(_line, dokumen)) + "\n ]",
    ]
    return ("{\n " + ",\n ".join(lines) + "\n}\n").encode()


def _line(content: object) -> str:
    """JSON on one line: a document a line is read and compared more easily, and indenting is slow in Python."""
    return json.dumps(content, ensure_ascii=False)


def read(folder: Path) -> Manifest:
    """The manifest of an earlier build; an empty one when there is none or it was damaged.

    Without it nothing is known to be ours, so nothing is deleted.
    """
    try:
        content = json.loads((folder / FILE_NAME).read_bytes())
        return Manifest(
            str(content["program"]),
            (str(content["buku"]["nama"]), str(content["buku"]["sha256"])),
            _pairs(content["templat"]),
            tuple(_entry(entry) for entry in content["dokumen"]),
            _pairs(content.get("lolos", {})),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return EMPTY_LIST


def _pairs(content: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(digest)) for name, digest in content.items())


def _entry(entry: Mapping[str, object]) -> ManifestEntry:
    def texts(key: str) -> tuple[str, ...]:
        value = entry.get(key)
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    return ManifestEntry(
        str(entry["berkas"]), str(entry["jenis"]), str(entry["templat"]), str(entry["sha256"]), texts("sel"),
        texts("tanda"), str(entry.get("masukan", "")),
    )  # fmt: skip


def kept(old: Manifest, answerable: Collection[str], new: Collection[str]) -> tuple[ManifestEntry, ...]:
    """Documents of an earlier build in groups that this run was not asked for; they stay as they are.

    Args:
        old: Manifest of the earlier build.
        answerable: Every ``jenis`` of file that this run is answerable for.
        new: Paths of this build.
    """
    return tuple(entry for entry in old.dokumen if entry.jenis not in answerable and entry.file not in new)


def union(old: Manifest, new: Manifest, extra: Iterable[ManifestEntry]) -> Manifest:
    """The new manifest with further documents; templates of the old one are kept known.

    A path may stand twice, with its old and its new sha256: while documents are being put in place either may be there.

    Args:
        old: Manifest of the earlier build.
        new: Manifest of this one.
        extra: The documents of the earlier build to be added.
    """
    known = set(new.dokumen)
    added = tuple(entry for entry in extra if entry not in known)
    templat = dict(old.templat) | dict(new.templat)
    # What this run has judged itself is not passed on from before.
    judged = {name for name, _ in new.templat}
    passed = [mark for mark in old.passed if mark[0] not in judged and not mark[0].startswith(LOGO)]
    return Manifest(new.version, new.buku, tuple(templat.items()), (*new.dokumen, *added), (*passed, *new.passed))
