"""The command line, one file per command, named as it is typed. Only this package prints and exits."""
