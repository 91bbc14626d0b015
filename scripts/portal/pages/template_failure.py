"""What goes wrong inside a template → one Chinese sentence with the file and the line.

Takes any exception that Jinja2 has let through; Jinja2 puts a frame for each line of a template into
its traceback.
"""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, UndefinedError

# What Jinja2 puts into the globals of a frame that stands for a line of a template.
MARK = "__jinja_exception__"
UNKNOWN_NAME = re.compile(r"'(\w+)' is undefined|has no (?:attribute|element) '?(\w+)'?")
SETTINGS = "site_config"


class TemplateFailed(Exception):
    """A template is written wrongly; says in Chinese which, where and what."""


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
