"""What a template can cost at most, read from it before it is used (promise 4).

Most templates are bounded by how they are made: their loops run over lists of the document, and nothing grows on the
way. Those are filled right here; any other goes to a process that can be killed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import nodes

from pokin_docs.templating.fill.content_size import ContentSize

MAX_COST = 100_000_000
"""Characters that a document may come to without a process of its own: a bound far above what is printed in truth."""
_PER_FIELD = 200
"""Characters that print in the time one placeholder takes."""
_SWITCH_COST = 100_000
"""What ``replace`` may add to a text (language.py)."""

# Tags a clerk writes are short and few; patterns that look for them are linear then, whatever they are.
_MAX_XML = 2_000_000
_MAX_ELEMENTS = 60_000
_MAX_TAGS = 3_000
_MAX_LENGTH = 1_000
_SIGN = re.compile(rb"\{\{|\{%|\{#|\}\}|%\}|#\}")
_MARKUP = re.compile(rb"<[^<>]*>")
_CLOSER = {b"{{": b"}}", b"{%": b"%}", b"{#": b"#}"}
_BRACE = re.compile(rb"\{(?=<)")

_PLAIN = (
    nodes.Name, nodes.Const, nodes.TemplateData, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos, nodes.Test, nodes.CondExpr, nodes.Concat,
    nodes.Add, nodes.Sub, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair,
    nodes.Keyword, nodes.Output, nodes.Filter, nodes.If,
)  # fmt: skip
_GROWING = (nodes.Concat, nodes.List, nodes.Tuple, nodes.Dict)
_METHODS = frozenset(("upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "startswith", "endswith"))
_OF_LOOP = frozenset(("cycle", "changed"))
_MAX_REPEATS = 1_000


def is_tame(file: bytes) -> bool:
    """Whether a template can be opened, checked and compiled in a time that follows from its size.

    A file that is no template at all is tame: it is refused at once.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            parts = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
            if sum(info.file_size for info in parts) > _MAX_XML:
                return False
            return all(_is_plain(archive.read(info)) for info in parts)
    except Exception:  # noqa: BLE001  # whatever is wrong with it is told by the reader of templates
        return True


known_tame = lru_cache(64)(is_tame)
"""The same, asked once for the same bytes."""


def _is_plain(data: bytes) -> bool:
    """Whether all tags of a part are whole, short and few."""
    if data.count(b"<") > _MAX_ELEMENTS or len(_BRACE.findall(data)) > _MAX_TAGS:
        return False
    text = _MARKUP.sub(b"", data)
    signs = list(_SIGN.finditer(text))
    if len(signs) > 2 * _MAX_TAGS or len(signs) % 2:
        return False
    return all(
        _CLOSER.get(opener.group()) == closer.group() and closer.start() - opener.end() <= _MAX_LENGTH
        for opener, closer in zip(signs[::2], signs[1::2], strict=True)
    )


@dataclass(frozen=True, slots=True)
class LoopSpan:
    """A stretch of a template printed once for each combination of items of some lists.

    ``lists`` are the paths of these lists; what the items hold in turn counts with them. ``unchanged`` are the
    characters and ``values`` the values that are printed each time; ``repeats`` counts repeats that no list decides.
    """

    lists: tuple[tuple[str, ...], ...]
    unchanged: int
    values: int
    whole: int
    repeats: int


@dataclass(frozen=True, slots=True)
class LoopChoice:
    """Stretches of which a document prints one: the branches of a condition that no loop is around."""

    branches: tuple[tuple[LoopSpan | LoopChoice, ...], ...]


class _Unbounded(Exception):
    """The template may do what its making does not bound."""


@dataclass(frozen=True, slots=True)
class _ValueOrigin:
    """Where a value comes from: a path from the root, or an item of the loop over ``parent``."""

    path: tuple[str, ...]
    parent: int = 0


@dataclass(slots=True)
class _Walk:
    found: list[LoopSpan | LoopChoice] = field(default_factory=list)
    loops: int = 0

    def block(self, body: Iterable[nodes.Node], names: dict[str, _ValueOrigin], around: _LoopSurroundings) -> None:
        fixed = values = whole = 0
        for node in body:
            if isinstance(node, nodes.For):
                self.loop(node, names, around)
                continue
            if isinstance(node, nodes.If):
                self.choice(node, names, around)
                continue
            if isinstance(node, nodes.Assign):
                self.assign(node, names)
                continue
            if not isinstance(node, nodes.Output):
                raise _Unbounded
            self.expression(node)
            for leaf in _leaves(node):
                if isinstance(leaf, nodes.TemplateData):
                    fixed += len(leaf.data)
                elif isinstance(leaf, nodes.Filter):
                    whole += leaf.name in ("join", "list", "string", "groupby", "map")
                    fixed += _SWITCH_COST * (leaf.name == "replace")
                else:
                    values += 1
        if fixed or values or whole:
            self.found.append(LoopSpan(around.lists, fixed, values, whole, around.repeats))

    def choice(self, node: nodes.If, names: dict[str, _ValueOrigin], around: _LoopSurroundings) -> None:
        """A condition; within a loop its branches add up, as the items may take different ones."""
        self.expression(node.test)
        before, branches = self.found, []
        for part in (node.body, node.elif_, node.else_):
            self.found = []
            self.block(part, names, around)
            branches.append(tuple(self.found))
        self.found = before
        if around.lists or around.repeats > 1:
            self.found += [one for branch in branches for one in branch]
        elif any(branches):
            self.found.append(LoopChoice(tuple(branches)))

    def loop(self, node: nodes.For, names: dict[str, _ValueOrigin], around: _LoopSurroundings) -> None:
        if node.recursive:
            raise _Unbounded
        if node.test is not None:
            self.expression(node.test)
        self.expression(node.iter)
        self.loops += 1
        inner = dict(names)
        for name in node.target.find_all(nodes.Name) if not isinstance(node.target, nodes.Name) else (node.target,):
            inner[name.name] = _ValueOrigin((), self.loops)
        times = _constant_range(node.iter)
        if times is not None:
            self.block(node.body, inner, _LoopSurroundings(around.lists, around.taken_apart, around.repeats * times))
        else:
            origin = _origin(node.iter, names)
            lists, used = around.lists, around.taken_apart
            if origin.parent and origin.parent not in used:
                used |= {origin.parent}  # items of items: counted with the list they hang from
            else:
                lists = (*lists, origin.path)
            self.block(node.body, inner, _LoopSurroundings(lists, used, around.repeats))
        self.block(node.else_, names, around)

    def assign(self, node: nodes.Assign, names: dict[str, _ValueOrigin]) -> None:
        """A name may be set to a value, never to one longer than what it is made of."""
        for part in (node.node, *node.node.find_all(nodes.Expr)):
            counts = isinstance(part, nodes.Add) and any(
                isinstance(side, nodes.Const) and isinstance(side.value, int) for side in (part.left, part.right)
            )
            if isinstance(part, _GROWING) or (isinstance(part, nodes.Add) and not counts):
                raise _Unbounded
            if isinstance(part, nodes.Filter) and part.name in ("join", "replace", "map", "groupby"):
                raise _Unbounded
        if isinstance(node.node, nodes.Call) and isinstance(node.node.node, nodes.Name):
            if node.node.node.name != "namespace":
                raise _Unbounded
        else:
            self.expression(node.node)
        if isinstance(node.target, nodes.Name):
            try:
                names[node.target.name] = _origin(node.node, names)
            except _Unbounded:
                names[node.target.name] = _ValueOrigin((node.target.name, ""))

    def expression(self, node: nodes.Node) -> None:
        for part in (node, *node.find_all(nodes.Node)):
            if isinstance(part, nodes.Call):
                self.call(part)
            elif not isinstance(part, _PLAIN):
                raise _Unbounded

    def call(self, node: nodes.Call) -> None:
        if isinstance(node.node, nodes.Getattr):
            loop = isinstance(node.node.node, nodes.Name) and node.node.node.name == "loop"
            if node.node.attr in (_OF_LOOP if loop else _METHODS):
                return
        if _constant_range(node) is None:
            raise _Unbounded


@dataclass(frozen=True, slots=True)
class _LoopSurroundings:
    """The loops around a place: the lists they run over, the loops whose items are taken apart already, the repeats."""

    lists: tuple[tuple[str, ...], ...] = ()
    taken_apart: frozenset[int] = frozenset()
    repeats: int = 1


def _leaves(node: nodes.Output) -> Iterator[nodes.Node]:
    yield from node.find_all((nodes.TemplateData, nodes.Name, nodes.Const, nodes.Filter))


def _constant_range(node: nodes.Node) -> int | None:
    """How often ``range(3)`` repeats; None for anything else."""
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "range"):
        return None
    given = [part.value for part in node.args if isinstance(part, nodes.Const) and isinstance(part.value, int)]
    if len(given) != len(node.args) or not given or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return None
    try:
        times = len(range(*given))
    except (TypeError, ValueError, OverflowError):
        return None
    return times if times <= _MAX_REPEATS else None


def _origin(node: nodes.Node, names: Mapping[str, _ValueOrigin]) -> _ValueOrigin:
    """The list that an expression goes over."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, _ValueOrigin((node.name,)))
    if isinstance(node, nodes.Getattr):
        owner = _origin(node.node, names)
        return owner if owner.parent else _ValueOrigin((*owner.path, node.attr))
    if isinstance(node, nodes.Getitem):
        return _origin(node.node, names)
    if isinstance(node, nodes.Filter) and node.node is not None and node.name not in ("join", "string", "replace"):
        return _origin(node.node, names)
    raise _Unbounded


def measure(tree: nodes.Template) -> tuple[LoopSpan | LoopChoice, ...] | None:
    """What a part of a template prints, by the loops around it; None when its making gives no bound."""
    walk = _Walk()
    try:
        walk.block(tree.body, {}, _LoopSurroundings())
    except (_Unbounded, RecursionError):
        return None
    return tuple(walk.found)


def cost(loop_span: Iterable[LoopSpan | LoopChoice], size: ContentSize) -> int:
    """Characters that a document of this size comes to at most."""
    total = 0
    for one in loop_span:
        if isinstance(one, LoopChoice):
            total += max(cost(branch, size) for branch in one.branches)
            continue
        times = one.repeats
        for path in one.lists:
            times *= max(1, size.item_counts.get(path, size.item_counts[()]))
        each = one.unchanged + one.values * (size.longest + _PER_FIELD) + one.whole * (size.whole + _PER_FIELD)
        total += times * each
    return total
