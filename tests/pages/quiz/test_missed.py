"""本月易错: real results by question, only of what everyone may see, and only where enough people answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.pages.made import changed, output, small_site, text

from portal.pages.quiz.missed import TITLE
from portal.quiz.marking import PARTS
from portal.records import Entry, Site
from portal.records.spot_check import SpotCheck

PAGE = "quiz/missed/"


def item(number: int, people: int, right: int, **more: Any) -> dict[str, Any]:
    """So many of the people answered the question rightly."""
    return {
        "id": f"personnel-00{number}",
        "version": 1,
        "n": people,
        "x": PARTS * right,
        "xx": PARTS**2 * right,
        **more,
    }


def checked(site: Site, *months: tuple[str, list[dict[str, Any]]]) -> Site:
    """The site after these months of spot checks."""
    made = [
        SpotCheck.model_validate(
            {"month": month, "published_on": "2024-11-30", "firms": 9, "people": 90, "passed": 80,
             "passed_after": 90, "items": items}
        )
        for month, items in months
    ]  # fmt: skip
    return replace(site, spot_checks=tuple(Entry(one, site.campaign.file) for one in made))


def test_without_results_the_page_says_so() -> None:
    page = text(output(small_site()), PAGE)
    assert "现在没有可以列的题" in page
    assert "p-question" not in page


def test_what_was_missed_most_stands_first_with_its_trap_its_articles_and_practice() -> None:
    items = [
        item(1, 40, 28, chosen={"a": 9, "b": 28, "c": 3}),
        item(2, 40, 10, chosen={"a": 36, "b": 12, "c": 22}),
    ]
    page = text(output(checked(small_site(), ("2024-11", items))), PAGE)
    assert page.index("哪些人要有健康证明才能上岗？") < page.index("健康检查多久做一次？")
    assert "<strong>得分率25%</strong>，40人答过。错选得最多的是“C. 只记账的会计”。" in page
    assert "错选得最多的是“A. 入职时做一次”。" in page
    assert "2024年11月的抽查考核" in page
    assert 'laws/food-safety-law/#a45"' in page
    assert 'quiz/practice/?mode=order&amp;topic=personnel">练“人员健康与卫生”的题</a>' in page
    assert "<strong>答案：A、B</strong>" in page


def test_months_add_up_to_the_thirty_that_are_needed() -> None:
    may = ("2024-10", [item(1, 15, 5)])
    assert "得分率" not in text(output(checked(small_site(), may)), PAGE)
    both = text(output(checked(small_site(), may, ("2024-11", [item(1, 15, 4)]))), PAGE)
    assert "<strong>得分率30%</strong>，30人答过。" in both
    assert "2024年10月到2024年11月的抽查考核" in both


def test_what_most_people_know_is_no_pitfall() -> None:
    assert "得分率" not in text(output(checked(small_site(), ("2024-11", [item(1, 40, 36)]))), PAGE)


def test_reserved_drafts_and_older_versions_stay_away() -> None:
    """A reserved question is kept for paper; what was asked before a change says nothing of the question of today."""
    items = [item(3, 40, 4), item(4, 40, 4), item(2, 40, 4)]
    site = checked(small_site(), ("2024-11", items))
    page = text(output(replace(site, questions=changed(site.questions, "personnel-002", version=2))), PAGE)
    assert "得分率" not in page
    assert "戴好口罩" not in page


def test_a_month_that_is_not_published_yet_says_nothing() -> None:
    site = checked(small_site(), ("2024-11", [item(1, 40, 4)]))
    assert "得分率" not in text(output(site, "2024-11-29"), PAGE)


def test_invented_results_are_marked() -> None:
    site = checked(small_site(), ("2024-11", [item(1, 40, 4)]))
    invented = replace(site, spot_checks=changed(site.spot_checks, "2024-11", demo=True))
    assert "示例数据" in text(output(invented), PAGE)
    assert "示例数据" not in text(output(site), PAGE)


def test_the_front_page_of_the_quiz_leads_there() -> None:
    assert f'href="../{PAGE}"' in text(output(small_site()), "quiz/")
    assert output(small_site()).by_address[PAGE].title == TITLE
