"""A document and the template that fills it: the template gets the document it belongs to, and one object of values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from portal.pages.context import Context
from portal.pages.document import Document, Html, Markdown
from portal.pages.kits.holders import kit_addresses
from portal.pages.kits.share_cards import image_of


@dataclass(frozen=True)
class Values:
    """What a template is filled with: a subclass for each template, its fields are the names in the template."""


class Link(NamedTuple):
    """Words that lead to an address of the site."""

    title: str
    address: str


@dataclass(frozen=True, eq=False)
class Body:
    """A page's body, made when it is called: a template, or Markdown between two, and what they are filled with."""

    context: Context
    document: Document
    templates: tuple[str, ...]
    values: Callable[[], Values]
    text: str | None = None

    def __call__(self) -> Html | Markdown:
        given = vars(self.values())
        parts = [self.context.render(template, self.document, given).html for template in self.templates]
        return Html(*parts) if self.text is None else Markdown(self.text, *parts)


def page(context: Context, document: Document, template: str, values: Callable[[], Values]) -> Document:
    """The document rendered from `template`; `values` is called when the body is asked for, not before."""
    dressed = _to_pass_on(context, document)
    return replace(dressed, body=Body(context, dressed, (template,), values))


def worded(
    context: Context, document: Document, text: str, around: tuple[str, str], values: Callable[[], Values]
) -> Document:
    """The document in Markdown between two rendered templates."""
    dressed = _to_pass_on(context, document)
    return replace(dressed, body=Body(context, dressed, around, values, text))


def _to_pass_on(context: Context, document: Document) -> Document:
    """With what every page has for passing it on: its share card, and its media kit if there is one."""
    image = document.image or image_of(context, document)
    return replace(document, image=image, kit=kit_addresses(context).get(document.address, ""))
