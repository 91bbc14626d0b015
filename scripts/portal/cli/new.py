"""`portal new`: a commented file with the next number, today's date and the line that names its schema."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from jinja2 import TemplateError

from portal.cli.asking import case_ids_given, former_ids, id_of_word, month_of_campaign, slug, used_ids
from portal.cli.terminal import alone, fail, project, read_site, today_option
from portal.cli.writing import ChangedMeanwhile, create, replace_all
from portal.disk.refusing import reason
from portal.reading import Library
from portal.records import Site
from portal.scaffolds import FOLDER, CannotAppend, Scaffolds, appended, next_case, next_question
from portal.scaffolds.empty_site import empty_copy

id_option = click.option(
    "--id", "identifier", metavar="编号", help="用在网址里：小写字母、数字和连字符，如 cold-dishes"
)
SIGN = "三审：审完一步签一步，portal review {} --as 初审 --by 岗位，再复审、终审"
REVIEWED = "三审签完，填上 published_on（发布日期），再生成网站：portal build"
CONFIRMED = "核对无误后填上 published_on（发布日期），再生成网站：portal build"


@click.group(help="新建一个案例、月度数据、文章、风险卡、经验做法或题目，里面写好了每一项的说明。")
def command() -> None:
    """The group only holds its commands."""


@command.command(help="典型案例；编号自动取本年的下一个。")
@today_option
@click.pass_obj
def case(root: Path, today: date) -> None:
    site, library, scaffolds = _project(root, today)
    identifier = next_case(today.year, library.files, case_ids_given(site))
    path = f"content/cases/{today.year}/{identifier}.yaml"
    _add(root, path, lambda: scaffolds.draft("case", id=identifier))


@command.command(help="一个月的数据；月份自动取还没有数据的第一个月。")
@click.option("--month", metavar="月份", help="指定月份，如 2024-06")
@today_option
@click.pass_obj
def outcome(root: Path, month: str | None, today: date) -> None:
    site, library, scaffolds = _project(root, today)
    chosen = month_of_campaign(site.campaign.record, month, used_ids(library, "outcome"))
    _add(root, f"content/outcomes/{chosen}.yaml", lambda: scaffolds.outcome(site, chosen), CONFIRMED)


@command.command(help="科普文章，用 Markdown 写正文。")
@id_option
@click.option("--section", metavar="栏目", help="public 给消费者，operators 给经营者")
@today_option
@click.pass_obj
def article(root: Path, identifier: str | None, section: str | None, today: date) -> None:
    site, library, scaffolds = _project(root, today)
    section = id_of_word(site.words, "knowledge_sections", section, "--section", "栏目")
    identifier = slug(identifier, f"portal new article --section {section} --id read-food-labels")
    if taken := {**former_ids(site.articles), **used_ids(library, "article")}.get(identifier):
        fail(f"编号 {identifier} 已经用在 {taken}，换一个")
    _add(root, f"content/knowledge/{section}/{identifier}.md", lambda: scaffolds.draft("article"))


@command.command(help="一品一策风险卡。")
@id_option
@today_option
@click.pass_obj
def risk(root: Path, identifier: str | None, today: date) -> None:
    _add_named(root, "risk", "content/risks", identifier, today)


@command.command(help="经验做法。")
@id_option
@today_option
@click.pass_obj
def practice(root: Path, identifier: str | None, today: date) -> None:
    _add_named(root, "practice", "content/practices", identifier, today)


@command.command(help="题目，加在题库里这个主题的末尾；编号自动取下一个。")
@click.option("--topic", metavar="主题", help="题库主题，如 清洗消毒")
@today_option
@click.pass_obj
def question(root: Path, topic: str | None, today: date) -> None:
    site, library, scaffolds = _project(root, today)
    topic_id = id_of_word(site.words, "topics", topic, "--topic", "题库主题")
    banks = {path: one.file for path, one in library.files.items() if one.kind.name == "bank"}
    identifier = next_question(topic_id, (file.original for file in banks.values()))
    path = f"quizzes/bank/{topic_id}.yaml"
    if path in banks:
        bank = banks[path]
        _write(
            path,
            lambda: replace_all(
                {root / path: appended(bank, scaffolds.question(identifier))}, {root / path: bank.original}
            ),
        )
    else:
        name = next(term.name for term in site.words.groups["topics"].values() if term.id == topic_id)
        _write(path, lambda: create(root / path, scaffolds.draft("bank", topic=name, id=identifier)))
    _tell(path, f"已在 {path} 末尾加了一题，编号 {identifier}", "请别人审一遍，审好以后把 status 改成 ready")


@command.command(help="新的空网站：带着程序、设置、法规和知识，不带月度数据、案例、做法和更正。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.pass_obj
def site(root: Path, folder: Path) -> None:
    found, _ = read_site(root)
    if folder.resolve().is_relative_to(root.resolve()):
        fail("新网站的文件夹不能在这个项目里面，换一个地方")
    try:
        copied = empty_copy(root, found, folder)
    except FileExistsError:
        fail(f"{folder} 已经有了，换一个名字")
    except OSError as failure:
        fail(f"写不了 {folder}（{reason(failure)}）")
    click.echo(f"已在 {folder} 新建网站，没有带原来的 {copied.left_out} 个数据、案例和做法文件")
    click.echo(f"{copied.unsigned} 篇文章和风险卡带过去了，去掉了三审签字和发布日期，都是草稿\n接下来：")
    click.echo("  1. 把 content/campaign.yaml 的 units 换成真实的报送单位，删去 demo_units")
    click.echo("  2. 把 site_config/site.yaml 的名称、主办单位、网址和联系方式换成自己的，填上各种编码")
    click.echo(
        "  3. 文章和风险卡审过再用：portal review 编号 --as 初审 --by 岗位，再复审、终审，填上 published_on"
    )
    click.echo("  4. 在新文件夹里运行 make build")


def _project(root: Path, today: date) -> tuple[Site, Library, Scaffolds]:
    # Until the command ends: a number that is free now must still be free when the file is written.
    click.get_current_context().with_resource(alone(project(root)))
    site, library = read_site(root)
    return site, library, Scaffolds(root / FOLDER, site.words, today)


def _add_named(root: Path, kind: str, folder: str, identifier: str | None, today: date) -> None:
    site, _, scaffolds = _project(root, today)
    name = slug(identifier, f"portal new {kind} --id cold-dishes")
    if taken := former_ids(site.risks if kind == "risk" else site.practices).get(name):
        fail(f"编号 {name} 以前用过，旧网址现在转到 {taken} 的那一页，换一个")
    _add(root, f"{folder}/{name}.yaml", lambda: scaffolds.draft(kind, id=name))


def _add(root: Path, path: str, draft: Callable[[], str], last_step: str = REVIEWED) -> None:
    _write(path, lambda: create(root / path, draft()))
    signing = [SIGN.format(Path(path).stem)] if last_step == REVIEWED else []
    _tell(path, f"已新建 {path}", "预览：portal serve", *signing, last_step)


def _write(path: str, write: Callable[[], None]) -> None:
    try:
        write()
    except CannotAppend:
        fail(f"{path} 里有错，先改好再加题。看错在哪里：portal check {path}")
    except TemplateError as failure:
        fail(f"{FOLDER.as_posix()} 里的模板有错：{failure.message or failure}")
    except FileExistsError:
        fail(f"{path} 已经有了，没有改动它")
    except ChangedMeanwhile:
        fail(f"{path} 刚刚被改过，没有改动它。看过改动以后再运行一次")
    except OSError as failure:
        fail(f"写不了 {path}（{reason(failure)}）")


def _tell(path: str, done: str, *further_steps: str) -> None:
    steps = ("用编辑器打开它，照着每一项上面的说明填写", f"检查：portal check {path}", *further_steps)
    click.echo(f"{done}\n接下来：")
    for number, step in enumerate(steps, 1):
        click.echo(f"  {number}. {step}")
