"""What is said of the workbooks of an office before anything is written: sentences for people, nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold


def without_corrections(books: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The workbooks that are not the correction of another of them, and a sentence for each that is.

    A correction whose workbook is not there is kept: the planner works on in it.
    """
    from pokin_docs.workbook.correction.correct import correction_source

    names = {book.name.casefold(): book for book in books}
    kept, told = [], []
    for book in books:
        source = correction_source(book) if len(books) > 1 else None
        other = names.get(source.casefold()) if source else None
        if other is None or other == book:
            kept.append(book)
        else:
            told.append(
                f"{book.name} adalah salinan koreksi dari {other.name} yang juga ada di folder itu; "
                f"yang dipakai {other.name}."
            )
    return kept, told


def same_agency(books: Iterable[tuple[Path, BukuKerja]]) -> tuple[str, ...]:
    """A sentence for each agency that several of these workbooks are for."""
    groups: list[tuple[list[str], set[str], str]] = []
    for path, buku in books:
        keys, region = _agency_keys(buku), _identity(buku, "pemda")
        for names, known, other in groups:
            if keys & known and (not region or not other or region == other):
                names.append(path.name)
                known |= keys
                break
        else:
            groups.append(([path.name], keys, region))
    return tuple(
        f"Ada {_number(len(names))} buku kerja untuk perangkat daerah yang sama: {', '.join(names)}. "
        "Semuanya dipakai; pindahkan yang bukan lagi dari folder itu."
        for names, _, _ in groups
        if len(names) > 1
    )


def _agency_keys(buku: BukuKerja) -> set[str]:
    return {f"{kunci} {text}" for kunci in ("nama_pd", "singkatan") if (text := _identity(buku, kunci))}


def _identity(buku: BukuKerja, kunci: str) -> str:
    isian = buku.identitas.get(kunci)
    return fold(isian.text) if isian else ""


def _number(count: int) -> str:
    return {2: "dua", 3: "tiga", 4: "empat"}.get(count, str(count))
