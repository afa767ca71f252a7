"""The tags of a sentence as they were meant: whole ones, and those with a brace missing, doubled or of the wrong kind.

Nothing is looked up here but braces; Jinja itself would stop at the first fault of a part and name a line of XML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

# Blanks and signs that nobody sees: they part braces that belong together.
_GAP = "[ \t\v\u00a0\u00ad\u200b-\u200f\u2060\ufeff]"
_MARK = re.compile(
    rf"(?P<literal>\{{_[{{%]|[}}%]_\}})|(?P<opened>\{{(?:{_GAP}+(?!\{{[{{%#]))?[{{%#])|(?P<closed>[}}%#]{_GAP}*\}})|(?P<single>\{{)"
    r"|(?P<foreign>\[\[|<<|«|\(\(|｛｛?|[(\[<]%)"
)
_FOREIGN = {"[[": "]]", "<<": ">>", "«": "»", "((": "))", "｛｛": "｝｝", "｛": "｝", "(%": "%)", "[%": "%]",
            "<%": "%>"}  # fmt: skip
_DOUBLE = re.compile(r"(\{[{%])\s*\1([^{}]*)([%}]\})\s*\3")
# {% if {{ nomor }} %}: inside a statement a field has no braces of its own.
_NESTED = re.compile(r"\{%((?:[^{}%]|\{\{[^{}%]*\}\})*)%\}")
_PERCENT = re.compile(r"\{\{%([^{}%]*)%\}\}?")
_PREFIXED = re.compile(r"(?:p|tr|tc|r)?\s*(?:for|if|elif|else|endif|endfor|set)\b")
_OPENER = re.compile(r"\{[{%#]")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_LONGEST = 2_000
_STATEMENT = re.compile(r"\s*(?:for|if|elif|else|endif|endfor)\b")
_TOO_MANY = "kurung kurawal terlalu banyak; cukup dua di tiap sisi"
_ENDRAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_ANY_CLOSER = re.compile(rf"\}}\}}|%\}}|#\}}|\}}{_GAP}+\}}|%{_GAP}+\}}|\}}|%(?=\s|$)|(?<=\s)%(?=\w)")
_IN_NAME = re.compile(r"\.?\w")
_SLIPPED = re.compile(r"\w{1,2}(?=\s*$)")
_BRACKETS = re.compile(r"\A(?:\((.*)\)|\[(.*)\])\Z", re.DOTALL)
_PATH = re.compile(r"[^\W\d]\w*(?:\s*\.\s*\w+)*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")

Reads = Callable[[str, str], bool]
"""Whether what stands between the braces of an opener can be read."""


@dataclass(frozen=True, slots=True)
class RawTag:
    """A tag as it stands: its characters, the opener it was meant to have, what is inside, and what is wrong.

    ``fault`` is empty for whole braces, otherwise the message; ``certain`` tells that the text can hardly be anything
    but a tag.
    """

    start: int
    end: int
    opener: str
    inner: str
    fault: str = ""
    certain: bool = True

    def shift(self, distance: int) -> RawTag:
        """The same tag in a text that has so many more characters in front."""
        return replace(self, start=self.start + distance, end=self.end + distance) if distance else self


def scan(text: str, reads: Reads, raw: bool = False) -> tuple[list[RawTag], bool]:
    """The tags of a sentence in order, and whether ``{% raw %}`` is open at its end.

    Args:
        text: The sentence as plain text, without markup.
        reads: Told opener and inside, whether that can be read: decides where a tag without end was to end.
        raw: Whether ``{% raw %}`` is open at its start.
    """
    found: list[RawTag] = []
    at = 0
    while at < len(text):
        if raw:
            end = _ENDRAW.search(text, at)
            if end is None:
                return found, True
            at, raw = end.start(), False
        mark = _MARK.search(text, at)
        if mark is None:
            break
        tag = _read(text, mark, found[-1].end if found else 0, reads)
        if tag is None:
            at = mark.start() + 1 if mark["single"] or mark["foreign"] else mark.end()
            continue
        if tag.opener != "{#" or tag.fault:
            found.append(tag)
        at = tag.end
        raw = tag.opener == "{%" and tag.inner.strip(" -+") == "raw"
    return found, raw


def _read(text: str, mark: re.Match[str], before: int, reads: Reads) -> RawTag | None:
    """The tag at a mark, or None when the mark is only text."""
    if mark["literal"]:
        return None
    if mark["foreign"]:
        return _foreign(text, mark, reads)
    if mark["opened"]:
        opener = mark["opened"][0] + mark["opened"][-1]
        if len(mark["opened"]) > 2:
            return _parted(text, mark.start(), mark.end(), opener, reads)
        return _opened(text, mark.start(), opener, reads)
    if mark["closed"]:
        return _stray(text, mark, before, reads)
    return _single(text, mark.start(), reads)


def _opened(text: str, start: int, opener: str, reads: Reads) -> RawTag:
    """A tag whose opener is whole."""
    closer, inside = _CLOSERS[opener], start + 2
    double = _DOUBLE.match(text, start)
    if double:
        return RawTag(start, double.end(), opener, double.group(2), _TOO_MANY)
    if opener == "{#":
        end = text.find(closer, inside)
        if end >= 0:
            return RawTag(start, end + 2, opener, text[inside:end])
        return RawTag(start, len(text), opener, text[inside:], "tanda {# belum ditutup dengan #}")
    nested = _NESTED.match(text, start)
    if nested and "{" in nested.group(1):
        body = re.sub(r"\{\{\s*|\s*\}\}", "", nested.group(1))
        return RawTag(start, nested.end(), opener, body, "di dalam {% %} isian ditulis tanpa kurung kurawal")
    percent = _PERCENT.match(text, start)
    if percent and _PREFIXED.match(percent.group(1).lstrip()):
        return RawTag(start, percent.end(), "{%", percent.group(1), _TOO_MANY)
    near = text[inside : inside + _LONGEST]
    masked = text[:inside] + _QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), near)
    for view in (masked, text):
        end = view.find(closer, inside)
        if end >= 0 and not _OPENER.search(view, inside, end):
            return _closed(text, start, end, opener, reads)
    following = _OPENER.search(text, inside)
    limit = following.start() if following else len(text)
    return _unclosed(text, start, inside, limit, opener, reads)


def _closed(text: str, start: int, end: int, opener: str, reads: Reads) -> RawTag:
    """A tag with both braces; a third brace on a side belongs to nothing."""
    body = text[start + 2 : end]
    if opener == "{{" and not reads(opener, body):
        # A brace inside may be the end of this tag, and the closer found that of another: {{ a } dan b }}.
        stop = body.find("}")
        inside = _IN_NAME.match(body, stop + 1)
        if stop > 0 and not inside and reads(opener, body[:stop]) and body[stop + 1 :].strip():
            return RawTag(start, start + 3 + stop, opener, body[:stop], "tanda {{ ditutup dengan satu kurung saja")
    third = body.startswith("{") and not reads(opener, body)
    extra = opener == "{{" and text[end + 2 : end + 3] == "}" and "{" not in body.lstrip("{")
    lone = opener == "{%" and text[end + 2 : end + 3] == "}" and text.count("{", 0, start) <= text.count("}", 0, start)
    if third or extra or lone:
        tail = end + 2 + (len(text[end + 2 :]) - len(text[end + 2 :].lstrip("}")))
        inner = body.lstrip("{")
        inner = inner.rstrip().rstrip("}") if inner.count("}") > inner.count("{") else inner
        return RawTag(start, tail, opener, inner, _TOO_MANY)
    return RawTag(start, end + 2, opener, body)


def _unclosed(text: str, start: int, inside: int, limit: int, opener: str, reads: Reads) -> RawTag:
    """A tag whose own closer is missing: another one may stand in its place, or it ends where it can be read."""
    closer = _CLOSERS[opener]
    missing = f"tanda {opener} belum ditutup dengan {closer}"
    for other in _ANY_CLOSER.finditer(text, inside, limit):
        body, sign = text[inside : other.start()], other.group()
        if not body.strip():
            continue
        if sign in _CLOSERS.values():
            return RawTag(start, other.end(), opener, body, missing)
        if len(sign) > 1:
            return RawTag(start, other.end(), opener, body, f"ada spasi atau tanda tak terlihat di dalam {closer}")
        if sign == "}" or opener == "{%":
            slip = _SLIPPED.match(text, other.end()) if sign == "%" else None  # %p for %}
            return RawTag(start, slip.end() if slip else other.end(), opener, body, missing)
    body = _readable_start(text[inside:limit], opener, reads)
    return RawTag(start, inside + len(body), opener, body, missing)


def _readable_start(rest: str, opener: str, reads: Reads) -> str:
    """The longest beginning of a text, by words, that can be read inside the braces; a path or word if none can."""
    ends = [match.end() for match in re.finditer(r"\S+", rest)]
    for end in reversed(ends[:40]):
        for cut in (rest[:end], rest[:end].rstrip(".,;:)!?")):
            if cut.strip() and reads(opener, cut):
                return cut
    if opener == "{{":
        path = _PATH.search(rest)
        return rest[: path.end()] if path else rest.rstrip()
    return rest.rstrip()


def _parted(text: str, start: int, inside: int, opener: str, reads: Reads) -> RawTag | None:
    """A tag whose opener has a blank between its two signs; braces in plain text have it too, so it must be one."""
    closer = _CLOSERS[opener]
    pattern = re.compile(rf"{re.escape(closer[0])}{_GAP}*\}}")
    end = pattern.search(text, inside)
    if end is None or opener == "{#":
        return None
    body = text[inside : end.start()]
    if not body.strip() or "{" in body:
        return None
    # Braces in braces are also how sets are written: {{a}, {b}} with blanks.
    certain = reads(opener, body) and (opener == "{%" or "." in body or "_" in body)
    return RawTag(start, end.end(), opener, body, f"ada spasi atau tanda tak terlihat di dalam {opener}", certain)


def _stray(text: str, mark: re.Match[str], before: int, reads: Reads) -> RawTag | None:
    """A closer without opener: one brace of the opener may be left, or none."""
    sign = mark["closed"]
    closer = sign[0] + sign[-1]
    if len(sign) > 2 or closer == "#}":
        return None if len(sign) > 2 else RawTag(mark.start(), mark.end(), "{#", "", "tanda #} tanpa tanda pembuka {#")
    opener = next(key for key, value in _CLOSERS.items() if value == closer)
    message = f"tanda {closer} tanpa tanda pembuka {opener}"
    space = text[before : mark.start()]
    half = max(space.rfind("{"), space.rfind("%") if closer == "%}" else -1, space.rfind("("))
    if half >= 0:
        body = space[half + 1 :].lstrip("%{ " if closer == "%}" else "{ ")
        if body.strip() and reads(opener, body):
            first = half - 1 if half and space[half - 1] in "{(" else half
            return RawTag(before + first, mark.end(), opener, f" {body.lstrip()}", message)
    words = [match.start() for match in re.finditer(r"\S+", space)][-40:]
    for first in words:
        body = space[first:]
        if reads(opener, body):
            return RawTag(before + first, mark.end(), opener, f" {body}", message)
    return RawTag(mark.start(), mark.end(), opener, "", message)


def _single(text: str, start: int, reads: Reads) -> RawTag | None:
    """A name in single braces, which prints as it stands."""
    end = text.find("}", start)
    body = text[start + 1 : end] if end > 0 else ""
    if end < 0 or text[end : end + 2] == "}}":
        return None
    if _STATEMENT.match(body) and reads("{%", body):
        return RawTag(start, end + 1, "{%", f" {body.strip()} ", "perintah ditulis di antara {% dan %}", False)
    bare = _BRACKETS.sub(r"\1\2", body.strip()).strip()  # {(nama)} and {[nama]}: the second brace was mistyped
    if not _PATH.fullmatch(bare):
        return None
    return RawTag(start, end + 1, "{{", f" {bare} ", "kurung kurawalnya harus dua di tiap sisi", False)


def _foreign(text: str, mark: re.Match[str], reads: Reads) -> RawTag | None:
    """A name in the braces of another program, which prints as it stands."""
    opener = mark["foreign"]
    end = text.find(_FOREIGN[opener], mark.end())
    body = text[mark.end() : end] if end > 0 else ""
    if opener[-1] == "%":
        statement = end > 0 and _PREFIXED.match(body.lstrip()) and reads("{%", body)
        told = "perintah ditulis di antara {% dan %}"
        return RawTag(mark.start(), end + 2, "{%", body, told) if statement else None
    if not _PATH.fullmatch(body.strip()):
        return None
    message = "isian ditulis di antara {{ dan }}"
    return RawTag(mark.start(), end + len(_FOREIGN[opener]), "{{", f" {body.strip()} ", message, False)
