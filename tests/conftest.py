from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest


def missing(reason: str) -> NoReturn:
    """Skip, or fail where everything must be there (CI)."""
    if os.environ.get("POKIN_CI") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _require_soffice() -> str:
    """Path of LibreOffice's ``soffice``; without one the test is skipped, and fails in CI, which must have it."""
    found = shutil.which("soffice")
    if found:
        return found
    missing("LibreOffice (soffice) tidak terpasang / LibreOffice is not installed")


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "soffice" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.libreoffice)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("libreoffice"):
        _require_soffice()


@pytest.fixture(scope="session", autouse=True)
def _long_work_is_done_once() -> Iterator[None]:
    """Builds inside a test process share what only follows from its arguments and takes longest of all they do.

    These are a painted page, and what is said of the parts of a template; the real command and the benchmarks do both.
    """
    from pokin_docs.render import word
    from pokin_docs.render.tree import png

    examine, known = word._examine, {}

    def examined(nama: str, paket: Any, isi: type, sandbox: Any) -> Any:
        key = (nama, isi, tuple(paket.isi.items()))
        if key not in known:
            known[key] = examine(nama, paket, isi, sandbox)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(png, "as_png", functools.cache(png.as_png))
        patch.setattr(word, "_examine", examined)
        patch.setattr(word.patch, "to_jinja", functools.cache(word.patch.to_jinja))
        yield
