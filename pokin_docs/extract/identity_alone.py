"""Identitas of a workbook whose other sheets do not matter yet: of a blank one, or one that is still being filled."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pokin_docs.extract.identity import read_identity
from pokin_docs.extract.read import read_sheets
from pokin_docs.extract.sheets import assign_sheets, without_import_sheets
from pokin_docs.extract.stand_ins import without_blank_words
from pokin_docs.model.findings import FindingLog, Outcome
from pokin_docs.model.rows import Isian
from pokin_docs.model.workbook_spec import IDENTITAS, LEMBAR


def identity_of(path: Path) -> Outcome[Mapping[str, Isian]]:
    """What Identitas says, {} where a workbook has no such sheet; no value where the file is no workbook of ours."""
    opened = read_sheets(path)
    if opened.value is None:
        return Outcome(None, opened.temuan)
    log = FindingLog()
    sheets = assign_sheets(without_import_sheets(opened.value), log, LEMBAR)
    if not sheets:
        return Outcome(None, tuple(log))
    grid = sheets.get(IDENTITAS)
    return Outcome({} if grid is None else read_identity(without_blank_words(grid), FindingLog()))
