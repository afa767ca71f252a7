"""The faults of the tags of a part, at most one for each tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pokin_docs.templating.faults import Tag, TagFault


@dataclass(slots=True)
class Telling:
    """What was found, and the tags of which nothing more is said."""

    tags: Sequence[Tag]
    found: list[TagFault] = field(default_factory=list)
    told: set[int] = field(default_factory=set)

    def tell(self, number: int, message: str, proposal: str = "") -> None:
        """Add a fault of a tag (T03), unless something was said of that tag already.

        Args:
            number: Number of the tag in the part, from 0.
            message: What is wrong, in Indonesian.
            proposal: The tag to write in its place; empty for none.
        """
        if number in self.told:
            return
        self.told.add(number)
        tag = self.tags[number]
        self.found.append(
            TagFault("T03", tag.sentence, tag.start, tag.end, (("pesan", message),), (proposal,) if proposal else ())
        )

    def is_at(self, fault: TagFault, number: int) -> bool:
        """Whether a fault is one of the tag of that number, from 0."""
        tag = self.tags[number]
        return (fault.sentence, fault.start) == (tag.sentence, tag.start)
