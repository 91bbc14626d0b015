"""The texts of laws as people collect them, and what the question bank quotes of them."""
