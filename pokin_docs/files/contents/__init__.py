"""What counts as content in an Office file, format by format: what saving it again does not change."""
