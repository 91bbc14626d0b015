"""Two pages in one place are found before one of them replaces the other."""

from __future__ import annotations

from portal.pages import Document, Html, Output
from portal.pages.kinds import HOME
from portal.publish.places import claimed_twice


def document(address: str, source: str) -> Document:
    return Document(address, "标题", "", HOME, body=lambda: Html(""), sources=(source,))


def output(*documents: Document, files: tuple[str, ...] = ()) -> Output:
    return Output("", "", documents, (), files=dict.fromkeys(files, bytes))


def test_both_sources_are_named() -> None:
    twice = output(document("campaign/food/", "a.yaml"), document("campaign/Food/", "b.yaml"))
    assert list(claimed_twice(twice)) == [("campaign/Food/", "a.yaml（标题）", "b.yaml（标题）")]


def test_two_pages_from_one_file() -> None:
    twice = output(document("x/", "a.yaml"), document("x/", "a.yaml"))
    assert list(claimed_twice(twice)) == [("x/", "a.yaml（标题）", "a.yaml（标题）")]


def test_a_file_in_the_place_of_a_page() -> None:
    twice = output(document("x/", "a.yaml"), files=("x/index.html", "y.json"))
    assert list(claimed_twice(twice)) == [("x/", "a.yaml（标题）", "生成的文件 x/index.html")]


def test_places_of_their_own() -> None:
    assert not list(claimed_twice(output(document("", "a"), document("x/", "b"), files=("x.json",))))
