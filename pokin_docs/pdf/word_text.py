"""The words of a Word file as a PDF of it shows them: what its pages repeat and what its fields reckon told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from pokin_docs.files.contents.word_body import body_of, printed_parts
from pokin_docs.pdf.reading import plain

FIELD = "\0"
"""Stands for the result of a field."""
_PIECE = re.compile(
    r'<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:fldChar [^>]*w:fldCharType="(begin|end)"'
    r"|(</w:p>|<w:(?:tab|br|cr|noBreakHyphen)\b[^>]*/>)"
)
_HIDDEN = re.compile(r"<w:r(?: [^>]*)?><w:rPr>(?:(?!</w:rPr>).)*<w:vanish/>.*?</w:r>", re.DOTALL)
_HEAD = re.compile(r"<w:tr\b(?:(?!</?w:tr\b).)*?<w:tblHeader\b(?:(?!</?w:tr\b).)*</w:tr>", re.DOTALL)
_LEADER = re.compile(r"(?:\.{4,}|…{2,})\s*(?:\d{1,4}|[ivxlc]{1,7})?(?!\w)")
_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,7}")


@dataclass(frozen=True)
class WordText:
    """A Word file read for being held against pages.

    Attributes:
        body: The source of its body.
        around: The sources of its heads, feet and notes.
    """

    body: str
    around: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: bytes) -> WordText:
        """That of a file.

        Raises:
            Unreadable: It is no Word file.
            UnicodeDecodeError: One of its parts is not in UTF-8.
        """
        body, *around = printed_parts(document)
        return cls(body, tuple(around))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the body in order; what a field reckons is ``FIELD`` in its word."""
        return tuple(_LEADER.sub(" ", _text(self.body)).split())

    @cached_property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The words of the rows that a table repeats on every page, of each table together."""
        found: list[tuple[str, ...]] = []
        end = -1
        for row in _HEAD.finditer(self.body):
            words = tuple(plain(word) for word in _text(row[0]).split())
            if found and row.start() == end:
                found[-1] += words
            else:
                found.append(words)
            end = row.end()
        return tuple(dict.fromkeys(found))

    def of_pages(self, pages: Sequence[str]) -> tuple[str, ...]:
        """The words of pages without what is repeated on them: heads, feet, titles of tables, page numbers.

        Args:
            pages: The text of each page.
        """
        found: list[str] = []
        for number, page in enumerate(pages):
            text = _LEADER.sub(" ", page)
            for line in self._frame:
                text = line.sub(" ", text)
            words = text.split()
            if self._numbered:
                words = words[:-1] if words and _NUMBER.fullmatch(words[-1]) else words
                words = words[1:] if words and _NUMBER.fullmatch(words[0]) else words
            found += words[self._repeated(words) :] if number else words
        return tuple(found)

    def _repeated(self, words: Sequence[str]) -> int:
        """How many words at the start of a page are titles of a table that goes on there."""
        for head in self.heads:
            wanted, size, count = Counter("".join(head)), 0, 0
            while size < wanted.total() and count < len(words):  # a narrow column parts a word
                size, count = size + len(plain(words[count])), count + 1
            if size and Counter(plain("".join(words[:count]))) == wanted:
                return count
        return 0

    def are_titles(self, text: str) -> bool:
        """Whether words are titles of tables alone, which pages repeat, and columns read out in another order.

        Args:
            text: The words.
        """
        words = [plain(word) for word in text.split()]
        return all(word in self._title_words or (word.isalpha() and word in self._titles) for word in words)

    @cached_property
    def _title_words(self) -> frozenset[str]:
        return frozenset(word for head in self.heads for word in head)

    @cached_property
    def _titles(self) -> str:
        return "\n".join(self._title_words)

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return tuple(line for part in self.around for line in _text(part, "\n").split("\n") if line.strip())

    @cached_property
    def _numbered(self) -> bool:
        """Whether pages have a line that is their number alone."""
        return any(not line.replace(FIELD, "").strip() for line in self._lines)

    @cached_property
    def _frame(self) -> tuple[re.Pattern[str], ...]:
        """What finds the lines of heads and feet, the longest first."""
        said = sorted((line for line in self._lines if len(line.split()) > 1), key=len, reverse=True)
        found = (r"\s+".join(map(_pattern, line.split())) for line in said)
        return tuple(re.compile(rf"(?<!\S){one}(?!\S)") for one in found)


def _pattern(word: str) -> str:
    return r"\S*".join(map(re.escape, word.split(FIELD)))


def shows(words: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether words of a document, with results of fields in them, are what a page shows.

    Args:
        words: Those of the document.
        shown: Those of the page.
    """
    if words and all(not word.strip(FIELD) for word in words):
        return True
    pattern = ".*".join(re.escape(plain(part)) for part in " ".join(words).split(FIELD))
    return re.fullmatch(pattern, plain(" ".join(shown))) is not None


def words_of(document: bytes) -> Iterator[str]:
    """The words of the body of a Word file that are printed once each; results of fields change when it is opened.

    Args:
        document: The Word file.
    """
    yield from _text(body_of(document)).replace(FIELD, "").split()


def _text(source: str, end_of_line: str = " ") -> str:
    return "".join(_pieces(_HIDDEN.sub("", source), end_of_line))


def _pieces(source: str, end_of_line: str) -> Iterator[str]:
    depth = 0
    for text, field, end in _PIECE.findall(source):
        if field == "begin" and depth == 0:
            yield FIELD
        depth += {"begin": 1, "end": -1}.get(field, 0)
        if text and depth <= 0:
            yield unescape(text).replace(FIELD, "")
        elif end.startswith("<w:noBreakHyphen"):
            yield "-" if depth <= 0 else ""
        elif end:
            yield end_of_line if end == "</w:p>" else " "
