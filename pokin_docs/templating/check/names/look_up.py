"""The names of a part looked up, and a finding with the right one for each that nothing has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from pokin_docs.templating.check.names import filters, inference, loops, placeholders, proposals
from pokin_docs.templating.faults import Tag, TagFault, TemplateLanguage, TemplatePart, UnknownName
from pokin_docs.templating.fields import ListField, RecordField, ValueField

__all__ = ["ALWAYS", "look_up"]

ALWAYS = inference.ALWAYS
_COUNTS = frozenset(("size", "len", "panjang", "jumlah", "banyak", "total"))
_NEAR = 0.75


def look_up(part: TemplatePart, content_type: type, language: TemplateLanguage) -> tuple[set[str], set[str]]:
    """The paths of the fields that a part prints, and of those its conditions ask for; its faults are added to it.

    Args:
        part: The part, its blocks paired; its faults, printed fields and more are filled in.
        content_type: Dataclass of the content; its fields are the placeholders.
        language: The template language.
    """
    ends = {block.closing: block.opening for block in part.blocks if block.closing >= 0}
    result = placeholders.check(part.tags, part.trees, ends, content_type, language)
    part.printed = result.printed
    told = {(part.tags[number].sentence, part.tags[number].start): at for number, at in part.warned.items()}
    for fault in (_with_spelling(fault, part, language) for fault in result.faults):
        before = told.get((fault.sentence, fault.start))
        if before is None:
            part.faults.append(fault)
        elif fault.proposals:  # what was mended is not yet what was meant
            part.faults[before] = replace(part.faults[before], proposals=fault.proposals)
    torn = {result.repeats[number][0] for number in part.moved if number in result.repeats}
    wrong = {(fault.sentence, fault.start) for fault in part.faults}
    part.vague |= bool(torn) or any(not isinstance(item, RecordField | ValueField | ListField) and
                                    (part.tags[number].sentence, part.tags[number].start) in wrong
                                    for number, (_, item) in result.repeats.items())  # fmt: skip
    foreign = [entry for entry in result.unknown if entry.tag not in part.moved and entry.parts[0] not in torn]
    unknown = loops.explain(part, foreign, result.repeats, result.used)
    part.vague |= len(unknown) < len(result.unknown) or any(entry.wanted_as == "ulang" for entry in unknown)
    joined: set[int] = set()
    for entry in unknown:
        if entry.tag not in joined and entry.tag not in part.warned and _tell_joined(part, entry, language):
            joined.add(entry.tag)
        if entry.tag not in joined:
            _tell_name(part, entry, result.repeats, language)
    return {path for paths in result.printed.values() for path in paths}, result.asked


def _tell_joined(part: TemplatePart, entry: UnknownName, language: TemplateLanguage) -> bool:
    """Whether a name is only part of one that was typed with a dash, a comma or the like in it; then it is told."""
    tag = part.tags[entry.tag]
    for sign in ("_", ".", ""):
        content = re.sub(r"(?<=[\w\])])\s*[-,/:~+%|*&]\s*(?=[^\W\d])", sign, tag.inner)
        if _is_right(tag, content, entry, language):
            # What was told of the pieces of the name (a filter, a comma) is told with it.
            here = (tag.sentence, tag.start)
            part.faults[:] = [fault for fault in part.faults if (fault.sentence, fault.start) != here]
            details = (("nama", tag.inner.strip()), ("_tambahan", ""))
            part.faults.append(
                TagFault("T04", tag.sentence, tag.start, tag.end, details, (tag.typed(content=content),))
            )
            return True
    return False


def _with_spelling(fault: TagFault, part: TemplatePart, language: TemplateLanguage) -> TagFault:
    """A fault with the nearest filter or test proposed, where it is about one."""
    details = dict(fault.details)
    wrong, kind = details.pop("_nama", ""), details.pop("_jenis", "")
    if not wrong:
        return fault
    near = filters.nearest_word(wrong, language.filters if kind == "penyaring" else language.tests)
    tag = next(tag for tag in part.tags if (tag.sentence, tag.start) == (fault.sentence, fault.start))
    right = tuple(tag.typed(content=re.sub(rf"\b{re.escape(wrong)}\b(?!.*\b{re.escape(wrong)}\b)", word, tag.inner))
                  for word in near)  # fmt: skip
    return replace(fault, details=tuple(details.items()), proposals=right)


def _tell_name(
    part: TemplatePart, entry: UnknownName, repeats: Mapping[int, tuple[str, object]], language: TemplateLanguage
) -> None:
    """A finding for a name that nothing has; where its tag has one already, only its proposal is completed."""
    tag = part.tags[entry.tag]
    scope = dict(entry.scope)
    away = [number for number, (name, _) in repeats.items() if name == entry.parts[0]]
    if entry.parts[0] == "loop" and "loop" not in scope:
        outside = (("nama", entry.name), ("_tambahan", " Nama loop hanya ada di dalam ulangan {% for … %}."))
        part.faults.append(TagFault("T04", tag.sentence, tag.start, tag.end, outside))
        return
    rest = re.search(rf"{re.escape(entry.name)}((?:\.\w+)+)", tag.inner)
    if rest and len(entry.parts) == 2 and isinstance(scope.get(entry.parts[1]), RecordField):
        # s.i.target: the variable of the inner loop stands alone.
        entry = replace(entry, name=entry.name + rest.group(1), parts=(*entry.parts, *rest.group(1).split(".")[1:]))
    right = proposals.propose(entry.name, entry.parts, scope, entry.wanted_as, _used_nearby(part, entry.tag))
    if entry.wanted_as == "ulang" and (fitting := loops.fitting(part, entry.tag, scope)):
        right = tuple(dict.fromkeys([path for path in right if path in fitting] or fitting[:1]))
    right = _as_filter(tag, entry, language) or _as_item(tag, entry) or right
    if tag.keyword == "cellbg" and re.fullmatch("[0-9A-Fa-f]{6}", entry.name):
        right = (tag.typed(content=f"cellbg '{entry.name}'"),)
    if tag.opener == "{{" and tag.inner.strip() in ("vm", "hm"):  # these two are docxtpl's statements
        right = (f"{{% {tag.inner.strip()} %}}",)
    if "…" in entry.name and entry.parts[0] not in scope:
        root = proposals.propose(entry.parts[0], entry.parts[:1], scope, "ulang")
        right = tuple(tag.typed(content=re.sub(rf"\b{entry.parts[0]}\b", word, tag.inner)) for word in root)
    elif "…" in entry.name:
        last = [words.rpartition(".")[2] for words in right if not words.startswith("{")]
        right = tuple(tag.typed(content=tag.inner.replace(f".{entry.parts[-1]}", f".{word}")) for word in last)
    told = part.warned.get(entry.tag)
    small = _in_small_letters(tag, entry, language) if told is not None or "[" in tag.inner else ""
    if small:
        right = (tag.typed(content=small),)
    _remember_meant(part, entry, right)
    if told is not None:
        if right:
            content = small or tag.inner.replace(entry.name, right[0], 1)
            part.faults[told] = replace(part.faults[told], proposals=(tag.typed(content=content),))
        return
    text = part.sentences[tag.sentence].text
    at = text.find(entry.name, tag.start, tag.end)
    whole = at < 0 or any(words.startswith("{") for words in right)
    start, end = (tag.start, tag.end) if whole else (at, at + len(entry.name))
    lost = ""
    if away and entry.parts[0] not in scope:
        lost = f" Nama {entry.parts[0]} hanya ada di antara {part.tags[away[0]].typed()} dan penutupnya."
    part.faults.append(TagFault("T04", tag.sentence, start, end, (("nama", entry.name), ("_tambahan", lost)), right))


def _in_small_letters(tag: Tag, entry: UnknownName, language: TemplateLanguage) -> str:
    """What stands between the braces in small letters, where that is right; texts in quotes too if all is capital."""
    capital = tag.inner.strip().partition(" ")[2].isupper()
    pieces = re.split(r"('[^']*'|\"[^\"]*\")", tag.inner)
    content = "".join(piece if number % 2 and not capital else piece.lower() for number, piece in enumerate(pieces))
    return content if _is_right(tag, content, entry, language) else ""


def _is_right(tag: Tag, content: str, entry: UnknownName, language: TemplateLanguage) -> bool:
    """Whether a tag says something that exists with this between its braces instead of what it has."""
    if content == tag.inner or (tag.opener != "{{" and tag.keyword not in ("for", "if", "elif")):
        return False
    words = tag.keyword.replace("elif", "if")
    source = (
        "{{" + content + "}}" if tag.opener == "{{" else f"{{%{content.replace('elif', 'if', 1)}%}}{{% end{words} %}}"
    )
    return not language.wrong(source) and placeholders.fits(tag, language.parse(source), entry.scope, language)


def _as_filter(tag: Tag, entry: UnknownName, language: TemplateLanguage) -> tuple[str, ...]:
    """The tag with a filter where a function or an attribute of that name was typed: ``len(x)``, ``x.length``.

    A macro of the template itself that is nearly called so is meant before any filter.
    """
    wrong = entry.parts[-1]
    called = re.search(rf"(?<![\w.]){re.escape(wrong)}\s*\(([^()]*)\)", tag.inner) if len(entry.parts) == 1 else None
    own = [name for name, kind in entry.scope.items() if kind == inference.FREE_NAME] if called else []
    if macro := get_close_matches(wrong, own, 1, _NEAR):
        return (macro[0],)
    near = filters.nearest_word(wrong, language.filters)
    if not near:
        return ()
    if called:
        return (tag.typed(content=tag.inner.replace(called.group(), f"{called.group(1).strip()}|{near[0]}")),)
    if len(entry.parts) == 2 and wrong in _COUNTS and isinstance(entry.scope.get(entry.parts[0]), ListField):
        return (tag.typed(content=tag.inner.replace(entry.name, f"{entry.parts[0]}|length")),)
    if len(entry.parts) > 1 and wrong in language.filters and entry.parts[0] in entry.scope:
        return (tag.typed(content=re.sub(rf"\.\s*{re.escape(wrong)}\b(?:\s*\(\s*\))?", f"|{wrong}", tag.inner)),)
    return ()


def _as_item(tag: Tag, entry: UnknownName) -> tuple[str, ...]:
    """The tag with a field of an item of a list where an item of a field was typed: ``r.pagu[0]``."""
    typed = re.search(rf"(?<![\w.]){re.escape(entry.name)}\s*\[\s*(\d+)\s*\]", tag.inner)
    right = proposals.propose_item(entry.parts, entry.scope, typed.group(1)) if typed else ""
    return (tag.typed(content=tag.inner.replace(typed.group(), right)),) if typed and right else ()


def _remember_meant(part: TemplatePart, entry: UnknownName, right: Sequence[str]) -> None:
    """Note which fields a wrong name may have meant: what the form wants there is not missing as well."""
    for words in right:
        path = re.sub(r"[{}|].*$", "", words.strip("{} ")).strip()
        root, _, rest = path.partition(".")
        kind = entry.scope.get(root)
        full = f"{getattr(kind, 'path', root)}.{rest}" if rest else path
        part.meant.setdefault(entry.tag, set()).add(full)


def _used_nearby(part: TemplatePart, number: int) -> tuple[str, ...]:
    """Paths of the tags around one, the nearest first; paragraphs count more than tags."""
    here = part.tags[number].sentence
    around = sorted(range(max(0, number - 4), min(len(part.tags), number + 5)),
                    key=lambda other: (abs(part.tags[other].sentence - here), abs(other - number)))  # fmt: skip
    return tuple(part.tags[other].inner.strip().removeprefix("if ") for other in around if other != number)
