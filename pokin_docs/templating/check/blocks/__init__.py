"""Loops and conditions that are opened and not closed, or closed elsewhere."""
