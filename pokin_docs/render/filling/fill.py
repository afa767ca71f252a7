"""Documents filled: here while that is quickest and safe, in other processes where it pays or where it must be bounded.

The bytes do not depend on which process fills a document: each is filled from the template and its own content alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pokin_docs.render.publish as publish
from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Catatan, GangguanMesin, Temuan, Tingkat, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.render.filling import crew as work
from pokin_docs.templating.faults import Letak, PemeriksaanTemplat, TemuanTemplat

if TYPE_CHECKING:
    from pokin_docs.templating.fill import compile as word

__all__ = [
    "Bahan", "Batas", "Hasil", "Sumber", "blocks", "check_all", "examine", "fill_all", "read_logo", "with_limits",
]  # fmt: skip

Batas = work.Batas
T = TypeVar("T")
R = TypeVar("R")

_TERLARANG = "T05"
_COBA_SALIN, _TERASA_SALIN = 0.1, 0.15
_COBA_BARU, _TERASA_BARU = 0.5, 2.5
"""Seconds filled here before looking, and seconds that must be left then, for other processes to pay: where a worker is
a copy of this process it is there in some 20 ms, started anew it reads all libraries and templates first."""


@dataclass(frozen=True, slots=True)
class Sumber:
    """A template file as it was found, for documents of one kind.

    ``teruji`` tells that this program has checked these very bytes before and found nothing.
    """

    berkas: Path
    sha256: str
    jenis: DocumentKind
    teruji: bool = False


@dataclass(slots=True)
class Bahan:
    """What all documents of a build are filled from, in whichever process; it reads and compiles what it needs once."""

    sumber: tuple[Sumber, ...]
    logo: Path | None
    folder: Path
    staging: Path | None = None
    jadi: dict[int, word.Templat] = field(default_factory=dict)
    liar: set[int] = field(default_factory=set)
    lambang: word.Logo | None = None
    """The logo as it was read."""

    def __getstate__(self) -> tuple[object, ...]:
        return self.sumber, self.logo, self.folder, self.staging

    def __setstate__(self, state: tuple[tuple[Sumber, ...], Path | None, Path, Path | None]) -> None:
        self.sumber, self.logo, self.folder, self.staging = state
        self.jadi, self.liar, self.lambang = {}, set(), None

    def compile(self, nomor: int, catatan: Catatan) -> word.Templat | None:
        """A template compiled for its documents; None when it does not fit.

        Raises:
            GangguanMesin: The file is no longer the one that was found.
        """
        from pokin_docs.templating.fill import compile as word

        if nomor in self.jadi:
            return self.jadi[nomor]
        source = self.sumber[nomor]
        if self.logo is not None and self.lambang is None:
            self.lambang = word.read_logo(self.logo, Catatan())
        form = word.compile_template(source.berkas, source.jenis, self.lambang, catatan, teruji=source.teruji)
        if form is None:
            return None
        if form.sha256 != source.sha256:
            raise GangguanMesin(
                f"Templat {source.berkas.name} berubah selagi dokumen dibuat.", "Simpan di Word, lalu jalankan lagi."
            )
        self.jadi[nomor] = form
        return form


@dataclass(frozen=True, slots=True)
class Hasil:
    """A filled document: the sha256 of its bytes, whether they are staged because they are new, and what was found."""

    sha256: str
    berubah: bool
    temuan: tuple[Temuan, ...] = ()


Tugas = tuple[int, Dokumen]
"""The number of a template with a document that asks for it."""


def blocks(found: Iterable[Temuan]) -> bool:
    """Whether any of these findings of a template stops the build."""
    return any(severity(entry, final=False) is Tingkat.GALAT for entry in found)


def read_logo(logo: Path | None, catatan: Catatan) -> Path | None:
    """The logo when it can be embedded; None, and why, when it cannot."""
    from pokin_docs.templating.fill import compile as word

    return logo if word.read_logo(logo, catatan) is not None else None


def examine(berkas: Path, jenis: DocumentKind, batas: Batas) -> PemeriksaanTemplat:
    """All that can be said of a template without filling it; read in a process with limits when it is not tame."""
    from pokin_docs.templating.fill import compile as word

    if _is_tame(berkas):
        return word.examine_template(berkas, jenis)
    with closing(work.run(_examine, jenis, [berkas], pekerja=1, batas=batas)) as answers:
        _, answer = next(answers)
    if not isinstance(answer, work.Gugur):
        return answer
    stopped = _stopped(berkas.name, "memeriksanya", answer.sebab, batas)
    return PemeriksaanTemplat((TemuanTemplat(stopped, Letak("berkas")),), ())


def _examine(jenis: DocumentKind, berkas: Path) -> PemeriksaanTemplat:
    from pokin_docs.templating.fill import compile as word

    return word.examine_template(berkas, jenis)


def check_all(bahan: Bahan, nomor: Iterable[int], batas: Batas) -> dict[int, tuple[Temuan, ...]]:
    """What is wrong with each of these templates; those that may be used here are compiled on the way.

    A template that is not tame is opened, checked and compiled in a process with limits only.
    """
    found: dict[int, tuple[Temuan, ...]] = {}
    wild: list[int] = []
    for index in nomor:
        if _is_tame(bahan.sumber[index].berkas):
            found[index] = _check(bahan, index)
        else:
            bahan.liar.add(index)
            wild.append(index)
    with closing(work.run(_check, bahan, wild, pekerja=work.cores(), batas=batas)) as answers:
        for position, answer in answers:
            index = wild[position]
            name = bahan.sumber[index].berkas.name
            if isinstance(answer, work.Gugur):
                answer = (_stopped(name, "memeriksanya", answer.sebab, batas),)
            found[index] = answer
    return found


def with_limits(kerja: Callable[[Any, T], R], bahan: object, tugas: T, templat: str, saat: str) -> R | Temuan:
    """What a function of a module gives, called in a process with limits; a finding on the template when it is stopped.

    ``saat`` is what the process was doing, for the finding.
    """
    with closing(work.run(kerja, bahan, (tugas,), pekerja=1, batas=Batas())) as answers:
        ((_, answer),) = answers
    return _stopped(templat, saat, answer.sebab, Batas()) if isinstance(answer, work.Gugur) else answer


def _is_tame(berkas: Path) -> bool:
    from pokin_docs.templating.fill import compile as word

    return word.is_tame(berkas)


def _check(bahan: Bahan, nomor: int) -> tuple[Temuan, ...]:
    catatan = Catatan()
    bahan.compile(nomor, catatan)
    return tuple(catatan)


def _fill(bahan: Bahan, tugas: Tugas) -> Hasil:
    """Fill a document and stage it; what blocks is in its findings."""
    from pokin_docs.templating.fill import compile as word

    catatan = Catatan()
    index, dokumen = tugas
    form = bahan.compile(index, catatan)
    if form is None or bahan.staging is None:
        return Hasil("", berubah=False, temuan=tuple(catatan))
    data = word.fill(form, dokumen.isi, dokumen.jalur, catatan)
    if blocks(catatan):
        return Hasil("", berubah=False, temuan=tuple(catatan))
    changed = publish.stage(bahan.staging, bahan.folder, dokumen.jalur, data)
    return Hasil(publish.digest(data), changed, tuple(catatan))


def fill_all(
    bahan: Bahan,
    tugas: Sequence[Tugas],
    maju: Callable[[int], None],
    *,
    batas: Batas,
    proses: int | None = None,
    kunci: tuple[int, ...] = (),
    salin: bool | None = None,
) -> list[Hasil]:
    """Every document filled and staged, in the order given; ends early at a template that had to be stopped.

    Args:
        bahan: Templates and folders.
        tugas: The documents.
        maju: Told how many are done.
        batas: What one document may take.
        proses: Number of processes; None for as many as pay.
        kunci: Open locks, which other processes must not keep.
        salin: Whether other processes are copies of this one; None where that is possible.

    Raises:
        GangguanMesin: The disk is full, or a process ended without a template being to blame.
    """
    results: dict[int, Hasil] = {}
    elsewhere = _fill_here(bahan, tugas, results, maju, proses, salin)
    crew = proses or work.cores()
    running = work.run(
        _fill, bahan, [tugas[index] for index in elsewhere], pekerja=crew, batas=batas, lepas=kunci, salin=salin
    )
    with closing(running) as answers:
        for position, answer in answers:
            index = elsewhere[position]
            if isinstance(answer, work.Gugur):
                results[index] = Hasil("", berubah=False, temuan=(_blame(bahan, tugas[index], answer.sebab, batas),))
                break
            results[index] = answer
            maju(len(results))
            if any(finding.kode == _TERLARANG for finding in answer.temuan):
                break  # it may have taken long to get there, and would again
    return [results[index] for index in sorted(results)]


def _fill_here(
    bahan: Bahan,
    tugas: Sequence[Tugas],
    results: dict[int, Hasil],
    maju: Callable[[int], None],
    proses: int | None,
    salin: bool | None,
) -> list[int]:
    """Fill in this process what is bounded, as long as that is quickest; return what is left for others."""
    several = (proses or work.cores()) > 1
    try_for, worth = (_COBA_SALIN, _TERASA_SALIN) if salin or work.forks() else (_COBA_BARU, _TERASA_BARU)
    start = time.perf_counter()
    elsewhere: list[int] = []
    for index, one in enumerate(tugas):
        spent = time.perf_counter() - start
        left = len(tugas) - index
        pays = proses is None and spent > try_for and spent / max(1, len(results)) * left > worth
        if several and (proses is not None or pays):
            return [*elsewhere, *range(index, len(tugas))]
        if _is_bounded(bahan, one):
            results[index] = _fill_bounded(bahan, one)
            maju(len(results))
        else:
            elsewhere.append(index)
    return elsewhere


def _fill_bounded(bahan: Bahan, tugas: Tugas) -> Hasil:
    try:
        return _fill(bahan, tugas)
    except MemoryError as fault:
        raise GangguanMesin(
            f"Memori komputer habis saat mengisi {tugas[1].jalur}.", "Tutup program lain, lalu jalankan lagi."
        ) from fault


def _is_bounded(bahan: Bahan, tugas: Tugas) -> bool:
    from pokin_docs.templating.fill import compile as word

    index, dokumen = tugas
    if index not in bahan.jadi and index not in bahan.liar and not _is_tame(bahan.sumber[index].berkas):
        bahan.liar.add(index)
    if index in bahan.liar:
        return False
    form = bahan.compile(index, Catatan())
    return form is not None and word.is_bounded(form, dokumen.isi)


def _blame(bahan: Bahan, tugas: Tugas, sebab: work.Sebab, batas: Batas) -> Temuan:
    """The template that was being filled is told; unless it is bounded, then the machine has failed."""
    index, dokumen = tugas
    if sebab is work.Sebab.MATI and _is_bounded(bahan, tugas):
        raise GangguanMesin(
            f"Proses pengisi {dokumen.jalur} berhenti sendiri; mungkin memori komputer habis.",
            "Tutup program lain, lalu jalankan lagi.",
        )
    return _stopped(bahan.sumber[index].berkas.name, f"mengisi {dokumen.jalur}", sebab, batas)


def _stopped(nama: str, saat: str, sebab: work.Sebab, batas: Batas) -> Temuan:
    reason = {
        work.Sebab.WAKTU: f"belum selesai sesudah {batas.detik:g} detik",
        work.Sebab.MEMORI: f"memerlukan memori lebih dari {batas.bita / 1e9:.1f} GB".replace(".", ","),
        work.Sebab.MATI: "prosesnya berhenti sendiri",
    }[sebab]
    return temuan("T08", CellRef(nama), templat=nama, saat=saat, sebab=reason)
