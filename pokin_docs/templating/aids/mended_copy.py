"""A copy of a template with the safe proposals of its check typed in; everything else stays the bytes it was.

A proposal is safe when the check, asked again, finds the fault gone and none that was not there before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pokin_docs.files.package import OfficePackage
from pokin_docs.files.word_texts import WordParagraph, read
from pokin_docs.files.xml_part import XmlEdit, readable, splice
from pokin_docs.templating.faults import TemplateExamination, TemplateFinding, TemplatePlace

_OF_TAGS = frozenset(("T03", "T04"))
_MOST = 80
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MendedTemplate:
    """The copy, what was typed in (finding with the text that stood there), and what the check says of the copy."""

    data: bytes
    typed: tuple[tuple[TemplateFinding, str], ...]
    examination: TemplateExamination


def mend_template(
    data: bytes, examination: TemplateExamination, examine: Callable[[bytes], TemplateExamination]
) -> MendedTemplate:
    """The template with its safe proposals typed in.

    Args:
        data: The file.
        examination: What the check says of it.
        examine: The check, for a changed copy.
    """
    repairs = _Repairs(data, examination, examine)
    wanted = [found for found in examination.temuan if _has_one_proposal(found)][:_MOST]
    by_paragraph: dict[tuple[str, int], list[TemplateFinding]] = defaultdict(list)
    for found in wanted:
        by_paragraph[found.place.file, found.place.paragraph].append(found)
    # Slips that belong together (a loop and its end) are only gone together; else each paragraph, each slip alone.
    alone = ([found] for together in by_paragraph.values() if len(together) > 1 for found in together)
    for group in (wanted, *by_paragraph.values(), *alone):
        repairs.attempt([found for found in group if found not in repairs.done])
    repairs.attempt([found for found in wanted if found not in repairs.done])
    return MendedTemplate(repairs.data, tuple(repairs.typed(wanted)), repairs.examination)


def _has_one_proposal(found: TemplateFinding) -> bool:
    place = found.place
    return (
        found.temuan.kode in _OF_TAGS
        and len(found.proposals) == 1
        and bool(found.proposals[0])
        and bool(place.file)
        and place.paragraph >= 0
        and place.start < place.end
    )


class _Repairs:
    """The copy as it stands, what the check says of it, and the findings that are typed in."""

    def __init__(
        self, data: bytes, examination: TemplateExamination, examine: Callable[[bytes], TemplateExamination]
    ) -> None:
        self.original = self.data = data
        self.examination = examination
        self.examine = examine
        self.done: list[TemplateFinding] = []

    def attempt(self, group: Sequence[TemplateFinding]) -> None:
        """Type in the proposals of a group, if the check then finds fewer faults and none of another kind."""
        if not group:
            return
        changed = _typed_in(self.original, (*self.done, *group))
        found = self.examine(changed)
        before, after = Counter(map(_key, self.examination.temuan)), Counter(map(_key, found.temuan))
        if not after - before and after.total() <= before.total() - len(group):
            self.data, self.examination = changed, found
            self.done += group

    def typed(self, wanted: Iterable[TemplateFinding]) -> Iterator[tuple[TemplateFinding, str]]:
        """What was typed in, in the order of the template, each with the text that stood there."""
        package = OfficePackage(self.original)
        for found in wanted:
            if found in self.done:
                text = read(readable(package[found.place.file])).paragraphs[found.place.paragraph].text
                yield found, text[found.place.start : found.place.end]


def _key(found: TemplateFinding) -> _Key:
    """What a finding says, without what a change beside it moves: its characters and the sentence around it."""
    details = dict(found.temuan.details)
    said = (str(details.get(name, "")) for name in ("nama", "pesan", "apa", "untuk"))
    return (found.temuan.kode, found.place.file, str(found.place.paragraph), *said)


def _typed_in(data: bytes, findings: Iterable[TemplateFinding]) -> bytes:
    package = OfficePackage(data)
    by_part: dict[str, list[TemplateFinding]] = defaultdict(list)
    for found in findings:
        by_part[found.place.file].append(found)
    for name, those in by_part.items():
        part = readable(package[name])
        paragraphs = read(part).paragraphs
        by_paragraph: dict[int, list[tuple[TemplatePlace, str]]] = defaultdict(list)
        for found in those:
            by_paragraph[found.place.paragraph].append((found.place, found.proposals[0]))
        edits = [edit for number, typed in by_paragraph.items() for edit in _edits(paragraphs[number], typed)]
        package[name] = splice(part, edits)
    return package.to_bytes()


def _edits(paragraph: WordParagraph, typed: Sequence[tuple[TemplatePlace, str]]) -> Iterator[XmlEdit]:
    """The texts of a paragraph written anew: what is typed stands in the run where the old text begins."""
    prefix = paragraph.ns_prefix
    for piece in paragraph.pieces:
        text, first = piece.text, piece.begin
        for place, new in sorted(typed, key=lambda each: each[0].start, reverse=True):
            low, high = max(place.start, first) - first, min(place.end, piece.finish) - first
            if low < high:
                text = text[:low] + (new if place.start >= first else "") + text[high:]
        if text != piece.text:
            shown = f'<{prefix}t xml:space="preserve">{escape(text)}</{prefix}t>' if text else ""
            yield XmlEdit(piece.start, piece.end, shown.encode())
