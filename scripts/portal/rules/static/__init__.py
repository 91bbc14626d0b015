"""Rules for the files that staff put beside the pages, and what they look at in them."""
