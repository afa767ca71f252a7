"""The cascading of performance: how each kinerja serves the one above it."""
