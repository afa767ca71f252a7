"""The tables T-C.29 and T-C.33 of a Renja, as far as the workbook holds them."""
