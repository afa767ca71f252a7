"""Documents filled: here while that is quickest and safe, in other processes where it pays or where it must be bounded.

The bytes do not depend on which process fills a document: each is filled from the template and its own content alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.model.findings import FindingLog, MachineTrouble, Temuan
from pokin_docs.render.filling import crew as work
from pokin_docs.render.filling.allowance import MANY_ROWS, Limits, rows_of
from pokin_docs.render.filling.filled import FilledDocument, Task, blocks, fill_one
from pokin_docs.render.filling.material import FillMaterial
from pokin_docs.render.filling.stopped import document_stopped, template_stopped
from pokin_docs.templating.faults import TemplateExamination, TemplateFinding, TemplatePlace

if TYPE_CHECKING:
    from pokin_docs.consistency.documents import ReadFile

__all__ = [
    "FilledDocument",
    "Limits",
    "blocks",
    "check_all",
    "examine",
    "fill_all",
    "read_logo",
    "with_limits",
]  # fmt: skip

T = TypeVar("T")
R = TypeVar("R")

_HOPELESS = ("T05", "T08")
"""Findings of a template that may have taken long to come, and would again with each further document."""
_TRY_A_COPY, _WORTH_A_COPY = 0.1, 0.15
_TRY_A_START, _WORTH_A_START = 0.5, 2.5
"""Seconds filled here before looking, and seconds that must be left then, for other processes to pay: where a worker is
a copy of this process it is there in some 20 ms, started anew it reads all libraries and templates first."""


def read_logo(logo: Path | None, log: FindingLog) -> Path | None:
    """The logo when it can be embedded; None, and why, when it cannot."""
    from pokin_docs.templating.fill import compile as word

    return logo if word.read_logo(logo, log) is not None else None


def examine(file: Path, jenis: DocumentKind, limits: Limits) -> TemplateExamination:
    """All that can be said of a template without filling it; read in a process with limits when it is not tame.

    Args:
        file: The template file.
        jenis: The kind of document it is for.
        limits: What reading it may take.
    """
    from pokin_docs.templating.fill import compile as word

    if _is_tame(file):
        return word.examine_template(file, jenis)
    with closing(work.run(_examine, jenis, [file], workers=1, limits=limits)) as answers:
        _, answer = next(answers)
    if not isinstance(answer, work.WorkerLost):
        return answer
    stopped = template_stopped(file, "memeriksanya", answer.reason, limits)
    return TemplateExamination((TemplateFinding(stopped, TemplatePlace("berkas")),), ())


def _examine(jenis: DocumentKind, file: Path) -> TemplateExamination:
    from pokin_docs.templating.fill import compile as word

    return word.examine_template(file, jenis)


def check_all(material: FillMaterial, number: Iterable[int], limits: Limits) -> dict[int, tuple[Temuan, ...]]:
    """What is wrong with each of these templates, by its number; those that may be used here are compiled on the way.

    A template that is not tame is opened, checked and compiled in a process with limits only.

    Args:
        material: The templates.
        number: Numbers of the templates in ``material.source``, from 0.
        limits: What one template may take.

    Raises:
        MachineTrouble: A template is no longer the file that was found, or no process can be started.
    """
    found: dict[int, tuple[Temuan, ...]] = {}
    wild: list[int] = []
    for index in number:
        if _is_tame(material.source[index].file):
            found[index] = _check(material, index)
        else:
            material.unbounded.add(index)
            wild.append(index)
    with closing(work.run(_check, material, wild, workers=work.cores(), limits=limits)) as answers:
        for position, answer in answers:
            index = wild[position]
            if isinstance(answer, work.WorkerLost):
                answer = (template_stopped(material.source[index].file, "memeriksanya", answer.reason, limits),)
            found[index] = answer
    return found


def with_limits(task_work: Callable[[Any, T], R], material: object, task: T, templat: str, moment: str) -> R | Temuan:
    """What a function of a module gives, called in a process with limits; a finding on the template when it is stopped.

    Args:
        task_work: The function, called with ``material`` and ``task``.
        material: Its first argument.
        task: Its second argument.
        templat: File name of the template, for the finding.
        moment: What the process was doing, for the finding, in Indonesian.

    Raises:
        MachineTrouble: What the function raised, or no process can be started.
    """
    with closing(work.run(task_work, material, (task,), workers=1, limits=Limits())) as answers:
        ((_, answer),) = answers
    if isinstance(answer, work.WorkerLost):
        return template_stopped(Path(templat), moment, answer.reason, Limits())
    return answer


def _is_tame(file: Path) -> bool:
    from pokin_docs.templating.fill import compile as word

    return word.is_tame(file)


def _check(material: FillMaterial, number: int) -> tuple[Temuan, ...]:
    log = FindingLog()
    material.compile(number, log)
    return tuple(log)


def fill_all(
    material: FillMaterial,
    task: Sequence[Task],
    on_progress: Callable[[int], None],
    *,
    limits: Limits,
    process: int | None = None,
    lock_handles: tuple[int, ...] = (),
    copies: bool | None = None,
    keep: Callable[[ReadFile], ReadFile] = lambda reading: reading,
) -> list[FilledDocument]:
    """Every document filled and staged, in the order given; ends early at a template that had to be stopped.

    Args:
        material: Templates and folders.
        task: For each document the number of its template in ``material.source``, from 0, and the document.
        on_progress: Told how many are done.
        limits: What one document may take.
        process: Number of processes; None for as many as pay.
        lock_handles: File descriptors of open locks, which other processes must not keep.
        copies: Whether other processes are copies of this one; None where that is possible.
        keep: Gives what is kept of what another process read of a file, as soon as that is told.

    Raises:
        MachineTrouble: The disk is full, or a process ended without a template being to blame.
    """
    results: dict[int, FilledDocument] = {}
    elsewhere = _fill_here(material, task, results, on_progress, process, copies)
    crew = process or work.cores()
    for batch in _batches(task, elsewhere):
        allowed = limits.of(task[index][1] for index in batch)
        running = work.run(
            fill_one,
            material,
            [task[index] for index in batch],
            workers=crew,
            limits=allowed,
            handles_to_close=lock_handles,
            by_copy=copies,
        )
        with closing(running) as answers:
            for position, answer in answers:
                index = batch[position]
                if isinstance(answer, work.WorkerLost):
                    answer = FilledDocument(
                        "", changed=False, temuan=(_told(material, task[index], answer.reason, allowed),)
                    )
                if answer.reading is not None:
                    answer = replace(answer, reading=keep(answer.reading))
                results[index] = answer
                if any(finding.kode in _HOPELESS for finding in answer.temuan):
                    return [results[index] for index in sorted(results)]
                on_progress(len(results))
    return [results[index] for index in sorted(results)]


def _batches(task: Sequence[Task], chosen: list[int]) -> list[list[int]]:
    """The documents parted into those that say many rows, which come first, and the others: each has its own limits."""
    rows = {index: rows_of(task[index][1]) for index in chosen}
    parts = (
        [index for index in chosen if rows[index] > MANY_ROWS],
        [index for index in chosen if rows[index] <= MANY_ROWS],
    )
    return [part for part in parts if part]


def _fill_here(
    material: FillMaterial,
    task: Sequence[Task],
    results: dict[int, FilledDocument],
    on_progress: Callable[[int], None],
    process: int | None,
    copies: bool | None,
) -> list[int]:
    """Fill in this process what is bounded, as long as that is quickest; return what is left for others."""
    several = (process or work.cores()) > 1
    try_for, worth = (_TRY_A_COPY, _WORTH_A_COPY) if copies or work.forks() else (_TRY_A_START, _WORTH_A_START)
    start = time.perf_counter()
    elsewhere: list[int] = []
    for index, one in enumerate(task):
        spent = time.perf_counter() - start
        left = len(task) - index
        pays = process is None and spent > try_for and spent / max(1, len(results)) * left > worth
        if several and (process is not None or pays):
            return [*elsewhere, *range(index, len(task))]
        if _is_bounded(material, one):
            results[index] = _fill_bounded(material, one)
            on_progress(len(results))
        else:
            elsewhere.append(index)
    return elsewhere


def _fill_bounded(material: FillMaterial, task: Task) -> FilledDocument:
    try:
        return fill_one(material, task)
    except MemoryError as fault:
        raise MachineTrouble(
            f"Memori komputer habis saat mengisi {task[1].path}.", "Tutup program lain, lalu jalankan lagi."
        ) from fault


def _is_bounded(material: FillMaterial, task: Task) -> bool:
    from pokin_docs.templating.fill import compile as word

    index, dokumen = task
    if index not in material.compiled and index not in material.unbounded and not _is_tame(material.source[index].file):
        material.unbounded.add(index)
    if index in material.unbounded:
        return False
    form = material.compile(index, FindingLog())
    return form is not None and word.is_bounded(form, dokumen.content)


def _told(material: FillMaterial, task: Task, reason: work.LossReason, limits: Limits) -> Temuan:
    source = material.source[task[0]]
    return document_stopped(task[1], source, reason, limits, bounded=_is_bounded(material, task))
