"""Which kinerja stand on which page: all on one where they stay legible, else an overview and a page per branch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise

from pokin_docs.drawing.page import BoxKind, BoxParagraph, CrossCondition, ParagraphKind, TreeNode, TreePage

Fits = Callable[[TreePage], bool]


def split(
    root: tuple[TreeNode, ...], lintas: tuple[CrossCondition, ...], fits: Fits, label: str = "halaman"
) -> tuple[TreePage, ...]:
    """The pages in reading order: an overview before the pages it points to.

    Args:
        root: The topmost kinerja, at least one.
        lintas: The cross-cutting conditions.
        fits: Whether a page is legible.
        label: What an overview calls a page.
    """
    splitter = _Splitter(lintas, fits, label, root[0].number)
    drafts = list(splitter.pages(root, ()))
    numbers = {draft.page_of: number for number, draft in reversed(list(enumerate(drafts, 1)))}
    if len(drafts) == 1:
        return (drafts[0].sheet,)
    return tuple(
        replace(draft.sheet, roots=tuple(_numbered(node, numbers) for node in draft.sheet.roots)) for draft in drafts
    )


@dataclass(frozen=True, slots=True)
class _PageDraft:
    """A page and the kinerja (its number) whose page it is for those that point to it."""

    sheet: TreePage
    page_of: int | None


@dataclass
class _Splitter:
    lintas: tuple[CrossCondition, ...]
    fits: Fits
    label: str
    top_level: int

    def pages(self, roots: tuple[TreeNode, ...], ancestors: tuple[TreeNode, ...]) -> Iterator[_PageDraft]:
        """The pages of some siblings with all below them."""
        own = roots[0].number if ancestors else None
        whole = self.sheet(roots, ancestors)
        if self.fits(whole):
            yield _PageDraft(whole, own)
            return
        if len(roots) > 1:
            for root in roots:
                yield from self.pages((root,), ancestors)
            return
        yield from self.branch(roots[0], ancestors, own)

    def branch(self, node: TreeNode, ancestors: tuple[TreeNode, ...], own: int | None) -> Iterator[_PageDraft]:
        """The overview of one kinerja, on as many pages as it needs, and the pages of its children."""
        short = tuple(_pointer(child, self.label) if child.children else child for child in node.children)
        parts = list(self.parts(node, short, ancestors))
        for number, children in enumerate(parts, 1):
            kind = BoxKind.KINERJA if number == 1 else BoxKind.REPEATED
            sheet = self.sheet((replace(node, kind=kind, children=children),), ancestors)
            note = f"Bagian {number} dari {len(parts)}" if len(parts) > 1 else ""
            yield _PageDraft(replace(sheet, part=note), own if number == 1 else None)
        for child in node.children:
            if child.children:
                yield from self.pages((child,), (*ancestors, replace(node, children=())))

    def parts(
        self, node: TreeNode, children: tuple[TreeNode, ...], ancestors: tuple[TreeNode, ...]
    ) -> Iterator[tuple[TreeNode, ...]]:
        """The children in as few even parts as are legible on a page each."""
        most = max(1, len(children))

        def legible(pages: int) -> bool:
            groups = _even(children, pages)
            return pages == most or all(
                self.fits(self.sheet((replace(node, children=group),), ancestors)) for group in groups
            )

        # Doubled first: of hundreds of children, each number of pages that is tried costs as much as drawing them.
        high = next(pages for pages in (min(2**n, most) for n in count()) if legible(pages))
        low = high // 2 + 1
        yield from _even(children, low + bisect_left(range(low, high), True, key=legible))

    def sheet(self, roots: tuple[TreeNode, ...], ancestors: tuple[TreeNode, ...]) -> TreePage:
        """A page with the conditions about what it shows in full."""
        shown = {node.number for root in roots for node in _all(root) if node.kind is BoxKind.KINERJA}
        # What stands for the whole agency goes where the first kinerja of all is.
        first = roots[0].kind is BoxKind.KINERJA and roots[0].number == self.top_level
        own = tuple(entry for entry in self.lintas if entry.number in shown or (entry.number is None and first))
        return TreePage(roots, own, ancestors)


def _all(node: TreeNode) -> Iterator[TreeNode]:
    yield node
    for child in node.children:
        yield from _all(child)


def _even(children: tuple[TreeNode, ...], parts: int) -> list[tuple[TreeNode, ...]]:
    size, more = divmod(len(children), parts)
    cuts = [n * size + min(n, more) for n in range(parts + 1)]
    return [children[a:b] for a, b in pairwise(cuts)]


def _pointer(node: TreeNode, label: str) -> TreeNode:
    """A kinerja of an overview; the number of its page is written in when all pages are known."""
    note = BoxParagraph(f"lanjut ke {label} 888", ParagraphKind.CONTINUED)
    return replace(node, kind=BoxKind.CONTINUED, content=(*node.content, note), children=())


def _numbered(node: TreeNode, numbers: dict[int | None, int]) -> TreeNode:
    if node.kind is BoxKind.CONTINUED:
        note = replace(node.content[-1], text=node.content[-1].text.replace("888", str(numbers[node.number])))
        return replace(node, content=(*node.content[:-1], note))
    children = tuple(_numbered(child, numbers) for child in node.children)
    changed = any(new is not old for new, old in zip(children, node.children, strict=True))
    return replace(node, children=children) if changed else node
