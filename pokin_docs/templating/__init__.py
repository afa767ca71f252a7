"""Word templates: filled, checked, and aids for those who edit them."""
