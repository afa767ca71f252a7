"""A build held against its manifest: every hash computed again, nothing written (promise 21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pokin_docs.render.manifest as manifest
import pokin_docs.render.paths as paths
import pokin_docs.render.publish as publish

__all__ = ["Asal", "Keadaan", "inspect"]

_KUNCI_WORD = "~$"


@dataclass(frozen=True, slots=True)
class Asal:
    """The workbook or a template that a build was made from; ``sama`` is None when there is no such file to compare."""

    nama: str
    sama: bool | None


@dataclass(frozen=True, slots=True)
class Keadaan:
    """What is known of a build folder.

    ``sesuai`` counts the files that are as they were made. ``diubah`` have other bytes now, ``hilang`` are gone,
    ``asing`` are not from the program. ``terhenti`` tells that the last build did not get to its end; ``terbaca`` that
    there is a manifest which can be read.
    """

    folder: Path
    terbaca: bool
    program: str = ""
    terhenti: bool = False
    sesuai: int = 0
    diubah: tuple[str, ...] = ()
    hilang: tuple[str, ...] = ()
    asing: tuple[str, ...] = ()
    buku: Asal | None = None
    templat: tuple[Asal, ...] = ()

    @property
    def utuh(self) -> bool:
        """Whether all is as it was built, from what is still there."""
        asal = (*self.templat, *((self.buku,) if self.buku else ()))
        changed = self.diubah or self.hilang or self.asing or any(one.sama is False for one in asal)
        return self.terbaca and not self.terhenti and not changed


def inspect(folder: Path, *, buku: tuple[Path, ...], templat: tuple[Path, ...]) -> Keadaan:
    """The state of a build folder.

    Args:
        folder: The build folder.
        buku: Folders in which the workbook may be, the first that has it counts.
        templat: Folders with templates, searched in order.
    """
    made = manifest.read(folder)
    if made == manifest.KOSONG:
        return Keadaan(folder, terbaca=False)
    known: dict[str, set[str]] = {}
    for entry in made.dokumen:
        if paths.is_inside(entry.berkas):
            known.setdefault(entry.berkas, set()).add(entry.sha256)
    now = {path: publish.sha256_in(folder, path) for path in known}
    changed = [path for path in known if now[path] and now[path] not in known[path]]
    # A place outside the folder was never written there by the program.
    changed += [] if all(paths.is_inside(entry.berkas) for entry in made.dokumen) else [manifest.NAMA]
    nama, sha256 = made.buku
    return Keadaan(
        folder=folder,
        terbaca=True,
        program=made.program,
        terhenti=any(len(several) > 1 for several in known.values()),
        sesuai=sum(now[path] in known[path] for path in known),
        diubah=tuple(sorted(changed)),
        hilang=tuple(sorted(path for path in known if now[path] is None)),
        asing=tuple(sorted(_foreign(folder, known.keys() | {manifest.NAMA}))),
        buku=_compared(nama, sha256, buku),
        templat=tuple(_compared(name, digest, templat) for name, digest in sorted(made.templat)),
    )


def _foreign(folder: Path, known: set[str]) -> Iterator[str]:
    """Files that no build made; not what Word itself keeps beside a document that is open."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name not in known and not path.name.startswith(_KUNCI_WORD) and (path.is_file() or path.is_symlink()):
            yield name


def _compared(nama: str, sha256: str, folders: tuple[Path, ...]) -> Asal:
    # A name in a manifest that somebody wrote may be a path: only its last part is looked for.
    plain = Path(nama).name
    found = next((place / plain for place in folders if plain and (place / plain).is_file()), None)
    return Asal(nama, publish.sha256_of(found) == sha256 if found else None)
