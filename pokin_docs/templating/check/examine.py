"""The check of a template before anything is filled: all faults at once, each at its place, with a proposal.

A part is read sentence by sentence (``sentences``); its tags are found and, where it is plain what was meant, mended
(``tags``); they are paired (``blocks``) and their names looked up (``names``); the main part is compared with what
the regulations want (``form``). What was mended counts as meant from there on, so that one slip gives one finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from pokin_docs.documents.form import Form
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.templating.check import coverage
from pokin_docs.templating.check import sentences as places
from pokin_docs.templating.check.blocks import pair
from pokin_docs.templating.check.carried import carried
from pokin_docs.templating.check.form import compare
from pokin_docs.templating.check.names import look_up
from pokin_docs.templating.check.tags import read
from pokin_docs.templating.faults import (
    TagFault,
    TemplateExamination,
    TemplateFinding,
    TemplateLanguage,
    TemplatePart,
    TemplatePlace,
    TemplateSentence,
)

__all__ = ["examine"]

# Each is tried in all its meanings against all tags of its part; hands leave one or two.
_MAX_UNKNOWN = 8
_COMMENTS = "komentar"


def examine(
    templat: str,
    content: Mapping[str, bytes],
    filled_parts: Mapping[str, str],
    main: str,
    kind: DocumentKind,
    language: TemplateLanguage,
) -> TemplateExamination:
    """All faults of a template and the coverage of its fields.

    Args:
        templat: File name, for the findings.
        content: The parts of the package by name, as bytes of XML.
        filled_parts: Those that are filled, with what a clerk calls them.
        main: Name of the main part.
        kind: The kind of document it is for: the fields of its content are the placeholders.
        language: The template language.
    """
    headings = places.heading_styles(content.get("word/styles.xml"))
    rels = content.get(f"{main.rpartition('/')[0]}/_rels/{main.rpartition('/')[2]}.rels")
    labels = places.parts_labels(filled_parts, places.header_labels(content[main], rels))
    comments = next((content[name] for name, label in filled_parts.items() if label == _COMMENTS), None)
    found: list[TemplateFinding] = []
    printed: set[str] = set()
    asked: set[str] = set()
    for name in sorted(labels, key=lambda part: part != main):
        root = etree.fromstring(content[name])
        sentences = places.read(root, name, labels[name], headings)
        part = TemplatePart(sentences)
        read.read_tags(part, kind.content, language, look_up.ALWAYS)
        _pair(part, language)
        prints, asks = look_up.look_up(part, kind.content, language)
        printed |= prints
        asked |= asks
        _parse_together(part, language)
        if name == main:
            part.sentences = part.sentences or [
                TemplateSentence("", TemplatePlace(labels[name], file=name), "teks", ())
            ]
            _compare_with_form(templat, part, kind.form)
        found += [_as_finding(templat, fault, part.sentences) for fault in _in_order(part.faults)]
        if labels[name] != _COMMENTS:
            found += carried(templat, root, sentences, labels[name], comments)
    return TemplateExamination(tuple(found), tuple(coverage.table(kind.content, printed, asked)))


def _pair(part: TemplatePart, language: TemplateLanguage) -> None:
    """Fill in the blocks of a part with their faults, and the Jinja of each tag."""
    _guess_unknown(part, language)
    part.blocks, faults, part.moved = pair.pair(part.sentences, part.tags)
    for fault in faults:
        _merge(part, fault)
    parsed: dict[str, object] = {}
    for tag in part.tags:
        source = read.as_expression(tag.opener, tag.keyword, tag.inner) if tag.is_readable else ""
        if source and source not in parsed:
            parsed[source] = language.parse(source)
        part.trees.append(parsed.get(source))


def _guess_unknown(part: TemplatePart, language: TemplateLanguage) -> None:
    """Take statements of unknown words for what the blocks lack there: the reading with the fewest faults."""
    unknown = [number for number in part.warned
               if part.tags[number].opener == "{%" and part.tags[number].keyword not in read.WORDS]  # fmt: skip
    for number in unknown[:_MAX_UNKNOWN]:
        tag = meant = part.tags[number]
        fewest = len(pair.pair(part.sentences, part.tags)[1])
        for word, content in read.guesses(tag.inner, language.wrong) if fewest else ():
            part.tags[number] = guess = replace(tag, keyword=word, inner=content, is_readable=True)
            count = len(pair.pair(part.sentences, part.tags)[1])
            if count < fewest:
                fewest, meant = count, guess
        part.tags[number] = meant
        if meant is not tag:
            told = part.warned[number]
            part.faults[told] = replace(part.faults[told], proposals=(meant.typed(),))


def _parse_together(part: TemplatePart, language: TemplateLanguage) -> None:
    """The net: what no rule here saw and Jinja still refuses when it reads all tags of a part together."""
    if part.faults or not part.tags:
        return
    script = "".join(read.as_tag(tag.opener, tag.keyword, tag.inner) for tag in part.tags)
    message = language.wrong(script)
    if message:
        part.warn(part.tags[0], message)


def _merge(part: TemplatePart, fault: TagFault) -> None:
    """Add a fault of a tag; one that has a fault already only gets the better proposal."""
    for number, told in part.warned.items():
        tag = part.tags[number]
        if (tag.sentence, tag.start) == (fault.sentence, fault.start):
            part.faults[told] = replace(part.faults[told], proposals=fault.proposals or part.faults[told].proposals)
            return
    part.faults.append(fault)


def _compare_with_form(templat: str, part: TemplatePart, form: Form | None) -> None:
    """Add what the regulations want and the main part lacks; a tag with a fault counts as what it was meant to be."""
    printed = {number: frozenset(paths | part.meant.get(number, set())) for number, paths in
               (part.meant | part.printed).items()}  # fmt: skip
    wrong = {(fault.sentence, fault.start) for fault in part.faults}
    for number, tag in enumerate(part.tags):
        meant_value = part.sentences[tag.sentence].text.startswith("{{", tag.start) or tag.opener == "{{"
        if meant_value and number not in printed and (tag.sentence, tag.start) in wrong:
            printed[number] = frozenset((compare.ANYTHING,))
    for lack in compare.check(templat, form, part, printed) if form else ():
        number = lack.after
        if number < 0:
            number = next((at for at, sentence in enumerate(part.sentences) if sentence.kind == "paragraf"), 0)
        where = f" untuk {lack.documents}" if lack.documents else ""
        details = (("apa", lack.what), ("untuk", where), ("bunyi", lack.proposal), ("_sesudah", str(lack.after)))
        proposal = (lack.proposal,) if lack.proposal else ()
        part.faults.append(TagFault("T10" if lack.required else "T11", number, 0, 0, details, proposal))


def _in_order(faults: Iterable[TagFault]) -> list[TagFault]:
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.sentence, fault.start, fault.kode))


def _as_finding(templat: str, fault: TagFault, sentences: Sequence[TemplateSentence]) -> TemplateFinding:
    sentence = sentences[fault.sentence]
    inside = sentence.kind in ("paragraf", "terikat")
    start, end = (fault.start, fault.end) if inside else (0, 0)
    place = replace(sentence.place, sentence=places.shown(sentence.text, fault.start, fault.end), start=start,
                    end=end)  # fmt: skip
    return TemplateFinding(_finding(templat, fault, place), place, fault.proposals)


def _finding(templat: str, fault: TagFault, place: TemplatePlace) -> Temuan:
    details = dict(fault.details)
    more = details.pop("_tambahan", "")
    after = details.pop("_sesudah", "")
    if after:
        where = f"sesudah «{place.sentence}»" if int(after) >= 0 else "di awal"
        return temuan(fault.kode, CellRef(templat), templat=templat, bagian=f"{place}, {where}", **details)
    if fault.kode in ("T03", "T04"):
        details["usul"] = proposal("» atau «".join(fault.proposals)) + more
    return temuan(fault.kode, CellRef(templat), templat=templat, bagian=str(place), kalimat=place.sentence, **details)
