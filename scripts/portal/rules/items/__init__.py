"""How questions are written: one rule a file, most of them warnings that a waiver with a reason silences."""
