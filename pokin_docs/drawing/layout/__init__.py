"""The layout of the tree: as large as its paper allows, every text whole. ``search`` is the way in."""
