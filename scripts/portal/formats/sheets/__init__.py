"""What the sheets that units send say: monthly figures, lists of hazards."""
