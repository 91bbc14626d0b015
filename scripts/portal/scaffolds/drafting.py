"""New files: the next free number, and their text from templates, with today's date and the allowed words.

The templates lie in `site_config/templates/new`, beside the page templates: their explanations are
text for staff, which a bureau words in its own way without touching the program.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.reading.record_kinds import BY_NAME
from portal.records import Site, question_type
from portal.records.campaign import Campaign
from portal.records.month import Month
from portal.records.vocabulary import Words
from portal.source.layout import layout

FOLDER = Path("site_config/templates/new")
WORDS_A_LINE = 8
OPEN_ENDED = re.compile(r"[a-z_]:$| -$")
OPEN_BLOCK = re.compile(r"^([a-z_]+: \|)\n$", re.MULTILINE)


@dataclass(frozen=True)
class Scaffolds:
    """Drafts of new files. `folder` holds the templates."""

    folder: Path
    words: Words
    today: datetime.date

    def draft(self, kind: str, **values: Any) -> str:
        """The text of a new file of this kind, all required fields empty."""
        row = BY_NAME[kind]
        return self._render(f"{kind}{Path(row.place).suffix}.j2", schema=row.schema_line, **values)

    def outcome(self, site: Site, month: Month) -> str:
        """A month with every reporting unit and every indicator that is counted, not calculated."""
        units = [unit.name for unit in site.campaign.record.units if unit.reports]
        return self.draft("outcome", month=month, units=units, groups=list(_groups(site)))

    def question(self, identifier: str) -> str:
        """One question, indented as an item of `questions`."""
        return self._render("question.yaml.j2", id=identifier)

    def _render(self, template: str, **values: Any) -> str:
        text = self._environment.get_template(template).render(
            today=self.today.isoformat(), choices=self._choices, types=question_type, **values
        )
        return ready_for_typing(text)

    def _choices(self, group: str, prefix: str) -> str:
        """Comment lines that list the words of a vocabulary group."""
        terms = list(self.words.group(group) or {})
        lines = ["、".join(terms[i : i + WORDS_A_LINE]) for i in range(0, len(terms), WORDS_A_LINE)]
        return f"{prefix}可用的词：" + f"、\n{prefix}".join(lines)

    @cached_property
    def _environment(self) -> Environment:
        return Environment(
            loader=FileSystemLoader(self.folder),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
        )


def _groups(site: Site) -> Iterator[dict[str, Any]]:
    record = site.indicators.record
    for group in record.groups:
        counted = [one for one in record.indicators if one.group == group.id and one.ratio is None]
        if counted:
            yield {"name": group.name, "indicators": counted}


def ready_for_typing(text: str) -> str:
    """A space after every `key:` and `-` that waits for a value, and an indented line in an empty block.

    Whoever types at the end of such a line gets valid YAML without thinking of the space.
    """
    lines = OPEN_BLOCK.sub(r"\1\n  \n", text).split("\n")
    return "\n".join(
        line + " " * _waits(line, below) for line, below in zip_longest(lines, lines[1:], fillvalue="")
    )


def _waits(line: str, below: str) -> bool:
    return OPEN_ENDED.search(line) is not None and _depth(below) <= _depth(line)


def _depth(line: str) -> int:
    """The column in which the key of a line stands, also of one that is commented out."""
    return layout(line.removeprefix("# ")).start


def next_case(year: int, paths: Iterable[str], former: Iterable[str] = ()) -> str:
    """`2026-004` after `content/cases/2026/2026-003.yaml`; gaps are not filled, their pages may have been read.

    `former` are ids that cases had before they got another.
    """
    return _after(f"{year}-", (*(path.rpartition("/")[2] for path in paths), *former))


def next_question(topic_slug: str, texts: Iterable[str]) -> str:
    """`cleaning-008` after the highest number that stands anywhere in `texts`, comments and retired questions included."""
    return _after(f"{topic_slug}-", texts)


def next_month(campaign: Campaign, present: Collection[str]) -> Month | None:
    """The first month of the campaign that has no figures yet; `None` when all have."""
    return next((month for month in campaign.months if str(month) not in present), None)


def _after(prefix: str, texts: Iterable[str]) -> str:
    number = re.compile(rf"(?<![a-z0-9-]){re.escape(prefix)}(\d{{3,}})(?![a-z0-9-])")
    highest = max((int(found) for text in texts for found in number.findall(text)), default=0)
    return f"{prefix}{highest + 1:03d}"
