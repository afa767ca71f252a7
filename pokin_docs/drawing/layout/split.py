"""Which kinerja stand on which page: all on one where they stay legible, else an overview and a page per branch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise

from pokin_docs.drawing.page import Gaya, JenisKotak, Lembar, Lintas, Paragraf, Simpul

Fits = Callable[[Lembar], bool]


def split(
    akar: tuple[Simpul, ...], lintas: tuple[Lintas, ...], fits: Fits, sebutan: str = "halaman"
) -> tuple[Lembar, ...]:
    """The pages in reading order: an overview before the pages it points to, which it calls ``sebutan``."""
    splitter = _Splitter(lintas, fits, sebutan, akar[0].nomor)
    drafts = list(splitter.pages(akar, ()))
    numbers = {draft.untuk: number for number, draft in reversed(list(enumerate(drafts, 1)))}
    if len(drafts) == 1:
        return (drafts[0].lembar,)
    return tuple(
        replace(draft.lembar, akar=tuple(_numbered(node, numbers) for node in draft.lembar.akar)) for draft in drafts
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page and the kinerja (its number) whose page it is for those that point to it."""

    lembar: Lembar
    untuk: int | None


@dataclass
class _Splitter:
    lintas: tuple[Lintas, ...]
    fits: Fits
    sebutan: str
    teratas: int

    def pages(self, akar: tuple[Simpul, ...], leluhur: tuple[Simpul, ...]) -> Iterator[_Draft]:
        """The pages of some siblings with all below them."""
        own = akar[0].nomor if leluhur else None
        whole = self.sheet(akar, leluhur)
        if self.fits(whole):
            yield _Draft(whole, own)
            return
        if len(akar) > 1:
            for root in akar:
                yield from self.pages((root,), leluhur)
            return
        yield from self.branch(akar[0], leluhur, own)

    def branch(self, node: Simpul, leluhur: tuple[Simpul, ...], own: int | None) -> Iterator[_Draft]:
        """The overview of one kinerja, on as many pages as it needs, and the pages of its children."""
        short = tuple(_pointer(child, self.sebutan) if child.anak else child for child in node.anak)
        parts = list(self.parts(node, short, leluhur))
        for number, children in enumerate(parts, 1):
            jenis = JenisKotak.KINERJA if number == 1 else JenisKotak.ULANG
            sheet = self.sheet((replace(node, jenis=jenis, anak=children),), leluhur)
            note = f"Bagian {number} dari {len(parts)}" if len(parts) > 1 else ""
            yield _Draft(replace(sheet, bagian=note), own if number == 1 else None)
        for child in node.anak:
            if child.anak:
                yield from self.pages((child,), (*leluhur, replace(node, anak=())))

    def parts(
        self, node: Simpul, children: tuple[Simpul, ...], leluhur: tuple[Simpul, ...]
    ) -> Iterator[tuple[Simpul, ...]]:
        """The children in as few even parts as are legible on a page each."""
        for pages in count(1):
            if pages >= len(children):
                yield from ((child,) for child in children) if children else ((),)
                return
            size, more = divmod(len(children), pages)
            cuts = [n * size + min(n, more) for n in range(pages + 1)]
            groups = [children[a:b] for a, b in pairwise(cuts)]
            if all(self.fits(self.sheet((replace(node, anak=group),), leluhur)) for group in groups):
                yield from groups
                return

    def sheet(self, akar: tuple[Simpul, ...], leluhur: tuple[Simpul, ...]) -> Lembar:
        """A page with the conditions about what it shows in full."""
        shown = {node.nomor for root in akar for node in _all(root) if node.jenis is JenisKotak.KINERJA}
        # What stands for the whole agency goes where the first kinerja of all is.
        first = akar[0].jenis is JenisKotak.KINERJA and akar[0].nomor == self.teratas
        own = tuple(entry for entry in self.lintas if entry.nomor in shown or (entry.nomor is None and first))
        return Lembar(akar, own, leluhur)


def _all(node: Simpul) -> Iterator[Simpul]:
    yield node
    for child in node.anak:
        yield from _all(child)


def _pointer(node: Simpul, sebutan: str) -> Simpul:
    """A kinerja of an overview; the number of its page is written in when all pages are known."""
    note = Paragraf(f"lanjut ke {sebutan} 888", Gaya.LANJUT)
    return replace(node, jenis=JenisKotak.LANJUT, isi=(*node.isi, note), anak=())


def _numbered(node: Simpul, numbers: dict[int | None, int]) -> Simpul:
    if node.jenis is JenisKotak.LANJUT:
        note = replace(node.isi[-1], teks=node.isi[-1].teks.replace("888", str(numbers[node.nomor])))
        return replace(node, isi=(*node.isi[:-1], note))
    children = tuple(_numbered(child, numbers) for child in node.anak)
    changed = any(new is not old for new, old in zip(children, node.anak, strict=True))
    return replace(node, anak=children) if changed else node
