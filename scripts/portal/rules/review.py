"""What stands before anything public: three reviews (三审三校) by three different people."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.privacy.names import is_full_name
from portal.publication.dates import Reviewed
from portal.publication.signing import REVIEWED, called, post
from portal.publication.staleness import Verified
from portal.records import Entry, Site
from portal.records.allowed import Searched
from portal.records.base import Record
from portal.records.review import STEPS, Review
from portal.rules.engine import Finding, record_rule
from portal.rules.personal_data import PUBLIC
from portal.source import KeyPath, Severity


@record_rule("REVIEW-STEPS-01", *REVIEWED)
def all_three_are_signed(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """有发布日期的内容，初审、复审、终审都要签。

    三审三校是政府网站发布内容的规矩：没有审完的不上网。
    错：有 `published_on`，`review` 里只有 `drafted`
    对：用 `portal review` 签完复审和终审；还没审完的，先删去 `published_on`
    """
    record = entry.record
    if record.published_on is None or record.review.complete:
        return
    missing = "、".join(
        f"{STEPS[name]}（{name}）" for name, signature in record.review.steps if signature is None
    )
    first = next(STEPS[name] for name, signature in record.review.steps if signature is None)
    hint = (
        f"依次签完：portal review {called(entry, site)} --as {first} --by 岗位；没有审完的先删去 published_on"
    )
    yield Finding(entry.at("published_on"), f"有发布日期，三审还缺{missing}", hint)


@record_rule("REVIEW-PEOPLE-01", *REVIEWED)
def by_different_people(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """初审、复审、终审是三个不同的人。

    同一个人审三遍，看不出自己的错；三审三校要的就是不同的眼睛。全角半角、空格、横线写法不同的，算同一个岗位。
    错：`drafted` 和 `checked` 的 `by` 都是 食品科-01，或者一个写 食品科-01、一个写 食品科－０１
    对：`drafted` 写 食品科-01，`checked` 写 食品科-02，`approved` 写 分管负责岗-01
    """
    earlier: dict[str, str] = {}
    signed = entry.record.review.signed
    for name, signature in signed.items():
        step = earlier.setdefault(post(signature.by), name)
        if step != name:
            other = signed[step].by
            alike = "" if other == signature.by else f"（{STEPS[step]}写成“{other}”）"
            message = f"{STEPS[name]}和{STEPS[step]}是同一个人“{signature.by}”{alike}"
            yield Finding(entry.at("review", name, "by"), message, "换一个人审，写他的岗位")


@record_rule("REVIEW-ROLE-01", *PUBLIC, severity=Severity.WARNING)
def signed_by_role(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """审核人、认定人写岗位或工号，不写姓名。

    仓库里的内容会长期保存、给很多人看；人会换岗，岗位说得更清楚。
    错：`by: 张三`
    对：`by: 食品科审核岗-02`
    """
    for path, step, by in _signers(entry.record):
        if is_full_name(by):
            hint = "写岗位或工号，如 食品科审核岗-02"
            yield Finding(entry.at(*path), f"{step}的“{by}”像是姓名", hint)


def _signers(record: Record) -> Iterator[tuple[KeyPath, str, str]]:
    """Who signed a step of the review or answers for a text: path, what was done, by whom."""
    review = getattr(record, "review", None)
    if isinstance(review, Review):
        for name, signature in review.signed.items():
            yield ("review", name, "by"), STEPS[name], signature.by
    if isinstance(record, Searched):
        for index, one in enumerate(record.allowed):
            yield ("allowed", index, "by"), "认定", one.by


@record_rule("REVIEW-VERIFIED-01", "articles", "risks", "questions", severity=Severity.WARNING)
def verified_by_now(entry: Entry[Verified], site: Site, today: datetime.date) -> Iterator[Finding]:
    """核对日期一般不在今天之后。

    核对日期决定哪些内容要在法规修改后重新核对；写到将来，改过的条文就提醒不到了。
    错：`verified_on: 2042-06-01`
    对：`verified_on: 2024-06-01`
    """
    if entry.record.verified_on > today:
        yield Finding(
            entry.at("verified_on"), f"核对日期 {entry.record.verified_on} 还没有到", "写实际核对的日期"
        )
