"""For those who edit templates: the palette, the X-ray, faults as Word comments."""
