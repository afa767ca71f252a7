"""The tables of a template: which lists of its kind each prints, and in which columns: the place of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pokin_docs.consistency.paper import PrintedTable, template_pieces
from pokin_docs.consistency.printed_words import plain
from pokin_docs.consistency.statements import ABOUT, NAMES, FactLeaf, groups, is_of_texts
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.kind import DocumentKind

_TAG = re.compile(r"\{%-?\s*(?:(?:tr|tc|p|r)\s+)?(.*?)\s*-?%\}|\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_NAME = re.compile(r"(?<![\w.\"'])[a-z_]\w*(?:\[[^\]]*\])?(?:\.\w+(?:\[[^\]]*\])?)*")
_INDEX = re.compile(r"\[[^\]]*\]")
_LOOP = re.compile(r"for\s+(\w+)\s+in\s+([\w.]+)(.*)", re.DOTALL)
_ALIAS = re.compile(r"set\s+(\w+)\s*=\s*([\w.\[\]]+)")
_FEWEST = 2
"""Titles in words by which a table is known."""


class PrintedList(NamedTuple):
    """A list that a table prints: how many cells its rows have, and its fields with their cells.

    ``every`` tells that each row of the list is there; else a condition around the table may leave out some. Without a
    ``group`` it is what the document says as a whole: a sum below its parts.
    """

    group: str
    every: bool
    width: int
    columns: tuple[tuple[str, int], ...]


class TemplateTable(NamedTuple):
    """A table of a template: a row of its titles (``*`` for what is filled in), and its lists.

    ``partly`` are lists whose rows stand there only under a condition, or whose sentence stands elsewhere.
    """

    titles: tuple[str, ...]
    rows: tuple[PrintedList, ...]
    partly: tuple[PrintedList, ...] = ()


@dataclass
class _Frame:
    """A loop or condition that is open, and the table and cell it was opened in; per branch the lists named there.

    ``said`` is a condition, ``under`` the fields printed below it alone.
    """

    table: int
    is_loop: bool
    variable: str = ""
    path: str = ""
    is_filtered: bool = False
    cell: int = 0
    said: str = ""
    under: list[tuple[tuple[int, str], tuple[int, str]]] = field(default_factory=list)
    branches: list[set[str]] = field(default_factory=lambda: [set()])


class _TagReader:
    """What the tags of a template say, in their order."""

    def __init__(self, known: Mapping[str, Sequence[FactLeaf]]) -> None:
        self._naming = {group: _naming(leaves) for group, leaves in known.items() if group}
        self._whole = frozenset(".".join(leaf.path) for leaf in known.get("", ()) if leaf.kind is FactKind.MONEY)
        self._frames: list[_Frame] = []
        self._aliases: dict[str, str] = {}
        self.columns: dict[tuple[int, str], dict[tuple[int, str], int]] = defaultdict(dict)
        self.widths: dict[tuple[int, str], int] = {}
        self.named: set[tuple[int, str]] = set()
        self.partly: set[tuple[int, str]] = set()
        self.cell = 0

    def statement(self, said: str, table: int) -> None:
        """Take a tag that opens or closes something."""
        if loop := _LOOP.match(said):
            path = f"{self._path(loop[2]).removesuffix('[]')}[]"
            self._frames.append(_Frame(table, True, loop[1], path, is_filtered=" if " in loop[3]))
        elif alias := _ALIAS.match(said):
            self._aliases[alias[1]] = self._path(alias[2])
        elif said.startswith("if "):
            self._frames.append(_Frame(table, False, cell=self.cell, said=said))
        elif said.startswith("el") and self._frames:
            self._frames[-1].branches.append(set())
        elif said.startswith(("endfor", "endif")) and self._frames:
            frame = self._frames.pop()
            if len(frame.branches) == 1 and frame.cell == self.cell:
                for rows, leaf in frame.under:  # blank wherever the template's own condition says so
                    self.columns[rows].pop(leaf, None)
            if not frame.is_loop and len(frame.branches) > 1:
                for group in set.intersection(*frame.branches):
                    self._add(group, frame.table)

    def value(self, said: str, table: int, column: int, width: int) -> None:
        """Take a tag that prints something in a cell of a table."""
        for name in _NAME.finditer(said):
            path = self._path(name[0])
            group = max((one for one in self._naming if path.startswith(f"{one}.")), key=len, default="")
            if group:
                leaf = _INDEX.sub("", path[len(group) + 1 :])
                if (width, leaf) not in self.columns[table, group] and leaf not in self._naming[group]:
                    for frame in self._frames:
                        if frame.said and frame.said != f"if {name[0]}":
                            frame.under.append(((table, group), (width, leaf)))
                self.columns[table, group].setdefault((width, leaf), column)
                if _INDEX.search(path[len(group) + 1 :]):
                    self.columns[table, group].setdefault((width, name[0].rpartition(".")[2]), column)
                if leaf in self._naming[group]:
                    self.widths.setdefault((table, group), width)
                    self._name(group, table)
            elif path.removesuffix("[]") in self._whole:
                self.columns[table, ""][width, name[0] if path.endswith("[]") else path] = column
                if not any(one.table == table for one in self._frames):
                    self.widths[table, ""] = width
                    self.named.add((table, ""))

    def _path(self, name: str) -> str:
        first, _, rest = _INDEX.sub("[]", name).partition(".")
        bare = first.removesuffix("[]")
        loops = (one.path for one in reversed(self._frames) if one.is_loop and one.variable == bare)
        whole = next(loops, self._aliases.get(bare, first))
        return f"{whole}.{rest}" if rest else whole

    def _name(self, group: str, table: int) -> None:
        """Take a row of a list into account, where the table goes through the list."""
        own = any(one.table == table and one.path == group for one in self._frames)  # else a table for each row of it
        if table and own and not any(one.is_filtered for one in self._frames):
            loops = [at for at, one in enumerate(self._frames) if one.is_loop]
            if any(not one.is_loop and one.table != table for one in self._frames[loops[0] :]):
                self.partly.add((table, group))
            self._add(group, table)

    def _add(self, group: str, table: int) -> None:
        """Take a list as printed for good, or in the branch of a condition around its rows in their table."""
        inner = next((one for one in reversed(self._frames) if not one.is_loop and one.table == table), None)
        if inner is not None:
            inner.branches[-1].add(group)
        else:
            self.named.add((table, group))


def template_tables(kind: DocumentKind, file: str, data: bytes) -> tuple[TemplateTable, ...]:
    """The tables of a template that print lists with facts of its kind, and have titles that no other one has.

    Args:
        kind: The kind it is for.
        file: Its name, for its form.
        data: All its bytes.
    """
    found = _TagReader({".".join(path): leaves for path, leaves in groups(kind.content, kind.facts).items()})
    tables: dict[int, PrintedTable] = {}
    for table, cells in template_pieces(file, data):
        tables[table.number] = table
        for column, cell in enumerate(cells):
            found.cell += 1
            for tag in _TAG.finditer(cell):
                if tag[1] is not None:
                    found.statement(tag[1], table.number)
                else:
                    found.value(tag[2], table.number, column, len(cells))
    by_titles: dict[tuple[str, ...], dict[str, PrintedList]] = defaultdict(dict)
    partly: dict[tuple[str, ...], list[PrintedList]] = defaultdict(list)
    for number, table in tables.items():
        titles = _titles(table)
        for rows in _rows(number, found):
            by_titles[titles].setdefault(rows.group, rows)
        partly[titles] += _partly(number, found)
    return tuple(
        TemplateTable(titles, tuple(by_titles[titles].values()), tuple(rows)) for titles, rows in partly.items()
        if titles and (rows or by_titles[titles])
    )  # fmt: skip


def _rows(number: int, found: _TagReader) -> Iterator[PrintedList]:
    for table, group in sorted(found.named):
        if table == number:
            width = found.widths[table, group]
            columns = ((leaf, at) for (cells, leaf), at in found.columns[table, group].items() if cells == width)
            yield PrintedList(group, (table, group) not in found.partly, width, tuple(sorted(columns)))


def _partly(number: int, found: _TagReader) -> Iterator[PrintedList]:
    for (table, group), columns in sorted(found.columns.items()):
        if table == number and (table, group) not in found.named:
            for width in sorted({cells for cells, _ in columns}):
                of_row = ((leaf, at) for (cells, leaf), at in columns.items() if cells == width)
                yield PrintedList(group, False, width, tuple(sorted(of_row)))


def _naming(leaves: Sequence[FactLeaf]) -> frozenset[str]:
    """The fields by which a row of a list is known."""
    found = (".".join(leaf.path) for leaf in (leaves[:1] if is_of_texts(leaves) else leaves)
             if leaf.kind in ABOUT or is_of_texts(leaves))  # fmt: skip
    return frozenset(_INDEX.sub("", path) for path in found) or frozenset(NAMES)


def _titles(table: PrintedTable) -> tuple[str, ...]:
    """The last row above the first loop over rows that has titles in words; empty where none has."""
    found: tuple[str, ...] = ()
    for row in table.rows if table.number else ():
        if any("{%tr" in cell for cell in row.cells):
            break
        cells = tuple("*" if "{%" in cell else plain(_TAG.sub("*", cell)) for cell in row.cells)
        if sum(any(sign.isalpha() for sign in cell) for cell in cells) >= _FEWEST:
            found = cells
    return found


def is_titled(titles: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row of a paper is that of the titles of a template."""
    return len(titles) == len(cells) and all(map(_is_filled, titles, map(plain, cells)))


def _is_filled(title: str, said: str) -> bool:
    return title == said or (
        "*" in title and re.fullmatch(".*".join(map(re.escape, re.split(r"\*+", title))), said) is not None
    )
