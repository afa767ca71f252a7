"""The Rencana Aksi of an official, and that of the agency."""
