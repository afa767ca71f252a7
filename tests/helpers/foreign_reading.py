"""Tables of other agencies laid on sheets and read, and the tree that came of them in a line per node."""

from __future__ import annotations

from pathlib import Path

from helpers.renstra_tables import AgencyTable
from helpers.workbooks import workbook
from pokin_docs.extract.read import Reading, read
from pokin_docs.model.rows import BukuKerja
from pokin_docs.transform.cascade import build_cascade


def reading(folder: Path, *parts: AgencyTable) -> Reading:
    book = workbook("\n".join(part.text for part in parts))
    for part, sheet in zip(parts, book.worksheets, strict=False):  # several sheets of one text have no merges
        for area in part.merges:
            sheet.merge_cells(area)
    path = folder / "buku.xlsx"
    book.save(path)
    return read(path)


def tree(buku: BukuKerja) -> list[str]:
    pohon, _ = build_cascade(buku.tahap5, None)
    return [
        f"{kinerja.komponen.value} {kinerja.text.clean or '-'} "
        f"[{'; '.join(indikator.text.clean or '-' for indikator in kinerja.indikator)}]"
        f"{' ' + ';'.join(kinerja.kode) if kinerja.kode else ''}"
        for kinerja in pohon.kinerja
    ]


def understood(found: Reading) -> BukuKerja:
    assert found.value is not None, found.temuan
    return found.value


def codes(found: Reading) -> set[str]:
    return {finding.kode for finding in found.temuan}
