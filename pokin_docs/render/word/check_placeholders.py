"""Names in a template compared with the fields that its documents have, before anything is filled.

StrictUndefined would raise at the first wrong name of the first document, without a place.
"""

from __future__ import annotations

import typing
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, is_dataclass

from jinja2 import nodes

from pokin_docs.model.documents import Tanda
from pokin_docs.model.teks import fold, nearest

LOOP = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "depth", "depth0",
                  "previtem", "nextitem", "changed"))  # fmt: skip
_KEEPS_LIST = frozenset(("sort", "unique", "reverse", "list", "select", "reject", "selectattr", "rejectattr"))
_FORBIDDEN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.ScopedEvalContextModifier,
              nodes.EvalContextModifier, nodes.Pow)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list in the template's world, with what its items are."""

    item: object


TEKS = "teks"
BEBAS = "bebas"
"""Not known: anything may follow."""

Scope = dict[str, object]


@dataclass(frozen=True, slots=True)
class Cacat:
    """A fault at a line: T03 with ``pesan``, T04 with ``nama`` and ``usul``, or T05 with ``nama``."""

    kode: str
    baris: int
    nama: str = ""
    usul: str = ""
    pesan: str = ""


def check(tree: nodes.Template, isi: type, *, penyaring: Collection[str], metode: Collection[str],
          bebas: Collection[str] = ()) -> list[Cacat]:  # fmt: skip
    """All names of a part that its documents do not have, and all it may not do.

    Args:
        tree: The part as Jinja parsed it.
        isi: The dataclass whose fields are the placeholders.
        penyaring: Filters that exist.
        metode: Methods of a text that may be called.
        bebas: Further names that exist, of no known type.
    """
    checker = _Checker(isi, frozenset(penyaring), frozenset(metode))
    scope: Scope = dict.fromkeys(bebas, BEBAS) | _fields(isi)
    checker.block(tree.body, scope)
    return list(dict.fromkeys(checker.found))


def _fields(record: type) -> Scope:
    return {name: _kind(hint) for name, hint in typing.get_type_hints(record).items()}


def _kind(hint: object) -> object:
    if typing.get_origin(hint) is tuple:
        return Daftar(_kind(typing.get_args(hint)[0]))
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Tanda:
        return hint
    return TEKS


def _paths(scope: Scope, prefix: str = "") -> Iterator[str]:
    """Every name that can be printed from here, dotted; what stands in lists needs a loop first."""
    for name, kind in scope.items():
        yield prefix + name
        if isinstance(kind, type):
            yield from _paths(_fields(kind), f"{prefix}{name}.")


def spell(node: nodes.Node) -> str:
    """A chain of names as it was typed."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{spell(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        inner = node.arg.value if isinstance(node.arg, nodes.Const) else "…"
        return f"{spell(node.node)}[{inner}]"
    return "(…)"


@dataclass(slots=True)
class _Checker:
    root: type
    filters: frozenset[str]
    methods: frozenset[str]
    found: list[Cacat] = field(default_factory=list)

    def block(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: Scope) -> None:
        """Check a statement; names it sets are known to what follows in its scope."""
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                self.printed(part, scope)
        elif isinstance(node, nodes.For):
            self.loop(node, scope)
        elif isinstance(node, nodes.If):
            self.infer(node.test, scope)
            for body in (node.body, node.elif_, node.else_):
                self.block(list(body), scope)
        elif isinstance(node, nodes.Assign):
            self.bind(node.target, self.infer(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self.block(node.body, dict(scope))
            self.bind(node.target, BEBAS, scope)
        elif isinstance(node, nodes.Macro):
            scope[node.name] = BEBAS
            names = [argument.name for argument in node.args]
            self.block(node.body, scope | dict.fromkeys((*names, "varargs", "kwargs", "caller"), BEBAS))
        elif isinstance(node, nodes.With):
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                self.bind(target, self.infer(value, scope), inner)
            self.block(node.body, inner)
        else:
            self.other(node, scope)

    def loop(self, node: nodes.For, scope: Scope) -> None:
        kind = self.infer(node.iter, scope)
        if kind is TEKS or isinstance(kind, type):
            self.fault("T03", node, pesan=f"{spell(node.iter)} bukan daftar, tidak dapat diulang dengan for")
            kind = BEBAS
        inner = scope | {"loop": LOOP}
        self.bind(node.target, kind.item if isinstance(kind, Daftar) else BEBAS, inner)
        if node.test is not None:
            self.infer(node.test, inner)
        self.block(node.body, inner)
        self.block(node.else_, dict(scope))

    def bind(self, target: nodes.Node, kind: object, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            for item in target.items:
                self.bind(item, BEBAS, scope)

    def other(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, _FORBIDDEN):
            self.fault("T05", node, nama=type(node).__name__.lower())
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.infer(child, scope)
            else:
                self.statement(child, scope)

    def printed(self, node: nodes.Node, scope: Scope) -> None:
        kind = BEBAS if isinstance(node, nodes.TemplateData) else self.infer(node, scope)
        if isinstance(kind, Daftar):
            self.fault("T03", node, pesan=f"{spell(node)} adalah daftar; cetak isinya dengan for")
        elif isinstance(kind, type):
            self.fault("T03", node, pesan=f"{spell(node)} bukan teks; sebut isinya, misalnya "
                       f"{spell(node)}.{next(iter(_fields(kind)))}")  # fmt: skip

    def infer(self, node: nodes.Node, scope: Scope) -> object:
        """What an expression is, checking all names in it."""
        if isinstance(node, nodes.Name):
            return self.name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self.member(node, node.node, node.attr, scope)
        if isinstance(node, nodes.Getitem):
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return self.member(node, node.node, node.arg.value, scope)
            kind = self.infer(node.node, scope)
            self.infer(node.arg, scope)
            return kind.item if isinstance(kind, Daftar) and not isinstance(node.arg, nodes.Slice) else kind
        if isinstance(node, nodes.Filter):
            return self.filter(node, scope)
        if isinstance(node, (nodes.CondExpr, nodes.And, nodes.Or)):
            kinds = [self.infer(child, scope) for child in node.iter_child_nodes()]
            return kinds[-1] if kinds[-1] == kinds[-2] else BEBAS
        self.other(node, scope)
        return BEBAS

    def name(self, node: nodes.Name, scope: Scope) -> object:
        if node.name in scope:
            return scope[node.name]
        paths = list(_paths(scope))
        inner = [path for path in paths if fold(path.rpartition(".")[2]) == fold(node.name)]
        proposal = nearest(node.name, scope) or (inner[0] if inner else "")
        self.fault("T04", node, nama=node.name, usul=proposal)
        return BEBAS

    def member(self, node: nodes.Node, owner: nodes.Node, name: str, scope: Scope) -> object:
        kind = self.infer(owner, scope)
        if name.startswith("_"):
            self.fault("T05", node, nama=spell(node))
            return BEBAS
        known: Collection[str]
        if isinstance(kind, type):
            known = _fields(kind)
            if name in known:
                return known[name]
        elif kind is LOOP:
            known = LOOP
        elif isinstance(kind, Daftar):
            known = ()
        else:
            known = self.methods
        if kind is not BEBAS and name not in known:
            usul = nearest(name, known) if kind is not TEKS else None
            self.fault("T04", node, nama=spell(node), usul=f"{spell(owner)}.{usul}" if usul else "")
        return BEBAS

    def filter(self, node: nodes.Filter, scope: Scope) -> object:
        kind = self.infer(node.node, scope) if node.node is not None else BEBAS
        for child in (*node.args, *(pair.value for pair in node.kwargs)):
            self.infer(child, scope)
        if node.name not in self.filters:
            self.fault("T03", node, pesan=f"penyaring {node.name} tidak dikenal")
        if not isinstance(kind, Daftar):
            return TEKS if kind is TEKS and node.name in ("upper", "lower", "title", "trim", "capitalize") else BEBAS
        self.attribute(node, kind)
        if node.name in _KEEPS_LIST:
            return kind
        return kind.item if node.name in ("first", "last") else BEBAS

    def attribute(self, node: nodes.Filter, kind: Daftar) -> None:
        """Check a field that a filter takes by its name, such as ``map(attribute='target')``."""
        given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        if node.name in ("selectattr", "rejectattr", "groupby"):
            given += node.args[:1]
        for value in given:
            if isinstance(value, nodes.Const) and isinstance(value.value, str) and isinstance(kind.item, type):
                known = _fields(kind.item)
                first = value.value.partition(".")[0]
                if first not in known:
                    self.fault("T04", node, nama=value.value, usul=nearest(first, known) or "")

    def fault(self, kode: str, node: nodes.Node, **rincian: str) -> None:
        self.found.append(Cacat(kode, node.lineno, **rincian))
