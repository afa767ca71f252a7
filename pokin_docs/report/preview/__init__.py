"""Word documents as pages for a browser."""
