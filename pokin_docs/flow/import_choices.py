"""What a planner decided of the columns of a table, remembered beside it for the next table of the same shape."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pokin_docs.extract.foreign.guess import TableGuess
from pokin_docs.model.texts import fold
from pokin_docs.workbook.imported.asked import AskedPlace

FILE_NAME = "impor-pilihan.json"
_VERSION = 1
_MOST_BYTES = 5 * 2**20
_ABOUT = "Pilihan pada lembar Impor, diingat untuk berkas berikutnya dengan judul kolom yang sama. Boleh dihapus."

Shape = tuple[str, ...]
"""The titles of the columns of a table from left to right, folded."""


@dataclass(frozen=True, slots=True)
class RememberedChoices:
    """Roles by the shape of a table and the place of the column in it; ``broken`` where the file cannot be read.

    The level of a group of rows has the name of the group in the place of a column.
    """

    by_shape: Mapping[Shape, Mapping[int | str, str]] = field(default_factory=dict)
    broken: bool = False

    def of(self, tables: Sequence[TableGuess]) -> dict[AskedPlace, str]:
        """What is remembered for the columns of these tables, by sheet and number, and for groups of their rows."""
        return {
            (table.sheet, place if isinstance(place, str) else table.columns[place].number): role
            for table in tables
            for place, role in self.by_shape.get(shape_of(table), {}).items()
            if isinstance(place, str) or place < len(table.columns)
        }

    def with_choices(self, tables: Sequence[TableGuess], chosen: Mapping[AskedPlace, str]) -> RememberedChoices:
        """The same with what is chosen for the columns of these tables and for groups of their rows."""
        shapes = {shape: dict(roles) for shape, roles in self.by_shape.items()}
        for table in tables:
            own: dict[int | str, str] = {
                place: chosen[table.sheet, column.number]
                for place, column in enumerate(table.columns)
                if (table.sheet, column.number) in chosen
            }
            own |= {name: role for (sheet, name), role in chosen.items() if sheet == table.sheet and type(name) is str}
            if own:
                shapes.setdefault(shape_of(table), {}).update(own)
        return RememberedChoices(shapes, self.broken)


def shape_of(table: TableGuess) -> Shape:
    """The titles of a table's columns, by which the next one of its kind is known."""
    return tuple(fold(column.title) for column in table.columns)


def read_choices(folder: Path) -> RememberedChoices:
    """What is remembered in a folder; nothing where no file is there, or one that is not ours."""
    path = folder / FILE_NAME
    try:
        if not path.is_file():
            return RememberedChoices()
        if path.stat().st_size > _MOST_BYTES:
            return RememberedChoices(broken=True)
        known = json.loads(path.read_text(encoding="utf-8-sig"))
        if known["versi"] != _VERSION:
            return RememberedChoices(broken=True)
        return RememberedChoices(
            {
                tuple(map(str, entry["judul"])): {
                    **{int(one["kolom"]) - 1: str(one["dibaca"]) for one in entry["pilihan"]},
                    **{str(one["baris"]): str(one["dibaca"]) for one in entry.get("tingkat", ())},
                }
                for entry in known["tabel"]
            }
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return RememberedChoices(broken=True)


def choices_bytes(remembered: RememberedChoices) -> bytes:
    """The file: one entry for each shape, to be read by people too."""
    entries = [_entry(shape, roles) for shape, roles in sorted(remembered.by_shape.items()) if roles]
    known = {"versi": _VERSION, "tentang": _ABOUT, "tabel": entries}
    return (json.dumps(known, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(shape: Shape, roles: Mapping[int | str, str]) -> dict[str, object]:
    columns = sorted((place, role) for place, role in roles.items() if isinstance(place, int))
    levels = sorted((place, role) for place, role in roles.items() if isinstance(place, str))
    entry: dict[str, object] = {
        "judul": list(shape),
        "pilihan": [
            {"kolom": place + 1, "judul": shape[place] if place < len(shape) else "", "dibaca": role}
            for place, role in columns
        ],
    }
    return entry | ({"tingkat": [{"baris": name, "dibaca": role} for name, role in levels]} if levels else {})
