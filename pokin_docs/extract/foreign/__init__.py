"""Tables of other agencies, read by what stands in their columns and over them."""
