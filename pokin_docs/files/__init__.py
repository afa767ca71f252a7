"""Bytes of Office files, whatever they say: packages, parts, relationships, zips, whole files."""
