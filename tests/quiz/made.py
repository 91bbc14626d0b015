"""A bank that is made, not written: enough of every type, topic and difficulty, and the same in every run."""

from __future__ import annotations

from typing import Any

from portal.quiz.candidates import Candidate, key_of
from portal.records.blueprint import Blueprint
from portal.records.question_type import TypeName

TOPICS = ("主体责任", "进货查验", "加工制作", "清洗消毒", "反食品浪费")
TYPES: tuple[TypeName, ...] = 5 * ("single",) + 3 * ("multiple",) + 2 * ("judge",)
LEVELS = ("easy", "medium", "hard")


def made_candidates(count: int = 200) -> list[Candidate]:
    """Questions `made-0` and on; every tenth is reserved, every third is for one post only."""
    return [
        Candidate(
            key=key_of(f"made-{number}"),
            type=TYPES[number % 10],
            topic=TOPICS[number // 10 % 5],
            difficulty=LEVELS[(number + number // 7) % 3],
            posts=("食品安全员",) if number % 3 else ("食品安全员", "主要负责人"),
            business_types=("餐饮服务",) if number % 2 else ("餐饮服务", "单位食堂"),
            reserved=number % 11 == 10,
        )
        for number in range(count)
    ]


def made_blueprint(**changes: Any) -> Blueprint:
    """Twelve questions: two judgements, seven of single and three of multiple choice."""
    return Blueprint.model_validate(
        {
            "id": "made",
            "code": "MA",
            "title": "试卷",
            "posts": ["食品安全员"],
            "business_types": ["餐饮服务"],
            "sections": [
                {"type": "judge", "count": 2, "marks": 2},
                {"type": "single", "count": 7, "marks": 3},
                {"type": "multiple", "count": 3, "marks": 5},
            ],
            "topics": dict(zip(TOPICS, (30, 25, 20, 15, 10), strict=True)),
            "difficulty": {"easy": 30, "medium": 40, "hard": 30},
            "marking": "half",
            "minutes": 30,
            "pass_mark": 60,
            "note": "题量由本局自定。",
            **changes,
        }
    )


def as_data(blueprint: Blueprint) -> dict[str, Any]:
    """The blueprint as the published file of a version has it."""
    return blueprint.model_dump(mode="json") | {
        "topics": [list(pair) for pair in blueprint.topics.items()],
        "must": [key_of(one) for one in blueprint.must],
    }
