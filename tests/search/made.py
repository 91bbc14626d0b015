"""Pages for the index's tests: invented, alike every time, enough of them to have frequent strings."""

from __future__ import annotations

import datetime
from random import Random

from portal.bench import sentences
from portal.bench.search_queries import Truth, folded_page
from portal.search.page import SearchPage, by_age

NEWEST = datetime.date(2026, 6, 30)
LAW = "《食品安全法》第{}条第一款"
NUMBERS = ("三十四", "四十四", "四十五", "一百二十四", "六")


def made_pages(count: int) -> list[SearchPage]:
    return [_page(number) for number in range(count)]


def _page(number: int) -> SearchPage:
    chance = Random(number)
    violation = chance.choice(sentences.VIOLATIONS)
    business = chance.choice(("餐饮服务", "单位食堂", "集体用餐配送", "网络经营"))
    day = NEWEST - datetime.timedelta(days=2 * number) if number % 7 else None
    return SearchPage(
        address=f"cases/{number}/",
        title=f"某{business}单位{violation}案（第{number}号）",
        section="典型案例" if day else "普法科普",
        business_types=(business,),
        keywords=(business, "留样"),
        day=day,
        blocks=(
            "".join(chance.sample(sentences.FINDINGS, 3)),
            "".join(chance.sample(sentences.EVIDENCE, 2)),
            LAW.format(chance.choice(NUMBERS)),
            f"按照 GB 31654—2021 的要求，罚款{chance.randint(5, 50)},000元，{day or NEWEST}办结。",
            "".join(chance.sample(sentences.LESSONS, 2)),
        ),
    )


def truth_of(pages: list[SearchPage]) -> Truth:
    return Truth(tuple(folded_page(one.title, list(one.blocks)) for one in by_age(pages)))
