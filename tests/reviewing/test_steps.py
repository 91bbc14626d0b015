"""What a step makes of the signatures that there are; the command's tests say what is refused in which words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from portal.records.review import Review, Round, Signature
from portal.reviewing.steps import CannotSign, with_step

OLD, NEW = "0" * 16, "f" * 16
MONDAY = datetime.date(2024, 8, 12)
TUESDAY = datetime.date(2024, 8, 13)


def signed(digest: str | None, *steps: str) -> dict[str, Any]:
    return {step: Signature(by=f"{step}-01", on=MONDAY, digest=digest) for step in steps}


ALL = ("drafted", "checked", "approved")


def test_a_complete_round_of_another_text_goes_behind_the_new_one() -> None:
    first = Round(**signed("a" * 16, *ALL))
    review = Review(**signed(OLD, *ALL), earlier=(first,))
    after = with_step(review, "drafted", "岗-01", TUESDAY, NEW)
    assert list(after.signed) == ["drafted"]
    assert after.earlier == (first, Round(**signed(OLD, *ALL)))


def test_an_unfinished_round_of_another_text_is_nobodys_approval() -> None:
    review = Review(**signed(OLD, "drafted", "checked"))
    after = with_step(review, "drafted", "岗-01", TUESDAY, NEW)
    assert list(after.signed) == ["drafted"]
    assert after.earlier == ()


@pytest.mark.parametrize("digest", [OLD, None])
@pytest.mark.parametrize("step", ["checked", "approved"])
def test_a_complete_round_of_another_text_is_signed_from_the_first_step(
    digest: str | None, step: str
) -> None:
    with pytest.raises(CannotSign, match="从初审签起"):
        with_step(Review(**signed(digest, *ALL)), step, "岗-09", TUESDAY, NEW)


def test_a_post_may_sign_again_in_another_round() -> None:
    review = Review(**signed(OLD, *ALL))
    after = with_step(review, "drafted", "approved-01", TUESDAY, NEW)
    assert after.drafted == Signature(by="approved-01", on=TUESDAY, digest=NEW)


def test_no_step_of_a_new_round_is_older_than_the_last_of_the_one_before() -> None:
    with pytest.raises(CannotSign, match="早于上一轮三审"):
        with_step(Review(**signed(OLD, *ALL)), "drafted", "岗-01", datetime.date(2024, 8, 11), NEW)
