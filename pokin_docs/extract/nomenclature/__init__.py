"""The official list of programs, kegiatan and sub kegiatan: recognised by its headings, read once, kept for later."""
