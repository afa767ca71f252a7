"""Follows the tokens of a Word part and tells what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pokin_docs.files.contents.parts import EMU, Unreadable, check_usual
from pokin_docs.files.contents.word_levels import TYPED_FIELDS, OpenField, PartContent, WordLevel
from pokin_docs.files.contents.word_tokens import BREAK, CELL, PARAGRAPH, ROW, WordToken, stretches

NOTES = {"w:footnote": "footnotes", "w:endnote": "endnotes", "w:comment": "comments"}
"""What stands in a part of its own, and the kind of that part."""

_REFERENCES = {f"{note}Reference": kind for note, kind in NOTES.items()}
_REVISED = {"w:ins": "+", "w:moveTo": "+", "w:del": "-", "w:moveFrom": "-"}
_SHOWN = {
    "a:blip": ("r:embed", "r:link"), "v:imagedata": ("r:id",), "v:fill": ("r:id",), "o:OLEObject": ("r:id",),
    "c:chart": ("r:id",), "dgm:relIds": ("r:dm",), "w:altChunk": ("r:id",), "w:control": ("r:id",),
}  # fmt: skip
"""Elements that show another part, and the attributes that name it."""
_DEEP = 200
"""Boxes, fields and alternatives one within the other, far beyond what any document holds."""

_REVISION, _FIELD, _BOX = "\x1a", "\x19", "\x18"


class WordReader:
    """Takes the tokens of a part in their order.

    Args:
        shown: What stands for the part with this relationship id.
        notes: Texts of notes and comments by kind and id.
    """

    def __init__(self, shown: Callable[[str], str], notes: Mapping[str, Mapping[str, str]]) -> None:
        self._shown, self._notes = shown, notes
        self._levels = [WordLevel()]
        self._choices: list[bool] = []  # of each AlternateContent that is open: whether a choice was taken already
        self._skips: list[bool] = []  # of each choice that is open: whether it is not taken
        self._muted = False
        self._section: list[tuple[str, str]] = []
        self._has_title = False
        self._content = PartContent()

    def read(self, part: bytes) -> PartContent:
        """What a part says from its begin to its end.

        Raises:
            Unreadable: It is none, or a field or a box never ends: what it holds would count for nothing.
            Unusual: It must be written anew first.
        """
        check_usual(part)
        for piece in stretches(part):
            if isinstance(piece, WordToken):
                self._take(piece)
            else:
                self._say(piece)
        if b"<w:" not in part or len(self._levels) > 1 or self._levels[0].fields or self._choices:
            raise Unreadable
        self._content.text = _settled((*self._levels[0].text, self._take_attached(self._levels[0])))
        return self._content

    def _say(self, text: str) -> None:
        """Take texts and ends that stand together: at once where nothing else is open."""
        level = self._levels[-1]
        if self._is_plain(level):
            level.text.append(text)
            return
        pieces = text.split(PARAGRAPH, -1 if self._muted or level.revised else 1)
        for number, piece in enumerate(pieces):
            if number:
                self._end_paragraph()
                if self._is_plain(level):
                    level.text.append(PARAGRAPH.join(pieces[number:]))
                    return
            if piece:
                self._write(piece)

    def _is_plain(self, level: WordLevel) -> bool:
        return not (self._muted or level.attached or level.revised or level.written)

    def _end_paragraph(self) -> None:
        level = self._levels[-1]
        if not self._muted:
            level.text += (self._take_attached(level), PARAGRAPH)
            level.written = ""
        elif level.fields:  # within the result of a field there is none
            level.fields[0].has_paragraphs = True

    def _take_attached(self, level: WordLevel) -> str:
        """All that belongs to the open paragraph, in an order that does not hang on where in it each is anchored."""
        attached = sorted(level.attached, key=lambda one: (one[0] == BREAK, one))
        level.attached.clear()
        self._content.places += [offset for _, place in attached for offset in place]
        return "".join(text for text, _ in attached)

    def _update_muted(self) -> None:
        """Find out whether what follows counts."""
        fields = (entry for level in self._levels for entry in level.fields)
        self._muted = any(self._skips) or any(entry.is_muted for entry in fields)

    def _write(self, text: str) -> None:
        if self._muted:
            return
        level = self._levels[-1]
        if level.revised or level.written:
            revised = "".join(sorted(set(level.revised)))
            if revised != level.written:
                level.text.append(_REVISION + revised)
                level.written = revised
        level.text.append(text)

    def _attach(self, text: str) -> None:
        level = self._levels[-1]
        if not self._muted:
            level.attached.append((text, tuple(level.offsets)))

    def _take(self, token: WordToken) -> None:
        name, level = token.name, self._levels[-1]
        open_now = len(self._levels) + len(self._choices) + len(self._skips) + len(level.fields) + len(level.revised)
        if open_now > _DEEP:
            raise Unreadable
        if name in _REVISED:
            self._revise(token)
        elif name in _SHOWN:
            self._show(token)
        elif name in _REFERENCES:
            self._refer(token)
        elif name in NOTES or name == "w:txbxContent":
            self._box(token)
        elif name in ("w:fldChar", "w:fldSimple", "w:instrText"):
            self._compute(token)
        elif name.startswith("mc:"):
            self._choose(token)
        else:
            self._take_rest(token)

    def _take_rest(self, token: WordToken) -> None:
        name = token.name
        if name in ("w:headerReference", "w:footerReference"):
            self._section.append((token.get("w:type"), token.get("r:id")))
        elif name == "w:titlePg":
            self._has_title = token.is_on()
        elif name == "w:sectPr":
            if not self._muted:  # the section ends with the paragraph that tells so, not before its text
                self._levels[-1].attached.append((BREAK, ()))
            if token.closes:
                self._content.around += [(kind, number, self._has_title) for kind, number in self._section]
            self._section, self._has_title = [], False
        elif name.startswith("wp:"):
            self._place(token)
        elif name == "v:textpath":
            self._attach(f"{_BOX}{token.get('string')}{PARAGRAPH}{_BOX}")  # LibreOffice makes a box of it
        elif name in ("w:checked", "w:result") and self._levels[-1].fields and token.get("w:val") not in ("0", "false"):
            self._levels[-1].attached.append((f"{name} {token.get('w:val')}", ()))  # what was chosen in a form

    def _place(self, token: WordToken) -> None:
        offsets = self._levels[-1].offsets
        if token.name != "wp:posOffset":
            offsets.clear()
        elif not (token.closes or self._muted) and token.text.strip().lstrip("-").isdecimal():
            offsets.append(int(token.text) / EMU)

    def _revise(self, token: WordToken) -> None:
        level = self._levels[-1]
        if token.alone:
            return  # the end of a paragraph, or a row: LibreOffice does not keep it, and its text tells the same
        if not token.closes:
            level.revised.append(_REVISED[token.name])
        elif level.revised:
            level.revised.pop()

    def _show(self, token: WordToken) -> None:
        if token.closes:
            return
        for name in _SHOWN[token.name]:
            if number := token.get(name):
                self._attach(f"{token.name.replace('v:imagedata', 'a:blip')} {self._shown(number)}")

    def _refer(self, token: WordToken) -> None:
        kind, number = _REFERENCES[token.name], token.get("w:id")
        said = self._notes.get(kind, {}).get(number)
        if said is None or token.closes or self._muted:
            return
        if kind == "comments":
            self._content.comments.append(said)
        else:
            self._attach(f"{kind} {said}")

    def _box(self, token: WordToken) -> None:
        if token.alone:
            return
        if not token.closes:
            self._levels.append(WordLevel(token.get("w:id")))
            return
        level = self._levels.pop()
        if not self._levels or level.fields:
            raise Unreadable
        said = _settled((*level.text, self._take_attached(level)))
        if token.name in NOTES:
            self._content.notes[level.number] = said.lstrip()
        else:
            self._attach(f"{_BOX}{said}{_BOX}")

    def _compute(self, token: WordToken) -> None:
        level = self._levels[-1]
        kind = token.get("w:fldCharType")
        if token.name == "w:instrText":
            if level.fields and not level.fields[-1].in_result:
                level.fields[-1].code.append(token.text)
        elif token.name == "w:fldSimple":
            if not token.closes:
                self._begin_result(OpenField([token.get("w:instr")]))
            if token.closes or token.alone:
                self._end_field()
        elif token.closes:
            return
        elif kind == "begin":
            level.fields.append(OpenField())
            self._update_muted()
        elif kind == "separate" and level.fields:
            self._begin_result(level.fields.pop())
        elif kind == "end":
            if level.fields and not level.fields[-1].in_result:
                self._begin_result(level.fields.pop())
            self._end_field()

    def _begin_result(self, entry: OpenField) -> None:
        self._update_muted()  # without its code
        if entry.name not in TYPED_FIELDS:
            self._write(f"{_FIELD}{entry.name}{_FIELD}")
        entry.in_result = True
        self._levels[-1].fields.append(entry)
        self._update_muted()

    def _end_field(self) -> None:
        if not self._levels[-1].fields:
            raise Unreadable
        ended = self._levels[-1].fields.pop()
        self._update_muted()
        if ended.has_paragraphs:
            self._write(BREAK)

    def _choose(self, token: WordToken) -> None:
        if token.alone:
            return
        if token.name == "mc:AlternateContent":
            if not token.closes:
                self._choices.append(False)
            elif self._choices:
                self._choices.pop()
        elif not token.closes:
            self._skips.append(bool(self._choices and self._choices[-1]))
            if self._choices:
                self._choices[-1] = True
        elif self._skips:
            self._skips.pop()
        self._update_muted()


def _settled(texts: tuple[str, ...]) -> str:
    """The whole text, without empty paragraphs at the end of a page or section or behind a table of contents.

    LibreOffice puts and takes those, and begins a new paragraph behind the end of a page.
    """
    first, *others = "".join(texts).split(BREAK)
    settled = [first]
    for other in others:
        settled[-1] = settled[-1].rstrip(PARAGRAPH)
        if settled[-1] and settled[-1][-1] not in (CELL, ROW):
            settled[-1] += PARAGRAPH
        settled.append(other.lstrip(PARAGRAPH))
    return "".join(settled)
