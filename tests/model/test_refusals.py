"""What a machine refuses is told in Indonesian; its own words stay only where nobody knows better."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from helpers.places import ROOT
from pokin_docs.model.refusals import refusal


def windows(number: int) -> OSError:
    fault = PermissionError(errno.EACCES, "The process cannot access the file")
    fault.winerror = number  # type: ignore[attr-defined]
    return fault


@pytest.mark.parametrize(("fault", "said"), [
    (PermissionError(errno.EACCES, "Permission denied"), "tidak ada izin"),
    (OSError(errno.EROFS, "Read-only file system"), "tempatnya hanya dapat dibaca"),
    (OSError(errno.ENAMETOOLONG, "File name too long"), "namanya terlalu panjang"),
    (windows(32), "sedang dibuka program lain"),
    (windows(33), "sedang dibuka program lain"),
    (windows(5), "tidak ada izin"),
    (OSError(9_999, "Something else"), "Something else"),
    (OSError("cut off"), "cut off"),
    (OSError(), "tanpa keterangan"),
])  # fmt: skip
def test_what_the_machine_refuses_is_said_in_indonesian(fault: OSError, said: str) -> None:
    assert refusal(fault) == said


def test_what_a_real_system_says_is_known(tmp_path: Path) -> None:
    for attempt in (lambda: (tmp_path / "tidak" / "ada").read_bytes(), tmp_path.read_bytes, tmp_path.mkdir):
        with pytest.raises(OSError) as fault:
            attempt()
        assert refusal(fault.value) != fault.value.strerror


def test_no_sentence_repeats_the_system_s_own_words() -> None:
    package = ROOT / "pokin_docs"
    own = [path for path in package.rglob("*.py") if re.search(r"\{\w+\.strerror\}", path.read_text(encoding="utf-8"))]
    assert own == []
