"""Whether a tag stands where docxtpl takes away no more than the tag: alone in the paragraph, row or cell it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pokin_docs.templating.check.blocks.contents import Contents
from pokin_docs.templating.check.blocks.telling import Telling
from pokin_docs.templating.faults import Tag, TagBlock, TemplateSentence

_UNIT = {"p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}


@dataclass(slots=True)
class Places:
    """The places of the tags of a part; ``torn`` are tags of blocks that have lost their other half."""

    sentence: Sequence[TemplateSentence]
    tags: Sequence[Tag]
    contents: Contents
    log: Telling
    torn: set[int]

    def takes_more(self, opener: int, closer: int, prefix: str) -> bool:
        """Whether a row or cell of two tags holds more than them, which this prefix would take away.

        Args:
            opener: Number of the opening tag in the part, from 0.
            closer: Number of the closing tag.
            prefix: ``tr`` or ``tc``.
        """
        units = [(number, self.sentence[self.tags[number].sentence].ancestors(prefix)) for number in (opener, closer)]
        return any(unit is not None and self.contents.others(number, unit) for number, unit in units)

    def in_one_paragraph(self, opener: int, closer: int) -> None:
        """Tell of two tags (by number) in one paragraph of which at least one takes away the whole of it."""
        first, second = self.tags[opener], self.tags[closer]
        if first.prefix and first.prefix == second.prefix:
            unit = _UNIT.get(first.prefix, "bagian")
            self.log.tell(opener, f"dua tag {{%{first.prefix} dalam satu {unit}; hanya satu yang akan berlaku",
                          first.typed(sign=""))  # fmt: skip
            self.log.told.add(closer)
        else:
            wrong = opener if first.prefix else closer
            self.log.tell(wrong, f"tag {self.tags[wrong].typed()} tidak berpasangan dengan tag sejenis",
                          self.tags[wrong].typed(sign=""))  # fmt: skip
            self.log.told.update((opener, closer))

    def wrong_prefix(self, opener: int, closer: int, needed: str) -> None:
        """Tell of one of two tags, or both, without the prefix that their places need.

        Args:
            opener: Number of the opening tag in the part, from 0.
            closer: Number of the closing tag.
            needed: ``p``, ``tr`` or ``tc``.
        """
        first, second = self.tags[opener], self.tags[closer]
        unit = _UNIT[needed]
        if first.prefix != needed and second.prefix != needed and needed != "p":
            self.log.tell(opener, f"{first.typed()} dan {second.typed()} berada di {unit} yang berbeda; keduanya"
                          f" memerlukan awalan {needed}", first.typed(sign=needed))  # fmt: skip
            self.log.told.add(closer)
            return
        if needed == "p" and "" in (first.prefix, second.prefix):
            needed = "p" if "p" in (first.prefix, second.prefix) else ""
        wrong = closer if first.prefix == needed else opener
        other = self.tags[opener if wrong == closer else closer]
        self.log.tell(wrong, f"{self.tags[wrong].typed()} tidak sejenis dengan pasangannya {other.typed()}",
                      self.tags[wrong].typed(sign=needed))  # fmt: skip
        self.log.told.add(opener if wrong == closer else closer)

    def misplaced(self, number: int, tag: Tag) -> None:
        """Tell when the tag takes away more than itself: docxtpl removes the whole unit that its prefix names.

        ``number`` is its number in the part, from 0.
        """
        if tag.prefix == "r":
            return
        sentence = self.sentence[tag.sentence]
        unit = sentence.ancestors(tag.prefix)
        if tag.opener == "{{":
            if unit is None or self.contents.others(number, unit, self.torn):
                self.log.tell(number, f"tulis {tag.typed(sign='')} tanpa huruf {tag.prefix} di depannya",
                              tag.typed(sign=""))  # fmt: skip
            return
        if unit is None:
            alone = not self.contents.others(number, sentence.path[-1], self.torn)
            self.log.tell(number, f"tag {{%{tag.prefix} %}} hanya untuk {_UNIT[tag.prefix]}",
                          tag.typed(sign="p" if alone and tag.prefix != "p" else ""))  # fmt: skip
            return
        rest = self.contents.others(number, unit, self.torn)
        if rest:
            same = [other for other in self.contents.tags_in(unit)
                    if other != number and self.tags[other].prefix == tag.prefix]  # fmt: skip
            if same and rest == "tag":
                self.log.told.update(same)
                self.log.tell(number, f"dua tag {{%{tag.prefix} dalam satu {_UNIT[tag.prefix]}; hanya satu yang akan"
                              " berlaku", self.instead(tag))  # fmt: skip
                return
            self.log.tell(number, f"tag {{%{tag.prefix} %}} harus sendirian dalam {_UNIT[tag.prefix]}nya; isi lainnya"
                          " tidak akan tercetak", self.instead(tag))  # fmt: skip

    def instead(self, tag: Tag) -> str:
        """The tag to write where the prefix takes too much: for the part of the row it stands in."""
        if tag.prefix == "p":
            return tag.typed(sign="")
        return tag.typed()

    def cell_tag(self, number: int, tag: Tag, still_open: Sequence[TagBlock]) -> None:
        """Tell of a tag for table cells that stands in none, or outside of a loop where it needs one.

        Args:
            number: Number of the tag in the part, from 0.
            tag: The tag.
            still_open: Blocks that are open where it stands.
        """
        if self.sentence[tag.sentence].ancestors("tc") is None:
            self.log.tell(number, f"tag {{% {tag.keyword} %}} hanya untuk sel tabel")
        elif tag.keyword in ("vm", "hm") and not any(block.keyword in ("for", "macro") for block in still_open):
            self.log.tell(number, f"tag {{% {tag.keyword} %}} hanya berlaku di dalam ulangan {{% for … %}}")
