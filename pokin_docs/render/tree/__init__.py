"""The tree on paper."""
