"""The nouns of the program: frozen values that every stage shares and no stage owns."""
