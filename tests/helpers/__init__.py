"""What tests of several packages share, each file named by what it gives."""
