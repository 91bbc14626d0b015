"""`content/knowledge/<section>/<slug>.md`: an article in Markdown with front matter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from portal.records.allowed import Allowed, answered
from portal.records.base import FORMERLY, Record, described
from portal.records.citation_text import CitationText
from portal.records.review import Review
from portal.records.scalars import Date, Text, parse_slug
from portal.records.words import BusinessType, FocusName, Product, Topic
from portal.source import SourceFile

LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\n]*)\]\((?P<path>(?![a-z]+:|/)[^()\s#]+\.md)(?:#[^()\s]*)?\)")


def parse_former(value: object) -> str:
    """An id, or `section/id` where the article lay in another section."""
    section, slash, identifier = value.rpartition("/") if isinstance(value, str) else ("", "", value)
    return f"{parse_slug(section)}/{parse_slug(identifier)}" if slash else parse_slug(identifier)


FormerArticle = Annotated[str, BeforeValidator(parse_former), WithJsonSchema({"type": "string"})]


class FrontMatter(Record):
    """What stands between the two `---` lines."""

    title: Text = described("标题", "")
    summary: Text = described("一句话说明", "", max_length=100)
    business_types: tuple[BusinessType, ...] = described("业态", "", ())
    products: tuple[Product, ...] = described("品种", "", ())
    focuses: tuple[FocusName, ...] = described("工作重点", "", ())
    topics: tuple[Topic, ...] = described("题库主题", "", ())
    citations: tuple[CitationText, ...] = described("依据", "引用的条文", ())
    standards: tuple[Text, ...] = described("标准", "如 GB 31654-2021", ())
    source: Text = described("来源", "本局原创，或转载的出处")
    published_on: Date | None = described("发布日期", "不填则不上网", None)
    updated_on: Date | None = described("更新日期", "", None)
    verified_on: Date = described("核对日期", "最近一次对照法规核对的日期")
    formerly: tuple[FormerArticle, ...] = described("原编号", f"{FORMERLY}；换了栏目的写 原栏目/编号", ())
    review: Review = described("三审", "", Review())
    allowed: tuple[Allowed, ...] = answered()


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """A link in an article's text to another article's file; `start` and `end` are places in the body."""

    text: str
    section: str
    id: str
    start: int
    end: int


class KnowledgeArticle(FrontMatter):
    """An article with its place and its text; `body` is Markdown."""

    id: str
    section: str
    body: str

    @classmethod
    def of(cls, front: FrontMatter, file: SourceFile) -> KnowledgeArticle:
        """The article in `file`, whose front matter was read: its id is the file's name, its section the folder's."""
        path = PurePosixPath(file.path)
        fields = {name: getattr(front, name) for name in FrontMatter.model_fields}
        return cls.model_construct(**fields, id=path.stem, section=path.parent.name, body=file.body)

    def links(self) -> Iterator[ArticleLink]:
        """Links written as a path from this file: `[留样](../operators/canteen.md)`."""
        for match in LINK.finditer(self.body):
            path = PurePosixPath(posixpath.normpath(posixpath.join(self.section, match["path"])))
            yield ArticleLink(match["text"], path.parent.as_posix(), path.stem, match.start(), match.end())
