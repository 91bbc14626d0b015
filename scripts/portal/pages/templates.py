"""The Jinja2 templates of `site_config/templates` and the few filters they need.

Undefined names are errors, everything is escaped, and templates see records, never files. Whatever
goes wrong while one is read or filled in is one `TemplateFailed` that names the file and the line.
"""

from __future__ import annotations

import datetime
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateNotFound
from markupsafe import Markup, escape

from portal.pages.template_failure import TemplateFailed, as_failed

FOLDER = Path("site_config/templates")


class PageTemplates(Environment):
    """An environment whose templates raise `TemplateFailed` and nothing else."""

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Called by Jinja2 for whatever is raised while a template is read or filled in."""
        raised = sys.exception()
        if isinstance(raised, TemplateFailed):
            raise raised
        try:
            super().handle_exception(source)
        except Exception as failure:
            raise as_failed(failure) from failure

    def get_template(self, *names: Any, **values: Any) -> Template:
        try:
            return super().get_template(*names, **values)
        except TemplateNotFound as failure:
            raise as_failed(failure) from failure


def environment(folder: Path) -> Environment:
    """The environment for a project's template folder; templates are compiled once and after a change."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return _environment(folder, tuple(sorted((str(file), file.stat().st_mtime_ns) for file in files)))


@lru_cache(maxsize=4)
def _environment(folder: Path, changed: tuple[tuple[str, int], ...]) -> Environment:
    # Jinja2 would look at four files for each page to see whether they changed; once a build is enough.
    env = PageTemplates(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters.update(
        paragraphs=paragraphs,
        day=day,
        short_day=short_day,
        amount=amount,
        signed=signed,
        figure=figure,
    )
    return env


def paragraphs(text: str) -> Markup:
    """Blank lines part paragraphs; single line breaks inside one are joined (Chinese has no spaces)."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    joined = ("".join(line.strip() for line in block.splitlines()) for block in blocks)
    return Markup("".join(f"<p>{escape(block)}</p>\n" for block in joined))


@lru_cache(maxsize=4096)
def day(date: datetime.date | None) -> Markup:
    """`2024年6月21日` as a `<time>`; an absent date is a dash."""
    if date is None:
        return Markup("—")
    return Markup(f'<time datetime="{date.isoformat()}">{date.year}年{date.month}月{date.day}日</time>')


def short_day(date: datetime.date) -> Markup:
    """`6月21日`, where the year is plain from the context."""
    return Markup(f'<time datetime="{date.isoformat()}">{date.month}月{date.day}日</time>')


def amount(yuan: float) -> str:
    """An amount in yuan: whole numbers without decimals, thousands parted."""
    return f"{yuan:,.0f}" if float(yuan).is_integer() else f"{yuan:,.2f}"


def figure(value: float | None, decimals: int = 0, absent: str = "缺") -> str:
    """A figure for a table; a missing one is `absent`."""
    return absent if value is None or value != value else f"{value:,.{decimals}f}"


def signed(value: float, decimals: int = 0) -> str:
    """A change with its sign: `+12`, `−3`, `+0.40`; `持平` for one that these decimals do not show."""
    if round(value, decimals) == 0:
        return "持平"
    return f"{'+' if value > 0 else '−'}{abs(value):,.{decimals}f}"
