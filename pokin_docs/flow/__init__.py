"""What the program does, one file per thing: calls for the command line, a page or a test."""
