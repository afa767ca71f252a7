"""Names, filters and loops of a template that nothing answers to."""
