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
class PairingStep:
    """What a closing or parting tag does: it closes the open block number ``target`` (from 0), those above stay open.

    With -1 it closes none.
    """

    cost: int
    order: int
    target: int
    wrong: bool = False


@dataclass(slots=True)
class Search:
    """The tags of a part, which of them belong together by their places, and which open a block."""

    tags: Sequence[Tag]
    compatible: Callable[[int, int], bool]
    opens: Callable[[Tag], bool]
    doubts: int = 0

    def best(self, number: int, entries: Sequence[tuple[str, int]]) -> PairingStep:
        """What a tag does: the plain thing, or what leaves the fewest faults in all.

        Args:
            number: Number of the tag in the part, from 0.
            entries: The open blocks, the outermost first: word, and number of the tag that opens it.
        """
        steps = self.steps(number, entries)
        if len(steps) == 1 or steps[0].cost == 0 or self.doubts >= _MAX_DOUBTS:
            return steps[0]
        self.doubts += 1
        costs = []
        for step in steps:
            cost = step.cost + self.rest(number, list(entries), step)
            costs.append((cost, step.order, step))
        return min(costs, key=lambda entry: entry[:2])[2]

    def steps(self, number: int, entries: Sequence[tuple[str, int]]) -> list[PairingStep]:
        """The things a closing tag may do, the likeliest first; only one where it is plain."""
        tag = self.tags[number]
        wanted = ("if", "for") if tag.keyword == "else" else ("if",) if tag.keyword == "elif" else (tag.keyword[3:],)
        steps = []
        for depth, index in enumerate(reversed(range(len(entries)))):
            words, opener = entries[index]
            fits, named = self.compatible(opener, number), words in wanted
            if fits and named:
                steps.append(PairingStep(depth, 0, index))
                break
            if depth == 0 and named:
                # A tag of another prefix was hardly meant to end this block where one of its own kind is open.
                own = any(self.tags[other].prefix == tag.prefix and kind in wanted for kind, other in entries)
                steps.append(PairingStep(1, 2 if own <= (self.tags[opener].prefix == tag.prefix) else 4, index))
            elif depth == 0 and fits and tag.keyword not in MIDDLE:
                steps.append(PairingStep(1, 1, index, wrong=True))
        if steps and steps[-1].cost == 0:
            return steps
        return [*steps, PairingStep(1, 3, -1)]

    def rest(self, number: int, entries: list[tuple[str, int]], first: PairingStep) -> int:
        """How many faults follow when a tag does this and every later one the likeliest thing.

        Args:
            number: Number of the tag in the part, from 0.
            entries: The open blocks, the outermost first: word, and number of the tag that opens it. Is changed.
            first: What the tag does.
        """
        cost = 0
        for later in range(number, len(self.tags)):
            tag = self.tags[later]
            if later > number and self.opens(tag):
                entries.append((tag.keyword, later))
            if later > number and not (tag.keyword in MIDDLE or tag.keyword.startswith("end")):
                continue
            if later == number:
                step = first
            else:
                steps = self.steps(later, entries)
                step = min(steps, key=lambda entry: (entry.cost, entry.order))
                cost += step.cost
            if step.target >= 0:
                del entries[step.target + (tag.keyword in MIDDLE) :]
        return cost + len(entries)
