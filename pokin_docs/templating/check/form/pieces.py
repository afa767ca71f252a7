"""The parts of a form, looked for among the sentences that are printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from pokin_docs.documents.form import (
    EQUIVALENTS,
    PARTY_NAMES,
    Form,
    FormChapter,
    FormList,
    FormParagraph,
    FormParty,
    FormSentence,
    FormSignatures,
    FormTable,
    PrintedItem,
)  # fmt: skip
from pokin_docs.model.texts import fold
from pokin_docs.templating.faults import PrintedSentence, SyntaxNode, TemplateSentence

ANYTHING = "*"
"""Stands for every field, where a tag cannot be read."""

_ENOUGH = 0.65
_FEW = 3
_NUMBERED = re.compile(r"\s*(?:\d+(?:\.\d+)+\.?|[A-Z]\.)\s*\w")


@dataclass(frozen=True, slots=True)
class MissingPiece:
    """A part that is missing: what, by which rule, for which documents, and after which sentence it belongs (-1)."""

    required: bool
    what: str
    basis: str
    documents: str = ""
    after: int = -1
    proposal: str = ""


@dataclass(slots=True)
class _MissingPieces:
    """What is missing in one combination, in the order of the form."""

    form: Form
    missing: list[MissingPiece] = field(default_factory=list)
    last: int = -1
    chapter: int = -1

    def add(self, required: bool, what: str, proposal: str = "") -> None:
        self.missing.append(MissingPiece(required, what, self.form.basis, after=self.last, proposal=proposal))

    def there(self, number: int) -> None:
        self.last = max(self.last, number)


def lacking(
    form: Form, seen: Sequence[PrintedSentence], vague: bool, world: Mapping[str, object]
) -> list[MissingPiece]:
    """What the documents of one combination lack, in the order of the form.

    Args:
        form: What the regulation wants.
        seen: The sentences that are printed, in order.
        vague: Some tags cannot be read: tables may be there and not be seen.
        world: The combination (path to value), for tables that only documents with a value have.
    """
    result = _MissingPieces(form)
    tables = {part.printed_list: _rows_of(part, seen) for part in form.order if isinstance(part, FormTable)}
    lampiran_start = next((entry.number for entry in tables.get(form.lampiran_list, ())), -1)
    body = [entry for entry in seen if not _in_contents(entry.sentence)]
    for part in form.order:
        match part:
            case FormSentence():
                _wording(result, part, seen)
            case FormParagraph():
                _paragraph(result, part, seen)
            case FormParty():
                _identity(result, part, seen, lampiran_start)
            case PrintedItem():
                _printed(result, part, seen, lampiran_start)
            case FormSignatures():
                _signatures(result, seen, lampiran_start, part)
            case FormTable() if not vague and (part.required or world.get(part.printed_list, True)):
                _table(result, part, seen, tables[part.printed_list])
            case FormChapter():
                _chapter(result, part, body)
            case FormList() if not vague:
                _listed(result, part, body)
    return result.missing


def _paragraph(result: _MissingPieces, part: FormParagraph, seen: Sequence[PrintedSentence]) -> None:
    if all(_find(sentence.wording, seen) < 0 for sentence in part.sentences):
        result.add(True, part.label, " ".join(sentence.wording for sentence in part.sentences))
    else:
        for sentence in part.sentences:
            _wording(result, sentence, seen)


def _wording(result: _MissingPieces, document: FormSentence, seen: Sequence[PrintedSentence]) -> None:
    at = _find(document.wording, seen)
    if at < 0:
        result.add(document.required, document.label, document.proposal or document.wording)
    else:
        result.there(at)


def _find(wording: str, seen: Sequence[PrintedSentence]) -> int:
    """The sentence that has the wording or comes near it, alone or with the next; -1 when none does."""
    wanted = _words(fold(wording))
    if len(wanted) <= _FEW:
        return next((entry.number for entry in seen if _stands_in(wanted, _words(entry.text))), -1)
    for entry in seen:
        if entry.text and _part_found(wanted, _words(entry.text)) >= _ENOUGH:
            return entry.number
    for first, second in itertools.pairwise(seen):
        if first.text and second.text and _part_found(wanted, _words(f"{first.text} {second.text}")) >= _ENOUGH:
            return second.number
    return -1


def _stands_in(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a few words stand in a text in their order, with at most one other between two of them."""
    for start, word in enumerate(words):
        if word != wanted[0]:
            continue
        at = start
        for following in wanted[1:]:
            if following not in words[at + 1 : at + 3]:
                break
            at = words.index(following, at + 1)
        else:
            return True
    return False


def _prints(entry: PrintedSentence, paths: Collection[str]) -> bool:
    """Whether a sentence prints one of these fields; a tag that nobody can read may print any."""
    return ANYTHING in entry.isian or any(path in entry.isian for path in paths)


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(EQUIVALENTS.get(word, word) for word in text.split())


@lru_cache(maxsize=65_536)
def _part_found(wanted: tuple[str, ...], words: tuple[str, ...]) -> float:
    """How much of a wording stands in a text in its order, from 0 to 1."""
    if len(set(wanted) & set(words)) < _ENOUGH * len(set(wanted)):
        return 0.0
    blocks = SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def _identity(result: _MissingPieces, party: FormParty, seen: Sequence[PrintedSentence], lampiran_start: int) -> None:
    label, root = party.label, party.isian
    lines = [("nama", tuple(f"{root}.{name}" for name in PARTY_NAMES)), ("jabatan", (f"{root}.jabatan",))]
    for name, paths in lines:
        at = next((entry.number for entry in seen
                   if (lampiran_start < 0 or entry.number < lampiran_start) and _prints(entry, paths)
                   and not (name == "nama" and not _says_name(entry, seen))), -1)  # fmt: skip
        if at < 0:
            result.add(True, f"{name} {label} pada Pernyataan", f"{name.capitalize()} : {{{{ {paths[0]} }}}}")
        else:
            result.there(at)


def _says_name(entry: PrintedSentence, seen: Sequence[PrintedSentence]) -> bool:
    """Whether a name stands beside the word Nama, as in the identity of a party and not under a signature."""
    around = [other.text for other in seen if entry.number - 3 <= other.number <= entry.number]
    return any("nama" in text.split() for text in around)


def _signatures(
    result: _MissingPieces, seen: Sequence[PrintedSentence], lampiran_start: int, block: FormSignatures
) -> None:
    """Place, date and the signatures of a part; one finding when all of a block of several is gone."""
    part, date = block.part, block.date
    signed: list[int] = []
    missing = []
    for party in result.form.parties:
        label, root = party.label, party.isian
        paths = {f"{root}.{name}" for name in PARTY_NAMES}
        named = [entry.number for entry in seen if _prints(entry, paths) and not _says_name(entry, seen)]
        here = (
            [number for number in named if (number < lampiran_start) == (part == "Pernyataan")]
            if lampiran_start >= 0
            else named
        )
        signed += here[-1:]
        if not here:
            missing.append((f"tanda tangan {label} pada {part}", f"{{{{ {root}.nama_cetak }}}}"))
    if len(missing) == len(result.form.parties) > 1:
        names = " dan ".join(proposal for _, proposal in missing)
        result.add(True, f"blok tanda tangan kedua pihak pada {part}", f"{date.proposal}, {names}")
        return
    _printed(result, date, seen, lampiran_start)
    for what, proposal in missing:
        result.add(True, what, proposal)
    result.there(max(signed, default=-1))


def _printed(result: _MissingPieces, entry: PrintedItem, seen: Sequence[PrintedSentence], lampiran_start: int) -> None:
    for sentence in seen:
        inside = (
            not entry.place or lampiran_start < 0 or (sentence.number < lampiran_start) == (entry.place == "pernyataan")
        )
        if inside and _prints(sentence, entry.isian):
            result.there(sentence.number)
            return
    result.add(entry.required, entry.label, entry.proposal)


def _rows_of(table: FormTable, seen: Sequence[PrintedSentence]) -> list[PrintedSentence]:
    """The sentences of the table's list in the table of the document that has most of its columns.

    A paragraph that goes through the list, before the table or behind it, is not the table; a template without any
    table prints the list in paragraphs.
    """
    rows = [entry for entry in seen if any(path.startswith(f"{table.printed_list}[]") for path in entry.isian)]
    groups: dict[SyntaxNode, list[PrintedSentence]] = {}
    for entry in rows:
        for node in entry.sentence.path:
            if node[0] == "tbl":
                groups.setdefault(node, []).append(entry)
    columns = {column.isian for column in table.kolom}

    def fit(group: list[PrintedSentence]) -> tuple[int, int]:
        return len(columns & {path for entry in group for path in entry.isian}), -len(group)

    return max(groups.values(), default=rows, key=fit)


def _table(
    result: _MissingPieces, table: FormTable, seen: Sequence[PrintedSentence], rows: Sequence[PrintedSentence]
) -> None:
    if not rows:
        result.add(table.required, table.label)
        return
    for column in table.kolom:
        body = next((entry.number for entry in seen if rows[0].number - 30 <= entry.number <= rows[-1].number + 30
                     and _prints(entry, (column.isian,))), -1)  # fmt: skip
        head = any(word in entry.text for entry in seen for word in column.title
                   if rows[0].number - 60 <= entry.number <= rows[0].number and len(entry.text) <= 60)  # fmt: skip
        if body >= 0 and head:
            result.there(body)
        elif body >= 0:
            result.add(table.required, f"judul kolom {column.label} pada {table.label}", column.label)
        elif head:
            result.add(table.required, f"isi kolom {column.label} pada {table.label}", column.proposal)
        else:
            result.add(table.required, f"kolom {column.label} pada {table.label}", column.proposal)


def _chapter(result: _MissingPieces, chapter: FormChapter, seen: Sequence[PrintedSentence]) -> None:
    titles = [_words(fold(title)) for title in (chapter.title, *chapter.also)]
    below = -1 if chapter.number else result.chapter
    at = next((entry.number for entry in seen if entry.number > below and _is_title(entry.sentence)
               and any(_part_found(title, _words(entry.text)) >= _ENOUGH for title in titles)), -1)  # fmt: skip
    if at < 0:
        result.add(False, chapter.label, chapter.title)
        return
    if chapter.number:
        result.chapter = at  # its sub-chapters stand below it: its own title may have the words of one
    result.there(at)


def _listed(result: _MissingPieces, table: FormList, seen: Sequence[PrintedSentence]) -> None:
    path = table.printed_list
    at = next((entry.number for entry in seen if any(used.startswith(f"{path}[]") for used in entry.isian)), -1)
    if at < 0:
        result.add(False, table.label, f"{{%tr for r in {path} %}} … {{%tr endfor %}}")
    else:
        result.there(at)


def _is_title(sentence: TemplateSentence) -> bool:
    """Whether a sentence looks like the title of a chapter: short, and numbered, in capitals or of a heading style."""
    heading = sentence.style.casefold().startswith(("heading", "judul", "title"))
    looks_so = heading or sentence.text.isupper() or bool(_NUMBERED.match(sentence.text))
    return len(sentence.text) <= 150 and not sentence.place.table and looks_so


def _in_contents(sentence: TemplateSentence) -> bool:
    return sentence.style.casefold().startswith(("toc", "tableoffigures", "daftar"))
