"""Rows of a table that look alike, to be given one level together where each row for itself tells none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import Kind, is_result
from pokin_docs.extract.foreign.drafts import Walked
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.grid import PLAIN, TextLook
from pokin_docs.extract.layouts.numbering import numbered_levels
from pokin_docs.extract.layouts.shown_levels import indent_of
from pokin_docs.model.level_labels import ladder_of, read_label
from pokin_docs.model.levels import LEVEL, LEVEL_NAMES, KomponenPerencanaan, Rung
from pokin_docs.model.programs import code_apart
from pokin_docs.model.texts import fold, squeeze, without_number

MOST_GROUPS = 8
"""More of them are no levels, and nobody chooses for so many."""
_EXAMPLES, _SHORT, _LONGEST = 3, 40, 70
_COVERED = 0.9
"""Part of the rows that must have what they are told apart by."""
_LATER = 0.03
"""What a way of telling rows apart loses for each that is surer."""
_TWO = 0.2
"""What it loses where it makes only two groups."""
_OTHERS, _BY_WORD = "baris lainnya", "kalimat berawal"
_PLAINLY = 3
"""Groups that are levels even where a title names one for all."""
_SENTENCES = (roles.KINERJA, roles.NAME, roles.NAME_AND_KINERJA, roles.KINERJA_AND_INDIKATOR)
_OWN_LEVEL = (roles.LEVEL, roles.KODE, roles.TICK)
_OUTPUTS = frozenset((
    "terlaksananya", "tersedianya", "terselenggaranya", "tersusunnya", "terfasilitasinya", "terpeliharanya",
    "terbayarnya", "terdatanya", "terdistribusinya", "terbangunnya", "tersalurkannya", "terlaporkannya", "terbinanya",
    "terdokumentasinya", "tersosialisasinya", "terpasangnya", "diterbitkannya", "dilaksanakannya", "disusunnya",
))  # fmt: skip
"""What results of kegiatan and sub kegiatan begin with: things done, made and handed out."""
_MAY_TELL = frozenset(("pemilik", "keterangan", "jenis_pk", roles.NOTE, roles.NUMBER, roles.KODE, roles.LEVEL))
"""Columns that may tell rows apart, beside those that nothing is known of."""
_LETTERS = re.compile(r"[^\W\d_]")
_SHAPE = (re.compile(r"\d+"), re.compile(r"[A-Z]+"), re.compile(r"[a-z]+"))
_Names = dict[int, str]
"""By row (1-based) the name of its group."""


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """Rows that are told apart from the others by ``name``: three of their sentences, and their level.

    ``asked`` tells that nothing but their likeness speaks for it, so that a person has to say it.
    """

    name: str
    rows: tuple[int, ...]
    examples: tuple[str, ...]
    level: KomponenPerencanaan
    asked: bool = False


def sentence_column(area: TableArea, columns: Mapping[int, Role]) -> int | None:
    """The one column (1-based) whose cells are of several levels; None where there is none, or more.

    Args:
        area: The table.
        columns: What each of its columns is.
    """
    found = [number for number, role in columns.items() if role.kunci in _SENTENCES and role.level is None]
    found = found or [number for number in (titled_column(columns),) if number is not None]
    return found[0] if len(found) == 1 and found[0] in area.profiles else None


def titled_column(columns: Mapping[int, Role]) -> int | None:
    """The one column of sentences (1-based) that only its title calls sasaran, as people call results of any level.

    Args:
        columns: What each column of the table is.
    """
    found = [number for number, role in columns.items() if role.kunci in (*_SENTENCES, *_OWN_LEVEL)]
    if len(found) != 1 or columns[found[0]] != Role(roles.KINERJA, KomponenPerencanaan.SASARAN):
        return None
    return found[0]


def several_levels(area: TableArea, columns: Mapping[int, Role]) -> str:
    """What speaks against one level for all rows below such a title: the first sentence that is of another; else "".

    Args:
        area: The table.
        columns: What each of its columns is.
    """
    column = titled_column(columns)
    if column is None or column not in area.profiles:
        return ""
    names = group_names(area, columns)
    first = {row: _first_word(area.grid.text(row, column)) for row in names}
    outputs = [row for row, word in first.items() if word.lower() in _OUTPUTS]
    if outputs and len(outputs) < len(names):
        return squeeze(area.grid.text(outputs[0], column))
    groups = list(dict.fromkeys(names.values()))
    if len(groups) < _PLAINLY or groups[0].startswith(_BY_WORD):
        return ""
    depths = [groups.index(name) for name in names.values()]
    if all(above <= below for above, below in pairwise(depths)):
        return ""  # blocks, as those of the bidang of an agency: a tree comes back to what stands above
    return squeeze(area.grid.text(next(row for row, name in names.items() if name == groups[1]), column))


def group_names(area: TableArea, columns: Mapping[int, Role]) -> _Names:
    """The group of each row with a sentence, by what tells the rows apart best; empty where nothing does.

    Args:
        area: The table.
        columns: What each of its columns is.
    """
    column = sentence_column(area, columns)
    if column is None:
        return {}
    mixed = columns[column].kunci == roles.KINERJA_AND_INDIKATOR
    text = area.grid.text
    rows = [row for row in area.rows if _LETTERS.search(text(row, column))]
    rows = [row for row in rows if is_result(text(row, column))] if mixed else rows
    best: tuple[float, _Names] = (0.0, {})
    for place, found in enumerate(_ways(area, columns, column, rows)):
        names = {row: found.get(row) or _OTHERS for row in rows}
        order = list(dict.fromkeys(names.values()))
        if len(found) < _COVERED * len(rows) or not 1 < len(order) <= min(MOST_GROUPS, len(rows) - 1):
            continue
        depths = [order.index(names[row]) for row in rows]
        skipped = sum(below - above > 1 for above, below in pairwise(depths))
        score = 1.0 - skipped / len(rows) - _LATER * place - (_TWO if len(order) < _PLAINLY else 0.0)
        if score > best[0]:
            best = score, names
    return best[1] or _without_code(area, column, rows)


def _without_code(area: TableArea, column: int, rows: Sequence[int]) -> _Names:
    """The groups of the few rows whose sentences have no code, among others that say their level by one."""
    texts = {row: code_apart(area.grid.text(row, column)) for row in rows}
    words = {row: _first_word(text) for row, (kode, text) in texts.items() if not kode}
    found = {row: f"{_BY_WORD} «{word}»" for row, word in words.items() if word}
    return found if len(words) < len(rows) and len(set(found.values())) <= MOST_GROUPS else {}


def level_groups(area: TableArea, columns: Mapping[int, Role], walked: Walked) -> tuple[LevelGroup, ...]:
    """The groups of rows whose level a person may have to say; none where every row says its level itself.

    Args:
        area: The table.
        columns: What each of its columns is.
        walked: What was found in it.
    """
    open_ = walked.untold | walked.relative
    names, column = group_names(area, columns) if open_ else {}, sentence_column(area, columns)
    members: dict[str, list[int]] = {}
    for row, name in names.items():
        if row in open_:
            members.setdefault(name, []).append(row)
    levels = {draft.baris: draft.komponen for draft in walked.drafts}
    if column is None or not members or not (walked.untold or _is_told(members, levels)):
        return ()
    titled = column == titled_column(columns)
    if titled and not several_levels(area, columns):
        return ()
    if titled:
        levels = {row: level for row, level in levels.items() if names.get(row) in area.said}
    guesses = _guesses(area, columns, members)
    found = []
    for name, rows in members.items():
        read = {levels[row] for row in rows if row in levels}
        level = read.pop() if len(read) == 1 else guesses[name]
        texts = dict.fromkeys(squeeze(area.grid.text(row, column)) for row in rows)
        asked = (titled or not walked.untold.isdisjoint(rows)) and name not in area.said
        found.append(LevelGroup(name, tuple(rows), tuple(texts)[:_EXAMPLES], level, asked))
    return tuple(found)


def _is_told(members: Mapping[str, Sequence[int]], levels: Mapping[int, KomponenPerencanaan]) -> bool:
    """Whether the rows of each group were read with one level."""
    return all(len({levels.get(row) for row in rows}) == 1 for rows in members.values())


def said_levels(area: TableArea, columns: Mapping[int, Role]) -> dict[int, KomponenPerencanaan]:
    """By row (1-based) the level that a planner said for its group.

    Args:
        area: The table.
        columns: What each of its columns is.
    """
    levels = {komponen.label: komponen for komponen in KomponenPerencanaan}
    names = group_names(area, columns) if area.said else {}
    return {row: levels[area.said[name]] for row, name in names.items() if area.said.get(name) in levels}


def counted_levels(depths: int) -> tuple[KomponenPerencanaan, ...]:
    """The levels of so many depths, as "Level 1" and those below it are read."""
    labels = [f"{LEVEL_NAMES[0]} {depth}" for depth in range(1, depths + 1)]
    ladder = ladder_of(labels)
    return tuple(level for label in labels if (level := ladder.read(label)) is not None)


def _guesses(
    area: TableArea, columns: Mapping[int, Role], members: Mapping[str, Sequence[int]]
) -> dict[str, KomponenPerencanaan]:
    """The levels of the groups: those that the posts beside them have, else one below the other as they first come."""
    in_turn = counted_levels(min(len(members), len(LEVEL) - 1))
    guesses = {name: in_turn[min(place, len(in_turn) - 1)] for place, name in enumerate(members)}
    beside = [number for number, role in columns.items() if role.kunci in _MAY_TELL]
    texts = [area.label(number, text) for number in beside for text in area.profiles[number].texts]
    posts = ladder_of(texts)
    for number in beside:
        told = {
            name: {posts.read(area.label(number, area.grid.text(row, number))) for row in rows} - {None}
            for name, rows in members.items()
        }
        said = {name: level for name, levels in told.items() for level in levels if level and len(levels) == 1}
        if len(said) == len(members) and len(set(said.values())) > 1:
            return said
    return guesses


def _ways(area: TableArea, columns: Mapping[int, Role], column: int, rows: Sequence[int]) -> Iterator[_Names]:
    """What may tell the rows apart, the surest first."""
    grid = area.grid
    beside = [number for number in area.columns if number != column and area.profiles[number].cells]
    beside = [number for number in beside if (role := columns.get(number)) is None or role.kunci in _MAY_TELL]
    yield {row: f"nomor {label.text.lower()}" for row, label in numbered_levels(grid, column, rows).items()}
    for number in beside:
        yield _shapes({row: grid.text(row, number).strip() for row in rows})
    indents = {row: indent_of(grid, row, column) for row in rows}
    steps = sorted(set(indents.values()))
    yield {row: f"jorokan {steps.index(step) + 1}" for row, step in indents.items()}
    yield {row: f"kelompok baris {grid.outlines.get(row, 0)}" for row in rows if grid.outlines}
    for number in beside:
        yield _values(area, number, rows)
    looks = {row: grid.looks.get((row, column), PLAIN) for row in rows}
    for way in _LOOKS:
        yield {row: way(look) for row, look in looks.items()}
    words = {row: _first_word(grid.text(row, column)) for row in rows}
    by_word = {row: f"{_BY_WORD} «{word}»" for row, word in words.items() if word}
    over = {row for row, below in pairwise(rows) if words[row] == words[below] and words[row].lower() not in _OUTPUTS}
    yield {row: f"{name}, di atas yang berawal sama" if row in over else name for row, name in by_word.items()}
    yield by_word


def _shapes(texts: Mapping[int, str]) -> _Names:
    """The shape of numbers and codes: "A.1" for all that are a letter, a dot and a number."""
    found = {}
    for row, text in texts.items():
        word = text.isalpha() and len(text) > len("xviii")
        if text and len(text) <= _SHORT // 2 and " " not in text and not word:
            shape = text.rstrip(".")
            for pattern, sign in zip(_SHAPE, "1Aa", strict=True):
                shape = pattern.sub(sign, shape)
            found[row] = f"nomor berbentuk {shape}"
    return found


def _values(area: TableArea, number: int, rows: Sequence[int]) -> _Names:
    """The groups of rows that a column of few different texts makes; posts of one rung are one group."""
    profile = area.profiles[number]
    if profile.share(Kind.VALUE, Kind.MONEY, Kind.RESULT, Kind.MEASURE, Kind.UNIT) > 1 - _COVERED:
        return {}
    title = area.titles.get(number)
    over = f"«{squeeze(title.text)[: _SHORT // 2]}» " if title else ""
    found = {}
    for row in rows:
        text = squeeze(area.grid.text(row, number))
        label = read_label(area.label(number, text)) if text else None
        said = label.value if isinstance(label, Rung) else label.label if label else text
        if said and len(said) <= _SHORT:
            found[row] = f"{over}berisi «{said}»"[:_LONGEST]
    return found


def _colours(look: TextLook) -> str:
    letters = [word for word, is_so in zip(("tebal", "miring", "garis bawah"), look[1:4], strict=True) if is_so]
    size = f"ukuran {look.size}" if look.size else ""
    ground = f"warna sel {look.ground}" if look.ground != PLAIN.ground else ""
    ink = f"warna huruf {look.ink}" if look.ink != PLAIN.ink else ""
    return ", ".join(filter(None, (*letters, size, ground, ink))) or "huruf biasa"


_LOOKS: tuple[Callable[[TextLook], str], ...] = (
    _colours,
    lambda look: _colours(TextLook(ground=look.ground)),
    lambda look: _colours(PLAIN._replace(bold=look.bold, italic=look.italic)),
    lambda look: _colours(TextLook(ink=look.ink)),
)


def _first_word(text: str) -> str:
    sentence = code_apart(squeeze(text))[1]
    word = next(iter(fold(without_number(sentence)).split()), "")
    return word.capitalize() if is_result(sentence) or word.endswith("nya") else ""
