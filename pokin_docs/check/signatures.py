"""Rules N: what is printed under a signature: name, post, NIP and rank (domain.md 1.6, 1.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.person_names import says_vacant, split_degrees, without_acting
from pokin_docs.model.posts import GOLONGAN_PPPK, PANGKAT, Pejabat
from pokin_docs.model.printing import plain_nip
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold

# Degrees in a name. Initials stay: "M. Contoh", "Contoh A.R."
_DEGREES = re.compile(r",.+|^(?:Prof|Drs?|Dra|Drg|Ir|Hj?|KH)\.|\s[SMA]\.\s?[A-Z][a-z]+\b\.?", re.IGNORECASE)

_NO_LETTERS = re.compile(r"[^\w\s.,'’‘`´ʼ\-–—/()\"“”&]|_|^\W*&|&\W*$")
"""What no name or degree holds; "&" between two names is told where the cell is read (B21)."""


def names_given(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """N06, N02, N07: who signs has a name, a post and a NIP; the head of the region has none (domain.md 1.6)."""
    for pejabat in plan.every_pejabat:
        row = pejabat.baris
        person = () if pejabat.vacant else (("nama", "Nama", row.nama),)
        for kunci, title, isian in (*person, ("jabatan", "Jabatan", row.jabatan)):
            if isian.is_blank and buku.has("pejabat", kunci):
                yield temuan("N06", isian.source, kolom=title)
        head_of_region = pejabat.jenis_pk is None and pejabat.atasan is None
        if pejabat.vacant:
            continue  # P65, P66: one cause
        if row.nip.is_blank and not head_of_region and buku.has("pejabat", "nip"):
            yield temuan("N02", row.nip.source)
        signs_for_region = head_of_region and pejabat.id in plan.atasan.values()
        if row.nip and not row.jenis_pk and signs_for_region and plan.atasan.get(pejabat.id) is None:
            yield temuan("N07", row.nip.source, nama=row.nama.clean or row.jabatan.clean, nip=row.nip.clean)


def nip_valid(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """N01, N03, N04: NIP and NI PPPK by the rule of domain.md 1.9."""
    holders: dict[str, Pejabat] = {}
    for pejabat in plan.every_pejabat:
        isian = pejabat.baris.nip
        if not isian:
            continue
        nip = plain_nip(isian.clean)
        reason = nip_fault(nip)
        if reason:
            yield temuan("N01", isian.source, nip=isian.clean, sebab=reason)
            continue
        age = int(nip[8:12]) - int(nip[:4])
        if age > 46:
            yield temuan("N03", isian.source, nip=isian.clean, umur=age)
        other = holders.setdefault(nip, pejabat)
        if fold(other.nama.text) != fold(pejabat.nama.text):
            yield temuan("N04", isian.source, nip=isian.clean, nama=other.nama.clean, lain=other.baris.nip.source)


def nip_fault(nip: str) -> str:
    """What is wrong with a NIP, in Indonesian; empty when it is well formed.

    18 digits: birth date, year and month of appointment (a code 20 to 29 in place of the month for PPPK), sex, serial.
    The years are held against each other only: the age today would make old workbooks fail without a change.
    """
    if re.fullmatch(r"\d{9}", nip):
        return "ini NIP lama (9 angka)"
    if not re.fullmatch(r"\d{18}", nip):
        number = sum(character.isdigit() for character in nip)
        return f"harus 18 angka, tertulis {number}" if number == len(nip) else "hanya boleh berisi angka"
    year, month, day = int(nip[:4]), int(nip[4:6]), int(nip[6:8])
    try:
        date(year, month, day)
    except ValueError:
        return f"tanggal lahir {nip[:8]} tidak ada"
    appointed, code = int(nip[8:12]), int(nip[12:14])
    if not 1940 <= year <= 2015:
        return f"tahun lahir {year} tidak wajar"
    if not year + 17 <= appointed <= 2100:
        return f"tahun pengangkatan {appointed} tidak cocok dengan tahun lahir {year}"
    if not (1 <= code <= 12 or 20 <= code <= 29):
        return f"bulan pengangkatan {nip[12:14]} tidak ada"
    if nip[14] not in "12":
        return f"angka ke-15 harus 1 atau 2, tertulis {nip[14]}"
    if nip[15:] == "000":
        return "berakhir 000, kemungkinan dibulatkan Excel"
    return ""


def rank_fits(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """N05, N08: the golongan exists (I/a to IV/e, I to XVII for PPPK), and pangkat agrees with it."""
    for pejabat in plan.every_pejabat:
        row = pejabat.baris
        expected = PANGKAT.get(row.golongan.clean)
        if row.golongan and expected is None and row.golongan.clean not in GOLONGAN_PPPK:
            yield temuan("N08", row.golongan.source, golongan=row.golongan.clean)
        if row.pangkat and expected and _rank_key(row.pangkat.text) != _rank_key(expected):
            yield temuan(
                "N05", row.pangkat.source, pangkat=row.pangkat.clean, golongan=row.golongan.clean, seharusnya=expected
            )


def names_bare(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """N10, N12: a name has no degree: it is printed in capitals, and a degree has its own column.

    A degree that is known as one is printed as such (N10); what only looks like one is not taken apart (N12).
    """
    for row in buku.pejabat:
        before, bare, behind = split_degrees(without_acting(row.nama.text))
        if before or behind:
            yield temuan("N10", row.nama.source, nama=row.nama.clean, gelar=", ".join(filter(None, (before, behind))))
        elif degrees := _DEGREES.search(bare):
            yield temuan("N12", row.nama.source, nama=row.nama.clean, gelar=degrees.group(0).strip(" ,"))


def names_in_letters(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P114: a name is made of letters, and of what stands between names and degrees; any other sign is named."""
    for row in buku.pejabat:
        degrees = (("Gelar Depan", row.gelar_depan), ("Gelar Belakang", row.gelar_belakang))
        for title, isian in (("Nama", row.nama), *degrees):
            signs = dict.fromkeys(sign.strip() for sign in _NO_LETTERS.findall(isian.clean))
            if signs and not says_vacant(isian.text):
                told = ", ".join(f"«{sign}»" for sign in signs)
                yield temuan("P114", isian.source, kolom=title, teks=isian.clean, tanda=told)


def _rank_key(text: str) -> str:
    return fold(text).replace("tingkat", "tk").replace("tk 1", "tk i")
