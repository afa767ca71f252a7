"""The page a chapter begins with when it is printed alone: lines of Identitas."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pokin_docs.model.rows import Isian

CHAPTERS = 8
"""As many as the longest outline has (Permendagri 86/2017)."""
_PAGE = re.compile(r"[1-9]\d{0,3}")


def key_of(chapter: int) -> str:
    """The key of a chapter's first page."""
    return f"halaman_awal_bab_{chapter}"


def first_page(identity: Mapping[str, Isian], chapter: int) -> str | None:
    """The number of a chapter's first page, empty where none is asked for; None where what stands there is none."""
    isian = identity.get(key_of(chapter))
    text = isian.clean if isian is not None else ""
    text = text.removesuffix(",0").removesuffix(".0")
    return text if not text or _PAGE.fullmatch(text) else None
