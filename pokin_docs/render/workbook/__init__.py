"""The official workbook written, blank or filled."""
