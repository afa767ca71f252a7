"""Facts: which fields of a kind say something that can be compared, with other kinds and with what is on paper."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class FactKind(enum.Enum):
    """What a field says, whatever it is called in its kind: so that documents can be compared."""

    KINERJA = enum.auto()
    INDIKATOR = enum.auto()
    TARGET = enum.auto()
    SATUAN = enum.auto()
    MONEY = enum.auto()
    OWNER = enum.auto()
    CODE = enum.auto()
    NAME = enum.auto()
    NIP = enum.auto()
    DAY = enum.auto()
    ENTRY = enum.auto()
    """What a row is called that no sentence names: a program, a problem."""
    REALISED = enum.auto()
    SPENT = enum.auto()
    SHARE = enum.auto()
    TEXT = enum.auto()
    """Any other text of a row, called by its field."""

    # That of enumerations is slow, and facts are keys by the thousand.
    __hash__ = object.__hash__


IN_PLACE = frozenset((FactKind.REALISED, FactKind.SPENT, FactKind.SHARE, FactKind.TEXT))
"""What is looked for in the cell whose tag prints it, and nowhere else: a table of words repeats them by chance."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a kind that says something others say too; its path, lists in it as ``x[]``.

    ``year`` is the field of the content that tells which year a value is for, or a list of them as long as the values
    are many; empty where it is for none.
    """

    kind: FactKind
    path: str
    year: str = ""


def signer_facts(*parties: str, day: str = "tanggal") -> tuple[Fact, ...]:
    """Facts of who signs a paper, and when.

    Args:
        parties: The fields of those who sign.
        day: The field of the day; empty where it prints none of its own.
    """
    of_each = ((FactKind.NAME, "nama_cetak"), (FactKind.NIP, "nip"))
    found = tuple(Fact(kind, f"{party}.{name}") for party in parties for kind, name in of_each)
    return (*found, Fact(FactKind.DAY, day)) if day else found


def measure_facts(kinerja: str, row: str) -> tuple[Fact, ...]:
    """Facts of a table of indicators: kinerja, indikator, target and satuan.

    Args:
        kinerja: The path of the kinerja.
        row: The path of a row, whose fields are called ``indikator``, ``target`` and ``satuan``.
    """
    return (
        Fact(FactKind.KINERJA, kinerja),
        Fact(FactKind.INDIKATOR, f"{row}.indikator"),
        Fact(FactKind.TARGET, f"{row}.target"),
        Fact(FactKind.SATUAN, f"{row}.satuan"),
    )


def text_facts(row: str, *names: str) -> tuple[Fact, ...]:
    """Facts of other texts of a row, each called by its field.

    Args:
        row: The path of the row.
        names: Its fields.
    """
    return tuple(Fact(FactKind.TEXT, f"{row}.{name}") for name in names)
