"""The office's own text of the Renstra: its Word document read, and laid out for the office to write in."""
