"""A document and the template that fills it: the template gets the document it belongs to, and one object of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from portal.pages.context import Context
from portal.pages.document import Document, Html, Markdown
from portal.pages.kits.share_cards import image_of


@dataclass(frozen=True)
class Values:
    """What a template is filled with: a subclass for each template, its fields are the names in the template."""


Given = Values | Mapping[str, object]


def page(context: Context, document: Document, template: str, values: Callable[[], Given]) -> Document:
    """The document rendered from `template`; `values` is called when the body is asked for, not before."""

    def body() -> Html:
        return context.render(template, dressed, _named(values()))

    dressed = _to_pass_on(context, document, body)
    return dressed


def worded(
    context: Context, document: Document, text: str, around: tuple[str, str], values: Callable[[], Given]
) -> Document:
    """The document in Markdown between two rendered templates."""

    def body() -> Markdown:
        given = _named(values())
        before, after = (context.render(template, dressed, given).html for template in around)
        return Markdown(text, before, after)

    dressed = _to_pass_on(context, document, body)
    return dressed


def _named(given: Given) -> Mapping[str, object]:
    return vars(given) if isinstance(given, Values) else given


def _to_pass_on(context: Context, document: Document, body: Callable[[], Html | Markdown]) -> Document:
    """With what every page has for passing it on: its share card, and its media kit if there is one."""
    image = document.image or image_of(context, document)
    return replace(document, body=body, image=image, kit=context.kits.get(document.address, ""))
