"""Every tag of a template part read as a clerk sees it, paragraph by paragraph, so that all faults show at once.

Jinja stops at the first fault and names a line of XML; docxtpl loses text silently when two tags share what one of
them removes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{(?P<isian>.*?)\}\}|\{%(?P<perintah>.*?)%\}|\{#.*?#\}")
_ESCAPED = re.compile(r"\{_[{%]|[}%]_\}")
_STRAY = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PREFIX = re.compile(r"(p|tr|tc|r)\s")
_SMART = str.maketrans("“”‘’", "\"\"''")
_UNIT = {"p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}
_BLOCKS = frozenset(("for", "if", "macro", "call", "filter", "with", "block", "set", "raw", "autoescape"))

Parse = Callable[[str], str]
"""Returns what is wrong with a piece of Jinja, or an empty text."""


@dataclass(slots=True)
class Naskah:
    """A part reduced to its tags: line n of ``jinja`` are the tags of the sentence ``kalimat[n - 1]``.

    ``faults`` are pairs of what is wrong and the sentence; ``balanced`` tells whether every block is closed, so
    that ``jinja`` can be parsed as a whole.
    """

    jinja: str = ""
    kalimat: list[str] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    balanced: bool = True


def read(root: etree._Element, parse: Parse) -> Naskah:
    """The tags of a part with all their faults."""
    script = Naskah()
    lines: list[str] = []
    open_blocks: list[tuple[str, str]] = []
    for sentence, element in _sentences(root):
        shown = " ".join(sentence.replace("\v", " ").split())
        good: list[str] = []
        if fault := _merging(sentence):
            script.faults.append((fault, shown))
        for opener, body in _tags(sentence, shown, script):
            prefix, body = _without_prefix(body)
            broken = _fault(opener, body, parse)
            fault = _misplaced(opener, prefix, body, element) or broken
            if opener == "{%" and (unbalanced := _balance(body, shown, open_blocks)):
                fault, broken = fault or unbalanced, unbalanced
            if fault:
                script.faults.append((fault, shown))
            if not broken:
                good.append("{{" + body + "}}" if opener == "{{" else _as_jinja(body))
            elif opener == "{%":
                script.balanced = False
        lines.append("".join(good))
        script.kalimat.append(shown)
    for word, shown in open_blocks:
        script.faults.append((f"tag {{% {word} %}} belum ditutup dengan {{% end{word} %}}", shown))
        script.balanced = False
    script.jinja = "\n".join(lines)
    return script


def _sentences(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Every text that may hold tags, in document order: paragraphs, then texts and attributes of their own."""
    texts: dict[tuple[etree._Element, str], str] = {}
    for element in root.iter(etree.Element):
        texts |= {(element, str(name)): str(value) for name, value in element.attrib.items()}
        if element.tag in (_W + "t", _W + "br", _W + "tab", _W + "cr"):
            key = (next(element.iterancestors(_W + "p"), element), "")
            # A line break inside a tag is dropped when filling; between words it must not join them here.
            texts[key] = texts.get(key, "") + ((element.text or "") if element.tag == _W + "t" else "\v")
        elif element.text:
            texts[element, ""] = element.text
    for (element, _), text in texts.items():
        if _STRAY.search(text):
            yield text, element


def _tags(sentence: str, shown: str, script: Naskah) -> Iterator[tuple[str, str]]:
    """Opener and body of each whole tag; what opens without closing, or closes without opening, is a fault."""
    for tag in _TAG.finditer(_ESCAPED.sub("", sentence)):
        opener, body = tag.group()[:2], tag["isian"] or tag["perintah"] or ""
        if _STRAY.search(body):
            script.faults.append((f"tanda {opener} belum ditutup dengan {_CLOSER[opener]}", shown))
            if opener == "{%":
                script.balanced = False
        elif opener != "{#":
            yield opener, body.replace("\v", "").translate(_SMART)
    rest = _STRAY.search(_TAG.sub("", _ESCAPED.sub("", sentence)))
    if rest and rest.group() in _CLOSER:
        script.faults.append((f"tanda {rest.group()} belum ditutup dengan {_CLOSER[rest.group()]}", shown))
    elif rest:
        script.faults.append((f"tanda {rest.group()} tanpa tanda pembuka", shown))
    if rest and "%" in rest.group():
        script.balanced = False


def _merging(sentence: str) -> str:
    """Whether a dash, which joins two paragraphs, stands where docxtpl would take text away with it."""
    for tag in _TAG.finditer(sentence):
        body, after = tag["perintah"] or "", sentence[tag.end() :].lstrip()
        if body.startswith("-") and sentence[: tag.start()].strip():
            return "tag {%- %} harus di awal paragrafnya; teks di depannya tidak akan tercetak"
        if body.endswith("-") and after and not after.startswith(("{{", "{%")):
            return "tag {% -%} harus di akhir paragrafnya; teks di belakangnya tidak akan tercetak"
    return ""


def _without_prefix(body: str) -> tuple[str, str]:
    prefix = _PREFIX.match(body)
    if prefix:
        return prefix.group(1), body[prefix.end() :]
    return "", f" {body.strip('-+ ')} "


def _misplaced(opener: str, prefix: str, body: str, element: etree._Element) -> str:
    """Whether the tag takes away more than itself: docxtpl removes the whole unit that its prefix names."""
    if not prefix:
        return ""
    if opener == "{{":
        return f"tulis {{{{ {body.strip()} }}}} tanpa huruf {prefix} di depannya"
    if prefix == "r":
        return f"tulis {{% {body.strip()} %}} tanpa huruf r di depannya"
    unit = next(element.iterancestors(_W + prefix), None) if prefix != "p" else element
    if unit is None:
        return f"tag {{%{prefix} %}} hanya untuk {_UNIT[prefix]}"
    text = "".join(str(part.text or "") for part in unit.iter(_W + "t"))
    rest = _TAG.sub("", text, count=1)
    if next(unit.iter(_W + "sectPr"), None) is not None:
        return f"tag {{%{prefix} %}} satu paragraf dengan pemisah bagian (section break); beri paragraf sendiri"
    if rest.strip() or next(unit.iter(_W + "drawing", _W + "pict", _W + "object"), None) is not None:
        return f"tag {{%{prefix} %}} harus sendirian dalam {_UNIT[prefix]}nya; isi lainnya tidak akan tercetak"
    return ""


def _word(body: str) -> str:
    return (body.split() or [""])[0]


def _fault(opener: str, body: str, parse: Parse) -> str:
    """What is wrong with one tag by itself."""
    if opener == "{{":
        return parse("{{" + body + "}}")
    word = _word(body)
    if word.startswith("end") or word in ("else", "vm", "hm", "raw"):
        return ""
    if word in ("colspan", "cellbg"):
        return parse("{{" + body.replace(word, "", 1) + "}}")
    if word == "elif":
        return parse("{% if 1 %}{%" + body + "%}{% endif %}")
    if word in _BLOCKS and not _is_inline_set(body):
        return parse("{%" + body + "%}{% end" + word + " %}")
    return parse("{%" + body + "%}")


def _is_inline_set(body: str) -> bool:
    return _word(body) == "set" and "=" in body


def _balance(body: str, shown: str, open_blocks: list[tuple[str, str]]) -> str:
    """What is wrong with the place of a block tag among the others; keeps account of the open ones."""
    word = _word(body)
    inside = open_blocks[-1][0] if open_blocks else ""
    if word in _BLOCKS and not _is_inline_set(body):
        open_blocks.append((word, shown))
    elif word in ("else", "elif") and inside not in ("if", "for"):
        return f"tag {{% {word} %}} di luar {{% if %}}"
    elif word.startswith("end"):
        if inside != word.removeprefix("end"):
            expected = f"; yang terbuka {{% {inside} %}}" if inside else ""
            return f"tag {{% {word} %}} tanpa {{% {word.removeprefix('end')} %}} pembukanya{expected}"
        open_blocks.pop()
    return ""


def _as_jinja(body: str) -> str:
    """A block tag with docxtpl's own ones written as what they become."""
    word = _word(body)
    if word in ("vm", "hm"):
        return "{% if loop.first %}{% endif %}"
    if word in ("colspan", "cellbg"):
        return "{{" + body.replace(word, "", 1) + "}}"
    return "{%" + body + "%}"
