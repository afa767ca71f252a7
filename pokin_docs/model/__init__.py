"""Nouns of planning that every stage shares: frozen values, no file and no format."""
