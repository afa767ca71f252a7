from __future__ import annotations

import os
import shutil

import pytest


def _require_soffice() -> str:
    """Path of LibreOffice's ``soffice``; without one the test is skipped, and fails in CI, which must have it."""
    found = shutil.which("soffice")
    if found:
        return found
    reason = "LibreOffice (soffice) tidak terpasang / LibreOffice is not installed"
    if os.environ.get("POKIN_CI") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def soffice() -> str:
    return _require_soffice()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "soffice" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.libreoffice)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("libreoffice"):
        _require_soffice()
