"""The account of cells: each filled cell is read, named by a finding, or known to be harmless."""
