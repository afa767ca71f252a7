"""Codes of programs, kegiatan and sub kegiatan that stand before what they are the codes of."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.model.level_labels import begins_a_result
from pokin_docs.model.programs import code_apart, leading_code, split_codes
from pokin_docs.model.rows import Isian, KinerjaRow


def with_code(row: KinerjaRow) -> KinerjaRow:
    """The row, with the code that stands in front of its Komponen or Kinerja where Kode is blank or missing.

    It is no part of a sentence, whose code may stand in Kode as well.
    """
    ahead, sentence = code_apart(row.kinerja.text)
    for isian in () if row.kode else (row.komponen, row.kinerja):
        kode = leading_code(isian.text)
        if kode:
            row = replace(row, kode=Isian(kode, isian.source))
            break
    if ahead and ahead in split_codes(row.kode.text) and begins_a_result(sentence):
        return replace(row, kinerja=replace(row.kinerja, text=sentence))
    return row
