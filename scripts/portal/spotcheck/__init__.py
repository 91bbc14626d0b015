"""Spot checks: what inspectors bring back of papers, from the receipt to counts that name nobody, and what these teach."""
