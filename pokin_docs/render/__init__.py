"""Stage 4: documents and templates become files in the build folder, all of them or none.

Templates are opened, checked and compiled once, then filled for every document; the files are put in place together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.model.documents import Dokumen, Lampiran
from pokin_docs.model.findings import Catatan, GangguanMesin, Outcome, Temuan
from pokin_docs.model.settings import KELOMPOK_DOKUMEN
from pokin_docs.model.source import CellRef
from pokin_docs.render import manifest, paths, publish, word

__all__ = ["HasilBuild", "check_template", "write"]


@dataclass(frozen=True)
class HasilBuild:
    """What a build holds now.

    ``dokumen`` are the paths that are up to date, of them ``baru`` written and ``tetap`` left alone;
    ``lampiran`` are the other files that are up to date; ``dihapus`` belonged to an earlier build; ``gagal`` could
    not be replaced (open in Word) and are still old.
    """

    folder: Path
    dokumen: tuple[str, ...]
    baru: int
    tetap: int
    dihapus: tuple[str, ...]
    gagal: tuple[str, ...]
    lampiran: tuple[str, ...] = ()


def write(
    dokumen: tuple[Dokumen, ...],
    *,
    buku: Path,
    folder: Path,
    templat: tuple[Path, ...],
    logo: Path | None,
    versi: str,
    maju: Callable[[int, int], None] = lambda done, total: None,
    cakupan: frozenset[str] = frozenset(KELOMPOK_DOKUMEN),
    lampiran: tuple[Lampiran, ...] = (),
) -> Outcome[HasilBuild]:
    """Write all documents into the build folder; with any fault in a template nothing is written.

    Args:
        dokumen: What to write; their paths must be different and stay inside the folder.
        buku: The workbook, for the manifest.
        folder: The build folder; only files that its manifest names are ever deleted.
        templat: Folders with templates, searched in order.
        logo: Picture for the placeholder ``logo``, if the agency has one.
        versi: Program version, for the manifest.
        maju: Told how many documents of how many are filled.
        cakupan: Groups (``Dokumen.jenis``) this run is answerable for; documents of others stay.
        lampiran: Further files, put in place and named in the manifest together with the documents.

    Raises:
        GangguanMesin: The disk is full, the folder may not be written or is in use by another run.
    """
    paths.guard((*(entry.jalur for entry in dokumen), *(extra.jalur for extra in lampiran), manifest.NAMA))
    catatan = Catatan()
    lambang = word.read_logo(logo, catatan)
    warnings = len(catatan.daftar)
    buku_sha256 = _digest_of(buku)
    compiled = _compile_all(dokumen, templat, lambang, catatan)
    if len(catatan.daftar) > warnings:
        return Outcome(None, _unique(catatan))
    with publish.exclusive(folder) as staging:
        changed, entries = [], []
        for done, entry in enumerate(dokumen, 1):
            form = compiled[entry.templat, type(entry.isi)]
            data = word.fill(form, entry.isi, entry.jalur, catatan)
            if publish.stage(staging, folder, entry.jalur, data):
                changed.append(entry.jalur)
            entries.append(_entry(entry, form, data))
            maju(done, len(dokumen))
        if len(catatan.daftar) > warnings:
            return Outcome(None, _unique(catatan))
        for extra in lampiran:
            if publish.stage(staging, folder, extra.jalur, extra.data):
                changed.append(extra.jalur)
            sel = tuple(dict.fromkeys(str(place) for place in extra.asal))
            entries.append(manifest.Catatan(extra.jalur, extra.jenis, "", publish.digest(extra.data), sel))
        baru = manifest.Manifes(
            versi,
            (buku.name, buku_sha256),
            tuple({form.nama: form.sha256 for form in compiled.values()}.items()),
            tuple(entries),
        )
        beside = frozenset(extra.jalur for extra in lampiran)
        return Outcome(_publish(staging, folder, baru, tuple(changed), cakupan, beside), _unique(catatan))


def check_template(berkas: Path, isi: type) -> tuple[Temuan, ...]:
    """All faults of one template, without filling it."""
    catatan = Catatan()
    word.compile_template(berkas, isi, None, catatan)
    return _unique(catatan)


def _publish(
    staging: Path,
    folder: Path,
    baru: manifest.Manifes,
    changed: tuple[str, ...],
    cakupan: frozenset[str],
    lampiran: frozenset[str],
) -> HasilBuild:
    """Put the staged documents in place, between a manifest that names old and new and the final one."""
    lama = manifest.read(folder)
    jalur = tuple(entry.berkas for entry in baru.dokumen)
    before = manifest.union(lama, baru, lama.dokumen)
    publish.write_whole(staging, folder / manifest.NAMA, manifest.to_bytes(before))
    failed = publish.put_in_place(staging, folder, changed)
    old = {entry.berkas: entry.jenis for entry in lama.dokumen if paths.is_inside(entry.berkas)}
    gone, stuck = publish.remove(folder, publish.stale(old, jalur, cakupan), jalur)
    final = manifest.Manifes(
        baru.program, baru.buku, baru.templat, tuple(entry for entry in baru.dokumen if entry.berkas not in failed)
    )
    remaining = (*manifest.kept(lama, cakupan, jalur), *(e for e in lama.dokumen if e.berkas in (*failed, *stuck)))
    publish.write_whole(staging, folder / manifest.NAMA, manifest.to_bytes(manifest.union(lama, final, remaining)))
    done = tuple(path for path in jalur if path not in failed and path not in lampiran)
    beside = tuple(path for path in jalur if path not in failed and path in lampiran)
    written = sum(path in changed for path in done)
    return HasilBuild(folder, done, written, len(done) - written, gone, (*failed, *stuck), beside)


def _entry(entry: Dokumen, form: word.Templat, data: bytes) -> manifest.Catatan:
    sel = tuple(str(place) for place in entry.asal)
    return manifest.Catatan(entry.jalur, entry.jenis, form.nama, publish.digest(data), sel, entry.tanda)


def _digest_of(buku: Path) -> str:
    try:
        return publish.digest(buku.read_bytes())
    except OSError as fault:
        raise GangguanMesin(
            f"Buku kerja {buku.name} tidak dapat dibaca lagi.", "Tutup di Excel, lalu ulangi."
        ) from fault


def _compile_all(
    dokumen: Iterable[Dokumen],
    folders: tuple[Path, ...],
    logo: word.Logo | None,
    catatan: Catatan,
) -> dict[tuple[tuple[str, ...], type], word.Templat]:
    """The templates that these documents ask for, each compiled once; what is wrong with them goes to catatan."""
    by_file: dict[tuple[Path, type], word.Templat | None] = {}
    compiled: dict[tuple[tuple[str, ...], type], word.Templat] = {}
    for names, isi in dict.fromkeys((entry.templat, type(entry.isi)) for entry in dokumen):
        berkas = next((place / name for name in names for place in folders if (place / name).is_file()), None)
        if berkas is None:
            where = "; ".join(str(place) for place in folders)
            catatan.catat("T01", CellRef(names[-1]), templat=names[-1], folder=where)
            continue
        if (berkas, isi) not in by_file:
            by_file[berkas, isi] = word.compile_template(berkas, isi, logo, catatan)
        form = by_file[berkas, isi]
        if form is not None:
            compiled[names, isi] = form
    return compiled


def _unique(catatan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Each finding once: a template gives the same one for every document."""
    return tuple(dict.fromkeys(catatan))
