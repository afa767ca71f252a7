"""Which fields of the documents a template prints, and which it never does."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pokin_docs.templating.faults import FieldCoverage
from pokin_docs.templating.fields import RecordField, leaves


def table(content: type, printed: Collection[str], asked: Collection[str]) -> Iterator[FieldCoverage]:
    """Every field by its path, lists as ``x[].y``, and whether it is printed.

    A yes or no is there to be asked, so a condition on it is enough.

    Args:
        content: Dataclass of the content; its fields are the placeholders.
        printed: Paths that the template prints.
        asked: Paths that conditions of it ask for.
    """
    for field in leaves(RecordField(content, "")):
        shown = field.path in printed or (field.is_yes_no and field.path in asked)
        yield FieldCoverage(field.path, shown, bool(field.choices))
