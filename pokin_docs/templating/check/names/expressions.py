"""Pieces of Jinja's syntax tree in the words of a template."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection

from jinja2 import nodes


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


def written(node: nodes.Node) -> str:
    """An expression as it may be typed; empty where it holds more than names, texts, numbers, filters and calls."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Const):
        return repr(node.value)
    if isinstance(node, nodes.Slice):
        ends = [written(end) if end is not None else "" for end in (node.start, node.stop)]
        return ":".join(ends)
    if not isinstance(node, (nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Call)) or node.node is None:
        return ""
    owner = written(node.node)
    if not owner or isinstance(node, nodes.Getattr):
        return f"{owner}.{node.attr}" if owner and isinstance(node, nodes.Getattr) else ""
    if isinstance(node, nodes.Getitem):
        inner = written(node.arg)
        return f"{owner}[{inner}]" if inner else ""
    given = [written(value) for value in node.args]
    given += [f"{pair.key}={written(pair.value)}" for pair in node.kwargs]
    if not all(given) or any(text.endswith("=") for text in given):
        return ""
    arguments = ", ".join(given)
    if isinstance(node, nodes.Filter):
        return f"{owner}|{node.name}({arguments})" if arguments else f"{owner}|{node.name}"
    return f"{owner}({arguments})"


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
