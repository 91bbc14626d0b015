"""Materials for the tests of this room."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from portal.media.material import Material, Point, Points, Publisher
from portal.media.wall import Row, Sheet

PUBLISHER = Publisher("示例市场监督管理局", "示例食品安全专项行动", "12315")
MATERIAL = Material(
    kind="典型案例",
    title="某供餐有限公司供餐引起食物中毒案",
    summary="一家供餐公司生熟不分，8名职工吃后腹泻，被罚款6万元。",
    url="https://example.invalid/food-safety/cases/2025-006/",
    column="典型案例",
    publisher=PUBLISHER,
    parts=(
        Points("经营者怎样做", (Point("砧板分开用。"), Point("两小时内报告。"))),
        Points("消费者怎样做", (Point("保留剩余食物，拨打12315。"),)),
    ),
    more="饭后不久多人腹泻，尽快就医。保留剩余食物和包装。",
    date="2025年3月28日",
)
SHEET = Sheet(
    kind="一品一策",
    title="煎炸用油",
    summary="油反复高温使用会变质。",
    rows=(
        Row("一锅油反复炸", "颜色发黑就整锅换掉。", "食品安全员", "每天两次", ("《食品安全法》第三十四条",)),
        Row("油桶敞口", "加盖，离地存放。", "其他从业人员", "每天收工后", ()),
    ),
    url="https://example.invalid/food-safety/risks/frying-oil/",
    publisher=PUBLISHER,
    verified="对照法规核对：2026年11月20日",
)


def material(**changes: Any) -> Material:
    return replace(MATERIAL, **changes)


def sheet(**changes: Any) -> Sheet:
    return replace(SHEET, **changes)
