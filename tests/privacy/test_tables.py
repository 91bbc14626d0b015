"""Numbers in tables, of which only the head of the column or the row tells what they are."""

from __future__ import annotations

import pytest
from tests.privacy.marked import found_and_marked

FOUND = [
    "| 姓名 | 健康证号 |\\n| --- | --- |\\n| 张某 | ⟦310116202400123⟧ |\\n| 李某 | ⟦310116202400124⟧ |",
    "| **账号** | 备注 |\\n|:--|--:|\\n| ⟦6228400123⟧ | 个人 |",
    "| 执法证号 | ⟦0922666072⟧ | ⟦0966880078⟧ |",
    "| 姓名 | 张某 | 执法证号 | ⟦0922666072⟧ | ⟦0966880078⟧ | 备注 |",
    "平台 | 用户名\\n--- | ---\\n点评 | ⟦馋嘴猫_77⟧",
    "> | 微信号 |\\n> | --- |\\n> | ⟦lao_wang99⟧ |",
]
NOT_FOUND = [
    "| 证件 | 数量 |\\n| --- | --- |\\n| 健康证 | 2024-05-18 |",
    "| 账号 | 备注 |\\n| --- | --- |\\n| 未提供 | 略 |",
    "| 批号 | 数量 |\\n| --- | --- |\\n| 202405180012 | 30 |",
    "| 健康证号 | 人数 |\\n| --- | --- |\\n| 略 | 12 |\\n\\n下一段 | 31011620240012 |",
]


@pytest.mark.parametrize("line", [*FOUND, *NOT_FOUND])
def test_what_is_marked_is_found_and_nothing_else(line: str) -> None:
    found, marked = found_and_marked(line)
    assert found == marked
