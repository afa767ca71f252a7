"""``manifes.json``: what a build holds and what each document was made from (promise 21), without a clock or a path."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

NAMA = "manifes.json"
LOGO = "logo "
"""Before the name of a picture in ``Manifes.lolos``, so that it is not taken for a template."""


@dataclass(frozen=True, slots=True)
class Catatan:
    """A document in the manifest.

    ``sel`` are the cells it came from, ``tanda`` the marks that stand in it. ``masukan`` is the sha256 of all that its
    bytes follow from (content, template, logo, program); a file that is no filled template has none.
    """

    berkas: str
    jenis: str
    templat: str
    sha256: str
    sel: tuple[str, ...] = ()
    tanda: tuple[str, ...] = ()
    masukan: str = ""


@dataclass(frozen=True, slots=True)
class Manifes:
    """Contents of the manifest.

    ``templat`` maps the name of a template to its sha256; ``lolos`` names the templates, and the logo, that were
    checked without a finding, each with the sha256 of what was checked and by which program.
    """

    program: str
    buku: tuple[str, str]
    templat: tuple[tuple[str, str], ...]
    dokumen: tuple[Catatan, ...]
    lolos: tuple[tuple[str, str], ...] = ()


KOSONG = Manifes("", ("", ""), (), ())
"""What is known of a folder without a readable manifest."""


def to_bytes(manifes: Manifes) -> bytes:
    """The manifest as it is written: sorted, UTF-8, the same for the same build."""
    nama, sha256 = manifes.buku
    used = {catatan.templat for catatan in manifes.dokumen}
    templat = {name: digest for name, digest in sorted(manifes.templat) if name in used}
    lolos = {name: digest for name, digest in sorted(manifes.lolos) if name in templat or name.startswith(LOGO)}
    dokumen = (
        {
            "berkas": catatan.berkas,
            "jenis": catatan.jenis,
            "templat": catatan.templat,
            "sha256": catatan.sha256,
            "masukan": catatan.masukan,
            "sel": catatan.sel,
            "tanda": catatan.tanda,
        }
        for catatan in sorted(manifes.dokumen, key=lambda catatan: (catatan.berkas, catatan.sha256))
    )
    lines = [
        f'"program": {_line(manifes.program)}',
        f'"buku": {_line({"nama": nama, "sha256": sha256})}',
        f'"templat": {_line(templat)}',
        f'"lolos": {_line(lolos)}',
        '"dokumen": [\n  ' + ",\n  ".join(map(_line, dokumen)) + "\n ]",
    ]
    return ("{\n " + ",\n ".join(lines) + "\n}\n").encode()


def _line(content: object) -> str:
    """JSON on one line: a document a line is read and compared more easily, and indenting is slow in Python."""
    return json.dumps(content, ensure_ascii=False)


def read(folder: Path) -> Manifes:
    """The manifest of an earlier build; an empty one when there is none or it was damaged.

    Without it nothing is known to be ours, so nothing is deleted.
    """
    try:
        content = json.loads((folder / NAMA).read_bytes())
        return Manifes(
            str(content["program"]),
            (str(content["buku"]["nama"]), str(content["buku"]["sha256"])),
            _pairs(content["templat"]),
            tuple(_entry(entry) for entry in content["dokumen"]),
            _pairs(content.get("lolos", {})),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return KOSONG


def _pairs(content: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(digest)) for name, digest in content.items())


def _entry(entry: Mapping[str, object]) -> Catatan:
    def texts(key: str) -> tuple[str, ...]:
        value = entry.get(key)
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    return Catatan(
        str(entry["berkas"]), str(entry["jenis"]), str(entry["templat"]), str(entry["sha256"]), texts("sel"),
        texts("tanda"), str(entry.get("masukan", "")),
    )  # fmt: skip


def kept(lama: Manifes, cakupan: Collection[str], baru: Collection[str]) -> tuple[Catatan, ...]:
    """Documents of an earlier build in groups that this run was not asked for; they stay as they are."""
    return tuple(entry for entry in lama.dokumen if entry.jenis not in cakupan and entry.berkas not in baru)


def union(lama: Manifes, baru: Manifes, extra: Iterable[Catatan]) -> Manifes:
    """``baru`` with further documents of ``lama``; their templates are kept known.

    A path may stand twice, with its old and its new sha256: while documents are being put in place either may be there.
    """
    known = set(baru.dokumen)
    added = tuple(entry for entry in extra if entry not in known)
    templat = dict(lama.templat) | dict(baru.templat)
    # What this run has judged itself is not passed on from before.
    judged = {name for name, _ in baru.templat}
    lolos = [mark for mark in lama.lolos if mark[0] not in judged and not mark[0].startswith(LOGO)]
    return Manifes(baru.program, baru.buku, tuple(templat.items()), (*baru.dokumen, *added), (*lolos, *baru.lolos))
