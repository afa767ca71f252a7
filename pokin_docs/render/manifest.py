"""``manifes.json``: what a build holds and what each document was made from (promise 21), without a clock or a path."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from pokin_docs.documents.proof import Proof

FILE_NAME = "manifes.json"
LOGO = "logo "
"""Before the name of a picture in ``Manifest.passed``, so that it is not taken for a template."""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A document in the manifest.

    ``cells`` are the cells it came from, ``tanda`` the marks that stand in it. ``inputs`` is the sha256 of all that its
    bytes follow from (content, template, logo, program); a file that is no filled template has none. ``time`` is what
    it is for (``2026``, ``2025-2029``). ``fingerprint`` is that of its content: the same when another program only
    saved it again; empty in a manifest of an earlier version. ``paragraphs`` stand each for a paragraph or table of a
    document that has places for the office's own text (``narrative.printed``). ``post`` is the ID of the post whose
    paper it is; empty where it is nobody's. ``facts`` are what it states and where its paper says so
    (``consistency.kept``). ``values`` is the hash of what is filled into a paper that is signed, as its QR says it.
    """

    file: str
    jenis: str
    templat: str
    sha256: str
    cells: tuple[str, ...] = ()
    tanda: tuple[str, ...] = ()
    inputs: str = ""
    time: str = ""
    fingerprint: str = ""
    paragraphs: tuple[str, ...] = ()
    post: str = ""
    facts: str = ""
    values: str = ""


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """The workbook and the templates (name and sha256) that the files of one kind and time were last made from."""

    jenis: str
    time: str
    buku: tuple[str, str]
    templat: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Contents of the manifest.

    ``buku`` and ``templat`` (name and sha256) are those of the last run, ``made`` those of each kind and time of files:
    what a run was not asked for stays as an earlier one made it. ``passed`` names the templates, and the logo, that
    were checked without a finding, each with the sha256 of what was checked and by which program. ``agency`` is the
    name of the agency, as Identitas says it. ``proof`` is what comparing its documents came to, ``proved`` stands for
    all that was compared: while it is the same nothing is read again.
    """

    version: str
    buku: tuple[str, str]
    templat: tuple[tuple[str, str], ...]
    dokumen: tuple[ManifestEntry, ...]
    passed: tuple[tuple[str, str], ...] = ()
    made: tuple[MadeFrom, ...] = ()
    agency: str = ""
    proof: Proof | None = None
    proved: str = ""


EMPTY_LIST = Manifest("", ("", ""), (), ())
"""What is known of a folder without a readable manifest."""


def to_bytes(manifes: Manifest) -> bytes:
    """The manifest as it is written: sorted, UTF-8, the same for the same build."""
    used = {log.templat for log in manifes.dokumen}
    templat = {name: digest for name, digest in sorted(manifes.templat) if name in used}
    passed = {name: digest for name, digest in sorted(manifes.passed) if name in templat or name.startswith(LOGO)}
    dokumen = (
        {
            "berkas": log.file,
            "jenis": log.jenis,
            "waktu": log.time,
            **({"pejabat": log.post} if log.post else {}),
            "templat": log.templat,
            "sha256": log.sha256,
            "sidik": log.fingerprint,
            "masukan": log.inputs,
            "sel": log.cells,
            "tanda": log.tanda,
            **({"alinea": log.paragraphs} if log.paragraphs else {}),
            **({"fakta": log.facts} if log.facts else {}),
            **({"isi": log.values} if log.values else {}),
        }
        for log in sorted(manifes.dokumen, key=lambda log: (log.file, log.sha256))
    )
    lines = [
        f'"program": {_line(manifes.version)}',
        f'"buku": {_line(_named(manifes.buku))}',
        f'"perangkat_daerah": {_line(manifes.agency)}',
        f'"templat": {_line(templat)}',
        f'"lolos": {_line(passed)}',
        f'"dibuat": [\n  {_lines(_made_from(manifes))}\n ]',
        *([f'"konsistensi": {_line(_proof(manifes))}'] if manifes.proof else ()),
        f'"dokumen": [\n  {_lines(dokumen)}\n ]',
    ]
    return ("{\n " + ",\n ".join(lines) + "\n}\n").encode()


def _made_from(manifes: Manifest) -> Iterable[object]:
    """What each kind and time that is there was made from, with the templates it uses."""
    used: dict[tuple[str, str], set[str]] = {}
    for log in manifes.dokumen:
        used.setdefault((log.jenis, log.time), set()).add(log.templat)
    for made in sorted(manifes.made, key=lambda made: (made.jenis, made.time)):
        names = used.get((made.jenis, made.time))
        if names is not None:
            templat = {name: digest for name, digest in sorted(made.templat) if name in names}
            yield {"jenis": made.jenis, "waktu": made.time, "buku": _named(made.buku), "templat": templat}


def _proof(manifes: Manifest) -> dict[str, object]:
    assert manifes.proof is not None  # asked for already
    return {"sidik": manifes.proved, **manifes.proof.as_data()}


def _named(buku: tuple[str, str]) -> dict[str, str]:
    file_name, sha256 = buku
    return {"nama": file_name, "sha256": sha256}


def _lines(content: Iterable[object]) -> str:
    """JSON, a record a line: read and compared more easily, and indenting is slow in Python."""
    return ",\n  ".join(map(_line, content))


def _line(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)


def union(old: Manifest, new: Manifest, extra: Iterable[ManifestEntry]) -> Manifest:
    """The new manifest with further documents; what they were made from is kept known.

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
    # While documents of an earlier build stay beside new ones of their kind and time, the older source counts for both.
    files = {entry.file for entry in new.dokumen}
    mixed = {(entry.jenis, entry.time) for entry in added if entry.file not in files}
    former = {(made.jenis, made.time): made for made in old.made}
    made = former | {
        (made.jenis, made.time): made for made in new.made if (made.jenis, made.time) not in mixed & former.keys()
    }
    return Manifest(
        new.version, new.buku, tuple(templat.items()), (*new.dokumen, *added), (*passed, *new.passed),
        tuple(made.values()), new.agency or old.agency,
        new.proof or old.proof, new.proved if new.proof else old.proved,
    )  # fmt: skip
