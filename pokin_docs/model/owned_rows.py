"""What one official answers for, in one class, and his papers over the year: PK, Rencana Aksi and SKP share it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pokin_docs.model.levels import JenisPk
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.tree import Indikator, Kinerja


@dataclass(frozen=True)
class PkShare:
    """The rows of one official: the class of the PK, the post if one owns them, each kinerja with its indicators."""

    pk_class: JenisPk
    pejabat: Pejabat | None
    kinerja: tuple[tuple[Kinerja, tuple[Indikator, ...]], ...]


@dataclass(frozen=True)
class OfficialPaper:
    """A paper that an official signs: on what, on which day, with whom as superior.

    Attributes:
        share: His rows; its ``pejabat`` holds the post on that day, None where nobody owns the rows.
        superior: Who holds the post of the superior on that day; None where it is not known, or has no row.
        day: The day of the paper; None where that of the PK is not known.
        last_day: The last day on which the paper counts; None where it counts to the end of the year.
        is_later: A later paper than the first of its post in the year: another holder, or another superior.
        since: Of a later paper the day on which that came about, which names its file; the paper may be dated later.
        of_identitas: Dated by the day in Identitas, not by that of ``--tanggal``.
    """

    share: PkShare
    superior: Pejabat | None
    day: date | None
    last_day: date | None = None
    is_later: bool = False
    since: date | None = None
    of_identitas: bool = False
