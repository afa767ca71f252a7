"""A template filled with made-up content, the name of every placeholder beside its value."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import FindingLog, Outcome, Severity, Temuan
from pokin_docs.render.filling import fill as filling

Task = tuple[DocumentKind, object, Path | None, tuple[bool | None, ...], bool]
"""The kind, the content, the logo, ways of ``as_xray`` to be tried, and whether a template that might not end is left
to a process with limits."""


def fill_sample(file: Path, jenis: DocumentKind, content: object, logo: Path | None) -> Outcome[bytes]:
    """A document made from a template in which every placeholder shows its own name beside its value.

    Optional parts are there too, unless the made-up content cannot fill them. The template has been examined before;
    one that might not end is filled in a process with limits, as in a build.

    Args:
        file: The template file.
        jenis: The kind of document it is for.
        content: Made-up content of that kind.
        logo: Picture for the placeholder ``logo``; None for none.

    Raises:
        MachineTrouble: No process can be started.
    """
    return _bounded(file, (jenis, content, logo, (True, False), True), "membuat contoh")


def trouble_filling(file: Path, jenis: DocumentKind, content: object) -> tuple[Temuan, ...]:
    """What stops a document that is made from a template without a fault: that it does not end, or fails on its values.

    Args:
        file: The template file, which has been examined before.
        jenis: The kind of document it is for.
        content: Made-up content of that kind.

    Raises:
        MachineTrouble: No process can be started.
    """
    return _bounded(file, (jenis, content, None, (None,), True), "mengisinya").temuan


def _bounded(file: Path, task: Task, moment: str) -> Outcome[bytes]:
    from pokin_docs.templating.fill import compile as word

    made = _fill(file, task) if word.is_tame(file) else None
    if made is not None:
        return made
    answer = filling.with_limits(_fill, file, (*task[:4], False), file.name, moment)
    if isinstance(answer, Temuan):
        return Outcome(None, (answer,))
    assert answer is not None
    return answer


def _fill(file: Path, task: Task) -> Outcome[bytes] | None:
    from pokin_docs.templating.fill import compile as word

    jenis, content, logo, ways, careful = task
    log = FindingLog()
    picture = word.read_logo(logo, log)
    for way in ways:
        log = FindingLog()
        form = word.compile_template(file, jenis, picture, log, checked=True, as_xray=way)
        if form is not None and careful and not word.is_bounded(form, content):
            return None
        data = word.fill(form, content, file.name, log) if form is not None else b""
        if data and not any(severity(finding) is Severity.GALAT for finding in log):
            return Outcome(data, tuple(dict.fromkeys(log)))
    return Outcome(None, tuple(dict.fromkeys(log)))
