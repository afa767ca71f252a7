"""What is said of the faultless workbook after one change, said once for all tests of a process and for the page."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from helpers.workbooks import BAKU, write
from pokin_docs.flow.examine import Examination, examine
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]


@functools.cache
def examined(change: Change) -> Examination:
    """The examination of the faultless workbook after this change; whoever asks again must not have changed it."""
    with tempfile.TemporaryDirectory() as folder:
        return examine(write(Path(folder) / "buku.xlsx", BAKU, change), Settings(Path("build"), ()))
