"""A bank and a blueprint with every type of question there is, made from the types themselves.

A further type is in it without anybody's doing, so that the tests that use it find where it was not thought of.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from portal.records.question_type import TYPES, QuestionType

TOPIC = "人员健康与卫生"
OPTIONS = {"a": "进入车间以前洗手", "b": "更换清洁的工作服", "c": "戴好口罩再加工"}
# As many of each as a blueprint needs that takes one.
OF_EACH = 3
COMMON = {
    "explanation": "从事接触直接入口食品工作的人，要保持个人卫生。",
    "citations": ["食品安全法 第四十五条第二款"],
    "posts": ["食品安全员"],
    "business_types": ["餐饮服务"],
    "status": "ready",
    "verified_on": "2024-08-08",
    "origin": "自编",
}


def identifier(kind: QuestionType, number: int = 0) -> str:
    return f"{kind.name}-{number + 1}"


def stem(kind: QuestionType, number: int = 0) -> str:
    return f"{kind.called}之{'甲乙丙'[number]}，上岗以前要注意的事项。"


def answer(kind: QuestionType) -> Any:
    """As the bank writes it."""
    return yaml.safe_load(kind.example) if kind.has_options else kind.fixed[0].id


def answer_ids(kind: QuestionType) -> list[str]:
    written = answer(kind)
    return [written] if isinstance(written, str) else list(written)


def written(kind: QuestionType, number: int = 0) -> dict[str, Any]:
    """A question as it stands in a file of the bank."""
    options = {"options": OPTIONS} if kind.has_options else {}
    own = {"id": identifier(kind, number), "type": kind.name, "stem": stem(kind, number)}
    return {**own, **options, "answer": answer(kind), **COMMON}


def write(root: Path) -> None:
    """Into a project, in the place of what bank and blueprints it has."""
    bank = [written(kind, number) for kind in TYPES.values() for number in range(OF_EACH)]
    blueprint = {
        "id": "every",
        "code": "EV",
        "title": "各种题型",
        "posts": COMMON["posts"],
        "business_types": COMMON["business_types"],
        "sections": [{"type": name, "count": 1, "marks": 4} for name in TYPES],
        "topics": {TOPIC: 100},
        "difficulty": {"easy": 0, "medium": 100, "hard": 0},
        "minutes": 20,
        "pass_mark": 60,
        "note": "题量由本局自定。",
    }
    (root / "quizzes/papers").mkdir(exist_ok=True)
    (root / "quizzes/papers/every.yaml").write_text(_yaml("blueprint", blueprint), "utf-8")
    (root / "quizzes/bank/personnel.yaml").write_text(
        _yaml("bank", {"topic": TOPIC, "questions": bank}), "utf-8"
    )


class _Plain(yaml.SafeDumper):
    """Writes a list out each time; files may not refer to other places."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(schema: str, data: dict[str, Any]) -> str:
    head = f"# yaml-language-server: $schema=../../site_config/schemas/{schema}.schema.json\n"
    return head + yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
