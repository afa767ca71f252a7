"""Table 3.3: what the sheet Renstra writes of the Tahap of a sasaran, parted into one text for each."""

from __future__ import annotations

import re
from collections.abc import Iterable

STAGES = 5
_ROMAN = ("I", "II", "III", "IV", "V")
_STAGE = re.compile(
    r"\s*(?:tahap|thp)\.?\s+(?P<number>III|II|IV|I|V|[1-5])\b\s*[(,]?\s*(?:tahun\s+)?(?P<year>20\d\d)?\s*\)?\s*[:.–-]\s*"
    r"(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"\s*(?:tahun\s+)?(?P<year>20\d\d)\s*[:.–-]\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)
_PARTS = re.compile(r"\n|;(?=\s*(?:(?:tahap|thp)\b|(?:tahun\s+)?20\d\d\s*:))", re.IGNORECASE)


def parted(text: str, years: tuple[int, ...]) -> dict[int, tuple[str, str]] | None:
    """Year (maybe empty) and text of each Tahap that a cell names, by its place from 0; None where it names none.

    Args:
        text: The cell.
        years: The planned years, by which a line that begins with a year has its place.
    """
    found: dict[int, tuple[str, str]] = {}
    for part in filter(str.strip, _PARTS.split(text)):
        if match := _STAGE.fullmatch(part):
            number = match["number"].upper()
            place = _ROMAN.index(number) if number in _ROMAN else int(number) - 1
        elif (match := _YEAR.fullmatch(part)) and int(match["year"]) in years[:STAGES]:
            place = years.index(int(match["year"]))
        else:
            return None
        if place in found:
            return None
        found[place] = (match["year"] or "", match["text"].strip().rstrip(";").strip())
    return found or None


def headings(cells: Iterable[dict[int, tuple[str, str]]], years: tuple[int, ...]) -> tuple[str, ...]:
    """The heads of the columns: ``Tahap I (2026)``, by the year that the cells name, else by the planned years."""
    named: list[set[str]] = [set() for _ in range(STAGES)]
    for cell in cells:
        for place, (year, _) in cell.items():
            named[place] |= {year} - {""}
    result = []
    for place, roman in enumerate(_ROMAN):
        planned = str(years[place]) if place < len(years) else ""
        year = planned if not named[place] else named[place].pop() if len(named[place]) == 1 else ""
        result.append(f"Tahap {roman} ({year})" if year else f"Tahap {roman}")
    return tuple(result)
