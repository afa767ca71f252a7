"""Spellings that lie one slip away from a tag that cannot be read, the likeliest slips first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_QUOTES = str.maketrans(dict.fromkeys("“”„‟″＂«»", '"') | dict.fromkeys("‘’‚‛′´`", "'"))
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00a0\u202f\u2007", "-------   ") | str.maketrans(
    "（）［］｛｝：，．｜＝", "()[]{}:,.|=")  # fmt: skip
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_KEYWORDS = ("in", "is", "not", "and", "or", "if", "else", "for")
_BETWEEN_WORDS = re.compile(rf"\b(\w+)\s+(?=[^\W\d])(?!(?:{'|'.join(_KEYWORDS)})\b)")
_NOT_TEXT = re.compile(r"(?<=\w)\s+(?:is\s+not|not|bukan|tidak)\s+(?=['\"])")
_COMPARED_TWICE = re.compile(r"(?P<field>[\w.]+)\s*[=!]=\s*(?:'[^']*'|\"[^\"]*\")\s+(?:or|and)\s+(?=[=!]=)")
_MAX = 400
_LONGEST = 400


def nearest(opener: str, body: str, reads: Callable[[str], bool], known: Callable[[str], bool]) -> str | None:
    """The nearest spelling that can be read, one change before two, with names that exist before others.

    Args:
        opener: ``{{`` or ``{%``.
        body: What stands between the braces, without a prefix.
        reads: Whether a spelling can be read.
        known: Whether it uses only names that exist.
    """
    if len(body) > _LONGEST:
        return None  # no clerk types that, and each spelling would have to be parsed
    layer, seen = [body], {body}
    fallback: str | None = None
    for _ in range(3):
        following: list[str] = []
        for text in layer:
            for change in _changes(opener, text):
                if change in seen or len(seen) > _MAX:
                    continue
                seen.add(change)
                if reads(change):
                    if known(change):
                        return change
                    fallback = fallback or change
                following.append(change)
        if fallback is not None and not following:
            break
        layer = following
    return fallback


def _changes(opener: str, body: str) -> Iterator[str]:
    """Spellings one slip away, the likeliest slips first; texts in quotes stay as they are where that matters."""
    yield re.sub(r"^\s*(?:p|r|tr|tc)\s+(?=\w)", " ", body) if opener == "{{" else body
    yield body.translate(_QUOTES)
    yield re.sub('["“”„]', "'", body.translate(_QUOTES))
    yield body.translate(_DASHES).replace("…", "")
    yield _outside(body, lambda code: re.sub(r"[{}%#]", "", code))
    code = _STRING.sub("", body)
    if opener == "{%" and code != code.lower():
        yield body.lower() if code.strip().partition(" ")[2].isupper() else body
        yield _outside(body, str.lower)
    yield _NOT_TEXT.sub(" != ", body)
    yield re.sub(r"(?<=\w)\s*(?:\bis|\badalah)\s+(?=['\"])", " == ", body)
    yield re.sub(r"\(\s*([-–—]+|\.{2,}|…)\s*\)", r"('\1')", body)
    yield re.sub(r"\|\s*(\w+)\s*:\s*('[^']*'|\"[^\"]*\")", r"|\1(\2)", body)
    for sign in "'\"":
        if body.count(sign) % 2:
            yield from _with_quote(body, sign)
            yield body.replace(sign, "")
    for pattern, replacement in _OUTSIDE:
        yield _outside(body, lambda code, p=pattern, r=replacement: p.sub(r, code))  # type: ignore[misc]
    yield from _statement_changes(body) if opener == "{%" else _value_changes(body)
    for opening, closing in ("()", "[]"):
        missing = body.count(opening) - body.count(closing)
        if missing > 0:
            yield f" {body.strip()}{closing * missing} "
            yield body.replace(opening, "")
        elif missing < 0:
            yield body.replace(closing, "", -missing)
    if opener == "{%":
        for sign in ("", "_", "."):
            yield _joined_after_keyword(body, sign)
    if opener == "{{" and (first := re.match(r"\s*[\w.]+(?:\s*\|\s*\w+)*(?=\s+\w)", body)):
        yield first.group() + " "


def _statement_changes(body: str) -> Iterator[str]:
    """Slips that only a statement can have."""
    if first_word(body) == "set":
        yield re.sub(r"^(\s*set\s+\w+)\s*[:=]*\s*(?==|[^=\s])", r"\1 = ", body)
    else:
        yield re.sub(r"(?<=[A-Za-z])\s+(?=\d)", "_", body)
    yield from _loop_changes(body)
    yield _COMPARED_TWICE.sub(r"\g<0>\g<field> ", body)  # jenis_pk == 'jpt' or == 'ess-3'
    yield re.sub(r"(?<=cellbg)\s*#?([0-9A-Fa-f]{6})\b", r" '\1'", body)


def _value_changes(body: str) -> Iterator[str]:
    """Slips that only a value can have."""
    yield re.sub(r"(?<=[A-Za-z])\s+(?=\d)", "_", body)
    # Two fields in one pair of braces; that they are printed together is told where names are looked up.
    yield re.sub(r"(?<=\w)\s*[\s;]\s*(?=[^\W\d])", ", ", body)
    for sign in ("", "_", "."):
        yield re.sub(r"(?<=\w)\s+(?=\w)", sign, body)
    yield re.sub(r"([\w)\]'\"])\s+(\w+)\s*$", r"\1|\2 ", body)


def _slip(pattern: str, replacement: str) -> tuple[re.Pattern[str], str]:
    return re.compile(pattern), replacement


_OUTSIDE = (
    _slip(r"!\s+=", "!="),
    _slip(r",(?:\s*,)+", ","),
    _slip(r"[²³¹ªº°]", ""),
    _slip(r"&\w+;|</?\w+/?>", ""),
    _slip(r"=\s*=\s*=?", "=="),
    _slip(r"(?<![=!<>])=(?![=<>])", "=="),
    _slip(r"<>|=/=|=!|≠|~=", "!="),
    _slip(r"=>|≥", ">="),
    _slip(r"=<|≤", "<="),
    _slip(r"\|\s*\|(?=\s*\w)", "|"),
    _slip(r"\s*\|\|\s*", " or "),
    _slip(r"\s*&&?\s*", " and "),
    _slip(r"!(?!=)\s*", "not "),
    _slip(r"\b(?i:dan)\b", "and"),
    _slip(r"\b(?i:atau)\b", "or"),
    _slip(r"\b(?i:bukan|tidak)\b", "not"),
    _slip(r"\b(?i:adalah|sama\s+dengan)\b", "=="),
    _slip(r"\b(?i:di|dalam|pada|dari|of|on|im|un|ni|into)\b", "in"),
    _slip(r"\b(?:AND|And|adn|nad|ans|amd)\b", "and"),
    _slip(r"\b(?:OR|Or|ro)\b", "or"),
    _slip(r"\b(?:NOT|Not|nto|ont)\b", "not"),
    _slip(r"\bnotin\b", "not in"),
    _slip(r"\bisnot\b", "is not"),
    _slip(r"\b(?:IN|In)\b", "in"),
    _slip(r"\b(?:IF|If)\b", "if"),
    _slip(r"\b(?:ELSE|Else|selain)\b", "else"),
    _slip(r"[\s|.,;:=+*/~-]+$", " "),
    _slip(r"^[\s|.,;:=+*/~-]+", " "),
    _slip(r"\|(?=\s*(?:\||$))", ""),
    _slip(r"\.{2,}", "."),
    _slip(r"\s*(?:->|→|::|\\|/)\s*", "."),
    _slip(r"(?<=\w)\s*[,;:]\s*(?=[^\W\d])", "."),
    _slip(r"[;:]", ""),
    _slip(r"[@$#&?!^]", ""),
    _slip(r"(?<=\w)-(?=\w)", "_"),
    _slip(r"(?<=\w)-(?=\w)", "."),
    _slip(r"\.(?=\[)", ""),
    _slip(r"\bnot\s*=+", "!="),
    _slip(r"(?<![\w.])no(?=\s+\w)", "not"),
    _slip(r"\b(or|and)(?=[a-z]\w*[._])", r"\1 "),
    _slip(r"\bthen\b|\bmaka\b|\bdo\b", ""),
)


def _outside(body: str, change: Callable[[str], str]) -> str:
    """The body with everything but quoted texts changed."""
    pieces, at = [], 0
    for quoted in _STRING.finditer(body):
        pieces += [change(body[at : quoted.start()]), quoted.group()]
        at = quoted.end()
    return "".join((*pieces, change(body[at:])))


def _with_quote(body: str, sign: str) -> Iterator[str]:
    """The body with a quotation mark put where one may be missing: at the end, before a sign, before a word."""
    text = body.rstrip()
    for found in reversed(list(re.finditer(r"[)\]|,]|$|\s(?=(?:and|or|else|in)\b)", text))):
        yield text[: found.start()].rstrip() + sign + text[found.start() :] + " "
    for found in re.finditer(r"(?<=[(\s=,])(?=\w)", text):
        yield text[: found.start()] + sign + text[found.start() :] + " "


def _joined_after_keyword(body: str, sign: str) -> str:
    """The statement with names that a blank parts put together, its keywords left apart."""
    keyword, _, rest = body.strip().partition(" ")
    if keyword in ("for", "if", "elif"):
        rest = _BETWEEN_WORDS.sub(
            lambda word: word.group() if word.group(1) in _KEYWORDS else word.group(1) + sign, rest
        )
    return f" {keyword} {rest} "


def _loop_changes(body: str) -> Iterator[str]:
    words = body.split()
    if not words or words[0] != "for":
        return
    if words[1:2] and words[1].lower() in ("each", "every", "all", "setiap", "tiap", "semua"):
        yield f" for {' '.join(words[2:])} "
    yield re.sub(r"^(\s*for\s+\w+)\.[\w.]+(?=\s+in\b)", r"\1", body)
    yield re.sub(r"^(\s*for\s+)(\w+)\.(\w+)(?=\s+in\s)\s+in\s+(?=\w)", r"\1\3 in \2.", body)
    if len(words) == 3 and words[1].endswith("in") and len(words[1]) > 2:
        yield f" for {words[1][:-2]} in {words[2]} "
    if len(words) == 3 and "in" not in words:
        yield f" for {words[1]} in {words[2]} "
    if len(words) == 4 and "in" not in words:
        yield f" for {words[1]} in {words[3]} "
    if len(words) == 2 and words[1] != "in":
        yield f" for {_variable(words[1])} in {words[1]} "
    if len(words) == 3 and words[1] == "in":
        yield f" for {_variable(words[2])} in {words[2]} "
    if len(words) == 3 and words[2].startswith("in") and len(words[2]) > 2:
        yield f" for {words[1]} in {words[2][2:]} "
    if len(words) > 4 and words[2] == "in":
        yield f" for {words[1]} in {'_'.join(words[3:])} "


def _variable(list_path: str) -> str:
    """A name for what a list holds: the first letter of what it lists."""
    bare = list_path.rpartition(".")[2].removeprefix("daftar_")
    return bare[:1] if bare[:1].isalpha() else "x"


def first_word(body: str) -> str:
    """The first word of a tag, or nothing."""
    match = re.match(r"[\s+-]*(\w+)", body)
    return match.group(1) if match else ""
