"""Sentences found again in longer texts: by one of their words, as each is asked of each row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pokin_docs.consistency.printed_words import place_in


class SentenceIndex:
    """Some sentences, so that those which stand within a text are soon found.

    The inner words of a sentence stand between blanks wherever it stands: it is looked for where its rarest one is.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        inner = {sentence: sentence.split(" ")[1:-1] for sentence in sentences}
        counts = Counter(word for words in inner.values() for word in words)
        self._short = [sentence for sentence, words in inner.items() if not words]
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for sentence, words in inner.items():
            if words:
                self._by_word[min(words, key=counts.__getitem__)].append(sentence)

        self._line, self._places = "", list[tuple[str, int]]()

    def within(self, text: str) -> Iterator[str]:
        """Those that stand in a text, or are it, each once, in no order; a text as ``printed_words.plain`` has it."""
        words = set(text.split(" "))
        found = (self._short, *(self._by_word[word] for word in words & self._by_word.keys()))
        return (sentence for some in found for sentence in some if sentence in text)

    def places(self, line: str) -> Sequence[tuple[str, int]]:
        """Those within a line, each with its place as whole words, or -1; a line is asked for each of its sentences."""
        if line != self._line:
            self._line, self._places = line, [(said, place_in(line, said)) for said in self.within(line)]
        return self._places
