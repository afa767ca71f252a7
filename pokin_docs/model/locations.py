"""Where the templates and the example workbook are: in the checkout, or in the installed package."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent.parent
_EXAMPLE = "diskominfo-balangan.xlsx"
_DATED = re.compile(r"_\d{4,}-\d\d-\d\d_\d{4}(?:-\d+)?(?=\.\w+\Z)")
_OF_A_CHECKOUT = ("pipeline.py", "pyproject.toml", "templates")


def checkout() -> Path | None:
    """The folder with pipeline.py that this package runs from; None when it was installed from a wheel.

    An editable install runs from the checkout too, and its package holds no copies.
    """
    folder = _PACKAGE.parent
    return folder if all((folder / name).exists() for name in _OF_A_CHECKOUT) else None


def is_file(path: Path) -> bool:
    """Whether an ordinary file lies there; under a name that no file can have there is none.

    ``Path.is_file`` raises for such names, which cells and manifests may hold.
    """
    return os.path.isfile(path)  # noqa: PTH113


def workbooks(folder: Path) -> list[Path]:
    """The workbooks in a folder, by name; not the locks (``~$name.xlsx``) that Excel leaves beside open ones."""
    files = (path for path in folder.glob("*") if path.suffix.casefold() in (".xlsx", ".xlsm"))
    books = [path for path in files if not path.name.startswith(("~$", "."))]
    names = {path.name.casefold() for path in books}
    # A dated copy of a workbook, which an import keeps beside it, is not built while that workbook is there.
    own = [path for path in books if _DATED.sub("", path.name).casefold() not in names - {path.name.casefold()}]
    return sorted(own, key=lambda path: path.name.casefold())


def template_folders(own: Path) -> tuple[Path, ...]:
    """Folders searched for templates: an office's own, then the shipped ones."""
    return (own, bundled("templates"))


def first_file(names: Iterable[str], folders: Iterable[Path]) -> Path | None:
    """The first of these names, each looked for in all folders in their order, that is a file; None where none is."""
    places = tuple(folders)
    return next((place / name for name in names for place in places if (place / name).is_file()), None)


def word_folders(*own: Path) -> tuple[Path, ...]:
    """Folders of word lists, the shipped ones first: each of an office's own adds to them."""
    return (_PACKAGE / "kata", *own)


def bundled(kind: Literal["templates", "inputs"]) -> Path:
    """The folder of the shipped templates or of the example workbook: the checkout's own, else the package's."""
    folder = checkout()
    return folder / kind if folder else _PACKAGE / "bawaan" / kind


def is_example(path: Path) -> bool:
    """Whether a workbook is the shipped example, where it is shipped: an office's copy of it is the office's."""
    return path.name == _EXAMPLE and path.resolve().parent == bundled("inputs").resolve()
