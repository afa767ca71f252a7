"""The X-ray of a template: its source changed so that every placeholder prints its own name beside its value."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from pokin_docs.templating.aids.colours import OWN

_TOKEN = re.compile(
    r"\{\{(?P<expression>.*?)\}\}|\{%(?P<statement>.*?)%\}|\{#.*?#\}"
    r"|(?P<xml><(?:\{\{.*?\}\}|\{%.*?%\}|[^<>{]|\{)*>)",
    re.DOTALL,
)
_NAME = re.compile(r"</?([^\s/>]+)")
_WIDTH = re.compile(r'w:w="(\d+)"')
# The made-up content has something in every field: only a comparison can be against it. What may not be forced is a
# part for what is missing, or for one place of a loop.
_COMPARED = re.compile(r"[=!<>]=|[<>]|\b(?:in|is)\b")
_NOT_FORCED = re.compile(r"\b(?:not|loop|none|undefined)\b|==\s*(?:''|\"\"|0)", re.IGNORECASE)
_LABEL = (
    '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:caps w:val="0"/>'
    f'<w:color w:val="{OWN}"/>'
    '<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
)
_FONT_SIZES = ((0, 10), (1000, 11), (2000, 13), (5000, 14))
"""Sizes of the names in half points, each from a width of the cell on (in twentieths of a point)."""
# A name may be broken in a narrow column where a person would break it.
_BREAKS = re.compile(r"(?<=[._|])(?=\w)|(?=\[)")
_BREAK = "\u200b"
_BRACES = str.maketrans("{}", "()")
_RAND = "-+ \t\n"


def annotate(source: str, *, everything: bool) -> str:
    """The source of a part with the name of every placeholder before its value, in small blue letters.

    Args:
        source: What ``patch.to_jinja`` gives.
        everything: Optional parts that have no alternative are printed whatever their condition says, unless it asks
            for something missing or for a place in a loop.
    """
    forced = _optional(source) if everything else frozenset()
    place = _XmlPosition()
    pieces: list[str] = []
    done = 0
    for token in _TOKEN.finditer(source):
        pieces.append(source[done : token.start()])
        done = token.end()
        piece = token.group()
        if token["xml"] is not None:
            place.enter(piece, source, token.start())
        elif token["statement"] is not None:
            place.command(token["statement"])
            # A tag keeps its line break: the number of a line tells the place of a fault.
            piece = "{%\n if true %}" if token.start() in forced else piece
        elif token["expression"] is not None and not place.raw:
            piece = place.named(token["expression"], piece)
        pieces.append(piece)
    return "".join((*pieces, source[done:]))


@dataclass(slots=True)
class _XmlPosition:
    """Where in the XML the reading is: the open elements, and the formatting of the open runs."""

    path: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    begun: int = 0
    width: int = 0
    raw: bool = False

    def enter(self, tag: str, source: str, at: int) -> None:
        found = _NAME.match(tag)
        if found is None or tag.startswith(("<?", "<!")):
            return
        name = found[1]
        if tag.startswith("</"):
            # A condition may stand around the end of one element and the start of the next: no strict pairs.
            if name in self.path:
                del self.path[len(self.path) - 1 - self.path[::-1].index(name) :]
            if name == "w:rPr" and self.path[-1:] == ["w:r"] and self.looks:
                self.looks[-1] = source[self.begun : at + len(tag)]
            elif name == "w:r" and self.looks:
                self.looks.pop()
        elif not tag.endswith("/>"):
            self.path.append(name)
            if name == "w:r":
                self.looks.append("")
            elif name == "w:rPr":
                self.begun = at
            elif name == "w:tc":
                self.width = 0
        elif name == "w:tcW" and (width := _WIDTH.search(tag)):
            self.width = int(width[1])

    def command(self, body: str) -> None:
        word = (body.strip(_RAND).split() or [""])[0]
        if word in ("raw", "endraw"):
            self.raw = word == "raw"

    def named(self, body: str, tag: str) -> str:
        """A placeholder with its name, in a run of its own; as it was where no run of text is."""
        if self.path[-1:] != ["w:t"] or not self.looks:
            return tag
        # Braces in what is printed would look like a tag that nobody filled.
        shown = " ".join(body.strip(_RAND).split()).translate(_BRACES)
        name = html.escape(_BREAKS.sub(_BREAK, shown), quote=False)
        start, again = '<w:t xml:space="preserve">', f"<w:r>{self.looks[-1]}"
        known = self.width if "w:tc" in self.path and self.width else 10_000
        size = max(size for least, size in _FONT_SIZES if known >= least)
        label = f"</w:t></w:r><w:r>{_LABEL.format(size=size)}{start}"
        return f"{label}«{name}: </w:t></w:r>{again}{start}{tag}{label}»</w:t></w:r>{again}{start}"


def _is_forced(test: str) -> bool:
    return bool(_COMPARED.search(test)) and not _NOT_FORCED.search(test)


def _optional(source: str) -> frozenset[int]:
    """Where the conditions stand whose part has no alternative and may be printed always."""
    found: set[int] = set()
    waiting: list[tuple[int, bool]] = []
    for token in _TOKEN.finditer(source):
        word, _, test = (token["statement"] or "").strip(_RAND).partition(" ")
        if word in ("if", "for"):
            waiting.append((token.start(), word == "if" and _is_forced(test)))
        elif word in ("else", "elif") and waiting:
            waiting[-1] = (waiting[-1][0], False)
        elif word in ("endif", "endfor") and waiting:
            begin, free = waiting.pop()
            if free:
                found.add(begin)
    return frozenset(found)
