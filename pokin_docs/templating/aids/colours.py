"""Colours of what we write into a template for its editor."""

OWN = "2E74B5"
"""Names beside values in the X-ray, by which a correction copy knows them as ours; headings of the palette."""
