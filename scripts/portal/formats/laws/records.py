"""Whether a law's record fits the law's text: the last article, the chapters, the articles it explains, their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.formats.laws.text import Articles, read_articles, read_chapters, text_for
from portal.records import Entry, Site
from portal.records.law import Law
from portal.source import Diagnostic, error


def misfits(site: Site, texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Every law that has a text among `texts`, by file name, against the version that its articles follow."""
    for entry in site.laws:
        law = entry.record
        name = text_for(law, texts, law.paraphrased.effective)
        if name is not None:
            yield from _of_law(entry, read_articles(texts[name]), name)
            yield from _of_chapters(entry, texts[name], name)


def _of_law(entry: Entry[Law], articles: Articles, name: str) -> Iterator[Diagnostic]:
    law = entry.record
    last = max((number for number, _ in articles), default=0)
    if last != law.last_article:
        message = f"文本“{name}”的最后一条是第 {last} 条，这里写的是 {law.last_article}"
        yield error(entry.path, entry.at("last_article"), "LAW-TEXT", message, "对照原文改正")
    for index, article in enumerate(law.articles):
        paragraphs = articles.get((article.number, article.inserted))
        if paragraphs is None:
            message = f"文本“{name}”里没有第 {article.number} 条"
            yield error(
                entry.path, entry.at("articles", index, "number"), "LAW-TEXT", message, "对照原文改正"
            )
        elif article.paragraphs and not _fits(article.paragraphs, len(paragraphs), article.number == last):
            message = f"文本“{name}”的第 {article.number} 条有 {len(paragraphs)} 款，这里写的是 {article.paragraphs}"
            place = entry.at("articles", index, "paragraphs")
            yield error(entry.path, place, "LAW-TEXT", message, "对照原文改正")


def _of_chapters(entry: Entry[Law], text: str, name: str) -> Iterator[Diagnostic]:
    said = [(chapter.title, chapter.first) for chapter in entry.record.chapters]
    found = read_chapters(text)
    if said != found:
        place = entry.at("chapters") if said else entry.at("id")
        counted = "、".join(f"{title}（第 {first} 条起）" for title, first in found) or "没有分章"
        yield error(
            entry.path, place, "LAW-TEXT", f"文本“{name}”的章和这里写的不一样", f"文本里是：{counted}"
        )


def _fits(said: int, counted: int, is_last: bool) -> bool:
    """Copies of web pages go on behind the last article: what stands there looks like paragraphs of it."""
    return said == counted or (is_last and said < counted)
