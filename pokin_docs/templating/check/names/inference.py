"""What an expression of a template is, with all names in it compared with the fields that its documents have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from pokin_docs.templating.check.names import expressions
from pokin_docs.templating.faults import FieldsResult, Tag, TagFault, TemplateLanguage, UnknownName
from pokin_docs.templating.fields import Field, ListField, RecordField, ValueField, fields, leaves

LOOP = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "depth", "depth0",
                  "previtem", "nextitem", "changed"))  # fmt: skip
ALWAYS = frozenset(("loop", "varargs", "kwargs", "caller", "self"))
_KEEPS_LIST = frozenset(("sort", "unique", "reverse", "list", "select", "reject", "selectattr", "rejectattr"))
_KEEPS_TEXT = frozenset((
    "upper", "lower", "title", "trim", "capitalize", "string", "replace", "truncate", "default", "d", "huruf_besar",
    "nip", "tanggal", "rupiah", "angka", "terbilang",
))  # fmt: skip
_WANTS_LIST = frozenset((
    "join", "first", "last", "sort", "unique", "reverse", "list", "map", "select", "reject", "selectattr", "rejectattr",
    "groupby", "batch", "slice", "sum", "min", "max", "random", "dictsort", "items",
))  # fmt: skip
_COUNTS = frozenset(("length", "count"))
_RECKONED = re.compile(r"[*/+%]|\s-\s|[<>=]| if ")
_LETTERS = re.compile(
    rf"(?:\s*\|\s*(?:{'|'.join(sorted(_WANTS_LIST | _COUNTS))})\b(?:\s*\((?:[^()'\"]|'[^']*'|\"[^\"]*\")*\))?)+"
)
_FORBIDDEN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.ScopedEvalContextModifier,
              nodes.EvalContextModifier, nodes.Pow)  # fmt: skip

FREE_NAME = "bebas"
"""Not known: anything may follow."""
Scope = dict[str, object]


def paths(kind: Field) -> Iterator[str]:
    """The paths of all values in a field."""
    return (leaf.path for leaf in leaves(kind))


@dataclass(slots=True, kw_only=True)
class Expressions:
    """The names known where the reading is, and what was found; ``frames`` are the open scopes by their tags."""

    tags: Sequence[Tag]
    language: TemplateLanguage
    result: FieldsResult = field(default_factory=FieldsResult)
    now: int = 0
    purpose: str = "syarat"
    frames: list[tuple[int, Scope]] = field(default_factory=list)
    explained: tuple[str, ...] = ()

    def resolve(self, path: str) -> object:
        """What a path is here; None for nothing."""
        root, *rest = path.split(".")
        kind = self.scope.get(root)
        for part in rest:
            kind = fields(kind.record_type, kind.path).get(part) if isinstance(kind, RecordField) else None
        return kind

    @property
    def scope(self) -> Scope:
        return self.frames[-1][1]

    def quiet(self, node: nodes.Node) -> object:
        """What an expression is, telling nothing."""
        kept, self.result = self.result, FieldsResult()
        try:
            return self.infer(node)
        finally:
            self.result = kept

    def infer(self, node: nodes.Node) -> object:
        """What an expression is, checking all names in it."""
        if isinstance(node, nodes.Name):
            return self.name(node)
        if isinstance(node, nodes.Getattr):
            return self.member(node, node.node, node.attr)
        if isinstance(node, nodes.Getitem):
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return self.member(node, node.node, node.arg.value)
            kept, self.purpose = self.purpose, "ulang"
            kind = self.infer(node.node)
            self.purpose = kept
            self.infer(node.arg)
            return kind.item if isinstance(kind, ListField) and not isinstance(node.arg, nodes.Slice) else kind
        if isinstance(node, nodes.Filter):
            return self.filter(node)
        if isinstance(node, nodes.Test):
            if node.name not in self.language.tests:
                self.fault("T03", pesan=f"uji {node.name} tidak dikenal", _nama=node.name, _jenis="uji")
            if isinstance(node.node, nodes.Name) and node.node.name in ALWAYS:
                return FREE_NAME  # whether there is a loop or a caller may be asked anywhere
        if isinstance(node, nodes.Call) and isinstance(
            called := self.quiet(node.node), (ListField, ValueField, RecordField)
        ):
            self.other(node)
            return called  # brackets that do not belong there, told already
        if isinstance(node, (nodes.CondExpr, nodes.And, nodes.Or)):
            kinds = [self.infer(child) for child in node.iter_child_nodes()]
            return kinds[-1] if kinds[-1] == kinds[-2] else FREE_NAME
        self.other(node)
        return FREE_NAME

    def other(self, node: nodes.Node) -> None:
        """Check what stands in a node that has no rule of its own."""
        if isinstance(node, _FORBIDDEN):
            self.fault("T05", nama=type(node).__name__.lower())
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.infer(child)
            else:
                self.statement(child)

    def statement(self, node: nodes.Node) -> None:
        """Check what is no expression: inside of one, the pairs and keywords it is made of."""
        self.other(node)

    def name(self, node: nodes.Name) -> object:
        loops = [number for number, _ in self.frames if self.result.repeats.get(number, ("",))[0] == node.name]
        self.result.used.update([(loops[-1], node.name)] if loops else ())
        if node.name in self.scope:
            return self.scope[node.name]
        self.unknown(node)
        return FREE_NAME

    def member(self, node: nodes.Node, owner: nodes.Node, name: str) -> object:
        """What a field of an expression is; a fault, and a free name in its place, where there is none.

        Args:
            node: The whole expression, for the message.
            owner: What stands before the dot.
            name: What stands behind it.
        """
        if expressions.is_rootless(owner, self.scope):
            if name.startswith("_"):
                self.fault("T05", nama=expressions.spell(node))
            else:
                self.unknown(node)
            return FREE_NAME
        kind = self.infer(owner)
        if name.startswith("_"):
            self.fault("T05", nama=expressions.spell(node))
            return FREE_NAME
        if isinstance(kind, RecordField):
            known = fields(kind.record_type, kind.path)
            if name in known:
                return known[name]
        elif (
            kind == FREE_NAME
            or (kind is LOOP and name in LOOP)
            or (isinstance(kind, ValueField) and name in self.language.methods)
        ):
            return FREE_NAME
        self.unknown(node)
        return FREE_NAME

    def unknown(self, node: nodes.Node) -> None:
        entry = UnknownName(
            self.now, expressions.spell(node), expressions.segments(node), dict(self.scope), self.purpose
        )
        same = [known for known in self.result.unknown if known.tag == self.now and known.name.startswith(entry.name)]
        if not same and entry.name not in self.explained:
            self.result.unknown.append(entry)

    def filter(self, node: nodes.Filter) -> object:
        kind = self.infer(node.node) if node.node is not None else FREE_NAME
        for child in (*node.args, *(pair.value for pair in node.kwargs)):
            self.infer(child)
        run = self.language.filters.get(node.name)
        if run is None:
            self.fault("T03", pesan=f"penyaring {node.name} tidak dikenal", _nama=node.name, _jenis="penyaring")
        elif not expressions.takes(run, node):
            self.fault("T03", pesan=f"penyaring {node.name} kurang atau kelebihan keterangan di dalam kurungnya")
        self.letters(node, kind)
        if not isinstance(kind, ListField):
            return kind if isinstance(kind, ValueField) and node.name in _KEEPS_TEXT else FREE_NAME
        self.attribute(node, kind)
        if node.name in _KEEPS_LIST:
            return kind
        return kind.item if node.name in ("first", "last") else FREE_NAME

    def letters(self, node: nodes.Filter, kind: object) -> None:
        """Tell a filter for lists over a text, which goes through its letters, or over a record, which has none.

        How long a text is may be asked in a condition or reckoned with, but is no text of a document by itself.
        """
        tag = self.tags[self.now]
        record, printed = isinstance(kind, RecordField), tag.opener == "{{"
        counted = printed and not _RECKONED.search(tag.inner)
        wrong = node.name in _WANTS_LIST or (node.name in _COUNTS and (counted or record))
        if not wrong or node.node is None or not (record or self.is_text(node.node)):
            return
        what = "satu rekaman" if record else "teks, yang terambil huruf-hurufnya"
        spelt = expressions.spell(node.node)
        right = _LETTERS.sub("", tag.inner, count=1)
        proposal = (tag.typed(content=right),) if printed and not record else ()
        name = spelt if spelt and "(" not in spelt else "isian itu"
        self.fault("T03", proposal, pesan=f"penyaring {node.name} hanya untuk daftar; {name} {what}")

    def is_text(self, node: nodes.Node) -> bool:
        """Whether an expression is a text whatever the workbook holds."""
        if isinstance(node, nodes.Or | nodes.And):
            return self.is_text(node.left) and self.is_text(node.right)
        if isinstance(node, nodes.CondExpr):
            return self.is_text(node.expr1) and (node.expr2 is None or self.is_text(node.expr2))
        if isinstance(node, nodes.Const):
            return isinstance(node.value, str)
        return isinstance(node, nodes.Concat) or isinstance(self.quiet(node), ValueField)

    def attribute(self, node: nodes.Filter, kind: ListField) -> None:
        """Check a field that a filter takes by its name, such as ``map(attribute='target')``."""
        given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        if node.name in ("selectattr", "rejectattr", "groupby"):
            given += node.args[:1]
        for value in given:
            if isinstance(value, nodes.Const) and isinstance(value.value, str) and isinstance(kind.item, RecordField):
                known = fields(kind.item.record_type, kind.item.path)
                first = value.value.partition(".")[0]
                if first in known:
                    self.counts(paths(known[first]))
                else:
                    self.result.unknown.append(UnknownName(self.now, value.value, (first,), dict(known), "atribut"))

    def counts(self, paths: Iterable[str]) -> None:
        """Note that the tag that is being read prints these paths."""
        for path in paths:
            self.result.printed.setdefault(self.now, set()).add(path)

    def fault(self, kode: str, proposal: tuple[str, ...] = (), **details: str) -> None:
        """Add a fault of the tag that is being read; of T05 only the first.

        Args:
            kode: Code of the finding.
            proposal: What to write instead, the best first.
            details: What fills the message.
        """
        tag = self.tags[self.now]
        entry = TagFault(kode, tag.sentence, tag.start, tag.end, tuple(details.items()), proposal)
        before = [
            other for other in self.result.faults if (other.sentence, other.start) == (entry.sentence, entry.start)
        ]
        if entry not in before and not (kode == "T05" and any(other.kode == "T05" for other in before)):
            self.result.faults.append(entry)
