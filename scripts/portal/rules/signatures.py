"""What binds a signature: the order of the steps, its day, and the text that was signed.

`check` tells of it; `unsigned` makes errors of it for `portal build --production`, where a text that nobody has
approved as it stands must not go out. It guards against mistakes: whoever forges a signature is not stopped.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from itertools import pairwise

from portal.publication.dates import Reviewed, closed
from portal.publication.signing import REVIEWED, called, digest_of, outdated, reviewed, unbound
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.review import STEPS, Round
from portal.rules.engine import Finding, RecordRule, record_rule
from portal.source import Diagnostic, KeyPath, Severity, error

FIRST = next(iter(STEPS))
# So many records whose signatures bear no hash are told one by one; more are files from before there was one.
MOST_UNBOUND = 3


@record_rule("REVIEW-ORDER-01", *REVIEWED, severity=Severity.WARNING)
def in_order(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """初审、复审、终审依次签，日期依次往后，都不晚于发布日期。

    更正以后重新审的，发布日期不用改，和第一轮的三审比。顺序不对的，正式发布时是错误。
    错：初审 2024-06-12，复审 2024-06-10
    对：初审 2024-06-10，复审 2024-06-12，终审 2024-06-13，发布 2024-06-14
    """
    yield from _out_of_order(entry, site, today)
    review, published_on = entry.record.review, entry.record.published_on
    path: KeyPath = ("review", "earlier", 0) if review.earlier else ("review",)
    for name, signature in review.rounds[0].signed.items():
        if published_on is not None and signature.on > published_on:
            message = f"{STEPS[name]}日期 {signature.on} 晚于发布日期 {published_on}"
            yield Finding(entry.at(*path, name, "on"), message, "审完才能发布；日期填错的改正")


@record_rule("REVIEW-FUTURE-01", *REVIEWED, severity=Severity.WARNING)
def signed_by_now(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """签字的日期不能在今天之后。

    还没有发生的审核不算审过。正式发布时是错误。
    错：今天是 2024-06-14，`on: 2024-06-20`
    对：审完那天用 `portal review` 签，日期由程序写
    """
    for name, signature in entry.record.review.signed.items():
        if signature.on > today:
            place = entry.at("review", name, "on")
            yield Finding(place, f"{STEPS[name]}日期 {signature.on} 还没有到", "写实际审完的日期")


@record_rule("REVIEW-CHANGED-01", *REVIEWED, severity=Severity.WARNING)
def signed_as_it_is(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """签过字以后改了内容，要重新审。

    签字时记下了内容指纹：读者看到的每一项、正文、引用的图片和文件。改了任何一处，指纹就对不上，三审签的不再是现在这一稿。
    发布日期、公示日期（`disclosed_on`）、撤回、提前停止公示、注释和排版不在内。正式发布时是错误；重新审完，最初的公开日期不变。
    错：终审以后改了罚款数，没有重新审
    对：`portal review 2024-001 --as 初审 --by 岗位`，再复审、终审；不该改的，从版本库里恢复原来的内容
    """
    review = entry.record.review
    if not any(signature.digest for signature in review.signed.values()) or _closed(entry, site, today):
        return
    if old := outdated(review, digest_of(entry, site.static)):
        steps = "、".join(STEPS[name] for name in old)
        place = entry.at("review", old[0], "digest")
        yield Finding(place, f"{steps}以后，内容改过", _how_to_sign(entry, site, old[0]))


@record_rule("REVIEW-UNBOUND-01", *REVIEWED, severity=Severity.WARNING)
def signed_for_a_text(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """签字要有内容指纹，说明签的是哪一稿。

    手工写的签字看不出签的是哪一稿，不算签过；用 `portal review` 签，程序会写上内容指纹。正式发布时是错误。
    错：`drafted` 下面只有 `by` 和 `on`
    对：`portal review 2024-001 --as 初审 --by 岗位`；早就审好、没有再改的旧文件，用 `portal migrate` 补上
    """
    if (steps := unbound(entry.record.review)) and not _closed(entry, site, today):
        message = f"{'、'.join(STEPS[name] for name in steps)}没有内容指纹，看不出签的是哪一稿"
        hint = f"{_how_to_sign(entry, site, steps[0])}；早就审好、没有再改的旧文件：portal migrate"
        yield Finding(entry.at("review", steps[0]), message, hint)


def unsigned(site: Site, today: datetime.date) -> list[Diagnostic]:
    """What is to be published and not signed as it stands: an error each, one for all that only lack a hash."""
    found: list[Diagnostic] = []
    lacking: list[Diagnostic] = []
    for entry in reviewed(site):
        if entry.record.published_on is None or _closed(entry, site, today):
            continue
        for code, check in _binding():
            errors = [
                error(entry.path, one.span, code, one.message, one.hint) for one in check(entry, site, today)
            ]
            (lacking if code == signed_for_a_text.code else found).extend(errors)
    return sorted([*found, *(_as_one(lacking) if len(lacking) > MOST_UNBOUND else lacking)])


Check = Callable[[Entry[Reviewed], Site, datetime.date], Iterator[Finding]]


def _binding() -> Iterator[tuple[str, Check]]:
    """What no text is published without."""
    yield in_order.code, _out_of_order
    rules: tuple[RecordRule, ...] = (signed_by_now, signed_as_it_is, signed_for_a_text)
    yield from ((rule.code, rule.check) for rule in rules)


def _as_one(lacking: list[Diagnostic]) -> Iterator[Diagnostic]:
    first = lacking[0]
    message = f"有 {len(lacking)} 条内容的签字没有内容指纹，看不出签的是哪一稿"
    hint = (
        "早就审好、没有再改的旧文件，用 portal migrate 一次补上；没有审过的，用 portal review 签。"
        "每一条见 portal check"
    )
    yield error(first.file, first.span, first.code, message, hint)


def _out_of_order(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """Steps without the one before them, and days that go back, from round to round as within one."""
    review = entry.record.review
    missing = ""
    for name, signature in review.steps:
        missing = missing or ("" if signature else name)
        if signature and missing:
            message = f"{STEPS[name]}签了，{STEPS[missing]}还没有签"
            yield Finding(entry.at("review", name), message, _how_to_sign(entry, site, missing))
    days = [*_days(review.earlier), *((("review", n), n, s.on) for n, s in review.signed.items())]
    for (path_before, before, first), (path, name, second) in pairwise(days):
        if second < first:
            round_before = "" if path[:-1] == path_before[:-1] else "上一轮"
            message = f"{STEPS[name]}日期 {second} 早于{round_before}{STEPS[before]}日期 {first}"
            yield Finding(entry.at(*path, "on"), message, "核对后改正日期")


def _days(rounds: tuple[Round, ...]) -> Iterator[tuple[KeyPath, str, datetime.date]]:
    for number, one in enumerate(rounds):
        for name, signature in one.signed.items():
            yield ("review", "earlier", number, name), name, signature.on


def _how_to_sign(entry: Entry[Reviewed], site: Site, step: str) -> str:
    """A round that was complete begins anew; in one that is not, the steps before the first wrong one stand."""
    first = FIRST if entry.record.review.complete else step
    return f"审过现在的内容再签：portal review {called(entry, site)} --as {STEPS[first]} --by 岗位"


def _closed(entry: Entry[Reviewed], site: Site, today: datetime.date) -> bool:
    """Whether nothing of the record is shown any more: a withdrawal needs no signature."""
    record = entry.record
    return isinstance(record, Case) and bool(closed(record, site.publicity.record, today))
