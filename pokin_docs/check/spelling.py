"""Rules W05 and W07: how sentences are written, and slips of the keyboard (domain.md 3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from pokin_docs.check.lexicon import Lexicon, lexicon_of
from pokin_docs.check.regulation import may_be_official
from pokin_docs.check.sentences import quote
from pokin_docs.check.wording import all_kinerja
from pokin_docs.check.written import Writing, look_at, verb_slip
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze


def _texts(buku: BukuKerja) -> Iterator[Isian]:
    """Sentences of Tahap 3 to 5; official names aside."""
    earlier = chain(
        (row.kondisi for row in buku.tahap3), (isian for row in buku.tahap4 for isian in (row.kinerja, row.indikator))
    )
    return (isian for isian in chain(earlier, _of_tahap5(buku)) if isian and not buku.is_official(isian))


def _of_tahap5(buku: BukuKerja) -> Iterator[Isian]:
    return (isian for row in buku.tahap5 for isian in (row.kinerja, row.indikator) if isian)


def _writing(buku: BukuKerja, isian: Isian, lexicon: Lexicon) -> Writing:
    return look_at(isian.clean, buku.word_lists, lexicon)


def _in_tahap4(buku: BukuKerja) -> Mapping[str, Sequence[CellRef]]:
    """The cells of Tahap 4 by their sentences: what is mended in Tahap 5 is mended there too, else the two differ."""
    found: dict[str, list[CellRef]] = {}
    for row in buku.tahap4:
        for isian in filter(None, (row.kinerja, row.indikator)):
            found.setdefault(isian.clean, []).append(isian.source)
    return found


def _likewise(isian: Isian, there: Mapping[str, Sequence[CellRef]]) -> str:
    cells = [cell for cell in there.get(isian.clean, ()) if cell.lembar != isian.source.lembar]
    return f", begitu juga di {cells[0].lembar}!{first_cells(cells)}" if cells else ""


def written_evenly(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W05: the same capitals throughout a sentence, no word twice or lost, no stray sign; all faults of a cell."""
    if not buku.word_lists.lower_case_words:
        return
    lexicon, there = lexicon_of(buku), _in_tahap4(buku)
    maybe_official = {
        isian.source for row in buku.tahap5 if may_be_official(buku, row) for isian in (row.kinerja, row.indikator)
    }
    for isian in _of_tahap5(buku):
        writing = _writing(buku, isian, lexicon)
        if buku.is_official(isian):
            writing = _of_official(buku, isian, writing, lexicon)
        elif isian.source in maybe_official and writing.of_capitals_alone:
            continue
        if writing.faults:
            by_reason: dict[str, list[str]] = {}
            for shown, reason in dict.fromkeys(writing.faults):
                by_reason.setdefault(reason, []).append(f"«{shown}»")
            (reason, shown_words), *others = by_reason.items()
            more = "".join(f"; {', '.join(entries)} {why}" for why, entries in others)
            yield temuan(
                "W05", isian.source, kata=", ".join(shown_words), sebab=reason + more, seharusnya=writing.mended,
                teks=quote(isian.text), sama=_likewise(isian, there),
            )  # fmt: skip


def _of_official(buku: BukuKerja, isian: Isian, writing: Writing, lexicon: Lexicon) -> Writing:
    """What is wrong with an official sentence: capitals that the official text does not have.

    Args:
        buku: The rows.
        isian: The sentence.
        writing: How it is written.
        lexicon: Words in common use.
    """
    right = Writing((), (), isian.clean)
    if not writing.of_capitals_alone or not writing.faults:
        return right
    if buku.nomenclature is None:
        mixed = not buku.word_lists.marks.is_official(isian.text) or buku.word_lists.marks.mixes_capitals(isian.text)
    else:
        official = buku.nomenclature.official_text(isian.clean)
        mixed = official is None or look_at(squeeze(official), buku.word_lists, lexicon).mixes_capitals
    return right if mixed else writing


def words_spelt(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """W07: words that are known slips, or one slip away from a word in common use; all of a cell at once."""
    if not buku.word_lists.spellings:
        return
    lexicon, there = lexicon_of(buku), _in_tahap4(buku)
    told: set[str] = set()
    kinerja = {isian.source for isian in all_kinerja(buku)}  # there a slip in the verb is W03
    # A slip that Tahap 5 has too is told there alone: the planner sees it when mending the earlier stages.
    texts = list(_texts(buku))
    for fifth in (True, False):
        here: set[str] = set()
        for isian in (entry for entry in texts if (entry.source.lembar == buku.lembar_title("tahap5", "")) is fifth):
            writing = _writing(buku, isian, lexicon)
            verb = verb_slip(writing, isian.clean, buku.word_lists) if isian.source in kinerja else None
            new = [(word, meant) for word, meant in writing.slips if word != verb and fold(word) not in told]
            if new:
                here |= {fold(word) for word, _ in new}
                shown = ", ".join(f"«{word}»" for word, _ in new)
                yield temuan(
                    "W07", isian.source, kata=shown, seharusnya=writing.mended, teks=quote(isian.text),
                    sama=_likewise(isian, there),
                )  # fmt: skip
        told |= here


RULES = (written_evenly, words_spelt)
