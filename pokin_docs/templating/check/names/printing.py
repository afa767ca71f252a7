"""Values that are printed and that no clerk means, or that cannot be: a list, a record, a function, a comparison.

A yes or no by itself prints Ya or Tidak, which may be meant; inside a longer text it would print True.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import nodes

from pokin_docs.templating.fields import ListField, RecordField, ValueField, fields

# What changes a text and passes on all that is none: a list comes out with its brackets.
_OF_TEXT = frozenset((
    "upper", "lower", "title", "trim", "capitalize", "string", "replace", "truncate", "huruf_besar", "nip", "tanggal",
    "rupiah", "angka", "terbilang",
))  # fmt: skip
_ROUNDING = frozenset(("angka", "rupiah"))
_PASSES_ON = frozenset(("default", "d", "e", "escape"))
_MAKES_LIST = frozenset(("map", "select", "reject", "selectattr", "rejectattr", "groupby", "list", "unique", "sort"))
_ASKING_METHODS = frozenset(("startswith", "endswith"))
_ASKING_LOOP = frozenset(("first", "last"))
_COMPARED = "perbandingan hanya mencetak Ya atau Tidak; pakai sebagai syarat"
_YES_NO = "isian ya atau tidak tercetak True atau False di dalam teks lain; pakai sebagai syarat"
_ASKED = (nodes.Compare, nodes.Test)
_BRACKETS = "yang tercetak memuat tanda kurung dan petik"
_WHOLE_LIST = re.compile(r"\s*\|\s*list\s*$")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What is known where the tag stands: of an expression its kind, its spelling, and whether it is a method."""

    kind_of: Callable[[nodes.Node], object]
    spell: Callable[[nodes.Node], str]
    is_method: Callable[[nodes.Node], bool]
    filters: frozenset[str]


@dataclass(frozen=True, slots=True)
class _WrongValue:
    """A value that is not meant: the message, the expression that would do, and the text for the whole tag."""

    message: str
    expression: str = ""
    tag: str = ""


def find(node: nodes.Expr, content: str, scope: KnownNames) -> tuple[str, str] | None:
    """What is wrong with a printed expression, and what to write for its tag; None where nothing is.

    The second is empty where it is not plain what was meant.

    Args:
        node: The expression.
        content: What stands between the braces, as typed.
        scope: What is known there.
    """
    for value, inside in _values(node):
        wrong = _wrong(value, content if value is node else scope.spell(value), scope, inside)
        if wrong is None:
            continue
        if value is node:
            return wrong.message, wrong.tag or (f"{{{{ {wrong.expression} }}}}" if wrong.expression else "")
        spelt = scope.spell(value)
        right = _replaced(content, spelt, wrong.expression) if spelt and wrong.expression else ""
        return wrong.message, f"{{{{ {right.strip()} }}}}" if right else ""
    return None


def _values(node: nodes.Expr, *, only_true: bool = False, inside: bool = False) -> Iterator[tuple[nodes.Expr, bool]]:
    """The parts of an expression that may be printed as they are, and whether each is put into a text first.

    ``only_true`` leaves out what counts as no.
    """
    if isinstance(node, nodes.CondExpr):
        yield from _values(node.expr1, inside=inside)
        yield from _values(node.expr2, inside=inside) if node.expr2 is not None else ()
    elif isinstance(node, nodes.Or):
        yield from _values(node.left, only_true=True, inside=inside)
        yield from _values(node.right, only_true=only_true, inside=inside)
    elif isinstance(node, nodes.And) and not _is_plain_pair(node):
        if not only_true:
            yield from (pair for pair in _values(node.left, inside=inside) if isinstance(pair[0], _ASKED))
        yield from _values(node.right, only_true=only_true, inside=inside)
    elif isinstance(node, nodes.Concat):
        for part in node.nodes:
            yield from _values(part, inside=True)
    elif (
        isinstance(node, nodes.Filter)
        and node.name in _OF_TEXT | _PASSES_ON
        and node.node is not None
        and not (node.name in _ROUNDING and isinstance(node.node, nodes.BinExpr))
    ):
        yield from _values(node.node, inside=inside or node.name in _OF_TEXT)
    else:
        yield node, inside


def _is_plain_pair(node: nodes.And) -> bool:
    return all(isinstance(side, (nodes.Name, nodes.Getattr)) for side in (node.left, node.right))


def _wrong(node: nodes.Expr, content: str, scope: KnownNames, inside: bool) -> _WrongValue | None:
    """What is wrong with a value, ``content`` being how it was typed; ``inside`` tells that it is put into a text."""
    if isinstance(node, (nodes.Tuple, nodes.List)):
        return _literal(node, scope)
    if isinstance(node, nodes.Dict):
        return _WrongValue(f"{_BRACKETS}; di dalam {{{{ }}}} cukup satu isian")
    if isinstance(node, nodes.And):
        left, right = scope.spell(node.left), scope.spell(node.right)
        return _WrongValue("dengan and hanya isian terakhir yang tercetak; tulis tiap isian dalam kurungnya sendiri",
                      tag=f"{{{{ {left} }}}} dan {{{{ {right} }}}}")  # fmt: skip
    if isinstance(node, nodes.Getattr) and scope.is_method(node):
        owner = scope.spell(node.node)
        right = f"{owner}|{node.attr}" if node.attr in scope.filters else f"{owner}.{node.attr}()"
        return _WrongValue(f"{owner}.{node.attr} bukan isian", right)
    unprintable = _unprintable(node, content.strip(), scope)
    if unprintable:
        return unprintable
    kind = scope.kind_of(node)
    if isinstance(node, _ASKED) or (inside and _is_yes_or_no(node, kind)):
        asked = content.strip()
        message = _COMPARED if isinstance(node, _ASKED) else _YES_NO
        return _WrongValue(message, f"'ya' if {asked} else 'tidak'" if asked else "")
    if (
        isinstance(node, nodes.Name)
        and node.name == "loop"
        and not isinstance(kind, (ValueField, RecordField, ListField))
    ):
        return _WrongValue("loop bukan isian; nomor urutnya loop.index", "loop.index")
    if isinstance(kind, (ListField, RecordField)):
        return _of_kind(node, kind, content.strip(), scope)
    return _made_list(node, content.strip(), scope)


def _unprintable(node: nodes.Expr, content: str, scope: KnownNames) -> _WrongValue | None:
    """What is no text whatever stands in the workbook: the filling would refuse it as well."""
    if isinstance(node, nodes.Const) and node.value is None:
        return _WrongValue("none bukan isian; pakai '' atau tanda petik dengan teks")
    if isinstance(node, nodes.Div):
        rounded = f"({content})|angka(2)" if content else ""
        return _WrongValue("hasil pembagian dapat berupa pecahan panjang; bulatkan dengan penyaring angka", rounded)
    if isinstance(node, nodes.Mod | nodes.Mul) and isinstance(node.left, nodes.Const) and type(node.left.value) is str:
        return _WrongValue(f"{node.operator} hanya untuk bilangan; teks dan isian digabungkan dengan ~")
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in ("range", "namespace"):
        return _WrongValue(f"{node.node.name}() bukan teks; pakai di dalam for atau set")
    if isinstance(node, nodes.Filter) and node.name == "join" and node.node is not None:
        kind = scope.kind_of(node.node)
        named = len(node.args) > 1 or any(pair.key == "attribute" for pair in node.kwargs)
        if isinstance(kind, ListField) and isinstance(kind.item, RecordField) and not named:
            return _of_kind(node.node, kind, scope.spell(node.node), scope)
    return None


def _literal(node: nodes.Tuple | nodes.List, scope: KnownNames) -> _WrongValue:
    """A list that was typed, mostly by a comma between two fields in one pair of braces."""
    said = []
    for item in node.items:
        fixed = isinstance(item, nodes.Const) and isinstance(item.value, str)
        text = str(item.value) if fixed else scope.spell(item)  # type: ignore[attr-defined]
        said.append(text if fixed else f"{{{{ {text} }}}}" if text else "")
    tag = ", ".join(said) if all(said) else ""
    return _WrongValue(f"{_BRACKETS}; tulis tiap isian dalam kurungnya sendiri", tag=tag)


def _is_yes_or_no(node: nodes.Expr, kind: object) -> bool:
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Getattr) and node.node.attr in _ASKING_METHODS
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop":
        return node.attr in _ASKING_LOOP
    if isinstance(node, nodes.Const):
        return isinstance(node.value, bool)
    return isinstance(node, nodes.Not) or (isinstance(kind, ValueField) and kind.is_yes_no)


def _of_kind(node: nodes.Expr, kind: ListField | RecordField, content: str, scope: KnownNames) -> _WrongValue:
    path = scope.spell(node) or content
    if isinstance(kind, RecordField):
        first = f"{path}.{_first_field(kind)}" if "|" not in path else f"({path}).{_first_field(kind)}"
        return _WrongValue(f"{path} bukan teks; sebut isinya, misalnya {first}", first)
    item = "y" if path == "x" else "x"
    inner = f"{item}.{_first_field(kind.item)}" if isinstance(kind.item, RecordField) else item
    loop = f"{{% for {item} in {path} %}}{{{{ {inner} }}}}{{% endfor %}}"
    by = f", attribute='{_first_field(kind.item)}'" if isinstance(kind.item, RecordField) else ""
    return _WrongValue(f"{path} adalah daftar; cetak isinya dengan for", f"{path}|join(', '{by})", loop)


def _first_field(kind: RecordField) -> str:
    inner = fields(kind.record_type)
    return "nama" if "nama" in inner else next(iter(inner))


def _made_list(node: nodes.Expr, content: str, scope: KnownNames) -> _WrongValue | None:
    """A list that a filter or method makes, and that nothing joins."""
    if isinstance(node, nodes.Filter) and node.name in _MAKES_LIST and node.node is not None:
        if isinstance(scope.kind_of(node.node), ValueField):
            return _WrongValue(_BRACKETS, scope.spell(node.node))
    elif not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr) and node.node.attr == "split"):
        return None
    joined = _WHOLE_LIST.sub("", content)
    return _WrongValue(f"{_BRACKETS}; gabungkan isinya dengan join", f"{joined}|join(', ')" if joined else "")


def _replaced(content: str, old: str, new: str) -> str:
    """What stands between the braces with one expression replaced; empty when it is not found as it is spelt."""
    wrapped = f"({new})" if " if " in new else new
    found = re.subn(rf"(?<![\w.]){re.escape(old)}(?![\w.(\[])", lambda _: wrapped, content, count=1)
    return found[0] if found[1] else ""
