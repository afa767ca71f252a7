"""The column Induk, where a workbook has it, offers the sentences that a row may stand below."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from pokin_docs.workbook.sheets import SheetContent
from pokin_docs.workbook.write import WorkbookContent, workbook_bytes


def test_the_parent_of_a_row_is_chosen_from_the_sentences_of_its_sheet() -> None:
    rows = ({"kinerja": "Meningkatnya mutu layanan"}, {"kinerja": "Terlaksananya pendataan", "induk": "baris 5"})
    content = WorkbookContent(lembar={"tahap5": SheetContent(rows, column_titles={"induk": "Induk"})})
    sheet = load_workbook(io.BytesIO(workbook_bytes(content)))["Tahap 5"]
    columns = {cell.value: cell.column_letter for cell in sheet[4] if cell.value}
    offered = [
        str(rule.formula1)
        for rule in sheet.data_validations.dataValidation
        if f"{columns['Induk']}6" in rule.sqref and rule.type == "list"
    ]
    assert offered
    assert offered[0].startswith(f"'Tahap 5'!${columns['Kinerja']}$5:")


def test_a_blank_workbook_has_no_such_column_as_the_order_of_rows_tells_parents() -> None:
    sheet = load_workbook(io.BytesIO(workbook_bytes()))["Tahap 5"]
    assert "Induk" not in [cell.value for cell in sheet[4]]
