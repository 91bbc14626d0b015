"""The files of the question bank: what phones choose by, what they show, and how little of it they need."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest
from tests.pages.made import changed, output, small_site
from tests.projects import REPOSITORY

from portal.pages import Output
from portal.quiz.candidates import key_of
from portal.quiz.versions import freeze, identifier
from portal.reading import read
from portal.records import Site

KIB = 1024


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


def test_a_post_in_a_kind_of_business_costs_a_phone_little(product: Output) -> None:
    """The index and every file in which such questions stand, compressed: at most 100 KiB."""
    files = bank(product)
    index = files.pop("index.json")
    cost = {
        name: len(gzip.compress(json.dumps(one, ensure_ascii=False).encode())) for name, one in files.items()
    }
    cost["index.json"] = len(gzip.compress(json.dumps(index, ensure_ascii=False).encode()))
    heavy = {}
    for post, (_, post_name) in enumerate(index["posts_words"]):
        for kind, (_, business) in enumerate(index["business_words"]):
            rows = [
                row
                for row in range(len(index["id"]))
                if index["posts"][row] >> post & 1 and index["business"][row] >> kind & 1
            ]
            needed = {"index.json", *(f"{row // index['size']}.json" for row in rows)}
            if sum(cost[name] for name in needed) > 100 * KIB:
                heavy[post_name, business] = sum(cost[name] for name in needed)
    assert heavy == {}


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
