"""A Word template compiled once and filled many times: every fault found before, every text exact after."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jinja2 import Template

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.values import GambarCetak, pictures_in
from pokin_docs.files.word_texts import own_comments, without_comments
from pokin_docs.files.xml_part import readable
from pokin_docs.files.zip_bytes import Anggota, assemble
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Catatan, Temuan, Tingkat, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.templating.aids import xray
from pokin_docs.templating.faults import Bahasa, Letak, PemeriksaanTemplat, TemuanTemplat
from pokin_docs.templating.fill import context, finish, ids, language, limits, origin, package, patch, pictures
from pokin_docs.templating.fill import logo as picture

__all__ = ["Logo", "Templat", "compile_template", "examine_template", "fill", "is_bounded", "is_tame", "read_logo"]

Logo = picture.Logo
_LOGO = "logo"


_DECLARED = re.compile(r"^\ufeff?<\?xml[^>]*\?>\s*")
_CATATAN = frozenset(("catatan kaki", "catatan akhir", "komentar"))


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A part that is filled for each document; ``nomor`` finds its ids, ``beban`` is what it can cost."""

    nama: str
    label: str
    sumber: str
    templat: Template
    logo: str
    sifat: finish.Sifat
    nomor: re.Pattern[str] | None
    beban: tuple[limits.Putaran, ...] | None


@dataclass(frozen=True, slots=True)
class Templat:
    """A template ready to be filled: its members in file order, those without tags deflated already.

    ``rangka`` are the members that pictures of a document change, ``gambar`` is the greatest id of a drawing.
    """

    nama: str
    sha256: str
    pasir: language.Pasir
    anggota: tuple[Anggota | _Bagian, ...]
    nomor: ids.Nomor
    rangka: package.Paket
    gambar: int


def read_logo(logo: Path | None, catatan: Catatan) -> picture.Logo | None:
    """The logo to embed; None when there is none or it cannot be used, which is told but stops nothing."""
    try:
        return picture.read(logo) if logo is not None else None
    except picture.LogoDitolak as fault:
        catatan.catat("T07", CellRef("Identitas"), logo=logo.name if logo else "", sebab=fault.sebab)
        return None


def is_tame(berkas: Path) -> bool:
    """Whether the template may be compiled in this process: the time that takes follows from its size."""
    try:
        return limits.is_tame(berkas.read_bytes())
    except OSError:
        return True  # told when it is compiled


def is_bounded(form: Templat, isi: object) -> bool:
    """Whether a document may be filled in this process: no loop of the template can make it long or large."""
    spread = [part.beban for part in form.anggota if isinstance(part, _Bagian)]
    if any(part is None for part in spread):
        return False
    size = limits.size_of(context.of_document(isi))
    return sum(limits.cost(part, size) for part in spread if part is not None) <= limits.MAKS_BEBAN


def compile_template(
    berkas: Path, jenis: DocumentKind, logo: picture.Logo | None, catatan: Catatan, *, teruji: bool = False,
    sinar: bool | None = None,
) -> Templat | None:  # fmt: skip
    """The template ready for documents with this content; None, and what is wrong, when it is not usable.

    Args:
        berkas: The template file.
        jenis: The kind of document; the fields of its content are the placeholders.
        logo: Picture for the placeholder ``logo``.
        catatan: Takes every fault that can be found without filling.
        teruji: This program has checked these very bytes before and found nothing: they are only compiled.
        sinar: Every placeholder prints its name too; with True optional parts are printed whatever their condition.
    """
    nama, sandbox = berkas.name, language.Pasir()
    opened = _open(berkas, catatan)
    if opened is None:
        return None
    data, paket = opened
    faults = () if teruji else _examine(nama, paket, jenis, sandbox).temuan
    catatan.tambah(fault.temuan for fault in faults)
    wrong = {fault.letak.berkas for fault in faults if severity(fault.temuan) is Tingkat.GALAT}
    paket = _marked(paket)
    sources = {
        name: patch.to_jinja(paket.isi[name], komentar=label == "komentar")
        for name, label in paket.bagian.items()
        if name not in wrong
    }
    if sinar is not None:
        sources = {name: xray.annotate(source, semua=sinar) for name, source in sources.items()}
    repeats = any(ids.refers(source) for source in sources.values())
    numbered = ids.can_repeat(sources.values())
    parts: dict[str, _Bagian] = {}
    for name, source in sources.items():
        label = paket.bagian[name]
        if not (patch.has_tags(source) or (repeats and label in _CATATAN)):
            continue
        try:
            translated, names, tree = sandbox.translate(source, f"{nama}/{name}")
        except language.GagalIsi as fault:
            catatan.tambah([_as_temuan(fault, nama, label, patch.sentence(source, fault.baris))])
            continue
        markup = ""
        if logo is not None and _LOGO in names:
            paket, rid = package.add_picture(paket, name, logo.nama, logo.data, logo.jenis)
            markup = picture.as_markup(logo, rid)
        sifat = finish.Sifat(
            badan=label != "properti dokumen",
            tabel=name == paket.utama and patch.changes_columns(source),
            rapuh=finish.can_empty(source),
            ruang=not patch.is_declared_at_the_root(source),
        )
        pattern = ids.pattern(source, markup) if numbered else None
        parts[name] = _Bagian(name, label, source, translated, markup, sifat, pattern, limits.measure(tree))
    others = {name: source for name, source in sources.items() if name not in parts and numbered}
    filled = [text for part in parts.values() if numbered for text in (part.sumber, part.logo)]
    texts, used = ids.distinct(others, filled)
    paket = package.changed(paket, {name: text for name, text in texts.items() if text != others[name]})
    members = tuple(parts.get(name) or package.member(paket, name) for name in paket.isi)
    rangka, highest = package.links(paket, parts), _highest_drawing(sources, parts, used)
    return Templat(nama, hashlib.sha256(data).hexdigest(), sandbox, members, used, rangka, highest)


def _highest_drawing(sources: dict[str, str], parts: dict[str, _Bagian], used: ids.Nomor) -> int:
    drawn = (*sources.values(), *(part.logo for part in parts.values()))
    return max(ids.highest_drawing(drawn), used.tertinggi.get("docPr", 0))


def examine_template(berkas: Path, jenis: DocumentKind) -> PemeriksaanTemplat:
    """All that can be said of a template without filling it; the same as ``compile_template`` tells."""
    catatan = Catatan()
    opened = _open(berkas, catatan)
    if opened is None:
        nowhere = Letak("berkas")
        return PemeriksaanTemplat(tuple(TemuanTemplat(fault, nowhere) for fault in catatan), ())
    return _examine(berkas.name, opened[1], jenis, language.Pasir())


def _open(berkas: Path, catatan: Catatan) -> tuple[bytes, package.Paket] | None:
    nama = berkas.name
    try:
        data = berkas.read_bytes()
        paket = package.read(data)
        if not origin.is_made(paket.isi):
            return data, _without_correction(paket)
        catatan.catat("T09", CellRef(nama), templat=nama)
    except package.PaketDitolak as fault:
        catatan.catat("T02", CellRef(nama), templat=nama, sebab=fault.sebab)
    except OSError as fault:
        catatan.catat("T02", CellRef(nama), templat=nama, sebab=f"tidak dapat dibaca ({fault.strerror})")
    return None


def _marked(paket: package.Paket) -> package.Paket:
    """The package with the mark of a made document; what the mark does not touch stays as it is deflated."""
    parts = origin.mark(paket.isi)
    same = {name: member for name, member in paket.padat.items() if parts[name] is paket.isi[name]}
    return replace(paket, isi=parts, padat=same)


def _without_correction(paket: package.Paket) -> package.Paket:
    """The template without the comments of a correction copy, which a clerk may go on working with."""
    name = next((name for name, label in paket.bagian.items() if label == "komentar"), None)
    own = own_comments(readable(paket.isi[name])) if name else frozenset()
    if name is None or not own:
        return paket
    texts = {part: without_comments(readable(paket.isi[part]), own).decode() for part in (name, paket.utama)}
    return package.changed(paket, {part: _DECLARED.sub("", text) for part, text in texts.items()})


def _examine(nama: str, paket: package.Paket, jenis: DocumentKind, sandbox: language.Pasir) -> PemeriksaanTemplat:
    from pokin_docs.templating.check import examine  # not where every template has passed before

    found = examine.examine(nama, paket.isi, paket.bagian, paket.utama, jenis, _rules(sandbox))
    return PemeriksaanTemplat((*found.temuan, *_unfillable(nama, paket)), found.cakupan)


def _rules(sandbox: language.Pasir) -> Bahasa:
    """The language as the check needs to know it: what really exists in the sandbox."""
    tests = frozenset(sandbox.tests)
    free = (_LOGO, *sandbox.globals)
    return Bahasa(sandbox.read, sandbox.fault_of, sandbox.filters, tests, language.METODE_TEKS, free)


def _unfillable(nama: str, paket: package.Paket) -> Iterator[TemuanTemplat]:
    """Tags where nothing fills them (charts, diagrams): they would reach the document as they are."""
    where = "gambar atau diagram"
    for name, data in paket.isi.items():
        drawn = name.startswith(("word/charts/", "word/diagrams/", "word/drawings/")) and name.endswith(".xml")
        if drawn and (b"{{" in data or b"{%" in data):
            for text in patch.texts_with_tags(data):
                fault = temuan("T03", CellRef(nama), templat=nama, bagian=where, kalimat=text, usul="",
                               pesan="tag di dalam diagram tidak dapat diisi")  # fmt: skip
                yield TemuanTemplat(fault, Letak(where, kalimat=text, berkas=name))


def fill(form: Templat, isi: object, jalur: str, catatan: Catatan) -> bytes:
    """The bytes of a document; only good for anything when catatan got no finding.

    Args:
        form: The compiled template.
        isi: The content, of the type the template was compiled for.
        jalur: Path of the document, for findings.
        catatan: Takes what goes wrong.
    """
    content = context.of_document(isi)
    parts = [member for member in form.anggota if isinstance(member, _Bagian)]
    texts: dict[str, str] = {}
    done: dict[str, Anggota] = {}
    for part in parts:
        try:
            texts[part.nama] = form.pasir.fill(part.templat, {**content, _LOGO: part.logo})
        except language.GagalIsi as fault:
            kalimat = patch.sentence(part.sumber, fault.baris)
            catatan.tambah([_as_temuan(fault, form.nama, part.label, kalimat)])
    if len(texts) < len(parts):
        return b""
    texts, twice = _with_distinct_ids(form, parts, texts)
    beside: dict[str, Anggota] = {}
    if any(map(pictures.wanted, texts.values())):
        try:
            texts, beside = _with_pictures(form, isi, texts)
        except pictures.GambarRusak as fault:
            label = next(part.label for part in parts if pictures.wanted(texts[part.nama]))
            catatan.catat("T06", CellRef(form.nama), templat=form.nama, bagian=label, dokumen=jalur, sebab=fault.sebab)
            return b""
    for part in parts:
        try:
            if twice:
                raise finish.XmlRusak(f"nomor «{twice[0]}» dipakai dua kali")
            done[part.nama] = package.squash(part.nama, finish.finish(texts[part.nama], part.sifat), 1)
        except finish.XmlRusak as fault:
            catatan.catat("T06", CellRef(form.nama), templat=form.nama, bagian=part.label, dokumen=jalur,
                          sebab=str(fault))  # fmt: skip
    if len(done) < len(parts):
        return b""
    there = {part.nama: done[part.nama] if isinstance(part, _Bagian) else part for part in form.anggota}
    return assemble((there | beside).values())


def _with_pictures(form: Templat, isi: object, texts: dict[str, str]) -> tuple[dict[str, str], dict[str, Anggota]]:
    """The parts with the pictures of the content in them, and the members of the package that come with these."""
    known = {one.sidik.lower(): one for one in pictures_in(isi)}
    taken = {member.nama.casefold() for member in form.anggota}
    free = (f"word/media/gambar-{number}.png" for number in itertools.count(1))
    names: dict[str, str] = {}
    links: dict[tuple[str, str], str] = {}
    paket = form.rangka
    number = itertools.count(max(form.gambar, ids.highest_drawing(texts.values())) + 1)

    def link(part: str, shown: GambarCetak) -> str:
        nonlocal paket
        if shown.sidik not in names:
            names[shown.sidik] = next(name for name in free if name not in taken)
        if (part, shown.sidik) not in links:
            paket, links[part, shown.sidik] = package.add_picture(
                paket, part, names[shown.sidik], shown.png(), pictures.JENIS
            )
        return links[part, shown.sidik]

    done = {name: pictures.put(text, known, partial(link, name), number) for name, text in texts.items()}
    new = {name: data for name, data in paket.isi.items() if form.rangka.isi.get(name) is not data}
    # What is a picture is deflated already.
    return done, {name: package.squash(name, data, 0 if name in names.values() else 1) for name, data in new.items()}


def _with_distinct_ids(
    form: Templat, parts: list[_Bagian], texts: dict[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The parts with ids that differ in the whole document, and those that do not although they should."""
    numbered = {part.nama: part.nomor for part in parts if part.nomor}
    if not numbered:
        return texts, ()
    state = form.nomor.copy()
    texts = texts | {name: state.renumber(texts[name], pattern) for name, pattern in numbered.items()}
    texts = {name: state.with_links(text) for name, text in texts.items()}
    if state.salinan:
        texts |= {part.nama: state.with_copies(texts[part.nama]) for part in parts if part.label in _CATATAN}
    return texts, ids.repeated((texts[name], pattern) for name, pattern in numbered.items())


def _as_temuan(fault: language.GagalIsi, nama: str, label: str, kalimat: str) -> Temuan:
    where = {"templat": nama, "bagian": label, "kalimat": kalimat}
    if fault.kode == "T04":
        return temuan("T04", CellRef(nama), **where, nama=fault.pesan, usul="")
    if fault.kode == "T05":
        return temuan("T05", CellRef(nama), **where, nama=fault.pesan)
    return temuan("T03", CellRef(nama), **where, pesan=fault.pesan, usul="")
