"""Rows to tree: the cascade, the posts and who signs above whom, the cycle. Pure; ``plan`` is the way in."""
