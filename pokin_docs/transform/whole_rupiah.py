"""Amounts in whole rupiah that add up."""

from __future__ import annotations

from decimal import Decimal

_NOTHING = Decimal(0)


def grid(parts: list[Decimal | None], shares: list[Decimal | None]) -> list[list[Decimal | None]]:
    """What each share has of each part in whole rupiah, so that both the parts and the shares add up; a row a part."""
    known = [part or _NOTHING for part in parts]
    whole = sum(known, _NOTHING)
    if None in shares or not whole:
        return [[None for _ in shares] for _ in parts]
    until = [sum((share or _NOTHING for share in shares[: place + 1]), _NOTHING) for place in range(len(shares))]
    rows: list[list[Decimal | None]] = []
    before, reached = [_NOTHING] * len(shares), _NOTHING
    for part, amount in zip(parts, known, strict=True):
        reached += amount
        now = [(share * reached / whole).quantize(Decimal(1)) if reached != whole else share for share in until]
        steps = [after - earlier for after, earlier in zip(now, before, strict=True)]
        cells = [step - (steps[place - 1] if place else _NOTHING) for place, step in enumerate(steps)]
        rows.append([None if part is None else cell for cell in cells])
        before = now
    return rows
