"""Who signs what: the list beside the printed papers, made by every build, and what the report says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.printed import NO_YEAR
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.signers import SIGNED, PaperState, SignerLine, signer_lines, signing_states
from pokin_docs.files.whole_file import write_where_other
from pokin_docs.flow.signed_files import NONE_FOUND, SignedFiles
from pokin_docs.flow.signing_record import read_record, write_record
from pokin_docs.model.findings import MachineTrouble, Temuan
from pokin_docs.model.settings import SIGNING_LIST
from pokin_docs.render.aside import free_stamp, move, place_of
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.sharing import make_folder
from pokin_docs.render.standing_files import digest

if TYPE_CHECKING:
    from pokin_docs.workbook.signing_list import TypedList

_WAY = "2"
"""Counts up where the list itself is laid out otherwise."""


@dataclass(frozen=True, slots=True)
class SigningList:
    """What became of the list: its path in the build folder (empty where nobody signs), and how much stands in it.

    ``failed`` tells that it could not be replaced, ``aside`` where something lies that had its name. ``findings`` are
    of papers whose markers for the electronic signature do not stand once each. ``found`` are PDFs that came back,
    ``unsigned`` the titles of documents that not everybody has signed.
    """

    path: str = ""
    lines: int = 0
    persons: int = 0
    failed: bool = False
    aside: str = ""
    findings: tuple[Temuan, ...] = ()
    found: SignedFiles = NONE_FOUND
    unsigned: tuple[str, ...] = ()


NO_LIST = SigningList()
"""Nobody signs anything."""


def make_signing_list(folder: Path, plan: Plan, kinds: tuple[DocumentKind, ...]) -> SigningList:
    """Write the list of all documents that stand in a build folder; one that says the same stays as it is.

    Args:
        folder: The build folder, with its manifest.
        plan: The plan of the documents.
        kinds: The kinds of the documents.

    Raises:
        MachineTrouble: What has its name cannot be moved out of the way.
    """
    documents = tuple(one for one in plan.dokumen if (folder / one.path).is_file())
    lines = signer_lines(documents, plan, kinds)
    if not lines:
        return NO_LIST
    made, record = read(folder), read_record(folder)
    marks = {one.file: one.tanda for one in made.dokumen}
    states = signing_states(documents, kinds, marks, made.proof, record.signed)
    time = plan.cycle.tahun or NO_YEAR
    path = f"{SIGNING_LIST}_{time}.xlsx"
    open_ones = {line.path: line.title for line in lines if states[line.path].word != SIGNED}
    told = SigningList(
        path, len(lines), len({line.person for line in lines}), findings=_marker_findings(folder, documents, kinds),
        unsigned=tuple(open_ones.values()),
    )  # fmt: skip
    wanted = digest(repr((_WAY, made.agency, lines, sorted(states.items()))).encode())
    draft = f"{SIGNING_LIST}_{NO_YEAR}.xlsx"
    draft = draft if draft != path and draft in record.lists and (folder / draft).is_file() else ""
    if record.lists.get(path) == wanted and (folder / path).is_file() and not draft:
        return told
    try:
        heading = f"Daftar Tanda Tangan {time} – {made.agency}".rstrip(" –")
        typed = _of_year(folder, draft, str(time)) if draft else None
        aside = _write(folder, path, (heading, made.agency), lines, states, typed)
        lists = {name: digest for name, digest in record.lists.items() if name != draft}
        write_record(folder, replace(record, lists={**lists, path: wanted}))
        if draft:
            move(folder, [draft], free_stamp(folder))
    except OSError:
        return replace(told, failed=True)
    return replace(told, aside=aside)


def _of_year(folder: Path, draft: str, year: str) -> TypedList | None:
    """What an office typed into the list of a draft without a year, beside the papers of the year that it got."""
    from pokin_docs.workbook.signing_list import PATH
    from pokin_docs.workbook.typed_list import read_typed

    try:
        typed = read_typed(folder / draft)
    except MachineTrouble as trouble:
        raise OSError(trouble.message) from trouble
    if typed is None:
        return None
    rows = {
        (who, path.replace(NO_YEAR, year)): replace(
            row, written={**row.written, **({PATH: row.written[PATH].replace(NO_YEAR, year)} if path else {})}
        )
        for (who, path), row in typed.rows.items()
    }
    return replace(typed, rows=rows)


def signed_papers(folder: Path, plan: Plan, kinds: tuple[DocumentKind, ...]) -> frozenset[str]:
    """Paths of the documents in a build folder that everybody has signed as they are now.

    Args:
        folder: The build folder.
        plan: The plan of the documents.
        kinds: Their kinds.
    """
    states = signing_states(plan.dokumen, kinds, {}, None, read_record(folder).signed)
    return frozenset(path for path, state in states.items() if state.word == SIGNED)


def _marker_findings(
    folder: Path, documents: tuple[Dokumen, ...], kinds: tuple[DocumentKind, ...]
) -> tuple[Temuan, ...]:
    """Where markers are asked for, the papers in which they do not stand once each."""
    electronic = [
        (one, one.content.tte)
        for one in documents
        if isinstance(one.content, SignedContent) and one.content.tte.aktif and one.path.endswith(".docx")
    ]
    if not electronic:
        return ()
    from pokin_docs.pdf.markers import marker_findings

    signing = {kind.kode: kind.signing for kind in kinds}
    return tuple(
        found
        for one, aids in electronic
        if (text := _text_of(folder / one.path)) is not None
        for found in marker_findings(text, aids, len(signing[one.jenis](one.content).signatures), one.path)
    )


def _text_of(paper: Path) -> str | None:
    """What a paper prints; None of one that somebody spoiled, which a run for other posts leaves where it is."""
    from pokin_docs.files.contents.parts import Unreadable
    from pokin_docs.pdf.markers import text_of_word

    try:
        return text_of_word(paper.read_bytes())
    except (Unreadable, UnicodeDecodeError, OSError):
        return None


def _write(
    folder: Path,
    path: str,
    title: tuple[str, str],
    lines: tuple[SignerLine, ...],
    states: Mapping[str, PaperState],
    draft: TypedList | None,
) -> str:
    """Write the list with what was typed into it, or into that of the draft; return where lies what was no list."""
    from pokin_docs.workbook.signing_list import NOTHING_TYPED, TypedList, list_bytes
    from pokin_docs.workbook.typed_list import read_typed

    (heading, agency), target, aside = title, folder / path, ""
    typed = None
    if target.exists():
        try:
            typed = read_typed(target)
        except MachineTrouble as trouble:
            raise OSError(trouble.message) from trouble
        if typed is None:
            stamp = free_stamp(folder)
            move(folder, [path], stamp)
            aside = place_of(path, stamp)
    make_folder(target.parent)
    if draft is not None:
        kept = typed or NOTHING_TYPED
        typed = TypedList({**draft.rows, **kept.rows}, {**draft.columns, **kept.columns}, kept.sheets or draft.sheets)
    write_where_other(target, list_bytes(heading, lines, states, typed or NOTHING_TYPED, agency=agency))
    return aside
