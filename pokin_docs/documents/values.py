"""What render takes: the field names are the placeholders of the templates.

Every value is a text as it is printed, a yes or no, or a tuple of such records: nothing that a template could
call. A missing value is a ``Tanda``: the visible mark printed in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import Annotated, get_args, get_type_hints

from pokin_docs.documents.meanings import says
from pokin_docs.model.findings import Temuan
from pokin_docs.model.printing import capitals, last_two_together
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef


@dataclass(frozen=True, slots=True)
class Tanda:
    """The mark printed where a value is missing: ``[target 2026 belum diisi: Tahap 5!N12]``.

    ``what`` and ``place`` say the same to the rules: the value in Indonesian, and the cell, row or sheet to fill (empty
    where the workbook lacks the sheet). ``unread`` tells that something stands there which could not be read,
    ``column`` names the column of the cell. ``told`` is the finding that tells of it where no rule of the workbook
    does.
    """

    text: str
    what: str = field(default="", compare=False, repr=False)
    place: CellRef = field(default=CellRef(""), compare=False, repr=False)
    unread: bool = field(default=False, compare=False, repr=False)
    column: str = field(default="", compare=False, repr=False)
    told: Temuan | None = field(default=None, compare=False, repr=False)

    @property
    def lacks_column(self) -> bool:
        """Whether the sheet has no column for the value at all."""
        return self.place.baris is not None and self.place.kolom is None


Text = str | Tanda

ChangedBudget = Annotated[
    bool, says("ya bila APBD di Identitas berisi perubahan, sehingga judulnya menyebut Perubahan", False)
]
"""Whether a paper is one of a changed budget."""

ABOVE = "\u200b"
"""In a cell of a table: the one above goes on. A workbook merges the two; elsewhere nothing is seen."""


def missing(what: str, source: CellRef | str, *, unread: bool = False, column: str = "") -> Tanda:
    """The mark for a value that is not there, naming the place to fill; of a column that a sheet lacks, the column.

    Args:
        what: The value in Indonesian.
        source: Its cell, its row where the sheet has no such column, or the sheet; in words where there is no sheet.
        unread: Something stands in the cell that could not be read.
        column: Title of its column, where that is not ``what``.
    """
    if isinstance(source, str):
        return Tanda(f"[{what} belum diisi: {source}]" if source else f"[{what} belum diisi]", what, CellRef(source))
    lacks_column, column = source.baris is not None and source.kolom is None, column or what
    tempat = f"{source.lembar}, kolom {column[:1].upper()}{column[1:]} tidak ada" if lacks_column else str(source)
    state = "tidak terbaca" if unread else "belum diisi"
    return Tanda(f"[{what} {state}: {tempat}]" if tempat else f"[{what} {state}]", what, source, unread, column)


def filled(isian: Isian, what: str) -> Text:
    """The text of a cell exactly as it stands, or the mark that names the cell when it is blank or not readable."""
    return isian.text if isian else missing(what, isian.source, unread=isian.unread)


class PrintedPicture:
    """A picture that a placeholder prints; to a template it is a value like a text, nothing of it can be asked for.

    ``digest`` is the sha256 of all it is drawn from and stands for its bytes, which are made when somebody asks for
    them: a document that is not filled again needs none. ``width`` and ``height`` in mm are its size on paper where
    there is room, ``crop`` the parts of its left, top, right and bottom side that are not shown, ``alt`` a sentence
    for those who cannot see it.
    """

    __slots__ = ("_make", "alt", "crop", "digest", "height", "width")

    def __init__(
        self, digest: str, width: float, height: float, alt: str, make: Callable[[], bytes],
        crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
    ) -> None:  # fmt: skip
        self.digest, self.width, self.height, self.alt, self.crop, self._make = digest, width, height, alt, crop, make

    def png(self) -> bytes:
        """The picture as a PNG; whoever made the picture draws it once and keeps it."""
        return self._make()

    def __eq__(self, other: object) -> bool:
        """Whether it is drawn from the same, to be shown the same."""
        return isinstance(other, PrintedPicture) and repr(self) == repr(other)

    def __hash__(self) -> int:
        """As equality wants it."""
        return hash(repr(self))

    def __repr__(self) -> str:
        """All but the bytes: what a document follows from is told by its ``repr``."""
        return f"GambarCetak({self.digest!r}, {self.width}, {self.height}, {self.alt!r}, {self.crop})"

    def __str__(self) -> str:
        """The picture in a word or two, where only text can be shown."""
        return f"[gambar: {self.alt}]"

    def __reduce__(self) -> tuple[object, ...]:
        """Another process gets the bytes: what makes them may not travel, and would make them again there."""
        made = partial(bytes, self.png())
        return PrintedPicture, (self.digest, self.width, self.height, self.alt, made, self.crop)


@dataclass(frozen=True, slots=True)
class PerangkatDaerah:
    """The agency, for kop and headings. Optional lines of the kop are empty texts."""

    nama: Annotated[Text, says("nama perangkat daerah", "Dinas Contoh")]
    singkatan: Annotated[str, says("nama pendeknya", "Discontoh")]
    pemda: Annotated[Text, says("nama pemerintah daerah", "Pemerintah Kabupaten Contoh")]
    alamat: Annotated[Text, says("alamat kantor", "Jalan Contoh Nomor 1, Kota Contoh")]
    kode_pos: Annotated[str, says("kode pos", "70000")]
    telepon: Annotated[str, says("nomor telepon", "(0500) 123456")]
    laman: Annotated[str, says("laman (website)", "contoh.go.id")]
    pos_el: Annotated[str, says("pos-el (email)", "dinas@contoh.go.id")]
    sebutan_kepala_daerah: Annotated[str, says("Bupati, Wali Kota, atau Gubernur", "Bupati")]
    induk: Annotated[
        str, says("perangkat daerah induk; diisi hanya oleh UPTD, kelurahan, dan unit lain di bawahnya", "Dinas Induk")
    ] = ""
    nama_kop: Annotated[
        Text, says("nama dengan huruf besar untuk kop; kata terakhirnya tidak berdiri sendiri", "DINAS CONTOH")
    ] = ""
    pemda_kop: Annotated[Text, says("nama pemerintah daerah dengan huruf besar", "PEMERINTAH KABUPATEN CONTOH")] = ""
    induk_kop: Annotated[str, says("perangkat daerah induk dengan huruf besar", "DINAS INDUK")] = ""

    def __post_init__(self) -> None:
        for name in ("nama", "pemda", "induk"):
            said = getattr(self, name)
            printed = said if isinstance(said, Tanda) else last_two_together(capitals(said))
            object.__setattr__(self, f"{name}_kop", getattr(self, f"{name}_kop") or printed)


@dataclass(frozen=True, slots=True)
class Pihak:
    """A party of a PK. ``nama_cetak`` has the bare name in capitals and the degrees as written.

    ``pangkat``, ``golongan`` and ``nip`` are empty for the head of the region (domain.md 1.6). No line ends inside one
    of the degrees of a name.
    """

    nama: Annotated[
        Text, says("nama lengkap dengan gelar", "Dr. Contoh Pertama, S.Kom., M.Si.", "Ir. Contoh Kedua, M.M.")
    ]
    nama_cetak: Annotated[
        Text,
        says(
            "nama dengan huruf besar, gelar apa adanya; untuk tanda tangan",
            "Dr. CONTOH PERTAMA, S.Kom., M.Si.",
            "Ir. CONTOH KEDUA, M.M.",
        ),
    ]
    jabatan: Annotated[
        Text, says("jabatan, dengan Plt. bila ada", "Kepala Dinas Contoh", "Sekretaris Daerah Kabupaten Contoh")
    ]
    pangkat: Annotated[str, says("pangkat; kosong bagi kepala daerah", "Pembina Utama Muda", "Pembina Utama Madya")]
    golongan: Annotated[str, says("golongan ruang; kosong bagi kepala daerah", "IV/c", "IV/d")]
    nip: Annotated[Text, says("NIP; kosong bagi kepala daerah", "197001011995011001", "196502021990022002")]
    pppk: Annotated[bool, says("ya bagi PPPK: bernomor NI PPPK, dengan golongan dan tanpa pangkat", False, True)] = (
        False
    )


def marks_in(value: object) -> tuple[Tanda, ...]:
    """Every mark inside a document's content, in field order."""
    found: list[Tanda] = []
    _collect_marks(value, found)
    return tuple(found)


def _collect_marks(value: object, found: list[Tanda]) -> None:
    items: tuple[object, ...] = ()
    if isinstance(value, Tanda):
        found.append(value)
    elif isinstance(value, tuple):
        if len(value) >= _LONG:
            found += _marks_in_long(value)
        else:
            items = value
    elif (values_of := field_values(value.__class__)) is not None:  # type: ignore[arg-type]  # a class can be hashed
        items = values_of(value)
    for item in items:
        if type(item) is not str:  # as nearly all are
            _collect_marks(item, found)


_LONG, _MOST = 100, 32
_long_lists: dict[int, tuple[object, tuple[Tanda, ...]]] = {}
"""Marks of the long lists that were looked through last: the chapters of a document say the same ones."""


def _marks_in_long(value: tuple[object, ...]) -> tuple[Tanda, ...]:
    if id(value) not in _long_lists:
        if len(_long_lists) >= _MOST:
            _long_lists.clear()
        _long_lists[id(value)] = value, tuple(mark for item in value for mark in marks_in(item))
    return _long_lists[id(value)][1]


@cache
def field_values(record: Hashable) -> Callable[[object], tuple[object, ...]] | None:
    """What gives the values of a record's fields, in order; None for what is no record."""
    names = [field.name for field in fields(record)] if isinstance(record, type) and is_dataclass(record) else []
    read = attrgetter(*names) if names else None
    return (lambda value: (read(value),)) if read is not None and len(names) == 1 else read


def pictures_in(value: object) -> Iterator[PrintedPicture]:
    """Every picture inside a document's content, in field order."""
    if isinstance(value, PrintedPicture):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from pictures_in(item)
    elif is_dataclass(value) and _may_hold_pictures(value.__class__):
        for field in fields(value):
            yield from pictures_in(getattr(value, field.name))


@lru_cache(maxsize=256)
def _may_hold_pictures(hint: Hashable) -> bool:
    """Whether what a field says of itself leaves room for a picture; most documents are not even looked through."""
    if isinstance(hint, type) and is_dataclass(hint):
        try:
            return any(map(_may_hold_pictures, get_type_hints(hint).values()))
        except NameError:
            return True  # it says it in names that are known only where it was written
    return hint is PrintedPicture or any(map(_may_hold_pictures, get_args(hint)))


def quarter_names(year: Text) -> tuple[str, ...]:
    """What the quarters of a year are called where documents are compared."""
    return tuple(f"TW {number} {year}" for number in ("I", "II", "III", "IV"))
