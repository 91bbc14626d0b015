"""Which rows of a table of people may stand by themselves: small ones are put together until nobody can work them out.

The whole is published, so one row that is left out is the whole less the others: at least two rows go together. Whoever
knows which rows they were knows that each has somebody in it: five rows of one person each hide nothing, nor do two firms in
two rows, nor a group in which nobody passed. Only one-way tables are published; two of them that have no more in common than
the whole fit together whatever the cells of the one are, so nothing is learnt of a row of one from the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.records.spot_check import FEWEST, OTHERS
from portal.spotcheck.people import Person, Tally, tally

Groups = dict[str, list[Person]]


def put_together(groups: Mapping[str, Sequence[Person]]) -> Groups:
    """The groups as they may be published, the largest first and 其他 last; none where the whole is all that may be told.

    What lies in 其他 grows, smallest group by smallest group, until none of its rows can be worked out.
    """
    left = sorted(((name, list(people)) for name, people in groups.items() if people), key=_by_size)
    hidden: list[list[Person]] = []
    while left and (len(left[0][1]) < FEWEST or (hidden and not is_hidden(hidden))):
        hidden.append(left.pop(0)[1])
    if hidden and not left:
        return {}
    shown = dict(sorted(left, key=lambda one: (-len(one[1]), one[0])))
    return {**shown, OTHERS: [one for people in hidden for one in people]} if hidden else shown


def is_hidden(rows: Sequence[Sequence[Person]]) -> bool:
    """Whether the counts of these rows together leave each of them open."""
    whole = tally([one for people in rows for one in people])
    return len(rows) > 1 and whole.people >= FEWEST and _is_open(whole, len(rows))


def _is_open(whole: Tally, rows: int) -> bool:
    return whole.people > rows and whole.firms > rows and whole.passed > 0


def _by_size(one: tuple[str, list[Person]]) -> tuple[int, str]:
    return len(one[1]), one[0]
