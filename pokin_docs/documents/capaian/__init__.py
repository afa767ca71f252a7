"""What was reached and spent in a year, as an Excel workbook to filter and reckon with."""
