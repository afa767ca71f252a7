"""Fields of a text: of ``begin … separate … end`` only what stands behind ``separate`` is seen."""

from __future__ import annotations

_PAGES = {"PAGE": "halaman", "NUMPAGES": "jumlah", "SECTIONPAGES": "jumlah-bagian"}


class Fields:
    """The fields that are open at a place of the text; one for each story, as fields go over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []

    def mark(self, kind: str) -> None:
        """A ``fldChar`` was met: ``begin``, ``separate`` or ``end``."""
        if kind == "begin":
            self._open.append(["", ""])
        elif kind == "separate" and self._open:
            self._open[-1][1] = "hasil"
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """A piece of the instruction was met."""
        if self._open:
            self._open[-1][0] += text

    @property
    def hidden(self) -> bool:
        """Whether what stands here belongs to an instruction."""
        return any(not phase for _, phase in self._open)

    @property
    def page(self) -> str:
        """What number of pages the innermost field shows; empty for any other field."""
        return page_kind(self._open[-1][0]) if self._open else ""


def page_kind(instruction: str) -> str:
    """The number of pages that an instruction asks for: ``halaman``, ``jumlah``, ``jumlah-bagian`` or nothing."""
    words = instruction.split()
    return _PAGES.get(words[0].upper(), "") if words else ""
