"""Signatures from before there was a hash → the same signatures for the text as it is now.

Nobody knows any more which text they were for, so this is right once, on the day of the migration, for files that were
signed before and not changed since; whoever is not sure has the text reviewed again with `portal review`.
"""

from __future__ import annotations

from portal.publication.dates import Reviewed
from portal.publication.signing import digest_of, reviewed, unbound
from portal.records import Entry, Site
from portal.records.review import Review
from portal.reviewing.splicing import CannotSplice, spliced


def migrate_signatures(site: Site) -> dict[str, str]:
    """The new text of every file whose signatures have no hash, by its path in the project.

    Signatures of which some have a hash are new and were changed by hand: they stay, and `check` tells of them. So do
    those in files that nothing can be spliced into.
    """
    texts = {}
    for entry in reviewed(site):
        review = entry.record.review
        if review.signed and unbound(review) == list(review.signed):
            try:
                texts[entry.path] = spliced(entry.file, review, bound(entry, site))
            except CannotSplice:
                continue
    return texts


def bound(entry: Entry[Reviewed], site: Site) -> Review:
    """The record's review, signed for the text as it is now; earlier rounds were for other texts."""
    review = entry.record.review
    digest = digest_of(entry, site.static)
    signed = {name: one.model_copy(update={"digest": digest}) for name, one in review.signed.items()}
    return review.model_copy(update=signed)
