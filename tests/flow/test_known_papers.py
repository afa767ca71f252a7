"""A page alone is known as that of the shortest document which holds it: a chapter, not what the chapter is part of."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from pokin_docs.flow.known_papers import KnownPapers

PAGE = " ".join(f"kata{number}" for number in range(60))
OTHER = " ".join(f"lain{number}" for number in range(30))


def known(tmp_path: Path, post: str = "") -> KnownPapers:
    """A build folder that knows a chapter, and what it is part of together with its head."""
    place = KnownPapers(tmp_path)
    paths = ("Renstra/Bab-2.docx", "Renstra/Renstra.docx")
    place.__dict__.update(
        by_path={path: SimpleNamespace(file=path, post=post) for path in paths},
        _texts={
            paths[0]: tuple(PAGE.split()),
            paths[1]: tuple(f"kepala halaman rencana {PAGE} {OTHER}".split()),
        },
        _pdf_pages={"PDF/Renstra/Bab-2.pdf": ("satu", "dua"), "PDF/Renstra/Renstra.pdf": ("nol", "satu", "dua")},
    )
    return place


@pytest.mark.parametrize(
    ("pages", "document"),
    [(["dua"], "Bab-2"), (["Satu", "du a"], "Bab-2"), (["nol", "dua"], "Renstra"), (["tiga"], None), ([""], None)],
)
def test_pages_as_they_are_made_now_are_of_the_pdf_that_has_all_of_them(
    tmp_path: Path, pages: list[str], document: str | None
) -> None:
    found = known(tmp_path).with_pages(pages)
    assert (Path(found.file).stem if found else None) == document


@pytest.mark.parametrize(
    ("page", "document"),
    [(f"kepala halaman rencana {PAGE}", "Bab-2"), (PAGE, "Bab-2"), (OTHER, "Renstra"), ("lima kata saja", None)],
    ids=["with the head, which only the cover of the whole says in its body", "alone", "of the whole", "too short"],
)
def test_a_page_of_before_is_of_the_shortest_document_that_says_nearly_as_much_of_it(
    tmp_path: Path, page: str, document: str | None
) -> None:
    found = known(tmp_path).with_page_like(page)
    assert (Path(found.file).stem if found else None) == document


def test_a_page_that_papers_of_several_officials_say_alike_is_of_none(tmp_path: Path) -> None:
    assert known(tmp_path, "KABID").with_page_like(PAGE) is None
