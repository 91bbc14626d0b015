"""Files of an earlier version become files of this one; what a person wrote around the changed places stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from portal.migrating import Migration, migrate
from portal.reading.parsed import parse
from portal.reading.record_kinds import BY_NAME
from portal.records.publicity import Publicity
from portal.records.vocabulary import Words

REPOSITORY = Path(__file__).parents[2]
PUBLICITY = "site_config/publicity.yaml"
VOCABULARY = "site_config/vocabulary.yaml"
CASE = "content/cases/2024/2024-002.yaml"
OLD_PUBLICITY = """\
# 本局的公示规则
publish_within_working_days: 15
withdraw_within_working_days: 2  # 比规定短一天
short_months: 3
long_months: 36
# 数额由市局规定
thresholds:
  # 第一次
  - effective: 2022-07-01
    person_yuan: 3000
    organisation_yuan: 30000
    source: 本市的标准
    certainty: verified
# 只作记录
credit_tiers:
  - effective: 2026-04-01
    name: 轻微
    minimum_months: 0
    maximum_months: 3
    source: 信用修复管理办法
    certainty: secondary
"""
OLD_CASE = """\
# 案例
id: 2024-002
decision:
  penalties: [罚款]  # 一种
  decided_on: 2024-08-08   # 决定书上的
  # 没有限制
party: {kind: 企业, form: named, name: 示例餐饮有限公司}
published_on: 2024-08-20
"""
ADDED = "  disclosed_on: 2024-08-20  # 迁移：照发布日期填的，请对照公示系统核对\n"


def migrated(path: str, text: str) -> str:
    """The text after the migration; nothing may stand in its way, and a second run finds nothing to do."""
    found = migrate({path: text.encode()})
    assert found.refusals == ()
    new = found.changes[0].new if found.changes else text
    assert migrate({path: new.encode()}) == Migration((), ())
    return new


def publicity(text: str) -> Publicity:
    parsed = parse(PUBLICITY, text.encode(), BY_NAME["publicity"], Words())
    assert parsed.problems == ()
    assert isinstance(parsed.record, Publicity)
    return parsed.record


def test_the_old_text_keeps_its_lengths_and_thresholds() -> None:
    record = publicity(migrated(PUBLICITY, OLD_PUBLICITY.replace("long_months: 36", "long_months: 24")))
    old, new = record.texts
    assert (record.publish_within_working_days, record.withdraw_within_working_days) == (15, 2)
    assert (old.lower.months, old.ordinary.months, old.severe.months) == (3, 24, 24)
    assert old.thresholds[0].organisation_yuan == 30_000
    assert (new.effective.isoformat(), new.ordinary.months) == ("2025-12-25", 12)


def test_the_amended_text_is_the_one_of_the_product() -> None:
    product = publicity((REPOSITORY / PUBLICITY).read_text("utf-8"))
    record = publicity(migrated(PUBLICITY, OLD_PUBLICITY))
    assert record.texts[1] == product.texts[1]
    assert record.texts[0].model_copy(update={"thresholds": product.texts[0].thresholds}) == product.texts[0]
    assert (record.earlier_cases, record.last_day) == (product.earlier_cases, product.last_day)


def test_comments_of_the_publicity_file_stay() -> None:
    new = migrated(PUBLICITY, OLD_PUBLICITY)
    for kept in (
        "# 本局的公示规则\n",
        "  # 比规定短一天\n",
        "    # 数额由市局规定\n    thresholds:\n      # 第一次\n",
    ):
        assert kept in new
    assert "只作记录" not in new


@pytest.mark.parametrize("thresholds", ["", "thresholds: []\n"])
def test_a_publicity_file_without_thresholds_or_tiers(thresholds: str) -> None:
    start = OLD_PUBLICITY.split("# 数额由市局规定", maxsplit=1)[0]
    assert publicity(migrated(PUBLICITY, start + thresholds)).texts[0].thresholds == ()


def test_the_products_own_files_need_nothing() -> None:
    paths = [PUBLICITY, VOCABULARY, *_cases()]
    assert migrate({path: (REPOSITORY / path).read_bytes() for path in paths}) == Migration((), ())


def _cases() -> list[str]:
    files = sorted((REPOSITORY / "content/cases").glob("*/*.yaml"))
    return [file.relative_to(REPOSITORY).as_posix() for file in files]


def test_a_named_case_gets_the_day_behind_the_decision() -> None:
    line = "  decided_on: 2024-08-08   # 决定书上的\n"
    assert migrated(CASE, OLD_CASE) == OLD_CASE.replace(line, line + ADDED)


def test_a_decision_in_one_line() -> None:
    old = OLD_CASE.replace("decision:\n  penalties: [罚款]  # 一种\n", "decision: {penalties: [罚款], ")
    old = old.replace("  decided_on: 2024-08-08   # 决定书上的\n  # 没有限制\n", "decided_on: 2024-08-08}\n")
    new = migrated(CASE, old)
    assert "# 迁移：照发布日期填的，请对照公示系统核对\ndecision: {" in new
    assert YAML(typ="safe").load(new)["decision"]["disclosed_on"].isoformat() == "2024-08-20"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("form: named", "form: anonymised"),
        ("published_on: 2024-08-20\n", ""),
        ("published_on: 2024-08-20", "published_on: 八月"),
        ("  # 没有限制\n", "  disclosed_on: 2024-08-19\n"),
        ("decision:", "decisions:"),
    ],
)
def test_other_cases_stay_as_they_are(old: str, new: str) -> None:
    text = OLD_CASE.replace(old, new)
    assert migrated(CASE, text) == text


def test_words_of_law_are_added_at_the_end_of_their_list() -> None:
    old = (REPOSITORY / VOCABULARY).read_text("utf-8")
    lines = [one for one in old.splitlines(keepends=True) if "吊销营业执照" in one or "责令关闭" in one]
    for line in lines:
        old = old.replace(line, "")
    old = old.replace("name: 简易程序", "name: 当场处罚, note: 别的叫法").replace(
        "当场处罚, 简易]", "简易程序]"
    )
    old = old.replace("id: restrict-employment,", "id: close,")
    new = migrated(VOCABULARY, old)
    added = "  - {id: revoke-business-licence, name: 吊销营业执照}\n  - {id: close-2, name: 责令关闭}\n"
    assert new == old.replace("party_kinds:\n", added + "party_kinds:\n")


def test_words_in_one_line() -> None:
    new = migrated(VOCABULARY, "party_kinds: [{id: company, name: 企业}]\n")
    assert new == "party_kinds: [{id: company, name: 企业}, {id: person, name: 自然人}]\n"


def test_a_file_that_cannot_be_read_is_named() -> None:
    found = migrate({CASE: b"decision: [", VOCABULARY: (REPOSITORY / VOCABULARY).read_bytes()})
    assert found.refusals == (CASE,)
