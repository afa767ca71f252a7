"""Names in a template compared with the fields that its documents have, tag by tag, before anything is filled.

StrictUndefined would raise at the first wrong name of the first document, without a place. The blocks are those that
were paired beforehand, so that a tag without end hides no name and makes none unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from pokin_docs.templating.check.names import expressions, mistakes, printing
from pokin_docs.templating.faults import FieldsResult, Tag, TagFault, TemplateLanguage, UnknownName
from pokin_docs.templating.fields import Field, ListField, RecordField, ValueField, fields, leaves

LOOP = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "depth", "depth0",
                  "previtem", "nextitem", "changed"))  # fmt: skip
ALWAYS = frozenset(("loop", "varargs", "kwargs", "caller", "self"))
_KEEPS_LIST = frozenset(("sort", "unique", "reverse", "list", "select", "reject", "selectattr", "rejectattr"))
_KEEPS_TEXT = frozenset(("upper", "lower", "title", "trim", "capitalize"))
_FORBIDDEN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.ScopedEvalContextModifier,
              nodes.EvalContextModifier, nodes.Pow)  # fmt: skip

FREE_NAME = "bebas"
"""Not known: anything may follow."""
Scope = dict[str, object]


def check(tags: Sequence[Tag], trees: Sequence[nodes.Template | None], ends: Mapping[int, int], content: type,
          language: TemplateLanguage) -> FieldsResult:  # fmt: skip
    """All names of a part that its documents do not have, and all it may not do.

    Args:
        tags: The tags in order.
        trees: For each the Jinja of it alone, an opening tag with an empty body; None for those without names.
        ends: Closing tags to the tags they close.
        content: The dataclass whose fields are the placeholders.
        language: What else exists.
    """
    return _Checker(tags, trees, ends, language).run(
        {**dict.fromkeys(language.free_names, FREE_NAME), **fields(content)}
    )


def fits(tag: Tag, tree: nodes.Template, scope: Mapping[str, object], language: TemplateLanguage) -> bool:
    """Whether a tag written otherwise would use only what exists where it stands."""
    result = _Checker((tag,), (tree,), {}, language).run(scope)
    return not result.unknown and not result.faults


def _paths(kind: Field) -> Iterator[str]:
    return (leaf.path for leaf in leaves(kind))


@dataclass(slots=True)
class _Checker:
    tags: Sequence[Tag]
    trees: Sequence[nodes.Template | None]
    ends: Mapping[int, int]
    language: TemplateLanguage
    result: FieldsResult = field(default_factory=FieldsResult)
    now: int = 0
    purpose: str = "syarat"
    frames: list[tuple[int, Scope]] = field(default_factory=list)
    explained: tuple[str, ...] = ()

    def run(self, known: Mapping[str, object]) -> FieldsResult:
        self.frames.append((-1, dict(known)))
        for number, tree in enumerate(self.trees):
            self.now = number
            opened = self.ends.get(number)
            if opened is not None:
                while len(self.frames) > 1 and self.frames[-1][0] >= opened:
                    self.frames.pop()
            if tree is not None:
                self.find_mistakes(tree)
                for node in tree.body:
                    self.statement(node)
        return self.result

    def find_mistakes(self, tree: nodes.Template) -> None:
        """Tell what can be read and is still not meant; the names that this explains are not told again."""
        self.explained = ()
        tag = self.tags[self.now]
        found = list(mistakes.find(tree, tag.inner, self.quiet, self.resolve, self.scope))
        for mistake in found:
            self.explained += mistake.name
            self.fault(
                "T03", proposal=(tag.typed(content=mistake.inner),) if mistake.inner else (), pesan=mistake.message
            )

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

    def open(self, names: Mapping[str, object]) -> None:
        self.frames.append((self.now, {**self.scope, **names}))

    def statement(self, node: nodes.Node) -> None:
        """Check a statement; names it sets are known to what follows in its scope."""
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                self.printed(part)
        elif isinstance(node, nodes.For):
            self.loop(node)
        elif isinstance(node, nodes.If):
            self.asked(node.test)
        elif isinstance(node, nodes.Assign):
            self.bind(node.target, self.value(node.node), self.scope)
        elif isinstance(node, nodes.AssignBlock):
            self.bind(node.target, FREE_NAME, self.scope)
        elif isinstance(node, nodes.Macro):
            self.scope[node.name] = FREE_NAME
            names = [argument.name for argument in node.args]
            self.open(dict.fromkeys((*names, "varargs", "kwargs", "caller"), FREE_NAME))
        elif isinstance(node, nodes.CallBlock):
            self.infer(node.call)
            self.open(dict.fromkeys([argument.name for argument in node.args], FREE_NAME))
        elif isinstance(node, nodes.With):
            inner: Scope = {}
            for target, value in zip(node.targets, node.values, strict=True):
                self.bind(target, self.value(value), inner)
            self.open(inner)
        else:
            self.other(node)

    def loop(self, node: nodes.For) -> None:
        self.purpose = "ulang"
        kind = self.infer(node.iter)
        if isinstance(node.iter, nodes.Const) and isinstance(node.iter.value, str):
            kind = self.resolve(node.iter.value) or kind  # quotation marks that do not belong there, told already
        self.purpose = "syarat"
        if isinstance(kind, (ValueField, RecordField)):
            self.fault("T03", pesan=f"{expressions.spell(node.iter)} bukan daftar, tidak dapat diulang dengan for")
            kind = FREE_NAME
        inner: Scope = {"loop": LOOP}
        item = kind.item if isinstance(kind, ListField) else FREE_NAME
        self.bind(node.target, item, inner)
        if isinstance(node.target, nodes.Name):
            self.result.repeats[self.now] = (node.target.name, item)
        self.open(inner)
        if node.test is not None:
            self.asked(node.test)

    def bind(self, target: nodes.Node, kind: object, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            for item in target.items:
                self.bind(item, FREE_NAME, scope)

    def other(self, node: nodes.Node) -> None:
        if isinstance(node, _FORBIDDEN):
            self.fault("T05", nama=type(node).__name__.lower())
        if isinstance(node, (nodes.FilterBlock, nodes.Block)):
            self.open({})
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.infer(child)
            else:
                self.statement(child)

    def asked(self, node: nodes.Node) -> None:
        kind = self.infer(node)
        if isinstance(kind, ValueField):
            self.result.asked.add(kind.path)
        for name in node.find_all((nodes.Name, nodes.Getattr)):
            inner = self.quiet(name)
            if isinstance(inner, ValueField):
                self.result.asked.add(inner.path)

    def quiet(self, node: nodes.Node) -> object:
        """What an expression is, telling nothing."""
        kept, self.result = self.result, FieldsResult()
        try:
            return self.infer(node)
        finally:
            self.result = kept

    def value(self, node: nodes.Node) -> object:
        """What is stored or printed: every field in it counts as printed."""
        kind = self.infer(node)
        self.counts(_paths(kind) if isinstance(kind, (ValueField, ListField)) else ())
        for name in node.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
            inner = self.quiet(name)
            if isinstance(inner, ValueField):
                self.counts((inner.path,))
        for joined in (node, *node.find_all(nodes.Filter)):
            if isinstance(joined, nodes.Filter) and joined.name == "join" and joined.node is not None:
                inner = self.quiet(joined.node)
                self.counts(
                    _paths(inner) if isinstance(inner, ListField) and isinstance(inner.item, ValueField) else ()
                )
        return kind

    def counts(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.result.printed.setdefault(self.now, set()).add(path)

    def printed(self, node: nodes.Expr) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        self.purpose = "cetak"
        self.value(node)
        self.purpose = "syarat"
        if any(other.sentence == self.tags[self.now].sentence and other.start == self.tags[self.now].start
               for other in self.result.faults):  # fmt: skip
            return
        if all(entry.tag != self.now for entry in self.result.unknown):
            here = printing.KnownNames(
                self.quiet, expressions.written, self.is_method, frozenset(self.language.filters)
            )
            found = printing.find(node, self.tags[self.now].inner, here)
            if found is not None:
                self.fault("T03", proposal=(found[1],) if found[1] else (), pesan=found[0])

    def is_method(self, node: nodes.Node) -> bool:
        """Whether an expression names a method of a text without calling it."""
        if not isinstance(node, nodes.Getattr) or node.attr not in self.language.methods:
            return False
        return isinstance(self.quiet(node.node), ValueField)

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
            if node.name not in self.language.uji:
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

    def name(self, node: nodes.Name) -> object:
        loops = [number for number, _ in self.frames if self.result.repeats.get(number, ("",))[0] == node.name]
        self.result.used.update([(loops[-1], node.name)] if loops else ())
        if node.name in self.scope:
            return self.scope[node.name]
        self.unknown(node)
        return FREE_NAME

    def member(self, node: nodes.Node, owner: nodes.Node, name: str) -> object:
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
        if not isinstance(kind, ListField):
            return kind if isinstance(kind, ValueField) and node.name in _KEEPS_TEXT else FREE_NAME
        self.attribute(node, kind)
        if node.name in _KEEPS_LIST:
            return kind
        return kind.item if node.name in ("first", "last") else FREE_NAME

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
                    self.counts(_paths(known[first]))
                else:
                    self.result.unknown.append(UnknownName(self.now, value.value, (first,), dict(known), "atribut"))

    def fault(self, kode: str, proposal: tuple[str, ...] = (), **details: str) -> None:
        tag = self.tags[self.now]
        entry = TagFault(kode, tag.sentence, tag.start, tag.end, tuple(details.items()), proposal)
        before = [
            other for other in self.result.faults if (other.sentence, other.start) == (entry.sentence, entry.start)
        ]
        if entry not in before and not (kode == "T05" and any(other.kode == "T05" for other in before)):
            self.result.faults.append(entry)
