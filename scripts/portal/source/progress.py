"""How a long stage tells how far it is: what it does, how many are done, how many there are.

Stages only call it; whether anything is shown is the terminal's business.
"""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """For callers whom nobody watches."""
