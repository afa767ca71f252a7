"""Folders and files made so that whoever may write where they lie may write them too: offices share build folders."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

_OTHERS = stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH
_ENTER = stat.S_IXGRP | stat.S_IXOTH


def make_folder(path: Path, *, new: bool = False) -> None:
    """Make a folder and those above it.

    Args:
        path: The folder.
        new: It must not be there yet.

    Raises:
        OSError: It cannot be made, or is there though it must be new.
    """
    if not path.parent.is_dir():
        make_folder(path.parent)
    try:
        path.mkdir()
    except FileExistsError:
        if new or not path.is_dir():
            raise
        return
    share(path)


def share(path: Path) -> None:
    """Let those use a folder or file just made who may write in the folder around it, whatever the maker's umask.

    Nothing is done where only its owner may write in that folder, or where the machine does not take it.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        around, own = path.parent.stat(), path.stat()
        if not around.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return
        if own.st_gid != around.st_gid:
            os.chown(path, -1, around.st_gid)
        wanted = around.st_mode & (_OTHERS | (_ENTER | stat.S_ISGID if stat.S_ISDIR(own.st_mode) else 0))
        path.chmod(stat.S_IMODE(own.st_mode) | wanted)
