"""The same fact in two places of the workbook: where they differ, both are said, and which one is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.level_labels import component_name
from pokin_docs.model.person_names import name_key, without_acting
from pokin_docs.model.posts import KEPALA_DAERAH
from pokin_docs.model.programs import leading_code, split_codes
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow
from pokin_docs.model.texts import fold, fold_sentence

_WORD = re.compile(r"[^\W\d_]{3}")
"""What a name has at least: a cell that repeats its code, or holds what is none, names nothing."""
_LEVEL_WORDS = ("program ", "kegiatan ", "sub kegiatan ", "subkegiatan ")


def head_of_region(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B62: who leads the region, in Identitas and in Pejabat."""
    heads = [row for row in buku.pejabat if _leads_a_region(row.jabatan.text)]
    if len(heads) != 1:
        return
    pairs = (("nama_kepala_daerah", "Nama kepala daerah", heads[0].nama, name_key),
             ("sebutan_kepala_daerah", "Jabatan kepala daerah", heads[0].jabatan, _post_key))  # fmt: skip
    for kunci, what, there, key in pairs:
        here = buku.identitas.get(kunci)
        if here and there and not _agree(key(here.text), key(there.text)):
            yield _differ(here, what, there, printed=there)


def codes_of_a_row(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B62: the code in front of Komponen or Kinerja, and the one in Kode."""
    for row in buku.tahap5:
        own = split_codes(row.kode.text)
        if not row.kode or not any(character.isdigit() for character in own[0]):
            continue
        for isian in (row.komponen, row.kinerja):
            kode = leading_code(isian.text)
            if kode and split_codes(kode) and split_codes(kode)[0] not in own:
                yield _differ(isian, "Kode", row.kode, printed=row.kode)


def names_of_codes(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B64: the name behind a code, and the one that the sheet Program has for it."""
    places = [(isian, row.kode) for row in buku.tahap5 for isian in _named(row)]
    places += [(row.kode, row.kode) for row in buku.program]
    for isian, kode in places:
        codes, name = split_codes(leading_code(isian.text) or kode.text), component_name(isian.text)
        entry = plan.program.find(codes[0]) if len(codes) == 1 and _WORD.search(name) else None
        if entry is None or not entry.nama or _name_key(name) == _name_key(entry.nama.text):
            continue
        yield temuan("B64", isian.source, kode=codes[0], teks=name, lain=entry.nama.source, nama=entry.nama.clean)


def _named(row: KinerjaRow) -> Iterator[Isian]:
    for isian in (row.kode, row.komponen, row.kinerja):
        if leading_code(isian.text) is not None:
            yield isian


def percent_signs(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B62: a percent sign behind a target, and a Satuan that is none; the first target of a row."""
    for row in buku.tahap5:
        percent = not row.satuan or "%" in row.satuan.text or "persen" in row.satuan.text.casefold()
        found = next((isian for isian in row.target.values() if isian.clean.endswith("%") and not percent), None)
        if found is not None:
            yield _differ(found, "Satuan", row.satuan, printed=row.satuan)


def _differ(here: Isian, what: str, there: Isian, *, printed: Isian) -> Temuan:
    return temuan(
        "B62", here.source, apa=what, teks=here.clean, lain=there.source, isi=there.clean, dipakai=printed.source
    )


def _agree(one: str, other: str) -> bool:
    """Whether one says the same as the other, or only less of it."""
    return not one or not other or set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _leads_a_region(jabatan: str) -> bool:
    return fold(without_acting(jabatan)).startswith(KEPALA_DAERAH)


def _post_key(text: str) -> str:
    return fold(without_acting(text)).replace("walikota", "wali kota")


def _name_key(text: str) -> str:
    key = fold_sentence(text)
    return next((key.removeprefix(word) for word in _LEVEL_WORDS if key.startswith(word)), key)


RULES = (head_of_region, codes_of_a_row, names_of_codes, percent_signs)
