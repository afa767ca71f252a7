"""Sentences typed over two rows: what goes on in the cell below, in a row of nothing else, is joined and named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.texts import fold, squeeze

_TEXTS = ("kinerja", "indikator")
_SHORT = 80
_JOINING = frozenset((
    "yang", "dan", "atau", "di", "ke", "dari", "pada", "dengan", "untuk", "oleh", "dalam", "terhadap", "serta", "bagi",
    "tentang", "melalui", "sesuai", "antara", "para", "per",
))  # fmt: skip
"""Words that no sentence ends with."""


def with_sentences_joined(rows: Sequence[KinerjaRow], log: FindingLog) -> tuple[KinerjaRow, ...]:
    """The rows, those that only go on with the sentence or the indicator of the row right above joined to it (B152).

    Args:
        rows: The rows of the main table.
        log: Takes what is found, once.
    """
    found: list[KinerjaRow] = []
    joined: list[Isian] = []
    last = 0
    for row in rows:
        above = found[-1] if found and (found[-1].lembar, last + 1) == (row.lembar, row.baris) else None
        parts = _only_texts(row) if above is not None else {}
        if above is not None and parts and all(_goes_on(getattr(above, name), isian) for name, isian in parts.items()):
            whole = {name: _whole(getattr(above, name), isian) for name, isian in parts.items()}
            found[-1] = replace(
                above, kinerja=whole.get("kinerja", above.kinerja), indikator=whole.get("indikator", above.indikator)
            )
            joined += parts.values()
        else:
            found.append(row)
        last = row.baris
    if joined:
        first = next(text for row in found for name in _TEXTS if joined[0].clean in (text := getattr(row, name).clean))
        log.note("B152", joined[0].source, jumlah=len(joined), teks=first[:_SHORT],
                 sel=first_cells([isian.source for isian in joined]))  # fmt: skip
    return tuple(found)


def _only_texts(row: KinerjaRow) -> dict[str, Isian]:
    """The sentence and the indicator of a row that holds nothing else; empty for any other row."""
    parts: dict[str, Isian] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        for isian in value.values() if isinstance(value, Mapping) else (value,):
            if isinstance(isian, Isian) and (isian or isian.unread):
                if field.name not in _TEXTS or isian.unread:
                    return {}
                parts[field.name] = isian
    return parts


def _goes_on(above: Isian, isian: Isian) -> bool:
    """Whether a text goes on with the one above: it begins small, or that one cannot end where it does."""
    text, before = squeeze(isian.text), squeeze(above.text)
    if not before or not text[:1].isalpha():
        return False
    if fold(before).split()[-1:] and fold(before).split()[-1] in _JOINING:
        return True
    if not text[0].islower() or before[0].islower() or before[-1] in ".;:":
        return False
    from pokin_docs.extract.foreign.contents import Kind, kind_of_text  # only such rows need it

    return kind_of_text(text) not in (Kind.MEASURE, Kind.RESULT, Kind.UNIT)


def _whole(above: Isian, isian: Isian) -> Isian:
    before = above.text.rstrip()
    cut = len(before) > 1 and before.endswith("-") and before[-2].isalpha()
    return replace(above, text=f"{before[:-1]}{isian.text.lstrip()}" if cut else f"{before} {isian.text.lstrip()}")
