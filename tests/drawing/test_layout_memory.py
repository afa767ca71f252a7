"""Layouts that are known: of the same page none is searched for again, and the drawing is that of a first run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.trees import tree
from pokin_docs.drawing.layout.lay_out import lay_out
from pokin_docs.drawing.page import BoxParagraph, Drawing, DrawingHeading, DrawingOptions, ParagraphKind, TreeNode

HEADING = DrawingHeading("Dinas Contoh", "Pemerintah Kabupaten Contoh", "2026")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path / "pokin"


def laid_out(akar: tuple[TreeNode, ...], mark: str = "program") -> tuple[Drawing, int]:
    """The drawing, and how many arrangements were tried for it."""
    steps: list[None] = []
    drawing = lay_out(akar, (), HEADING, DrawingOptions(), lambda: steps.append(None), mark)
    return drawing, len(steps)


def with_last_leaf(node: TreeNode, text: str) -> TreeNode:
    if node.children:
        return replace(node, children=(*node.children[:-1], with_last_leaf(node.children[-1], text)))
    return replace(node, content=(BoxParagraph(text, ParagraphKind.KINERJA), *node.content[1:]))


def test_what_is_known_is_only_placed_again_and_drawn_alike(cache: Path) -> None:
    akar = tree(60, most=160)
    first, tried = laid_out(akar)
    again, placed = laid_out(akar)
    assert again == first
    assert placed == len(first.page) < tried


def test_a_change_in_one_branch_leaves_the_pages_of_the_others_known(cache: Path) -> None:
    akar = tree(60, most=160)
    _, tried = laid_out(akar)
    changed = (with_last_leaf(akar[0], "Meningkatnya mutu layanan"),)
    drawing, searched = laid_out(changed)
    assert len(drawing.page) < searched < tried
    assert drawing == laid_out(changed, mark="")[0]


def test_another_program_knows_nothing_and_one_without_a_mark_keeps_nothing(cache: Path) -> None:
    akar = tree(5, most=40)
    _, tried = laid_out(akar, mark="")
    assert not cache.exists()
    assert laid_out(akar) == laid_out(akar, mark="lain")
    assert laid_out(akar)[1] < tried


@pytest.mark.parametrize("damage", [b"", b"{}", b"bukan json", b"\xff" * 200])
def test_a_damaged_memory_is_none(cache: Path, damage: bytes) -> None:
    akar = tree(5, most=40)
    first = laid_out(akar)
    for file in cache.iterdir():
        file.write_bytes(damage)
    assert laid_out(akar) == first


@pytest.mark.parametrize("known", [1, [], [9.0, [1, 2]], [9.0, [420, 297], [1]], {"a": 1}])
def test_a_page_that_was_kept_in_another_form_is_searched_for(
    cache: Path, monkeypatch: pytest.MonkeyPatch, known: object
) -> None:
    akar = tree(5, most=40)
    first = laid_out(akar)
    monkeypatch.setattr("pokin_docs.drawing.layout.memory.LayoutMemory._read", lambda memory: _Everything(known))
    assert laid_out(akar) == first


class _Everything(dict[str, object]):
    """Knows the same of whatever it is asked for."""

    def __init__(self, known: object) -> None:
        super().__init__()
        self.known = known

    def get(self, key: object, default: object = None) -> object:
        return self.known
