"""What one task may take: a base, and so much for each row of the workbook that its document says (promises 4 and 9).

=============  ===========  =================  ========================  ==========================
What           Base         For each row       Where of 100 rows         Where of 5,000 rows
=============  ===========  =================  ========================  ==========================
Seconds        20           0.1                30                        520
Memory         1.2 GB       0.4 MB             1.24 GB                   3.2 GB
=============  ===========  =================  ========================  ==========================

A template that does not end is so ended within the base where the workbook is small, and an office of any size gets its
documents: a row takes a hundredth of that on an idle machine. What is over it all the same is told of the workbook, as
its template is known to grow with the rows only; the documents that can be made are made. The drawing of the tree has a
base of 60 seconds and 0.1 for each kinerja.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.narrative import RichText

SECONDS = 20.0
"""Wall-clock seconds that one task may take."""
MEMORY_BYTES = 1_200_000_000
"""Bytes of memory that a worker may address, where the system can limit it."""
SECONDS_PER_ROW = 0.1
MEMORY_PER_ROW = 400_000
TEXT_PER_ROW, PICTURES_PER_ROW = 2_000, 100_000
"""Characters of the office's own text, and bytes of its pictures, that count as a row."""
MANY_ROWS = 100
"""Documents of more rows are filled first, and have limits of their own."""


DRAWING_SECONDS = 60.0
DRAWING_SECONDS_PER_ROW = 0.1


class OverTime(Exception):
    """Work has taken all of its time; ``seconds`` is how much that was."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def end_after(seconds: float) -> Callable[[], None]:
    """What work in this process calls at every step: it raises ``OverTime`` when so much time has gone by."""
    end = time.monotonic() + seconds

    def check() -> None:
        if time.monotonic() >= end:
            raise OverTime(seconds)

    return check


def drawing_seconds(rows: int) -> float:
    """Seconds that drawing a tree of so many kinerja may take."""
    return DRAWING_SECONDS + rows * DRAWING_SECONDS_PER_ROW


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: ``seconds`` by the clock and of processor time, and ``memory_bytes``.

    These are the base; ``seconds_per_row`` and ``bytes_per_row`` come to it for each row that a document says.
    """

    seconds: float = SECONDS
    memory_bytes: int = MEMORY_BYTES
    seconds_per_row: float = SECONDS_PER_ROW
    bytes_per_row: int = MEMORY_PER_ROW

    def of(self, documents: Iterable[Dokumen]) -> Limits:
        """What the largest of these documents may take."""
        rows = max(map(rows_of, documents), default=0)
        return replace(
            self, seconds=self.seconds + rows * self.seconds_per_row, seconds_per_row=0.0,
            memory_bytes=self.memory_bytes + rows * self.bytes_per_row, bytes_per_row=0,
        )  # fmt: skip


def rows_by_sheet(document: Dokumen) -> Counter[str]:
    """How many rows of each sheet a document says, the sheet with most rows first when asked for the commonest."""
    return Counter(sheet for sheet, row in {(place.lembar, place.baris) for place in document.source} if row)


def rows_of(document: Dokumen) -> int:
    """How many rows a document says; of the office's own text what takes as long as so many rows."""
    written = getattr(document.content, "naskah", None)
    texts = [text for _, text in written.items() if isinstance(text, RichText)] if written is not None else []
    said = sum(len(text.blocks) + sum(map(len, text.notes)) for text in texts)
    shown = sum(len(picture.data) for text in texts for picture in text.pictures)
    return rows_by_sheet(document).total() + said // TEXT_PER_ROW + shown // PICTURES_PER_ROW
