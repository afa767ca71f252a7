"""Stage 4: documents and templates become files in the build folder, all of them or none.

A document whose inputs are those of an earlier build, and whose file still has the bytes that build wrote, is left
as it is. For the others templates are opened, checked and compiled once, then filled; the files are put in place
together. Neither Word's format nor Jinja is imported where nothing has to be filled.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen, Lampiran
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.values import pictures_in
from pokin_docs.model.findings import Catatan, GangguanMesin, Outcome, Temuan
from pokin_docs.render import inputs, manifest, paths, publish, reuse
from pokin_docs.render.filling import fill
from pokin_docs.templating.faults import PemeriksaanTemplat

_WINDOWS = os.name == "nt"


@dataclass(frozen=True)
class HasilBuild:
    """What a build holds now.

    ``dokumen`` are the paths that are up to date, of them ``baru`` written and ``tetap`` left alone; ``dipakai`` of
    these were not even filled again, as nothing they follow from has changed. ``lampiran`` are the other files that are
    up to date; ``dihapus`` belonged to an earlier build; ``disunting`` had been changed by someone else since, and were
    made again; ``gagal`` could not be replaced (open in Word) and are still old.
    """

    folder: Path
    dokumen: tuple[str, ...]
    baru: int
    tetap: int
    dihapus: tuple[str, ...]
    gagal: tuple[str, ...]
    lampiran: tuple[str, ...] = ()
    dipakai: int = 0
    disunting: tuple[str, ...] = ()


def write(
    dokumen: tuple[Dokumen, ...],
    *,
    buku: Path,
    folder: Path,
    templat: tuple[Path, ...],
    logo: Path | None,
    versi: str,
    maju: Callable[[int, int], None] = lambda done, total: None,
    cakupan: frozenset[str] | None = None,
    lampiran: tuple[Lampiran, ...] = (),
    ulang: bool = False,
    sha256: str = "",
    proses: int | None = None,
    batas: fill.Batas | None = None,
    kinds: tuple[DocumentKind, ...] = KINDS,
) -> Outcome[HasilBuild]:
    """Write all documents into the build folder; with any fault in a template nothing is written.

    Args:
        dokumen: What to write; their paths must be different and stay inside the folder.
        buku: The workbook, for the manifest.
        folder: The build folder; only files that its manifest names are ever deleted.
        templat: Folders with templates, searched in order.
        logo: Picture for the placeholder ``logo``, if the agency has one.
        versi: Program version, for the manifest.
        maju: Told how many documents of how many are up to date.
        cakupan: Every ``jenis`` this run is answerable for; files of others stay. None for all documents.
        lampiran: Further files, put in place and named in the manifest together with the documents.
        ulang: Fill every document, also those whose inputs have not changed.
        sha256: Of the workbook as it was examined; empty when that does not matter.
        proses: Number of processes that fill; None for as many as pay.
        batas: Time and memory that one document may take.
        kinds: The kinds of the documents.

    Raises:
        GangguanMesin: The disk is full, the folder may not be written or is in use by another run.
    """
    _guard(folder, (*(entry.jalur for entry in dokumen), *(extra.jalur for extra in lampiran)))
    limits, catatan = batas or fill.Batas(), Catatan()
    asal = (buku.name, _digest_of(buku, sha256))
    known = manifest.KOSONG if ulang else manifest.read(folder)
    rencana = inputs.plan(dokumen, lampiran, folder, templat, logo, reuse.program(versi), known, catatan, kinds)
    good = inputs.judge(rencana, known, limits, catatan)
    if fill.blocks(catatan):
        return Outcome(None, _unique(catatan))
    with publish.exclusive(folder) as held:
        rencana.bahan.staging = held.staging
        lama = manifest.read(folder)
        there = {path: publish.sha256_in(folder, path) for path in rencana.jalur}
        standing = {} if ulang else inputs.standing(rencana, lama, there)
        made = standing | _make(rencana, held, standing, maju, limits, proses, catatan)
        if fill.blocks(catatan):
            return Outcome(None, _unique(catatan))
        baru = _manifest(rencana, made, versi, asal, good)
        changed = tuple(entry.berkas for entry in baru.dokumen if there[entry.berkas] != entry.sha256)
        scope = _everything(kinds, lampiran) if cakupan is None else cakupan
        result = _publish(held.staging, folder, lama, baru, changed, scope, frozenset(e.jalur for e in lampiran))
    edited = _edited(lama, there, result.gagal)
    return Outcome(replace(result, dipakai=_count(rencana, standing), disunting=edited), _unique(catatan))


def examine_template(berkas: Path, jenis: DocumentKind) -> PemeriksaanTemplat:
    """All that can be said of one template without filling it, each fault at its place; builds use the same check."""
    return fill.examine(berkas, jenis, fill.Batas())


def _make(
    rencana: inputs.Rencana,
    held: publish.Pegangan,
    standing: dict[str, str],
    maju: Callable[[int, int], None],
    batas: fill.Batas,
    proses: int | None,
    catatan: Catatan,
) -> dict[str, str]:
    """Fill and stage every document that does not stand, then the files beside them; sha256 by path."""
    total, done = len(rencana.dokumen), _count(rencana, standing)
    todo = [number for number, entry in enumerate(rencana.dokumen) if entry.jalur not in standing]
    publish.prepare(held.staging, [path for path in rencana.jalur if path not in standing])
    if done:
        maju(done, total)
    for number in todo:
        # Drawn here and once: a process that fills has a limit of time, and would draw them for itself.
        for gambar in pictures_in(rencana.dokumen[number].isi):
            gambar.png()
    results = fill.fill_all(
        rencana.bahan,
        [(rencana.sumber[number], rencana.dokumen[number]) for number in todo],
        lambda filled: maju(done + filled, total),
        batas=batas,
        proses=proses,
        kunci=(held.kunci,),
    )
    for result in results:
        catatan.tambah(result.temuan)
    made = {rencana.dokumen[number].jalur: result.sha256 for number, result in zip(todo, results, strict=False)}
    if not fill.blocks(catatan):
        for extra in rencana.lampiran:
            if extra.jalur not in standing:
                made[extra.jalur] = _lay_beside(extra, held.staging, rencana.bahan.folder)
    return made


def _lay_beside(extra: Lampiran, staging: Path, folder: Path) -> str:
    """Make a file that goes beside the documents and stage it; its sha256."""
    data = extra.data
    if extra.buat:
        places = (place / extra.dari for place in (staging, folder)) if extra.dari else ()
        source = next((place for place in places if place.is_file()), None)
        data = extra.buat(source.read_bytes() if source else b"")
    publish.stage(staging, folder, extra.jalur, data)
    return publish.digest(data)


def _count(rencana: inputs.Rencana, standing: dict[str, str]) -> int:
    return sum(entry.jalur in standing for entry in rencana.dokumen)


def _manifest(
    rencana: inputs.Rencana, sha256: dict[str, str], versi: str, asal: tuple[str, str], good: frozenset[str]
) -> manifest.Manifes:
    """The manifest of what this build holds; ``good`` are the templates that were found without fault."""
    entries = (*_entries(rencana, sha256), *_entries_beside(rencana, sha256))
    lolos = tuple((name, mark) for name, mark in rencana.lulus.items() if name in good)
    return manifest.Manifes(versi, asal, _digests(rencana.bahan), entries, lolos)


def _entries(rencana: inputs.Rencana, sha256: dict[str, str]) -> Iterator[manifest.Catatan]:
    for number, entry in enumerate(rencana.dokumen):
        name = rencana.bahan.sumber[rencana.sumber[number]].berkas.name
        sel = tuple(str(place) for place in entry.asal)
        yield manifest.Catatan(
            entry.jalur, entry.jenis, name, sha256[entry.jalur], sel, entry.tanda, rencana.masukan[number]
        )


def _entries_beside(rencana: inputs.Rencana, sha256: dict[str, str]) -> Iterator[manifest.Catatan]:
    for extra, masukan in zip(rencana.lampiran, rencana.masukan_lampiran, strict=True):
        sel = tuple(dict.fromkeys(str(place) for place in extra.asal))
        yield manifest.Catatan(extra.jalur, extra.jenis, "", sha256[extra.jalur], sel, masukan=masukan)


def _digests(bahan: fill.Bahan) -> tuple[tuple[str, str], ...]:
    return tuple({source.berkas.name: source.sha256 for source in bahan.sumber}.items())


def _edited(lama: manifest.Manifes, there: dict[str, str | None], gagal: tuple[str, ...]) -> tuple[str, ...]:
    """Files that were neither what a build had written nor what it was about to write, and have been replaced."""
    written: dict[str, set[str]] = {}
    for entry in lama.dokumen:
        written.setdefault(entry.berkas, set()).add(entry.sha256)
    return tuple(
        path for path, sha256 in there.items()
        if sha256 and path in written and sha256 not in written[path] and path not in gagal
    )  # fmt: skip


def _publish(
    staging: Path,
    folder: Path,
    lama: manifest.Manifes,
    baru: manifest.Manifes,
    changed: tuple[str, ...],
    cakupan: frozenset[str],
    lampiran: frozenset[str],
) -> HasilBuild:
    """Put the staged documents in place, between a manifest that names old and new and the final one."""
    jalur = tuple(entry.berkas for entry in baru.dokumen)
    before = manifest.union(lama, baru, lama.dokumen)
    publish.settle(staging, folder, changed)
    publish.write_whole(staging, folder / manifest.NAMA, manifest.to_bytes(before))
    failed = publish.put_in_place(staging, folder, changed)
    old = {entry.berkas: entry.jenis for entry in lama.dokumen if paths.is_inside(entry.berkas)}
    gone, stuck = publish.remove(folder, publish.stale(old, jalur, cakupan), jalur)
    final = replace(baru, dokumen=tuple(entry for entry in baru.dokumen if entry.berkas not in failed))
    remaining = (*manifest.kept(lama, cakupan, jalur), *(e for e in lama.dokumen if e.berkas in (*failed, *stuck)))
    remaining = tuple(entry for entry in remaining if paths.is_inside(entry.berkas))
    publish.write_whole(staging, folder / manifest.NAMA, manifest.to_bytes(manifest.union(lama, final, remaining)))
    done = tuple(path for path in jalur if path not in failed and path not in lampiran)
    beside = tuple(path for path in jalur if path not in failed and path in lampiran)
    written = len(set(done) & set(changed))
    return HasilBuild(folder, done, written, len(done) - written, gone, (*failed, *stuck), beside)


def _everything(kinds: tuple[DocumentKind, ...], lampiran: tuple[Lampiran, ...]) -> frozenset[str]:
    return frozenset((*(kind.kode for kind in kinds), *(extra.jenis for extra in lampiran)))


def _guard(folder: Path, jalur: tuple[str, ...]) -> None:
    """Refuse paths that leave the folder, meet each other or are too long for the machine."""
    paths.guard((*jalur, manifest.NAMA))
    too_long = paths.too_long(folder, jalur) if _WINDOWS else ""
    if too_long:
        raise GangguanMesin(
            f"Nama lengkap {too_long} di folder {folder} lebih dari {paths.MAKS_JALUR} huruf; Windows menolaknya.",
            "Pilih folder yang lebih dekat ke akar drive dengan --keluaran, misalnya C:\\pk.",
        )


def _digest_of(buku: Path, examined: str) -> str:
    """The sha256 of the workbook, which must still be the one that was examined (promise 21)."""
    try:
        sha256 = publish.digest(buku.read_bytes())
    except OSError as fault:
        raise GangguanMesin(
            f"Buku kerja {buku.name} tidak dapat dibaca lagi.", "Tutup di Excel, lalu ulangi."
        ) from fault
    if examined and sha256 != examined:
        raise GangguanMesin(
            f"Buku kerja {buku.name} berubah selagi diperiksa; tidak ada yang ditulis.", "Simpan, lalu jalankan lagi."
        )
    return sha256


def _unique(catatan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Each finding once: a template gives the same one for every document."""
    return tuple(dict.fromkeys(catatan))
