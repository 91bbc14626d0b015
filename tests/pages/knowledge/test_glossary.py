"""Terms of the glossary are linked where they first occur in running text, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.made import changed, output, small_site, text

from portal.pages.marked_terms import MarkedTerms, TermIndex
from portal.records.glossary import GlossaryTerm

TERMS = (
    GlossaryTerm(id="sample", term="留样", exceptions=("保留样品",), explanation="留一小份。"),
    GlossaryTerm(id="sampling", term="监督抽检", aliases=("抽检",), explanation="送去检验。"),
    GlossaryTerm(id="lab", term="A&B", explanation="一家机构。"),
)


def marked(html: str, root: str = "../") -> str:
    return str(MarkedTerms(TermIndex(TERMS), root).mark(html))


def link(identifier: str, word: str) -> str:
    return (
        f'<a class="p-term" href="../glossary/#{identifier}" aria-describedby="term-{identifier}">{word}</a>'
    )


def test_the_first_occurrence_is_linked() -> None:
    assert marked("<p>留样要冷藏，留样要登记。</p>") == f"<p>{link('sample', '留样')}要冷藏，留样要登记。</p>"


def test_the_longer_word_wins_and_an_alias_counts() -> None:
    assert marked("<p>监督抽检</p>") == f"<p>{link('sampling', '监督抽检')}</p>"
    assert marked("<p>抽检和监督抽检</p>") == f"<p>{link('sampling', '抽检')}和监督抽检</p>"


def test_what_only_looks_like_the_word_is_passed_over() -> None:
    assert marked("<p>保留样品，再留样。</p>") == f"<p>保留样品，再{link('sample', '留样')}。</p>"


def test_tags_links_and_references_stay_as_they_are() -> None:
    untouched = '<p title="留样"><a href="留样/">留样 <b>留样</b></a> &留样;</p>'
    assert marked(untouched) == untouched
    assert marked("<p>A&amp;B 送检</p>") == f"<p>{link('lab', 'A&amp;B')} 送检</p>"


def test_without_terms_nothing_changes() -> None:
    assert MarkedTerms(TermIndex(()), "").mark("<p>留样 &amp; <b>x</b></p>") == "<p>留样 &amp; <b>x</b></p>"


def test_a_case_carries_the_explanations_it_needs() -> None:
    page = text(output(small_site()), "cases/2024-001/")
    assert 'href="../../glossary/#stop-selling"' in page
    assert '<dd id="term-stop-selling">发现有问题，马上不再卖' in page
    assert "在冷藏柜里查到" in page, "an exception is not linked"
    assert "term-cold-holding" not in page, "and its explanation is not carried along"


def test_headings_and_tables_are_never_marked() -> None:
    site = small_site()
    cases = changed(site.cases, "2024-001", title="停止销售以后", facts="没有别的。", summary="停止销售")
    page = text(output(replace(site, cases=cases)), "cases/2024-001/")
    assert "p-term" not in page


def test_the_glossary_explains_every_term_and_leads_to_its_basis() -> None:
    page = text(output(small_site()), "glossary/")
    assert '<div id="cold-holding" data-entry="冷藏">' in page
    assert "也说：低温保存" in page
    assert "laws/food-safety-law/#a54" in page
    assert '<a href="#cold-holding">冷藏</a>' in page
