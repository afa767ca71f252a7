"""A Word template compiled once and filled many times: every fault found before, every text exact after."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Template, meta
from lxml import etree

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan, Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.render.word import check_placeholders, check_tags, context, finish, package, patch
from pokin_docs.render.word import logo as picture
from pokin_docs.render.word import template as language

__all__ = ["Logo", "Templat", "compile_template", "fill", "read_logo"]

Logo = picture.Logo
_LOGO = "logo"


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A part that is filled for each document."""

    nama: str
    label: str
    sumber: str
    templat: Template
    logo: str
    tabel: bool


@dataclass(frozen=True, slots=True)
class Templat:
    """A template ready to be filled: its members in file order, those without tags deflated already."""

    nama: str
    sha256: str
    pasir: language.Pasir
    anggota: tuple[package.Anggota | _Bagian, ...]


def read_logo(logo: Path | None, catatan: Catatan) -> picture.Logo | None:
    """The logo to embed; None when there is none or it cannot be used, which is told but stops nothing."""
    try:
        return picture.read(logo) if logo is not None else None
    except picture.LogoDitolak as fault:
        catatan.catat("T07", CellRef("Identitas"), logo=logo.name if logo else "", sebab=fault.sebab)
        return None


def compile_template(berkas: Path, isi: type, logo: picture.Logo | None, catatan: Catatan) -> Templat | None:
    """The template ready for documents with this content; None, and what is wrong, when it is not usable.

    Args:
        berkas: The template file.
        isi: Type of the documents' content; its fields are the placeholders.
        logo: Picture for the placeholder ``logo``.
        catatan: Takes every fault that can be found without filling.
    """
    nama, sandbox = berkas.name, language.Pasir()
    try:
        data = berkas.read_bytes()
        paket = package.read(data)
    except package.PaketDitolak as fault:
        catatan.catat("T02", CellRef(nama), templat=nama, sebab=fault.sebab)
        return None
    except OSError as fault:
        catatan.catat("T02", CellRef(nama), templat=nama, sebab=f"tidak dapat dibaca ({fault.strerror})")
        return None
    parts: dict[str, _Bagian] = {}
    for name, label in paket.bagian.items():
        faults = _check_part(nama, label, paket.isi[name], isi, sandbox)
        catatan.tambah(faults)
        source = "" if faults else patch.to_jinja(paket.isi[name])
        if not patch.has_tags(source):
            continue
        try:
            translated = sandbox.translate(source, f"{nama}/{name}")
        except language.GagalIsi as fault:
            catatan.tambah([_as_temuan(fault, nama, label, patch.sentence(source, fault.baris))])
            continue
        markup = ""
        if logo is not None and _LOGO in meta.find_undeclared_variables(sandbox.parse(source)):
            paket, rid = package.add_picture(paket, name, logo.nama, logo.data, logo.jenis)
            markup = picture.as_markup(logo, rid)
        tabel = name == paket.utama and patch.changes_columns(source)
        parts[name] = _Bagian(name, label, source, translated, markup, tabel)
    catatan.tambah(_unfillable(nama, paket))
    members = tuple(parts.get(name) or package.squash(name, part, 9) for name, part in paket.isi.items())
    return Templat(nama, hashlib.sha256(data).hexdigest(), sandbox, members)


def _unfillable(nama: str, paket: package.Paket) -> list[Temuan]:
    """Tags where nothing fills them (charts, diagrams): they would reach the document as they are."""
    found = []
    for name, data in paket.isi.items():
        drawn = name.startswith(("word/charts/", "word/diagrams/", "word/drawings/")) and name.endswith(".xml")
        if drawn and (b"{{" in data or b"{%" in data):
            where = {"templat": nama, "bagian": "gambar atau diagram"}
            found += [
                temuan("T03", CellRef(nama), **where, kalimat=text, pesan="tag di dalam diagram tidak dapat diisi")
                for text in patch.texts_with_tags(data)
            ]
    return found


def _check_part(nama: str, label: str, data: bytes, isi: type, sandbox: language.Pasir) -> list[Temuan]:
    """All faults of a part that can be seen without filling it."""
    script = check_tags.read(etree.fromstring(data), sandbox.fault_of)
    where = {"templat": nama, "bagian": label}
    found = [temuan("T03", CellRef(nama), **where, pesan=pesan, kalimat=kalimat) for pesan, kalimat in script.faults]
    # Names are looked up in all tags that can be read; one tag that cannot must not hide the others.
    if not script.balanced or sandbox.fault_of(script.jinja):
        return found
    for fault in check_placeholders.check(
        sandbox.parse(script.jinja), isi,
        penyaring=language.PENYARING, metode=language.METODE_TEKS, bebas=(_LOGO, *sandbox.globals),
    ):  # fmt: skip
        where["kalimat"] = script.kalimat[fault.baris - 1]
        if fault.kode == "T03":
            found.append(temuan("T03", CellRef(nama), **where, pesan=fault.pesan))
        elif fault.kode == "T04":
            found.append(temuan("T04", CellRef(nama), **where, nama=fault.nama, usul=proposal(fault.usul)))
        else:
            found.append(temuan("T05", CellRef(nama), **where, nama=fault.nama))
    return found


def fill(form: Templat, isi: object, jalur: str, catatan: Catatan) -> bytes:
    """The bytes of a document; only good for anything when catatan got no finding.

    Args:
        form: The compiled template.
        isi: The content, of the type the template was compiled for.
        jalur: Path of the document, for findings.
        catatan: Takes what goes wrong.
    """
    content = context.plain(isi)
    assert isinstance(content, dict)
    members: list[package.Anggota] = []
    for member in form.anggota:
        if isinstance(member, package.Anggota):
            members.append(member)
            continue
        try:
            text = form.pasir.fill(member.templat, {**content, _LOGO: member.logo})
            data = finish.finish(text, badan=member.label != "properti dokumen", tabel=member.tabel)
        except language.GagalIsi as fault:
            kalimat = patch.sentence(member.sumber, fault.baris)
            catatan.tambah([_as_temuan(fault, form.nama, member.label, kalimat)])
        except finish.XmlRusak as fault:
            catatan.catat("T06", CellRef(form.nama), templat=form.nama, bagian=member.label, dokumen=jalur,
                          sebab=str(fault))  # fmt: skip
        else:
            members.append(package.squash(member.nama, data, 1))
    return package.assemble(members)


def _as_temuan(fault: language.GagalIsi, nama: str, label: str, kalimat: str) -> Temuan:
    where = {"templat": nama, "bagian": label, "kalimat": kalimat}
    if fault.kode == "T04":
        return temuan("T04", CellRef(nama), **where, nama=fault.pesan, usul="")
    if fault.kode == "T05":
        return temuan("T05", CellRef(nama), **where, nama=fault.pesan)
    return temuan("T03", CellRef(nama), **where, pesan=fault.pesan)
