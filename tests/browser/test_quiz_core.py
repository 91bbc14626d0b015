"""The quiz's arithmetic in a real browser: numbers, orders, marks, codes and papers are those of Python."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
import segno
from playwright.sync_api import Page
from tests.projects import REPOSITORY
from tests.quiz.made import as_data, made_blueprint, made_candidates

from portal.bench.serving import served
from portal.quiz.chance import Chance, option_order
from portal.quiz.drawing import Drawing
from portal.quiz.marking import RULES
from portal.quiz.versions import current, published
from portal.reading import read

pytestmark = pytest.mark.browser
SCRIPTS = REPOSITORY / "site_config/theme/assets/scripts"
VECTORS = REPOSITORY / "tests/quiz/vectors"
FORMS = [*range(1, 42), 999, 123_456, 32**6 - 1]
NUMBERS = """async ({ published, texts, limits, letters }) => {
  const { Chance, fnv1a, optionOrder } = await import("/assets/0/quiz-chance.js");
  const known = Chance.fromState(published.state);
  const utf8 = new TextEncoder();
  return {
    numbers: published.numbers.map(() => known.next()),
    fnv1a: published.fnv1a.map(([text]) => [text, fnv1a(utf8.encode(text)).toString(16).padStart(8, "0")]),
    texts: texts.map((text) => {
      const chance = new Chance(text);
      return [limits.map((limit) => chance.below(limit)), chance.shuffled([...letters]),
        optionOrder(text, "q-1", [...letters].reverse())];
    }),
  };
}"""
MARKS = """async ({ rows, scores }) => {
  const { RULES, mark, score, passes } = await import("/assets/0/quiz-marking.js");
  const ids = (kind, text) => (kind === "judge" ? [text].filter(Boolean) : [...text]);
  return {
    rows: rows.map(([rule, kind, key, chosen, marks, options]) =>
      mark(rule, kind, ids(kind, key), ids(kind, chosen), marks, options)),
    scores: scores.map(([got, possible]) => score(got, possible)),
    rules: RULES,
    passes: [passes(60, 60), passes(59.9, 60)],
  };
}"""
CODES = """async ({ check_characters, codes, read, refused }) => {
  const { checkCharacter, parseCode, writeCode } = await import("/assets/0/quiz-codes.js");
  return {
    check_characters: check_characters.map(([text, alphabet]) => [text, alphabet, checkCharacter(text, alphabet)]),
    codes: codes.map(([blueprint, version, form, code]) => {
      const parsed = parseCode(code);
      return [parsed.blueprint, parsed.version, parsed.form, writeCode({ blueprint, version, form })];
    }),
    read: read.map(([text]) => [text, writeCode(parseCode(text))]),
    refused: refused.map(([text]) => [text, parseCode(text).reason]),
  };
}"""
RECEIPTS = """async (given) => {
  const { keyed, plainSlip, receipt } = await import("/assets/0/quiz-receipt.js");
  const sealed = ([data, slip]) => receipt({ ...data, code: data.paper, started: new Date(data.started),
    spot: { number: data.number, slip: plainSlip(slip) } });
  return {
    keyed: await Promise.all(given.keyed.map(async ([key, text]) => [key, text, await keyed(given.ascii, text)])),
    slips_read: given.slips_read.map(([text]) => plainSlip(text)),
    slips_refused: given.slips_refused.map(([text]) => plainSlip(text).reason),
    receipts: await Promise.all(given.receipts.map(sealed)),
  };
}"""
MODULES = """async (texts) => {
  const { qrModules } = await import("/assets/0/quiz-qr.js");
  return texts.map(qrModules);
}"""
DRAW = """async ({ version, blueprints, candidates, forms, format }) => {
  const { draw, withoutReserved } = await import("/assets/0/quiz-drawing.js");
  const all = {};
  for (const blueprint of blueprints) {
    all[blueprint.id] = forms.map((form) => draw(blueprint, version, candidates, form, format));
    all[blueprint.id + " open"] = forms.slice(0, 9).map((form) =>
      draw(withoutReserved(blueprint), version, candidates, form, format));
  }
  return all;
}"""
REFUSED = """async ({ blueprint, candidates }) => {
  const { draw } = await import("/assets/0/quiz-drawing.js");
  try { draw(blueprint, "0123abcd", candidates, 1, 2); } catch (failure) { return failure.message; }
}"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The scripts, without a page around them."""
    folder = tmp_path_factory.mktemp("core")
    (folder / "index.html").write_text("<!doctype html><title>-</title>", "utf-8")
    shutil.copytree(SCRIPTS, folder / "assets/0")
    with served(folder) as place:
        yield place.url


@pytest.fixture
def page(phone: Page, bare: str) -> Page:
    phone.goto(bare)
    return phone


def vectors(name: str) -> Any:
    return json.loads((VECTORS / f"{name}.json").read_text("utf-8"))


def receipts() -> Any:
    return json.loads((REPOSITORY / "tests/spotcheck/vectors/receipts.json").read_text("utf-8"))


def modules(text: str, mask: int) -> list[list[int]]:
    code = segno.make(text, error="m", micro=False, boost_error=False, mode="alphanumeric", mask=mask)
    return [list(row) for row in code.matrix]


def test_the_numbers_are_the_same(page: Page) -> None:
    given = vectors("chance")
    found = page.evaluate(NUMBERS, given)
    assert found["numbers"] == given["published"]["numbers"]
    assert found["fnv1a"] == given["published"]["fnv1a"]
    for text, (below, shuffled, order) in zip(given["texts"], found["texts"], strict=True):
        chance = Chance(text)
        assert below == [chance.below(limit) for limit in given["limits"]]
        assert shuffled == chance.shuffled(given["letters"])
        assert order == option_order(text, "q-1", given["letters"])


def test_the_marks_are_the_same(page: Page) -> None:
    given = vectors("marking")
    found = page.evaluate(MARKS, given)
    assert found["rows"] == pytest.approx([row[-1] for row in given["rows"]])
    assert found["scores"] == [row[-1] for row in given["scores"]]
    assert found["rules"] == RULES
    assert found["passes"] == [True, False]


def test_the_codes_are_the_same(page: Page) -> None:
    assert page.evaluate(CODES, vectors("codes")) == vectors("codes")


def test_receipts_are_the_same(page: Page) -> None:
    given = receipts()
    (key, *_), *_ = given["keyed"]
    found = page.evaluate(RECEIPTS, {**given, "ascii": bytes.fromhex(key).decode()})
    assert found["keyed"] == given["keyed"]
    assert found["receipts"] == [text for *_, text in given["receipts"]]
    assert found["slips_read"] == [code.replace("-", "") for _, code in given["slips_read"]]
    assert all(
        why in said for said, (_, why) in zip(found["slips_refused"], given["slips_refused"], strict=True)
    )


def test_qr_codes_are_those_of_the_library(page: Page) -> None:
    """In every version that a receipt can take, and its mask is one of the eight."""
    # Lengths whose bits do not end with a byte: there the library writes one byte of zeros more than the standard.
    (*_, text), *_ = receipts()["receipts"]
    texts = [
        (text * 9)[:length]
        for length in (
            1,
            19,
            21,
            37,
            40,
            59,
            64,
            88,
            92,
            125,
            152,
            156,
            177,
            182,
            219,
            226,
            261,
            266,
            309,
            316,
            364,
            368,
            418,
            420,
            481,
        )
    ]
    found = page.evaluate(MODULES, texts)
    assert {len(rows) for rows in found} == {17 + 4 * version for version in range(1, 14)}
    for text, rows in zip(texts, found, strict=True):
        assert rows in [modules(text, mask) for mask in range(8)], text
    assert page.evaluate(MODULES, ["A" * 484, "a", "回执"]) == [None, None, None]


def test_papers_that_were_printed_come_out_on_a_phone(page: Page) -> None:
    kept = vectors("draws")
    candidates = [as_candidate(one) for one in made_candidates()]
    for way, drawn_then in kept["forms"].items():
        forms = list(map(int, drawn_then["made"]))
        drawn = page.evaluate(DRAW, {**kept, "candidates": candidates, "forms": forms, "format": int(way)})
        assert {name: drawn[name] for name in drawn_then} == {
            name: list(papers.values()) for name, papers in drawn_then.items()
        }


def test_the_papers_of_the_product_are_the_same(page: Page) -> None:
    """Every blueprint of the repository, from the file that phones read."""
    site = read(REPOSITORY).site
    assert site
    version = current(site)
    copy = published(version, hidden=())
    given = {"version": version.id, "blueprints": copy.blueprints, "forms": FORMS, "format": copy.format}
    found = page.evaluate(
        DRAW, {**given, "candidates": json.loads(json.dumps([asdict(one) for one in copy.questions]))}
    )
    for blueprint in version.blueprints:
        assert found[blueprint.id] == forms_of(Drawing(blueprint, version.id, version.questions), FORMS)
        open_one = blueprint.model_copy(update={"reserved": False})
        ours = forms_of(Drawing(open_one, version.id, version.questions), FORMS[:9])
        assert found[f"{blueprint.id} open"] == ours


def test_too_small_a_bank_is_refused_in_the_same_words(page: Page) -> None:
    candidates = [as_candidate(one) for one in made_candidates(20)]
    found = page.evaluate(REFUSED, {"blueprint": as_data(made_blueprint()), "candidates": candidates})
    assert "的题不够" in found


def forms_of(drawing: Drawing, forms: list[int]) -> list[list[list[str]]]:
    return [[list(section) for section in drawing.form(form)] for form in forms]


def as_candidate(one: Any) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value := getattr(one, name), tuple) else value
        for name in one.__slots__
    }
