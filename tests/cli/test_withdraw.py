"""`portal withdraw`: one command, one build, and the case is gone from every file."""

from __future__ import annotations

import codecs
import subprocess
from pathlib import Path

import pytest
from tests.named_case import BROKEN, CASES, FACT, NAMED, PARTY, change, published, telling
from tests.projects import fingerprint, portal
from tests.proofs.kills import KILLED, dying

REASON = "处罚决定经复议撤销"
FILE = f"{CASES}/{NAMED}.yaml"
URL = "https://www.binhe.gov.cn/food-safety/"


@pytest.fixture
def site(shared: Path, tmp_path: Path) -> tuple[Path, str]:
    root, day = published(shared, tmp_path)
    return root, day.isoformat()


def withdraw(root: Path, day: str, *more: str, reason: str = REASON) -> subprocess.CompletedProcess[str]:
    return portal(root, "withdraw", *(more or (NAMED,)), "--reason", reason, "--today", day)


def test_it_is_gone_in_one_build(site: tuple[Path, str]) -> None:
    root, day = site
    told = telling(root / "site", PARTY, FACT)
    assert len(told) > 10
    result = withdraw(root, day)
    assert result.returncode == 0, result.stderr
    assert telling(root / "site", PARTY, FACT) == []
    assert not (root / f"site/kit/case/{NAMED}").exists()
    assert REASON in (root / f"site/cases/{NAMED}/index.html").read_text("utf-8")
    engines, caches = result.stdout.split("请搜索引擎删除")[1].split("清除这些网址的缓存")
    assert engines.split()[1:3] == [f"{URL}cases/{NAMED}/", f"{URL}kit/case/{NAMED}/"]
    for path in (f"cases/{NAMED}/", f"kit/case/{NAMED}/card.png", "cases/", "cases/index.json", "search/*"):
        assert f"  {URL}{path}\n" in caches
    assert f"{URL}feeds/cases.atom.xml\n" in caches
    assert f"{URL}sitemap.xml\n" in caches
    assert f"{URL}about/" not in caches
    # Nothing that told of the case is missing in the list.
    for name in told:
        plain = name.removesuffix(".gz").removesuffix(".br").removesuffix("index.html")
        folder = plain.partition("/")[0]
        assert f"{URL}{plain}\n" in caches or f"{URL}{folder}/*\n" in caches


def test_comments_mark_and_line_ends_stay(site: tuple[Path, str]) -> None:
    root, day = site
    raw = codecs.BOM_UTF8 + (root / FILE).read_bytes().replace(b"\n", b"\r\n") + "# 末尾的说明\r\n".encode()
    (root / FILE).write_bytes(raw)
    assert withdraw(root, day).returncode == 0
    added = f"withdrawal:\r\n  on: {day}\r\n  reason: {REASON}\r\n".encode()
    assert (root / FILE).read_bytes() == raw.replace("# 末尾".encode(), added + "# 末尾".encode())


def test_it_goes_although_another_file_is_broken(site: tuple[Path, str]) -> None:
    root, day = site
    change(root, BROKEN, "title: ", "title：")
    result = withdraw(root, day)
    assert result.returncode == 3, result.stderr
    assert BROKEN in result.stderr
    assert telling(root / "site", PARTY, FACT) == []
    assert f"{URL}cases/{NAMED}/" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "reason", "told"),
    [
        (("2024-009",), REASON, "没有编号为“2024-009”的案例"),
        (("2024-003",), REASON, "已经写了 2024-09-04 撤回"),
        (("2024-004",), REASON, "还没有公开，不用撤回"),
        (("cold-dishes",), REASON, "不是案例"),
        ((NAMED,), f"{PARTY}的决定经复议撤销", "撤回原因里有当事人的名称"),
        ((NAMED,), "滨河餐饮的决定经复议撤销", "撤回原因里有当事人的名称"),
        ((NAMED,), "９１３１００００MA1EXAMP4D 的决定撤销", "撤回原因里有统一社会信用代码"),
        ((NAMED,), "经营者李建国提出复议，电话13800138000", "公开的文字里有电话号码"),
        ((NAMED,), " ", "--reason 是空的"),
        ((NAMED, "--decision-changed-on", "2024-01-01"), REASON, "决定变更日期 2024-01-01 不在决定日期"),
    ],
)
def test_what_must_not_be_is_refused_and_nothing_changes(
    site: tuple[Path, str], arguments: tuple[str, ...], reason: str, told: str
) -> None:
    root, day = site
    before = fingerprint(root)
    result = withdraw(root, day, *arguments, reason=reason)
    assert result.returncode == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert fingerprint(root) == before


def test_other_texts_that_name_the_party_are_told(site: tuple[Path, str]) -> None:
    root, day = site
    text = f"# 与{PARTY}核对过\n" + (root / "content/glossary.yaml").read_text("utf-8")
    (root / "content/glossary.yaml").write_text(text, "utf-8")
    assert f"别的文件里还写着“{PARTY}”，看看要不要改：content/glossary.yaml:1" in withdraw(root, day).stderr


@pytest.mark.parametrize("touch", [1, 2, 3, 4, 5])
def test_a_kill_leaves_a_whole_file_and_the_next_build_closes(site: tuple[Path, str], touch: int) -> None:
    """The first touches of the disk write the file, the others build, which has proofs of its own."""
    root, day = site
    before, old = (root / FILE).read_text("utf-8"), fingerprint(root / "site")
    run = ("withdraw", NAMED, "--reason", REASON, "--today", day)
    assert dying(touch, "--root", str(root), *run).returncode == KILLED
    after = before + f"withdrawal:\n  on: {day}\n  reason: {REASON}\n"
    assert (root / FILE).read_text("utf-8") in (before, after)
    assert fingerprint(root / "site") == old
    again = portal(root, *run)
    written = again.returncode == 1 and "已经写了" in again.stderr
    assert again.returncode == 0 or (
        written and portal(root, "build", "--production", "--today", day).returncode == 0
    )
    assert telling(root / "site", PARTY, FACT) == []
