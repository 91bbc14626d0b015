"""Articles at random, a fixed sample; `make prove` tries 100,000."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.proofs.articles import bodies, outcome

SAMPLE = 1_500


def test_an_article_is_refused_or_becomes_a_clean_page() -> None:
    told = Counter(outcome(body) for body in bodies(0, SAMPLE))
    # Else the sample would prove nothing.
    assert told["page"] > SAMPLE // 10
    assert {"ARTICLE-SHAPE-01", "ARTICLE-HTML-01", "ARTICLE-LINK-01", "unseen"} <= {*told}


@pytest.mark.parametrize(
    ("body", "refused_by"),
    [
        ("<xmp <!--><!-->>>", "ARTICLE-HTML-01"),
        ("<scr<!-- x -->ipt>alert(1)</scr<!-- x -->ipt>", "ARTICLE-HTML-01"),
        ("<ifr<?x?>ame src=x>", "ARTICLE-HTML-01"),
        ("<scr[ipt](../operators/canteen.md)>alert(1)", "ARTICLE-HTML-01"),
        ("<p on[click](../operators/canteen.md)=alert(1)>x</p>", "ARTICLE-HTML-01"),
        ("[x](java<!-- x -->script:alert(1))", "ARTICLE-LINK-01"),
        ("![x](<!-- x -->https://example.com/x.png)", "ARTICLE-OUTSIDE-01"),
        ("一段话<!-- 待核 -->，见[留样](../operators/canteen.md)，3<!-- x --> < 5", "page"),
    ],
)
def test_what_is_put_together_when_a_remark_or_a_link_is_left_out_is_seen(body: str, refused_by: str) -> None:
    assert outcome(body) == refused_by
