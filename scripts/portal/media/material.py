"""`Material`: what one record has to say for itself, in plain words, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass

DEMO = "示例数据"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to remember: whole sentences, under a few words in bold where there are any."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Points that belong together."""

    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in large type."""

    name: str
    value: str
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who speaks, and whom to call."""

    bureau: str
    site_name: str
    hotline: str


@dataclass(frozen=True, slots=True)
class Material:
    """`kind` is what sort of record it is, `url` its page, `column` the section of the site it stands in.

    `headed` says that the summary needs the title to be understood; `more` is what a text goes on with after the summary, `note` what must be read with it: that a
    figure is provisional, until when a name is public.
    """

    kind: str
    title: str
    summary: str
    url: str
    column: str
    publisher: Publisher
    parts: tuple[Points, ...] = ()
    figures: tuple[Figure, ...] = ()
    headed: bool = False
    more: str = ""
    date: str = ""
    note: str = ""
    demo: bool = False
