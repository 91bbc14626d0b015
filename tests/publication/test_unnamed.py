"""What may be handed out of a case that names its party does not tell who it is."""

from __future__ import annotations

import pytest
from tests.pages.made import small_site

from portal.publication.unnamed import unnamed_title, without_party
from portal.records.case import Case

NAME = "上海市金山区石化街道王记烧烤店"


def named(title: str, name: str = NAME) -> Case:
    case = next(entry.record for entry in small_site().cases if entry.record.party.form == "named")
    party = case.party.model_copy(update={"name": name})
    decision = case.decision.model_copy(update={"violation": "经营超过保质期的食品"})
    return case.model_copy(update={"title": title, "party": party, "decision": decision})


def test_a_title_loses_the_name_and_keeps_the_deed() -> None:
    assert unnamed_title(named(f"{NAME}经营超过保质期的食品案")) == "经营超过保质期的食品案"


@pytest.mark.parametrize("title", ["王记烧烤经营过期食品案", "石化街道王 记 烧烤案", NAME])
def test_a_title_that_still_tells_gives_way_to_what_was_decided(title: str) -> None:
    said = unnamed_title(named(title))
    assert said.endswith("：经营超过保质期的食品")
    assert "王" not in said


def test_what_is_said_of_the_deed_may_not_tell_either() -> None:
    case = named("王记案")
    decision = case.decision.model_copy(update={"violation": "王记烧烤店卖过期食品"})
    assert unnamed_title(case.model_copy(update={"decision": decision})) == case.business_type


def test_a_text_speaks_of_the_party_or_says_nothing() -> None:
    case = named("案")
    assert without_party(case, f"{NAME}把过期豆干卖给人。") == "当事人把过期豆干卖给人。"
    assert without_party(case, "王记烧烤把过期豆干卖给人。") == ""
    assert without_party(case, f"信用代码{case.party.credit_code}。") == ""


def test_a_name_of_everyday_words_is_looked_for_as_it_is() -> None:
    case = named("示例食品有限公司案", "食品有限公司")
    assert without_party(case, "卖食品要有许可。") == "卖食品要有许可。"


def test_a_case_for_teaching_stays_as_it_is() -> None:
    case = next(entry.record for entry in small_site().cases if entry.record.party.form == "anonymised")
    assert unnamed_title(case) == case.title
