"""Which columns of a table hold the official list: by their titles, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pokin_docs.model.texts import fold

FIELD, PROGRAM, KEGIATAN, SUB_KEGIATAN = 2, 3, 5, 6
"""Depths of codes: how many parts each has (``model.nomenclature``)."""
FUNCTION = 1
"""Depth of the urusan alone."""

TITLE_ROWS = 30
"""Rows at the top of a sheet among which the titles are looked for."""

_FOREIGN = re.compile(
    r"\b(target|pagu|anggaran|realisasi|komponen|jenis pk|pemilik|capaian|20\d\d|rp|triwulan|penanggung|tujuan|sasaran"
    r"|perangkat daerah|opd|skpd|rujukan|baseline|kondisi awal)\b"
)
"""Words in titles of what an agency plans: no official list has them."""
_LEVELS = (
    (SUB_KEGIATAN, re.compile(r"\bsub ?keg(iatan)?\b|\bsub\b")),
    (KEGIATAN, re.compile(r"\bkeg(iatan)?\b")),
    (PROGRAM, re.compile(r"\bprog(ram)?\b")),
    (FIELD, re.compile(r"\bbidang\b")),
    (FUNCTION, re.compile(r"\burusan\b")),
)
_CODE_WORDS = re.compile(r"\b(kode|kd|code)\b")
_NAME_WORDS = re.compile(r"\b(nama|nomenklatur|uraian|nomenclature)\b")


@dataclass(frozen=True, slots=True)
class ListColumns:
    """Columns (0-based) of the official list. ``codes`` and ``names`` are those of one level each, by depth.

    ``code`` and ``name`` are columns in which every row has its own level. ``row`` is the last row of titles (0-based).
    """

    row: int
    codes: Mapping[int, int] = field(default_factory=dict)
    names: Mapping[int, int] = field(default_factory=dict)
    code: int | None = None
    name: int | None = None
    kinerja: int | None = None
    indikator: int | None = None
    satuan: int | None = None
    before: int | None = None
    region: int | None = None

    @property
    def is_certain(self) -> bool:
        """Whether only the official list has such columns, so that nothing else need be looked at."""
        levels = {*self.codes, *self.names}
        whole = {KEGIATAN, SUB_KEGIATAN} <= levels and bool({FIELD, FUNCTION} & levels)
        return whole or self.region is not None or self.before is not None


def find_columns(rows: Sequence[Sequence[str]]) -> ListColumns | None:
    """The columns of the official list under titles in one row, or in two of which the lower one tells apart.

    Args:
        rows: The first rows of a table, their cells from left to right.
    """
    for number in range(min(len(rows), TITLE_ROWS)):
        titles = [_title(text) for text in rows[number]]
        if sum(map(bool, titles)) < 4:
            continue
        found = _columns(titles, number)
        below = [_title(text) for text in rows[number + 1]] if number + 1 < len(rows) else []
        if any(below):
            above = _carried(titles, below)
            under = below + [""] * (len(above) - len(below))
            both = [f"{one} {two}".strip() if one != two else one for one, two in zip(above, under, strict=True)]
            parted = _columns(both, number + 1)
            if parted and (found is None or len(parted.codes) > len(found.codes)):
                return parted
        if found:
            return found
    return None


def _title(text: str) -> str:
    return fold(text.replace("_", " ")) if len(text) < 200 else ""


def _carried(titles: list[str], below: list[str]) -> list[str]:
    """Titles of the upper row, each over the columns to its right that have a title only in the lower row."""
    found: list[str] = []
    for number in range(max(len(titles), len(below))):
        own = titles[number] if number < len(titles) else ""
        under = below[number] if number < len(below) else ""
        found.append(own or (found[-1] if found and under else ""))
    return found


def _columns(titles: Sequence[str], row: int) -> ListColumns | None:
    if any(_FOREIGN.search(title) for title in titles):
        return None
    one: dict[str, int] = {}
    codes: dict[int, int] = {}
    names: dict[int, int] = {}
    for number, title in enumerate(titles):
        levels = [depth for depth, pattern in _LEVELS if pattern.search(title)]
        if SUB_KEGIATAN in levels and len(re.findall(r"\bkeg(?:iatan)?\b", title)) < 2:
            levels = [depth for depth in levels if depth != KEGIATAN]
        if FIELD in levels:
            levels = [depth for depth in levels if depth != FUNCTION]
        single = _single(title, levels)
        if single:
            one.setdefault(single, number)
        elif len(levels) == 1:
            side = names if _NAME_WORDS.search(title) and not _CODE_WORDS.search(title) else codes
            side = names if side is codes and levels[0] in codes else side
            side.setdefault(levels[0], number)
    rows_of_levels = SUB_KEGIATAN in codes or SUB_KEGIATAN in names
    if "indikator" not in one or "satuan" not in one or not (rows_of_levels or {"code", "name"} <= one.keys()):
        return None
    return ListColumns(row, codes, names, **one)


def _single(title: str, levels: Sequence[int]) -> str:
    """The column that a title names beside the levels; "" for none."""
    if "sebelum" in title:
        return "before"
    if "indikator" in title:
        return "indikator"
    if "satuan" in title:
        return "satuan"
    if "kinerja" in title:
        return "kinerja"
    if "pemda" in title or "tingkat pemerintahan" in title:
        return "region"
    if len(levels) == 1 and not (levels[0] == FUNCTION and _NAME_WORDS.search(title)):
        return ""
    if _NAME_WORDS.search(title):
        return "name"
    if _CODE_WORDS.search(title):
        return "code"
    return "name" if levels else ""
