"""The filter or test that a name of none stands for."""

from __future__ import annotations

from collections.abc import Iterable

_CUTOFF = 0.6

# What clerks and other languages call filters and tests.
_OTHER_NAMES = {
    "besar": "huruf_besar", "kapital": "huruf_besar", "uppercase": "upper", "kecil": "lower", "lowercase": "lower",
    "hurufbesar": "huruf_besar", "huruf_kapital": "huruf_besar", "kapital_semua": "huruf_besar",
    "jumlah": "length", "panjang": "length", "size": "length", "gabung": "join", "bawaan": "default",
    "uang": "rupiah", "currency": "rupiah", "rp": "rupiah", "date": "tanggal", "tgl": "tanggal", "number": "angka",
    "judul": "title", "urut": "sort", "urutkan": "sort", "pertama": "first", "terakhir": "last", "ganti": "replace",
    "ada": "defined", "kosong": "none", "genap": "even", "ganjil": "odd", "empty": "none", "null": "none",
    "strip": "trim", "len": "length", "ucfirst": "capitalize",
}  # fmt: skip


def nearest_word(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The filter or test that a wrong one stands for; empty when none is near."""
    exact = _OTHER_NAMES.get(word.casefold())
    choices = sorted(known)
    if exact in choices:
        return (exact,) if exact else ()
    from rapidfuzz import fuzz

    scored = sorted((-fuzz.ratio(word.casefold(), other) / 100, other) for other in choices)
    return (scored[0][1],) if scored and -scored[0][0] >= _CUTOFF else ()
