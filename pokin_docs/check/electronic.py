"""Rules B: for the electronic signature markers that nothing else prints, and a day that is final (domain.md 6.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from pokin_docs.documents.plan import Plan
from pokin_docs.documents.printed import identity
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.signers import filled_values
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.signing_settings import read_signing

_SHOWN = 60


def markers_valid(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B132: the markers that Identitas names are enough, short, and none is part of another."""
    fault = read_signing(buku.identitas).fault
    if fault:
        yield temuan("B132", identity(buku, "tte_penanda").source, sebab=fault)


def markers_in_no_value(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B130: a marker that a paper prints anyway would put the signature there, or make the service refuse."""
    asked = read_signing(buku.identitas)
    if not asked.electronic or asked.fault:
        return
    printed = [
        value
        for document in plan.dokumen
        if isinstance(document.content, SignedContent) and document.content.tte.aktif
        for value in dict.fromkeys(filled_values(document.content))
    ]
    for mark in asked.marks:
        text = next((value for value in printed if mark in value), None)
        if text is not None:
            place = next((cell for cell in _cells(buku) if mark in cell.text), identity(buku, "tte"))
            yield temuan("B130", place.source, penanda=mark, teks=_short(text, mark))


def day_final(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B131: nobody can write a day by hand into a paper that is signed electronically."""
    if read_signing(buku.identitas).electronic and (plan.cycle.tanggal is None or plan.cycle.day_open):
        yield temuan("B131", identity(buku, "tanggal_pk").source)


RULES = (markers_valid, markers_in_no_value, day_final)


def _short(text: str, mark: str) -> str:
    """The text, or where it is long what is around the marker."""
    start = max(0, text.index(mark) - _SHOWN // 2)
    part = text[start : start + _SHOWN]
    return ("…" if start else "") + part + ("…" if start + _SHOWN < len(text) else "")


def _cells(value: object) -> Iterator[Isian]:
    """Every cell that was read, in the order of the sheets; not the lines of Identitas that name the markers."""
    if isinstance(value, Isian):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not (isinstance(key, str) and key.startswith("tte")):
                yield from _cells(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _cells(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("column_titles", "word_lists", "nomenclature"):
                yield from _cells(getattr(value, field.name))
