"""Documents as PDF: converted by LibreOffice, read back, bound for paper."""
