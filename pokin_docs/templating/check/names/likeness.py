"""How far two names mean the same, with what clerks call things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
# Words that mean the same in the name of a field; the first is the one the fields use.
_SYNONYMS = (
    ("pertama", "kesatu", "satu", "1", "first", "one", "ke1", "bawahan", "penandatangan"),
    ("kedua", "dua", "2", "second", "two", "ke2", "atasan", "pimpinan", "boss"),
    ("pihak", "party", "pejabat", "pegawai", "orang", "person"),
    ("nama", "name", "nm", "nma", "title", "program", "kegiatan", "subkegiatan", "uraian", "judul"),
    ("jabatan", "position", "jab", "jbt", "post", "job"),
    ("pangkat", "rank", "pkt"),
    ("golongan", "gol", "grade"),
    ("tahun", "year", "thn", "th"),
    ("tanggal", "date", "tgl", "hari"),
    ("tempat", "place", "lokasi", "kota", "location"),
    ("nomor", "number", "nmr", "num", "nomer"),
    ("index", "no", "nomor", "urut", "urutan"),
    ("no", "nomor", "urut", "num", "number", "index"),
    ("perangkat", "agency"),
    ("daerah", "region"),
    ("pemda", "pemerintah", "kabupaten", "pemkab", "government"),
    ("alamat", "address", "almt"),
    ("telepon", "phone", "telp", "tlp", "telpon", "telephone"),
    ("laman", "website", "web", "situs", "url"),
    ("pos", "email", "surel", "mail", "el"),
    ("kode", "code", "kd"),
    ("daftar", "list", "semua", "tabel", "data"),
    ("sasaran", "goal", "objective", "sasarans", "kinerja"),
    ("indikator", "indicator", "indikators", "iku", "ik"),
    ("target", "targets", "sasarannya"),
    ("satuan", "unit", "units", "uom"),
    ("anggaran", "budget", "pagu", "dana", "rp", "jumlah", "nilai"),
    ("program", "kegiatan", "subkegiatan", "uraian"),
    ("uraian", "program", "kegiatan", "subkegiatan", "nama", "deskripsi"),
    ("sumber", "source"),
    ("dana", "fund", "pendanaan", "apbd"),
    ("keterangan", "ket", "note", "notes", "catatan", "remark"),
    ("total", "jumlah", "sum"),
    ("kepala", "head", "kadis", "pimpinan"),
    ("singkatan", "singkat", "abbr", "short"),
    ("tujuan", "purpose", "goal"),
    ("strategi", "strategy"),
    ("kebijakan", "policy"),
    ("isu", "issue"),
    ("permasalahan", "masalah", "problem", "problems"),
    ("cetak", "lengkap", "gelar", "print"),
    ("jenis", "type", "tipe", "kelas"),
    ("awal", "start", "mulai"),
    ("dasar", "baseline"),
    ("outcome", "hasil"),
    ("output", "keluaran"),
    ("lintas", "crosscutting", "crosscut"),
    ("akhir", "end", "selesai"),
    ("kondisi", "condition", "baseline"),
)
# One word that means several.
_PHRASES = {
    "opd": ("perangkat", "daerah"), "skpd": ("perangkat", "daerah"), "pd": ("perangkat", "daerah"),
    "dinas": ("perangkat", "daerah"), "instansi": ("perangkat", "daerah"), "satker": ("perangkat", "daerah"),
    "pihak1": ("pihak", "pertama"), "pihak2": ("pihak", "kedua"), "atasan": ("pihak", "kedua"),
    "bawahan": ("pihak", "pertama"), "kadis": ("kepala",), "email": ("pos", "el"), "surel": ("pos", "el"),
    "website": ("laman",), "bupati": ("kepala", "daerah"), "walikota": ("kepala", "daerah"),
}  # fmt: skip

# Two words that mean one, or two others.
_PAIRS = {
    ("tahun", "anggaran"): ("tahun",), ("tahun", "pk"): ("tahun",), ("tahun", "kinerja"): ("tahun",),
    ("tahun", "perjanjian"): ("tahun",), ("tahun", "berjalan"): ("tahun",), ("nama", "kabupaten"): ("pemda",),
    ("nama", "kab"): ("pemda",), ("nama", "kota"): ("pemda",), ("nama", "pemda"): ("pemda",),
    ("nama", "pemkab"): ("pemda",), ("nama", "daerah"): ("pemda",), ("pemerintah", "kabupaten"): ("pemda",),
    ("pemerintah", "kota"): ("pemda",), ("pemerintah", "daerah"): ("pemda",),
    ("unit", "kerja"): ("perangkat", "daerah"), ("satuan", "kerja"): ("perangkat", "daerah"),
}  # fmt: skip
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


def bare_text(text: str) -> str:
    """A name by its letters and digits alone."""
    return re.sub(r"[\W_]+", "", text.casefold())


def likeness(one: str, two: str) -> float:
    """How alike two texts are letter by letter, from 0 to 1."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, two) / 100


@lru_cache(maxsize=4096)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, small, with what each is short for."""
    pieces = [piece for part in re.split(r"[\W_]+", text) for piece in _WORD.findall(part) or [part]]
    folded = [piece.casefold() for piece in pieces if piece]
    words: list[str] = []
    for piece in folded:
        if words and (pair := _PAIRS.get((words[-1], piece))):
            words[-1:] = pair
        else:
            words += _PHRASES.get(piece, (_ROMAN.get(piece, piece),))
    return tuple(words)


def alike(one: Sequence[str], two: Sequence[str]) -> float:
    """How far two names consist of the same words, in any order."""
    if not one or not two:
        return 0.0
    left, total = list(two), 0.0
    for word in one:
        best = max(left, key=lambda other: _same_word(word, other), default="")
        worth = _same_word(word, best) if best else 0.0
        if worth:
            left.remove(best)
            total += worth
    return 2 * total / (len(one) + len(two))


@lru_cache(maxsize=65_536)
def _same_word(one: str, two: str) -> float:
    if one == two:
        return 1.0
    for group in _SYNONYMS:
        if two == group[0] and one in group:
            return 0.95
    if len(one) >= 2 and len(two) > len(one) and one[0] == two[0] and _is_inside(one, two):
        return 0.8
    similar = likeness(one, two)
    return similar if similar >= 0.72 else 0.0


def _is_inside(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
