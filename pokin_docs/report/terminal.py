"""The findings and the results as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pokin_docs.model.catalogue import CATALOGUE, CONTRADICTING, message, severity
from pokin_docs.model.causes import Cause, causes, rank
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding
from pokin_docs.model.ranges import ranges
from pokin_docs.report.coverage import LevelCoverage

COLOURS = {Severity.GALAT: "red", Severity.PERINGATAN: "yellow", Severity.SARAN: "cyan"}


_HEADINGS = ("Galat", "Meninggalkan tanda pada dokumen", "Lainnya")
"""By the rank of the findings below them."""
_PLACES = 12
"""Ranges of cells named for one cause; those of more stand in the report and in the correction workbook."""
_BESIDE = 9
"""Letters of a place that stands before its message; a longer one stands behind."""
_INDENT = " " * (_BESIDE + 5)
_ITEMS = 10
"""Places of a peringatan or saran of which more is said than where they are."""
_FIRST = 3
"""Places named at the end of a run."""


def summary(temuan: Iterable[Temuan], waived: int, *, final: bool) -> str:
    """Counts by severity: ``0 galat, 14 peringatan, 2 saran``; and of how many causes, where these are fewer.

    Args:
        temuan: Findings that stand.
        waived: How many are waived; not said where it is none.
        final: Severities are those of ``--final``.
    """
    found = tuple(temuan)
    levels = [severity(finding, final=final) for finding in found]
    parts = [f"{levels.count(level)} {level.value}" for level in Severity]
    said = ", ".join([*parts, f"{waived} diabaikan"] if waived else parts)
    number = len(causes(found))
    return said if number == len(found) else f"{said} (dari {number} sebab)"


_BRIEF, _CODES, _WIDE = 24, 12, 110
"""Lines up to which a build tells all; codes that it names with their first cause; signs of that."""


def lines(temuan: Iterable[Temuan], *, final: bool) -> Iterator[tuple[str, Severity | None]]:
    """Lines to print, a cause at a time in order, each with the severity that colours it; None for other lines."""

    def heading(cause: Cause) -> tuple[int, str]:
        return rank(cause.temuan[0], final=final), cause.lembar

    for (place, lembar), group in groupby(causes(temuan), key=heading):
        yield f"  {_HEADINGS[place]} – {lembar or 'Buku kerja'}", None
        for cause in group:
            level = severity(cause.temuan[0], final=final)
            where = _where(cause)
            beside, behind = (where, "") if len(where) <= _BESIDE else ("-", f" ({where})")
            yield f"    {beside:<{_BESIDE}} {level.value} {cause.kode}: {cause.message}{behind}", level
            for line in (*_items(cause, level), *cause.also):
                yield f"{_INDENT}  {line}", None
            if cause.saran:
                yield f"{_INDENT}→ {cause.saran}", None


def brief_lines(temuan: Iterable[Temuan], *, final: bool) -> Iterator[tuple[str, Severity | None]]:
    """The same so short that all of a build is seen at a look: every galat whole, of the others a line for each code.

    So are those that ``--final`` alone refuses, after the galat. What is short enough is told whole.
    """
    found = tuple(temuan)
    whole = list(lines(found, final=final))
    if len(whole) <= _BRIEF:
        yield from whole
        return
    yield from lines((one for one in found if severity(one, final=False) is Severity.GALAT), final=final)
    codes: dict[str, list[Cause]] = {}
    for cause in causes(found):
        if severity(cause.temuan[0], final=False) is not Severity.GALAT:
            codes.setdefault(cause.kode, []).append(cause)
    levels = tuple(Severity)
    ordered = sorted(
        codes.items(),
        key=lambda found: (
            levels.index(severity(found[1][0].temuan[0], final=final)), not CATALOGUE[found[0]].refused_by_final,
        ),
    )  # fmt: skip
    for code, group in ordered[:_CODES]:
        level, count = severity(group[0].temuan[0], final=final), sum(len(cause.temuan) for cause in group)
        more = f" (+{len(group) - 1} lagi)" if len(group) > 1 else ""
        others = dict.fromkeys(said.split()[1].rstrip(":") for cause in group for said in cause.also)
        more += f" (juga {', '.join(others)})" if others else ""
        yield f"  {level.value} {code}, {count} temuan: {_clipped(group[0].message)}{more}", level
    if left := [(code, sum(len(cause.temuan) for cause in group)) for code, group in ordered[_CODES:]]:
        yield f"  dan {', '.join(f'{code} ({count})' for code, count in left)}", None
    yield "  Selengkapnya, dengan selnya: laporan.html dan koreksi.xlsx, atau perintah periksa.", None


def _clipped(text: str) -> str:
    return text if len(text) <= _WIDE else text[: _WIDE - 1].rstrip() + "…"


def _where(cause: Cause) -> str:
    """The places of a cause beside its message; "-" where they are said below it or there is no cell."""
    return "-" if cause.items else (ranges(cause.places, _PLACES) if cause.lembar else "") or "-"


def _items(cause: Cause, level: Severity) -> Iterator[str]:
    """What is said of each place: of a galat every one, of others so many as are read."""
    shown = cause.items if level is Severity.GALAT or len(cause.items) <= _ITEMS + 1 else cause.items[:_ITEMS]
    for item in shown:
        yield ": ".join(filter(None, (ranges(item.places, _PLACES) or item.label, item.said)))
    left = [place for item in cause.items[len(shown) :] for place in item.places]
    if left:
        yield f"… dan {len(left)} lagi{f': {ranges(left, _PLACES)}' if cause.lembar else ''}"


def galat_line(temuan: Iterable[Temuan], *, final: bool) -> str:
    """The number of galat and where the first three are, for the end of a run; "" where there is none.

    What ``--final`` alone refuses comes behind, and of that the places of a template last: cells are filled first.

    Args:
        temuan: All findings in the order in which they were told.
        final: Severities are those of ``--final``.
    """
    found = [finding for finding in temuan if severity(finding, final=final) is Severity.GALAT]
    found.sort(key=lambda finding: (CATALOGUE[finding.kode].severity is not Severity.GALAT, not finding.tempat.lembar))
    places = list(dict.fromkeys(map(_place, found)))
    if not found:
        return ""
    more = ", …" if len(places) > _FIRST else ""
    return f"{len(found)} galat: {', '.join(places[:_FIRST])}{more}"


def _place(finding: Temuan) -> str:
    """Where to go: the cell; else the template, the sheet that the workbook lacks, or the paper that contradicts."""
    told = dict(finding.details)
    if finding.kode in CONTRADICTING:
        return told["berkas"]
    if finding.tempat.lembar:
        return str(finding.tempat)
    named = next((f"{what} {told[what]}" for what in ("templat", "lembar") if told.get(what)), "")
    return named or "buku kerja"


def waived_lines(waived: Iterable[WaivedFinding]) -> Iterator[str]:
    """The waived findings with the planner's reason."""
    for entry in waived:
        yield f"    {entry.temuan.tempat} {entry.temuan.kode}: {message(entry.temuan)} Alasan: {entry.reason}"


def coverage_lines(coverage: Iterable[LevelCoverage]) -> Iterator[str]:
    """The coverage as a table: nodes per level, and how many of their indicators have what a PK needs."""
    names = ("kinerja", "indikator", "pemilik", "satuan", "target", "kode", "pagu")
    yield "  " + "Kelengkapan".ljust(26) + "".join(name.rjust(10) for name in names)
    for entry in coverage:
        yield "  " + entry.komponen.ljust(26) + "".join(str(getattr(entry, name)).rjust(10) for name in names)
