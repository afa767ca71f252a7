"""A template compiled once and filled many times. ``compile`` is the way in."""
