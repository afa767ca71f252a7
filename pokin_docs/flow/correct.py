"""The planner's workbook with its findings shown in it."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.flow.examine import Examination
from pokin_docs.model.findings import GangguanMesin


def correction(path: Path, examination: Examination, *, final: bool) -> bytes | None:
    """The workbook with its faults coloured, commented and listed; None when it cannot be opened.

    Raises:
        GangguanMesin: The workbook can no longer be read.
    """
    from pokin_docs.workbook.correction.correct import TidakDapatDikoreksi, correct

    if not examination.terbuka:
        return None
    try:
        return correct(path, examination.temuan, examination.diabaikan, final=final)
    except TidakDapatDikoreksi:
        return None
    except OSError as error:
        raise GangguanMesin(
            f"«{path.name}» tidak dapat dibaca lagi ({error.strerror}).", "Tutup di Excel, lalu ulangi."
        ) from error
