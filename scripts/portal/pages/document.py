"""What a page is before anyone renders it: address, title, metadata, and a body made on demand."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypedDict

from portal.pages.kinds import PageKind
from portal.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class Html:
    """A finished body."""

    html: str = ""


@dataclass(frozen=True, slots=True)
class Markdown:
    """A body in Markdown, with finished HTML before and after it."""

    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the home page."""

    title: str
    address: str


@dataclass(frozen=True)
class Document:
    """One page.

    `address` is the path below the site's root, empty for the home page, else ending in `/`; `sources` are the
    files it is made from, so that a preview knows what to show anew; `scripts` are what this page needs of the theme's
    beside that of every page, without what they import, and `data` the addresses that they fetch first; `until` is the last day on which it may be read. `structured`
    gives its JSON-LD; `image`, the path of its share card, `kit`, the address of its media kit, and `body` are put
    in by `page`. `moved_to` is the address that a page at an old one leads on to. `tab` is what stands in the tab of
    the browser, where the title alone tells too little.
    """

    address: str
    title: str
    description: str
    kind: PageKind
    published_on: datetime.date | None = None
    updated_on: datetime.date | None = None
    until: datetime.date | None = None
    source: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    business_types: tuple[str, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    demo: bool = False
    draft: bool = False
    scripts: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    structured: Callable[[], list[dict[str, object]]] | None = None
    image: str = ""
    kit: str = ""
    sources: tuple[str, ...] = ()
    markdown_path: str = ""
    moved_to: str = ""
    tab: str = ""
    body: Callable[[], Html | Markdown] = Html

    @property
    def section(self) -> str:
        """The id of the group of the menu that it belongs to."""
        return self.kind.section.id

    @property
    def changed_on(self) -> datetime.date | None:
        """The day of the last change, where that is another than the day of publication."""
        return self.updated_on if self.updated_on != self.published_on else None

    @property
    def indexed(self) -> bool:
        """Whether search engines may show it; `sitemap.xml` names those that they may."""
        return self.kind.found != "nowhere"

    @property
    def searched(self) -> bool:
        """Whether the site's own search finds it."""
        return self.kind.found == "everywhere"

    @property
    def depth(self) -> int:
        """How many folders below the root the page lies."""
        return self.address.count("/")

    @property
    def root(self) -> str:
        """The relative way back to the site's root: `../../`."""
        return "../" * self.depth


@dataclass(frozen=True, slots=True)
class NavEntry:
    """An entry of the navigation: a title and an address, or the entries below it."""

    title: str
    address: str
    children: tuple[NavEntry, ...] = ()
    id: str = ""


class FooterCode(NamedTuple):
    """A number or an address that the foot of every page says, and the register where it can be looked up."""

    name: str
    code: str
    register: str = ""


class Footer(TypedDict):
    """What the foot and the masthead of every page say; `codes` are those that are known.

    `reachable` says whether the page behind 我要纠错 leads to anybody.
    """

    bureau: str
    hotline: str
    codes: list[FooterCode]
    reachable: bool
    demo: bool


NO_FOOTER: Footer = {"bureau": "", "hotline": "", "codes": [], "reachable": False, "demo": False}


@dataclass(frozen=True)
class Output:
    """Everything that `generate` gives: pages, navigation and other files (path → bytes on demand)."""

    site_name: str
    site_url: str
    documents: tuple[Document, ...]
    navigation: tuple[NavEntry, ...]
    site_meta: Mapping[str, str] = field(default_factory=dict)
    footer: Footer = field(default_factory=NO_FOOTER.copy)
    demo: bool = False
    # What the site calls things: titles are not parted inside these.
    words: tuple[str, ...] = ()
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    # Words of the site with the others that lead to them in the search.
    search_words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    # The numbers of the charts that pages draw; which there are is known when the charts are made.
    charts: Callable[[], Mapping[str, Callable[[], bytes]]] = dict
    # What staff put beside the pages; the same form.
    static: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)

    @property
    def all_files(self) -> dict[str, Callable[[], bytes]]:
        """Every file that is no page, whoever made it."""
        return {**self.static, **self.generated}

    @cached_property
    def generated(self) -> dict[str, Callable[[], bytes]]:
        """Every file that the program made."""
        return {**self.files, **self.charts()}

    @cached_property
    def typesetter(self) -> Typesetter:
        return Typesetter.of(self.words)

    @cached_property
    def by_address(self) -> dict[str, Document]:
        return {document.address: document for document in self.documents}
