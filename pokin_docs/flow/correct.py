"""The planner's workbook with its findings shown in it."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.flow.examine import Examination
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.refusals import refusal


def correction(path: Path, examination: Examination, *, final: bool) -> bytes | None:
    """The bytes of the workbook with its faults coloured, commented and listed; None when it cannot be opened.

    Args:
        path: The workbook.
        examination: What was found in it.
        final: Severities are those of ``--final``.

    Raises:
        MachineTrouble: The workbook can no longer be read.
    """
    from pokin_docs.workbook.correction.correct import WorkbookNotCorrectable, correct

    if not examination.opened:
        return None
    try:
        return correct(path, examination.temuan, examination.waived, final=final)
    except WorkbookNotCorrectable:
        return None
    except OSError as error:
        raise MachineTrouble(
            f"«{path.name}» tidak dapat dibaca lagi ({refusal(error)}).", "Tutup di Excel, lalu ulangi."
        ) from error
