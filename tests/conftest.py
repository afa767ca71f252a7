from __future__ import annotations

import functools
import gc
import hashlib
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from helpers.plain_sheets import formats, plain_rows
from helpers.tools import missing

# A hundred times the tests start the program anew. Where Python was told to keep nothing of what it compiles, as in
# many containers, each start would compile all of it again and take twice as long.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

gc.set_threshold(100_000, 50, 50)  # as the program sets it for itself


def _require_soffice() -> str:
    """Path of LibreOffice's ``soffice``; without one the test is skipped, and fails in CI, which must have it."""
    found = shutil.which("soffice")
    if found is None:
        missing("LibreOffice (soffice) tidak terpasang / LibreOffice is not installed")
    return found


@pytest.fixture(scope="session")
def soffice() -> str:
    return _require_soffice()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser, one for all tests of a process: a second one cannot be driven beside it."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright tidak terpasang / playwright is not installed (extra dev)")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        missing("Chromium tidak terpasang / Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def bangunan_contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder of the shipped example, for all tests of a process that only look into it."""
    from helpers.workbooks import understood
    from pokin_docs.flow.build import build
    from pokin_docs.model.locations import bundled, template_folders
    from pokin_docs.model.settings import Settings

    path = bundled("inputs") / "diskominfo-balangan.xlsx"
    settings = Settings(tmp_path_factory.mktemp("bangunan"), template_folders(Path("templates")))
    outcome = build(path, understood(path, settings), settings)
    assert outcome.build is not None
    return outcome.build.folder


@pytest.fixture(scope="session", autouse=True)
def whole_account() -> Iterator[None]:
    """Every workbook that a test reads: each filled cell is of one kind, and what is named is where findings say."""
    from helpers.account import assert_whole
    from pokin_docs.extract.account import count

    sort_all = count.sort_all

    def checked(*args: Any) -> Any:
        found = sort_all(*args)
        assert_whole(found, args[-1])
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(count, "sort_all", checked)
        yield


ONE_PROCESS = {
    f"tests/{file}.py": "cases of findings"
    for file in (
        "check/test_findings", "check/test_rules_money", "check/test_rules_structure", "check/test_rules_wording",
        "test_findings_page",
    )
}  # fmt: skip
"""Files that ask for the same examinations (``helpers.cases``): together they cost little more than one alone."""
ONE_PROCESS |= {
    f"tests/{file}.py": "the built example"
    for file in (
        "documents/test_outlines", "files/test_fingerprints", "report/test_preview", "report/test_report_browser",
        "templating/test_contents_lists",
    )
}  # fmt: skip
"""Files that look into the build of the example (``bangunan_contoh``)."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each file goes to one process, and so do those that share what they examine."""
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

    class SharedScheduling(LoadFileScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return ONE_PROCESS.get(file, file)

    return SharedScheduling(config, log)


LONGEST = tuple(f"tests/{file}.py" for file in ("test_durability", "render/test_incremental", "setup/test_bootstrap"))
"""Files that take longest: they begin first, so that no process waits for one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    for item in items:
        if "soffice" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.libreoffice)
            item.add_marker(pytest.mark.timeout(240))  # it takes its time to start and prints several documents


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("libreoffice"):
        _require_soffice()


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the cache of the user who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _workbooks_are_read_once() -> Iterator[None]:
    """A workbook file of the same bytes is opened once, by all tests of a process that leave its readers as they are."""
    from pokin_docs.extract import bare_package, bare_sheet, display, guard, read, workbook_file

    open_file = read.read_sheets
    known: dict[tuple[str, bytes], Any] = {}

    def readers() -> list[Any]:
        parts = (guard, bare_package, bare_sheet, display, workbook_file, workbook_file._Texts)
        return [one for part in parts for one in vars(part).values()]

    as_they_are = readers()

    def opened(path: Path) -> Any:
        changed = any(one is not other for one, other in zip_longest(readers(), as_they_are))
        try:
            data = b"" if changed else path.read_bytes()
        except OSError:
            data = b""
        if not data:  # a test has readers of its own
            return open_file(path)
        key = (path.name, hashlib.sha256(data).digest())
        if key not in known:
            outcome = open_file(path)
            if outcome.value is None or len(data) > 1_000_000:
                return outcome
            if len(known) == 200:
                known.clear()
            known[key] = outcome
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "read_sheets", opened)
        yield


@pytest.fixture(scope="session", autouse=True)
def _sheets_are_written_in_memory() -> Iterator[None]:
    """openpyxl writes each sheet to a file of its own before it packs it; most tests write a workbook of seven."""
    from lxml.etree import Element
    from openpyxl import Workbook
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.styles.stylesheet import write_stylesheet as style_sheet
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer import excel
    from openpyxl.writer.excel import ExcelWriter

    plain, no_formats = style_sheet(Workbook()), formats(Workbook())
    on_disk = ExcelWriter.write_worksheet

    def write_worksheet(self: Any, sheet: Any) -> None:
        if self.workbook.write_only:
            on_disk(self, sheet)
            return
        sheet._drawing = SpreadsheetDrawing()
        sheet._drawing.charts, sheet._drawing.images = sheet._charts, sheet._images
        stream = io.BytesIO()
        writer: Any = WorksheetWriter(sheet, stream)
        rows = plain_rows(sheet)
        if rows is not None:
            writer.write_rows = lambda: writer.xf.send(Element("sheetData"))
        writer.write()
        sheet._rels = writer._rels
        data = stream.getvalue()
        self._archive.writestr(sheet.path[1:], data if rows is None else data.replace(b"<sheetData/>", rows, 1))
        self.manifest.append(sheet)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ExcelWriter, "write_worksheet", write_worksheet)
        patch.setattr(
            excel, "write_stylesheet", lambda book: plain if formats(book) == no_formats else style_sheet(book)
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def _documents_are_filled_here() -> Iterator[None]:
    """Documents are filled in the process of the test, unless it asks for others: all cores are busy with tests, and a
    process of its own has none of the work that is done once; by the clock it would be started on a busy day only.

    Where a process must be, for a template that may not end, it is a copy of this one, though pytest-xdist has a thread
    in it, which only waits; Python started anew takes fifty times as long, and is what some tests ask for.
    """
    from pokin_docs.render.filling import crew, fill

    with pytest.MonkeyPatch.context() as patch:
        for name in ("_TRY_A_COPY", "_TRY_A_START"):
            patch.setattr(fill, name, float("inf"))
        if sys.platform.startswith("linux"):
            patch.setattr(crew, "forks", lambda: True)
        yield


@pytest.fixture(scope="session", autouse=True)
def _long_work_is_done_once() -> Iterator[None]:
    """Work inside a test process shares what only follows from its arguments and takes longest of all that is done.

    These are a painted page, what is said of the parts of a template and what they are compiled to, the sources of the
    program, and the word lists where an office has none of its own; the real command and the benchmarks do all of it.
    """
    from pokin_docs.drawing import png
    from pokin_docs.extract import word_lists
    from pokin_docs.templating.fill import compile as word
    from pokin_docs.templating.fill import language
    from pokin_docs.templating.fill import patch as rewriting

    examine, known = word._examine, {}

    def examined(nama: str, paket: Any, kind: Any, sandbox: Any) -> Any:
        key = (nama, kind, tuple(paket.contents.items()))
        if key not in known:
            known[key] = examine(nama, paket, kind, sandbox)
        return known[key]

    parse, compile_tree = language.Sandbox.parse, language.Sandbox.compile
    trees: dict[str, Any] = {}
    codes: dict[tuple[int, object], Any] = {}

    def parsed(self: Any, source: str) -> Any:
        if source not in trees:
            trees[source] = parse(self, source)
        return trees[source]

    def compiled(self: Any, tree: Any, name: str, filename: str) -> Any:
        key = (id(tree), name)
        if key not in codes:
            codes[key] = compile_tree(self, tree, name, filename), tree  # kept, so that its id stays its own
        return codes[key][0]

    read_words, lists = word_lists.read_words, {}

    def words(folders: Iterable[Path]) -> Any:
        first, *own = folders
        if any(map(os.path.lexists, own)):
            return read_words((first, *own))
        if first not in lists:
            lists[first] = read_words((first,))
        return lists[first]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_lists, "read_words", words)
        patch.setattr(png, "as_png", functools.cache(png.as_png))
        patch.setattr(word, "_examine", examined)
        patch.setattr(language.Sandbox, "parse", parsed)
        patch.setattr(language.Sandbox, "compile", compiled)
        patch.setattr(rewriting, "to_jinja", functools.cache(rewriting.to_jinja))
        yield


@pytest.fixture(scope="session", autouse=True)
def _documents_are_filled_once(
    whole_account: None,
    _workbooks_are_read_once: None,
    _sheets_are_written_in_memory: None,
    _documents_are_filled_here: None,
    _long_work_is_done_once: None,
) -> Iterator[None]:
    """Most builds of tests fill the documents of one small workbook; behind the fixtures that patch for all tests."""
    from helpers.filled_once import filled_once

    with filled_once():
        yield


@pytest.fixture
def filled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every document is filled, also one that was filled before: for tests of what its bytes follow from."""
    from helpers.filled_once import ONCE

    monkeypatch.setattr(ONCE, "anew", True)
