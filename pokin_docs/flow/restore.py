"""Files that a person changed and a build set aside: all there are, and the one that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from pokin_docs.model.texts import nearest
from pokin_docs.render.aside import SUNTINGAN
from pokin_docs.render.kept_edits import KeptEdit, kept_edits, restore, same_beside
from pokin_docs.render.manifest import FILE_NAME

__all__ = ["KeptEdit", "all_kept", "label", "meant", "proposed", "restore", "same_beside"]


def all_kept(folder: Path) -> tuple[KeptEdit, ...]:
    """What was set aside in a build folder, or in all that lie in this folder.

    Raises:
        MachineTrouble: A folder cannot be read.
    """
    return tuple(edit for build in _builds(folder) for edit in kept_edits(build))


def _builds(folder: Path) -> list[Path]:
    if folder.name.casefold() == SUNTINGAN and not _is_build(folder):
        folder = folder.parent
    if _is_build(folder):
        return [folder]
    return sorted(path for path in folder.iterdir() if path.is_dir() and _is_build(path)) if folder.is_dir() else []


def _is_build(folder: Path) -> bool:
    return (folder / FILE_NAME).is_file() or (folder / SUNTINGAN).is_dir()


def label(edit: KeptEdit) -> str:
    """How a file that was set aside is told from all others: its path from the build folder on."""
    return f"{edit.folder.name}/{SUNTINGAN}/{edit.stamp}/{edit.path}"


def meant(name: str, edits: Sequence[KeptEdit]) -> tuple[KeptEdit, ...]:
    """Those that a name fits: the path, the end of it, or only the name of the file, also without its suffix.

    Args:
        name: As it was typed; capitals do not count, and a backslash is a slash.
        edits: All there are.
    """
    typed = name.replace("\\", "/").removeprefix("./").strip("/").casefold()
    if not typed:
        return ()
    whole = [edit for edit in edits if Path(name).absolute() == edit.file.absolute()]
    ends = [edit for edit in edits if f"/{label(edit)}".casefold().endswith(f"/{typed}")]
    bare = [edit for edit in edits if f"/{PurePosixPath(label(edit)).with_suffix('')}".casefold().endswith(f"/{typed}")]
    return tuple(whole or ends or bare)


def proposed(name: str, edits: Iterable[KeptEdit]) -> str | None:
    """The name that is probably meant where none fits."""
    names = {PurePosixPath(edit.path).name: None for edit in edits}
    return nearest(PurePosixPath(name.replace("\\", "/")).name, names)
