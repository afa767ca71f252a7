"""Which tag closes which, and whether both stand where docxtpl can work with them.

A clerk who forgets one tag must get one finding at that tag: where tags do not pair, the reading with the fewest
faults is taken, and what stands in the same cell or between the same rows belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pokin_docs.templating.check.blocks import moved, nearness, search
from pokin_docs.templating.check.blocks.contents import Contents
from pokin_docs.templating.check.blocks.places import Places
from pokin_docs.templating.check.blocks.telling import Telling
from pokin_docs.templating.faults import Tag, TagBlock, TagFault, TemplateSentence

_OPENING = frozenset(("for", "if", "macro", "call", "filter", "with", "block", "set", "raw", "autoescape"))


def pair(sentence: Sequence[TemplateSentence], tags: Sequence[Tag]) -> tuple[list[TagBlock], list[TagFault], set[int]]:
    """The blocks of a part, the faults of their tags, at most one for each tag, and tags of a block that is torn."""
    pairing = _Pairing(sentence, tags)
    blocks = pairing.run()
    return blocks, pairing.log.found, pairing.torn


@dataclass(slots=True)
class _Pairing:
    sentence: Sequence[TemplateSentence]
    tags: Sequence[Tag]
    lost: list[int] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)
    middles: list[int] = field(default_factory=list)
    parted_twice: set[int] = field(default_factory=set)
    follows: set[int] = field(default_factory=set)
    crossed: dict[int, tuple[int, str]] = field(default_factory=dict)
    torn: set[int] = field(default_factory=set)
    log: Telling = field(init=False)
    places: Places = field(init=False)
    search: search.Search = field(init=False)
    unended: list[TagBlock] = field(default_factory=list)

    def run(self) -> list[TagBlock]:
        self.log = Telling(self.tags)
        contents = Contents(self.sentence, self.tags)
        self.places = Places(self.sentence, self.tags, contents, self.log, self.torn)
        self.search = search.Search(self.tags, self.compatible, _opens)
        blocks: list[TagBlock] = []
        still_open: list[TagBlock] = []
        for number, tag in enumerate(self.tags):
            if _opens(tag):
                block = TagBlock(tag.keyword, number)
                blocks.append(block)
                still_open.append(block)
            elif tag.keyword in ("vm", "hm", "colspan", "cellbg"):
                self.places.cell_tag(number, tag, still_open)
            elif tag.keyword in search.MIDDLE or tag.keyword.startswith("end"):
                self.close(number, still_open)
        self.unended += still_open
        self.tell_torn(blocks)
        for block in blocks:
            self.structure(block, blocks)
        for number, tag in enumerate(self.tags):
            if tag.prefix and number not in self.log.told:
                self.places.misplaced(number, tag)
        return blocks

    def close(self, number: int, still_open: list[TagBlock]) -> None:
        step = self.search.best(number, [(block.keyword, block.opening) for block in still_open])
        tag = self.tags[number]
        if step.target < 0:
            self.stray(number, tag)
            return
        if tag.keyword not in search.MIDDLE and step.wrong:
            self.misnamed(number, still_open, step.target)
        self.unended += still_open[step.target + 1 :]
        del still_open[step.target + 1 :]
        block = still_open[-1]
        if tag.keyword in search.MIDDLE:
            others = [other for other in block.parting if self.compatible(block.opening, other)]
            if any(self.tags[other].keyword == "else" for other in others) and block.opening not in self.parted_twice:
                self.parted_twice.add(block.opening)
                self.log.tell(
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
            partners = [
                block
                for block in self.unended
                if block.opening not in self.torn
                and tag.keyword == f"end{block.keyword}"
                and self.tags[block.opening].prefix == tag.prefix
            ]
            parting = [other for other in self.middles if self.compatible(other, number)]
            if partners:
                block = min(partners, key=lambda entry: abs(entry.opening - number))
                self.tell_moved(blocks, block, number, parting)
                self.follows.update(parting)
            elif number not in self.follows:
                self.log.tell(number, f"tag {{% {tag.keyword} %}} tanpa {{% {tag.keyword[3:]} %}} pembukanya")
        for number in self.middles:
            if number not in self.follows:
                words = self.tags[number].keyword
                self.log.tell(number, f"tag {{% {words} %}} di luar {{% if %}}; pembukanya hilang atau salah tulis")
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
            self.log.tell(first, f"{rule} dahulu", self.tags[closer].typed())
            self.log.told.update((opener, closer))
            return
        if parting or any(self.compatible(other, closer) for other in block.parting):
            wrong: int | None = opener
        else:
            wrong = closer if any(self.compatible(opener, other) for other in block.parting) else None
        self.log.tell(*moved.tell(self.sentence, self.tags, blocks, opener, closer, wrong))
        self.log.told.update((opener, closer, *block.parting))
        block.closing = -1

    def closed_first(self, blocks: Sequence[TagBlock], block: TagBlock, closer: int) -> int:
        """The end of a block around another, where it stands just before that one's end and the two changed places."""
        opener = block.opening
        around = min((other.closing for other in blocks if other.opening < opener < other.closing), default=-1)
        for outer in blocks if not block.parting else ():
            first = outer.closing
            if first != around:  # a block that ends before holds its beginning alone
                continue
            inside = outer.opening < opener < first < closer and not any(other > opener for other in outer.parting)
            between = any(self.tags[other].opener == "{%" for other in range(first + 1, closer))
            if inside and not between and self.compatible(opener, first) and self.compatible(outer.opening, closer):
                return first
        return -1

    def structure(self, block: TagBlock, blocks: Sequence[TagBlock]) -> None:
        """Tell what is wrong with the places of a block's tags; those that were told already are left."""
        for number in (block.closing, *block.parting[:]):
            if number >= 0 and block.opening not in self.log.told and number not in self.log.told:
                self.between(block, number, blocks)

    def between(self, block: TagBlock, closer: int, blocks: Sequence[TagBlock]) -> None:
        opener = block.opening
        first, second = self.tags[opener], self.tags[closer]
        needed = self.needed(first, second)
        if first.prefix == second.prefix and needed in nearness.allowed(first.prefix):
            return
        names = f"{{% {first.keyword} %}} dan {{% {second.keyword} %}}"
        if needed == "~":
            self.log.tell(closer, f"{names} tidak boleh satu di dalam dan satu di luar tautan atau kotak isian")
        elif needed == "x":
            if closer == block.closing:
                self.tell_moved(blocks, block, closer, ())
            else:
                where = str(self.sentence[first.sentence].place)
                self.log.tell(closer, f"tag ini bagian dari {first.typed()} yang berada di tempat lain ({where});"
                              " keduanya harus dalam sel atau badan teks yang sama")  # fmt: skip
                block.parting.remove(closer)
        elif needed == "=":
            self.places.in_one_paragraph(opener, closer)
        elif (
            first.prefix == second.prefix == "p"
            and closer == block.closing
            and self.places.takes_more(opener, closer, needed)
        ):
            self.tell_moved(blocks, block, closer, ())
        elif needed == "tc" and first.prefix == second.prefix == "tr":
            self.log.tell(opener, f"{first.typed()} dan {second.typed()} berada dalam satu baris; masing-masing harus"
                          " sendirian dalam baris tersendiri", first.typed())  # fmt: skip
            self.log.told.add(closer)
        else:
            self.places.wrong_prefix(opener, closer, needed)

    def opened_again(self, block: TagBlock, blocks: Sequence[TagBlock]) -> bool:
        """Whether the next branch of a condition was begun with another if; it is told there."""
        tag = self.tags[block.opening]
        for inner in blocks:
            other = self.tags[inner.opening]
            if (block.keyword == inner.keyword == "if" and inner.opening == block.opening + 1 and inner.closing >= 0
                    and other.sentence == tag.sentence and moved.names(tag) & moved.names(other)):  # fmt: skip
                right = other.typed(content=other.inner.replace("if", "elif", 1))
                self.log.tell(inner.opening, f"tag ini membuka {{% if %}} baru di dalam {tag.typed()}; untuk syarat"
                              " berikutnya pakai {% elif … %}", right)  # fmt: skip
                return True
        return False

    def unclosed(self, block: TagBlock) -> None:
        tag = self.tags[block.opening]
        end = f"end{block.keyword}"
        self.log.tell(
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
            at = next(at for at, fault in enumerate(self.log.found) if self.log.is_at(fault, first))
            rule = (f"tag ini menutup {opener} sebelum {{% {tag.keyword} %}} di bawahnya; yang dibuka terakhir ditutup"
                    " dahulu")  # fmt: skip
            proposal = () if parted else self.log.found[at].proposals
            self.log.found[at] = replace(self.log.found[at], details=(("pesan", rule),), proposals=proposal)
            self.log.told.add(number)
            return
        outer = still_open[target - 1] if target else None
        if outer is not None and tag.keyword == f"end{outer.keyword}":
            self.crossed[outer.opening] = (number, end)
        self.log.tell(
            number, f"tag {{% {tag.keyword} %}} menutup {opener}, semestinya {{% {end} %}}", tag.typed(content=end)
        )


def _opens(tag: Tag) -> bool:
    return tag.opener == "{%" and tag.keyword in _OPENING and not (tag.keyword == "set" and "=" in tag.inner)
