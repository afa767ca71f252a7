"""What a closing or parting tag does where tags do not pair: the reading that leaves the fewest faults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pokin_docs.templating.faults import Tag

MIDDLE = frozenset(("else", "elif"))
"""Tags that part a block in two."""
# Each doubt looks at all tags that follow; a template of hands has a handful.
_MAX_DOUBTS = 60


@dataclass(frozen=True, slots=True)
class Langkah:
    """What a closing or parting tag does: it closes ``blok`` of the open ones, of which those above stay open."""

    harga: int
    urutan: int
    sasaran: int
    salah: bool = False


@dataclass(slots=True)
class Search:
    """The tags of a part, which of them belong together by their places, and which open a block."""

    tags: Sequence[Tag]
    compatible: Callable[[int, int], bool]
    opens: Callable[[Tag], bool]
    doubts: int = 0

    def best(self, number: int, entries: Sequence[tuple[str, int]]) -> Langkah:
        """What a tag does: the plain thing, or what leaves the fewest faults in all.

        Args:
            number: Its number.
            entries: The open blocks, as their words and the numbers of the tags that open them.
        """
        steps = self.steps(number, entries)
        if len(steps) == 1 or steps[0].harga == 0 or self.doubts >= _MAX_DOUBTS:
            return steps[0]
        self.doubts += 1
        costs = []
        for step in steps:
            cost = step.harga + self.rest(number, list(entries), step)
            costs.append((cost, step.urutan, step))
        return min(costs, key=lambda entry: entry[:2])[2]

    def steps(self, number: int, entries: Sequence[tuple[str, int]]) -> list[Langkah]:
        """The things a closing tag may do, the likeliest first; only one where it is plain."""
        tag = self.tags[number]
        wanted = ("if", "for") if tag.kata == "else" else ("if",) if tag.kata == "elif" else (tag.kata[3:],)
        steps = []
        for depth, index in enumerate(reversed(range(len(entries)))):
            kata, opener = entries[index]
            fits, named = self.compatible(opener, number), kata in wanted
            if fits and named:
                steps.append(Langkah(depth, 0, index))
                break
            if depth == 0 and named:
                # A tag of another prefix was hardly meant to end this block where one of its own kind is open.
                own = any(self.tags[other].awalan == tag.awalan and kind in wanted for kind, other in entries)
                steps.append(Langkah(1, 2 if own <= (self.tags[opener].awalan == tag.awalan) else 4, index))
            elif depth == 0 and fits and tag.kata not in MIDDLE:
                steps.append(Langkah(1, 1, index, salah=True))
        if steps and steps[-1].harga == 0:
            return steps
        return [*steps, Langkah(1, 3, -1)]

    def rest(self, number: int, entries: list[tuple[str, int]], first: Langkah) -> int:
        """How many faults follow when a tag does this and every later one the likeliest thing."""
        cost = 0
        for later in range(number, len(self.tags)):
            tag = self.tags[later]
            if later > number and self.opens(tag):
                entries.append((tag.kata, later))
            if later > number and not (tag.kata in MIDDLE or tag.kata.startswith("end")):
                continue
            if later == number:
                step = first
            else:
                steps = self.steps(later, entries)
                step = min(steps, key=lambda entry: (entry.harga, entry.urutan))
                cost += step.harga
            if step.sasaran >= 0:
                del entries[step.sasaran + (tag.kata in MIDDLE) :]
        return cost + len(entries)
