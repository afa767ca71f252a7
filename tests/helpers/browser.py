"""Pages in a real Chromium, one after the other in the same window: to open a window costs more than most tests."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from helpers.tools import missing

LAPTOP, TELEPON = (1366, 768), (360, 740)


@functools.cache
def _window(browser: Any) -> Any:
    return browser.new_context().new_page()


def _emptied(browser: Any, size: tuple[int, int], scheme: str) -> Any:
    """The one window as a new one would be: no page, nothing under the mouse, no paper."""
    page = _window(browser)
    page.goto("about:blank")  # also makes a loading of what follows, were it the same page at another place
    page.mouse.move(0, 0)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce")
    return page


@contextmanager
def opened(
    browser: Any,
    path: Path,
    size: tuple[int, int] = LAPTOP,
    *,
    color_scheme: str = "light",
    pictures: bool = False,
    **options: Any,
) -> Iterator[Any]:
    """The page of a file; at the end there was no error, and nothing was fetched but the file.

    Args:
        browser: What the fixture ``chromium`` gives.
        path: The file.
        size: Width and height of the window in pixels.
        color_scheme: ``light`` or ``dark``.
        pictures: The file may hold pictures, which count as fetched though they stand in it.
        options: What a window is born with, such as ``has_touch``: it gets one of its own, never used before.
    """
    own = None
    if options:
        viewport = {"width": size[0], "height": size[1]}
        options = {"reduced_motion": "reduce", "color_scheme": color_scheme, **options}
        own = browser.new_context(viewport=viewport, **options)
    page = own.new_page() if own else _emptied(browser, size, color_scheme)
    said: list[str] = []
    asked: list[str] = []
    listeners = {
        "console": lambda line: said.append(line.text),
        "pageerror": lambda error: said.append(str(error)),
        "request": lambda request: asked.append(request.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    try:
        page.goto(path.as_uri())
        yield page
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        if own:
            own.close()
    assert said == []
    within = ("data:",) if pictures else ()
    others = [url for url in asked if url.partition("?")[0] != path.as_uri() and not url.startswith(within)]
    assert others == []


def until(page: Any, condition: str) -> None:
    """Wait for a condition; the page's own policy forbids what Playwright waits with."""
    for _ in range(1_000):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(30)
    raise AssertionError(condition)


def axe(page: Any, part: str | None = None, *, only: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> list[str]:
    """What the rules of WCAG 2.2 AA, only these or all but those, find fault with."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        missing("axe-playwright-python tidak terpasang / axe-playwright-python is not installed (extra dev)")
    options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in but}}
    if only:
        options["runOnly"] = list(only)
    result = Axe().run(page, part, options).response
    assert len(result["passes"]) > (0 if only else 10)
    return [
        f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
