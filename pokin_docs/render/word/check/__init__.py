"""A template checked: every fault at its place, with a proposal."""
