"""Which of two tags of a block was moved away: the one whose surroundings do not speak of what the block is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pokin_docs.templating.faults import Blok, Kalimat, Simpul, Tag

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_PATH = re.compile(r"(?<![\w.])[^\W\d][\w.]*")
_WORDS = frozenset(("for", "in", "if", "elif", "not", "and", "or", "is", "loop", "true", "false", "none", "defined"))
_LOOP = re.compile(r"\s*for\s+(\w+)\s+in\b")
_NEAR = 40


def tell(
    kalimat: Sequence[Kalimat], tags: Sequence[Tag], blok: Sequence[Blok], opener: int, closer: int,
    pindah: int | None = None,
) -> tuple[int, str]:  # fmt: skip
    """The tag of the two that stands in the wrong place, ``pindah`` where that is known, and what to say of it."""
    wrong = pindah if pindah is not None else _which(kalimat, tags, blok, opener, closer)
    other = tags[opener if wrong == closer else closer]
    does = "menutup" if wrong == closer else "membuka blok yang ditutup"
    rule = "keduanya harus dalam sel atau badan teks yang sama dan mengapit isinya"
    if closer < opener:
        rule = "pembuka harus di atas penutupnya"
    where = str(kalimat[other.kalimat].letak)
    return wrong, f"tag ini {does} {other.tulis()} yang berada di tempat lain ({where}); {rule}"


def _which(kalimat: Sequence[Kalimat], tags: Sequence[Tag], blok: Sequence[Blok], opener: int, closer: int) -> int:
    """The tag of the two that stands in the wrong place; the closing one where nothing tells."""
    for number, other in ((opener, closer), (closer, opener)):
        if _is_homeless(kalimat, tags[number]) and not _is_homeless(kalimat, tags[other]):
            return number
    loop = _LOOP.match(tags[opener].isi)
    if loop:
        free = _free_uses(tags, blok, loop.group(1), opener)
        first, last = min(opener, closer), max(opener, closer)
        before, after = any(number < first for number in free), any(number > last for number in free)
        if before != after:
            # Uses above both or below both: in order, the nearer tag has moved past them; else it is the farther one.
            return first if before == (opener < closer) else last
    paths = {loop.group(1)} if loop else names(tags[opener])
    below = [number for number in range(opener + 1, min(opener + 1 + _NEAR, len(tags))) if number != closer]
    above = [number for number in range(closer - 1, max(-1, closer - 1 - _NEAR), -1) if number != opener]
    here = _distance(kalimat, tags, below, opener, paths)
    there = _distance(kalimat, tags, above, closer, paths)
    return opener if there < here else closer


def _is_homeless(kalimat: Sequence[Kalimat], tag: Tag) -> bool:
    return tag.awalan in ("tr", "tc") and kalimat[tag.kalimat].leluhur(tag.awalan) is None


def _free_uses(tags: Sequence[Tag], blok: Sequence[Blok], name: str, opener: int) -> list[int]:
    """Tags that use a loop's variable where no other loop makes it known."""
    known: set[int] = set()
    for block in blok:
        found = _LOOP.match(tags[block.buka].isi)
        if block.buka != opener and block.tutup >= 0 and found and found.group(1) == name:
            known.update(range(block.buka, block.tutup + 1))
    users = (number for number, tag in enumerate(tags) if any(_is_of(path, {name}) for path in names(tag)))
    return [number for number in users if number != opener and number not in known]


def names(tag: Tag) -> set[str]:
    """The paths that a tag uses."""
    return {path for path in _PATH.findall(_QUOTED.sub("", tag.isi)) if path not in _WORDS}


def _distance(kalimat: Sequence[Kalimat], tags: Sequence[Tag], numbers: Sequence[int], of: int, paths: set[str]) -> int:
    """How far from a tag, in the same table, cell or text, one stands that uses the names."""
    around = _around(kalimat[tags[of].kalimat], tags[of])
    for number in numbers:
        inside = around is None or around in kalimat[tags[number].kalimat].jalur
        if inside and any(_is_of(path, paths) for path in names(tags[number])):
            return abs(number - of)
    return _NEAR + 1


def _is_of(path: str, paths: set[str]) -> bool:
    return path in paths or path.partition(".")[0] in paths


def _around(sentence: Kalimat, tag: Tag) -> Simpul | None:
    """What holds the paragraph, row or cell that a tag is for."""
    unit = sentence.leluhur(tag.awalan) if tag.awalan in ("tr", "tc") else sentence.jalur[-1]
    at = sentence.jalur.index(unit) if unit in sentence.jalur else 0
    return sentence.jalur[at - 1] if at else None
