"""The tree as slides whose boxes can be moved."""
