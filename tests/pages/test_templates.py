"""Every name in a page's template is a field of its values, and every field of them is a name in the template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import cast

import pytest
from jinja2 import Environment, meta, nodes
from tests.pages.made import output, small_site
from tests.projects import REPOSITORY, TODAY

from portal.pages.page import Body, Values
from portal.pages.templates import FOLDER, environment

# What every page gets, see `Context.render`.
ALWAYS = {"document", "root", "campaign", "settings", "today", "at", "ends", "terms", "contents"}
# By then the publicity of named cases is over, so that they are closed.
LATER = "2028-01-01"


@pytest.fixture(scope="module")
def bodies() -> list[Body]:
    """One for each template of a page."""
    planned = [document.body for day in (TODAY, LATER) for document in output(small_site(), day).documents]
    return list({body.templates: body for body in planned if isinstance(body, Body)}.values())


@pytest.fixture(scope="module")
def templates() -> Environment:
    return environment(REPOSITORY / FOLDER)


def parsed(templates: Environment, name: str) -> nodes.Template:
    assert templates.loader
    return templates.parse(templates.loader.get_source(templates, name)[0])


def woven(templates: Environment, name: str) -> Iterator[nodes.Template]:
    """The template, what it extends and what it includes: all that sees its names."""
    tree = parsed(templates, name)
    yield tree
    for node in tree.find_all((nodes.Extends, nodes.Include)):
        assert isinstance(node, nodes.Extends | nodes.Include)
        yield from woven(templates, cast("nodes.Const", node.template).value)


def imported(tree: nodes.Template) -> Iterator[nodes.Import]:
    return tree.find_all(nodes.Import)


def names(templates: Environment, name: str) -> set[str]:
    """The names that the template takes from its page, beside what every page gives."""
    trees = list(woven(templates, name))
    undeclared = {one for tree in trees for one in meta.find_undeclared_variables(tree)}
    return undeclared - {one.target for tree in trees for one in imported(tree)} - ALWAYS


def doubts(templates: Environment, body: Body, kind: type[Values]) -> Iterator[str]:
    given = {field.name for field in fields(kind)}
    used = {one for template in body.templates for one in names(templates, template)}
    whole = "、".join(body.templates)
    yield from (f"{whole} uses `{one}`, which {kind.__name__} has not" for one in sorted(used - given))
    yield from (f"{kind.__name__}.{one} is used nowhere in {whole}" for one in sorted(given - used))


def test_templates_and_values_fit(bodies: list[Body], templates: Environment) -> None:
    filled = {body.templates: (body, body.values()) for body in bodies}
    assert [one for body, values in filled.values() for one in doubts(templates, body, type(values))] == []


def test_what_is_imported_takes_no_names_from_the_page(bodies: list[Body], templates: Environment) -> None:
    """Jinja2 gives an imported file nothing: a name there is an error that shows only where the macro is used."""
    trees = [tree for body in bodies for one in body.templates for tree in woven(templates, one)]
    files = {cast("nodes.Const", one.template).value for tree in trees for one in imported(tree)}
    assert files
    for file in files:
        assert meta.find_undeclared_variables(parsed(templates, file)) == set(), file


def test_every_template_of_a_page_is_some_page_s(bodies: list[Body]) -> None:
    shown = {one for body in bodies for one in body.templates}
    there = {file.name for file in (REPOSITORY / FOLDER).glob("*.html.j2")}
    assert shown == {name for name in there if not name.startswith("_")}
