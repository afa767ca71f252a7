"""What stands in a paragraph, row or cell beside a tag that takes away the whole of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pokin_docs.templating.faults import SyntaxNode, Tag, TemplateSentence


class Contents:
    """The sentences and tags of each paragraph, row and cell of a part."""

    def __init__(self, sentences: Sequence[TemplateSentence], tags: Sequence[Tag]) -> None:
        """Note which sentences each paragraph, row and cell holds, and which tags each sentence."""
        self._sentences = sentences
        self._tags = tags
        self._units: dict[SyntaxNode, list[int]] = {}
        self._inside: dict[int, list[int]] = {}
        for number, sentence in enumerate(sentences):
            for node in sentence.path:
                if node[0] in ("p", "tr", "tc"):
                    self._units.setdefault(node, []).append(number)
        for number, tag in enumerate(tags):
            self._inside.setdefault(tag.sentence, []).append(number)

    def tags_in(self, unit: SyntaxNode) -> list[int]:
        """The numbers of the tags in a unit."""
        return [tag for number in self._units.get(unit, ()) for tag in self._inside.get(number, ())]

    def others(self, tag: int, unit: SyntaxNode, besides: Collection[int] = ()) -> str:
        """What else stands in the unit of a tag: ``tag``, ``teks`` or a picture; nothing if it is alone.

        Args:
            tag: Number of the tag in its part, from 0.
            unit: The paragraph, row or cell.
            besides: Numbers of tags that do not count.
        """
        rest, only_tags = "", True
        for number in self._units.get(unit, ()):
            sentence = self._sentences[number]
            if sentence.other:
                return sentence.other
            text = sentence.text
            for other in reversed(self._inside.get(number, ())):
                rest += "x" if other != tag and other not in besides else ""
                text = text[: self._tags[other].start] + text[self._tags[other].end :]
            only_tags = only_tags and not text.strip()
            rest += text.strip()
        return ("tag" if only_tags else "teks") if rest else ""
