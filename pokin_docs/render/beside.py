"""Files beside the documents: laid ready with them, or put in place by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pokin_docs.documents.kind import Lampiran
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.render import hold, manifest, manifest_reading, paths, publish
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.exchange import UNWATCHED, Exchange, FolderWatch
from pokin_docs.render.result import BuildResult, WrittenBytes
from pokin_docs.render.standing_files import StandingFiles, digest


def write_beside(
    lampiran: tuple[Lampiran, ...],
    *,
    buku: Path,
    folder: Path,
    version: str,
    sha256: str = "",
    watch: FolderWatch = UNWATCHED,
) -> BuildResult:
    """Put these files into a build folder and name them in its manifest; all else there stays as it is.

    Args:
        lampiran: The files, at least one.
        buku: The workbook, for the manifest.
        folder: The build folder.
        version: Program version, for the manifest.
        sha256: Of the workbook as it was examined; empty when that does not matter.
        watch: What is known of the build folder before, and who is told what is set aside.

    Raises:
        MachineTrouble: The disk is full, the folder may not be written or is in use by another run.
    """
    where = tuple(extra.path for extra in lampiran)
    paths.guard((*where, manifest.FILE_NAME))
    source = (buku.name, workbook_digest(buku, sha256))
    with hold.exclusive(folder) as held:
        old = manifest_reading.read(folder)
        before = MadeFiles(old, watch.standing or StandingFiles(folder))
        publish.prepare(held.staging, where)
        made = {extra.path: lay_ready(extra, held.staging, before) for extra in lampiran}
        entries = tuple(manifest_entries(lampiran, ("",) * len(lampiran), made))
        pairs = dict.fromkeys((extra.jenis, extra.time) for extra in lampiran)
        made_from = tuple(manifest.MadeFrom(jenis, time, source) for jenis, time in pairs)
        logo = tuple(mark for mark in old.passed if mark[0].startswith(manifest.LOGO))
        # What is said of the whole build is said of its documents, if there are any.
        alone = all(entry.file in made for entry in old.dokumen)
        new = manifest.Manifest(
            version if alone else old.version, source if alone else old.buku, (), entries, logo, made_from
        )
        result = Exchange(held.staging, folder, old, new, frozenset(), before, watch).carry_out()
        held.remember(buku)
    return result


def lay_ready(extra: Lampiran, staging: Path, before: MadeFiles) -> WrittenBytes:
    """Make a file that goes beside the documents and stage it.

    Args:
        extra: The file.
        staging: The staging folder, in which the document it is made from lies if that is new.
        before: What earlier builds left in the build folder.
    """
    folder = before.standing.folder
    data = extra.data
    if extra.make:
        places = (place / extra.made_from for place in (staging, folder)) if extra.made_from else ()
        source = next((place for place in places if place.is_file()), None)
        data = extra.make(source.read_bytes() if source else b"")
    publish.stage(staging, folder, extra.path, data)
    sha256 = digest(data)
    return WrittenBytes(sha256, before.known_fingerprint(extra.path, sha256) or _fingerprint(extra.path, data))


def _fingerprint(path: str, data: bytes) -> str:
    from pokin_docs.files.fingerprints import fingerprint

    return fingerprint(path, data)


def manifest_entries(
    lampiran: tuple[Lampiran, ...], inputs: tuple[str, ...], made: dict[str, WrittenBytes]
) -> Iterator[manifest.ManifestEntry]:
    """The lines of the manifest for these files.

    Args:
        lampiran: The files.
        inputs: The sha256 of what each is made from, in the same order.
        made: What was written, by path.
    """
    # Each page of a drawing tells the same places, which are thousands: they are written out once.
    cells: dict[int, tuple[str, ...]] = {}
    for extra, digests in zip(lampiran, inputs, strict=True):
        places, data = extra.source, made[extra.path]
        if id(places) not in cells:
            cells[id(places)] = tuple(dict.fromkeys(str(place) for place in places))
        yield manifest.ManifestEntry(
            extra.path, extra.jenis, "", data.sha256, cells[id(places)], inputs=digests, time=extra.time,
            fingerprint=data.fingerprint,
        )  # fmt: skip


def workbook_digest(buku: Path, examined: str) -> str:
    """The sha256 of the workbook, which must still be the one that was examined (promise 21).

    Raises:
        MachineTrouble: It is another, or cannot be read.
    """
    try:
        sha256 = digest(buku.read_bytes())
    except OSError as fault:
        raise MachineTrouble(
            f"Buku kerja {buku.name} tidak dapat dibaca lagi.", "Tutup di Excel, lalu ulangi."
        ) from fault
    if examined and sha256 != examined:
        raise MachineTrouble(
            f"Buku kerja {buku.name} berubah selagi diperiksa; tidak ada yang ditulis.", "Simpan, lalu jalankan lagi."
        )
    return sha256
