"""Which sentences of a template a kind of document prints: conditions followed as far as the kind tells."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from jinja2 import nodes

from pokin_docs.model.texts import fold
from pokin_docs.templating.faults import BagianTemplat, Blok, Tampak


def visible(
    naskah: BagianTemplat, cetak: Mapping[int, frozenset[str]], world: Mapping[str, object]
) -> Iterator[Tampak]:
    """The sentences that a document of this kind has; what a condition leaves open counts as printed."""
    hidden: set[int] = set()
    for block in naskah.blok:
        hidden.update(_hidden_by(block, naskah, world))
    by_sentence: dict[int, list[int]] = {}
    for number, tag in enumerate(naskah.tags):
        by_sentence.setdefault(tag.kalimat, []).append(number)
    inside = _sentences_inside(naskah, hidden)
    for number, sentence in enumerate(naskah.kalimat):
        if sentence.jenis not in ("paragraf", "terikat") or number in inside:
            continue
        text, at, printed = "", 0, set[str]()
        for index in by_sentence.get(number, ()):
            tag = naskah.tags[index]
            if index not in hidden:
                text += sentence.teks[at : tag.awal] + " "
                printed |= cetak.get(index, frozenset())
            at = tag.akhir
        last = by_sentence.get(number, [-1])[-1]
        if last < 0 or last not in hidden or naskah.tags[last].kata.startswith("end"):
            text += sentence.teks[at:]
        yield Tampak(number, sentence, fold(text), frozenset(printed))


def _hidden_by(block: Blok, naskah: BagianTemplat, world: Mapping[str, object]) -> Iterator[int]:
    """Tags in the branches of a block that this document does not print, the tag that opens the branch with them."""
    if block.tutup < 0:
        return  # told already, and nobody knows where it was to end
    starts = [block.buka, *block.tengah, block.tutup]
    done = False
    for start, stop in itertools.pairwise(starts):
        value = _asked(naskah, start, world)
        if done or value is False:
            yield from range(start, stop)
        if value is True and start < len(naskah.tags) and naskah.tags[start].kata != "for":
            done = True


def _asked(naskah: BagianTemplat, number: int, world: Mapping[str, object]) -> bool | None:
    """Whether a branch is printed; None when that depends on more than the kind of document."""
    tag, tree = naskah.tags[number], naskah.trees[number]
    if tag.kata == "else":
        return True if number and _opener_kata(naskah, number) == "if" else None
    node = next(iter(tree.body), None) if tree is not None else None
    if isinstance(node, nodes.If):
        return _truth(node.test, world)
    if isinstance(node, nodes.For) and isinstance(node.iter, nodes.Name) and node.iter.name in world:
        return None if world[node.iter.name] else False
    return None


def _opener_kata(naskah: BagianTemplat, number: int) -> str:
    return next((naskah.tags[block.buka].kata for block in naskah.blok if number in block.tengah), "")


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


def _sentences_inside(naskah: BagianTemplat, hidden: set[int]) -> set[int]:
    """Sentences without a tag of their own that lie between hidden tags."""
    found: set[int] = set()
    owner = -1
    at = 0
    for number in range(len(naskah.kalimat)):
        mine = []
        while at < len(naskah.tags) and naskah.tags[at].kalimat == number:
            mine.append(at)
            at += 1
        if not mine and owner in hidden:
            found.add(number)
        if mine:
            owner = mine[-1]
    return found
