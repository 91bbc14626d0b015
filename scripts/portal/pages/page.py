"""A document whose body is a template: the template gets the document it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.pages.context import Context
from portal.pages.document import Document, Html, Markdown
from portal.pages.kits.share_cards import image_of


def templated(
    context: Context, template: str, values: Callable[[], dict[str, Any]], **fields: Any
) -> Document:
    """A page rendered from `template`; `values` is called when the body is asked for, not before."""

    def body() -> Html:
        return context.render(template, document, **values())

    document = Document(body=body, **(_to_pass_on(context, **fields) | fields))
    return document


def worded(
    context: Context, text: str, before: str, after: str, values: Callable[[], dict[str, Any]], **fields: Any
) -> Document:
    """A page in Markdown between two rendered templates."""

    def body() -> Markdown:
        given = values()
        head = context.render(before, document, **given).html
        return Markdown(text, head, context.render(after, document, **given).html)

    document = Document(body=body, **(_to_pass_on(context, **fields) | fields))
    return document


def _to_pass_on(context: Context, *, address: str, section: str, **_: Any) -> dict[str, str]:
    """What every page has for passing it on: its share card, and its media kit if there is one."""
    return {"image": image_of(context, address, section), "kit": context.kits.get(address, "")}
