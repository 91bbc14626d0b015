"""Marks of a merge are found wherever they stand, and nothing else that looks a little like them."""

from __future__ import annotations

import pytest

from portal.source.reading import read_markdown, read_yaml

FRONT = "---\ntitle: 标题\n---\n\n"
RIVALS = "<<<<<<< HEAD\n我写的。\n=======\n别人写的。\n>>>>>>> other\n"


def found(text: str) -> list[tuple[int, int, str]]:
    read = read_markdown if text.startswith("---") else read_yaml
    return [(one.span.line, one.span.column, one.code) for one in read("x", text.encode()).problems]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{FRONT}字\n\n{RIVALS}", (7, 1)),
        (f"---\n{RIVALS}---\n\n字\n", (2, 1)),
        ("a: |\n  <<<<<<< HEAD\n  甲\n  =======\n  乙\n  >>>>>>> other\nb: 1\n", (2, 3)),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n||||||| 1a2b3c\nb: 0\n=======\nb: 3\n>>>>>>> other\n", (2, 1)),
        ("items:\n<<<<<<< .mine\n  - 甲\n=======\n  - 乙\n>>>>>>> .r2\n", (2, 1)),
        ("a: 甲 <<<<<<< HEAD\nb: 1\n", (1, 6)),
        ('a: "甲\\n>>>>>>> other"\n', (1, 8)),
        ("a: |\n  甲\n  =======\n  乙\n", (3, 3)),
        ("a: |\n  甲\n  ||||||| merged common ancestors\n  乙\n", (3, 3)),
        (f"{FRONT}甲\n=======\n乙\n", (6, 1)),
    ],
)
def test_marks_are_one_finding_and_nothing_else_is_told(text: str, place: tuple[int, int]) -> None:
    assert found(text) == [(*place, "FILE-CONFLICT")]
    assert found(text.replace("\n", "\r\n")) == [(*place, "FILE-CONFLICT")]


def test_each_pair_is_told_with_its_lines() -> None:
    problems = read_markdown("x.md", f"{FRONT}{RIVALS}\n中间。\n\n{RIVALS}".encode()).problems
    assert [one.message for one in problems] == [
        "第 5 行到第 9 行没有合并完，两份内容都在",
        "第 13 行到第 17 行没有合并完，两份内容都在",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: <<<<<<<<\n",
        "# =======\na: 1 # ========\n",
        "a: |\n  ========\n  ======\n",
        f"{FRONT}标题\n========\n",
        f"{FRONT}| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n|||||||\n",
        f"{FRONT}> > > 引\n\n>> 引\n",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_what_is_left_can_still_be_read() -> None:
    reading = read_yaml(
        "x.yaml", b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\npublished_on: 2024-01-01\n"
    )
    assert reading.data == {"a": 1, "b": 2, "published_on": "2024-01-01"}
