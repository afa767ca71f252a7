"""The official workbook written, blank or filled. ``write`` is the way in."""
