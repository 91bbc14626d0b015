"""`portal review`: one step of the review of one or several records, written into their files, all or none."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from portal.cli.terminal import Day, ProgressLine, alone, fail, project, today_option
from portal.cli.writing import ChangedMeanwhile, replace_all
from portal.privacy.names import is_full_name
from portal.publication.dates import Reviewed
from portal.publication.signing import called, digest_of, kind_of, referred, reviewed
from portal.publish.building import Checked, examine
from portal.reading.record_kinds import BY_NAME
from portal.records import Entry, Site
from portal.records.review import STEPS, Review
from portal.records.wording import nearest
from portal.reviewing.splicing import CannotSplice, spliced
from portal.reviewing.steps import CannotSign, with_step
from portal.source.report import as_text

BY_WORD = {word: step for step, word in STEPS.items()}
LAST = list(STEPS)[-1]


@dataclass(frozen=True)
class Signed:
    """What a step makes of one record: its review and the text of its file."""

    entry: Entry[Reviewed]
    digest: str
    review: Review
    text: str


@click.command(
    help="三审签字：初审、复审、终审各签一次，把岗位、日期和内容指纹写进文件。"
    "签过以后改了内容，check 会提醒，正式发布时拒绝。它防的是疏忽，防不了有意作假。"
)
@click.argument("names", nargs=-1, required=True, metavar="编号...")
@click.option("--as", "word", type=click.Choice(list(BY_WORD)), required=True, help="签哪一步")
@click.option("--by", required=True, metavar="岗位", help="审核人的岗位或工号，不写姓名，如 法制审核岗-01")
@click.option("--on", type=Day(), show_default="今天", help="审完的日期，如 2024-06-21")
@today_option
@click.pass_obj
def command(root: Path, names: tuple[str, ...], word: str, by: str, on: date | None, today: date) -> None:
    by, day = _post(by), on or today
    if day > today:
        fail(f"签字日期 {day} 还没有到。审完那天再签")
    with alone(project(root)):
        _sign(root, names, word, by, day, today)


def _sign(root: Path, names: Sequence[str], word: str, by: str, day: date, today: date) -> None:
    with ProgressLine() as progress:
        checked = examine(root, today, progress=progress)
    if checked.site is None:
        fail("网站设置、用词表、指标表或专项行动读不出来，先改好：portal check")
    site = checked.site
    entries = [_named(site, name) for name in dict.fromkeys(names)]
    _refuse_faulty(checked, entries)
    signed = _signed(site, entries, BY_WORD[word], by, day)
    click.echo("\n".join(_told(site, one) for one in signed))
    try:
        replace_all(
            {root / one.entry.path: one.text for one in signed},
            {root / one.entry.path: one.entry.file.original for one in signed},
        )
    except ChangedMeanwhile as changed:
        fail(f"{changed.path.name} 刚刚被改过，一条也没有签。看过改动以后再签一次")
    click.echo(f"已签{word}：{by}，{day}，共 {len(signed)} 条。{_next_step(site, signed, BY_WORD[word])}")


def _post(by: str) -> str:
    plain = " ".join(by.split())
    if not plain:
        fail("--by 是空的，写审核人的岗位，如 法制审核岗-01")
    if is_full_name("".join(unicodedata.normalize("NFKC", plain).split())):
        fail(f"--by 的“{plain}”像是姓名。写岗位或工号，如 法制审核岗-01")
    return plain


def _named(site: Site, name: str) -> Entry[Reviewed]:
    """The record that an id means, written alone, behind its kind (`case:2024-001`) or as the path of its file."""
    kind, _, identifier = name.rpartition(":")
    found = [
        entry
        for entry in reviewed(site)
        if entry.path == name or (entry.record.id == identifier and kind in ("", kind_of(entry.record)))
    ]
    if len(found) > 1:
        choice = "、".join(f"{kind_of(one.record)}:{identifier}（{_title(one)}）" for one in found)
        fail(f"有 {len(found)} 条内容的编号是“{identifier}”，写明是哪一条：{choice}")
    if not found:
        _unknown(site, name, identifier)
    return found[0]


def _unknown(site: Site, name: str, identifier: str) -> None:
    if any(site.exists_unread(kind, Path(identifier).stem) for kind in BY_NAME):
        fail(f"“{name}”的文件有错，读不出来，先改好：portal check")
    meant = nearest(identifier, [entry.record.id for entry in reviewed(site)])
    hint = f"是不是“{meant}”？" if meant else "编号就是文件名去掉 .yaml、.md 的部分，如 2024-001"
    fail(f"没有编号为“{name}”的案例、文章、风险卡或经验做法。{hint}")


def _refuse_faulty(checked: Checked, entries: Sequence[Entry[Reviewed]]) -> None:
    """Signatures that are missing or wrong are what the command is for; any other error comes first."""
    paths = {entry.path for entry in entries}
    wrong = [one for one in checked.errors if one.file in paths and not one.code.startswith("REVIEW-")]
    if wrong:
        click.echo(as_text(wrong, checked.lines), err=True)
        fail(f"有 {len(wrong)} 个错误，一条也没有签。先改好再审")


def _signed(site: Site, entries: Sequence[Entry[Reviewed]], step: str, by: str, on: date) -> list[Signed]:
    """All of them, or a failure that says of each why not."""
    signed, refusals = [], []
    for entry in entries:
        name = called(entry, site)
        try:
            digest = digest_of(entry, site.static)
            review = with_step(entry.record.review, step, by, on, digest)
            signed.append(Signed(entry, digest, review, spliced(entry.file, entry.record.review, review)))
        except CannotSign as reason:
            refusals.append(f"{name}：{reason}")
        except CannotSplice:
            refusals.append(f"{name}：{entry.path} 里的 review 写法特别，程序接不上。照 README 的样子分行写")
    if refusals:
        fail("\n".join([*refusals, "一条也没有签。"]))
    return signed


def _told(site: Site, one: Signed) -> str:
    """What is being signed, so that a wrong id is seen."""
    record = one.entry.record
    lines = [f"{_title(one.entry)} {called(one.entry, site)}　{record.title}", f"  文件：{one.entry.path}"]
    if record.summary:
        lines.append(f"  说明：{record.summary}")
    if files := referred(record, site.static):
        lines.append(f"  图片和文件：{'、'.join(files)}")
    lines.append(f"  内容指纹：{one.digest}")
    if len(one.review.earlier) > len(record.review.earlier):
        lines.append("  三审签的不是现在这一稿，开始新一轮；上一轮留在 earlier，最初的公开日期不变")
    steps = (f"{STEPS[name]} {s.by} {s.on}" for name, s in one.review.signed.items())
    return "\n".join([*lines, f"  签字：{'；'.join(steps)}"])


def _title(entry: Entry[Reviewed]) -> str:
    return BY_NAME[kind_of(entry.record)].title


def _next_step(site: Site, signed: Sequence[Signed], step: str) -> str:
    names = " ".join(called(one.entry, site) for one in signed)
    if step != LAST:
        following = STEPS[list(STEPS)[list(STEPS).index(step) + 1]]
        return f"\n接下来由另一个人{following}：portal review {names} --as {following} --by 岗位"
    waiting = [called(one.entry, site) for one in signed if one.entry.record.published_on is None]
    if waiting:
        return (
            f"\n三审签完了。在 {'、'.join(waiting)} 里填上 published_on（发布日期），再生成网站：portal build"
        )
    return "\n三审签完了。生成网站：portal build"
