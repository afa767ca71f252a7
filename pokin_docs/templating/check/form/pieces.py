"""The parts of a form, looked for among the sentences that are printed."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from pokin_docs.documents.form import (
    NAMA_PIHAK,
    SETARA,
    Bab,
    Cetakan,
    DaftarTabel,
    Form,
    Naskah,
    Paragraf,
    Pihak,
    Tabel,
    TandaTangan,
)  # fmt: skip
from pokin_docs.model.texts import fold
from pokin_docs.templating.faults import Kalimat, Tampak

APA_SAJA = "*"
"""Stands for every field, where a tag cannot be read."""

_ENOUGH = 0.65
_FEW = 3


@dataclass(frozen=True, slots=True)
class Kurang:
    """A part that is missing: what, by which rule, for which documents, and after which sentence it belongs (-1)."""

    wajib: bool
    apa: str
    dasar: str
    untuk: str = ""
    sesudah: int = -1
    usul: str = ""


@dataclass(slots=True)
class _Temuan:
    """What is missing in one combination, in the order of the form."""

    form: Form
    kurang: list[Kurang] = field(default_factory=list)
    terakhir: int = -1

    def add(self, wajib: bool, apa: str, usul: str = "") -> None:
        self.kurang.append(Kurang(wajib, apa, self.form.dasar, sesudah=self.terakhir, usul=usul))

    def there(self, number: int) -> None:
        self.terakhir = max(self.terakhir, number)


def lacking(form: Form, seen: Sequence[Tampak], kabur: bool, world: Mapping[str, object]) -> list[Kurang]:
    """What the documents of one combination lack, in the order of the form.

    Args:
        form: What the regulation wants.
        seen: The sentences that are printed.
        kabur: Some tags cannot be read: tables may be there and not be seen.
        world: The combination, for tables that only documents with a value have.
    """
    result = _Temuan(form)
    border = next((entry.nomor for entry in seen for path in entry.isian
                   if form.batas and path.startswith(f"{form.batas}[]")), -1)  # fmt: skip
    body = [entry for entry in seen if not _in_contents(entry.kalimat)]
    for part in form.urutan:
        match part:
            case Naskah():
                _wording(result, part, seen)
            case Paragraf():
                _paragraph(result, part, seen)
            case Pihak():
                _identity(result, part, seen, border)
            case Cetakan():
                _printed(result, part, seen, border)
            case TandaTangan():
                _signatures(result, seen, border, part)
            case Tabel() if not kabur and (part.wajib or world.get(part.daftar, True)):
                _table(result, part, seen)
            case Bab():
                _chapter(result, part, body)
            case DaftarTabel() if not kabur:
                _listed(result, part, body)
    return result.kurang


def _paragraph(result: _Temuan, part: Paragraf, seen: Sequence[Tampak]) -> None:
    if all(_find(sentence.bunyi, seen) < 0 for sentence in part.kalimat):
        result.add(True, part.sebutan, " ".join(sentence.bunyi for sentence in part.kalimat))
    else:
        for sentence in part.kalimat:
            _wording(result, sentence, seen)


def _wording(result: _Temuan, naskah: Naskah, seen: Sequence[Tampak]) -> None:
    at = _find(naskah.bunyi, seen)
    if at < 0:
        result.add(naskah.wajib, naskah.sebutan, naskah.usul or naskah.bunyi)
    else:
        result.there(at)


def _find(bunyi: str, seen: Sequence[Tampak]) -> int:
    """The sentence that has the wording or comes near it, alone or with the next; -1 when none does."""
    wanted = _words(fold(bunyi))
    if len(wanted) <= _FEW:
        return next((entry.nomor for entry in seen if _stands_in(wanted, _words(entry.teks))), -1)
    for entry in seen:
        if entry.teks and _part_found(wanted, _words(entry.teks)) >= _ENOUGH:
            return entry.nomor
    for first, second in itertools.pairwise(seen):
        if first.teks and second.teks and _part_found(wanted, _words(f"{first.teks} {second.teks}")) >= _ENOUGH:
            return second.nomor
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


def _prints(entry: Tampak, paths: Collection[str]) -> bool:
    """Whether a sentence prints one of these fields; a tag that nobody can read may print any."""
    return APA_SAJA in entry.isian or any(path in entry.isian for path in paths)


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(SETARA.get(word, word) for word in text.split())


@lru_cache(maxsize=65_536)
def _part_found(wanted: tuple[str, ...], words: tuple[str, ...]) -> float:
    """How much of a wording stands in a text in its order, from 0 to 1."""
    if len(set(wanted) & set(words)) < _ENOUGH * len(set(wanted)):
        return 0.0
    blocks = SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def _identity(result: _Temuan, party: Pihak, seen: Sequence[Tampak], border: int) -> None:
    label, root = party.sebutan, party.isian
    lines = [("nama", tuple(f"{root}.{name}" for name in NAMA_PIHAK)), ("jabatan", (f"{root}.jabatan",))]
    for name, paths in lines:
        at = next((entry.nomor for entry in seen if (border < 0 or entry.nomor < border) and _prints(entry, paths)
                   and not (name == "nama" and not _says_name(entry, seen))), -1)  # fmt: skip
        if at < 0:
            result.add(True, f"{name} {label} pada Pernyataan", f"{name.capitalize()} : {{{{ {paths[0]} }}}}")
        else:
            result.there(at)


def _says_name(entry: Tampak, seen: Sequence[Tampak]) -> bool:
    """Whether a name stands beside the word Nama, as in the identity of a party and not under a signature."""
    around = [other.teks for other in seen if entry.nomor - 3 <= other.nomor <= entry.nomor]
    return any("nama" in text.split() for text in around)


def _signatures(result: _Temuan, seen: Sequence[Tampak], border: int, block: TandaTangan) -> None:
    """Place, date and both signatures of a part; one finding when all of the block is gone."""
    part, date = block.bagian, block.tanggal
    signed: list[int] = []
    missing = []
    for party in result.form.pihak:
        label, root = party.sebutan, party.isian
        paths = {f"{root}.{name}" for name in NAMA_PIHAK}
        named = [entry.nomor for entry in seen if _prints(entry, paths) and not _says_name(entry, seen)]
        here = [number for number in named if (number < border) == (part == "Pernyataan")] if border >= 0 else named
        signed += here[-1:]
        if not here:
            missing.append((f"tanda tangan {label} pada {part}", f"{{{{ {root}.nama_cetak }}}}"))
    if len(missing) == len(result.form.pihak):
        names = " dan ".join(usul for _, usul in missing)
        result.add(True, f"blok tanda tangan kedua pihak pada {part}", f"{date.usul}, {names}")
        return
    _printed(result, date, seen, border)
    for what, usul in missing:
        result.add(True, what, usul)
    result.there(max(signed))


def _printed(result: _Temuan, entry: Cetakan, seen: Sequence[Tampak], border: int) -> None:
    for sentence in seen:
        inside = not entry.letak or border < 0 or (sentence.nomor < border) == (entry.letak == "pernyataan")
        if inside and _prints(sentence, entry.isian):
            result.there(sentence.nomor)
            return
    result.add(entry.wajib, entry.sebutan, entry.usul)


def _table(result: _Temuan, table: Tabel, seen: Sequence[Tampak]) -> None:
    rows = [entry for entry in seen if any(path.startswith(f"{table.daftar}[]") for path in entry.isian)]
    if not rows:
        result.add(table.wajib, table.sebutan)
        return
    for column in table.kolom:
        body = next((entry.nomor for entry in seen if rows[0].nomor - 30 <= entry.nomor <= rows[-1].nomor + 30
                     and _prints(entry, (column.isian,))), -1)  # fmt: skip
        head = any(word in entry.teks for entry in seen for word in column.judul
                   if rows[0].nomor - 60 <= entry.nomor <= rows[0].nomor and len(entry.teks) <= 60)  # fmt: skip
        if body >= 0 and head:
            result.there(body)
        elif body >= 0:
            result.add(table.wajib, f"judul kolom {column.sebutan} pada {table.sebutan}", column.sebutan)
        elif head:
            result.add(table.wajib, f"isi kolom {column.sebutan} pada {table.sebutan}", column.usul)
        else:
            result.add(table.wajib, f"kolom {column.sebutan} pada {table.sebutan}", column.usul)


def _chapter(result: _Temuan, chapter: Bab, seen: Sequence[Tampak]) -> None:
    wanted = _words(fold(chapter.judul))
    at = next((entry.nomor for entry in seen if _is_title(entry.kalimat)
               and _part_found(wanted, _words(entry.teks)) >= _ENOUGH), -1)  # fmt: skip
    if at < 0:
        result.add(False, chapter.sebutan, chapter.judul)
    else:
        result.there(at)


def _listed(result: _Temuan, table: DaftarTabel, seen: Sequence[Tampak]) -> None:
    path = table.daftar
    at = next((entry.nomor for entry in seen if any(used.startswith(f"{path}[]") for used in entry.isian)), -1)
    if at < 0:
        result.add(False, table.sebutan, f"{{%tr for r in {path} %}} … {{%tr endfor %}}")
    else:
        result.there(at)


def _is_title(sentence: Kalimat) -> bool:
    """Whether a sentence looks like the title of a chapter: short, and in capitals or of a heading style."""
    heading = sentence.gaya.casefold().startswith(("heading", "judul", "title"))
    return len(sentence.teks) <= 150 and not sentence.letak.tabel and (heading or sentence.teks.isupper())


def _in_contents(sentence: Kalimat) -> bool:
    return sentence.gaya.casefold().startswith(("toc", "tableoffigures", "daftar"))
