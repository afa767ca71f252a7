"""How placeholders, filters and choices are written in a template, with what they mean: data for the palette."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass

from pokin_docs.documents.meanings import meanings


@dataclass(frozen=True, slots=True)
class FilterEntry:
    """A filter: how it is typed, what it does, and what that prints with the examples."""

    typed: str
    meaning: str
    result: str


FILTERS = (
    FilterEntry("{{ tanggal | tanggal }}", "tanggal ditulis lengkap", "5 Januari 2026"),
    FilterEntry("{{ tanggal | tanggal('hari') }}", "dengan nama harinya", "Senin, 5 Januari 2026"),
    FilterEntry("{{ tanggal | tanggal('kata') }}", "dengan kata-kata", "lima Januari dua ribu dua puluh enam"),
    FilterEntry("{{ tanggal | tanggal('angka') }}", "dengan angka saja", "05-01-2026"),
    FilterEntry("{{ total_anggaran | rupiah }}", "jumlah uang dengan Rp", "Rp1.250.000.000"),
    FilterEntry("{{ total_anggaran | rupiah(sen=true) }}", "jumlah uang dengan sen", "Rp1.250.000.000,00"),
    FilterEntry("{{ total_anggaran | terbilang }} rupiah", "bilangan dengan kata-kata",
              "satu miliar dua ratus lima puluh juta rupiah"),
    FilterEntry("{{ daftar_sasaran[0].daftar_indikator[0].target | angka(2) }}", "bilangan dengan dua angka desimal",
              "85,50"),
    FilterEntry("{{ pihak_pertama.nama | huruf_besar }}", "huruf besar; gelar apa adanya",
              "Dr. CONTOH PERTAMA, S.Kom., M.Si."),
    FilterEntry("{{ pihak_pertama.nip | nip }}", "NIP berkelompok", "19700101 199501 1 001"),
)  # fmt: skip
"""Filters with what they print for the made-up PK; a test fills them."""

RULES = (
    "Buka palet ini di samping templat di Word. Salin isian beserta kurung kurawalnya (Ctrl+C), lalu tempel di "
    "templat sebagai teks saja (klik kanan, Pertahankan Teks Saja). Hurufnya mengikuti huruf templat.",
    "Isian yang diawali s., i., a., atau r. hanya berlaku di dalam pengulangannya, di antara for dan endfor.",
    "Tanda {%p … %} harus sendirian dalam paragrafnya, {%tr … %} sendirian dalam baris tabelnya; paragraf atau baris "
    "itu sendiri tidak tercetak. Sesudah mengubah templat, jalankan perintah templat untuk memeriksanya.",
)

CHOICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Beberapa kata dalam kalimat, hanya bila isiannya ada:", ("Nomor{% if nomor %}: {{ nomor }}{% endif %}",)),
    ("Satu paragraf atau lebih:", ("{%p if nomor %}", "NOMOR: {{ nomor }}", "{%p endif %}")),
    (
        "Kata yang berbeda untuk tiap jenis PK:",
        (
            "{% if jenis_pk == 'jpt' %}Sasaran Strategis{% elif jenis_pk == 'ess-3' %}Sasaran Program"
            "{% elif jenis_pk == 'sub-koordinator-jf' %}Sasaran Kegiatan{% else %}Sasaran Sub Kegiatan{% endif %}",
        ),
    ),
    ("Bila daftarnya kosong:", ("{%p if not daftar_anggaran %}", "Tidak ada anggaran.", "{%p endif %}")),
    ("Bagian Renstra menurut berkasnya:", ("{%p if bagian.bab_1 %}", "BAB I", "{%p endif %}")),
)
"""Ways to print a part only sometimes: what for, and the paragraphs to copy."""


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """A placeholder: its expression as it is typed (``s.sasaran``), its meaning, an example.

    ``is_yes_no``: yes or no; ``asked``: there to be asked for, not to be printed.
    """

    typed: str
    meaning: str
    sample: str
    is_yes_no: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class PaletteGroup:
    """Placeholders that belong together; those of a list stand inside the loops ``loops``, the outer one first.

    ``title`` is the meaning of the record or list. A loop is the name of its item and the list as it is typed.
    """

    name: str
    title: str
    isian: tuple[PaletteEntry, ...]
    loops: tuple[tuple[str, str], ...] = ()


def groups(content: object) -> Iterator[PaletteGroup]:
    """All placeholders of a document, by record, with the values of ``content`` as examples."""
    yield from _groups(content, "", "", "isian langsung", ())


def _groups(
    record: object, name: str, prefix: str, title: str, loops: tuple[tuple[str, str], ...]
) -> Iterator[PaletteGroup]:
    direct: list[PaletteEntry] = []
    later: list[PaletteGroup] = []
    for field, entry in meanings(type(record)).items():
        value, meaning, path = getattr(record, field), entry.meaning, f"{prefix}{field}"
        if isinstance(value, tuple) and entry.fixed is not None:
            direct += _by_number(value, path, meaning)
        elif isinstance(value, tuple):
            later += _groups(value[0], field, f"{entry.loop}.", meaning, (*loops, (entry.loop, path)))
        elif is_dataclass(value):
            later += _groups(value, field, f"{path}.", meaning, loops)
        else:
            shown = ("Ya" if value else "Tidak") if isinstance(value, bool) else str(value)
            direct.append(PaletteEntry(path, meaning, shown, isinstance(value, bool), bool(entry.values)))
    if direct:
        yield PaletteGroup(name, title, tuple(direct), loops)
    yield from later


def _by_number(values: tuple[object, ...], path: str, meaning: str) -> Iterator[PaletteEntry]:
    """The first item of a list of a fixed length, which stands for all of them."""
    first = values[0]
    if is_dataclass(first):
        for part, of_part in meanings(type(first)).items():
            words = f"{of_part.meaning}: [0] sampai [{len(values) - 1}]"
            yield PaletteEntry(f"{path}[0].{part}", words, str(getattr(first, part)))
    else:
        yield PaletteEntry(f"{path}[0]", meaning, str(first))
