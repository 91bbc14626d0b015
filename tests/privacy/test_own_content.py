"""Nothing that this repository publishes holds personal data: articles, cases, risks, questions, configuration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from portal.privacy import Kind, search

ROOT = Path(__file__).parents[2]
# Firms are named with their code in decisions that must be published so, and a misspelt word alone is no sentence.
PUBLISHED, MISSPELT = Kind.CREDIT_CODE, "misspellings.yaml"


def texts() -> Iterator[tuple[Path, str]]:
    for folder in ("content", "quizzes", "site_config"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix == ".md":
                yield file, file.read_text("utf-8")
            elif file.suffix == ".yaml" and file.name != MISSPELT:
                loaded = yaml.load(file.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
                yield from ((file, leaf) for leaf in leaves(loaded))


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)


def test_no_personal_data_is_found_in_what_is_published() -> None:
    harmless = {Kind.ADDRESS, PUBLISHED}
    read = [*texts()]
    assert sum(len(text) for _, text in read) > 300_000
    found = [
        f"{file.relative_to(ROOT)}: {one.kind.value} {text[one.start : one.end]}"
        for file, text in read
        for one in search(text)
        if one.kind not in harmless
    ]
    assert found == []
