"""Ids and names that must differ within a document, given anew where a loop has repeated them.

Word calls a document damaged, or drops one of two things, when drawings, bookmarks, controls or changes share an id.
A footnote or comment that is referred to twice is one more each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_ANY = re.compile(
    r"<(wp:docPr|w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|(?:comment|footnote|endnote)Reference"
    r"|id|ins|del|moveFrom|moveTo|cellIns|cellDel|\w+Change))(?= )([^>]*)>"
)
_PLACES = re.compile(_ANY.pattern + r"|\{%[-+]?\s*(\w+)([^%]*)|\{\{([^}]*\blogo\b[^}]*)")
_OWN = re.compile(r'( (?:w:)?id=")([^"]*)"')
_VALUE = re.compile(r'( w:val=")([^"]*)"')
_DRAWING = re.compile(r'<wp:docPr(?= )[^>]* id="(\d{1,18})"')
_NAME = re.compile(r' w:name="([^"]*)"')
_NOTE = re.compile(r'<w:(footnote|endnote|comment)(?= )[^>]*? w:id="([^"]*)"[^>]*>.*?</w:\1>', re.DOTALL)
_NOTE_START = re.compile(r'<w:(footnote|endnote|comment)(?= )[^>]*? w:id="([^"]*)"')
_PARAGRAPH_IDS = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
_MAX_NAME = 40
_NOTES = ("footnote", "endnote", "comment")


@dataclass(slots=True)
class UsedIds:
    """What one document has used so far.

    ``highest`` is the greatest id of each kind in the whole template, ``current`` what an id of the template stands for
    now; ``waiting`` are comments that have begun and whose reference comes, ``copies`` notes to be copied: kind, id
    and new id. ``name`` are the names that the bookmarks of one name have got, in the order of the document.
    """

    highest: dict[str, int] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)
    current: dict[tuple[str, str], str] = field(default_factory=dict)
    waiting: set[tuple[str, str]] = field(default_factory=set)
    copies: list[tuple[str, str, str]] = field(default_factory=list)
    name: dict[str, list[str]] = field(default_factory=dict)

    def copy(self) -> UsedIds:
        """The state that a further document begins with."""
        return UsedIds(dict(self.highest), set(self.taken))

    def look(self, text: str) -> None:
        """Take note of the ids of a part of the template, so that new ones lie above."""
        found = [(_kind(match.group(1)), _id_of(match)) for match in _ANY.finditer(text)]
        for kind, old in (*found, *_NOTE_START.findall(text)):
            if old.lstrip("-").isdecimal() and len(old) < 19:
                self.highest[kind] = max(self.highest.get(kind, 0), int(old))

    def renumber(self, text: str, pattern: re.Pattern[str]) -> str:
        """The part with every id and bookmark name that the document has already changed."""
        return pattern.sub(self._tag, text)

    def with_links(self, text: str) -> str:
        """The part with each link of a loop leading to the bookmark of the same turn.

        A list in front and what it lists are two loops over the same records: there are as many links as bookmarks.
        """
        for name, copies in self.name.items():
            link = f' w:anchor="{name}"'
            if len(copies) > 1 and text.count(link) == len(copies):
                first, *others = text.split(link)
                text = first + "".join(f' w:anchor="{copy}"{other}' for copy, other in zip(copies, others, strict=True))
        return text

    def with_copies(self, text: str) -> str:
        """The part of notes or comments with those added that are referred to more than once."""
        notes = {(match.group(1), match.group(2)): match.group() for match in _NOTE.finditer(text)}
        added = [
            _PARAGRAPH_IDS.sub("", notes[kind, old].replace(f'w:id="{old}"', f'w:id="{new}"', 1))
            for kind, old, new in self.copies
            if (kind, old) in notes
        ]
        if not added:
            return text
        end = text.rindex("</w:")
        return f"{text[:end]}{''.join(added)}{text[end:]}"

    def _tag(self, match: re.Match[str]) -> str:
        tag, attributes = match.group(1), match.group(2)
        kind, old = _kind(tag), _id_of(match)
        key = (kind, old)
        if tag.endswith("End"):
            new = self.current.get(key, old)
        elif tag.endswith("Reference") and key in self.waiting:
            new = self.current[key]
            self.waiting.remove(key)
        else:
            new = self.current[key] = self._free(kind, old)
            if tag.endswith("Start"):
                self.waiting.add(key)
        pattern = _VALUE if tag == "w:id" else _OWN
        attributes = pattern.sub(lambda own: f'{own.group(1)}{new}"', attributes, count=1)
        if tag == "w:bookmarkStart":
            attributes = _NAME.sub(lambda name: f' w:name="{self._named(name.group(1))}"', attributes)
        return f"<{tag}{attributes}>"

    def _free(self, kind: str, old: str) -> str:
        new = old
        if (kind, old) in self.taken:
            self.highest[kind] = self.highest.get(kind, 0) + 1
            new = str(self.highest[kind])
            if kind in _NOTES:
                self.copies.append((kind, old, new))
        self.taken.add((kind, new))
        return new

    def _named(self, name: str) -> str:
        new = self._free_name(name)
        self.name.setdefault(name, []).append(new)
        return new

    def _free_name(self, name: str) -> str:
        """A name no bookmark has yet: Word does not tell capitals apart and counts 40 characters."""
        new, number = name, 1
        while ("name", new.casefold()) in self.taken:
            number += 1
            tail = f"_{number}"
            new = name[: _MAX_NAME - len(tail)] + tail
        self.taken.add(("name", new.casefold()))
        return new


def pattern(*sources: str) -> re.Pattern[str] | None:
    """What finds all that has an id in these and in what is filled from them, quickly; None when nothing has."""
    tags = sorted({match.group(1) for source in sources for match in _ANY.finditer(source)})
    return re.compile(f"<({'|'.join(tags)})(?= )([^>]*)>") if tags else None


def refers(source: str) -> bool:
    """Whether a part refers to notes or comments from within a loop or condition, which may repeat them."""
    return "{%" in source and any(f"<w:{kind}Reference " in source for kind in _NOTES)


def can_repeat(sources: Iterable[str]) -> bool:
    """Whether filling can give an id twice: one stands in a loop, or in two places, or the logo does."""
    seen: set[tuple[str, str]] = set()
    for source in sources:
        loops = 0
        for match in _PLACES.finditer(source):
            tag, _, word, rest, logo = match.groups()
            if word:
                loops += (word == "for") - (word == "endfor")
                kept = word in ("endset", "endmacro", "endcall") or (word == "set" and "logo" in rest)
                if kept:  # and may be printed more than once
                    return True
                continue
            if logo and logo.count("logo") > 1:
                return True
            if tag and (tag.endswith("End") or tag == "w:commentRangeStart"):
                continue
            keys = {("docPr", "1")} if logo else {(_kind(tag), _id_of(match))}
            keys |= {("name", name.casefold()) for name in _NAME.findall(match.group()) if tag == "w:bookmarkStart"}
            if loops or seen & keys:
                return True
            seen |= keys
    return False


def repeated(parts: Iterable[tuple[str, re.Pattern[str]]]) -> tuple[str, ...]:
    """Ids of drawings, and ids and names of bookmarks, that stand twice in these parts: none may."""
    seen: set[tuple[str, str]] = set()
    twice: dict[str, None] = {}
    for text, pattern in parts:
        for match in pattern.finditer(text):
            tag = match.group(1)
            found = [(tag, _id_of(match))] if tag in ("wp:docPr", "w:bookmarkStart") else []
            if tag == "w:bookmarkStart":
                found += [("name", name.casefold()) for name in _NAME.findall(match.group(2))]
            for key in found:
                if key in seen:
                    twice[key[1]] = None
                seen.add(key)
    return tuple(twice)


def distinct(parts: Mapping[str, str], filled: Iterable[str]) -> tuple[dict[str, str], UsedIds]:
    """The parts that no document changes, with ids that differ among them, and what each document begins with.

    Args:
        parts: Texts of these parts by name, in the order of the file.
        filled: Sources of what is filled.
    """
    state = UsedIds()
    for text in (*parts.values(), *filled):
        state.look(text)
    texts = {name: state.renumber(text, _ANY) for name, text in parts.items()}
    return texts, UsedIds(state.highest, state.taken)


def highest_drawing(texts: Iterable[str]) -> int:
    """The greatest id of a drawing in these parts, 0 when there is none."""
    found = (match for text in texts if "<wp:docPr " in text for match in _DRAWING.finditer(text))
    return max((int(match.group(1)) for match in found), default=0)


def _kind(tag: str) -> str:
    name = tag.partition(":")[2]
    for kind in ("bookmark", *_NOTES):
        if name.startswith(kind):
            return kind
    return name if name in ("docPr", "id") else "perubahan"


def _id_of(match: re.Match[str]) -> str:
    found = (_VALUE if match.group(1) == "w:id" else _OWN).search(match.group(2))
    return found.group(2) if found else ""


def distinct_in_document(
    used: UsedIds, patterns: Mapping[str, re.Pattern[str]], texts: dict[str, str], notes: tuple[str, ...]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The filled parts with ids that differ in the whole document, and those that do not although they should.

    Args:
        used: The ids of the template.
        patterns: What finds the ids of a part, by its name; of a part without them none.
        texts: The filled parts by name.
        notes: Names of those that hold notes.
    """
    if not patterns:
        return texts, ()
    state = used.copy()
    texts = texts | {name: state.renumber(texts[name], pattern) for name, pattern in patterns.items()}
    texts = {name: state.with_links(text) for name, text in texts.items()}
    if state.copies:
        texts |= {name: state.with_copies(texts[name]) for name in notes}
    return texts, repeated((texts[name], pattern) for name, pattern in patterns.items())
