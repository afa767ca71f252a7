"""The amounts in a cell of Bagian, the share of each owner in a budget: one for each, or per cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.cell_words import PARTING
from pokin_docs.model.printing import rupiah
from pokin_docs.model.rows import Isian
from pokin_docs.model.typed_values import read_share

SHARE: ColumnKey = ("bagian", None)


def parts_of(isian: Isian, own_unit: bool) -> tuple[Isian, ...]:
    """The amounts of a cell, each with its number; none where it says per cent or something else.

    Args:
        isian: The cell.
        own_unit: Whether the column's own title says its unit: then «60» is an amount, else per cent.
    """
    texts = [text.strip() for text in PARTING.split(isian.text.strip(" ;\n"))]
    parts: list[Isian] = []
    for text in texts:
        share = read_share(text)
        if share is None or "%" in text or (share[1] and (not own_unit or not text[-1:].isdigit())):
            return ()
        # The cell that is a number counts with all its digits, not only those that its format shows.
        exact = isian.number if len(texts) == 1 and isian.number is not None and text[-1].isdigit() else share[0]
        parts.append(replace(isian, text=text, number=exact))
    return tuple(parts)


def joined(parts: Sequence[Isian]) -> Isian:
    """The cell of these amounts, with all their digits."""
    text = "; ".join(f"Rp{rupiah(part.number)}" for part in parts if part.number is not None)
    return replace(parts[0], text=text, number=None)
