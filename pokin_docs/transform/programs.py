"""The sheet Program as a list that knows its tree; without the sheet, the programs that the tree names."""

from __future__ import annotations

from pokin_docs.model.findings import Catatan, Temuan
from pokin_docs.model.level_labels import component_name
from pokin_docs.model.programs import JUMLAH, DaftarProgram, Nomenklatur, kind_of, split_codes
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import PohonKinerja


def read_programs(rows: tuple[ProgramRow, ...]) -> tuple[DaftarProgram, tuple[Temuan, ...]]:
    """The sheet Program as a list that knows its tree, and a finding for every row that is no part of it."""
    catatan = Catatan()
    entries: list[Nomenklatur] = []
    for row in rows:
        codes = split_codes(row.kode.teks)
        words = fold(f"{row.kode.teks} {row.nomenklatur.teks}").split()
        if codes and any(character.isdigit() for character in codes[0]):
            entries.append(Nomenklatur(codes[0], kind_of(codes[0]), row))
        elif not words or words[0] in JUMLAH or not any(row.pagu.values()):
            catatan.catat("B17", row.kode.asal, teks=row.nomenklatur.bersih or row.kode.bersih or "…")
        else:
            catatan.catat("P47", row.kode.asal, nama=row.nomenklatur.bersih or row.kode.bersih)
    return DaftarProgram(tuple(entries)), tuple(catatan)


def programs_of_tree(pohon: PohonKinerja) -> DaftarProgram:
    """The programs that a tree itself names, code and name ("1.05.02 PROGRAM …"), without amounts.

    What is printed where the workbook has no sheet Program: names that stand in Tahap 5 are not lost.
    """
    found: dict[str, Nomenklatur] = {}
    for kinerja in pohon.kinerja:
        row = kinerja.baris[0]
        for isian in (row.komponen, row.kinerja):
            name = component_name(isian.teks)
            if name and len(kinerja.kode) == 1:
                kode = kinerja.kode[0]
                blank = Isian("", isian.asal)
                line = ProgramRow(row.lembar, row.baris, row.kode, Isian(name, isian.asal), blank, blank)
                found.setdefault(kode, Nomenklatur(kode, kind_of(kode), line))
                break
    return DaftarProgram(tuple(found.values()))
