"""Targets that stand in brackets behind indicators: "Persentase warga yang puas (90%)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import KinerjaRow

BEHIND = re.compile(r"^(.*\S)\s*\(([^()]{1,30})\)\s*$", re.DOTALL)
"""A text and what stands in brackets behind it."""
AMOUNT = re.compile(r"([<>≤≥]?\s*\d[\d.,]*)\s*(%|[^\W\d][\w/. ]{0,20})?")
"""A number, and its unit where it has one."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def name_untaken(rows: Iterable[KinerjaRow], log: FindingLog) -> None:
    """B128: tell of amounts in brackets behind indicators that have no target: nothing says of which year they are.

    Args:
        rows: The rows of the tree.
        log: Takes what is found, once for each sheet.
    """
    by_sheet: dict[str, list[KinerjaRow]] = {}
    for row in rows:
        if _amount(row.indikator.clean) and not any(row.target.values()):
            by_sheet.setdefault(row.lembar, []).append(row)
    for own in by_sheet.values():
        first = own[0].indikator
        places = first_cells([row.indikator.source for row in own])
        log.note("B128", first.source, jumlah=len(own), teks=f"({_amount(first.clean)})", sel=places)


def _amount(text: str) -> str:
    """The amount in brackets behind a text; empty where there is none, or a year."""
    behind = BEHIND.match(text)
    inside = behind.group(2).strip() if behind else ""
    return inside if AMOUNT.fullmatch(inside) and not _YEAR.fullmatch(inside) else ""
