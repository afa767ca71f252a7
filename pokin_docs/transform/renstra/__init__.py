"""The tables of the Renstra."""
