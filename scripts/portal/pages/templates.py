"""The Jinja2 templates of `site_config/templates` and the few filters they need.

Undefined names are errors, everything is escaped, and templates see records, never files. Whatever
goes wrong while one is read or filled in is one `TemplateFailed`: a Chinese sentence with the file and the line.
"""

from __future__ import annotations

import datetime
import re
import sys
import traceback
from collections.abc import MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    UndefinedError,
)
from markupsafe import Markup, escape

from portal.charts import in_digits
from portal.pages.headings import anchor_of

TEN_THOUSAND = 10_000
FOLDER = Path("site_config/templates")
# What Jinja2 puts into the globals of a frame that stands for a line of a template.
MARK = "__jinja_exception__"
UNKNOWN_NAME = re.compile(r"'(\w+)' is undefined|has no (?:attribute|element) '?(\w+)'?")
SETTINGS = "site_config"


class TemplateFailed(Exception):
    """A template is written wrongly; says in Chinese which, where and what."""


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

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,
    ) -> Template:
        try:
            return super().get_template(name, parent, globals)
        except TemplateNotFound as failure:
            raise as_failed(failure) from failure


def as_failed(failure: Exception) -> TemplateFailed:
    """What a failure inside a template means, with the place that Jinja2 has written into its traceback."""
    return TemplateFailed(f"页面模板有错{_place(failure)}：{_meaning(failure)}")


def _place(failure: Exception) -> str:
    """The innermost line of a template that was at work."""
    frames = traceback.walk_tb(failure.__traceback__)
    places = [(frame.f_globals["__file__"], line) for frame, line in frames if MARK in frame.f_globals]
    if not places:
        return ""
    file, line = places[-1]
    parts = Path(file).parts
    known = parts[parts.index(SETTINGS) :] if SETTINGS in parts else parts[-1:]
    return f"（{'/'.join(known)} 第{line}行）"


def _meaning(failure: Exception) -> str:
    text = str(getattr(failure, "message", None) or failure)
    if isinstance(failure, UndefinedError) and (unknown := UNKNOWN_NAME.search(text)):
        return f"没有“{unknown[1] or unknown[2]}”这个名称"
    if isinstance(failure, TemplateNotFound):
        return f"缺少模板 {failure.name}"
    return text if isinstance(failure, TemplateError) else f"{type(failure).__name__}: {text}"


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
        money=money,
        signed=signed,
        figure=figure,
        anchor=anchor_of,
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
    """A number without its unit: whole ones without decimals."""
    return in_digits(yuan, 0 if float(yuan).is_integer() else 2)


def money(yuan: float) -> str:
    """`5000元`, `7.5万元`, `88,519.29元`: in 万元 from there on, where two decimals say it exactly."""
    in_ten_thousands = round(yuan / TEN_THOUSAND, 2)
    exact = in_ten_thousands * TEN_THOUSAND == yuan
    return f"{in_ten_thousands:g}万元" if yuan >= TEN_THOUSAND and exact else f"{amount(yuan)}元"


def figure(value: float | None, decimals: int = 0, absent: str = "缺") -> str:
    """A figure for a table; a missing one is `absent`."""
    return absent if value is None or value != value else in_digits(value, decimals)


def signed(value: float, decimals: int = 0) -> str:
    """A change with its sign: `+12`, `−3`, `+0.40`; `持平` for one that these decimals do not show."""
    if round(value, decimals) == 0:
        return "持平"
    return f"{'+' if value > 0 else '−'}{in_digits(abs(value), decimals)}"
