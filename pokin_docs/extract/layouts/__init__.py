"""How offices lay their tables out: titles, matrices, levels in rows of their own or told by numbers."""
