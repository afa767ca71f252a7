"""Files of ours that are no papers: reports, lists, records, what a build was made of; known by name and bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pokin_docs.flow.attachments import KOREKSI, REPORT_PAGE
from pokin_docs.flow.collect import SUFFIX as COLLECTED
from pokin_docs.flow.known_papers import KnownPapers
from pokin_docs.flow.narrative import SUFFIX, SUPPLEMENT
from pokin_docs.flow.verified_paper import PaperVerdict, VerifiedPaper
from pokin_docs.model.settings import (
    FORMER_RECORD,
    PDF_RECORD,
    QUARTER_RECORD,
    SIGNING_LIST,
    SIGNING_RECORD,
    WATCH_PAGE,
)
from pokin_docs.render.aside import SUNTINGAN
from pokin_docs.render.hold import lock_of
from pokin_docs.render.manifest import FILE_NAME
from pokin_docs.render.standing_files import digest

_COPY = re.compile(r"(?: ?\(\d+\)| - (?:Copy|Salin(?:an)?)(?: ?\(\d+\))?)+$")
_LIST = Path(SIGNING_LIST).name
_EARLIER = "dari bangun terdahulu, atau diubah sejak dibuat; yang sekarang ada di folder hasil"
_RECORDS = frozenset((FILE_NAME, PDF_RECORD, FORMER_RECORD, SIGNING_RECORD, QUARTER_RECORD))


def beside_papers(file: Path, data: bytes, known: Sequence[KnownPapers]) -> VerifiedPaper | None:
    """What a file of ours is that is no paper to be verified; None for a stranger.

    Args:
        file: The file.
        data: Its bytes.
        known: What the build folders know, searched in order.
    """
    for place in known:
        said = next(_said(file, digest(data), place), None)
        if said is not None:
            path, what = said
            return replace(VerifiedPaper(file, PaperVerdict.BESIDE, path, place.folder), changes=(what,))
    return None


def _said(file: Path, sha256: str, place: KnownPapers) -> Iterator[tuple[str, str]]:
    """The path in the build folder that a file has, or belongs to, and what it is."""
    if sha256 == place.manifest.buku[1]:
        yield "", "buku kerja, seperti saat terakhir dibangun"
    if sha256 in dict(place.manifest.templat).values():
        yield "", "templat, seperti saat terakhir dipakai"
    if place.folder.resolve() / SUNTINGAN in file.resolve().parents:
        yield "", "suntingan yang disimpan; lihat dengan perintah suntingan"
    yield from _named(_COPY.sub("", file.stem) + file.suffix, place)


def _named(name: str, place: KnownPapers) -> Iterator[tuple[str, str]]:
    """The same of a file by its name."""
    manifest = place.manifest
    if name == Path(manifest.buku[0]).name:
        yield "", "buku kerja; berubah sejak terakhir dibangun, jalankan bangun lagi"
    if name in {Path(one).name for one in dict(manifest.templat)}:
        yield "", "templat; berubah sejak terakhir dipakai, jalankan bangun lagi"
    for entry in manifest.dokumen:
        if not entry.templat and Path(entry.file).name == name:
            yield entry.file, _EARLIER
    if name == REPORT_PAGE or re.fullmatch(rf"{KOREKSI}\.xls[xm]", name):
        yield "", _EARLIER
    if name.startswith(f"{_LIST}_"):
        path = f"{Path(SIGNING_LIST).parent.as_posix()}/{name}"
        said = "daftar siapa menandatangani apa; dibuat setiap bangun dan boleh diisi kantor, karena itu tidak diuji"
        yield path if (place.folder / path).is_file() else "", said
    if name in _RECORDS or re.fullmatch(r"riwayat.*\.json", name):
        yield "", "catatan program tentang folder hasil; folder itu diperiksa dengan manifes --periksa"
    if name == WATCH_PAGE:
        yield "", "halaman perintah pantau, dibuat lagi setiap buku kerja disimpan"
    if name == lock_of(place.folder).name:
        yield "", "kunci folder hasil, agar tidak dipakai dua proses sekaligus"
    if name.endswith((SUFFIX, SUPPLEMENT, COLLECTED)):
        yield "", "naskah Renstra dari kantor, masukan bagi bangun"
