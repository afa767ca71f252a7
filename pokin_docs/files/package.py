"""The zip of an Office file: what is not changed is copied as the compressed bytes that it is."""

from __future__ import annotations

import io
import zipfile

from pokin_docs.files.zip_bytes import added, assemble, copied, is_without_clock


class OfficePackage:
    """The parts of an Office file, read on demand; changes are kept apart until ``to_bytes``."""

    def __init__(self, file: bytes) -> None:
        self._file = file
        self._archive = zipfile.ZipFile(io.BytesIO(file))
        # Some producers write backslashes, or name a part elsewhere in other case.
        self._old = {_plain(info.filename): info for info in self._archive.infolist()}
        self._new: dict[str, tuple[str, bytes]] = {}
        self._dropped: set[str] = set()

    def __contains__(self, name: str) -> bool:
        key = _plain(name)
        return key in self._new or (key in self._old and key not in self._dropped)

    def __getitem__(self, name: str) -> bytes:
        key = _plain(name)
        if key in self._dropped:
            raise KeyError(name)
        return self._new[key][1] if key in self._new else self._archive.read(self._old[key])

    def __setitem__(self, name: str, data: bytes) -> None:
        if name not in self or self[name] != data:
            self._new[_plain(name)] = (name, data)
        self._dropped.discard(_plain(name))

    def size(self, name: str) -> int:
        """Bytes of a part as the archive tells them, 0 where there is none; nothing is unfolded."""
        return self._old[_plain(name)].file_size if _plain(name) in self._old else 0

    def is_written_by_us(self, name: str) -> bool:
        """Whether a part is as ``to_bytes`` writes a changed one: no other program has saved the file since."""
        return is_without_clock(self._old[_plain(name)])

    def get(self, name: str) -> bytes | None:
        """The part as it is now, or None when there is none; its name from the root, without a leading slash."""
        try:
            return self[name]
        except KeyError:
            return None

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters and without a leading slash."""
        return tuple(key for key in dict.fromkeys((*self._old, *self._new)) if key not in self._dropped)

    def drop(self, name: str) -> None:
        """Take a part out."""
        self._new.pop(_plain(name), None)
        self._dropped.add(_plain(name))

    def free_name(self, pattern: str) -> str:
        """A name no part has yet, from a pattern with ``{}`` for a number."""
        numbers = range(1, len(self._old) + len(self._new) + 2)
        return next(pattern.format(number) for number in numbers if pattern.format(number) not in self)

    def to_bytes(self) -> bytes:
        """The archive: old members in their order with their own dates, new ones at the end without a clock."""
        members = []
        for info in self._archive.infolist():
            key = _plain(info.filename)
            if key in self._new:
                members.append(added(info.filename, self._new[key][1]))
            elif key not in self._dropped:
                members.append(copied(self._file, info, own=True))
        members += [added(name, data) for key, (name, data) in self._new.items() if key not in self._old]
        return assemble(members, self._archive.comment)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
