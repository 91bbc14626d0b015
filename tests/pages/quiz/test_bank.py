"""The files of the question bank: what phones choose by, what they show, and how little of it they need."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from tests.pages.made import changed, output, small_site
from tests.projects import REPOSITORY

from portal.pages import Output
from portal.pages.quiz.sharing import shared
from portal.quiz.candidates import key_of
from portal.quiz.drawing import draw
from portal.quiz.versions import current, freeze, identifier
from portal.reading import read
from portal.records import Site

KIB = 1024
Loaded = Callable[[Iterable[int]], float]


def bank(made: Output) -> dict[str, Any]:
    """The files of the bank by name."""
    return {
        path.rpartition("/")[2]: json.loads(content())
        for path, content in made.files.items()
        if path.startswith("quiz/bank/")
    }


def folder(made: Output) -> str:
    return next(path for path in made.files if path.startswith("quiz/bank/")).rpartition("/")[0]


def test_the_index_says_what_questions_are_chosen_by() -> None:
    index = bank(output(small_site()))["index.json"]
    assert index["id"] == ["personnel-001", "personnel-002"]
    assert index["topics"] == [["personnel", "人员健康与卫生"]]
    assert index["posts_words"] == [
        ["principal", "主要负责人"],
        ["safety-officer", "食品安全员"],
        ["other-worker", "其他从业人员"],
    ]
    # The second question is not for other workers.
    assert index["posts"] == [0b111, 0b011]


def test_a_question_has_all_that_is_shown_with_it() -> None:
    chunk = bank(output(small_site()))["0.json"]
    question = chunk["questions"][1]
    assert question["options"] == [["a", "做凉菜的厨师"], ["b", "打包熟食的员工"], ["c", "只记账的会计"]]
    assert question["answer"] == ["a", "b"]
    name, address, version, paraphrase, _ = chunk["cited"][question["cited"][0]]
    assert (name, address) == ("《食品安全法》第四十五条第二款", "laws/food-safety-law/#a45")
    assert version.endswith(("修正", "修订"))
    assert paraphrase


def test_a_judgement_has_two_options_that_nobody_writes() -> None:
    site = small_site()
    judged = changed(site.questions, "personnel-001", type="judge", options={}, answer="wrong")
    question = bank(output(replace(site, questions=judged)))["0.json"]["questions"][0]
    assert question["options"] == [["right", "对"], ["wrong", "错"]]
    assert question["answer"] == ["wrong"]


def test_files_of_another_bank_lie_elsewhere() -> None:
    site = small_site()
    other = replace(site, questions=changed(site.questions, "personnel-001", explanation="另一种说法。"))
    assert folder(output(site)) == folder(output(site))
    assert folder(output(site)) != folder(output(other))


@pytest.fixture(scope="module")
def product() -> Output:
    site = read(REPOSITORY).site
    assert site is not None
    return output(site, "2026-11-25")


@pytest.fixture(scope="module")
def cost(product: Output) -> dict[str, int]:
    """What each file of bank and versions is on the way to a phone, in bytes."""
    return {
        path: len(gzip.compress(content()))
        for path, content in product.files.items()
        if path.startswith(("quiz/bank/", "quiz/versions/"))
    }


@pytest.fixture(scope="module")
def index(product: Output) -> dict[str, Any]:
    """Of the bank."""
    found: dict[str, Any] = json.loads(product.files[f"{folder(product)}/index.json"]())
    return found


@pytest.fixture(scope="module")
def loaded(product: Output, index: dict[str, Any], cost: dict[str, int]) -> Loaded:
    """What these questions cost: the index and every file in which one stands, compressed, in KiB."""
    lies = folder(product)

    def size(rows: Iterable[int]) -> float:
        names = {"index", *(str(index["file"][row]) for row in rows)}
        return sum(cost[f"{lies}/{name}.json"] for name in names) / KIB

    return size


def test_a_post_in_a_kind_of_business_costs_a_phone_little(index: dict[str, Any], loaded: Loaded) -> None:
    heavy = {}
    for post, (_, post_name) in enumerate(index["posts_words"]):
        for kind, (_, business) in enumerate(index["business_words"]):
            asked = zip(index["posts"], index["business"], strict=True)
            rows = [row for row, (posts, types) in enumerate(asked) if posts >> post & types >> kind & 1]
            if (size := loaded(rows)) > 100:
                heavy[post_name, business] = size
    assert heavy == {}


def test_a_topic_costs_a_phone_little(index: dict[str, Any], loaded: Loaded) -> None:
    sizes = {
        name: loaded(row for row, one in enumerate(index["topic"]) if one == number)
        for number, (_, name) in enumerate(index["topics"])
    }
    assert {name: size for name, size in sizes.items() if size > 80} == {}


def test_the_first_question_costs_a_phone_least(index: dict[str, Any], loaded: Loaded) -> None:
    """Whichever it is: nobody waits for the others."""
    assert max(loaded([row]) for row in range(len(index["id"]))) < 20
    assert index["file"][0] == 0


def test_questions_are_practised_by_topic_and_id_wherever_they_lie(product: Output) -> None:
    files = bank(product)
    index = files["index.json"]
    assert index["topic"] == sorted(index["topic"])
    for number in range(len(index["topics"])):
        ids = [one for one, topic in zip(index["id"], index["topic"], strict=True) if topic == number]
        assert ids == sorted(ids)
    taken = Counter[int]()
    for one, number in zip(index["id"], index["file"], strict=True):
        assert files[f"{number}.json"]["questions"][taken[number]]["id"] == one
        taken[number] += 1
    assert {f"{number}.json": size for number, size in taken.items()} == {
        name: len(one["questions"]) for name, one in files.items() if name != "index.json"
    }


def test_a_paper_costs_a_phone_little(product: Output, cost: dict[str, int]) -> None:
    site = read(REPOSITORY).site
    assert site is not None
    version = current(site)
    lies = f"quiz/versions/{version.id}"
    index = version_file(product, version.id, "index")
    row = {key: number for number, key in enumerate(index["key"])}
    for blueprint in version.blueprints:
        keys = chain.from_iterable(draw(blueprint, version.id, version.questions, 1))
        names = {"index", *(str(row[key] // index["size"]) for key in keys)}
        assert sum(cost[f"{lies}/{name}.json"] for name in names) <= 100 * KIB, blueprint.id


def test_questions_for_one_business_are_not_among_those_for_another() -> None:
    (entry, *_) = small_site().questions
    topics, business = (
        ("清洗消毒", "进货查验", "标签标识", "召回与事故处置", "主体责任"),
        ("食品生产", "网络经营"),
    )
    questions = [
        entry.record.model_copy(
            update={
                "topic": topics[row % 5],
                "posts": ("食品安全员",),
                "business_types": (business[row % 2],),
            }
        )
        for row in range(100)
    ]
    together = [{questions[row].business_types for row in rows} for rows in shared(questions)]
    assert [len(types) for types in together] == [1] * len(together)


def test_few_questions_are_one_file_and_very_many_never_are() -> None:
    (entry, *_) = small_site().questions
    assert shared([]) == []
    assert shared([entry.record] * 3) == [[0, 1, 2]]
    assert [len(rows) for rows in shared([entry.record] * 90)] == [40, 40, 10]


def version_file(made: Output, version: str, name: str) -> Any:
    return json.loads(made.files[f"quiz/versions/{version}/{name}.json"]())


def with_frozen(site: Site) -> tuple[Site, str]:
    """A site that has the bank of today as a frozen version."""
    content = freeze(site)
    return replace(site, bank_versions={identifier(content): content}), identifier(content)


def test_a_frozen_version_stays_as_it_was() -> None:
    site, version = with_frozen(small_site())
    now = changed(site.questions, "personnel-001", stem="改过的题干？", version=2)
    made = output(replace(site, questions=now))
    question = next(
        one for one in version_file(made, version, "0")["questions"] if one["id"] == "personnel-001"
    )
    assert question["stem"] == "制作凉菜的人员，健康检查多久做一次？"
    assert question["state"] == "changed"
    assert json.loads(made.files["quiz/papers.json"]())["version"] != version


@pytest.mark.parametrize("status", ["reserved", "retired", "draft"])
def test_what_is_not_ready_any_more_is_gone_from_frozen_versions(status: str) -> None:
    site, version = with_frozen(small_site())
    made = output(replace(site, questions=changed(site.questions, "personnel-001", status=status)))
    index = version_file(made, version, "index")
    # It is still drawn, so that the paper stays the same, but nothing of it is shown.
    place = index["key"].index(key_of("personnel-001"))
    assert place in index["hidden"]
    # The others stay where they were: a phone may still hold the file from before.
    before, after = (
        [one and one["id"] for one in version_file(which, version, "0")["questions"]]
        for which in (output(site), made)
    )
    assert after == [None if one == "personnel-001" else one for one in before]
    whole = json.dumps([index, version_file(made, version, "0")], ensure_ascii=False)
    assert "personnel-001" not in whole
    assert "制作凉菜的人员" not in whole


def test_each_version_says_how_its_papers_are_drawn(product: Output) -> None:
    """Or a phone would make another paper of a code that was printed before drawing changed."""
    for name in ("bb900d68", "a463e21a"):
        assert version_file(product, name, "index")["format"] == 1
    present = json.loads(product.files["quiz/papers.json"]())["version"]
    assert version_file(product, present, "index")["format"] == 2


def test_a_damaged_version_is_left_out() -> None:
    site = replace(small_site(), bank_versions={"00000000": b"{}"})
    assert not [path for path in output(site).files if path.startswith("quiz/versions/00000000")]


def test_what_is_only_usually_done_is_practised_and_never_on_papers() -> None:
    site = small_site()
    questions = changed(site.questions, "personnel-001", ground="practice", citations=())
    practised = replace(site, questions=questions)
    shown = {one["id"]: one for one in bank(output(practised))["0.json"]["questions"]}
    assert shown["personnel-001"]["state"] == "practice"
    assert shown["personnel-001"]["cited"] == []
    assert shown["personnel-002"]["state"] == ""
    frozen = json.loads(freeze(practised))
    assert "personnel-001" not in {one["id"] for one in frozen["questions"]}
    assert "personnel-002" in {one["id"] for one in frozen["questions"]}
