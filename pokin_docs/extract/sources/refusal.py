"""A file whose tables are not read, and why."""

from __future__ import annotations


class SourceRefused(Exception):
    """The file cannot be read as tables; ``reason`` says why, in Indonesian, ``kode`` is the finding."""

    def __init__(self, reason: str, kode: str = "B05") -> None:
        super().__init__(reason)
        self.reason = reason
        self.kode = kode
