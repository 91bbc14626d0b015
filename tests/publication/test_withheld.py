"""What of parties may not stand on the site of a day."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from tests.projects import small_project

from portal.publication.withheld import CODE, NAME, NUMBER, party_names, plain
from portal.reading import read
from portal.records import Site
from portal.source import read_yaml

WITHDRAWN, OPEN = "content/cases/2024/2024-003.yaml", "content/cases/2024/2024-002.yaml"
BEFORE, TODAY, AFTER = datetime.date(2024, 9, 3), datetime.date(2024, 12, 1), datetime.date(2030, 1, 1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def site_of(root: Path) -> Site:
    site = read(root).site
    assert site is not None
    return site


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def hidden(site: Site, day: datetime.date) -> dict[str, tuple[str, str, str]]:
    return {one.text: (one.what, one.case, one.why) for one in party_names(site, day).hidden}


def test_the_party_of_a_withdrawn_case_is_hidden_from_that_day_on(project: Path) -> None:
    site = site_of(project)
    assert hidden(site, BEFORE) == {}
    assert hidden(site, TODAY) == {
        "示例食品商店": (NAME, "2024-003", "已撤回"),
        "92310000MA1EXAMP37": (CODE, "2024-003", "已撤回"),
        "示例市监处罚〔2024〕0003号": (NUMBER, "2024-003", "已撤回"),
    }
    assert {"示例餐饮有限公司", "91310000MA1EXAMP4D", "示例一所"} <= party_names(site, TODAY).public


def test_a_party_is_hidden_when_its_period_is_over_and_before_it_begins(project: Path) -> None:
    site = site_of(project)
    assert hidden(site, AFTER)["示例餐饮有限公司"] == (NAME, "2024-002", "公示期满，已经隐去")
    early = datetime.date(2024, 8, 19)
    assert hidden(site, early)["示例餐饮有限公司"] == (NAME, "2024-002", "还没有到发布日期")
    assert party_names(site, early).paths >= {OPEN}


def test_what_another_open_case_carries_is_not_hidden(project: Path) -> None:
    change(project, OPEN, "name: 示例餐饮有限公司", "name: 示例食品商店")
    assert hidden(site_of(project), TODAY).keys() == {"92310000MA1EXAMP37", "示例市监处罚〔2024〕0003号"}


@pytest.mark.parametrize(
    "name", ["某食品商店", "张某", "食品店", "便利店", "一家食品有限公司", "当事人", "甲店"]
)
def test_a_name_that_could_be_anybodys_is_not_looked_for(project: Path, name: str) -> None:
    change(project, WITHDRAWN, "name: 示例食品商店", f"name: {name}")
    assert name not in hidden(site_of(project), TODAY)


def test_a_designation_is_no_name_and_a_registered_name_is(project: Path) -> None:
    draft = "content/cases/2024/2024-004.yaml"
    change(project, draft, "name: 张某", "name: 卖熟食的夫妻档")
    assert "卖熟食的夫妻档" not in hidden(site_of(project), TODAY)
    change(project, draft, "name: 卖熟食的夫妻档", "name: 滨河鲜鲜食品有限公司")
    assert hidden(site_of(project), TODAY)["滨河鲜鲜食品有限公司"][2] == "没有发布日期"


def test_a_file_that_was_left_out_still_says_who_it_is_about(project: Path) -> None:
    text = "id: 2024-009\nparty:\n  form: named\n  name: '滨河鲜鲜食品有限公司' # 新\n  credit_code: \"91310000MA1EXAMP4D\"\n"
    file = read_yaml("content/cases/2024/2024-009.yaml", text.encode()).file
    site = replace(site_of(project), left_out=(file,))
    found = hidden(site, TODAY)
    assert found["滨河鲜鲜食品有限公司"] == (NAME, "2024-009", "草稿有错，没有收进来")
    # The open case has this code.
    assert "91310000MA1EXAMP4D" not in found


def test_how_it_is_written_makes_no_difference() -> None:
    assert plain("示例市监处罚〔2024〕 0003 号") == plain("示例市监处罚[２０２４]0003号")
    assert plain("上海Ａ\u200b店（金山）") == plain("上海a店(金山)")
