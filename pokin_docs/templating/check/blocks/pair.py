"""Which tag closes which, and whether both stand where docxtpl can work with them.

A clerk who forgets one tag must get one finding at that tag: where tags do not pair, the reading with the fewest
faults is taken, and what stands in the same cell or between the same rows belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pokin_docs.templating.check.blocks import contents, moved, nearness, search
from pokin_docs.templating.faults import Tag, TagBlock, TagFault, TemplateSentence

_OPENING = frozenset(("for", "if", "macro", "call", "filter", "with", "block", "set", "raw", "autoescape"))
_UNIT = {"p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}


def pair(sentence: Sequence[TemplateSentence], tags: Sequence[Tag]) -> tuple[list[TagBlock], list[TagFault], set[int]]:
    """The blocks of a part, the faults of their tags, at most one for each tag, and tags of a block that is torn."""
    pairing = _Pairing(sentence, tags)
    blocks = pairing.run()
    return blocks, pairing.found, pairing.torn


@dataclass(slots=True)
class _Pairing:
    sentence: Sequence[TemplateSentence]
    tags: Sequence[Tag]
    found: list[TagFault] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    lost: list[int] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)
    middles: list[int] = field(default_factory=list)
    parted_twice: set[int] = field(default_factory=set)
    follows: set[int] = field(default_factory=set)
    crossed: dict[int, tuple[int, str]] = field(default_factory=dict)

    torn: set[int] = field(default_factory=set)
    contents: contents.Contents = field(init=False)
    search: search.Search = field(init=False)
    unended: list[TagBlock] = field(default_factory=list)

    def run(self) -> list[TagBlock]:
        self.contents = contents.Contents(self.sentence, self.tags)
        self.search = search.Search(self.tags, self.compatible, _opens)
        blocks: list[TagBlock] = []
        still_open: list[TagBlock] = []
        for number, tag in enumerate(self.tags):
            if _opens(tag):
                block = TagBlock(tag.keyword, number)
                blocks.append(block)
                still_open.append(block)
            elif tag.keyword in ("vm", "hm", "colspan", "cellbg"):
                self.cell_tag(number, tag, still_open)
            elif tag.keyword in search.MIDDLE or tag.keyword.startswith("end"):
                self.close(number, still_open)
        self.unended += still_open
        self.tell_torn(blocks)
        for block in blocks:
            self.structure(block, blocks)
        for number, tag in enumerate(self.tags):
            if tag.prefix and number not in self.told:
                self.misplaced(number, tag)
        return blocks

    def close(self, number: int, still_open: list[TagBlock]) -> None:
        step = self.search.best(number, [(block.keyword, block.opening) for block in still_open])
        tag = self.tags[number]
        if step.sasaran < 0:
            self.stray(number, tag)
            return
        if tag.keyword not in search.MIDDLE and step.wrong:
            self.misnamed(number, still_open, step.sasaran)
        self.unended += still_open[step.sasaran + 1 :]
        del still_open[step.sasaran + 1 :]
        block = still_open[-1]
        if tag.keyword in search.MIDDLE:
            if (
                any(self.tags[other].keyword == "else" for other in block.parting)
                and block.opening not in self.parted_twice
            ):
                self.parted_twice.add(block.opening)
                self.tell(
                    number, f"tag {{% {tag.keyword} %}} sesudah {{% else %}}; {{% else %}} hanya satu dan terakhir"
                )
            block.parting.append(number)
        else:
            block.closing = number
            still_open.pop()

    def compatible(self, opener: int, closer: int) -> bool:
        """Whether two tags are of one kind and stand where what lies between them is whole."""
        first, second = self.tags[opener], self.tags[closer]
        return first.prefix == second.prefix and self.needed(first, second) in nearness.allowed(first.prefix)

    def needed(self, first: Tag, second: Tag) -> str:
        """The prefix that two tags need where they stand (``nearness.needed``)."""
        return nearness.needed(self.sentence[first.sentence], first, self.sentence[second.sentence], second)

    def tell_torn(self, blocks: Sequence[TagBlock]) -> None:
        """Tell the ends without a beginning and the beginnings without an end; one of each is one that was moved."""
        for number in self.strays:
            tag = self.tags[number]
            partners = [block for block in self.unended if block.opening not in self.torn
                        and tag.keyword == f"end{block.keyword}" and self.tags[block.opening].prefix == tag.prefix]  # fmt: skip
            parting = [other for other in self.middles if self.compatible(other, number)]
            if partners:
                block = min(partners, key=lambda entry: abs(entry.opening - number))
                self.tell_moved(blocks, block, number, parting)
                self.follows.update(parting)
            elif number not in self.follows:
                self.tell(number, f"tag {{% {tag.keyword} %}} tanpa {{% {tag.keyword[3:]} %}} pembukanya")
        for number in self.middles:
            if number not in self.follows:
                words = self.tags[number].keyword
                self.tell(number, f"tag {{% {words} %}} di luar {{% if %}}; pembukanya hilang atau salah tulis")
        for block in self.unended:
            if block.opening not in self.torn and not self.opened_again(block, blocks):
                self.unclosed(block)

    def tell_moved(self, blocks: Sequence[TagBlock], block: TagBlock, closer: int, parting: Sequence[int]) -> None:
        """Tell that one tag of a block stands where it cannot belong to the other, at the one that was moved.

        ``parting`` are tags (else) that stand where they belong to the closing one.
        """
        opener = block.opening
        self.torn.update((opener, closer))
        if (first := self.closed_first(blocks, block, closer)) >= 0:
            rule = f"penutup ini tertukar dengan {self.tags[closer].typed()} di bawahnya; yang dibuka terakhir ditutup"
            self.tell(first, f"{rule} dahulu", self.tags[closer].typed())
            self.told.update((opener, closer))
            return
        if parting or any(self.compatible(other, closer) for other in block.parting):
            wrong: int | None = opener
        else:
            wrong = closer if any(self.compatible(opener, other) for other in block.parting) else None
        self.tell(*moved.tell(self.sentence, self.tags, blocks, opener, closer, wrong))
        self.told.update((opener, closer, *block.parting))
        block.closing = -1

    def closed_first(self, blocks: Sequence[TagBlock], block: TagBlock, closer: int) -> int:
        """The end of a block around another, where it stands just before that one's end and the two changed places."""
        opener = block.opening
        for outer in blocks if not block.parting else ():
            first = outer.closing
            inside = outer.opening < opener < first < closer and not any(other > opener for other in outer.parting)
            between = any(self.tags[other].opener == "{%" for other in range(first + 1, closer))
            if inside and not between and self.compatible(opener, first) and self.compatible(outer.opening, closer):
                return first
        return -1

    def structure(self, block: TagBlock, blocks: Sequence[TagBlock]) -> None:
        """Tell what is wrong with the places of a block's tags; those that were told already are left."""
        for number in (block.closing, *block.parting[:]):
            if number >= 0 and block.opening not in self.told and number not in self.told:
                self.between(block, number, blocks)

    def between(self, block: TagBlock, closer: int, blocks: Sequence[TagBlock]) -> None:
        opener = block.opening
        first, second = self.tags[opener], self.tags[closer]
        needed = self.needed(first, second)
        if first.prefix == second.prefix and needed in nearness.allowed(first.prefix):
            return
        names = f"{{% {first.keyword} %}} dan {{% {second.keyword} %}}"
        if needed == "~":
            self.tell(closer, f"{names} tidak boleh satu di dalam dan satu di luar tautan atau kotak isian")
        elif needed == "x":
            if closer == block.closing:
                self.tell_moved(blocks, block, closer, ())
            else:
                where = str(self.sentence[first.sentence].place)
                self.tell(closer, f"tag ini bagian dari {first.typed()} yang berada di tempat lain ({where}); keduanya"
                          " harus dalam sel atau badan teks yang sama")  # fmt: skip
                block.parting.remove(closer)
        elif needed == "=":
            self.in_one_paragraph(opener, closer)
        elif (
            first.prefix == second.prefix == "p" and closer == block.closing and self.takes_more(opener, closer, needed)
        ):
            self.tell_moved(blocks, block, closer, ())
        elif needed == "tc" and first.prefix == second.prefix == "tr":
            self.tell(opener, f"{first.typed()} dan {second.typed()} berada dalam satu baris; masing-masing harus"
                      " sendirian dalam baris tersendiri", first.typed())  # fmt: skip
            self.told.add(closer)
        else:
            self.wrong_prefix(opener, closer, needed)

    def takes_more(self, opener: int, closer: int, prefix: str) -> bool:
        """Whether a row or cell of two tags holds more than them, which this prefix would take away."""
        units = [(number, self.sentence[self.tags[number].sentence].ancestors(prefix)) for number in (opener, closer)]
        return any(unit is not None and self.contents.others(number, unit) for number, unit in units)

    def in_one_paragraph(self, opener: int, closer: int) -> None:
        """Two tags in one paragraph of which at least one takes away the whole of it."""
        first, second = self.tags[opener], self.tags[closer]
        if first.prefix and first.prefix == second.prefix:
            unit = _UNIT.get(first.prefix, "bagian")
            self.tell(opener, f"dua tag {{%{first.prefix} dalam satu {unit}; hanya satu yang akan berlaku",
                      first.typed(sign=""))  # fmt: skip
            self.told.add(closer)
        else:
            wrong = opener if first.prefix else closer
            self.tell(wrong, f"tag {self.tags[wrong].typed()} tidak berpasangan dengan tag sejenis",
                      self.tags[wrong].typed(sign=""))  # fmt: skip
            self.told.update((opener, closer))

    def wrong_prefix(self, opener: int, closer: int, needed: str) -> None:
        """One of two tags, or both, without the prefix that their places need."""
        first, second = self.tags[opener], self.tags[closer]
        unit = _UNIT[needed]
        if first.prefix != needed and second.prefix != needed and needed != "p":
            self.tell(opener, f"{first.typed()} dan {second.typed()} berada di {unit} yang berbeda; keduanya memerlukan"
                      f" awalan {needed}", first.typed(sign=needed))  # fmt: skip
            self.told.add(closer)
            return
        if needed == "p" and "" in (first.prefix, second.prefix):
            needed = "p" if "p" in (first.prefix, second.prefix) else ""
        wrong = closer if first.prefix == needed else opener
        other = self.tags[opener if wrong == closer else closer]
        self.tell(wrong, f"{self.tags[wrong].typed()} tidak sejenis dengan pasangannya {other.typed()}",
                  self.tags[wrong].typed(sign=needed))  # fmt: skip
        self.told.add(opener if wrong == closer else closer)

    def misplaced(self, number: int, tag: Tag) -> None:
        """Tell when the tag takes away more than itself: docxtpl removes the whole unit that its prefix names."""
        if tag.prefix == "r":
            return
        sentence = self.sentence[tag.sentence]
        unit = sentence.ancestors(tag.prefix)
        if tag.opener == "{{":
            if unit is None or self.contents.others(number, unit, self.torn):
                self.tell(number, f"tulis {tag.typed(sign='')} tanpa huruf {tag.prefix} di depannya",
                          tag.typed(sign=""))  # fmt: skip
            return
        if unit is None:
            alone = not self.contents.others(number, sentence.path[-1], self.torn)
            self.tell(number, f"tag {{%{tag.prefix} %}} hanya untuk {_UNIT[tag.prefix]}",
                      tag.typed(sign="p" if alone and tag.prefix != "p" else ""))  # fmt: skip
            return
        rest = self.contents.others(number, unit, self.torn)
        if rest:
            same = [other for other in self.contents.tags_in(unit)
                    if other != number and self.tags[other].prefix == tag.prefix]  # fmt: skip
            if same and rest == "tag":
                self.told.update(same)
                self.tell(number, f"dua tag {{%{tag.prefix} dalam satu {_UNIT[tag.prefix]}; hanya satu yang akan"
                          " berlaku", self.instead(tag))  # fmt: skip
                return
            self.tell(number, f"tag {{%{tag.prefix} %}} harus sendirian dalam {_UNIT[tag.prefix]}nya; isi lainnya"
                      " tidak akan tercetak", self.instead(tag))  # fmt: skip

    def instead(self, tag: Tag) -> str:
        """The tag to write where the prefix takes too much: for the part of the row it stands in."""
        if tag.prefix == "p":
            return tag.typed(sign="")
        return tag.typed()

    def cell_tag(self, number: int, tag: Tag, still_open: Sequence[TagBlock]) -> None:
        if self.sentence[tag.sentence].ancestors("tc") is None:
            self.tell(number, f"tag {{% {tag.keyword} %}} hanya untuk sel tabel")
        elif tag.keyword in ("vm", "hm") and not any(block.keyword in ("for", "macro") for block in still_open):
            self.tell(number, f"tag {{% {tag.keyword} %}} hanya berlaku di dalam ulangan {{% for … %}}")

    def opened_again(self, block: TagBlock, blocks: Sequence[TagBlock]) -> bool:
        """Whether the next branch of a condition was begun with another if; it is told there."""
        tag = self.tags[block.opening]
        for inner in blocks:
            other = self.tags[inner.opening]
            if (block.keyword == inner.keyword == "if" and inner.opening == block.opening + 1 and inner.closing >= 0
                    and other.sentence == tag.sentence and moved.names(tag) & moved.names(other)):  # fmt: skip
                self.tell(inner.opening, f"tag ini membuka {{% if %}} baru di dalam {tag.typed()}; untuk syarat berikutnya"
                          " pakai {% elif … %}", other.typed(content=other.inner.replace("if", "elif", 1)))  # fmt: skip
                return True
        return False

    def unclosed(self, block: TagBlock) -> None:
        tag = self.tags[block.opening]
        end = f"end{block.keyword}"
        self.tell(
            block.opening, f"tag {{% {block.keyword} %}} belum ditutup dengan {{% {end} %}}", tag.typed(content=end)
        )

    def stray(self, number: int, tag: Tag) -> None:
        """Note a tag that parts or closes what nothing opened; those that follow it of the same block go with it."""
        if self.lost and self.compatible(self.lost[-1], number) and tag.keyword in ("else", "elif", "endif"):
            self.follows.add(number)
            if tag.keyword == "endif":
                self.lost.pop()
        elif tag.keyword in search.MIDDLE:
            self.lost.append(number)
        (self.middles if tag.keyword in search.MIDDLE else self.strays).append(number)

    def misnamed(self, number: int, still_open: Sequence[TagBlock], target: int) -> None:
        """Tell that a tag closes a block of another kind; two that changed places are told at the first."""
        tag, block = self.tags[number], still_open[target]
        end, opener = f"end{block.keyword}", self.tags[block.opening].typed()
        first, meant = self.crossed.get(block.opening, (-1, ""))
        if meant == tag.keyword:
            parted = any(other > first for other in block.parting)
            at = next(at for at, fault in enumerate(self.found) if self.is_at(fault, first))
            rule = (f"tag ini menutup {opener} sebelum {{% {tag.keyword} %}} di bawahnya; yang dibuka terakhir ditutup"
                    " dahulu")  # fmt: skip
            proposal = () if parted else self.found[at].proposals
            self.found[at] = replace(self.found[at], details=(("pesan", rule),), proposals=proposal)
            self.told.add(number)
            return
        outer = still_open[target - 1] if target else None
        if outer is not None and tag.keyword == f"end{outer.keyword}":
            self.crossed[outer.opening] = (number, end)
        self.tell(
            number, f"tag {{% {tag.keyword} %}} menutup {opener}, semestinya {{% {end} %}}", tag.typed(content=end)
        )

    def is_at(self, fault: TagFault, number: int) -> bool:
        tag = self.tags[number]
        return (fault.sentence, fault.start) == (tag.sentence, tag.start)

    def tell(self, number: int, message: str, proposal: str = "") -> None:
        if number in self.told:
            return
        self.told.add(number)
        tag = self.tags[number]
        self.found.append(
            TagFault("T03", tag.sentence, tag.start, tag.end, (("pesan", message),), (proposal,) if proposal else ())
        )


def _opens(tag: Tag) -> bool:
    return tag.opener == "{%" and tag.keyword in _OPENING and not (tag.keyword == "set" and "=" in tag.inner)
