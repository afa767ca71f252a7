"""The check of templates beside two others that know this language, on templates of other hands, good ones and faulty.

    .venv/bin/python benchmarks/template_check.py

The others: docxtpl's list of undeclared variables (jinja2's own reading), and docxtpl filling with StrictUndefined,
both given our filters. "At its place" means that what is said quotes what was typed, or the sentence it stands in.
"""

from __future__ import annotations

import copy
import io
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from helpers.other_hands import FAULTS, GOOD, Fault, built, checked  # noqa: E402
from pokin_docs.documents.pk.content import PerjanjianKinerja  # noqa: E402
from pokin_docs.documents.pk.kind import PK  # noqa: E402
from pokin_docs.templating import filters  # noqa: E402

Checker = Callable[[bytes], str]


def environment() -> Environment:
    found = Environment(undefined=StrictUndefined, autoescape=True)
    found.filters.update(filters.FILTERS)
    return found


def undeclared(data: bytes, context: Mapping[str, object]) -> str:
    """What docxtpl's list of undeclared variables says; empty where it finds nothing."""
    try:
        template = DocxTemplate(io.BytesIO(data))
        names = template.get_undeclared_template_variables(environment(), context=dict(context))
    except Exception as fault:  # noqa: BLE001  whatever it raises is what its user sees
        return f"{type(fault).__name__}: {fault}"
    return ", ".join(sorted(names))


def strict(data: bytes, context: Mapping[str, object]) -> str:
    """What filling with StrictUndefined says; empty where it fills."""
    try:
        template = DocxTemplate(io.BytesIO(data))
        template.render(copy.deepcopy(dict(context)), environment())
        template.save(io.BytesIO())
    except Exception as fault:  # noqa: BLE001
        return f"{type(fault).__name__}: {fault}"
    return ""


def quotes(said: str, fault: Fault) -> bool:
    """Whether a message quotes what was typed, or its sentence."""
    typed = fault.typed.replace("¦", "").strip()
    return bool(typed) and (typed in said or fault.sentence in said)


def main() -> None:
    sample = PK.sample()
    assert isinstance(sample, PerjanjianKinerja)
    context = asdict(sample) | {"logo": ""}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = {fault: checked(fault.lines, folder) for fault in FAULTS}
        first = sum(bool(found) and fault.proposal in "".join(found[0].proposals[:1]) for fault, found in own.items())
        rows = [
            ("pokin_docs", sum(map(bool, own.values())),
             sum(bool(found) and all(map(fault.is_at, found)) for fault, found in own.items()),
             sum(bool(checked(lines, folder)) for lines in GOOD.values())),
        ]  # fmt: skip
    for label, other in (("undeclared variables", undeclared), ("StrictUndefined", strict)):
        said = {fault: other(built(fault.lines), context) for fault in FAULTS}
        rows.append(
            (label, sum(map(bool, said.values())), sum(quotes(words, fault) for fault, words in said.items()),
             sum(bool(other(built(lines), context)) for lines in GOOD.values()))
        )  # fmt: skip
    print(f"{len(FAULTS)} faults, {len(GOOD)} good templates; right proposal first: {first}")
    print(f"{'':22}{'told':>8}{'at its place':>14}{'false alarms':>14}")
    for label, told, placed, alarms in rows:
        print(f"{label:22}{told:>8}{placed:>14}{alarms:>14}")


if __name__ == "__main__":
    main()
