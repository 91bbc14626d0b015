"""What came into force or was repealed since the campaign began: on that day a law's page says something else.

Takes the context, gives dated news of laws for 最近更新 and its feed. When a law was put on the site nobody has written down.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from portal.pages.context import Context, once
from portal.records.law import Law, Version

IN_FORCE, REPEALED = "施行", "废止"


@dataclass(frozen=True)
class LawNews:
    """Without a `version` the whole instrument was repealed, and `replaced_by` may name what took its place."""

    on: datetime.date
    law: Law
    version: Version | None

    @property
    def what(self) -> str:
        return IN_FORCE if self.version else REPEALED

    @property
    def title(self) -> str:
        text = f"（{self.version.id}）" if self.version else ""
        return f"《{self.law.short_title}》{text}{self.what}"

    @property
    def replaced_by(self) -> str:
        return (self.law.repealed.replaced_by or "") if self.law.repealed else ""

    @property
    def id(self) -> str:
        """Of one law there is no more than one such text on a day."""
        return f"{self.law.id}/{self.on}" if self.version else f"{self.law.id}/repealed"


@once
def law_news(context: Context) -> list[LawNews]:
    """Up to today, in no order."""
    since, today = context.public.campaign.issued_on, context.public.today
    return [one for one in _all(context) if since <= one.on <= today]


def _all(context: Context) -> Iterator[LawNews]:
    for entry in context.public.laws:
        law = entry.record
        yield from (LawNews(version.effective, law, version) for version in law.versions)
        if law.repealed:
            yield LawNews(law.repealed.on, law, None)
