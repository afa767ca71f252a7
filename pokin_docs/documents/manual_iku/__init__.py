"""The Manual IKU: a page for each IKU that says what it means and how it is measured."""
