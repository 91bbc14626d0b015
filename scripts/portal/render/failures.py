"""What can fail while pages are made, in words for people.

`EXPECTED` are the failures that a template, the theme or the disk can cause; `in_words` takes one of
them and says in Chinese what to do. Any other exception is a bug of ours.
"""

from __future__ import annotations

from jinja2 import TemplateError

from portal.disk import refusing
from portal.pages.templates import TemplateFailed, as_failed


class RenderFailed(Exception):
    """MkDocs gave up; the message is for people."""


EXPECTED = (TemplateFailed, TemplateError, RenderFailed, OSError)


def in_words(failure: Exception) -> str:
    """The sentence for one of the `EXPECTED`."""
    if isinstance(failure, TemplateFailed):
        return str(failure)
    if isinstance(failure, TemplateError):
        # The theme's templates are MkDocs' own; only ours say by themselves what failed.
        return str(as_failed(failure))
    return refusing.refused(failure) if isinstance(failure, OSError) else f"MkDocs 生成失败：{failure}"
