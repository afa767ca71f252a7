"""Rules: a rule is a function, one family per file. ``rules`` runs them all."""
