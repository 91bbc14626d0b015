"""Articles at random, a fixed sample; `make prove` tries 100,000."""

from __future__ import annotations

from collections import Counter

from tests.proofs.articles import bodies, outcome

SAMPLE = 1_500


def test_an_article_is_refused_or_becomes_a_clean_page() -> None:
    told = Counter(outcome(body) for body in bodies(0, SAMPLE))
    # Else the sample would prove nothing.
    assert told["page"] > SAMPLE // 10
    assert {"ARTICLE-SHAPE-01", "ARTICLE-HTML-01", "ARTICLE-LINK-01", "unseen"} <= {*told}
