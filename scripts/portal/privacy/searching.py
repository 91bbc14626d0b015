"""The door of the room: everything that is found in one text, each stretch once, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from portal.privacy.accounts import accounts
from portal.privacy.addresses import addresses
from portal.privacy.checked_numbers import checked_number
from portal.privacy.folding import Folded, fold
from portal.privacy.found import Found
from portal.privacy.mail import addresses_of_mail
from portal.privacy.named_numbers import named_numbers
from portal.privacy.plates import plates
from portal.privacy.runs import digits_read, windows
from portal.privacy.telephones import local_numbers, telephone


def search(text: str) -> list[Found]:
    """All that tells who somebody is, in stretches of `text` as written; where two overlap, the surer or longer one."""
    folded = fold(text)
    return _written(folded, _apart([*_numbers(folded), *_by_words(folded)]))


def certain(text: str) -> list[Found]:
    """Only what its form or a check digit settles, whatever stands around it: for pages that are already rendered."""
    folded = fold(text)
    found = (*_numbers(folded), *plates(folded.text), *addresses_of_mail(folded.text))
    return _written(folded, _apart([one for one in found if one.certain]))


def _numbers(folded: Folded) -> Iterator[Found]:
    text = digits_read(folded.text)
    for window in windows(text, _seams(folded)):
        found = checked_number(text, window) or telephone(text, window)
        if found:
            yield found


def _by_words(folded: Folded) -> Iterator[Found]:
    text = digits_read(folded.text)
    yield from local_numbers(text)
    yield from named_numbers(text)
    yield from accounts(text)
    yield from plates(text)
    yield from addresses_of_mail(folded.text)
    yield from addresses(folded.text)


def _seams(folded: Folded) -> frozenset[int]:
    """Where markup or what cannot be seen was taken away between two characters."""
    if isinstance(folded.origin, range):
        return frozenset()
    pairs = zip(folded.origin, folded.origin[1:], strict=False)
    return frozenset(place for place, (left, right) in enumerate(pairs, 1) if right - left > 1)


def _apart(found: Iterable[Found]) -> list[Found]:
    """Of those that overlap the surer, then the longer, then the first one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (not one.certain, one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _written(folded: Folded, found: list[Found]) -> list[Found]:
    return [
        replace(one, start=start, end=end)
        for one in found
        for start, end in [folded.stretch(one.start, one.end)]
    ]
