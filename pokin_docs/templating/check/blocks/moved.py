"""Which of two tags of a block was moved away: the one whose surroundings do not speak of what the block is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pokin_docs.templating.faults import SyntaxNode, Tag, TagBlock, TemplateSentence

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_PATH = re.compile(r"(?<![\w.])[^\W\d][\w.]*")
_WORDS = frozenset(("for", "in", "if", "elif", "not", "and", "or", "is", "loop", "true", "false", "none", "defined"))
_LOOP = re.compile(r"\s*for\s+(\w+)\s+in\b")
_NEAR = 40


def tell(
    sentence: Sequence[TemplateSentence], tags: Sequence[Tag], block: Sequence[TagBlock], opener: int, closer: int,
    moved: int | None = None,
) -> tuple[int, str]:  # fmt: skip
    """The number of the tag of a block that stands in the wrong place, and what to say of it.

    Args:
        sentence: The sentences of the part.
        tags: Its tags.
        block: Its blocks.
        opener: Number of the opening tag in ``tags``, from 0.
        closer: Number of the closing tag.
        moved: Number of the one in the wrong place, where that is known.
    """
    wrong = moved if moved is not None else _which(sentence, tags, block, opener, closer)
    other = tags[opener if wrong == closer else closer]
    does = "menutup" if wrong == closer else "membuka blok yang ditutup"
    rule = "keduanya harus dalam sel atau badan teks yang sama dan mengapit isinya"
    if closer < opener:
        rule = "pembuka harus di atas penutupnya"
    where = str(sentence[other.sentence].place)
    return wrong, f"tag ini {does} {other.typed()} yang berada di tempat lain ({where}); {rule}"


def _which(
    sentence: Sequence[TemplateSentence], tags: Sequence[Tag], block: Sequence[TagBlock], opener: int, closer: int
) -> int:
    """The tag of the two that stands in the wrong place; the closing one where nothing tells."""
    for number, other in ((opener, closer), (closer, opener)):
        if _is_homeless(sentence, tags[number]) and not _is_homeless(sentence, tags[other]):
            return number
    loop = _LOOP.match(tags[opener].inner)
    if loop:
        free = _free_uses(tags, block, loop.group(1), opener)
        first, last = min(opener, closer), max(opener, closer)
        before, after = any(number < first for number in free), any(number > last for number in free)
        if before != after:
            # Uses above both or below both: in order, the nearer tag has moved past them; else it is the farther one.
            return first if before == (opener < closer) else last
    paths = {loop.group(1)} if loop else names(tags[opener])
    below = [number for number in range(opener + 1, min(opener + 1 + _NEAR, len(tags))) if number != closer]
    above = [number for number in range(closer - 1, max(-1, closer - 1 - _NEAR), -1) if number != opener]
    here = _distance(sentence, tags, below, opener, paths)
    there = _distance(sentence, tags, above, closer, paths)
    return opener if there < here else closer


def _is_homeless(sentence: Sequence[TemplateSentence], tag: Tag) -> bool:
    return tag.prefix in ("tr", "tc") and sentence[tag.sentence].ancestors(tag.prefix) is None


def _free_uses(tags: Sequence[Tag], pair: Sequence[TagBlock], name: str, opener: int) -> list[int]:
    """Tags that use a loop's variable where no other loop makes it known."""
    known: set[int] = set()
    for block in pair:
        found = _LOOP.match(tags[block.opening].inner)
        if block.opening != opener and block.closing >= 0 and found and found.group(1) == name:
            known.update(range(block.opening, block.closing + 1))
    users = (number for number, tag in enumerate(tags) if any(_is_of(path, {name}) for path in names(tag)))
    return [number for number in users if number != opener and number not in known]


def names(tag: Tag) -> set[str]:
    """The paths that a tag uses."""
    return {path for path in _PATH.findall(_QUOTED.sub("", tag.inner)) if path not in _WORDS}


def _distance(
    sentence: Sequence[TemplateSentence], tags: Sequence[Tag], numbers: Sequence[int], of: int, paths: set[str]
) -> int:
    """How far from a tag, in the same table, cell or text, one stands that uses the names."""
    around = _around(sentence[tags[of].sentence], tags[of])
    for number in numbers:
        inside = around is None or around in sentence[tags[number].sentence].path
        if inside and any(_is_of(path, paths) for path in names(tags[number])):
            return abs(number - of)
    return _NEAR + 1


def _is_of(path: str, paths: set[str]) -> bool:
    return path in paths or path.partition(".")[0] in paths


def _around(sentence: TemplateSentence, tag: Tag) -> SyntaxNode | None:
    """What holds the paragraph, row or cell that a tag is for."""
    unit = sentence.ancestors(tag.prefix) if tag.prefix in ("tr", "tc") else sentence.path[-1]
    at = sentence.path.index(unit) if unit in sentence.path else 0
    return sentence.path[at - 1] if at else None
