"""How two tags stand to each other: beside, in rows or cells of one table, or one inside what the other is outside."""

from __future__ import annotations

from pokin_docs.templating.faults import Tag, TemplateSentence


def needed(one: TemplateSentence, first: Tag, two: TemplateSentence, second: Tag) -> str:
    """The prefix that two tags need where they stand.

    ``=`` when they stand in one paragraph, ``~`` when there something lies between them that parts them, ``p`` for
    paragraphs beside each other, ``tr`` and ``tc``; ``x`` when no prefix helps, because one stands inside something
    the other is outside of.

    Args:
        one: The sentence of the first tag.
        first: The tag that stands first.
        two: The sentence of the second tag.
        second: The tag that stands behind.
    """
    if first.sentence == second.sentence:
        return "=" if _chain(one, first) == _chain(two, second) else "~"
    shared = 0
    while shared < min(len(one.path), len(two.path)) and one.path[shared] == two.path[shared]:
        shared += 1
    if shared == 0 or shared >= min(len(one.path), len(two.path)):
        return "x"
    parent, here, there = one.path[shared - 1][0], one.path[shared], two.path[shared]
    if here[0] != there[0]:
        return "x"
    if parent == "tbl" and here[0] == "tr":
        return "tr"
    if parent == "tr" and here[0] == "tc":
        return "tc"
    if here[0] == "p" and here == one.path[-1] and there == two.path[-1]:
        return "p" if _chain(one, first) == _chain(two, second) or first.prefix else "~"
    return "x"


def allowed(prefix: str) -> tuple[str, ...]:
    """Where two tags of this prefix may stand to each other (``needed``)."""
    return {"": ("=", "p"), "r": ("=", "p"), "p": ("p",), "tr": ("tr",), "tc": ("tc",)}[prefix]


def _chain(sentence: TemplateSentence, tag: Tag) -> tuple[str, ...]:
    """The elements between the paragraph and where a tag begins."""
    chain: tuple[str, ...] = ()
    for start, elements in sentence.pieces:
        if start <= tag.start:
            chain = elements
    return chain
