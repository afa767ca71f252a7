"""Exports of SIPD-RI: which table is one, and what it says of each sub kegiatan."""
