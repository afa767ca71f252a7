"""What was found and made, told: terminal, JSON, page."""
