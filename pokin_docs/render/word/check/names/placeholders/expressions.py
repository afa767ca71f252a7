"""Pieces of Jinja's syntax tree in the words of a template."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection

from jinja2 import nodes

from pokin_docs.model.ruas import Daftar, Rekaman, fields


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


def segments(node: nodes.Node) -> tuple[str, ...]:
    """The parts of a chain of names; ``[]`` for an index."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        return (*segments(node.node), node.attr)
    if isinstance(node, nodes.Getitem):
        named = isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str)
        return (*segments(node.node), str(node.arg.value) if named else "[]")  # type: ignore[attr-defined]
    return ("",)


def as_loop(path: str, kind: Daftar) -> str:
    """A loop that prints a list."""
    item = "x"
    inner = f"{item}.{next(iter(fields(kind.item.tipe)))}" if isinstance(kind.item, Rekaman) else item
    return f"{{% for {item} in {path} %}}{{{{ {inner} }}}}{{% endfor %}}"


def takes(run: Callable[..., object], node: nodes.Filter) -> bool:
    """Whether a filter can be called with what the tag gives it."""
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return True
    try:
        shape = inspect.signature(run)
    except ValueError:
        return True
    hiding = (0, 1) if hasattr(run, "jinja_pass_arg") else (0,)
    # Jinja hands some filters the environment first; a wrapper of its own hides whether this is one of them.
    return any(_binds(shape, hidden + 1 + len(node.args), [str(pair.key) for pair in node.kwargs]) for hidden in hiding)


def _binds(shape: inspect.Signature, count: int, named: list[str]) -> bool:
    try:
        shape.bind(*[None] * count, **dict.fromkeys(named))
    except TypeError:
        return False
    return True


def is_rootless(node: nodes.Node, known: Collection[str]) -> bool:
    """Whether a chain of names begins with one that is not known."""
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        node = node.node
    return isinstance(node, nodes.Name) and node.name not in known
