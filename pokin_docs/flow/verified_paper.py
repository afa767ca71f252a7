"""What is known of a paper that was held against what was made."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.flow.known_papers import KnownPapers
from pokin_docs.pdf.differences import Difference

if TYPE_CHECKING:
    from pokin_docs.pdf.signatures import PdfSignature

NOT_MADE_ANY_MORE = Difference(sentence="dokumen itu tidak dibuat lagi")
SAME_WORDS = Difference(sentence="isinya sama dengan yang sekarang; hanya tata letak atau tampilannya yang lain")
NO_ORIGINAL = Difference(
    sentence="yang asli tidak ada lagi di folder hasil; bangun lagi (yang disunting disimpan), "
    "lalu verifikasi suntingannya"
)


class PaperVerdict(enum.Enum):
    """What a paper is; the values stand in the JSON."""

    ORIGINAL = "asli"
    SAVED_AGAIN = "disimpan lagi"
    CHANGED = "diubah"
    OLDER = "lama"
    BESIDE = "pendamping"
    UNKNOWN = "tidak dikenal"
    UNREADABLE = "tidak terbaca"


@dataclass(frozen=True, slots=True)
class VerifiedPaper:
    """What is known of a file.

    Attributes:
        file: The file.
        verdict: What it is.
        document: The path of its document in the build folder; empty where it is none of its papers.
        folder: The build folder; None where none knows it.
        changes: What is otherwise, in Indonesian: of an older paper what has changed since.
        signatures: Its signatures.
    """

    file: Path
    verdict: PaperVerdict
    document: str = ""
    folder: Path | None = None
    changes: tuple[str, ...] = ()
    signatures: tuple[PdfSignature, ...] = ()

    @property
    def is_intact(self) -> bool:
        """Whether it is what was made, and its signatures, if it has any, are whole."""
        return self.verdict is PaperVerdict.ORIGINAL and self.is_whole

    @property
    def is_whole(self) -> bool:
        """Whether all its signatures, if it has any, are as they were given."""
        return all(one.intact and not one.altered for one in self.signatures)


def with_differences(paper: VerifiedPaper, found: Iterable[Difference]) -> VerifiedPaper:
    """The same with what is otherwise in it, told as its verdict wants it: since it was made, or since it was changed.

    Args:
        paper: What is known of it.
        found: The differences.
    """
    since = paper.verdict is PaperVerdict.OLDER
    return replace(paper, changes=(*paper.changes, *(one.told(since=since) for one in found)))


def bound_verdict(paper: VerifiedPaper, place: KnownPapers, path: str) -> VerifiedPaper:
    """A bound or packed file as it was made: still what would be made, or older than documents in it.

    Args:
        paper: What is known of it.
        place: The build folder.
        path: Its path in there.
    """
    changed = place.derived.reasons(path)
    verdict = PaperVerdict.OLDER if changed else PaperVerdict.ORIGINAL
    changes = tuple(f"{one}: berubah sesudah berkas ini dibuat" for one in changed)
    return replace(paper, verdict=verdict, document=path, folder=place.folder, changes=changes)
