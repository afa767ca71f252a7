"""What the parts of a template were turned into, kept in the user's cache folder: a third of a small build otherwise.

A part follows from its bytes, the program and the libraries alone. What Jinja made of it is Python's own code, so that
the version of Python counts too.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
import zlib
from types import CodeType
from typing import Any, NamedTuple

from pokin_docs.model import user_cache
from pokin_docs.templating.fill import open_places, patch
from pokin_docs.templating.fill.language import Sandbox
from pokin_docs.templating.fill.limits import LoopChoice, LoopSpan, measure

_MOST = 64
"""Templates whose parts are kept; the oldest go."""

PrintedSpans = tuple[LoopSpan | LoopChoice, ...] | None


class ReadPart(NamedTuple):
    """A part as Jinja read it: the code that fills it, the names it uses, and what it can cost (``limits.measure``)."""

    code: CodeType
    names: frozenset[str]
    cost: PrintedSpans


class KeptParts:
    """The parts of one template: those known before, and those that were used, which are kept."""

    def __init__(self, mark: str = "", template: bytes = b"") -> None:
        """What was kept.

        Args:
            mark: Stands for the program and its libraries; "" where nothing is kept.
            template: All bytes of the template file.
        """
        # The very version of Python: its code is of no other.
        told = hashlib.sha256(f"{mark} {sys.version} ".encode() + template).hexdigest()
        self._name = f"templat-{told[:32]}" if mark else ""
        self._known = _read(self._name) if mark else {}
        self._used: dict[str, Any] = {}

    def source(self, data: bytes, label: str, with_places: bool) -> str:
        """The Jinja source of a part, the places that it leaves to the office marked.

        Args:
            data: The part.
            label: What the part is called.
            with_places: Whether such places are looked for.
        """
        key = hashlib.sha256(f"{label}\0{with_places}\0".encode() + data).hexdigest()
        known = self._known.get(key)
        self._used[key] = found = known if isinstance(known, str) else _source(data, label, with_places)
        return found

    def part(self, sandbox: Sandbox, source: str, name: str) -> ReadPart:
        """A part as Jinja reads its source.

        Args:
            sandbox: Reads it where it is not known.
            source: The source.
            name: What its code is called.

        Raises:
            FillFailed: It cannot be read.
        """
        key = hashlib.sha256(f"{name}\0{source}".encode("utf-8", "surrogatepass")).hexdigest()
        found = _part(self._known.get(key)) or _read_part(sandbox, source, name)
        self._used[key] = (found.code, found.names, None if found.cost is None else _plain(found.cost))
        return found

    def keep(self) -> None:
        """Keep what was used, where some of it was not known."""
        if self._name and not self._used.keys() <= self._known.keys():
            user_cache.keep(self._name, zlib.compress(marshal.dumps(self._used), 1), _MOST)


def _source(data: bytes, label: str, with_places: bool) -> str:
    if label == "komentar" or label == "properti dokumen" or not with_places:
        return patch.to_jinja(data, comment=label == "komentar")
    return open_places.to_signs(patch.to_jinja(open_places.mark(data, 0)[0]))


def _read_part(sandbox: Sandbox, source: str, name: str) -> ReadPart:
    code, names, tree = sandbox.translate(source, name)
    return ReadPart(code, names, measure(tree))


def _read(name: str) -> dict[str, Any]:
    body = user_cache.kept(name)
    try:
        content = marshal.loads(zlib.decompress(body)) if body is not None else {}
    except (ValueError, TypeError, EOFError, zlib.error):
        return {}
    return content if isinstance(content, dict) else {}


def _part(known: Any) -> ReadPart | None:
    """A part as it was kept; None where that is none."""
    try:
        code, names, cost = known
        return ReadPart(code, names, None if cost is None else _spans(cost)) if isinstance(code, CodeType) else None
    except (TypeError, ValueError):
        return None


def _plain(spans: tuple[LoopSpan | LoopChoice, ...]) -> tuple[Any, ...]:
    return tuple(
        (one.lists, one.unchanged, one.values, one.whole, one.repeats) if isinstance(one, LoopSpan)
        else tuple(map(_plain, one.branches))
        for one in spans
    )  # fmt: skip


def _spans(plain: tuple[Any, ...]) -> tuple[LoopSpan | LoopChoice, ...]:
    return tuple(
        LoopSpan(*one) if len(one) == _SPAN and isinstance(one[-1], int) else LoopChoice(tuple(map(_spans, one)))
        for one in plain
    )


_SPAN = 5
"""Fields of a ``LoopSpan``, the last of which is a number."""
