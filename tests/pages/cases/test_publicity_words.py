"""The last public day of a named case: page, head, data, kit and the page that is left all name the same one."""

from __future__ import annotations

import csv
import datetime
import io
import json
from dataclasses import replace

import pytest
from tests.pages.made import changed, output, small_site, text

from portal.pages import Output
from portal.pages.machines.head import head
from portal.records import Site
from portal.records.case import DecidedPeriod, StoppedEarly

CASE = "2024-002"
PARTY = "示例餐饮有限公司"
ADDRESS, KIT = f"cases/{CASE}/", f"kit/case/{CASE}/"
LAST = "2026-09-20"
IN_WORDS = "公示到2026年9月20日（当天仍公开）"


@pytest.fixture(scope="module")
def site() -> Site:
    """The named case was fined at the lowest tier and disclosed on 2026-06-20: three months."""
    return decided(
        small_site(), decided_on="2026-06-08", disclosed_on="2026-06-20", field="食品", tier="从轻"
    )


def decided(site: Site, **fields: object) -> Site:
    case = next(one.record for one in site.cases if one.record.id == CASE)
    days = {name: value for name, value in fields.items() if name.endswith("_on")}
    fields |= {name: datetime.date.fromisoformat(str(value)) for name, value in days.items()}
    decision = case.decision.model_copy(
        update={"penalties": ("罚款",), "fine_yuan": 20000, "confiscated_yuan": 0, **fields}
    )
    published_on = datetime.date(2026, 6, 22)
    return replace(site, cases=changed(site.cases, CASE, decision=decision, published_on=published_on))


def row(made: Output) -> dict[str, str] | None:
    rows = csv.DictReader(io.StringIO(made.files["data/cases.csv"]().decode("utf-8-sig")))
    return next((one for one in rows if one["id"] == CASE), None)


def heads(made: Output) -> str:
    return head(made.by_address[ADDRESS], made)


@pytest.mark.parametrize("day", ["2026-09-19", LAST])
def test_until_and_on_its_last_day_all_name_that_day(site: Site, day: str) -> None:
    made = output(site, day)
    page = text(made, ADDRESS)
    assert PARTY in page
    assert IN_WORDS in page
    assert "（2025年修正）第十三条第一款，三个月" in page
    assert "unavailable_after: 2026-09-21T00:00:00+08:00" in heads(made)
    assert f'<meta name="until" content="{LAST}">' in heads(made)
    assert f'"expires":"{LAST}"' in heads(made)
    assert f"本案{IN_WORDS}，到期请撤下。" in text(made, KIT)
    assert IN_WORDS in made.files[f"{KIT}poster-a4.svg"]().decode()
    found = row(made)
    assert found
    assert found["public_until"] == LAST
    index = json.loads(made.files["cases/index.json"]())
    assert index["until"] == {str(index["id"].index(CASE)): LAST}
    assert f'data-until="{LAST}"' in text(made, "cases/")


def test_after_its_last_day_only_the_day_is_left(site: Site) -> None:
    made = output(site, "2026-09-21")
    page = text(made, ADDRESS)
    assert IN_WORDS in page
    assert "公示已经停止" in page
    assert PARTY not in page + heads(made) + text(made, "cases/")
    assert "unavailable_after" not in heads(made)
    assert row(made) is None
    assert not [path for path in (*made.by_address, *made.files) if path.startswith(KIT)]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"field": "食品", "tier": "一般"}, "（2025年修正）第十四条第一款，三年"),
        ({"field": "其他", "tier": "一般"}, "（2025年修正）第十五条，一年"),
        (
            {"field": "食品", "tier": "未写明", "period": DecidedPeriod(months=36, reason="查不明阶次")},
            "条文没有规定，本局认定36个月",
        ),
        (
            {
                "field": "其他",
                "tier": "一般",
                "stopped_early": StoppedEarly(on=datetime.date(2026, 12, 1), basis="信用修复"),
            },
            "公示到2026年11月30日（当天仍公开）<br><small>按规定提前停止公示：信用修复",
        ),
    ],
)
def test_the_page_says_by_which_article(site: Site, fields: dict[str, object], words: str) -> None:
    assert words in text(output(decided(site, **fields), "2026-07-01"), ADDRESS)


def test_a_case_for_teaching_ends_on_no_day() -> None:
    made = output(small_site(), "2024-10-01")
    page = made.by_address["cases/2024-001/"]
    assert "公示期" not in text(made, page.address)
    assert "unavailable_after" not in head(page, made)
