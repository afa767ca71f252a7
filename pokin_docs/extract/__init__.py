"""Workbook to rows: the file opened, its sheets known, every value with its cell. ``read`` is the way in."""
