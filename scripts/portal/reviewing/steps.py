"""One step of the review: the signatures that there are → those that there will be, or why not.

A text that was changed after its third signature begins a new round; the one before stays in `earlier`, because the
record has been public since then. Pure, and strict: whatever the rules would tell afterwards is refused here.
"""

from __future__ import annotations

import datetime

from portal.publication.signing import post
from portal.records.review import STEPS, Review, Round, Signature

FIRST = next(iter(STEPS))


class CannotSign(Exception):
    """Why a step cannot be signed, in Chinese, and what to do."""


def with_step(review: Review, step: str, by: str, on: datetime.date, digest: str) -> Review:
    """The review after `step` was signed by the post `by` for the text with `digest`. Raises `CannotSign`."""
    if review.complete and _stands(review, digest):
        raise CannotSign("三审已经签完，内容没有改过，不用再签")
    if review.complete:
        review = _new_round(review, step)
    before = [name for name in STEPS if _place(name) < _place(step)]
    for name in before:
        _check_before(review, name, step, digest)
    if (present := review.signed.get(step)) and present.digest == digest:
        raise CannotSign(f"{STEPS[step]}已经由“{present.by}”在 {present.on} 签过，内容没有改过，不用再签")
    kept = {name: review.signed[name] for name in before}
    _check_post(kept, by)
    _check_day(review, kept, on)
    # What was signed after this step was signed for another text.
    signed = {**kept, step: Signature(by=by, on=on, digest=digest)}
    return Review(**signed, earlier=review.earlier)


def _new_round(review: Review, step: str) -> Review:
    if step != FIRST:
        why = "三审以后内容改过" if _bound(review) else "三审的签字没有内容指纹，看不出签的是哪一稿"
        raise CannotSign(f"{why}，要重新审，从{STEPS[FIRST]}签起（--as {STEPS[FIRST]}）")
    return Review(earlier=(*review.earlier, Round(**review.signed)))


def _place(step: str) -> int:
    return list(STEPS).index(step)


def _stands(review: Round, digest: str) -> bool:
    return all(signature.digest == digest for signature in review.signed.values())


def _bound(review: Round) -> bool:
    return all(signature.digest for signature in review.signed.values())


def _check_before(review: Review, name: str, step: str, digest: str) -> None:
    signature = review.signed.get(name)
    if signature is None:
        raise CannotSign(f"还没有{STEPS[name]}，不能{STEPS[step]}。先签{STEPS[name]}（--as {STEPS[name]}）")
    if signature.digest is None:
        raise CannotSign(
            f"{STEPS[name]}的签字没有内容指纹，看不出签的是哪一稿。先重新签（--as {STEPS[name]}）"
        )
    if signature.digest != digest:
        raise CannotSign(f"{STEPS[name]}以后内容改过，先重新签{STEPS[name]}（--as {STEPS[name]}）")


def _check_post(signed: dict[str, Signature], by: str) -> None:
    for name, signature in signed.items():
        if post(signature.by) == post(by):
            written = "" if signature.by == by else f"（{STEPS[name]}写成“{signature.by}”）"
            raise CannotSign(f"“{by}”已经签了{STEPS[name]}{written}；三审要由三个不同的人做，换一个人签")


def _check_day(review: Review, signed: dict[str, Signature], on: datetime.date) -> None:
    days = [(STEPS[name], one.on) for name, one in signed.items()]
    days += [("上一轮三审", one.completed_on) for one in review.earlier[-1:] if one.completed_on]
    for what, day in days:
        if on < day:
            raise CannotSign(f"签字日期 {on} 早于{what}的 {day}，写实际审完的日期（--on）")
