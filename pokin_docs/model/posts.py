"""Posts, the people who hold them, ranks and the NIP rule.

Sources: domain.md 1.6 (who signs with whom), 1.8 (pangkat), 1.9 (NIP, Perka BKN 22/2007).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pokin_docs.model.levels import JenisPk
from pokin_docs.model.person_names import acting_status, is_degree
from pokin_docs.model.rows import Isian, PejabatRow

PANGKAT = {
    "I/a": "Juru Muda", "I/b": "Juru Muda Tk. I", "I/c": "Juru", "I/d": "Juru Tk. I",
    "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tk. I", "II/c": "Pengatur", "II/d": "Pengatur Tk. I",
    "III/a": "Penata Muda", "III/b": "Penata Muda Tk. I", "III/c": "Penata", "III/d": "Penata Tk. I",
    "IV/a": "Pembina", "IV/b": "Pembina Tk. I", "IV/c": "Pembina Utama Muda", "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}  # fmt: skip
"""Rank of each golongan of a PNS. PPPK have golongan I to XVII and no pangkat line."""

GOLONGAN_PPPK = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip

_GOLONGAN = re.compile(
    r"(?<![\w/.])(?:gol(?:ongan)?\b\.?\s*(?:ruang\b)?\s*[:.]?\s*)?"
    r"(IV|I{1,3}|[1-4])\s*[/.,\-–\\ ]?\s*\(?([a-e])\)?(?![\w])",
    re.IGNORECASE,
)
_ROMAN = ("", "I", "II", "III", "IV")

_CODE_OF_PPPK = re.compile(r"\d{12}2\d{5}")
"""An NI PPPK: a code from 20 to 29 stands in the place of the month of appointment (domain.md 1.9)."""

KEPALA_DAERAH = ("bupati", "wali kota", "walikota", "gubernur")
"""How the title of the head of a region begins; folded."""


@dataclass(frozen=True, slots=True)
class Pejabat:
    """A post and who holds it on the date of the PK.

    ``atasan`` is the ID of the superior's post, None when the workbook does not say. ``jenis_pk`` is None for
    the head of the region, who signs only as second party. ``vacant`` is the cell that says that nobody holds the
    post ("(kosong)"), None where somebody does; all that is of a person is blank then.
    """

    id: str
    jenis_pk: JenisPk | None
    atasan: str | None
    status: str
    baris: PejabatRow
    vacant: Isian | None = None

    @property
    def nama(self) -> Isian:
        """The bare name."""
        return self.baris.nama

    @property
    def jabatan(self) -> Isian:
        """The post's name without Plt."""
        return self.baris.jabatan

    @property
    def bidang(self) -> str:
        """Key of the unit for comparing."""
        return self.baris.bidang.clean.casefold()

    @property
    def full_jabatan(self) -> str:
        """The post as it stands on a paper: ``Plt. Kepala Bidang …`` for an acting official."""
        said = not self.status or bool(acting_status(self.jabatan.text))  # "Plt. Kepala …" is printed as typed
        return self.jabatan.text if said else f"{self.status} {self.jabatan.text}"

    def in_force(self, tanggal: date) -> bool:
        """Whether the holder is in office on that day."""
        first, last = self.baris.berlaku_dari.tanggal, self.baris.berlaku_sampai.tanggal
        return (first is None or first <= tanggal) and (last is None or tanggal <= last)


def read_golongan(text: str) -> tuple[str, int, int]:
    """The golongan of a PNS that a text holds, as regulations write it ("3d" is III/d), and where it stands."""
    found = _GOLONGAN.search(text)
    if found is None:
        return "", 0, 0
    number = found.group(1).upper()
    golongan = f"{_ROMAN[int(number)] if number.isdigit() else number}/{found.group(2).lower()}"
    return (golongan, found.start(), found.end()) if golongan in PANGKAT else ("", 0, 0)


def plain_golongan(text: str) -> str:
    """The golongan as regulations write it, where nothing but it or its own rank stands in the text; else the text."""
    plain = text.strip()
    golongan, start, end = read_golongan(plain)
    if golongan:
        rest = " ".join(re.sub(r"[(),/–-]", " ", plain[:start] + plain[end:]).split()).casefold()
        rank = PANGKAT[golongan].casefold()
        return (
            golongan if rest in ("", rank, rank.replace("tk. i", "tingkat i"), rank.replace("tk. i", "tk.i")) else text
        )
    bare = re.sub(r"^gol(?:ongan)?\b[. :]*", "", plain, flags=re.IGNORECASE).upper()
    return bare if bare in GOLONGAN_PPPK else text


def overlap(first: PejabatRow, second: PejabatRow) -> bool:
    """Whether two rows of Pejabat hold on one day."""
    start = max(first.berlaku_dari.tanggal or date.min, second.berlaku_dari.tanggal or date.min)
    end = min(first.berlaku_sampai.tanggal or date.max, second.berlaku_sampai.tanggal or date.max)
    return start <= end


def is_pppk(golongan: str, nip: str) -> bool:
    """Whether somebody is PPPK, which the golongan tells, or else the number.

    Args:
        golongan: As the workbook has it; may be empty.
        nip: The digits of the number alone; may be empty.
    """
    if golongan in PANGKAT or golongan in GOLONGAN_PPPK:
        return golongan in GOLONGAN_PPPK
    return _CODE_OF_PPPK.fullmatch(nip) is not None


def with_degrees(nama: str, before: str, behind: str) -> str:
    """The name with its degrees as written: ``Dr. Contoh Satu, S.Kom., M.T.``.

    Args:
        nama: The bare name.
        before: Degrees in front of it, with their dots; empty for none.
        behind: Degrees behind it, with the commas between them but not the one after the name; empty for none.
    """
    front = f"{before} {nama}" if before else nama
    return f"{front}, {behind}" if behind else front


_ROOM = 22
"""Characters that always fit a line of a signature: degrees in front are kept with the first word of a name so far."""


def unbroken_name(nama: str, before: str, behind: str) -> str:
    """The same name for paper: no line ends inside a degree, nor behind the degrees in front.

    Args:
        nama: The bare name.
        before: Degrees in front of it; empty for none.
        behind: Degrees behind it; empty for none.
    """
    front, first = "\u00a0".join(before.split()), nama.partition(" ")[0]
    if front and len(front) + len(first) < _ROOM:
        nama, front = f"{front}\u00a0{nama}", ""
    return with_degrees(nama, front, ", ".join(_unbroken_degree(degree) for degree in behind.split(",")))


def _unbroken_degree(text: str) -> str:
    """A degree as it stands between commas; only two that lack the comma between them may be parted."""
    joined = ""
    for word in text.split():
        last = joined.rpartition(" ")[2]
        joined += (" " if is_degree(last.replace("\u00a0", " ")) and is_degree(word) else "\u00a0") * bool(
            joined
        ) + word
    return joined
