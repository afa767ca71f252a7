"""The tags of a part, sentence by sentence: found by their braces, mended where it is plain what was meant."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from jinja2 import nodes

from pokin_docs.templating.check.tags import braces, mend, slips
from pokin_docs.templating.faults import Tag, TagFault, TemplateLanguage, TemplatePart, TemplateSentence
from pokin_docs.templating.fields import RecordField, ValueField, fields

__all__ = ["WORDS", "as_expression", "as_tag", "guesses", "read_tags"]

WORDS = mend.WORDS
as_expression = mend.as_expression
as_tag = mend.as_tag
guesses = mend.guesses

_BOUND = re.compile(r"\{%(?:p|tr|tc|r)?[\s+-]*(?:for|set|with|macro)\s+(.*?)(?:\s+in\s|=|\(|%\})", re.DOTALL)
_NOT_TAGS = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?\bendraw\s*[-+]?%\}|\{_[{%].*?[}%]_\}", re.DOTALL)
_BRACKETS = ("[]", "<>", "()")
_MARKS = re.compile("[{}%#｛]|\\[\\[|<<|«|\\(\\(")


def read_tags(part: TemplatePart, content_type: type, language: TemplateLanguage, always: Collection[str]) -> None:
    """Fill in the tags of a part, with the faults of each by itself.

    Args:
        part: The part; its sentences are read, its tags and faults filled in.
        content_type: Dataclass of the content; its fields are the placeholders.
        language: The template language.
        always: Names that every template may use.
    """
    bound = {name.strip() for sentence in part.sentences for group in _BOUND.findall(sentence.text)
             for name in group.split(",")}  # fmt: skip
    roots = bound | set(fields(content_type)) | set(language.free_names) | set(always)

    @functools.cache
    def known(source: str) -> bool:
        if language.wrong(source):
            return False
        tree = language.parse(source)
        bound_here = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        return (
            {name.name for name in tree.find_all(nodes.Name)} <= roots | bound_here
            and all(
                _leads_somewhere(node, content_type, bound | bound_here, language)
                for node in tree.find_all(nodes.Getattr)
            )
            and {run.name for run in tree.find_all(nodes.Filter)} <= set(language.filters)
            and {run.name for run in tree.find_all(nodes.Test)} <= set(language.tests)
        )

    @functools.cache
    def reads(opener: str, body: str) -> bool:
        prefix = re.match(r"(?:p|tr|tc|r) ", body)
        return not mend.fault(opener, body[prefix.end() :] if prefix else body, language.wrong)

    raw = False
    commented = -1
    bare = _bare_paths(content_type)
    for number, sentence in enumerate(part.sentences):
        naked = bare.search(sentence.text) if sentence.kind == "paragraf" else None
        if not (naked or _MARKS.search(sentence.text)) or number < commented:
            continue
        was_raw = raw
        rest = sentence.text.partition("#}")[2] if number == commented else sentence.text
        rough, raw = braces.scan(rest, reads, raw)
        rough = [entry.shift(len(sentence.text) - len(rest)) for entry in rough]
        commented = _end_of_comment(part.sentences, number, rough)
        if commented >= 0:
            rough = rough[:-1]
        elif naked and not (raw or was_raw):
            rough = sorted([*rough, *_naked(sentence.text, bare, rough)], key=lambda entry: entry.start)
        certain = [entry for entry in rough if entry.certain or _is_known(entry, known)]
        readings = [
            (entry, mend.read(entry.opener, entry.inner, language.wrong, known, slips.nearest)) for entry in certain
        ]
        if readings and _not_filled(part, number, sentence, readings, known):
            continue
        for entry, reading in readings:
            _add_tag(part, number, sentence, entry, reading)
        _tell_merging(part, number, sentence)


def _bare_paths(content_type: type) -> re.Pattern[str]:
    """Matches the path of a field of a record as nobody writes it in a sentence: ``pihak_pertama.nama``."""
    paths = [f"{name}\\.(?:{'|'.join(fields(kind.record_type))})" for name, kind in fields(content_type).items()
             if isinstance(kind, RecordField)]  # fmt: skip
    return re.compile(rf"(?<![\w./@{{-])(?:{'|'.join(paths) or '(?!)'})(?![\w@/(-]|\.\w)")


def _naked(text: str, bare: re.Pattern[str], rough: Sequence[braces.RawTag]) -> Iterator[braces.RawTag]:
    """Fields without braces, or in brackets that are none of ours; those in tags, comments and texts are left."""
    hidden = [(entry.start, entry.end) for entry in rough] + [match.span() for match in _NOT_TAGS.finditer(text)]
    for found in bare.finditer(text):
        start, end = found.span()
        if any(begin <= start < stop for begin, stop in hidden):
            continue
        pair = text[start - 1 : start] + text[end : end + 1]
        if start and pair in _BRACKETS:
            start, end = start - 1, end + 1
        yield braces.RawTag(start, end, "{{", f" {found.group()} ", "isian ditulis di antara {{ dan }}")


def _leads_somewhere(
    node: nodes.Getattr, content_type: type, bound: Collection[str], language: TemplateLanguage
) -> bool:
    """Whether a path of fields exists; one that begins with a name the template makes is not followed."""
    names = [node.attr]
    while isinstance(node.node, nodes.Getattr):
        node = node.node
        names.insert(0, node.attr)
    if not isinstance(node.node, nodes.Name) or node.node.name in bound:
        return True
    kind: object = fields(content_type).get(node.node.name)
    for name in names if kind is not None else ():
        if isinstance(kind, ValueField) and name in language.methods:
            return True
        kind = fields(kind.record_type, kind.path).get(name) if isinstance(kind, RecordField) else None
        if kind is None:
            return False
    return True


def _is_known(entry: braces.RawTag, known: mend.Known) -> bool:
    """Whether what may be no tag at all uses names that exist."""
    word = entry.inner.split()[0]
    return known(mend.as_expression(entry.opener, word, entry.inner))


def _end_of_comment(sentences: Sequence[TemplateSentence], number: int, rough: Sequence[braces.RawTag]) -> int:
    """The sentence that ends a comment which begins in this one and goes on; -1 when none does."""
    if not rough or rough[-1].opener != "{#" or rough[-1].start == rough[-1].end - 2 or not rough[-1].fault:
        return -1
    for later in range(number + 1, len(sentences)):
        if "#}" in sentences[later].text:
            return later if sentences[later].path[:-1] == sentences[number].path[:-1] else -1
        if "{#" in sentences[later].text:
            break
    return -1


def _not_filled(
    part: TemplatePart, number: int, sentence: TemplateSentence,
    readings: Sequence[tuple[braces.RawTag, mend.TagReading]], known: mend.Known,
) -> bool:  # fmt: skip
    """Whether tags stand where they cannot do what they say: one finding for the sentence."""
    message = ""
    if sentence.kind == "terikat":
        message = "kotak isian (content control) ini terikat pada data lain, sehingga Word menimpa isinya"
    elif sentence.kind == "terhapus" and not all(
        entry.opener == "{{" and not entry.fault and not reading.fault and known("{{" + reading.inner + "}}")
        for entry, reading in readings
    ):
        message = "tag ini sudah dihapus tetapi perubahannya masih dilacak; terima perubahan itu di Word"
    elif sentence.kind == "kode bidang" and any(entry.fault or reading.fault for entry, reading in readings):
        message = "tag di dalam kode bidang (field) terpecah atau salah tulis; ketik ulang sekaligus"
    if message:
        same = [part.sentences[other.sentence] for other in part.faults if dict(other.details).get("pesan") == message]
        if all(other.place.paragraph != sentence.place.paragraph for other in same):
            part.faults.append(TagFault("T03", number, 0, 0, (("pesan", message),)))
    return bool(message)


def _add_tag(
    part: TemplatePart, number: int, sentence: TemplateSentence, entry: braces.RawTag, reading: mend.TagReading
) -> None:
    tag = Tag(number, entry.start, entry.end, reading.opener, reading.prefix, reading.inner, reading.keyword,
              reading.is_readable)  # fmt: skip
    message = entry.fault or reading.fault
    if not message and sentence.kind == "atribut" and '"' in reading.inner:
        message = "di dalam teks alternatif pakai petik tunggal"
        tag.inner = tag.inner.replace('"', "'")
    if not message and len({_chain_at(sentence, at) for at in (entry.start, entry.end - 1)}) > 1:
        message = "tag ini terpotong oleh tautan, kotak isian, atau perubahan terlacak; ketik ulang sekaligus"
    if entry.opener == "{#" or (not reading.inner.strip() and entry.fault):
        said = entry.inner.strip().removesuffix("}#").strip()
        proposal = f"{{# {said} #}}" if said else ""
        before = part.faults[-1] if part.faults else None
        cut = (
            before is not None and before.sentence == number - 1 and before.end == len(part.sentences[number - 1].text)
        )
        if not (cut and "tanpa tanda pembuka" in message):  # the rest of a tag that a new paragraph cuts is told there
            part.warn(tag, message, proposal)
        return
    if message:
        part.warned[len(part.tags)] = len(part.faults)
        part.warn(tag, message, tag.typed() if tag.is_readable else "")
    part.tags.append(tag)


def _chain_at(sentence: TemplateSentence, place: int) -> tuple[str, ...]:
    """The elements between the paragraph and a character of it."""
    return next((chain for at, chain in reversed(sentence.pieces) if at <= place), ())


def _tell_merging(part: TemplatePart, number: int, sentence: TemplateSentence) -> None:
    """A dash joins two paragraphs; docxtpl takes text away that stands between it and the end of its own."""
    text = sentence.text
    last = itertools.takewhile(lambda entry: entry.sentence == number, reversed(part.tags))
    for entry in [entry for entry in last if entry.opener == "{%"][::-1]:
        inside, after = text[entry.start + 2 : entry.end - 2], text[entry.end :].lstrip()
        message = ""
        if inside.startswith("-") and text[: entry.start].strip():
            message = "tag {%- %} harus di awal paragrafnya; teks di depannya tidak akan tercetak"
        elif inside.endswith("-") and after and not after.startswith(("{{", "{%")):
            message = "tag {% -%} harus di akhir paragrafnya; teks di belakangnya tidak akan tercetak"
        if message:
            part.warn(entry, message, entry.typed())
