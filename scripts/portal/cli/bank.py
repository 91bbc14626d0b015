"""`portal bank`: the health of the question bank for those who look after it; of one question, who chose what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from portal.cli.bank_report import Part, as_data, report
from portal.cli.columns import table
from portal.cli.terminal import fail, read_site, today_option
from portal.records import Site
from portal.records.question import Question
from portal.spotcheck.flags import flags, option_table
from portal.spotcheck.months import latest, totals
from portal.spotcheck.statistics import LEAST, NOTHING, ItemSums, measured

# Rows of a part in the terminal; a program gets all.
SHOWN = 15


@click.command(
    help="题库好不好：要回头看的题，够不够组卷，出现得多不多，多久以前核对，破绽，例外，抽查考核的题目统计。"
    "给出题目编号时，看这道题每个选项多少人选。"
)
@click.argument("question", required=False, metavar="[题目编号]")
@click.option("--json", "as_json", is_flag=True, help="给别的程序用，全部列出")
@click.option("--all", "whole", is_flag=True, help=f"每一项全部列出，不只前 {SHOWN} 行")
@today_option
@click.pass_obj
def command(root: Path, question: str | None, as_json: bool, whole: bool, today: date) -> None:
    site, _ = read_site(root)
    if question:
        lines = list(_of_one(site, question))
    elif as_json:
        lines = [json.dumps(as_data(list(report(site, today))), ensure_ascii=False, indent=2)]
    else:
        lines = [line for part in report(site, today) for line in _told(part, whole=whole)]
    click.echo("\n".join(lines))


def _told(part: Part, *, whole: bool) -> Iterator[str]:
    yield f"{part.title}：{part.said}"
    rows = part.rows if whole else part.rows[:SHOWN]
    if rows:
        yield from table([part.columns, *rows])
    if len(rows) < len(part.rows):
        yield f"  另有 {len(part.rows) - len(rows)} 行：--all"
    yield ""


def _of_one(site: Site, identifier: str) -> Iterator[str]:
    question = next((one.record for one in site.questions if one.record.id == identifier), None)
    if question is None:
        fail(f"题库里没有“{identifier}”这道题")
    sums = totals(latest([one.record for one in site.spot_checks])).get((identifier, question.version))
    yield f"{question.id} 第 {question.version} 版：{question.stem}"
    found = measured(sums) if sums else None
    if sums is None or found is None:
        yield f"  最近半年答过的不满 {LEAST} 人，不作统计"
        return
    discrimination = "—" if found.discrimination is None else f"{found.discrimination:.2f}"
    yield f"  {found.n} 人次，得分率 {found.facility:.1%}（标准误 {found.standard_error:.1%}），区分度 {discrimination}"
    yield from table([("选项", "人次", "占", ""), *_options(question, sums)])
    yield from (f"  要回头看：{one}" for one in flags(question, sums))


def _options(question: Question, sums: ItemSums) -> Iterator[tuple[str, str, str, str]]:
    words: dict[str, str] = {one.id: one.word for one in question.kind.fixed}
    for row in option_table(question, sums):
        mark = words.get(row.option) or row.option.upper()
        yield mark, str(row.people), f"{row.share:.0%}", "正确" if row.right else ""
    if idle := sums.chosen.get(NOTHING):
        yield "没有选", str(idle), f"{idle / sums.n:.0%}", ""
