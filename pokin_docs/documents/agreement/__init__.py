"""The page that proves that the documents of a year say the same."""
