"""What each document says, one folder per kind. ``kinds`` names them all."""
