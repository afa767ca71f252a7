"""Text typed into a Renstra that the program built: found before it is replaced, kept beside the workbook, printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import codes
from pokin_docs.documents.narrative import RichText
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.renstra.places import BY_KEY, PLACES
from pokin_docs.flow.groups import chosen_groups
from pokin_docs.flow.narrative import OfficeNarrative
from pokin_docs.flow.places import build_folder
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.locations import is_file
from pokin_docs.model.refusals import refusal
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.render.answerable import scope
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.standing_files import StandingFiles

if TYPE_CHECKING:
    from pokin_docs.narrative.source import SourceDocument
    from pokin_docs.narrative.typed import TypedText

SUFFIX = "-naskah-terkumpul.docx"
_SHOWN = 60


@dataclass(frozen=True)
class Collection:
    """What was typed into the Renstra of a workbook.

    ``file`` is the document beside the workbook, ``written`` what it holds by key of the place once ``new`` is in it;
    ``places`` are the keys that something new was typed at, by path of the Renstra; ``files`` are the fingerprints of
    those that were read: what the office deletes from the collection does not come back from the same file.
    """

    file: Path
    written: Mapping[str, RichText] = field(default_factory=dict)
    new: Mapping[str, RichText] = field(default_factory=dict)
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    temuan: tuple[Temuan, ...] = ()


NOTHING_COLLECTED = Collection(Path(SUFFIX))


def collected(
    path: Path, settings: Settings, kinds: tuple[DocumentKind, ...], plan: Plan, naskah: OfficeNarrative
) -> Collection:
    """What was typed into files that a run would replace, with what was collected before; nothing is written.

    Args:
        path: The workbook.
        settings: What is asked for.
        kinds: The kinds of documents.
        plan: The documents that are planned.
        naskah: What the office wrote in its own document.
    """
    file = path.with_name(path.stem + SUFFIX)
    from pokin_docs.files.fingerprints import fingerprint

    standing, found, done = _standing(file)
    known = [*standing.values(), *naskah.written.values()]
    by_place: dict[str, list[FromFile]] = {}
    places: dict[str, tuple[str, ...]] = {}
    folder = build_folder(path, settings)
    files: list[str] = []
    for document, lines in _edited(folder, settings, kinds, plan):
        data = _bytes_of(folder / document)
        if data is not None:
            said = fingerprint(document, data).partition(":")[0]
            files.append(said)
            if said in done:
                continue
        for text in typed_in(folder / document, lines, known, found, data):
            by_place.setdefault(text.place, []).append(text)
    new: dict[str, RichText] = {}
    for key in (place.key for place in PLACES if place.key in by_place):
        whole = together(by_place[key], found)
        there = (text for text in (standing.get(key), naskah.written.get(key)) if text is not None)
        if any(_said(text) >= _said(whole) for text in there):
            continue
        new[key] = whole
        for one in by_place[key]:
            places[one.file] = (*places.get(one.file, ()), key)
        found += told(by_place[key], file.name, key, naskah)
    return Collection(file, standing | new, new, places, tuple(files), tuple(found))


def _standing(file: Path) -> tuple[dict[str, RichText], list[Temuan], Several[str]]:
    """What the document of collected text holds, what is to be said of it, and the files it was collected from."""
    if not is_file(file):
        return {}, [], ()
    from pokin_docs.narrative.collected import OLD
    from pokin_docs.narrative.read import read_narrative
    from pokin_docs.narrative.remembered import remembered
    from pokin_docs.narrative.source import NarrativeRefused, open_source

    reading = read_narrative(file, OLD)
    try:
        done = remembered(open_source(file).parts)
    except (NarrativeRefused, OSError):
        done = ()
    return dict(reading.written), list(reading.temuan), done


def _bytes_of(file: Path) -> bytes | None:
    """The bytes of a file; None where it cannot be read now."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def with_collected(
    naskah: OfficeNarrative, path: Path, settings: Settings, kinds: tuple[DocumentKind, ...], plan: Plan
) -> tuple[OfficeNarrative, Collection]:
    """What is printed: what the office wrote, and where that says nothing what was collected; with the collection.

    Args:
        naskah: What the office wrote in its own document.
        path: As for ``collected``, like the rest.
        settings: What is asked for.
        kinds: The kinds of documents.
        plan: The documents that are planned.
    """
    known = collected(path, settings, kinds, plan, naskah)
    found = (*naskah.temuan, *known.temuan)
    return replace(naskah, written={**known.written, **naskah.written}, temuan=found), known


@dataclass(frozen=True, slots=True)
class FromFile:
    """What was typed at a place of one Renstra."""

    place: str
    file: str
    text: RichText
    exact: bool


def _edited(
    folder: Path, settings: Settings, kinds: tuple[DocumentKind, ...], plan: Plan
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files that a person changed and this run replaces, with what is known of them as they were built."""
    if settings.pejabat:
        return
    chosen = codes(kinds, chosen_groups(settings, kinds))
    mine = scope((kind.kode, kind.time(plan.cycle)) for kind in kinds if kind.kode in chosen)
    known = read(folder)
    known = replace(known, dokumen=tuple(entry for entry in known.dokumen if entry.paragraphs))
    there = {entry.file: entry.paragraphs for entry in known.dokumen}
    new = {entry.path for entry in plan.dokumen if entry.jenis in chosen and entry.path in there}
    for path in MadeFiles(known, StandingFiles(folder)).edited(known, mine, new) if there else ():
        yield path, there[path]


def typed_in(
    file: Path, lines: tuple[str, ...], written: Iterable[RichText], found: list[Temuan], data: bytes | None = None
) -> Iterator[FromFile]:
    """What was typed into one file.

    Args:
        file: The file.
        lines: What is known of it as it was built.
        written: What is printed now, or would be.
        found: Takes what is to be said.
        data: Its bytes, where they have been read.
    """
    from pokin_docs.narrative.kept import kept_blocks, said_by
    from pokin_docs.narrative.source import NarrativeRefused, open_source
    from pokin_docs.narrative.typed import hand_text

    built = kept_blocks(lines)
    if built is None:
        return
    try:
        source = open_source(file, data)
        hand = hand_text(source, built, said_by(written))
    except (NarrativeRefused, OSError) as fault:
        why = fault.reason if isinstance(fault, NarrativeRefused) else f"tidak dapat dibaca ({refusal(fault)})"
        found.append(temuan("D45", CellRef(""), berkas=file.name, sebab=why))
        return
    if hand.changed:
        found.append(
            temuan("D42", CellRef(""), berkas=file.name, jumlah=len(hand.changed), contoh=hand.changed[0][:_SHOWN])
        )
    trouble = Counter[str]()
    for typed in hand.typed:
        text = _rich(source, typed, trouble)
        if text is not None:
            yield FromFile(typed.place, file.relative_to(file.parents[1]).as_posix(), text, typed.exact)
    for code, kind in (("D36", "luar"), ("D37", "objek")):
        if trouble[kind]:
            found.append(temuan(code, CellRef(""), berkas=file.name, jumlah=trouble[kind]))


def _rich(source: SourceDocument, typed: TypedText, trouble: Counter[str]) -> RichText | None:
    from pokin_docs.narrative.convert import RichTextWriter
    from pokin_docs.narrative.layout import blocks_of
    from pokin_docs.narrative.lists import ListCounters
    from pokin_docs.narrative.sheets import typed_sheets
    from pokin_docs.narrative.typed import without_prompts

    number = BY_KEY[typed.place].number()
    writer = RichTextWriter(source, ListCounters(source), trouble, number.count(".") + 1)
    elements = [block.element for block in typed.blocks]
    sheets = typed_sheets(list(blocks_of(source.body)), elements, source.body)
    for element, sheet in zip(elements, sheets, strict=True):
        writer.stand_on(sheet)
        writer.add(without_prompts(element))
    return writer.result()


def _said(text: RichText) -> frozenset[str]:
    from pokin_docs.narrative.kept import said_by

    return said_by((text,))


def together(texts: list[FromFile], found: list[Temuan]) -> RichText:
    """What was typed at a place in the whole Renstra and in its chapter: once where it is the same, else both."""
    from pokin_docs.narrative.read import joined

    kept: list[FromFile] = []
    for one in sorted(texts, key=lambda one: -len(_said(one.text))):
        if not any(_said(one.text) <= _said(other.text) for other in kept):
            kept.append(one)
    if len(kept) == 1:
        return kept[0].text
    names = " dan ".join(Path(one.file).name for one in kept)
    found.append(temuan("D41", CellRef(""), tempat=BY_KEY[kept[0].place].title, berkas=names))
    return joined([one.text for one in kept])


def told(texts: list[FromFile], name: str, key: str, naskah: OfficeNarrative) -> Iterator[Temuan]:
    """What is to be said of new text at a place.

    Args:
        texts: What was typed there, by file.
        name: Of the document in which it is collected.
        key: The place.
        naskah: What the office wrote itself.
    """
    title, files = BY_KEY[key].title, " dan ".join(Path(one.file).name for one in texts)
    yield temuan("D40", CellRef(""), berkas=files, tempat=title, naskah=name)
    if not all(one.exact for one in texts):
        yield temuan("D43", CellRef(""), berkas=files, tempat=title, contoh=texts[0].text.texts[0][:_SHOWN])
    if key in naskah.written:
        yield temuan("D44", CellRef(""), berkas=name, tempat=title, naskah=naskah.file)
