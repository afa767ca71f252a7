"""Which marks a template prints of a content: its tags alone are run, without the text around them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from jinja2 import Template

from pokin_docs.documents.values import Tanda, marks_in
from pokin_docs.model.findings import temuan
from pokin_docs.model.source import CellRef
from pokin_docs.templating.fill import content_size, context, language, limits
from pokin_docs.templating.fill.template_tags import OpenPlace, TemplateTags
from pokin_docs.templating.signs import LINE_BREAK, MARK_END, MARK_START, PLACE_END, PLACE_START, TAB

_MARK = re.compile(f"{PLACE_START}([0-9]+){PLACE_END}|{MARK_START}([^{MARK_END}]*)(?:{MARK_END}|$)")


@dataclass(frozen=True, slots=True)
class MarksOfTemplate:
    """A template as far as its marks go; ``places`` are those that it leaves to the office itself."""

    sandbox: language.Sandbox
    parts: tuple[tuple[Template, tuple[limits.LoopSpan | limits.LoopChoice, ...]], ...]
    places: tuple[Tanda, ...]

    def of(self, content: object, *, logo: bool) -> tuple[Tanda, ...] | None:
        """The marks that a document of this content prints, in order, each once; None where only filling can tell.

        Args:
            content: Of the type the template is for.
            logo: Whether there is a logo to print.
        """
        values = context.of_document(content)
        size = content_size.size_of(values)
        if sum(limits.cost(spans, size) for _, spans in self.parts) > limits.MAX_COST:
            return None
        values = {**values, "logo": "logo" if logo else ""}
        known = {mark.text: mark for mark in marks_in(content)}
        found: dict[Tanda, None] = {}
        for part, _ in self.parts:
            try:
                text = self.sandbox.fill(part, values)
            except language.FillFailed:
                return None  # told when it is filled
            for number, said in _MARK.findall(text):
                mark = self.places[int(number)] if number else _meant(said, known)
                found.setdefault(mark)
        return tuple(found)


def _meant(said: str, known: dict[str, Tanda]) -> Tanda:
    """The mark of the content that was printed, also where a filter changed or cut its text."""
    text = html.unescape(said).replace(LINE_BREAK, "\n").replace(TAB, "\t")
    folded = text.casefold()
    near = (mark for key, mark in known.items() if key.casefold().startswith(folded))
    return known.get(text) or next(near, None) or Tanda(text)


def marks_of(tags: TemplateTags, templat: str) -> MarksOfTemplate | None:
    """What is needed to tell the marks of a template; None where only filling can tell.

    Args:
        tags: Its tags.
        templat: The name of its file, for the findings of its places.
    """
    sandbox = language.Sandbox()
    parts: list[tuple[Template, tuple[limits.LoopSpan | limits.LoopChoice, ...]]] = []
    for name, source in tags.parts:
        try:
            code, _, tree = sandbox.translate(source, f"{templat}/{name}")
        except language.FillFailed:
            return None
        spans = limits.measure(tree)
        if spans is None:
            return None
        parts.append((sandbox.template(code), spans))
    return MarksOfTemplate(sandbox, tuple(parts), tuple(_as_mark(place, templat) for place in tags.places))


def _as_mark(place: OpenPlace, templat: str) -> Tanda:
    where = f", di bawah judul «{place.title}»" if place.title else ""
    if place.sheet:
        told = temuan("D11", CellRef(""), judul=place.title or "ini", lembar=place.sheet)
    else:
        told = temuan("T12", CellRef(""), templat=templat, tempat=where, kalimat=place.sentence)
    return Tanda(place.sentence, place.sentence, told=told)
