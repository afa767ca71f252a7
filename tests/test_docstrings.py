"""Docstrings of functions that can be called wrongly: each parameter is told of, once."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pokin_docs"
MANY = 3
"""So many parameters can be mixed up."""
SECTION = re.compile(r"^(Args|Returns|Raises|Yields|Attributes):$", re.MULTILINE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def public_functions(tree: ast.Module) -> Iterator[tuple[str, Function, bool]]:
    """Public functions, and public methods of public classes (the flag), each with its name."""
    for node in tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node.name, node, False
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, Function) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}", inner, "staticmethod" not in decorators(inner)


def decorators(function: Function) -> set[str]:
    """Last words of the decorators: ``command`` for ``@cli.command("bangun")``."""
    called = (entry.func if isinstance(entry, ast.Call) else entry for entry in function.decorator_list)
    return {ast.unparse(entry).rpartition(".")[2] for entry in called}


def parameters(function: Function, *, bound: bool) -> list[str]:
    """Names of the parameters in order, without ``self`` or ``cls``."""
    given = function.args
    positional = [*given.posonlyargs, *given.args][bound:]
    several = [entry for entry in (given.vararg, given.kwarg) if entry]
    return [entry.arg for entry in (*positional, *given.kwonlyargs, *several)]


def missing(docstring: str, names: list[str]) -> list[str]:
    """What is wrong with the telling of these parameters: left out, told twice, or told and not there."""
    sections = SECTION.split(docstring)
    args = dict(zip(sections[1::2], sections[2::2], strict=True)).get("Args")
    if args is None:
        return [f"{name} is not told" for name in names if f"``{name}``" not in docstring]
    told = re.findall(r"^    (\w+): \S", args, re.MULTILINE)
    wrong = [f"{name} is told {told.count(name)} times" for name in names if told.count(name) != 1]
    return wrong + [f"{name} is no parameter" for name in told if name not in names]


def lacks(source: str) -> Iterator[str]:
    """What the docstrings of a file lack; that of a command is its ``--help``, which tells options by themselves."""
    for name, function, bound in public_functions(ast.parse(source)):
        names = parameters(function, bound=bound)
        if "command" in decorators(function):
            continue
        docstring = ast.get_docstring(function) or ""
        if len(names) >= MANY or "Args:" in docstring:
            yield from (f"{function.lineno} {name}: {fault}" for fault in missing(docstring, names))


def test_every_parameter_of_a_function_with_several_is_told() -> None:
    faults = [
        f"{file.relative_to(PACKAGE).as_posix()}:{fault}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for fault in lacks(file.read_text(encoding="utf-8"))
    ]
    assert not faults, "\n".join(faults)


ARGS = "A thing.\n\n    Args:\n        a: One.\n        b: Two.\n        c: Three.\n    "


@pytest.mark.parametrize(
    ("docstring", "faults"),
    [
        (ARGS, []),
        (ARGS.replace("b: Two", "b: Two,\n            on two lines"), []),
        ("The ``a`` of ``b``, below ``c``.", []),
        ("A thing.", ["a is not told", "b is not told", "c is not told"]),
        ("The ``a`` of ``b``, below c.", ["c is not told"]),
        (ARGS.replace("        c: Three.\n", ""), ["c is told 0 times"]),
        (ARGS.replace("c: Three", "a: Three"), ["a is told 2 times", "c is told 0 times"]),
        (ARGS.replace("c: Three", "c: Three.\n        d: Four"), ["d is no parameter"]),
        (ARGS.replace("    Args:", "    Raises:"), ["a is not told", "b is not told", "c is not told"]),
    ],
)
def test_what_a_docstring_lacks_is_listed(docstring: str, faults: list[str]) -> None:
    function = f'def f(a: int, *b: str, c: bool) -> None:\n    """{docstring}"""\n'
    method = f'class A:\n    def f(self, a: int, *b: str, c: bool) -> None:\n        """{docstring}"""\n'
    order = [f"1 f: {fault}" for fault in faults]
    assert sorted(lacks(function)) == sorted(order)
    assert sorted(fault.partition(": ")[2] for fault in lacks(method)) == sorted(faults)


@pytest.mark.parametrize(
    "source",
    [
        'def f(a, b):\n    """A thing."""',
        'def _f(a, b, c):\n    """A thing."""',
        'class _A:\n    def f(self, a, b, c):\n        """A thing."""',
        '@cli.command("bangun")\ndef f(a, b, c):\n    """Bantuan."""',
    ],
)
def test_few_parameters_what_is_private_and_commands_need_no_telling(source: str) -> None:
    assert not list(lacks(source))
