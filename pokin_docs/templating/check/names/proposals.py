"""The right path for a name that nothing has: did-you-mean over whole paths, with what clerks call things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pokin_docs.templating.check.names.likeness import alike, bare_text, likeness, name_words
from pokin_docs.templating.fields import ListField, RecordField, ValueField, fields

_CUTOFF = 0.6
_MAX = 3
_SAME = 0.95
_LIKE = 0.8
_BEGINS = 0.78
"""Of a field whose name begins with all that was typed: ``tahun`` for ``tahun_awal``."""
_FURTHER_LOOP = 0.1
_FUNCTIONS = frozenset(("range", "namespace"))


@dataclass(frozen=True, slots=True)
class PathCandidate:
    """A path that could be meant. ``loops`` are the loops that must be opened first, as variable and list.

    ``label`` is what is compared where it is not the path: a record named alone stands for its first text.
    """

    path: str
    loops: tuple[tuple[str, str], ...] = ()
    kind: str = "nilai"
    label: str = ""

    def typed(self, use: str) -> str:
        """The proposal: the path, or the whole loop that makes it known."""
        if not self.loops:
            return self.path
        inner = f"{{{{ {self.path} }}}}" if use != "syarat" else self.path
        head = "".join(f"{{% for {name} in {path} %}}" for name, path in self.loops)
        return head + inner + "{% endfor %}" * len(self.loops)


def propose(
    path: str, parts: Sequence[str], scope: Mapping[str, object], use: str, near: Sequence[str] = ()
) -> tuple[str, ...]:
    """Paths that a wrong one may stand for, the best first; none when nothing is near.

    Args:
        path: The path as typed.
        parts: Its parts; ``[]`` for an index.
        scope: What is known where it stands.
        use: What the tag wants: ``cetak`` a value, ``ulang`` a list, ``syarat`` anything, ``atribut`` one name.
        near: Paths used nearby, the nearest first, which tells two parties apart.
    """
    typed = tuple(part for part in parts if part not in ("", "[]"))
    if not typed:
        return ()
    if len(typed) > 2 and typed[0] in scope and isinstance(scope.get(typed[1]), RecordField):
        return (".".join(typed[1:]),)
    known, kind = _resolved(path, parts, scope)
    choices = list(candidates(scope, use))
    if "[" in known and isinstance(kind, RecordField):
        choices += [PathCandidate(f"{known}.{field}") for field in fields(kind.record_type)]
    scored = []
    for order, candidate in enumerate(choices):
        score = _score(typed, candidate, use) + _nearby(candidate, near)
        if known and (candidate.loops[0][1] if candidate.loops else candidate.path).startswith(known + "."):
            score += 0.12  # a field of what is there, or of a list in it
        elif isinstance(kind, RecordField) and candidate.loops:
            score -= 0.25  # of a record that is there, a field of its own is meant
        scored.append((-score, order, candidate))
    scored.sort(key=lambda entry: entry[:2])
    best = [entry for entry in scored[:_MAX] if -entry[0] >= _CUTOFF and -entry[0] >= -scored[0][0] - 0.07]
    return tuple(dict.fromkeys(candidate.typed(use) for _, _, candidate in best))


def propose_item(parts: Sequence[str], scope: Mapping[str, object], number: str) -> str:
    """The field of an item of a list that a name with an index stands for, ``daftar_tahun[0].pagu``; empty for none.

    Args:
        parts: The parts of the name without the index: a field, or a record and its field.
        scope: What is known where it stands, by name.
        number: The index as typed.
    """
    owner = scope.get(parts[0])
    if owner is None and len(parts) > 1:
        return ""
    inner = fields(owner.record_type, owner.path) if isinstance(owner, RecordField) else scope
    prefix = f"{parts[0]}." if isinstance(owner, RecordField) else ""
    return next((f"{prefix}{name}[{number}].{field}" for name, kind in inner.items()
                 if isinstance(kind, ListField) and isinstance(kind.item, RecordField)
                 for field in fields(kind.item.record_type)
                 if alike(name_words(parts[-1]), (field,)) >= _SAME), "")  # fmt: skip


def _resolved(path: str, parts: Sequence[str], scope: Mapping[str, object]) -> tuple[str, object]:
    """The beginning of a path that exists, as typed, and what it is."""
    kind: object = scope.get(parts[0])
    if kind is None:
        return "", None
    rest = 0
    for count, part in enumerate(parts[1:], 1):
        inner: object = fields(kind.record_type, kind.path).get(part) if isinstance(kind, RecordField) else None
        if part == "[]" and isinstance(kind, ListField):
            inner = kind.item
        if inner is None:
            rest = len(parts) - count
            break
        kind = inner
    pieces = re.split(r"(?=[.\[])", path)
    return "".join(pieces[: len(pieces) - rest]), kind


def candidates(scope: Mapping[str, object], use: str) -> Iterator[PathCandidate]:
    """All that can be meant from here: fields, fields of records in scope, and what stands in lists."""
    opened = frozenset(_paths_in(scope))
    for name, kind in reversed(list(scope.items())):
        yield from _below(name, kind, (), use, opened)
        if isinstance(kind, RecordField) and kind.path in {f"{path}[]" for path in opened}:
            # What a loop goes through is also called by what its list holds: indikator.target for i.target.
            item = kind.path[:-2].rpartition(".")[2].removeprefix("daftar_")
            for one in _below(name, kind, (), "cetak", opened):
                yield replace(one, label=item + one.path.removeprefix(name))
    if use != "atribut":
        yield from (PathCandidate(f"loop.{name}") for name in ("index", "first", "last", "length") if "loop" in scope)


def _paths_in(scope: Mapping[str, object]) -> Iterator[str]:
    """Lists whose items are in scope already."""
    for kind in scope.values():
        path = getattr(kind, "path", "")
        if path.endswith("[]"):
            yield path[:-2]


def _below(path: str, kind: object, loops: tuple[tuple[str, str], ...], use: str, opened: frozenset[str],
           ) -> Iterator[PathCandidate]:  # fmt: skip
    if isinstance(kind, ValueField) or (isinstance(kind, str) and path not in _FUNCTIONS):
        yield PathCandidate(path, loops)
    elif isinstance(kind, RecordField):
        inner = fields(kind.record_type, kind.path)
        if use == "syarat" and not loops:
            yield PathCandidate(path, loops, "rekaman")
        if use == "cetak" and not loops and not kind.path.endswith("[]"):
            yield PathCandidate(f"{path}.{'nama' if 'nama' in inner else next(iter(inner))}", label=path)
        if use != "atribut":
            for name, value in inner.items():
                yield from _below(f"{path}.{name}", value, loops, use, opened)
    elif isinstance(kind, ListField):
        single = isinstance(kind.item, ValueField) and use == "cetak"
        yield PathCandidate(f"{path}[0]", loops, label=path) if single else PathCandidate(path, loops, "daftar")
        if kind.path not in opened and use in ("cetak", "syarat") and len(loops) < 2:
            variable = _variable(path, loops)
            yield from _below(variable, kind.item, (*loops, (variable, path)), use, opened)


def _variable(path: str, loops: tuple[tuple[str, str], ...]) -> str:
    bare = path.rpartition(".")[2].removeprefix("daftar_")
    taken = {name for name, _ in loops}
    return next((letter for letter in bare if letter.isalpha() and letter not in taken), "x")


def _score(typed: Sequence[str], candidate: PathCandidate, use: str) -> float:
    """How near a path is, from 0 to about 1."""
    last = candidate.path.rpartition(".")[2]
    if candidate.label.endswith(f".{last}") and alike(name_words(typed[-1]), name_words(last)) < _LIKE:
        return 0.0  # a record called by another name must at least have such a field
    parts = _parts(candidate)
    text, meant = ".".join(typed), ".".join(parts)
    similar = likeness(bare_text(text), bare_text(meant))
    if len(typed) > 1 and len(parts) > 1 and typed[0] == parts[0]:
        similar = max(similar, 0.35 + 0.65 * likeness(bare_text(".".join(typed[1:])), bare_text(".".join(parts[1:]))))
    said, means = name_words(text), tuple(word for part in parts for word in name_words(part))
    words = alike(said, means)
    score = max(similar, words) + 0.045 * (len(typed) == len(parts))
    if len(parts) > 1 and len(typed) == 1:
        by_letters = likeness(bare_text(typed[0]), bare_text(parts[-1]))
        score = max(score, 0.9 * max(by_letters, alike(name_words(typed[0]), name_words(parts[-1]))))
    if len(typed) == 1 and means[: len(said)] == said and not candidate.loops and "." not in candidate.path:
        score = max(score, _BEGINS + 0.1 * similar)
    if candidate.loops:
        leaf = alike(name_words(typed[-1]), name_words(candidate.path.rpartition(".")[2]))
        score = max(score, 0.85 * leaf) if len(typed) <= 2 else score
        score -= (0.06 if "." in candidate.path else 0.36) + _FURTHER_LOOP * (len(candidate.loops) - 1)
    if use == "ulang":
        score += 0.15 if candidate.kind == "daftar" else -0.25
    elif use == "cetak" and candidate.kind != "nilai":
        score -= 0.3
    return score


def _parts(candidate: PathCandidate) -> list[str]:
    """The parts of a path as somebody may name them who does not know of loops."""
    if not candidate.loops:
        return re.sub(r"\[[^\]]*\]", "", candidate.label or candidate.path).split(".")
    names = [path.rpartition(".")[2].removeprefix("daftar_") for _, path in candidate.loops]
    return [*names[-1:], *candidate.path.split(".")[1:]]


def _nearby(candidate: PathCandidate, near: Sequence[str]) -> float:
    """A little for a path whose beginning is used nearby."""
    head = candidate.path.rpartition(".")[0]
    for place, path in enumerate(near):
        if head and path.rpartition(".")[0] == head:
            return 0.04 - 0.005 * min(place, 6)
    return 0.0
