"""Which sentences of a template a kind of document prints: conditions followed as far as the kind tells."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from jinja2 import nodes

from pokin_docs.model.texts import fold
from pokin_docs.templating.faults import PrintedSentence, TagBlock, TemplatePart


def visible(
    document: TemplatePart, printed_fields: Mapping[int, frozenset[str]], world: Mapping[str, object]
) -> Iterator[PrintedSentence]:
    """The sentences that a document of this kind has; what a condition leaves open counts as printed.

    Args:
        document: The main part, its blocks paired.
        printed_fields: The paths that each tag prints, by its number.
        world: The values of the fields that are known, by path.
    """
    hidden: set[int] = set()
    for block in document.blocks:
        hidden.update(_hidden_by(block, document, world))
    by_sentence: dict[int, list[int]] = {}
    for number, tag in enumerate(document.tags):
        by_sentence.setdefault(tag.sentence, []).append(number)
    inside = _sentences_inside(document, hidden)
    for number, sentence in enumerate(document.sentences):
        if sentence.kind not in ("paragraf", "terikat") or number in inside:
            continue
        text, at, printed = "", 0, set[str]()
        for index in by_sentence.get(number, ()):
            tag = document.tags[index]
            if index not in hidden:
                text += sentence.text[at : tag.start] + " "
                printed |= printed_fields.get(index, frozenset())
            at = tag.end
        last = by_sentence.get(number, [-1])[-1]
        if last < 0 or last not in hidden or document.tags[last].keyword.startswith("end"):
            text += sentence.text[at:]
        yield PrintedSentence(number, sentence, fold(text), frozenset(printed))


def _hidden_by(block: TagBlock, document: TemplatePart, world: Mapping[str, object]) -> Iterator[int]:
    """Tags in the branches of a block that this document does not print, the tag that opens the branch with them."""
    if block.closing < 0:
        return  # told already, and nobody knows where it was to end
    starts = [block.opening, *block.parting, block.closing]
    done = False
    for start, stop in itertools.pairwise(starts):
        value = _asked(document, start, world)
        if done or value is False:
            yield from range(start, stop)
        if value is True and start < len(document.tags) and document.tags[start].keyword != "for":
            done = True


def _asked(document: TemplatePart, number: int, world: Mapping[str, object]) -> bool | None:
    """Whether a branch is printed; None when that depends on more than the kind of document."""
    tag, tree = document.tags[number], document.trees[number]
    if tag.keyword == "else":
        return True if number and _opener_keyword(document, number) == "if" else None
    node = next(iter(tree.body), None) if tree is not None else None
    if isinstance(node, nodes.If):
        return _truth(node.test, world)
    if isinstance(node, nodes.For) and isinstance(node.iter, nodes.Name) and node.iter.name in world:
        return None if world[node.iter.name] else False
    return None


def _opener_keyword(document: TemplatePart, number: int) -> str:
    return next((document.tags[block.opening].keyword for block in document.blocks if number in block.parting), "")


def _truth(node: nodes.Node, world: Mapping[str, object]) -> bool | None:
    """The value of a condition as far as the world tells; None for unknown."""
    if isinstance(node, nodes.Name):
        return bool(world[node.name]) if node.name in world else None
    if isinstance(node, nodes.Not):
        inner = _truth(node.node, world)
        return None if inner is None else not inner
    if isinstance(node, (nodes.And, nodes.Or)):
        stop = isinstance(node, nodes.Or)
        values = (_truth(node.left, world), _truth(node.right, world))
        if stop in values:
            return stop
        return None if None in values else not stop
    if isinstance(node, nodes.Compare) and len(node.ops) == 1 and isinstance(node.expr, nodes.Name):
        left, right, operator = world.get(node.expr.name), _constant(node.ops[0].expr), node.ops[0].op
        if left is None or right is None or operator not in ("eq", "ne", "in", "notin"):
            return None
        same = left == right if operator in ("eq", "ne") else left in right  # type: ignore[operator]
        return same == (operator in ("eq", "in"))
    return None


def _constant(node: nodes.Node) -> object:
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, (nodes.List, nodes.Tuple)) and all(isinstance(item, nodes.Const) for item in node.items):
        return tuple(item.value for item in node.items)  # type: ignore[attr-defined]
    return None


def _sentences_inside(document: TemplatePart, hidden: set[int]) -> set[int]:
    """Sentences without a tag of their own that lie between hidden tags."""
    found: set[int] = set()
    owner = -1
    at = 0
    for number in range(len(document.sentences)):
        mine = []
        while at < len(document.tags) and document.tags[at].sentence == number:
            mine.append(at)
            at += 1
        if not mine and owner in hidden:
            found.add(number)
        if mine:
            owner = mine[-1]
    return found
