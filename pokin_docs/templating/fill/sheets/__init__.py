"""Templates that are Excel workbooks: read as tables of a Word document, filled as one, written as a workbook."""
