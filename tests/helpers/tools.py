"""What is done where a tool that tests need is not installed."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(reason: str) -> NoReturn:
    """Skip, or fail where everything must be there (CI)."""
    if os.environ.get("POKIN_CI") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
