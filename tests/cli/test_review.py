"""`portal review`: signatures get into files, and everything that is no review of this text is refused."""

from __future__ import annotations

import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.projects import REPOSITORY, SMALL
from tests.proofs.kills import KILLED, dying

from portal.reading import read
from portal.records.case import Case

Run = Callable[..., Result]
CASE = "content/cases/2026/2026-001.yaml"
ARTICLE = "content/knowledge/operators/hand-washing.md"
CASE_TEXT = """\
# yaml-language-server: $schema=../../../site_config/schemas/case.schema.json
id: 2026-001
# 标题由案件科拟
title: 某面馆进货不查验案
summary: 一家面馆进货时不看供货者的许可证，被罚款。
business_type: 餐饮服务
focus: 重点环节
facts: |
  2026年9月8日，执法人员检查某面馆，店里的肉丸拿不出供货者的许可证。

  本局责令改正。
provisions_violated: [食品安全法 第五十三条第一款]
legal_basis: [食品安全法 第一百二十六条第一款第（三）项]
decision: {procedure: 普通程序, violation: 进货时未查验, penalties: [罚款], fine_yuan: 5000, decided_on: 2026-11-02}
party: {kind: 个体工商户, name: 某面馆}
significance: 熟人供货也要看证。
lessons: [每次进货看许可证。]
advice: [看看店里公示的原料来源。]  # 消费提示
"""
ARTICLE_TEXT = """\
---
# yaml-language-server: $schema=../../../site_config/schemas/article.schema.json
title: 怎样洗手
summary: 洗手二十秒。
source: 本局编写
verified_on: 2026-11-01
# 三审见下
---

先湿手。![洗手](../../hands.png)

再打肥皂。
"""
POSTS = {"初审": "案件承办岗-03", "复审": "法制审核岗-01", "终审": "分管负责岗-01"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small site: a command reads all of it every time."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def project(content: Path) -> Path:
    for path, text in ((CASE, CASE_TEXT), (ARTICLE, ARTICLE_TEXT)):
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text, "utf-8", newline="\n")
    (content / "site_config/static").mkdir(exist_ok=True)
    (content / "site_config/static/hands.png").write_bytes(b"one hand")
    return content


@pytest.fixture
def sign(run: Run, project: Path) -> Run:
    """Signs a step, by its own post and on a day of its own where none is given."""

    def signed(step: str, *names: str, by: str = "", on: str = "2026-11-20") -> Result:
        return run(
            *("review", *(names or ("2026-001",)), "--as", step, "--by", by or POSTS[step]),
            *("--on", on, "--today", "2026-11-23"),
        )

    return signed


def sign_all(sign: Run, *names: str, on: str = "2026-11-20") -> None:
    for step in POSTS:
        assert sign(step, *names, on=on).exit_code == 0


def warned(run: Run, path: str) -> list[str]:
    return re.findall(r"\[(REVIEW-[A-Z]+-\d+)\]", run("check", path, "--today", "2026-11-23").output)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def without_review(text: str) -> list[str]:
    """The lines but for those that the command has written."""
    return re.sub(r"^review:\n(?:  .*\n)*", "", text, flags=re.MULTILINE).split("\n")


@pytest.mark.parametrize(("path", "text"), [(CASE, CASE_TEXT), (ARTICLE, ARTICLE_TEXT)])
def test_three_signatures_make_a_review_and_nothing_else_moves(
    run: Run, sign: Run, project: Path, path: str, text: str
) -> None:
    name = Path(path).stem
    told = sign("初审", name)
    assert "portal review" in told.output
    assert "--as 复审" in told.output
    for step in ("复审", "终审"):
        told = sign(step, name)
        assert told.exit_code == 0, told.output
    assert "三审签完了" in told.output
    assert "published_on" in told.output
    assert without_review((project / path).read_text("utf-8")) == text.split("\n")
    assert warned(run, path) == []


def test_what_is_signed_is_shown(sign: Run) -> None:
    told = sign("初审", "hand-washing").output
    for part in ("科普文章", "怎样洗手", ARTICLE, "洗手二十秒", "hands.png", "内容指纹"):
        assert part in told


def test_mark_and_line_ends_stay(sign: Run, project: Path) -> None:
    path = project / CASE
    path.write_bytes(
        b"\xef\xbb\xbf" + CASE_TEXT.replace("\n", "\r\n").replace("改正。\r\n", "改正。\n").encode()
    )
    before = path.read_bytes()
    sign_all(sign)
    after = path.read_bytes()
    assert after.startswith(before)
    assert b"\n" not in after.removeprefix(before).replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CASE, "fine_yuan: 5000", "fine_yuan: 6000"),
        (CASE, "本局责令改正。", "本局责令改正，没收肉丸。"),
        (CASE, "lessons: [每次进货看许可证。]", "lessons: [每次进货看许可证。, 留下复印件。]"),
        (ARTICLE, "再打肥皂。", "再打肥皂，搓二十秒。"),
        (ARTICLE, "title: 怎样洗手", "title: 手怎样洗"),
    ],
)
def test_an_edit_after_a_signature_is_told(
    run: Run, sign: Run, project: Path, path: str, old: str, new: str
) -> None:
    sign_all(sign, Path(path).stem)
    edit(project / path, old, new)
    assert warned(run, path) == ["REVIEW-CHANGED-01"]
    edit(project / path, new, old)
    assert warned(run, path) == []


def test_another_picture_of_the_same_name_is_told(run: Run, sign: Run, project: Path) -> None:
    sign_all(sign, "hand-washing")
    (project / "site_config/static/hands.png").write_bytes(b"other hand")
    assert warned(run, ARTICLE) == ["REVIEW-CHANGED-01"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# 标题由案件科拟\n", ""),
        ("fine_yuan: 5000", "fine_yuan: 5000.0"),
        ("  2026年9月8日，执法人员检查某面馆，店里", "  2026年9月8日，\n  执法人员检查某面馆，店里"),
        (
            "party: {kind: 个体工商户, name: 某面馆}",
            "party:\n  name: 某面馆\n  form: anonymised\n  kind: 个体工商户",
        ),
        ("title: 某面馆", "published_on: 2026-11-23\ntitle: 某面馆"),
        ("decided_on: 2026-11-02", "decided_on: 2026-11-02, disclosed_on: 2026-11-05"),
        ("title: 某面馆", "withdrawal: {on: 2026-11-24, reason: 决定撤销}\ntitle: 某面馆"),
    ],
)
def test_what_readers_do_not_see_is_no_edit(run: Run, sign: Run, project: Path, old: str, new: str) -> None:
    sign_all(sign)
    edit(project / CASE, old, new)
    assert "REVIEW-CHANGED-01" not in warned(run, CASE)


def test_after_a_correction_a_new_round_begins_and_the_first_day_stays(
    run: Run, sign: Run, project: Path
) -> None:
    sign_all(sign)
    first = (project / CASE).read_text("utf-8")
    edit(project / CASE, "fine_yuan: 5000", "fine_yuan: 6000")
    refused = sign("终审", by="分管负责岗-02", on="2026-11-22")
    assert refused.exit_code == 1
    assert "从初审签起" in refused.output
    sign_all(sign, on="2026-11-22")
    case = next(entry.record for entry in read(project).site.cases if entry.record.id == "2026-001")  # type: ignore[union-attr]
    assert isinstance(case, Case)
    assert [round.completed_on.isoformat() for round in case.review.rounds if round.completed_on] == [
        "2026-11-20",
        "2026-11-22",
    ]
    assert re.findall('"([0-9a-f]{16})"', first)[0] in (project / CASE).read_text("utf-8")
    assert str(case.review.first_completed_on) == "2026-11-20"
    assert warned(run, CASE) == []


def test_a_third_round_goes_behind_the_second(sign: Run, project: Path) -> None:
    for fine in (5000, 6000, 7000):
        edit(
            project / CASE,
            re.findall(r"fine_yuan: \d+", (project / CASE).read_text("utf-8"))[0],
            f"fine_yuan: {fine}",
        )
        sign_all(sign)
    site = read(project).site
    assert site
    case = next(entry.record for entry in site.cases if entry.record.id == "2026-001")
    assert [one.complete for one in case.review.rounds] == [True, True, True]
    digests = [one.drafted.digest for one in case.review.rounds if one.drafted]
    assert len(set(digests)) == 3


@pytest.mark.parametrize(
    ("steps", "last", "said"),
    [
        ([], ("复审", {}), "还没有初审"),
        (["初审"], ("终审", {}), "还没有复审"),
        (["初审"], ("复审", {"by": "案件承办岗-03"}), "三个不同的人"),
        (["初审"], ("复审", {"by": "案件承办岗－０３"}), "写成“案件承办岗-03”"),
        (["初审"], ("复审", {"by": "案件 承办岗—03"}), "写成“案件承办岗-03”"),
        ([], ("初审", {"by": "张大强"}), "像是姓名"),
        ([], ("初审", {"by": "张 大强"}), "像是姓名"),
        ([], ("初审", {"by": "  "}), "--by 是空的"),
        ([], ("初审", {"on": "2026-11-24"}), "还没有到"),
        (["初审"], ("复审", {"on": "2026-11-19"}), "早于初审"),
        (["初审"], ("初审", {}), "不用再签"),
        (["初审", "复审", "终审"], ("终审", {}), "不用再签"),
    ],
)
def test_what_is_no_review_is_refused(
    sign: Run, project: Path, steps: list[str], last: tuple[str, dict[str, str]], said: str
) -> None:
    for step in steps:
        assert sign(step).exit_code == 0
    before = (project / CASE).read_bytes()
    result = sign(last[0], **last[1])
    assert result.exit_code == 1
    assert said in result.output
    assert (project / CASE).read_bytes() == before


def test_a_step_before_which_the_text_changed_waits(sign: Run, project: Path) -> None:
    sign("初审")
    edit(project / CASE, "fine_yuan: 5000", "fine_yuan: 6000")
    assert "先重新签初审" in sign("复审").output
    sign_all(sign)
    assert "earlier" not in (project / CASE).read_text("utf-8")


def test_several_are_signed_all_or_none(sign: Run, project: Path) -> None:
    assert sign("初审", "hand-washing").exit_code == 0
    before = (project / CASE).read_bytes()
    result = sign("复审", "hand-washing", "2026-001")
    assert result.exit_code == 1
    assert "2026-001：还没有初审" in result.output
    assert "一条也没有签" in result.output
    assert (project / CASE).read_bytes() == before
    assert "checked" not in (project / ARTICLE).read_text("utf-8")
    assert sign("初审", "2026-001").exit_code == 0
    assert sign("复审", "hand-washing", "2026-001").exit_code == 0


def test_a_record_with_errors_is_not_signed(sign: Run, project: Path) -> None:
    edit(project / CASE, "食品安全法 第五十三条第一款", "食品安全法 第二百条")
    result = sign("初审")
    assert result.exit_code == 1
    assert "CITE-ARTICLE-01" in result.output
    assert "一条也没有签" in result.output
    edit(project / CASE, "title: 某面馆", "title：某面馆")
    result = sign("初审")
    assert result.exit_code == 1
    assert "读不出来" in result.output


def test_an_unknown_id_and_one_of_two_kinds(sign: Run, project: Path) -> None:
    assert "是不是“2026-001”？" in sign("初审", "2026-01").output
    risk = (project / "content/risks/cold-dishes.yaml").read_text("utf-8")
    risk = risk.replace("formerly: [cold-food]\n", "")
    path = project / "content/risks/hand-washing.yaml"
    path.write_text(risk[: risk.index("review:")].replace("id: cold-dishes", "id: hand-washing"), "utf-8")
    result = sign("初审", "hand-washing")
    assert result.exit_code == 1
    assert "article:hand-washing（科普文章）、risk:hand-washing（一品一策）" in result.output
    assert sign("初审", "article:hand-washing").exit_code == 0
    told = sign("初审", "risk:hand-washing")
    assert told.exit_code == 0, told.output


@pytest.mark.parametrize(
    "review",
    [
        "review: {}\n",
        "review: {drafted: {by: 案件承办岗-09, on: 2026-11-10}}  # 手签\n",
        "review:\n    drafted: {on: 2026-11-10, by: 案件承办岗-09}\n",
        "review:\n  # 初审\n  drafted:\n    on: 2026-11-10  # 补\n    by: 案件承办岗-09",
        "review: {drafted: {by: 甲岗, on: 2026-11-10}, checked: {by: 乙岗, on: 2026-11-10}, approved: {by: 丙岗, on: 2026-11-10}}\n",
        "review:\n  approved: {by: 丙岗, on: 2026-11-10}\n  # 复审\n  checked: {by: 乙岗, on: 2026-11-10}\n  drafted: {by: 甲岗, on: 2026-11-10}\n",
    ],
)
def test_however_the_review_was_written_by_hand(run: Run, sign: Run, project: Path, review: str) -> None:
    (project / CASE).write_text(CASE_TEXT + review, "utf-8", newline="\n")
    sign_all(sign)
    text = (project / CASE).read_text("utf-8")
    assert text.startswith(CASE_TEXT)
    assert [note for note in re.findall("#.*", review) if note not in text] == []
    assert warned(run, CASE) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise")
def test_killed_in_the_middle_a_file_is_the_old_or_the_new_one(project: Path) -> None:
    paths = [project / CASE, project / ARTICLE]
    before = [path.read_bytes() for path in paths]
    seen, killed = set(), 0
    command = ("review", "2026-001", "hand-washing", "--as", "初审", "--by", "岗-01", "--on", "2026-11-20")
    for point in range(1, 30):
        ended = dying(point, "--root", str(project), *command, "--today", "2026-11-23").returncode
        now = [path.read_bytes() for path in paths]
        for path, old, new in zip(paths, before, now, strict=True):
            assert new == old or (new != old and b"drafted:" in new and len(new) > len(old)), (point, path)
            path.write_bytes(old)
        seen.add(tuple(new != old for old, new in zip(before, now, strict=True)))
        if ended == 0:
            break
        assert ended == KILLED
        killed += 1
    assert killed >= 4
    assert {(False, False), (True, True)} <= seen
