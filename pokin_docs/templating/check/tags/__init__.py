"""The tags of a template as they were typed."""
