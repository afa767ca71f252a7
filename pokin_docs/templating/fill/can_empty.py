"""Whether filling a part can take away what Word demands, told from its source alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_STRUCTURE = re.compile(
    r"<(?P<closing>/?)w:(?P<element>p|tc|tr|tbl|hdr|ftr|txbxContent)(?=[ />])[^>]*?(?P<empty>/?)>"
    r"|\{%[-+]?\s*(?P<keyword>\w+)"
)
_DEMANDED = {"tbl": "tr", "tr": "tc", "tc": "p", "hdr": "p", "ftr": "p", "txbxContent": "p"}
_Branch = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Open:
    """An element that demands content, and the branches of the template in which it surely has some."""

    name: str
    branches: _Branch
    filled: set[_Branch] = field(default_factory=set)


@dataclass(slots=True)
class _Reading:
    """Where in a source the reading is: the branches of loops and conditions, and the open elements."""

    branches: _Branch = ()
    complete: list[bool] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)

    def command(self, number: int, word: str) -> bool:
        """Take a tag of the template; False when it does more than choose or repeat."""
        if word in ("if", "for"):
            self.branches, self.complete = (*self.branches, (number, 0)), [*self.complete, False]
        elif word in ("else", "elif") and self.branches:
            block, branch = self.branches[-1]
            self.branches, self.complete[-1] = (*self.branches[:-1], (block, branch + 1)), word == "else"
        elif word in ("endif", "endfor") and self.branches:
            (block, last), self.branches = self.branches[-1], self.branches[:-1]
            everywhere = {(*self.branches, (block, branch)) for branch in range(last + 1)}
            if self.complete.pop() and self.opened and everywhere <= self.opened[-1].filled:
                self.opened[-1].filled.add(self.branches)
        else:
            return word == "set"
        return True

    def start(self, name: str) -> None:
        """Take the start of an element."""
        if self.opened and _DEMANDED[self.opened[-1].name] == name:
            self.opened[-1].filled.add(self.branches)
        elif self.opened and name == "tbl":
            self.opened[-1].filled.clear()  # a cell has to end with a paragraph
        if name != "p":
            self.opened.append(_Open(name, self.branches))

    def end(self, name: str) -> bool:
        """Take the end of an element; False when it may have stayed without what it demands."""
        if name == "p":
            return True
        element = self.opened.pop() if self.opened else _Open("", ())
        return element.name == name and element.branches in element.filled


def can_empty(source: str) -> bool:
    """Whether filling can take away what Word demands: all rows of a table, the last paragraph of a cell.

    Sure only when False: every such element then has content outside all loops and conditions that stand in it, or
    in each branch of one of them.
    """
    reading = _Reading()
    for number, match in enumerate(_STRUCTURE.finditer(source)):
        name = match["element"]
        if match["keyword"]:
            fine = reading.command(number, match["keyword"])
        elif match["closing"]:
            fine = reading.end(name)
        else:
            reading.start(name)
            fine = not match["empty"] or reading.end(name)
        if not fine:
            return True
    return bool(reading.opened)
