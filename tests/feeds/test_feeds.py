"""Feeds as readers take them apart, and calendars as phones do."""

from __future__ import annotations

import datetime
import json
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from portal.feeds.calendar import Event, calendar_bytes
from portal.feeds.entry import Entry, Feed
from portal.feeds.json_feed import json_feed_bytes
from portal.feeds.xml_feed import atom_bytes, rss_bytes

URL = "https://portal.example/site/feeds/cases"
FIRST, SECOND = datetime.date(2024, 6, 1), datetime.date(2024, 7, 2)
ATOM = "{http://www.w3.org/2005/Atom}"
TAG = "tag:portal.example,2024:feed/cases"
FEED = Feed(
    TAG,
    "典型案例",
    "新公开的典型案例。",
    "https://portal.example/site/cases/",
    "示例局",
    FIRST,
    (
        Entry(
            "tag:portal.example,2024:case/2024-002",
            "某店<过期>案 & 别的",
            "https://portal.example/site/cases/2024-002/",
            "一家店\x0b用了过期调味料。",
            FIRST,
            SECOND,
            "示例一所",
            ("餐饮服务",),
            '<p>全文 & <a href="https://portal.example/site/">链接</a></p>',
        ),
        Entry(
            "tag:portal.example,2024-06-01:pages/1",
            "更正",
            "https://portal.example/site/",
            "原因",
            FIRST,
            FIRST,
        ),
    ),
)


def test_atom() -> None:
    root = ET.fromstring(atom_bytes(FEED, f"{URL}.atom.xml"))
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}id") == TAG, "the address of the feed may change"
    assert root.findtext(f"{ATOM}updated") == "2024-07-02T00:00:00+08:00"
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "self": f"{URL}.atom.xml",
        "alternate": "https://portal.example/site/cases/",
    }
    first, second = root.findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title") == "某店<过期>案 & 别的"
    assert first.findtext(f"{ATOM}published") == "2024-06-01T00:00:00+08:00"
    assert first.findtext(f"{ATOM}summary") == "一家店用了过期调味料。", "XML cannot hold a control character"
    assert first.findtext(f"{ATOM}author/{ATOM}name") == "示例一所"
    content = first.find(f"{ATOM}content")
    assert content is not None
    assert (content.get("type"), content.text) == ("html", FEED.entries[0].content)
    assert second.find(f"{ATOM}content") is None
    assert second.findtext(f"{ATOM}id") == "tag:portal.example,2024-06-01:pages/1"


def test_rss() -> None:
    channel = ET.fromstring(rss_bytes(FEED, f"{URL}.rss.xml")).find("channel")
    assert channel is not None
    assert [channel.findtext(name) for name in ("title", "link", "language")] == [
        "典型案例",
        "https://portal.example/site/cases/",
        "zh-cn",
    ]
    itself = channel.find(f"{ATOM}link")
    assert itself is not None
    assert itself.get("href") == f"{URL}.rss.xml"
    first, second = channel.findall("item")
    published = parsedate_to_datetime(first.findtext("pubDate") or "")
    assert published.isoformat() == "2024-06-01T00:00:00+08:00"
    guids = [one.find("guid") for one in (first, second)]
    assert [guid.get("isPermaLink") for guid in guids if guid is not None] == ["false", "false"]
    assert first.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") == FEED.entries[0].content


def test_json_feed() -> None:
    made = json.loads(json_feed_bytes(FEED, f"{URL}.json"))
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    assert made["feed_url"] == f"{URL}.json"
    first = made["items"][0]
    assert {
        "id",
        "url",
        "title",
        "content_html",
        "summary",
        "date_published",
        "date_modified",
    } <= first.keys()
    assert "content_text" in made["items"][1], "JSON Feed asks for one of the two"
    assert first["tags"] == ["餐饮服务"]


def test_a_feed_without_entries_has_a_date_too() -> None:
    empty = Feed(TAG, "更正", "还没有", "https://portal.example/", "示例局", FIRST)
    assert ET.fromstring(atom_bytes(empty, URL)).findtext(f"{ATOM}updated") == "2024-06-01T00:00:00+08:00"


@pytest.fixture
def event() -> Event:
    return Event(
        "season-spring-2025-1@portal.example",
        datetime.date(2025, 1, 15),
        datetime.date(2025, 2, 4),
        "食品安全重点时段：春节，很长很长的名称会折行，折行以后还要读得回来，一个字也不能少",
        "年夜饭多；剩菜放冰箱，吃前热透。\n第二行",
        "https://portal.example/seasons/spring/",
        "食品安全",
        tentative=True,
        remind=datetime.timedelta(hours=15),
    )


def test_a_calendar_is_read_back_as_it_was_meant(event: Event) -> None:
    raw = calendar_bytes("重点时段", "说明", [event], datetime.date(2024, 12, 1))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "RFC 5545 folds longer lines"
    (read,) = Calendar.from_ical(raw.decode()).walk("VEVENT")
    assert str(read["summary"]) == event.summary
    assert str(read["description"]) == event.description
    assert read.decoded("dtstart") == datetime.date(2025, 1, 15)
    assert read.decoded("dtend") == datetime.date(2025, 2, 5), "the end of whole days is the day after"
    assert read.decoded("dtstamp") == datetime.datetime(2024, 12, 1, tzinfo=datetime.UTC)
    assert (str(read["uid"]), str(read["status"]), str(read["transp"])) == (
        event.uid,
        "TENTATIVE",
        "TRANSPARENT",
    )
    (alarm,) = read.walk("VALARM")
    assert alarm.decoded("trigger") == -datetime.timedelta(hours=15)


def test_a_calendar_is_the_same_each_time(event: Event) -> None:
    made = [calendar_bytes("重点时段", "说明", [event], FIRST) for _ in range(2)]
    assert made[0] == made[1]
