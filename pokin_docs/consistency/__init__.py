"""Whether the documents of a year say the same: what each states, where its paper prints it, and where two differ."""
