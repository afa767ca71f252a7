"""The command ``pantau``: no save lost, none built twice, and a page that renews itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.browser import opened, until
from helpers.command_line import here
from helpers.workbooks import BAKU, put, write
from pokin_docs.cli import bangun, pantau
from pokin_docs.model.settings import Settings
from pokin_docs.report.html.renewed import ended, renewed

Steps = Callable[[], Iterator[None]]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "inputs").mkdir()
    write(tmp_path / "inputs" / "b.xlsx")
    return tmp_path


class Watched:
    """The command run while a script acts between its looks; ``runs``: the workbooks of each run."""

    def __init__(self, office: Path) -> None:
        self.office = office
        self.runs: list[list[str]] = []
        self.codes: Iterator[int] = iter(())

    def while_doing(self, steps: Steps, *, really: bool = False) -> str:
        """What the command said; without ``really`` nothing is built, each run ends with the next of ``codes``."""
        acting, build_books = steps(), bangun.build_books

        def sleep(seconds: float) -> None:
            try:
                next(acting)
            except StopIteration:
                raise KeyboardInterrupt from None

        def build(books: list[Path], settings: Settings) -> int:
            self.runs.append([book.name for book in books])
            return build_books(books, settings) if really else next(self.codes, 0)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(time, "sleep", sleep)
            patch.setattr(pantau, "build_books", build)
            done = here("pantau", cwd=self.office)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def watched(office: Path) -> Watched:
    return Watched(office)


def test_every_save_is_built_once_and_rest_not_at_all(office: Path, watched: Watched) -> None:
    book = office / "inputs" / "b.xlsx"

    def steps() -> Iterator[None]:
        yield
        for number in range(3):
            write(book, BAKU, put("Tahap 5!B2", f"Meningkatnya mutu layanan {number}"))
            yield
            yield
            yield
        book.with_name("~$b.xlsx").write_bytes(b"")
        yield
        yield

    said = watched.while_doing(steps)
    assert watched.runs == [["b.xlsx"]] * 4
    assert said.count("berubah: b.xlsx") == 3
    assert "Pantau berhenti." in said.splitlines()[-1]


@pytest.mark.parametrize("is_building", [False, True])
def test_a_build_that_was_stopped_with_the_watching_is_told(office: Path, watched: Watched, is_building: bool) -> None:
    def codes() -> Iterator[int]:
        yield 0
        if is_building:
            raise KeyboardInterrupt
        yield 0

    def steps() -> Iterator[None]:
        yield
        write(office / "inputs" / "b.xlsx", BAKU, put("Tahap 5!B2", "Meningkatnya mutu layanan"))
        yield
        yield

    watched.codes = codes()
    said = watched.while_doing(steps)
    assert ("belum selesai dibangun" in said) == is_building
    assert "Pantau berhenti." in said.splitlines()[-1]


@pytest.mark.parametrize(("is_half", "runs"), [(False, 3), (True, 2)], ids=["no workbook", "half one, for a moment"])
def test_a_workbook_that_cannot_be_read_is_told_and_the_watching_goes_on(
    office: Path, watched: Watched, is_half: bool, runs: int
) -> None:
    book = office / "inputs" / "b.xlsx"
    whole = book.read_bytes()

    def steps() -> Iterator[None]:
        yield
        book.write_bytes(whole[:3000] if is_half else b"bukan buku kerja")
        yield
        yield
        write(book, BAKU, put("Tahap 5!B2", "Meningkatnya mutu layanan"))
        yield
        yield

    watched.while_doing(steps, really=True)
    assert len(watched.runs) == runs
    assert "Meningkatnya mutu layanan" in (office / "build" / "b" / "laporan.html").read_text(encoding="utf-8")


def test_a_template_that_is_saved_builds_everything_again(office: Path, watched: Watched) -> None:
    write(office / "inputs" / "c.xlsx", BAKU, put("Identitas!B2", "Dinas Lain"))

    def steps() -> Iterator[None]:
        yield
        (office / "templates").mkdir()
        (office / "templates" / "catatan.docx").write_bytes(b"x")
        yield
        yield
        write(office / "inputs" / "c.xlsx", BAKU, put("Tahap 5!B2", "Meningkatnya mutu"))
        yield
        yield

    watched.while_doing(steps)
    assert watched.runs == [["b.xlsx", "c.xlsx"], ["b.xlsx", "c.xlsx"], ["c.xlsx"]]


def test_what_the_machine_hindered_is_tried_again_without_a_save(office: Path, watched: Watched) -> None:
    watched.codes = iter([0, 4, 0])

    def steps() -> Iterator[None]:
        yield
        write(office / "inputs" / "b.xlsx", BAKU, put("Tahap 5!B2", "Meningkatnya mutu"))
        for _ in range(30):
            yield

    watched.while_doing(steps)
    assert len(watched.runs) == 3


def test_its_page_renews_itself_until_it_ends_and_the_report_keeps_its_bytes(office: Path, watched: Watched) -> None:
    folder = office / "build" / "b"
    pages: list[bytes] = []

    def steps() -> Iterator[None]:
        pages.append((folder / "pantau.html").read_bytes())
        yield

    watched.while_doing(steps, really=True)
    report = (folder / "laporan.html").read_bytes()
    assert pages == [renewed(report)]
    assert b'http-equiv="refresh"' in pages[0]
    assert b"refresh" not in report
    assert (folder / "pantau.html").read_bytes() == ended(report)
    assert "pantau.html" not in (folder / "manifes.json").read_text(encoding="utf-8")
    assert here("manifes", "--periksa", "build/b", cwd=office).returncode == 0  # it is no foreign file


def test_the_reader_keeps_his_place_when_the_page_renews_itself(office: Path, tmp_path: Path, chromium: object) -> None:
    assert here(cwd=office).returncode == 0
    page = tmp_path / "pantau.html"
    page.write_bytes(renewed((office / "build" / "b" / "laporan.html").read_bytes()))
    with opened(chromium, page) as window:
        window.evaluate("document.querySelectorAll('details').forEach((d, i) => { d.open = i === 1 })")
        window.evaluate("document.querySelector('#saring-temuan input').value = 'sasaran'")
        window.evaluate("scrollTo({top: 700, behavior: 'instant'})")
        top = window.evaluate("scrollY")
        assert top > 0
        window.wait_for_url("**y=*", wait_until="load")
        until(window, f"scrollY === {top}")
        unfolded = "[...document.querySelectorAll('details')].map((d, i) => d.open ? i : '').filter(String).join()"
        typed = "document.querySelector('#saring-temuan input').value"
        assert window.evaluate(f"[{unfolded}, {typed}]") == ["1", "sasaran"]
        assert window.url.startswith(page.as_uri())
