"""Tables in the files that offices keep them in: each becomes a grid as a sheet of a workbook does."""
