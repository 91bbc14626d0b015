"""What no rule sees and readers would: numbers and hidden parties on the finished site stop it, and nothing else does."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from tests.projects import REPOSITORY, TODAY, build, fingerprint, signed_anew, small_project

from portal.pages import Document
from portal.pages.kinds import HOME
from portal.publish import building
from portal.publish.building import BuildFailed, examine
from portal.publish.ledger import Gate
from portal.publish.sweep_report import NotPublishable, Traced
from portal.publish.sweeping import Sweep
from portal.reading import read
from portal.render.frames import Filled

ARTICLE = "content/knowledge/public/read-food-labels.md"
CASES = "content/cases/2024"
# Withdrawn on 4 September; its party has no other case.
WITHDRAWN, NUMBER, CODE = "示例食品商店", "示例市监处罚〔2024〕0003号", "92310000MA1EXAMP37"
# Public on `TODAY`, and over on this day.
NAMED, LATER = "示例餐饮有限公司", "2030-01-01"
MOBILE, IDENTITY = "13800138000", "11010519491231002X"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def add(root: Path, path: str, text: str) -> int:
    """Append to a file; returns the line on which the text begins."""
    before = (root / path).read_text("utf-8")
    write(root, path, before + text)
    return before.count("\n") + 1


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    write(root, path, text.replace(old, new, 1))


def said(root: Path, today: str = TODAY) -> str:
    """What a build without the rules says: they may see the same, and this is about who does not."""
    site = read(root).site
    assert site is not None
    try:
        building.build(site, root, root / "site", datetime.date.fromisoformat(today), complete=False)
    except BuildFailed as failure:
        return str(failure)
    return ""


def test_a_site_without_faults_passes(project: Path) -> None:
    assert said(project) == ""


def test_numbers_are_found_wherever_they_stand(project: Path) -> None:
    line = add(project, ARTICLE, "\n送货人的电话138**0013**8000。\n")
    write(project, "site_config/static/notes.txt", f"第一行\n身份证号码：{IDENTITY}\n")
    write(
        project,
        "site_config/static/old.csv",
        '"单位","联系"\r\n"甲","021-57920000"\r\n',
    )
    write(project, "site_config/static/more.txt", "车牌 沪A·D12345，邮箱 wang@corp.com.cn\n")
    write(
        project,
        "quizzes/papers/daily.yaml",
        _blueprint("单位食堂（139 1234 5678）"),
    )
    message = said(project)
    assert (
        f"""  {ARTICLE}:{line + 1}:7：电话号码 138******00
    网页：/knowledge/public/read-food-labels/、/kit/article/read-food-labels/、/kit/article/read-food-labels/wechat.html、/feeds/articles.atom.xml 等 9 处
    → 删去号码，或者改写成 12315 等热线"""
        in message
    )
    assert "  quizzes/papers/daily.yaml:4:13：电话号码 139******78\n    网页：/quiz/" in message
    assert (
        "  site_config/static/notes.txt:2:7：身份证号码 110*************2X\n    网页：/notes.txt\n" in message
    )
    assert "  site_config/static/old.csv:2:6：电话号码 021******00\n" in message
    assert "  site_config/static/more.txt:1:4：车牌号 沪A·****45\n" in message
    assert "  site_config/static/more.txt:1:17：电子邮箱 w***@corp.com.cn\n" in message
    assert MOBILE not in message
    assert IDENTITY not in message


def test_a_hidden_party_is_found_wherever_it_is_named(project: Path) -> None:
    line = add(
        project,
        ARTICLE,
        f"\n前面说的{WITHDRAWN[:2]}**{WITHDRAWN[2:]}**已经改了。文号 示例市监处罚[2024] 0003 号。\n",
    )
    change(project, f"{CASES}/2024-001.yaml", "没有造成危害后果", f"供货的是{WITHDRAWN}，没有造成危害后果")
    reason = (
        f"  - {{on: 2024-11-01, kind: 撤回, page: 案例, reason: {WITHDRAWN}的案件, path: cases/2024-003/}}\n"
    )
    corrections = add(project, "content/corrections.yaml", reason)
    change(project, f"{CASES}/2024-003.yaml", "原处罚信息撤回", f"{CODE.lower()} 的处罚信息撤回")
    change(project, "content/practices/cold-chain-card.yaml", "\ntitle: ", f"\ntitle: {WITHDRAWN}的")
    message = said(project)
    places = f"{CASES}/2024-001.yaml:13:24、{ARTICLE}:{line + 1}:5、content/practices/cold-chain-card.yaml:4:8、content/corrections.yaml:{corrections}:50"
    assert f"  {places}：案例 2024-003（已撤回）的当事人的名称 示……店\n" in message
    assert (
        f"  {CASES}/2024-003.yaml:49:21：案例 2024-003（已撤回）的统一社会信用代码 9……7\n    网页：/、/cases/2024-003/、/updates/、/feeds/cases.atom.xml 等 9 处"
        in message
    )
    assert (
        f"  {ARTICLE}:{line + 1}:23：案例 2024-003（已撤回）的决定书文号 示……号\n    网页：/knowledge/"
        in message
    )
    assert "    → 改成不说是谁的写法" in message
    assert WITHDRAWN not in message
    assert CODE not in message
    (name,) = (one for one in found(project) if one.finding.words == WITHDRAWN)
    assert {
        *(
            "knowledge/public/read-food-labels/",
            "cases/2024-001/",
            "corrections/",
            "practices/cold-chain-card/",
        ),
        *(
            "feeds/corrections.atom.xml",
            "feeds/corrections.json",
            "feeds/updates.rss.xml",
            "data/corrections.csv",
            "data/cases.json",
        ),
        *("kit/case/2024-001/wechat.html", "sitemap/", "practices/"),
    } <= set(name.finding.addresses)


def found(root: Path, today: str = TODAY) -> list[Traced]:
    site = read(root).site
    assert site is not None
    told: list[NotPublishable] = []
    day = datetime.date.fromisoformat(today)
    building.build(site, root, root / "site", day, complete=False, gate=Gate(unfit=told.append))
    return [one for each in told for one in each.traced]


def test_a_party_that_is_named_rightly_may_be_named_until_its_time_is_over(project: Path) -> None:
    change(project, f"{CASES}/2024-001.yaml", "没有造成危害后果", f"供货的是{NAMED}，没有造成危害后果")
    add(
        project,
        "content/corrections.yaml",
        f"  - {{on: 2024-11-01, kind: 更正, page: 案例, reason: {NAMED}的名称写错}}\n",
    )
    assert said(project) == ""
    message = said(project, LATER)
    assert f"{CASES}/2024-001.yaml:13:24" in message
    assert (
        "案例 2024-002（公示期满，已经隐去）的当事人的名称 示……司\n    网页：/、/cases/2024-001/、/updates/、"
        in message
    )


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (("published_on: 2024-08-20\n", ""), "没有发布日期"),
        (("published_on: 2024-08-20", "published_on: 2025-08-20"), "还没有到发布日期"),
        (("    by: 分管负责岗-01\n", "    by: \n"), "三审没有签完"),
    ],
)
def test_a_party_that_is_not_public_yet_may_not_be_named(
    project: Path, edit: tuple[str, str], why: str
) -> None:
    change(project, f"{CASES}/2024-002.yaml", *edit)
    add(project, ARTICLE, f"\n{NAMED}的做法不可取。\n")
    if "三审" in why:
        case = (project / f"{CASES}/2024-002.yaml").read_text("utf-8")
        write(project, f"{CASES}/2024-002.yaml", case[: case.index("  approved:")])
    assert f"案例 2024-002（{why}）的当事人的名称 示……司" in said(project)


def test_a_party_of_a_draft_that_cannot_be_read_may_not_be_named(project: Path) -> None:
    """What is left out of the site is still known to it."""
    change(project, f"{CASES}/2024-002.yaml", "published_on: 2024-08-20\n", "")
    change(project, f"{CASES}/2024-002.yaml", "business_type: 餐饮服务", "business_type: 餐饮服物")
    add(signed_anew(project), ARTICLE, f"\n{NAMED}的做法不可取。\n")
    checked = examine(project, datetime.date.fromisoformat(TODAY), held=lambda path: False)
    assert checked.site is not None
    with pytest.raises(BuildFailed, match="案例 2024-002（草稿有错，没有收进来）的当事人的名称 示……司"):
        building.build(checked.site, project, project / "site", datetime.date(2024, 12, 1), complete=False)


def test_the_same_firm_in_a_case_that_is_public_is_named_rightly(project: Path) -> None:
    """Also where its name begins another one's."""
    change(project, f"{CASES}/2024-002.yaml", f"name: {NAMED}", f"name: {WITHDRAWN}有限公司")
    change(project, f"{CASES}/2024-002.yaml", "facts: ", f"facts: {WITHDRAWN}有限公司是另一家。")
    assert said(project) == ""
    change(project, f"{CASES}/2024-002.yaml", f"name: {WITHDRAWN}有限公司", f"name: {WITHDRAWN}")
    assert said(project) == ""


def test_the_bureaus_own_telephone_and_mail_may_stand(project: Path) -> None:
    change(
        project,
        "site_config/site.yaml",
        '  hotline: "12315"',
        '  hotline: "12315"\n  phone: 021-57920000转8001、67220000\n  email: sjj@binhe.gov.cn',
    )
    add(
        project,
        ARTICLE,
        "\n办公电话 021-5792 0000、电话67220000，邮箱 SJJ@binhe.gov.cn，也可以拨打12345、12315。\n",
    )
    assert said(project) == ""
    change(project, "site_config/site.yaml", "021-57920000", "021-57920003")
    assert f"{ARTICLE}:" in (message := said(project))
    assert "电话号码" in message


def test_what_only_machines_read_of_a_page_is_searched(project: Path) -> None:
    site = read(project).site
    assert site is not None
    sweep = Sweep(site, datetime.date.fromisoformat(TODAY))
    head = f'<meta name="description" content="{MOBILE}"><script>{{"name":"{WITHDRAWN}"}}</script>'
    sweep.note(Document("x/", "", "", HOME), Filled("", head, "<p>正文</p>"), framed=False)
    assert {one.words for one in sweep.findings.values()} == {MOBILE, WITHDRAWN}


def test_what_was_searched_before_is_told_of_every_page(project: Path) -> None:
    site = read(project).site
    assert site is not None
    sweep = Sweep(site, datetime.date.fromisoformat(TODAY))
    for address in ("a/", "b/", "c.csv", "a/"):
        sweep.search(address, f"前\0{WITHDRAWN}和{MOBILE}\0后")
    assert {tuple(one.addresses) for one in sweep.findings.values()} == {("a/", "b/", "c.csv")}


def test_what_a_theme_says_on_every_page_is_searched_once(project: Path) -> None:
    footer = "site_config/theme/partials/footer.html"
    change(project, footer, "</footer>", "<p>值班 138<i>0013</i>8000</p></footer>")
    (only,) = found(project)
    assert {place.path for place in only.places} == {footer}
    # Once for each frame: a depth and a section.
    assert 3 < len(only.finding.addresses) < len(list((project / "site").rglob("index.html")))


def test_what_is_found_stops_the_build_and_leaves_the_site(small: Path, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    assert build(root).returncode == 0
    before = fingerprint(root / "site")
    footer = "site_config/theme/partials/footer.html"
    change(root, footer, "</footer>", f"<p>值班 {MOBILE}</p></footer>")
    result = build(root)
    assert result.returncode == 1
    assert f"错误：网站上有 1 处不能公开的文字：\n  {footer}:" in result.stderr
    assert "：电话号码 138******00\n    网页：/" in result.stderr
    assert fingerprint(root / "site") == before
    assert sorted(path.name for path in root.iterdir()).count("site") == 1


def _blueprint(title: str) -> str:
    text = (REPOSITORY / "tests/sites/papers/quizzes/papers/daily.yaml").read_text("utf-8")
    return re.sub(r"(?m)^title: .*", f"title: {title}", text)
