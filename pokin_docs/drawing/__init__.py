"""The tree on paper: laid out once, then SVG, PNG, slides or Word. ``draw`` is the way in."""
