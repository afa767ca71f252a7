"""What SIPD says against what a workbook says: what is added, what changes, what SIPD lacks."""
