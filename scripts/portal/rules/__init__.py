"""Rules: `check(site, today)` → what is wrong with the content, beyond its form.

One module per family. The engine knows no rule; a new rule is a decorated function in its family's
module, which `RULES` picks up by itself.
"""

from portal.rules.checking import RULES, Findings, check

__all__ = ["RULES", "Findings", "check"]
