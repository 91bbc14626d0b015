"""`portal new`: a file that says itself what to fill in, and that passes the check once it is filled in."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from portal.reading.record_kinds import BY_NAME
from portal.source.layout import indent_of

TODAY = "2026-11-23"
Run = Callable[..., Result]

CASE = "content/cases/2026/2026-001.yaml"
MONTH = "content/outcomes/2024-06.yaml"
ARTICLE = "content/knowledge/operators/hand-washing.md"
RISK = "content/risks/soup.yaml"
PRACTICE = "content/practices/market-walk.yaml"
BANK = "quizzes/bank/waste.yaml"
PERSONNEL = "quizzes/bank/personnel.yaml"
NEW = {
    CASE: ["case"],
    MONTH: ["outcome"],
    ARTICLE: ["article", "--section", "operators", "--id", "hand-washing"],
    RISK: ["risk", "--id", "soup"],
    PRACTICE: ["practice", "--id", "market-walk"],
    BANK: ["question", "--topic", "反食品浪费"],
}
# What a member of staff would write, by the name of the field; lists take it as their one item.
WRITTEN = {
    "business_type": "餐饮服务",
    "business_types": "餐饮服务",
    "product": "冷食类食品",
    "focus": "重点环节",
    "unit": "示例一所",
    "facts": "2026年10月，执法人员检查某餐饮店，查到超过保质期的调味料3瓶。",
    "provisions_violated": "食品安全法 第三十四条第（十）项",
    "legal_basis": "食品安全法 第一百二十四条第一款第（五）项",
    "citations": "食品安全法 第五十四条第一款",
    "penalties": "没收非法财物",
    "decided_on": "2026-11-02",
    "kind": "个体工商户",
    "name": "某餐饮店",
    "responsible": "食品安全员",
    "posts": "食品安全员",
    "answer": "[a]",
    "figures": "12",
}


@pytest.fixture
def project(content: Path) -> Path:
    """Without 2024-06, without cases of 2026 and without most questions, which every command would read."""
    (content / MONTH).unlink()
    shutil.rmtree((content / CASE).parent, ignore_errors=True)
    kept = (content / PERSONNEL).read_bytes()
    shutil.rmtree(content / "quizzes")
    (content / PERSONNEL).parent.mkdir(parents=True)
    (content / PERSONNEL).write_bytes(kept)
    return content


def new(run: Run, *arguments: str) -> Result:
    return run("new", *arguments, "--today", TODAY)


def findings(run: Run, path: str) -> list[dict[str, str | int]]:
    """The errors of `portal check` in one file."""
    printed = run("check", path, "--format", "json", "--today", TODAY).stdout
    return [found for found in json.loads(printed) if found["severity"] == "error"]


@pytest.mark.parametrize("path", NEW)
def test_a_new_file_names_its_schema_and_tells_what_to_do_next(run: Run, project: Path, path: str) -> None:
    result = new(run, *NEW[path])
    assert result.exit_code == 0, result.output
    first, second = (project / path).read_text("utf-8").split("\n")[:2]
    assert (second if first == "---" else first).startswith("# yaml-language-server: $schema=../")
    assert f"portal check {path}" in result.stdout
    assert TODAY in (project / path).read_text("utf-8")


@pytest.mark.parametrize("path", NEW)
def test_a_new_file_lacks_only_what_is_to_be_filled_in(run: Run, project: Path, path: str) -> None:
    new(run, *NEW[path])
    lines = (project / path).read_text("utf-8").split("\n")
    found = findings(run, path)
    assert found
    for one in found:
        if one["code"] == "FILE-MANY":
            continue
        assert one["message"] == "这一项是空的" or "“空值”" in str(one["message"]), one
        assert lines[int(one["line"]) - 1].rstrip().endswith((":", "-", "|")), one


@pytest.mark.parametrize("path", NEW)
def test_a_new_file_passes_once_it_is_filled_in(run: Run, project: Path, path: str) -> None:
    new(run, *NEW[path])
    text = filled_in((project / path).read_text("utf-8"))
    (project / path).write_text(text, "utf-8")
    assert findings(run, path) == []


@pytest.mark.parametrize("path", NEW)
def test_every_field_is_explained_in_a_new_file(run: Run, project: Path, path: str) -> None:
    new(run, *NEW[path])
    text = (project / path).read_text("utf-8")
    kind = {"md": "article"}.get(path.rpartition(".")[2]) or next(
        kind.name for kind in BY_NAME.values() if kind.pattern.fullmatch(path)
    )
    fields = set(BY_NAME[kind].model.model_fields)
    missing = {
        field for field in fields if not re.search(rf"^\s*(?:# *)?(?:- )?{field}:", text, re.MULTILINE)
    }
    assert missing == set()


def test_allowed_words_stand_in_the_comments(run: Run, project: Path) -> None:
    new(run, "case")
    comments = [
        line for line in (project / CASE).read_text("utf-8").split("\n") if line.lstrip().startswith("#")
    ]
    vocabulary = yaml.safe_load((project / "site_config/vocabulary.yaml").read_text("utf-8"))
    for group in ("business_types", "products", "penalties", "party_kinds", "topics"):
        for term in vocabulary[group]:
            assert any(term["name"] in line for line in comments)


def test_cases_are_numbered_by_year(run: Run, project: Path) -> None:
    for number in ("001", "002"):
        assert f"content/cases/2026/2026-{number}.yaml" in new(run, "case").stdout
    (project / CASE).unlink()
    assert "2026-003" in new(run, "case").stdout
    assert "content/cases/2027/2027-001.yaml" in run("new", "case", "--today", "2027-01-04").stdout


def test_months_come_in_order_and_only_those_of_the_campaign(run: Run, project: Path) -> None:
    assert "content/outcomes/2024-06.yaml" in new(run, "outcome").stdout
    full = new(run, "outcome")
    assert full.exit_code == 1
    assert "每个月都有数据文件了" in full.stderr
    outside = new(run, "outcome", "--month", "2025-07")
    assert outside.exit_code == 1
    assert "不在专项行动的 2024-05 至 2025-03 之内" in outside.stderr
    assert "写成 2024-06" in new(run, "outcome", "--month", "2024年6月").stderr


@pytest.mark.parametrize("path", [MONTH, ARTICLE, RISK, PRACTICE])
def test_nothing_is_overwritten(run: Run, project: Path, path: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text("我的草稿", "utf-8")
    again = new(run, *NEW[path], *(["--month", "2024-06"] if path == MONTH else []))
    assert again.exit_code == 1
    assert "已经" in again.stderr
    assert (project / path).read_text("utf-8") == "我的草稿"


def test_a_question_goes_to_the_end_of_its_bank_and_changes_nothing_else(run: Run, project: Path) -> None:
    bank = project / PERSONNEL
    before = bank.read_text("utf-8")
    last = max(re.findall(r"personnel-(\d+)", before))
    assert f"编号 personnel-{int(last) + 1:03d}" in new(run, "question", "--topic", "人员健康与卫生").stdout
    after = bank.read_text("utf-8")
    assert after.startswith(before)
    assert yaml.safe_load(after)["questions"][:-1] == yaml.safe_load(before)["questions"]


def test_a_question_goes_before_what_follows_the_list(run: Run, project: Path) -> None:
    bank = project / PERSONNEL
    text = bank.read_text("utf-8").replace("topic: 人员健康与卫生\n", "")
    bank.write_text(text + "# 这一库考什么\ntopic: 人员健康与卫生\n", "utf-8")
    assert new(run, "question", "--topic", "personnel").exit_code == 0
    after = bank.read_text("utf-8")
    assert after.endswith("    origin: 自编\n# 这一库考什么\ntopic: 人员健康与卫生\n")


@pytest.mark.parametrize("trace", ["status: retired", "# personnel-091 已停用，不再使用"])
def test_numbers_of_questions_are_never_used_again(run: Run, project: Path, trace: str) -> None:
    bank = project / PERSONNEL
    text = bank.read_text("utf-8")
    text = text.replace("personnel-006", "personnel-091").replace("status: ready", "status: retired")
    if trace.startswith("#"):
        text = trace + "\n" + bank.read_text("utf-8")
    bank.write_text(text, "utf-8")
    assert "personnel-092" in new(run, "question", "--topic", "人员健康与卫生").stdout


def test_a_broken_bank_is_not_touched(run: Run, project: Path) -> None:
    bank = project / PERSONNEL
    bank.write_text("topic: 人员健康与卫生\nquestions: []\n", "utf-8")
    result = new(run, "question", "--topic", "人员健康与卫生")
    assert result.exit_code == 1
    assert "portal check quizzes/bank/personnel.yaml" in result.stderr
    assert bank.read_text("utf-8") == "topic: 人员健康与卫生\nquestions: []\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["risk"], "缺少 --id（编号）。例如：portal new risk --id cold-dishes"),
        (["risk", "--id", "Cold Dishes"], "只用小写字母、数字和连字符"),
        (["practice", "--id", "凉菜"], "只用小写字母、数字和连字符"),
        (["article", "--id", "x"], "缺少 --section（栏目）"),
        (["article", "--id", "x", "--section", "给消费"], "是不是“给消费者”？"),
        (
            ["article", "--id", "read-food-labels", "--section", "operators"],
            "已经用在 content/knowledge/public/read-food-labels.md",
        ),
        (["question"], "缺少 --topic（题库主题）"),
        (["question", "--topic", "清洁消毒"], "是不是“清洗消毒”？"),
    ],
)
def test_mistakes_on_the_command_line_are_told_with_the_choice(
    run: Run, arguments: list[str], told: str
) -> None:
    result = new(run, *arguments)
    assert result.exit_code == 1
    assert told in result.stderr


def test_a_project_that_cannot_be_read_is_told_so(run: Run, project: Path) -> None:
    (project / "content/campaign.yaml").write_text("title：没有半角冒号\n", "utf-8")
    result = new(run, "case")
    assert result.exit_code == 1
    assert "portal check site_config content/campaign.yaml" in result.stderr


def filled_in(text: str) -> str:
    """The text with something sensible at the end of every line that waits for it."""
    lines = text.split("\n")
    key = ""
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare.startswith("#") or not bare:
            continue
        if match := re.match(r"(?:- )?([a-z_]+):", bare):
            key = match[1]
        waits = line.endswith((": ", "- ")) or bare == "facts: |"
        if waits and bare.endswith("|"):
            lines[number + 1] = " " * (indent_of(line) + 2) + WRITTEN[key]
        elif waits and key != "reported_on":
            lines[number] = line + written(key, line)
    return "\n".join(lines) + ("" if text.endswith("\n") else "\n")


def written(key: str, line: str) -> str:
    if key in WRITTEN:
        return WRITTEN[key]
    return "0" if indent_of(line) == 6 and len(key) > 1 else f"这里写{key}的内容"
