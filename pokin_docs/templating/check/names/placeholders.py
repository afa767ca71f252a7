"""Names in a template compared with the fields that its documents have, tag by tag, before anything is filled.

StrictUndefined would raise at the first wrong name of the first document, without a place. The blocks are those that
were paired beforehand, so that a tag without end hides no name and makes none unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from pokin_docs.templating.check.names import expressions, mistakes, printing
from pokin_docs.templating.check.names.inference import FREE_NAME, LOOP, Expressions, Scope, paths
from pokin_docs.templating.faults import FieldsResult, Tag, TemplateLanguage
from pokin_docs.templating.fields import ListField, RecordField, ValueField, fields


def check(tags: Sequence[Tag], trees: Sequence[nodes.Template | None], ends: Mapping[int, int], content: type,
          language: TemplateLanguage) -> FieldsResult:  # fmt: skip
    """All names of a part that its documents do not have, and all it may not do.

    Args:
        tags: The tags in order.
        trees: For each the Jinja of it alone, an opening tag with an empty body; None for those without names.
        ends: Numbers of closing tags to those of the tags they close, both places in ``tags``.
        content: The dataclass whose fields are the placeholders.
        language: What else exists.
    """
    return _Checker(tags=tags, trees=trees, ends=ends, language=language).run(
        {**dict.fromkeys(language.free_names, FREE_NAME), **fields(content)}
    )


def fits(tag: Tag, tree: nodes.Template, scope: Mapping[str, object], language: TemplateLanguage) -> bool:
    """Whether a tag written otherwise would use only what exists where it stands.

    Args:
        tag: The tag.
        tree: The Jinja of it as it would be written.
        scope: What is known where it stands, by name.
        language: What else exists.
    """
    result = _Checker(tags=(tag,), trees=(tree,), language=language).run(scope)
    return not result.unknown and not result.faults


@dataclass(slots=True, kw_only=True)
class _Checker(Expressions):
    trees: Sequence[nodes.Template | None]
    ends: Mapping[int, int] = field(default_factory=dict)

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
        inner = self.tested(tree)
        if inner:
            self.frames.append((self.now, {**self.scope, **inner}))
        found = list(mistakes.find(tree, tag.inner, self.quiet, self.resolve, self.scope))
        if inner:
            self.frames.pop()
        for mistake in found:
            self.explained += mistake.name
            self.fault(
                "T03", proposal=(tag.typed(content=mistake.inner),) if mistake.inner else (), pesan=mistake.message
            )

    def tested(self, tree: nodes.Template) -> Scope:
        """What a loop names for the condition behind its list; nothing where it has none."""
        names: Scope = {}
        for node in tree.body:
            if isinstance(node, nodes.For) and node.test is not None:
                kind = self.quiet(node.iter)
                self.bind(node.target, kind.item if isinstance(kind, ListField) else FREE_NAME, names)
        return names

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
            if isinstance(node, (nodes.FilterBlock, nodes.Block)):
                self.open({})
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

    def asked(self, node: nodes.Node) -> None:
        kind = self.infer(node)
        if isinstance(kind, ValueField):
            self.result.asked.add(kind.path)
        for name in node.find_all((nodes.Name, nodes.Getattr)):
            inner = self.quiet(name)
            if isinstance(inner, ValueField):
                self.result.asked.add(inner.path)

    def value(self, node: nodes.Node) -> object:
        """What is stored or printed: every field in it counts as printed."""
        kind = self.infer(node)
        self.counts(paths(kind) if isinstance(kind, (ValueField, ListField)) else ())
        for name in node.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
            inner = self.quiet(name)
            if isinstance(inner, ValueField):
                self.counts((inner.path,))
        for joined in (node, *node.find_all(nodes.Filter)):
            if isinstance(joined, nodes.Filter) and joined.name == "join" and joined.node is not None:
                inner = self.quiet(joined.node)
                self.counts(paths(inner) if isinstance(inner, ListField) and isinstance(inner.item, ValueField) else ())
        return kind

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
