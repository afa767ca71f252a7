"""A template filled with made-up content, the name of every placeholder beside its value."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Catatan, Outcome, Temuan, Tingkat
from pokin_docs.render.filling import fill as filling

Tugas = tuple[DocumentKind, object, Path | None, bool]
"""The kind, the content, the logo, and whether a template that might not end is left to a process with limits."""


def fill_sample(berkas: Path, jenis: DocumentKind, isi: object, logo: Path | None) -> Outcome[bytes]:
    """A document made from a template in which every placeholder shows its own name beside its value.

    Optional parts are there too, unless the made-up content cannot fill them. The template has been examined before;
    one that might not end is filled in a process with limits, as in a build.
    """
    from pokin_docs.templating.fill import compile as word

    made = _fill(berkas, (jenis, isi, logo, True)) if word.is_tame(berkas) else None
    if made is not None:
        return made
    answer = filling.with_limits(_fill, berkas, (jenis, isi, logo, False), berkas.name, "membuat contoh")
    if isinstance(answer, Temuan):
        return Outcome(None, (answer,))
    assert answer is not None
    return answer


def _fill(berkas: Path, tugas: Tugas) -> Outcome[bytes] | None:
    from pokin_docs.templating.fill import compile as word

    jenis, isi, logo, careful = tugas
    catatan = Catatan()
    picture = word.read_logo(logo, catatan)
    for everything in (True, False):
        catatan = Catatan()
        form = word.compile_template(berkas, jenis, picture, catatan, teruji=True, sinar=everything)
        if form is not None and careful and not word.is_bounded(form, isi):
            return None
        data = word.fill(form, isi, berkas.name, catatan) if form is not None else b""
        if data and not any(severity(finding) is Tingkat.GALAT for finding in catatan):
            return Outcome(data, tuple(dict.fromkeys(catatan)))
    return Outcome(None, tuple(dict.fromkeys(catatan)))
