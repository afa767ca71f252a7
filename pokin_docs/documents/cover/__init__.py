"""The cover of the bound PKs: who signs, in the order in which they are bound."""
