"""The report page ``laporan.html``."""
