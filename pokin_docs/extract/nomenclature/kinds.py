"""What is known of a file that may hold the official list before it is opened: its suffix, the year in its name."""

from __future__ import annotations

import re

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".xls", ".ods")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_VERSION = re.compile(r"(?:pemutakhiran|versi|version|nomenklatur|tahun)\D{0,20}(20\d\d)(?!\d)", re.IGNORECASE)


class NoList(Exception):
    """A file is not the official list, or cannot be read; the argument says why, in Indonesian."""

    @property
    def reason(self) -> str:
        """Why, to be put behind a colon."""
        return str(self.args[0])


def version_of(text: str) -> int:
    """The year that a name or title says the list is of; 0 where it says none."""
    years = _VERSION.findall(text) or _YEAR.findall(text)
    return int(years[-1]) if years else 0
