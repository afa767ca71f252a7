"""How the findings of a workbook went on from run to run."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.flow.examine import Examination, Understood
from pokin_docs.model.history import HistoryEntry, Progress, entry_of, progress
from pokin_docs.render import history_file


def progress_of(folder: Path, understood: Understood) -> Progress:
    """What has changed since the runs that the history in the build folder tells of; nothing is written."""
    return progress(history_file.read(folder), _entry(understood), understood.every_finding)


def record_run(folder: Path, examination: Examination) -> None:
    """Keep what a run found in the history of its build folder.

    What was found before a workbook could be understood is only a part, and no step of its progress.
    """
    if isinstance(examination, Understood):
        history_file.record(folder, _entry(examination))


def _entry(understood: Understood) -> HistoryEntry:
    return entry_of(history_file.today(), understood.sha256, understood.every_finding, understood.waived)
