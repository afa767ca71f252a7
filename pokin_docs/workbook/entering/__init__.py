"""Values put into a planner's own workbook: cells, rows, columns and sheets; every other byte stays as it is."""
