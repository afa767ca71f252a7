"""Words such as e-Government in a part that is printed: no line ends behind the letter before their hyphen."""

from __future__ import annotations

import re

_HINT = re.compile(rb"-(?<=[^0-9A-Za-z][A-Za-z]-)(?=[A-Za-z\x80-\xff]{2})")
"""A hyphen that may be one: it begins with a sign that is looked for quickly, as every part is gone through."""
_TEXT = re.compile(rb"<w:t(?: [^<>]*)?>")
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"(?<![\w.@\-\u2010-\u2015])([^\W\d_])-(?=[^\W\d_]{2,}(?!\w|-\w*\d))")
"""One letter, its hyphen and a word: no part of ``anti-korupsi`` or ``NIP-x``, no number such as ``S-1``."""
_ADDRESS = re.compile(r"[@\\_]|://|\w\.\w")
"""What only an address, the name of a file or a code has in it."""


def unbroken(part: bytes) -> bytes:
    """A part whose words of that kind have a hyphen at which Word and LibreOffice end no line.

    It is an element in their run, so that their letters stay in one font and a PDF is searched for a plain hyphen.
    """
    done, made = 0, list[bytes]()
    for hint in _HINT.finditer(part):
        if hint.start() < done:
            continue
        opened = _TEXT.match(part, part.rfind(b"<", 0, hint.start()))
        if opened is None:
            continue
        end, tag = part.find(b"<", hint.end()), opened[0].decode()
        text = part[opened.end() : end].decode("utf-8", "surrogateescape")
        said = _TOKEN.sub(lambda token, tag=tag: _in_token(token[0], tag), text)  # type: ignore[misc]
        made += (part[done : opened.end()], said.encode("utf-8", "surrogateescape"))
        done = end
    return b"".join((*made, part[done:])) if made else part


def _in_token(token: str, tag: str) -> str:
    if "-" not in token or _ADDRESS.search(token):
        return token
    return _WORD.sub(lambda word: f"{word[1]}</w:t><w:noBreakHyphen/>{tag}", token)
