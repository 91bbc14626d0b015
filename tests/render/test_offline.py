"""What the quiz keeps for days without network: everything it needs, nothing of other sections, the same each time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.pages.made import changed, output, small_site

from portal.pages import Output
from portal.records import addresses
from portal.render import offline as module
from portal.render.assets import Assets, assets_of
from portal.render.offline import offline

THEME = Path(__file__).parents[2] / "site_config/theme"
ASSETS = assets_of(THEME)
PAGES = ("quiz/", "quiz/practice/", "quiz/exam/", "quiz/paper/", "quiz/mine/")


@pytest.fixture(scope="module")
def made() -> Output:
    return output(small_site())


def kept(made: Output, assets: Assets = ASSETS) -> dict[str, Any]:
    first, second = offline(made, assets)[addresses.QUIZ_WORKER].decode().splitlines()
    assert second == f'importScripts("../{assets.base}quiz-worker.js");'
    found: dict[str, Any] = json.loads(first.removeprefix("self.KEPT=").removesuffix(";"))
    return found


def test_every_page_of_the_player_is_kept_with_what_it_loads(made: Output) -> None:
    found = kept(made)
    assert set(PAGES) <= set(found["fresh"])
    for address in PAGES:
        needed = ASSETS.loaded(("page", *made.by_address[address].scripts))
        assert {*needed} <= {*found["files"]}
    assert f"{ASSETS.base}quiz-shared.js" in found["files"]
    assert ASSETS.stylesheet in found["files"]
    assert f"{found['bank']}index.json" in found["files"]


def test_all_that_is_kept_exists_and_belongs_to_the_quiz(made: Output) -> None:
    """A single address that is not there would keep the worker from ever being installed."""
    found = kept(made)
    there = {*made.by_address, *made.files, *ASSETS.files}
    every = {*found["fresh"], *found["files"], *found["more"]}
    assert every - there == set()
    assert {path for path in every if not path.startswith(("quiz/", ASSETS.base))} == set()
    assert f"{ASSETS.base}search.js" not in every
    assert f"{ASSETS.base}quiz-worker.js" not in every


def test_the_same_site_gives_the_same_script_and_a_changed_question_another_one(made: Output) -> None:
    site = small_site()
    other = replace(site, questions=changed(site.questions, "personnel-002", explanation="另一句解析。"))
    assert offline(output(site), ASSETS) == offline(made, ASSETS)
    assert kept(output(other))["version"] != kept(made)["version"]
    assert kept(made, replace(ASSETS, base="assets/0000000000/"))["version"] != kept(made)["version"]


def test_of_a_large_bank_only_the_beginning_is_kept_unasked(
    made: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = kept(made)
    assert small["more"] == []
    monkeypatch.setattr(module, "UNASKED", 10)
    large = kept(made)
    assert f"{large['bank']}0.json" in large["files"]
    assert set(large["more"]) == set(small["fresh"] + small["files"]) - set(large["fresh"] + large["files"])
    assert [path for path in large["more"] if path.endswith("/index.json")] == []


def test_where_there_is_no_room_for_papers_all_questions_for_practice_are_kept(
    made: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = kept(made)["bank"]
    monkeypatch.setattr(
        module,
        "UNASKED",
        sum(len(content()) for path, content in made.files.items() if path.startswith(bank)),
    )
    found = kept(made)
    assert {path for path in made.files if path.startswith(bank)} <= set(found["files"])
    assert found["more"]
    assert all(path.startswith("quiz/versions/") for path in found["more"])


def test_no_page_but_those_of_the_quiz_can_be_kept(made: Output) -> None:
    """A case that is closed would live on in a phone that nobody can reach."""
    documents = tuple(
        replace(one, scripts=(*one.scripts, "quiz-offline")) if one.address == "cases/2024-001/" else one
        for one in made.documents
    )
    with pytest.raises(ValueError, match="cases/2024-001/"):
        offline(replace(made, documents=documents), ASSETS)


def test_a_preview_has_no_worker() -> None:
    """A browser must not keep pages of drafts."""
    made = output(small_site(), drafts=True)
    assert offline(made, ASSETS) == {}
    assert "data-offline" not in made.by_address["quiz/mine/"].body().html  # type: ignore[union-attr]
