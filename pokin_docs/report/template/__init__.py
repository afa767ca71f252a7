"""Findings of a template as text, data and comments; the palette."""
