"""The interval in which a share lies that was counted on a few people.

E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American Statistical
Association 22 (1927), 209-212. Unlike share ± 1.96 standard errors it stays within 0 and 1 and holds for few people.
"""

from __future__ import annotations

import math

# Two-sided, 95 %.
Z = 1.96


def wilson(k: int, n: int, z: float = Z) -> tuple[float, float]:
    """Lower and upper end of the interval for the share of which `k` of `n` were counted; 0 to 1 where nobody was.

    Raises ValueError where `k` of `n` cannot be.
    """
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n}")
    if not n:
        return 0.0, 1.0
    share, square = k / n, z * z / n
    middle = (share + square / 2) / (1 + square)
    half = math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    # None and all are exact; rounding would leave a trace of either.
    return (middle - half if k else 0.0), (middle + half if k < n else 1.0)


def in_percent(k: int, n: int) -> tuple[int, int]:
    """The interval for readers: whole percent, outwards, so that it never says less than it should."""
    low, high = wilson(k, n)
    return math.floor(100 * low), math.ceil(100 * high)
