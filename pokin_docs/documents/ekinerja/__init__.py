"""The SKPs of all officials as a table, in the order in which e-Kinerja asks for them."""
