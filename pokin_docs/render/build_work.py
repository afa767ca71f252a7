"""The files of a build made and staged: documents filled, then those that tell of them, then what lies beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind, Lampiran
from pokin_docs.documents.proof import Proof
from pokin_docs.documents.values import pictures_in
from pokin_docs.model.findings import FindingLog
from pokin_docs.render import beside, hold, inputs, manifest, manifest_reading, publish
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.filling import fill
from pokin_docs.render.result import WrittenBytes
from pokin_docs.render.standing_files import StandingFiles

if TYPE_CHECKING:
    from pokin_docs.consistency.documents import ReadFile
    from pokin_docs.consistency.shared import SharedTexts


_FEW = 64
"""Documents whose texts need not be kept once: it takes longer than it spares memory."""


def _as_read(read: ReadFile) -> ReadFile:
    return read


@dataclass
class BuildWork:
    """What a build makes, while it is made.

    ``made`` are the files that lie ready or stand, by path; ``standing`` of them were not made again. ``readings`` is
    what each paper prints that was filled now, until it is compared; ``shared`` are texts that many of them say.
    ``again`` lets no file of an earlier build stand.
    """

    plan: inputs.BuildInputs
    held: hold.FolderHold
    old: manifest.Manifest
    before: MadeFiles
    log: FindingLog
    limits: fill.Limits
    process: int | None
    on_progress: Callable[[int, int], None]
    again: bool
    made: dict[str, WrittenBytes] = field(default_factory=dict)
    standing: set[str] = field(default_factory=set)
    readings: dict[str, ReadFile] = field(default_factory=dict)
    shared: SharedTexts | None = None

    @classmethod
    def begin(
        cls, plan: inputs.BuildInputs, held: hold.FolderHold, standing: StandingFiles | None, log: FindingLog,
        limits: fill.Limits, process: int | None, on_progress: Callable[[int, int], None], *, again: bool,
    ) -> BuildWork:  # fmt: skip
        """A build of this plan in a folder that is held, before anything is made.

        Args:
            plan: What it is made from.
            held: The folder.
            standing: Its files, as far as they were read already.
            log: Takes what is found.
            limits: Time and memory that one document may take.
            process: Number of processes that fill; None for as many as pay.
            on_progress: Told how many documents of how many are up to date.
            again: No file of an earlier build may stand.
        """
        folder = plan.material.folder
        plan.material.staging, old = held.staging, manifest_reading.read(folder)
        before = MadeFiles(old, standing or StandingFiles(folder))
        return cls(plan, held, old, before, log, limits, process, on_progress, again)

    def documents(self, *, last: bool) -> None:
        """Fill and stage every document that does not stand; one that is too large is not made, a finding tells so.

        Args:
            last: Those that tell of the others; else all others.
        """
        plan = self.plan
        chosen = [number for number, entry in enumerate(plan.dokumen) if plan.tells(number) is last]
        before = len(self.made)
        self._keep((plan.dokumen[number].path, plan.inputs[number]) for number in chosen)
        total, done = len(plan.dokumen), len(self.made)
        todo = [number for number in chosen if plan.dokumen[number].path not in self.made]
        publish.prepare(self.held.staging, [plan.dokumen[number].path for number in todo])
        if done > before:
            self.on_progress(done, total)
        for number in todo:
            # Drawn here and once: a process that fills has a limit of time, and would draw them for itself.
            for drawing in pictures_in(plan.dokumen[number].content):
                drawing.png()
        results = fill.fill_all(
            plan.material,
            [(plan.source[number], plan.dokumen[number]) for number in todo],
            lambda filled: self.on_progress(done + filled, total),
            limits=self.limits,
            process=self.process,
            lock_handles=(self.held.key,),
            keep=self.kept_once if len(todo) > _FEW else _as_read,
        )
        for number, result in zip(todo, results, strict=False):
            self.log.add(result.temuan)
            path = plan.dokumen[number].path
            if result.reading is not None:
                self.readings[path] = result.reading
            if result.sha256:
                self.made[path] = WrittenBytes(result.sha256, result.fingerprint, result.paragraphs)

    def tell(self, proof: Proof, lampiran: tuple[Lampiran, ...], kinds: tuple[DocumentKind, ...], version: str) -> None:
        """Give the documents that tell of the others their content, and make them and what lies beside.

        Args:
            proof: What comparing the others came to.
            lampiran: The files beside the documents.
            kinds: The kinds of the documents.
            version: Of the program.
        """
        names = {kind.kode: kind.in_proof or kind.nama for kind in kinds}
        self.plan = inputs.with_lampiran(inputs.proved(self.plan, proof, names), lampiran, version)
        self.documents(last=True)
        if fill.blocks(self.log):
            return
        plan = self.plan
        self._keep((extra.path, digest) for extra, digest in zip(plan.lampiran, plan.lampiran_inputs, strict=True))
        publish.prepare(self.held.staging, [extra.path for extra in plan.lampiran if extra.path not in self.made])
        for extra in plan.lampiran:
            if extra.path not in self.made and (extra.made_from in self.made or not extra.made_from):
                self.made[extra.path] = beside.lay_ready(extra, self.held.staging, self.before)

    def kept_once(self, read: ReadFile) -> ReadFile:
        """The same with texts and rows that other papers have too kept once: a process that fills tells them anew."""
        from pokin_docs.consistency.shared import SharedTexts

        self.shared = self.shared or SharedTexts()
        return self.shared.of(read)

    def remember(self, facts: dict[str, str]) -> None:
        """Keep what is known of the facts of documents, by path."""
        self.made = {path: replace(data, facts=facts.get(path, "")) for path, data in self.made.items()}

    @property
    def used(self) -> int:
        """How many documents stand as an earlier build made them."""
        return sum(entry.path in self.standing for entry in self.plan.dokumen)

    def _keep(self, files: Iterable[tuple[str, str]]) -> None:
        """Let the files stand that their inputs (each with its path) gave before."""
        if not self.again:
            found = inputs.standing(files, self.old, self.before)
            self.made |= found
            self.standing |= found.keys()
