"""A project that says something in every field a record has: the small site, its papers and closed cases, and the rest."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.projects import REPOSITORY, small_project
from tests.publish.leaves import data_in, write

OVER = ("papers", "closed")
TEXT = "补充"
ROUND = {step: {"by": f"{TEXT}岗-0{number}", "on": "2024-06-01", "digest": "0123456789abcdef"}
         for number, step in enumerate(("drafted", "checked", "approved"))}  # fmt: skip
CORRECTED = {"on": "2024-09-10", "was": TEXT, "now": f"{TEXT}后", "reason": f"{TEXT}的原因"}
WITHDRAWN = {"on": "2024-09-04", "reason": f"{TEXT}的原因"}
NO_PENALTY = {"id": "talk", "name": "约谈"}
SAID: dict[str, dict[str, Any]] = {
    "site_config/site.yaml": {
        "division_code": "310116",
        "site_id_code": "3101160001",
        "site_domain": "example.invalid",
        "icp_number": TEXT,
        "police_number": TEXT,
        "data_licence": TEXT,
        "feed_ids": {"authority": "binhe.gov.cn", "year": 2020},
        "contact": {
            "hotline": "12315",
            "phone": TEXT,
            "address": TEXT,
            "email": TEXT,
            "form": "https://example.invalid/write/",
        },
    },
    "site_config/indicators.yaml": {
        "groups.0.aliases": [TEXT],
        "views.reporting": ["hazards_found"],
        "views.learned": "rectified_rate",
        "indicators.6.follows": "hazards_found",
    },
    "site_config/vocabulary.yaml": {"penalties.12": NO_PENALTY},
    "content/outcomes/2024-06.yaml": {
        "note": TEXT,
        "units.0.note": TEXT,
        "units.0.dispatches": [TEXT],
    },
    "content/cases/2024/2024-001.yaml": {
        "decision.authority": TEXT,
        "decision.penalties": ["罚款", NO_PENALTY["name"]],
        "decision.period": {"months": 12, "reason": TEXT},
        "corrections": [CORRECTED],
        "formerly": ["2024-801"],
        "review.earlier": [ROUND],
    },
    "content/closed-cases.yaml": {
        "cases.0.formerly": ["2023-801"],
        "cases.1": {
            "id": "2023-008",
            "published_on": "2023-05-08",
            "closed_on": "2023-08-09",
            "reason": "withdrawn",
            "withdrawal": WITHDRAWN,
        },
    },
    "content/laws/food-safety-law.yaml": {
        "document_number": TEXT,
        "versions.1.note": TEXT,
        "text_version": "2025年修正",
        "read_from": {"copy_of": TEXT, "on": "2024-06-01"},
        "versions.1.news": [{"text": TEXT, "article": 45, "business_types": ["餐饮服务"]}],
    },
    "content/campaign.yaml": {
        "focuses.0.subjects": [
            {
                "name": TEXT,
                "knowledge": ["read-food-labels"],
                "risk_cards": ["cold-dishes"],
                "cases": ["2024-001"],
            }
        ]
    },
    "content/laws/food-safety-law-regulation.yaml": {
        "repealed": {"on": "2024-11-01", "replaced_by": TEXT, "note": TEXT}
    },
    "content/practices/cold-chain-card.yaml": {"formerly": ["cold-card"]},
    "content/knowledge/public/read-food-labels.md": {
        "focuses": ["重点环节"],
        "products": ["乳制品"],
        "formerly": ["labels"],
        "standards": [TEXT],
    },
    "quizzes/bank/personnel.yaml": {
        "questions.0.basis": TEXT,
        "questions.0.topic": "人员健康与卫生",
        "questions.0.waivers": [{"rule": "ITEM-LONGEST-01", "reason": TEXT}],
        "questions.1.retired": {"on": "2024-09-01", "reason": TEXT},
    },
    "quizzes/papers/daily.yaml": {"must": ["personnel-001"]},
}


def project_that_says_everything(folder: Path) -> Path:
    """A complete project in `folder`; it is for pages, not for the rules."""
    root = small_project(folder)
    for name in OVER:
        shutil.copytree(REPOSITORY / "tests/sites" / name, root, dirs_exist_ok=True)
    for path, said in SAID.items():
        data = data_in(root / path)
        for place, value in said.items():
            _put(data, place.split("."), value)
        write(root / path, data)
    _notes(root / "site_config/vocabulary.yaml")
    return root


def _notes(vocabulary: Path) -> None:
    """Every group of words has one with aliases and a note."""
    data = data_in(vocabulary)
    for terms in data.values():
        terms[-1] |= {"aliases": [TEXT], "note": TEXT}
    write(vocabulary, data)


def _put(data: Any, place: list[str], value: Any) -> None:
    key: Any = int(place[0]) if isinstance(data, list) else place[0]
    if place[1:]:
        _put(data[key], place[1:], value)
    elif isinstance(data, list) and key == len(data):
        data.append(value)
    else:
        data[key] = value
