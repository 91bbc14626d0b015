"""Modules come in few files: what one page needs lies with it, what several need is fetched once."""

from __future__ import annotations

import pytest

from portal.render.bundling import Bundles, bundled

SCRIPTS = {
    "page": 'export const isInside = false;\nimport("./speech.js");',
    "speech": 'import { say } from "./saying.js";\nexport const toggle = () => say();',
    "saying": "export const say = () => {};\nexport const unused = 1;",
    "law": 'import { articleOf } from "./article-number.js";\narticleOf();',
    "article-number": "export const articleOf = () => 45;",
    "quiz-bank": "export class Bank {}",
    "quiz-dom": "export const element = () => {};",
    "quiz-round": 'import { element } from "./quiz-dom.js";\nexport class Round {}',
    "quiz-exam": 'import { element } from "./quiz-dom.js";\nimport { score } from "./quiz-marking.js";\n',
    "quiz-marking": "export const score = () => 60;",
    "quiz-practice": 'import { Bank } from "./quiz-bank.js";\nimport { Round } from "./quiz-round.js";\n'
    'import { say } from "./saying.js";\n',
    "quiz-mine": 'import { Bank } from "./quiz-bank.js";\nimport { element } from "./quiz-dom.js";\n'
    'import { isInside } from "./page.js";\n',
}


@pytest.fixture(scope="module")
def found() -> Bundles:
    return bundled(SCRIPTS)


def test_what_is_asked_for_keeps_its_name(found: Bundles) -> None:
    assert {*found.needs} == {"page", "speech", "law", "quiz-exam", "quiz-practice", "quiz-mine"}
    assert {*found.files} == {"page", "speech", "law", "quiz-exam", "shared", "quiz-shared"}


def test_what_only_one_needs_lies_with_it(found: Bundles) -> None:
    assert "articleOf = () => 45" in found.files["law"]
    assert "score = () => 60" in found.files["quiz-exam"]
    assert found.needs["law"] == ("law",)


def test_small_pages_of_the_quiz_lie_with_what_they_share(found: Bundles) -> None:
    """What only they need, too: whoever has seen one has the other."""
    assert found.needs["quiz-practice"] == found.needs["quiz-mine"] == ("page", "shared", "quiz-shared")
    assert "class Round" in found.files["quiz-shared"]
    assert "score" not in found.files["quiz-shared"]


def test_what_several_need_is_named_before_them(found: Bundles) -> None:
    assert found.needs["quiz-exam"][-1] == "quiz-exam"
    assert {*found.needs["quiz-exam"]} == {"page", "quiz-exam", "quiz-shared", "shared"}
    for needed in found.needs.values():
        for place, file in enumerate(needed):
            assert {one for one in found.files if f'from"./{one}.js"' in found.files[file]} <= {
                *needed[:place]
            }


def test_no_module_is_in_two_files(found: Bundles) -> None:
    """Two of one module would each have a state of its own."""
    everything = "".join(found.files.values())
    for line in ("class Bank", "class Round", "element = () =>", "say = () =>", "isInside = false"):
        assert everything.count(line) == 1, line


def test_what_nobody_takes_is_not_given(found: Bundles) -> None:
    assert "return{say}" in found.files["shared"]


def test_the_order_of_the_files_does_not_matter(found: Bundles) -> None:
    assert bundled(dict(reversed(SCRIPTS.items()))) == found


def test_a_circle_is_refused() -> None:
    circle = {
        "quiz-round": 'import { Bank } from "./quiz-bank.js";\nexport class Round {}',
        "quiz-bank": 'import { Round } from "./quiz-round.js";\nexport class Bank {}',
        "quiz-exam": 'import { Round } from "./quiz-round.js";',
    }
    with pytest.raises(ValueError, match="quiz-bank"):
        bundled(circle)


def test_a_module_may_not_take_the_name_of_a_shared_file() -> None:
    twice = {"law": 'import { a } from "./shared.js";', "kit": 'import { a } from "./shared.js";'}
    with pytest.raises(ValueError, match=r"shared\.js"):
        bundled({**twice, "shared": "export const a = 1;"})
