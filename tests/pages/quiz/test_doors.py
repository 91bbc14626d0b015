"""练一练: ready questions with answer and basis, and not a word of any other question."""

from __future__ import annotations

import datetime
from dataclasses import replace

from tests.pages.made import changed, everything, output, small_site, text
from tests.projects import REPOSITORY, TODAY

from portal.pages import NavEntry, Output
from portal.pages.context import Context
from portal.pages.quiz.doors import short_test
from portal.pages.quiz.topics import topics
from portal.pages.templates import FOLDER, environment
from portal.publication.public_site import PublicSite
from portal.records import Entry, Site
from portal.records.question import Retirement

TOPIC = "quiz/personnel/"


def with_stems(site: Site, **stems: str) -> Site:
    """The small site whose questions of each status carry a mark that stands nowhere else."""
    marked = [
        Entry(one.record.model_copy(update={"stem": stems[one.record.status]}), one.file, one.root)
        for one in site.questions
    ]
    return replace(site, questions=tuple(marked))


def whole(made: Output) -> str:
    """Every page, its title and keywords, every file, the navigation."""
    files = "".join(content().decode("utf-8", "ignore") for content in made.files.values())
    heads = "".join(
        f"{one.title}{one.description}{one.keywords}{one.structured() if one.structured else ''}"
        for one in made.documents
    )
    return everything(made) + files + heads + repr(made.navigation)


def whole_but(made: Output, address: str) -> str:
    return whole(replace(made, documents=tuple(one for one in made.documents if one.address != address)))


def test_a_topic_shows_question_answer_explanation_and_basis() -> None:
    page = text(output(small_site()), TOPIC)
    assert (
        '<section class="p-question" id="q-personnel-002" data-entry="哪些人要有健康证明才能上岗？"' in page
    )
    assert "多选</span> 哪些人要有健康证明才能上岗？" in page
    assert "<strong>答案：A、B</strong>" in page
    assert "从事接触直接入口食品工作的人，要有健康证明。" in page
    assert "laws/food-safety-law/#a45" in page


def test_the_article_is_shown_with_its_words_and_version() -> None:
    page = text(output(small_site()), TOPIC)
    found = page.index("《食品安全法》第四十五条第二款</a><small>（")
    assert page[:found].rindex("<p>") > found - 200


def test_a_question_whose_article_has_changed_says_so() -> None:
    site = small_site()
    law = site.law_by_name["食品安全法"].record
    amended = law.model_copy(
        update={
            "articles": tuple(one.model_copy(update={"changed_in": ("2021年修正",)}) for one in law.articles)
        }
    )
    old = datetime.date(2020, 1, 1)
    site = replace(
        site,
        laws=tuple(
            Entry(amended, one.file, one.root) if one.record.id == law.id else one for one in site.laws
        ),
        questions=changed(site.questions, "personnel-001", verified_on=old),
    )
    page = text(output(site), TOPIC)
    assert page.count("待复核") == 1
    assert page.index("personnel-001") < page.index("待复核") < page.index("personnel-002")


def test_the_hub_has_a_door_for_every_way_to_practise() -> None:
    hub = text(output(small_site()), "quiz/")
    doors = "顺序练习 随机练习 按主题 按岗位和业态 未做题 易错题 背题 模拟考试 错题本 收藏"
    assert [name for name in doors.split() if f"<strong>{name}</strong>" not in hub] == []
    assert "quiz/practice/?mode=order&amp;topic=personnel" in hub


def test_a_retired_question_keeps_its_id_and_the_reason() -> None:
    site = small_site()
    gone = Retirement(on=datetime.date(2024, 9, 1), reason="条文已修改")
    site = replace(site, questions=changed(site.questions, "personnel-002", status="retired", retired=gone))
    page = text(output(site), "quiz/retired/")
    assert (
        '<div id="personnel-002"><dt>personnel-002</dt><dd><p><time datetime="2024-09-01">2024年9月1日</time>停用：条文已修改</p>'
        in page
    )


def test_questions_that_are_not_ready_are_nowhere() -> None:
    """Neither on a page nor in a file nor in a preview: a reserved question that was seen is worth nothing."""
    site = with_stems(small_site(), ready="摆在外面的题", reserved="藏着的留用题", draft="没写完的草稿题")
    retired = changed(site.questions, "personnel-002", status="retired", stem="停用了的题")
    site = replace(site, questions=retired)
    for drafts in (False, True):
        found = whole(output(site, drafts=drafts))
        assert "摆在外面的题" in found
        for hidden in (
            "藏着的留用题",
            "没写完的草稿题",
            "停用了的题",
            "personnel-003",
            "口罩不能代替",
        ):
            assert hidden not in found
        # Its id is on the page of retired questions, and nowhere else.
        assert whole_but(output(site, drafts=drafts), "quiz/retired/").count("personnel-002") == 0


def test_the_short_test_takes_topics_and_types_in_turn() -> None:
    """single, multiple, judge, and again; purchasing and personnel in turn, by id."""
    site = small_site()
    first, second = site.questions[:2]
    more = [
        Entry(first.record.model_copy(update=fields), first.file, first.root)
        for fields in (
            {"id": "purchasing-003", "topic": "进货查验", "type": "judge", "answer": "right", "options": {}},
            {"id": "purchasing-002", "topic": "进货查验"},
            {"id": "purchasing-001", "topic": "进货查验"},
        )
    ]
    site = replace(site, questions=(*more, second, first))
    context = Context(PublicSite(site, datetime.date.fromisoformat(TODAY)), environment(REPOSITORY / FOLDER))
    taken = [entry.record.id for entry in short_test(topics(context))]
    assert taken == ["purchasing-001", "personnel-002", "purchasing-003", "personnel-001", "purchasing-002"]


def test_the_navigation_leads_to_the_topics() -> None:
    made = output(small_site())
    entry = next(one for one in made.navigation if one.id == "quiz")
    assert entry.children == (NavEntry("人员健康与卫生", TOPIC),)


def test_an_empty_bank_is_said_to_be_empty() -> None:
    made = output(replace(small_site(), questions=()))
    hub = text(made, "quiz/")
    assert 'id="try"' in hub
    assert "还没有题目" in hub
    assert "抽查考核是怎么回事" in hub
    assert not [one for one in made.documents if one.kind.name == "quiz-topic"]


def test_what_is_only_usually_done_is_called_so() -> None:
    site = small_site()
    questions = changed(site.questions, "personnel-001", ground="practice", citations=())
    page = text(output(replace(site, questions=questions)), "quiz/personnel/")
    question = page[page.index('id="q-personnel-001"') : page.index('id="q-personnel-002"')]
    assert "通行做法" in question
    assert "依据" not in question.replace("依据条文", "")


def test_the_short_test_asks_what_everybody_can_answer() -> None:
    site = small_site()
    questions = changed(site.questions, "personnel-002", for_public=True)
    page = text(output(replace(site, questions=questions)), "quiz/")
    assert "1道题，选好以后对答案" in page
    assert 'name="personnel-002"' in page
    assert 'name="personnel-001"' not in page


def test_a_question_is_one_tap_away_from_home_and_front_page() -> None:
    """By plain links and a plain form, which scripts only lead further; the day of the page comes after them."""
    made = output(small_site())
    assert '<a class="p-button" href="quiz/practice/?mode=order" data-practise>从业人员做题</a>' in text(
        made, ""
    )
    front = text(made, "quiz/")
    first = front.index("<a data-way=")
    assert front[first:].startswith('<a data-way="practice" href="../quiz/practice/?mode=order">')
    assert first < front.index('name="post"') < front.index('class="p-dateline"')
    assert {"quiz-front", "quiz-choices"} <= set(made.by_address["quiz/"].scripts)
