"""Captions above tables that name another year or agency than Identitas: the sheet may be one of another plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pokin_docs.extract.account.sorting import TablePlace
from pokin_docs.extract.grid import Grid
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze

_ABOVE = 12
"""Rows over a header that are its captions."""
_OF_THE_PLAN = frozenset((
    "tahap1", "tahap2", "tahap3", "tahap4", "tahap5", "pejabat", "program", "lintas", "renstra",
))  # fmt: skip
"""The tables whose year is that of the plan; others tell of past years."""
PERIOD = re.compile(
    r"(?<![\d/.-])(20\d\d)\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?: dengan)?)\s*(20\d\d)(?![\d/.-])", re.IGNORECASE
)
_YEAR = re.compile(r"\btahun(?: anggaran| rencana)?\s*:?\s*(20\d\d)\s*[).]*$", re.IGNORECASE)
_OF_A_LAW = re.compile(
    r"\b(?:nomor|no\.?|peraturan|keputusan|surat|realisasi|capaian|kondisi|baseline)\b", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:nama )?(?:perangkat daerah|pd|skpd|opd|unit kerja|instansi)\s*:\s*", re.IGNORECASE)
_KINDS = frozenset(["dinas", "badan", "inspektorat", "sekretariat", "kecamatan", "kantor", "satuan", "rsud"])
_COMMON = frozenset(
    (*_KINDS, *["dan", "kabupaten", "kota", "provinsi", "daerah", "pemerintah", "tahun", "pemkab", "pemkot", "pemprov"])
)
_LONGEST_NAME = 12


def name_captions(
    grids: Sequence[Grid], places: Mapping[str, TablePlace], identitas: Mapping[str, Isian], log: FindingLog
) -> None:
    """Name the first caption that gives another year, and the first that gives another agency, than Identitas.

    Args:
        grids: The sheets.
        places: Where their tables were read, by the titles of the sheets.
        identitas: What Identitas says.
        log: Takes what is found.
    """
    captions = [caption for grid in grids if grid.title in places for caption in _captions(grid, places[grid.title])]
    years = (clash for caption in captions if (clash := _other_year(caption, identitas)))
    agencies = (clash for caption in captions if (clash := _other_agency(caption, identitas)))
    for kode, found in (("B90", next(years, None)), ("B91", next(agencies, None))):
        if found:
            (place, _), told, own = found
            log.note(kode, place, teks=told, lain=own.source, isi=own.clean)


_Caption = tuple[CellRef, str]
_Clash = tuple[_Caption, str, Isian]


def _captions(grid: Grid, table: TablePlace) -> Iterator[_Caption]:
    if table.lembar is None or table.lembar.kunci not in _OF_THE_PLAN:
        return
    for row in sorted(row for row in grid.filled_columns if table.start - _ABOVE <= row < table.baris):
        # A caption right above the titles counts among the rows of the header.
        for number in (
            sorted(grid.filled_columns[row]) if row < table.start or len(grid.filled_columns[row]) == 1 else ()
        ):
            yield CellRef(grid.title, row, number), squeeze(grid.text(row, number))


def _other_year(caption: _Caption, identitas: Mapping[str, Isian]) -> _Clash | None:
    text = caption[1]
    if _OF_A_LAW.search(text):
        return None
    own, period = identitas.get("tahun"), identitas.get("periode")
    told, years = PERIOD.search(text), re.findall(r"20\d\d", period.text) if period else []
    if told and period and len(years) > 1:
        first, last = int(told[1]), int(told[2])
        fits = int(years[0]) - 1 <= first and last <= int(years[-1]) + 1
        return None if fits or last <= first else (caption, told[0], period)
    one = _YEAR.search(text)
    if told or one is None or not own or not re.fullmatch(r"20\d\d", own.clean) or one[1] == own.clean:
        return None
    return caption, one[0].rstrip(")."), own


def _other_agency(caption: _Caption, identitas: Mapping[str, Isian]) -> _Clash | None:
    own, region = identitas.get("nama_pd"), identitas.get("pemda")
    name = _LABEL.sub("", caption[1])
    said = fold(name).split()
    if not own or not said or said[0] not in _KINDS or not 1 < len(said) <= _LONGEST_NAME:
        return None
    if any(word[0].islower() for word in name.split() if fold(word) != "dan"):
        return None  # a sentence
    place = fold(region.text).split() if region else []
    here, there = (_telling(words, place) for words in (said, fold(own.text).split()))
    letters = "".join(fold(own.text).split())
    if not here or not there or here & there or any(_shortens(word, letters) for word in here):
        return None
    return caption, name, own


def _telling(words: Sequence[str], place: Sequence[str]) -> set[str]:
    """What tells an agency from others of its region."""
    end = next((at for at, word in enumerate(words) if word in ("kabupaten", "kota", "provinsi")), len(words))
    own = {word for word in words[:end] if word.isalpha()} - _COMMON
    return own - set(place) or own


def _shortens(word: str, letters: str) -> bool:
    """Whether a word is made of the letters of the whole name, in their order: Disdukcapil."""
    rest = iter(letters)
    return all(letter in rest for letter in word)
