"""Tags that Jinja can read and that still do not say what was meant: quotation marks, brackets, sums of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import TypeVar

from jinja2 import nodes

from pokin_docs.templating.fields import ListField, RecordField, ValueField, fields

# What most tags consist of, and in which nothing can be wrong but the names.
_PLAIN = (nodes.Output, nodes.Name, nodes.Getattr, nodes.TemplateData, nodes.If, nodes.For)
_SUMS = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod)
N = TypeVar("N", bound=nodes.Node)
_YEAR = 1900
_BRACE = re.compile(r"\{[{%]|[%}]\}")
# jenis_pk == 'jpt' or 'ess-3': the second text asks nothing.
_ALONE = re.compile(
    r"(?P<joined>(?P<field>[\w.]+)\s*(?P<sign>[=!]=)\s*(?:'[^']*'|\"[^\"]*\")\s+(?:or|and))\s+"
    r"(?P<text>'[^']*'|\"[^\"]*\")(?!\s*[=!<>])"
)
# nama/nip: two fields with a sign between them.
_APART = re.compile(r"\s*([\w.]*[a-z][\w.]*)(\s*[-/]\s*)([\w.]*[a-z][\w.]*)\s*")
_UNQUOTED = re.compile(r"(==|!=)\s*([A-Za-z_][\w-]*)(?![\w.(\[])")


@dataclass(frozen=True, slots=True)
class NameMistake:
    """A mistake: the message, what should stand between the braces, and names that it explains."""

    message: str
    inner: str = ""
    name: tuple[str, ...] = ()


def find(
    tree: nodes.Template,
    content: str,
    kind_of: Callable[[nodes.Node], object],
    resolve: Callable[[str], object],
    scope: Mapping[str, object],
) -> Iterator[NameMistake]:
    """The mistakes of one tag.

    Args:
        tree: The tag as Jinja parsed it.
        content: What stands between its braces, as typed.
        kind_of: What an expression is where the tag stands.
        resolve: What a path is there; None for nothing.
        scope: What can be named there, by its name.
    """
    every = tuple(tree.find_all(nodes.Node))  # walked once: this is done for each tag of a template
    if all(isinstance(node, _PLAIN) for node in every):
        return
    for output in _of(every, nodes.Output):
        yield from (mistake for node in output.nodes for mistake in _quoted(node, resolve))
    for loop in _of(every, nodes.For):
        yield from _looped(loop.iter, content, resolve)
    tests = [choice.test for choice in _of(every, nodes.If)]
    tests += [loop.test for loop in _of(every, nodes.For) if loop.test is not None]
    for test in (*tests, *(choice.test for choice in _of(every, nodes.CondExpr))):
        yield from islice(_asked(test, content, resolve, scope), 1)
    for compare in _of(every, nodes.Compare):
        kind = kind_of(compare.expr)
        if isinstance(kind, ValueField) and len(compare.ops) == 1:
            yield from _compared(content, kind, compare.ops[0], resolve)
            yield from _of_other_kind(content, kind, compare.ops[0])
        yield from _unquoted_list(content, compare, kind, resolve)
        yield from _counted(content, compare)
    for run in _of(every, nodes.Filter):
        yield from _unquoted_words(content, run, resolve)
    yield from _bracketed(every, content, kind_of, resolve)
    yield from _calculated(every, content, kind_of)


def _of(every: Sequence[nodes.Node], kind: type[N] | tuple[type[N], ...]) -> Iterator[N]:
    """The nodes of that kind, in order."""
    return (node for node in every if isinstance(node, kind))


def _unquoted_list(
    content: str, compare: nodes.Compare, kind: object, resolve: Callable[[str], object]
) -> Iterator[NameMistake]:  # fmt: skip
    """Words without quotation marks in a list of texts: ``jenis_pk in (jpt, ess-3)``."""
    listed = re.search(r"\bin\s*[(\[]([^()\[\]]*)[)\]]", content) if isinstance(kind, ValueField) else None
    words = [word.strip() for word in listed.group(1).split(",")] if listed else []
    bare = [word for word in words if re.fullmatch(r"[A-Za-z][\w -]*", word) and resolve(word) is None]
    if listed and bare and compare.ops[0].op in ("in", "notin"):
        held = kind.choices if isinstance(kind, ValueField) else ()
        right = ", ".join(f"'{(get_close_matches(word.casefold(), held, 1, 0.6) or [word])[0]}'" if word in bare
                          else word for word in words)  # fmt: skip
        names = tuple(part for word in bare for part in re.split(r"\W+", word))
        whole = content[: listed.start(1)] + right + content[listed.end(1) :]
        yield NameMistake(f"kata {bare[0]} harus di dalam tanda petik", whole, names)


def _counted(content: str, compare: nodes.Compare) -> Iterator[NameMistake]:
    """A number of the loop compared with a text."""
    left, right = compare.expr, compare.ops[0].expr
    number = isinstance(left, nodes.Getattr) and isinstance(left.node, nodes.Name) and left.node.name == "loop"
    if number and isinstance(right, nodes.Const) and isinstance(right.value, str) and right.value.isdecimal():
        yield NameMistake(
            "nomor urut dibandingkan dengan angka tanpa tanda petik", _without_quotes(content, right.value)
        )


def _unquoted_words(content: str, run: nodes.Filter, resolve: Callable[[str], object]) -> Iterator[NameMistake]:
    """Words without quotation marks in the brackets of a filter."""
    words = [value.name for value in run.args if isinstance(value, nodes.Name) and resolve(value.name) is None]
    given = re.search(rf"\|\s*{run.name}\s*\(([^()]*)\)", content)
    if words and given:
        right = re.sub(r"(?<![\w'\"])(" + "|".join(words) + r")(?![\w'\"])", r"'\1'", given.group(1))
        whole = content[: given.start(1)] + right + content[given.end(1) :]
        yield NameMistake(f"kata {words[0]} harus di dalam tanda petik", whole, tuple(words))


def _bracketed(
    every: Sequence[nodes.Node], content: str, kind_of: Callable[[nodes.Node], object], resolve: Callable[[str], object]
) -> Iterator[NameMistake]:  # fmt: skip
    """Square and round brackets behind a field that takes none."""
    looped = [loop.iter for loop in _of(every, nodes.For)]
    for item in _of(every, nodes.Getitem):
        owner = kind_of(item.node) if isinstance(item.arg, nodes.Name) else None
        if (
            isinstance(owner, RecordField)
            and isinstance(item.arg, nodes.Name)
            and item.arg.name in fields(owner.record_type)
        ):
            right = re.sub(rf"\[\s*{item.arg.name}\s*\]", f".{item.arg.name}", content)
            yield NameMistake("isi rekaman ditulis dengan titik, bukan kurung siku", right, (item.arg.name,))
        elif isinstance(owner, ListField) and isinstance(item.arg, nodes.Name) and resolve(item.arg.name) is None:
            number = "1" if item.arg.name in "lI" else "0"
            right = re.sub(rf"\[\s*{item.arg.name}\s*\]", f"[{number}]", content)
            yield NameMistake("nomor isi daftar harus angka, mulai dari 0", right, (item.arg.name,))
        yield from _beyond(item, content, kind_of)
    for output in _of(every, nodes.Output):
        for printed in output.nodes:
            place = printed.arg if isinstance(printed, nodes.Getitem) else None
            numbered = isinstance(place, nodes.Const) and isinstance(place.value, int)
            if numbered and isinstance(kind_of(printed.node), ValueField):  # type: ignore[attr-defined]
                right = re.sub(r"\s*\[[^\[\]]*\]\s*$|\.\d+\s*$", " ", content)
                yield NameMistake("isian itu teks, bukan daftar; dengan nomor hanya satu huruf yang tercetak", right)
    for call in _of(every, nodes.Call):
        kind = kind_of(call.node) if isinstance(call.node, (nodes.Name, nodes.Getattr)) else None
        if isinstance(kind, ListField) and call.args:
            yield NameMistake("nomor isi daftar ditulis dalam kurung siku", re.sub(r"\(([^()]*)\)", r"[\1]", content))
        elif isinstance(kind, (ValueField, RecordField, ListField)):
            ending = "" if call in looped else _ending(kind)
            yield NameMistake("isian tidak memakai tanda kurung", re.sub(r"\([^()]*\)", ending, content))


def _calculated(
    every: Sequence[nodes.Node], content: str, kind_of: Callable[[nodes.Node], object]
) -> Iterator[NameMistake]:
    """Texts that are reckoned with."""
    for total in _of(every, _SUMS):
        if _adds_text(total, kind_of):
            apart = _APART.sub(r"\1 }}\2{{ \3", content) if _APART.fullmatch(content) else ""
            yield NameMistake("isian adalah teks, tidak dapat dihitung; untuk menggabung teks pakai ~", apart)
    for signed in _of(every, (nodes.Neg, nodes.Pos)):
        if isinstance(kind_of(signed.node), ValueField):
            yield NameMistake("isian adalah teks, tidak dapat dihitung", content.strip(" +-"))


def _quoted(node: nodes.Node, resolve: Callable[[str], object]) -> Iterator[NameMistake]:
    """A path in quotation marks, or a whole tag in them."""
    if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
        return
    path = node.value.strip().strip("{} ")
    kind = resolve(path)
    if kind is not None or _BRACE.search(node.value):
        message = "nama isian di dalam tanda petik akan tercetak sebagai kata itu sendiri"
        yield NameMistake(message, path + _ending(kind) if kind is not None else "")


def _ending(kind: object) -> str:
    """What follows the path of a record or list where a text is wanted."""
    inner = list(fields(kind.record_type)) if isinstance(kind, RecordField) else []
    if inner:
        return f".{'nama' if 'nama' in inner else inner[0]}"
    if isinstance(kind, ListField):
        by = f", attribute='{_ending(kind.item)[1:]}'" if isinstance(kind.item, RecordField) else ""
        return f"|join(', '{by})"
    return ""


def _looped(node: nodes.Node, content: str, resolve: Callable[[str], object]) -> Iterator[NameMistake]:
    """A list named in quotation marks: the loop would go through the letters of its name."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and isinstance(resolve(node.value), ListField):
        yield NameMistake("nama daftar ditulis tanpa tanda petik", _without_quotes(content, node.value))


def _asked(
    test: nodes.Node, content: str, resolve: Callable[[str], object], scope: Mapping[str, object]
) -> Iterator[NameMistake]:
    """A condition that always holds: a text by itself, or several things with a comma between."""
    if isinstance(test, (nodes.And, nodes.Or)):
        yield from _asked(test.left, content, resolve, scope)
        yield from _asked(test.right, content, resolve, scope)
    elif isinstance(test, nodes.Not):
        yield from _asked(test.node, content, resolve, scope)
    elif isinstance(test, nodes.Tuple):
        first = test.items[0]
        listed = isinstance(first, nodes.Compare) and first.ops[-1].op in ("in", "notin")
        right = re.sub(r"\bin\s+(.*\S)\s*$", r"in (\1) ", content) if listed else re.sub(r"\s*,\s*", " and ", content)
        rule = "daftar sesudah in ditulis di dalam kurung" if listed else "pakai and atau or"
        yield NameMistake(f"syarat dengan koma selalu terpenuhi; {rule}", right)
    elif isinstance(test, nodes.Const) and isinstance(test.value, str):
        if resolve(test.value) is not None:
            yield NameMistake("nama isian ditulis tanpa tanda petik", _without_quotes(content, test.value))
            return
        asked = ((name, kind) for name, kind in scope.items() if isinstance(kind, ValueField))
        field = next((name for name, kind in asked if test.value in kind.choices), "")
        if field and re.fullmatch(rf"\s*\w+\s+(['\"]){re.escape(test.value)}\1\s*", content):
            word = content.split()[0]
            yield NameMistake(f"'{test.value}' sendirian selalu terpenuhi; sebut isiannya",
                         f" {word} {field} == '{test.value}' ")  # fmt: skip
            return
        right = _ALONE.sub(r"\g<joined> \g<field> \g<sign> \g<text>", content, count=1)
        while right != (more := _ALONE.sub(r"\g<joined> \g<field> \g<sign> \g<text>", right, count=1)):
            right = more
        yield NameMistake(
            f"'{test.value}' sendirian selalu terpenuhi; ulangi nama isiannya", right if right != content else ""
        )


def _without_quotes(content: str, text: str) -> str:
    return re.sub(rf"(['\"]){re.escape(text)}\1", text, content, count=1)


def _of_other_kind(content: str, kind: ValueField, operand: nodes.Operand) -> Iterator[NameMistake]:
    """A field, which is a text or a yes or no, compared with a number, or a yes or no with a text."""
    value = operand.expr.value if isinstance(operand.expr, nodes.Const) else None
    if kind.is_yes_no and isinstance(value, str):
        name = kind.path.rpartition(".")[2]
        yield NameMistake("isian itu hanya ya atau tidak; tanyakan tanpa pembanding",
                     re.sub(rf"(\b{name})\s*[=!]=\s*(['\"])[^'\"]*\2", r"\1", content))  # fmt: skip
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        same = operand.op in ("eq", "ne")
        right = re.sub(rf"([=!]=\s*){re.escape(str(value))}(?![\w.])", rf"\1'{value}'", content) if same else ""
        if value == 0 and operand.op in ("ne", "gt"):
            right = re.sub(r"\s*(?:!=|>)\s*0(?![\w.])", "", content)
        message = "tulis angkanya di dalam tanda petik" if same else "besar kecilnya tidak dapat dibandingkan"
        yield NameMistake(f"isian adalah teks; {message}", right)


def _compared(
    content: str, kind: ValueField, operand: nodes.Operand, resolve: Callable[[str], object]
) -> Iterator[NameMistake]:
    """A word without quotation marks, or one that the field never holds."""
    for sign, word in _UNQUOTED.findall(content) if operand.op in ("eq", "ne") else ():
        if resolve(word) is None and word.casefold() not in ("true", "false", "none"):
            near = get_close_matches(word.casefold(), kind.choices, 1, 0.6)
            text = near[0] if near else word
            right = re.sub(rf"{sign}\s*{re.escape(word)}(?![\w-])", f"{sign} '{text}'", content, count=1)
            yield NameMistake(f"kata {word} harus di dalam tanda petik", right, (word, *re.split(r"\W+", word)))
            return
    allowed = kind.choices
    constants = [operand.expr] if isinstance(operand.expr, nodes.Const) else getattr(operand.expr, "items", [])
    for constant in constants if allowed and operand.op in ("eq", "ne", "in", "notin") else ():
        value = getattr(constant, "value", None)
        if isinstance(value, str) and value not in allowed:
            near = get_close_matches(value.casefold().replace(" ", "-"), allowed, 1, 0.4)
            right = re.sub(rf"(['\"]){re.escape(value)}\1", f"'{near[0]}'", content) if near else ""
            yield NameMistake(f"isian itu tidak pernah berisi '{value}'; yang ada {', '.join(allowed)}", right)


def _beyond(item: nodes.Getitem, content: str, kind_of: Callable[[nodes.Node], object]) -> Iterator[NameMistake]:
    """A number behind the end of a list whose length is known; a year instead of a number."""
    number = item.arg.value if isinstance(item.arg, nodes.Const) else None
    kind = kind_of(item.node) if isinstance(number, int) else None
    count = kind.length if isinstance(kind, ListField) else None
    if count is not None and isinstance(number, int) and not -count <= number < count:
        near = 0 if number >= _YEAR else count - 1
        right = re.sub(rf"\[\s*{number}\s*\]|\.{number}\b", f"[{near}]", content, count=1)
        yield NameMistake(f"daftar itu berisi {count}, dari [0] sampai [{count - 1}]", right)


def _adds_text(total: nodes.BinExpr, kind_of: Callable[[nodes.Node], object]) -> bool:
    sides = (total.left, total.right)
    texts = [isinstance(kind_of(side), ValueField) for side in sides]
    numbers = [isinstance(side, nodes.Const) and isinstance(side.value, (int, float)) for side in sides]
    return any(texts) and (any(numbers) or (all(texts) and not isinstance(total, nodes.Add)))
