"""Tags that Jinja can read and that still do not say what was meant: quotation marks, brackets, sums of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import nodes

from pokin_docs.model.ruas import NILAI_ISIAN, Daftar, Nilai, Rekaman, fields, length_of

_SUMS = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod)
_YEAR = 1900
_UNQUOTED = re.compile(r"(==|!=)\s*([A-Za-z_][\w-]*)(?![\w.(\[])")


@dataclass(frozen=True, slots=True)
class Keliru:
    """A mistake: the message, what should stand between the braces, and names that it explains."""

    pesan: str
    isi: str = ""
    nama: tuple[str, ...] = ()


def find(
    tree: nodes.Template, isi: str, kind_of: Callable[[nodes.Node], object], resolve: Callable[[str], object]
) -> Iterator[Keliru]:
    """The mistakes of one tag.

    Args:
        tree: The tag as Jinja parsed it.
        isi: What stands between its braces.
        kind_of: What an expression is where the tag stands.
        resolve: What a path is there; None for nothing.
    """
    for output in tree.find_all(nodes.Output):
        yield from (_quoted(node, resolve) for node in output.nodes if _is_quoted_path(node, resolve))
    for compare in tree.find_all(nodes.Compare):
        kind = kind_of(compare.expr)
        if isinstance(kind, Nilai) and len(compare.ops) == 1:
            yield from _compared(isi, kind, compare.ops[0], resolve)
    for item in tree.find_all(nodes.Getitem):
        owner = kind_of(item.node) if isinstance(item.arg, nodes.Name) else None
        if isinstance(owner, Rekaman) and isinstance(item.arg, nodes.Name) and item.arg.name in fields(owner.tipe):
            right = re.sub(rf"\[\s*{item.arg.name}\s*\]", f".{item.arg.name}", isi)
            yield Keliru("isi rekaman ditulis dengan titik, bukan kurung siku", right, (item.arg.name,))
        yield from _beyond(item, isi, kind_of)
    for call in tree.find_all(nodes.Call):
        kind = kind_of(call.node) if isinstance(call.node, (nodes.Name, nodes.Getattr)) else None
        if isinstance(kind, Daftar) and call.args:
            yield Keliru("nomor isi daftar ditulis dalam kurung siku", re.sub(r"\(([^()]*)\)", r"[\1]", isi))
        elif isinstance(kind, (Nilai, Rekaman, Daftar)):
            yield Keliru("isian tidak memakai tanda kurung", re.sub(r"\([^()]*\)", "", isi))
    for total in tree.find_all(_SUMS):
        if _adds_text(total, kind_of):
            yield Keliru("isian adalah teks, tidak dapat dihitung; untuk menggabung teks pakai ~")


def _is_quoted_path(node: nodes.Node, resolve: Callable[[str], object]) -> bool:
    if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
        return False
    return isinstance(resolve(node.value.strip()), Nilai)


def _quoted(node: nodes.Node, resolve: Callable[[str], object]) -> Keliru:
    path = str(node.value).strip()  # type: ignore[attr-defined]
    return Keliru("nama isian di dalam tanda petik akan tercetak sebagai kata itu sendiri", path)


def _compared(isi: str, kind: Nilai, operand: nodes.Operand, resolve: Callable[[str], object]) -> Iterator[Keliru]:
    """A word without quotation marks, or one that the field never holds."""
    for sign, word in _UNQUOTED.findall(isi) if operand.op in ("eq", "ne") else ():
        if resolve(word) is None and word.casefold() not in ("true", "false", "none"):
            right = re.sub(rf"{sign}\s*{re.escape(word)}(?![\w-])", f"{sign} '{word}'", isi, count=1)
            yield Keliru(f"kata {word} harus di dalam tanda petik", right, (word, *re.split(r"\W+", word)))
            return
    allowed = NILAI_ISIAN.get(kind.jalur, ())
    constants = [operand.expr] if isinstance(operand.expr, nodes.Const) else getattr(operand.expr, "items", [])
    for constant in constants if allowed and operand.op in ("eq", "ne", "in", "notin") else ():
        value = getattr(constant, "value", None)
        if isinstance(value, str) and value not in allowed:
            near = get_close_matches(value.casefold().replace(" ", "-"), allowed, 1, 0.4)
            right = re.sub(rf"(['\"]){re.escape(value)}\1", f"'{near[0]}'", isi) if near else ""
            yield Keliru(f"isian itu tidak pernah berisi '{value}'; yang ada {', '.join(allowed)}", right)


def _beyond(item: nodes.Getitem, isi: str, kind_of: Callable[[nodes.Node], object]) -> Iterator[Keliru]:
    """A number behind the end of a list whose length is known; a year instead of a number."""
    number = item.arg.value if isinstance(item.arg, nodes.Const) else None
    kind = kind_of(item.node) if isinstance(number, int) else None
    count = length_of(kind.jalur) if isinstance(kind, Daftar) else None
    if count is not None and isinstance(number, int) and not -count <= number < count:
        near = 0 if number >= _YEAR else count - 1
        right = re.sub(rf"\[\s*{number}\s*\]|\.{number}\b", f"[{near}]", isi, count=1)
        yield Keliru(f"daftar itu berisi {count}, dari [0] sampai [{count - 1}]", right)


def _adds_text(total: nodes.BinExpr, kind_of: Callable[[nodes.Node], object]) -> bool:
    sides = (total.left, total.right)
    texts = [isinstance(kind_of(side), Nilai) for side in sides]
    numbers = [isinstance(side, nodes.Const) and isinstance(side.value, (int, float)) for side in sides]
    return any(texts) and (any(numbers) or (all(texts) and not isinstance(total, nodes.Add)))
