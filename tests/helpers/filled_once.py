"""Documents that tests fill again and again, most of them those of one small workbook, filled once in a process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from pokin_docs.render import publish, reuse
from pokin_docs.render.filling import fill
from pokin_docs.render.filling.filled import FilledDocument, Task
from pokin_docs.render.filling.material import FillMaterial

_MOST_KEPT = 3_000


class FilledOnce:
    """What filling gave, by all that the product itself says it follows from (``render.inputs``): template and logo
    as compiled, content, path. A test that patches anything but ``sys`` gets its documents filled anew, and so does
    one that asks for it because it is about that very claim."""

    def __init__(self) -> None:
        self.really_filled, self.really_bounded = fill._fill_bounded, fill._is_bounded
        self.known: dict[tuple[object, ...] | None, tuple[bytes, FilledDocument, object]] = {}
        self.patched: list[pytest.MonkeyPatch] = []
        self.anew = False

    def key(self, material: FillMaterial, task: Task) -> tuple[object, ...] | None:
        """What a document follows from; None where it is filled anew."""
        index, document = task
        if self.anew or self.patched or material.staging is None:
            return None
        if (form := material.compiled.get(index)) is None or index in material.unbounded:
            return None
        return id(form), id(material.source[index].jenis), document.path, reuse.contents(document.content)

    def filled(self, material: FillMaterial, task: Task) -> FilledDocument:
        """A document staged, filled or as it was filled before."""
        key, path = self.key(material, task), task[1].path
        if key in self.known and material.staging is not None:
            data, result, _ = self.known[key]
            return replace(result, changed=publish.stage(material.staging, material.folder, path, data))
        result = self.really_filled(material, task)
        if key is not None and result.sha256 and material.staging is not None:
            place = (material.staging if result.changed else material.folder) / path
            if len(self.known) == _MOST_KEPT:
                self.known.clear()
            form, kind = material.compiled[task[0]], material.source[task[0]].jenis
            self.known[key] = place.read_bytes(), result, (form, kind)  # kept, so that their ids stay their own
        return result

    def is_bounded(self, material: FillMaterial, task: Task) -> bool:
        """Whether it may be filled here: what was filled here before may."""
        return self.key(material, task) in self.known or self.really_bounded(material, task)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Learn of every patch a test makes, until the end."""
        set_one, undo = pytest.MonkeyPatch.setattr, pytest.MonkeyPatch.undo

        def setattr_told(patch: pytest.MonkeyPatch, target: Any, *rest: Any, **more: Any) -> None:
            if target is not sys and not (isinstance(target, str) and target.startswith("sys.")):
                self.patched.append(patch)
            set_one(patch, target, *rest, **more)

        def undo_told(patch: pytest.MonkeyPatch) -> None:
            self.patched = [one for one in self.patched if one is not patch]
            undo(patch)

        with pytest.MonkeyPatch.context() as own:
            set_one(own, pytest.MonkeyPatch, "setattr", setattr_told)
            set_one(own, pytest.MonkeyPatch, "undo", undo_told)
            yield


ONCE = FilledOnce()


@contextmanager
def filled_once() -> Iterator[None]:
    """Documents are filled once in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fill, "_fill_bounded", ONCE.filled)
        patch.setattr(fill, "_is_bounded", ONCE.is_bounded)
        with ONCE.watching():
            yield
