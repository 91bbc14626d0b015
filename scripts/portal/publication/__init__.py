"""What the public may see on a day: which records, in which state, as which law in force has it.

Pages, rules and measurements ask here, so that what is warned of and what is shown are always the same.
"""
