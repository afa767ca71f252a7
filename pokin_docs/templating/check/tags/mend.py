"""What is wrong inside the braces of one tag, and how it was meant: the nearest spelling that can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

Parse = Callable[[str], str]
"""What is wrong with a piece of Jinja, or an empty text."""
Known = Callable[[str], bool]
"""Whether a piece of Jinja uses only names that exist somewhere in the template or its documents."""
Nearest = Callable[[str, str, Callable[[str], bool], Callable[[str], bool]], "str | None"]
"""The nearest spelling of a tag that can be read (``slips.nearest``)."""

BLOCKS = frozenset(("for", "if", "macro", "call", "filter", "with", "block", "set", "raw", "autoescape"))
_MIDDLE = frozenset(("else", "elif"))
_ENDS = frozenset("end" + word for word in BLOCKS)
_DOCXTPL = frozenset(("vm", "hm", "colspan", "cellbg"))
_REFUSED = frozenset(("include", "import", "from", "extends"))
WORDS = BLOCKS | _MIDDLE | _ENDS | _DOCXTPL | _REFUSED
_COMMON = ("for", "endfor", "if", "endif", "elif", "else", "set", "endset", "with", "endwith", "macro", "endmacro",
           "vm", "hm", "colspan", "cellbg", "raw", "endraw", "call", "endcall", "filter", "endfilter")  # fmt: skip
# How clerks and other languages name them.
_SYNONYMS = {
    "elseif": "elif", "elsif": "elif", "elsefi": "elif", "foreach": "for", "endforeach": "endfor", "end": "",
    "jika": "if", "bila": "if", "kalau": "if", "apabila": "if", "untuk": "for", "ulang": "",
    "ulangi": "for", "setiap": "for", "tiap": "for", "selain": "else", "lainnya": "else", "atau": "else",
    "ataujika": "elif", "akhirfor": "endfor", "akhirif": "endif", "akhirjika": "endif", "akhiruntuk": "endfor",
    "kalautidak": "else", "jikatidak": "else", "bilatidak": "else", "sebaliknya": "else", "selainitu": "else",
    "otherwise": "else",
    "selesaifor": "endfor", "selesaiif": "endif", "tutupfor": "endfor", "tutupif": "endif", "next": "endfor",
    "endeach": "endfor", "endloop": "endfor", "loop": "for", "stopfor": "endfor", "stopif": "endif",
}  # fmt: skip
# What they call an end, of whatever: which one it is tell the blocks.
_ENDINGS = frozenset(("close", "tutup", "selesai", "akhir", "habis", "stop", "done", "finish", "berhenti", "endelse"))
# Words that often stand apart from the second half of a keyword: end if.
_FIRST_HALVES = frozenset(("end", "else", "akhir", "selesai", "tutup", "stop", "for", "atau"))
PREFIXES = ("p", "tr", "tc", "r")
_PREFIX_NAMES = {
    "rt": "tr", "ct": "tc", "t": "tr", "row": "tr", "baris": "tr", "br": "tr", "cell": "tc", "sel": "tc",
    "kolom": "tc", "col": "tc", "td": "tc", "par": "p", "para": "p", "paragraf": "p", "paragraph": "p", "pp": "p",
    "ttr": "tr", "trr": "tr", "tcc": "tc", "tt": "tr", "q": "p", "o": "p", "ty": "tr", "te": "tr", "yr": "tr",
    "run": "r", "tx": "tc", "tv": "tc",
}  # fmt: skip
_STRICT = re.compile(r"(p|tr|tc|r) (?=\s*\S)")
_GLUED = re.compile(r"[\s+-]*(tr|tc|p|r)[\s.:_-]*(?=(?:" + "|".join(sorted(_COMMON, reverse=True)) + r")\b)",
                    re.IGNORECASE)  # fmt: skip
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\v"
_UNSEEN_TOLD = "ada tanda yang tak terlihat atau tanda hubung khusus di dalam tag; ketik ulang"
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")
_SMART = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class TagReading:
    """How a tag reads: as it stands when ``fault`` is empty, otherwise as it was meant, if that is plain.

    ``is_readable`` tells whether ``inner`` can be parsed; ``proposal`` whether the tag as given is worth proposing.
    """

    opener: str
    prefix: str
    inner: str
    keyword: str
    fault: str = ""
    is_readable: bool = True
    proposal: bool = False


def read(opener: str, body: str, parse: Parse, known: Known, near: Nearest) -> TagReading:
    """The tag of ``opener`` and ``body``, mended by ``parse``, ``known`` and ``near`` where it cannot be read."""
    body = body.translate(_SMART)
    # A hyphen that does not break is no text for docxtpl and would be lost; a line break is, and may be.
    clean = _UNSEEN_SIGN.sub("", body).replace("\u2011", "-")
    unseen = clean != body.replace("\v", "")
    prefix, rest = _strict_prefix(opener, clean)
    message = fault(opener, rest, parse)
    word = _word(rest) if opener == "{%" else ""
    if opener == "{{" and _word(rest) in WORDS - _DOCXTPL and _word(rest) not in ("filter", "call", "block") and (
        message or not known("{{" + rest + "}}")
    ):  # fmt: skip
        return _as_statement(prefix, rest, parse, known, near)
    if prefix and not message and re.search("[}%]", rest):
        message = f"di dalam tag {{%{prefix} … %}} tidak boleh ada tanda % atau }}"
        return TagReading(opener, prefix, rest, word, message)
    if not message and not unseen:
        return TagReading(opener, prefix, rest, word)
    if not message:
        return TagReading(opener, prefix, rest, word, _UNSEEN_TOLD, proposal=True)
    if opener == "{{":
        mended = _mended(opener, rest, parse, known, near)
        if mended is not None:
            return TagReading(opener, prefix, mended, "", message, proposal=True)
        return TagReading(opener, prefix, rest, "", message, is_readable=False)
    return _statement(prefix, clean, message, parse, known, near)


def fault(opener: str, body: str, parse: Parse) -> str:
    """What is wrong with the tag of ``opener`` and ``body`` (no prefix) by itself, by ``parse``; empty for nothing."""
    if opener == "{#":
        return ""
    body = body.strip("-+") if opener == "{{" else body
    if opener == "{{":
        return parse("{{" + body + "}}")
    body = f" {body.strip('-+ ')} "
    word, rest = _word(body), body.split()[1:]
    if word in _ENDS or word in ("else", "vm", "hm", "raw"):
        lone = body.strip() == word or body.split() in (["else:"], ["else", ":"])
        lone = lone or (word == "endblock" and len(rest) == 1)
        return "" if lone else f"tag {{% {word} %}} tidak memuat hal lain"
    if word in ("colspan", "cellbg"):
        return parse("{{" + body.replace(word, "", 1) + "}}")
    if word == "elif":
        return parse("{% if 1 %}{%" + body + "%}{% endif %}")
    if word in BLOCKS and not is_inline_set(body):
        return parse("{%" + body + "%}{% end" + word + " %}")
    return parse("{%" + body + "%}")


def is_inline_set(body: str) -> bool:
    """Whether a set statement has its value with it, so that no endset follows."""
    return _word(body) == "set" and "=" in body


def as_expression(opener: str, word: str, body: str) -> str:
    """The piece of Jinja that shows which names the tag of ``opener``, first ``word`` and ``body`` (no prefix) uses."""
    if opener == "{{":
        return "{{" + body.strip("-+") + "}}"
    if word in ("colspan", "cellbg"):
        return "{{" + body.replace(word, "", 1) + "}}"
    if word == "elif":
        return "{%" + body.replace("elif", "if", 1) + "%}{% endif %}"
    if word in BLOCKS and not is_inline_set(body):
        return "{%" + body + "%}{% end" + word + " %}"
    if word in _ENDS or word in ("else", "vm", "hm"):
        return ""
    return "{%" + body + "%}"


def as_tag(opener: str, word: str, body: str) -> str:
    """The tag of ``opener``, first ``word`` and ``body`` as Jinja knows it: docxtpl's own ones as what they become."""
    if opener == "{{" or word in ("colspan", "cellbg"):
        return as_expression(opener, word, body)
    if word in ("vm", "hm"):
        return "{% if loop.first %}{% endif %}"
    return "{%" + body + "%}"


# The blank behind the prefix stands inside the word: {%pe ndif %}.
_TORN = re.compile(r"[\s+-]*(tr|tc|p|r)([a-z]+)\s+([a-z]+)(.*)$", re.DOTALL)
# What is left of "for" when letters are lost, before what only a loop has.
_CUT_FOR = re.compile(r"\s*(?:f|o|r|fo|or|fr)\s+([A-Za-z_]\w*\s+in\s+.*\S)\s*$", re.DOTALL | re.IGNORECASE)


def _word(body: str) -> str:
    match = re.match(r"[\s+-]*(\w+)", body)
    return match.group(1) if match else ""


def _strict_prefix(opener: str, body: str) -> tuple[str, str]:
    """The prefix as docxtpl reads it, which wants exactly one letter group and an ordinary blank."""
    match = _STRICT.match(body)
    if match:
        return match.group(1), body[match.end() - 1 :]
    return "", (body if opener == "{{" else f" {body.strip('-+ ')} ")


def _as_statement(prefix: str, rest: str, parse: Parse, known: Known, near: Nearest) -> TagReading:
    """A statement typed in the braces of a value."""
    inner = _statement(prefix, rest, "", parse, known, near) if fault("{%", rest, parse) else None
    body = inner.inner if inner else f" {rest.strip('-+ ')} "
    message = f"{{% … %}} yang diperlukan untuk {_word(rest)}, bukan {{{{ … }}}}"
    return TagReading("{%", prefix, body, _word(body), message, inner is None or inner.is_readable, True)


def _statement(prefix: str, body: str, message: str, parse: Parse, known: Known, near: Nearest) -> TagReading:
    """A statement that cannot be read as it stands."""
    glued = _GLUED.match(body)
    if not prefix and glued and _word(body) not in WORDS:
        prefix, rest = glued.group(1).lower(), f" {body[glued.end() :].strip('-+ ')} "
        inner = _keyword(rest, parse, known, near)
        tell = f"setelah {{%{prefix} harus ada satu spasi, dan tidak ada spasi di depannya"
        return TagReading("{%", prefix, inner or rest, _word(inner or rest), tell, bool(inner), True)
    torn = _TORN.match(body)
    if not prefix and torn and torn.group(2) + torn.group(3) in WORDS and _word(body) not in WORDS:
        prefix, rest = torn.group(1), f" {torn.group(2)}{torn.group(3)}{torn.group(4).rstrip('-+ ')} "
        inner = _keyword(rest, parse, known, near)
        tell = f"spasi setelah {{%{prefix} berada di tengah kata {_word(rest)}"
        return TagReading("{%", prefix, inner or rest, _word(inner or rest), tell, bool(inner), True)
    rest = body if not prefix else _strict_prefix("{%", body)[1]
    words = rest.strip("-+ ").split(None, 1)
    if not prefix and len(words) == 2 and _word(words[0]) not in WORDS and _word(words[1]) in WORDS:
        inner = _keyword(f" {words[1]} ", parse, known, near)
        guess = _near_prefix(words[0])
        if guess and inner is not None:
            tell = f"awalan {words[0]} tidak dikenal; yang ada p, tr, tc, dan r"
            return TagReading("{%", guess, inner, _word(inner), tell, proposal=True)
    mended = _keyword(rest, parse, known, near)
    if mended is not None:
        return TagReading("{%", prefix, mended, _word(mended), message, proposal=True)
    value = f" {rest.strip(' =:')} "
    if not fault("{{", value, parse) and known("{{" + value + "}}"):
        return TagReading("{{", "", value, "", "untuk mencetak isian pakai {{ … }}, bukan {% … %}", proposal=True)
    return TagReading("{%", prefix, f" {rest.strip('-+ ')} ", _word(rest), message, is_readable=False)


def _near_prefix(text: str) -> str:
    bare = re.sub(r"\W", "", text).lower()
    if bare in PREFIXES or bare in _PREFIX_NAMES:
        return _PREFIX_NAMES.get(bare, bare)
    begun = next((prefix for prefix in ("tr", "tc", "p") if bare.startswith(prefix)), "")
    if begun or len(bare) != 2:
        return begun
    return next((prefix for prefix in ("tr", "tc") if bare[1] == prefix[1] or sorted(bare) == sorted(prefix)),
                "tr" if bare[0] == "t" else "")  # fmt: skip


def _keyword(body: str, parse: Parse, known: Known, near: Nearest) -> str | None:
    """The statement with its first word spelt right and the rest mended; None when it is none of ours."""
    body = f" {body.strip('-+ ')} "
    for candidate in _with_keyword(body):
        if not fault("{%", candidate, parse):
            return candidate
        mended = _mended("{%", candidate, parse, known, near)
        if mended is not None:
            return mended
    return None


def _with_keyword(body: str) -> Iterator[str]:
    word = _word(body)
    if word == "else" and body.split()[1:] != ["if"]:
        yield body.replace("else", "elif", 1)
    if word in WORDS:
        yield body
        if word in _ENDS:
            yield f" {word} "
        if word in _MIDDLE and body.split()[1:] in ([], ["if"]):
            yield " else "
        if word != "else" and (word != "for" or len(body.split()) > 1):
            return
    loop = _CUT_FOR.match(body)
    if loop:
        yield f" for {loop.group(1)} "
    words = body.split()
    parted = words[0].lower() in _FIRST_HALVES or _is_two_halves("".join(words[:2])) if words else False
    for count in (2, 1) if parted else (1, 2):
        joined = re.sub(r"\W", "", "".join(words[:count])).lower()
        rest = " ".join(words[count:])
        for found in _near_words(joined, bool(rest)) if len(words) >= count else ():
            yield f" {found} " if found in _ENDS or found == "else" else f" {found} {rest} "
    glued = re.match(r"\s*(for|if|elif|set)([A-Za-z_]\w*\b.*)", body, re.DOTALL)
    if glued:
        yield f" {glued.group(1)} {glued.group(2)} "


def _is_two_halves(text: str) -> bool:
    return text.lower() in _COMMON or text.lower() in _SYNONYMS


def guesses(body: str, parse: Parse) -> Iterator[tuple[str, str]]:
    """Statements that a tag of an unknown word may stand for, as first word and all that stands in the braces."""
    rest = " ".join(body.strip("-+ ").split()[1:])
    for word in ("endfor", "endif", "else", *sorted(_ENDS - {"endfor", "endif"})):
        yield word, f" {word} "
    for word in ("if", "for", "elif") if rest else ():
        content = f" {word} {rest} "
        if not fault("{%", content, parse):
            yield word, content


def _near_words(word: str, more: bool) -> Iterator[str]:
    """Words a misspelt one may stand for; ``more`` tells that something follows, as after an opening word."""
    if word in _COMMON:
        yield word
    yield from filter(None, (_SYNONYMS.get(word),))
    if word in _ENDINGS:
        return
    if len(word) == 1:
        yield from {"i": ("if",), "f": ("if",), "v": ("vm",), "h": ("hm",), "m": ("vm",)}.get(word, ())
        return
    if word == "el":
        yield "elif" if more else "else"
        return
    if len(word) == 2:
        near_for = word[0] == "f" and more
        yield from ("for",) if near_for and word != "fi" else ("if",) if more else ("endif",)
        return
    swapped = [known for known in _COMMON if sorted(known) == sorted(word)]
    near = swapped + get_close_matches(word, _COMMON, 3, 0.66)
    alone = _ENDS | {"else", "vm", "hm", "raw"}
    yield from sorted(dict.fromkeys(near), key=lambda known: (known in alone) == more)


def _mended(opener: str, body: str, parse: Parse, known: Known, near: Nearest) -> str | None:
    return near(opener, body, lambda text: not fault(opener, text, parse),
                lambda text: known(as_expression(opener, _word(text), text)))  # fmt: skip
