"""A template checked: every fault at its place, with a proposal. ``examine`` is the way in."""
