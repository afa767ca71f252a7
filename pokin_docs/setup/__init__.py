"""Into ``.venv``, made first where need be; standard library only."""
