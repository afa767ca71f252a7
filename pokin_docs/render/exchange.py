"""Staged files exchanged for those in place, so that at any moment a run killed there has lost nothing (promise 13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pokin_docs.render import aside, manifest, paths, publish
from pokin_docs.render.answerable import Scope, kept, stale
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.result import BuildResult, SetAside
from pokin_docs.render.standing_files import StandingFiles

OnAside = Callable[[tuple[SetAside, ...]], None]


def say_nothing(files: tuple[SetAside, ...]) -> None:
    """For a caller who does not want to know what is set aside."""


@dataclass(frozen=True, slots=True)
class FolderWatch:
    """What is known of a build folder before a run, and who is told what is set aside in it.

    ``standing`` are its files, as far as they were read already. ``stamp`` names the folder for what goes away, empty
    for one of now. ``on_aside`` is told what is set aside, before anything is moved. ``holders`` are the papers of
    officials who have none in this run, as another holds the post now: by path, with the name.
    """

    standing: StandingFiles | None = None
    stamp: str = ""
    on_aside: OnAside = say_nothing
    holders: Mapping[str, str] = field(default_factory=dict)


UNWATCHED = FolderWatch()
"""Nothing was looked at before, and nobody is told."""


@dataclass(frozen=True)
class Exchange:
    """What is put in place, and for what.

    Attributes:
        staging: The staging folder.
        folder: The build folder.
        former: The manifest of the earlier build.
        new: The manifest of this one.
        answerable: What this run is answerable for.
        made: What earlier builds left, by ``former``.
        watch: Who is told what is set aside, and where that is to go.
        unmade: What should be in ``new`` and could not be made: what an earlier build left of it stays.
    """

    staging: Path
    folder: Path
    former: manifest.Manifest
    new: manifest.Manifest
    answerable: Scope
    made: MadeFiles
    watch: FolderWatch = UNWATCHED
    unmade: tuple[str, ...] = ()

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """The paths that are staged, as the file in place is another."""
        return tuple(entry.file for entry in self.new.dokumen if (self.staging / entry.file).is_file())

    def carry_out(self) -> BuildResult:
        """Put all staged files in place and remove what no longer is made.

        First what a person changed is set aside, then a manifest names old and new, then the files are exchanged, then
        the final manifest is written: a run that is killed between is healed by the next one, as each file is either
        named by the manifest or lies where it lay.

        Raises:
            MachineTrouble: The disk is full or the folder may not be written.
        """
        former, new, folder, staging = self.former, self.new, self.folder, self.staging
        where = tuple(entry.file for entry in new.dokumen)
        inside = (entry for entry in former.dokumen if paths.is_inside(entry.file))
        going = stale(inside, (*where, *self.unmade), self.answerable)
        publish.settle(staging, folder, self.changed)
        moved, away = self._set_aside(going)
        try:
            before = manifest.union(former, new, former.dokumen)
            publish.write_whole(staging, folder / manifest.FILE_NAME, manifest.to_bytes(before))
        except BaseException:
            if moved:
                aside.put_back(moved)
            raise
        failed = publish.put_in_place(staging, folder, self.changed)
        gone, stuck = publish.remove(folder, going, where)
        publish.prune(folder, (path for path in going if any(one.path == path for one in away)))
        final = replace(new, dokumen=tuple(entry for entry in new.dokumen if entry.file not in failed))
        remaining = (
            *kept(former, self.answerable, where),
            *(entry for entry in former.dokumen if entry.file in (*failed, *stuck, *self.unmade)),
        )
        remaining = tuple(entry for entry in remaining if paths.is_inside(entry.file))
        last = manifest.union(former, final, remaining)
        publish.write_whole(staging, folder / manifest.FILE_NAME, manifest.to_bytes(last))
        done = tuple(entry.file for entry in final.dokumen if entry.templat)
        beside = tuple(entry.file for entry in final.dokumen if not entry.templat)
        written = len(set(done) & set(self.changed))
        return BuildResult(
            folder, done, written, len(done) - written, gone, (*failed, *stuck), beside, set_aside=away,
            unmade=self.unmade,
        )  # fmt: skip

    def _set_aside(self, going: tuple[str, ...]) -> tuple[aside.Moved | None, tuple[SetAside, ...]]:
        """Move away what a person changed, as it is at this moment, of all that will be replaced or removed."""
        changed = frozenset(self.changed)
        new = {entry.file: entry.fingerprint for entry in self.new.dokumen if entry.file in changed}
        chosen = self.made.to_set_aside(new, going, self.watch.holders)
        if not chosen:
            return None, ()
        stamp = self.watch.stamp if aside.is_free(self.folder, self.watch.stamp) else aside.free_stamp(self.folder)
        away = tuple(self.made.set_aside(path, stamp, self.watch.holders) for path in chosen)
        self.watch.on_aside(away)
        return aside.move(self.folder, chosen, stamp), away
