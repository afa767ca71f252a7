"""Which values of a template are texts, and Jinja's filters that make texts: none lets anything else become one.

A finalizer sees only what is printed in the end; a None that a filter or ``~`` has put into a text it cannot see.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import TemplateRuntimeError
from jinja2.filters import FILTERS as JINJA
from jinja2.filters import do_join, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context

from pokin_docs.templating.signs import MARK_END, MARK_START

_MAX_DECIMALS = 4


def as_text(value: object) -> str:
    """The text a value is; a number without a long fraction, and yes or no, are texts too.

    Raises:
        TemplateRuntimeError: For what must never reach a document: None, NaN, a list, a record, a long fraction.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, Undefined):
        value._fail_with_undefined_error()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and math.isfinite(value):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        if "e" not in str(value) and len(str(value).partition(".")[2]) <= _MAX_DECIMALS:
            return str(value)
        raise TemplateRuntimeError("pecahan panjang")
    raise TemplateRuntimeError("bukan teks yang dapat dicetak")


def _of_text(run: Callable[..., object], place: int = 0) -> Callable[..., object]:
    """A filter that is given the text of its value; ``place`` is where the value stands among its arguments."""

    @wraps(run)
    def filtered(*args: Any, **options: Any) -> object:
        return run(*args[:place], as_text(args[place]), *args[place + 1 :], **options)

    return filtered


@pass_eval_context
def _join(eval_ctx: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's join, of texts only."""
    if attribute is not None:
        value = map(make_attrgetter(eval_ctx.environment, attribute), value)
    joined: str = do_join(eval_ctx, [as_text(one) for one in value], as_text(d))
    return joined


_MARKS = re.compile(f"({MARK_START}[^{MARK_END}]*{MARK_END})")


def _but_marks(run: Callable[..., object]) -> Callable[..., object]:
    """A filter of the case of letters that leaves marks as they are: they name a cell, and are found by their text."""

    @wraps(run)
    def filtered(value: object) -> object:
        text = as_text(value)
        if MARK_START not in text:
            return run(text)
        return "".join(part if number % 2 else str(run(part)) for number, part in enumerate(_MARKS.split(text)))

    return filtered


FILTERS: dict[str, Callable[..., object]] = {
    "trim": _of_text(JINJA["trim"]),
    **{name: _but_marks(JINJA[name]) for name in ("capitalize", "lower", "title", "upper")},
    "truncate": _of_text(JINJA["truncate"], 1),
    "string": as_text,
    "join": _join,
}
