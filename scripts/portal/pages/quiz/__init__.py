"""练一练: the doors to practice, the pages of the player and the bank as phones load it."""
