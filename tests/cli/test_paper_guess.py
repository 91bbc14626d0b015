"""`portal paper guess` says how far somebody gets who knows nothing, and fails where that is too far."""

from __future__ import annotations

import re
from pathlib import Path

from tests.projects import portal, small_project


def test_the_bank_is_held_against_chance(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    run = portal(root, "paper", "guess")
    assert re.search(r"整个题库 3 题：只凭样子答 [0-9.]+ 分，瞎猜 [0-9.]+ 分", run.stdout)


def test_a_bank_that_can_be_guessed_fails(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    file = root / "quizzes/bank/personnel.yaml"
    made = [
        f"  - {{id: personnel-1{number:02}, type: judge, stem: 第{number}种情形下可以不体检。, answer: wrong, "
        "explanation: 每年都要体检。, citations: [食品安全法 第四十五条第二款], posts: [食品安全员], business_types: [餐饮服务], "
        "status: ready, verified_on: 2024-08-08, origin: 自编}\n"
        for number in range(30)
    ]
    file.write_text(file.read_text("utf-8") + "".join(made[:15]), "utf-8")
    other = root / "quizzes/bank/storage.yaml"
    other.write_text("topic: 贮存与保质期\nquestions:\n" + "".join(made[15:]), "utf-8")
    run = portal(root, "paper", "guess")
    assert run.returncode == 1
    assert "判断题里说“不用、可以不、就行”的选错：31 题，对 31 题（100%，瞎猜 50%）" in run.stdout
    assert "ITEM-TELL-01" in portal(root, "check", "--today", "2024-12-01").stdout
