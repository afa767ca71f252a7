"""The planner's own workbook with its findings coloured, commented and listed."""
