"""The Renstra of the agency."""
