"""A Word template compiled once and filled many times: every fault found before, every text exact after."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.files.zip_bytes import ZipMember, assemble
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import FindingLog, Severity, Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.templating.aids import xray
from pokin_docs.templating.faults import TemplateExamination, TemplateFinding, TemplateLanguage, TemplatePlace
from pokin_docs.templating.fill import (
    added_pictures,
    contents_lists,
    context,
    finish,
    ids,
    language,
    last_step,
    limits,
    line_ends,
    open_places,
    package,
    patch,
    pictures,
    rich_host,
    rich_text,
)
from pokin_docs.templating.fill import logo as picture
from pokin_docs.templating.fill.can_empty import can_empty
from pokin_docs.templating.fill.compiled import CompiledTemplate, FilledPart
from pokin_docs.templating.fill.content_size import size_of
from pokin_docs.templating.fill.kept_parts import KeptParts
from pokin_docs.templating.fill.sheets.as_word import at_cells
from pokin_docs.templating.fill.sheets.write import written
from pokin_docs.templating.fill.template_file import as_made, open_template, unfillable
from pokin_docs.templating.signs import PLACE_START

__all__ = [
    "CompiledTemplate",
    "Logo",
    "compile_template",
    "examine_template",
    "fill",
    "is_bounded",
    "is_tame",
    "read_logo",
]

Logo = picture.Logo
_LOGO = "logo"
_NOTES = frozenset(("catatan kaki", "catatan akhir", "komentar"))


def read_logo(logo: Path | None, log: FindingLog) -> picture.Logo | None:
    """The logo to embed; None when there is none or it cannot be used, which is told but stops nothing."""
    try:
        return picture.read(logo) if logo is not None else None
    except picture.LogoRefused as fault:
        log.note("T07", CellRef("Identitas"), logo=logo.name if logo else "", sebab=fault.reason)
        return None


def is_tame(file: Path) -> bool:
    """Whether the template may be compiled in this process: the time that takes follows from its size."""
    try:
        return limits.known_tame(file.read_bytes())
    except OSError:  # told when it is compiled
        return True


def is_bounded(compiled: CompiledTemplate, content: object) -> bool:
    """Whether a document may be filled in this process: no loop of the template can make it long or large."""
    spread = [part.cost for part in compiled.member if isinstance(part, FilledPart)]
    if any(part is None for part in spread):
        return False
    size = size_of(context.of_document(content))
    return sum(limits.cost(part, size) for part in spread if part is not None) <= limits.MAX_COST


def compile_template(
    file: Path, kind: DocumentKind, logo: picture.Logo | None, log: FindingLog, *, checked: bool = False,
    as_xray: bool | None = None, mark: str = "",
) -> CompiledTemplate | None:  # fmt: skip
    """The template ready for documents with this content; None, and what is wrong, when it is not usable.

    Args:
        file: The template file.
        kind: The kind of document; the fields of its content are the placeholders.
        logo: Picture for the placeholder ``logo``.
        log: Takes every fault that can be found without filling.
        checked: This program has checked these very bytes before and found nothing: they are only compiled.
        as_xray: Every placeholder prints its name too; with True also what is optional, whatever its condition.
        mark: Stands for the program, so that what it made of the template before is known; "" where nothing is kept.
    """
    file_name, sandbox = file.name, language.Sandbox()
    if (opened := open_template(file, log)) is None:
        return None
    data, archive = opened
    faults = () if checked else _examine(file_name, archive, kind, sandbox).temuan
    log.add(fault.temuan for fault in faults)
    wrong = {fault.place.file for fault in faults if severity(fault.temuan) is Severity.GALAT}
    archive, own = as_made(archive, kind.about if as_xray is None else None)
    told = {name: label for name, label in archive.parts.items() if name not in wrong}
    kept = KeptParts(mark, data)
    sources = {name: kept.source(archive.contents[name], label, as_xray is None) for name, label in told.items()}
    if as_xray is not None:
        sources = {name: xray.annotate(source, everything=as_xray) for name, source in sources.items()}
    repeats = any(ids.refers(source) for source in sources.values())
    numbered = ids.can_repeat(sources.values())
    parts: dict[str, FilledPart] = {}
    for name, source in sources.items():
        label = archive.parts[name]
        if not (patch.has_tags(source) or PLACE_START in source or (repeats and label in _NOTES)):
            continue
        try:
            read = kept.part(sandbox, source, f"{file_name}/{name}")
        except language.FillFailed as fault:
            log.add([_as_temuan(fault, file_name, label, patch.sentence(source, fault.line))])
            continue
        markup = ""
        if logo is not None and _LOGO in read.names:
            archive, rid = added_pictures.add_picture(archive, name, logo.name, logo.data, logo.content_type)
            markup = picture.as_markup(logo, rid)
        traits = finish.PartTraits(
            body=label != "properti dokumen",
            table=name == archive.main_part and patch.changes_columns(source),
            fragile=can_empty(source),
            loses_namespace=not patch.is_declared_at_the_root(source),
        )
        pattern = ids.pattern(source, markup) if numbered else None
        parts[name] = FilledPart(name, label, source, sandbox.template(read.code), markup, traits, pattern, read.cost)
    kept.keep()
    others = {name: source for name, source in sources.items() if name not in parts and numbered}
    texts, used = ids.distinct(others, [t for part in parts.values() if numbered for t in (part.source, part.logo)])
    archive = package.changed(archive, {name: text for name, text in texts.items() if text != others[name]})
    digest = hashlib.sha256(data).hexdigest()
    members = tuple(parts.get(name) or package.member(archive, name) for name in archive.contents)
    skeleton, highest = added_pictures.links(archive, parts), _highest_drawing(sources, parts, used)
    looks = (contents_lists.of_template(archive), rich_host.host_of(archive), package.styles_of(archive))
    return CompiledTemplate(file_name, digest, sandbox, members, used, skeleton, highest, *looks, own, archive.book)


def _highest_drawing(sources: dict[str, str], parts: dict[str, FilledPart], used: ids.UsedIds) -> int:
    drawn = (*sources.values(), *(part.logo for part in parts.values()))
    return max(ids.highest_drawing(drawn), used.highest.get("docPr", 0))


def examine_template(file: Path, kind: DocumentKind) -> TemplateExamination:
    """All that can be said of a template without filling it; the same as ``compile_template`` tells."""
    log = FindingLog()
    places: list[TemplatePlace] = []
    opened = open_template(file, log, places)
    if opened is None:
        place = places[0] if places else TemplatePlace("berkas")
        return TemplateExamination(tuple(TemplateFinding(fault, place) for fault in log), ())
    return _examine(file.name, opened[1], kind, language.Sandbox())


def _examine(
    file_name: str, archive: package.TemplateParts, kind: DocumentKind, sandbox: language.Sandbox
) -> TemplateExamination:
    from pokin_docs.templating.check import examine, linked  # not where every template has passed before

    found = examine.examine(file_name, archive.contents, archive.parts, archive.main_part, kind, _rules(sandbox))
    book = archive.book
    told = at_cells(found.temuan, book) if book is not None else (*found.temuan, *unfillable(file_name, archive))
    return TemplateExamination((*told, *linked.told(file_name, archive.linked)), found.coverage)


def _rules(sandbox: language.Sandbox) -> TemplateLanguage:
    """The language as the check needs to know it: what really exists in the sandbox."""
    tests = frozenset(sandbox.tests)
    free = (_LOGO, *sandbox.globals)
    return TemplateLanguage(sandbox.read, sandbox.fault_of, sandbox.filters, tests, language.TEXT_METHODS, free)


def fill(
    compiled: CompiledTemplate, content: object, path: str, log: FindingLog, made: dict[str, bytes] | None = None
) -> bytes:
    """The bytes of a document; only good for anything when ``log`` got no finding.

    Args:
        compiled: The compiled template.
        content: The content, of the type the template was compiled for.
        path: Path of the document in the build folder, for findings.
        log: Takes what goes wrong.
        made: Empty; takes the filled parts by name, for those who would unpack the document.
    """
    values = context.of_document(content)
    parts = [member for member in compiled.member if isinstance(member, FilledPart)]
    texts: dict[str, str] = {}
    done = {} if made is None else made
    broken = partial(log.note, "T06", CellRef(compiled.name), templat=compiled.name, dokumen=path)
    for part in parts:
        try:
            texts[part.name] = open_places.without_numbers(
                compiled.sandbox.fill(part.templat, {**values, _LOGO: part.logo})
            )
        except language.FillFailed as fault:
            sentence = patch.sentence(part.source, fault.line)
            log.add([_as_temuan(fault, compiled.name, part.label, sentence)])
    if len(texts) < len(parts):
        return b""
    patterns = {part.name: part.number for part in parts if part.number}
    notes = tuple(part.name for part in parts if part.label in _NOTES)
    texts, twice = ids.distinct_in_document(compiled.number, patterns, texts, notes)
    beside: dict[str, ZipMember] = {}
    if any(map(pictures.wanted, texts.values())):
        try:
            taken = frozenset(member.name.casefold() for member in compiled.member)
            texts, beside = added_pictures.shown(compiled.skeleton, taken, compiled.pictures, content, texts)
        except pictures.BrokenPicture as fault:
            label = next(part.label for part in parts if pictures.wanted(texts[part.name]))
            broken(bagian=label, sebab=fault.reason)
            return b""
    return _packed(compiled, content, texts, twice[0] if twice else "", done, beside, broken)


def _packed(
    compiled: CompiledTemplate,
    content: object,
    texts: Mapping[str, str],
    twice: str,
    done: dict[str, bytes],
    beside: dict[str, ZipMember],
    broken: Callable[..., None],
) -> bytes:
    """The bytes of a document from the texts of its filled parts; none where ``broken`` is told that one is no XML."""
    main, body = compiled.skeleton.main_part, finish.FinishedPart(b"", None)
    parts = [member for member in compiled.member if isinstance(member, FilledPart)]
    for part in parts:
        try:
            if twice:
                raise finish.BrokenXml(f"nomor «{twice}» dipakai dua kali")
            if part.name == main:  # proved by who reads it next
                body = finish.finish_for_reader(texts[part.name], part.traits)
                done[part.name] = body.data
            else:
                done[part.name] = finish.finish(texts[part.name], part.traits)
        except finish.BrokenXml as fault:
            broken(bagian=part.label, sebab=str(fault))
    if len(done) < len(parts):
        return b""
    try:
        if compiled.book is not None:
            done.pop(main, None)
            said = {compiled.about.part: compiled.about.data(content)} if compiled.about else {}
            return written(compiled.book, body, said)
        return _assembled(compiled, content, body, done, beside)
    except finish.BrokenXml as fault:
        broken(bagian=next(part.label for part in parts if part.name == main), sebab=str(fault))
        return b""


def _assembled(
    compiled: CompiledTemplate,
    content: object,
    body: finish.FinishedPart,
    done: dict[str, bytes],
    beside: dict[str, ZipMember],
) -> bytes:
    """The bytes of a Word document from its filled parts; its body, where it was filled, is finished on the way."""
    if body.data:
        whole, beside = rich_text.put(body.data, content, compiled.rich, beside)
        root = body.root if whole is body.data else None
        done[compiled.skeleton.main_part], settings = last_step.last_step(
            whole, compiled.lists, content, compiled.looks, root
        )
        beside |= settings
    done |= {name: line_ends.unbroken(data) for name, data in done.items()}
    there = {
        part.name: package.squash(part.name, done[part.name], 1) if isinstance(part, FilledPart) else part
        for part in compiled.member
    }
    if compiled.about is not None:
        there[compiled.about.part] = compiled.about.member(content)
    return assemble((there | beside).values())


def _as_temuan(fault: language.FillFailed, file_name: str, label: str, sentence: str) -> Temuan:
    where = {"templat": file_name, "bagian": label, "kalimat": sentence}
    said = {"T04": {"nama": fault.message, "usul": ""}, "T05": {"nama": fault.message}}
    code = fault.kode if fault.kode in said else "T03"
    return temuan(code, CellRef(file_name), **where, **said.get(code, {"pesan": fault.message, "usul": ""}))
