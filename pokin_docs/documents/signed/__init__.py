"""What papers print for their signatures, whatever their kind."""
