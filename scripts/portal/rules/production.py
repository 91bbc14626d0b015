"""Demonstration records must not go to the public: asked only by `portal build --production`."""

from __future__ import annotations

from portal.records import Site
from portal.source import Diagnostic, error

CODE = "DEMO-01"


def demo_records(site: Site) -> list[Diagnostic]:
    """正式发布时不能有示例数据：每条 `demo: true` 的记录和示例的报送单位各报一个错误。"""
    found = [
        error(
            entry.path,
            entry.at("demo"),
            CODE,
            "这是示例数据，不能正式发布",
            "换成真实数据后删去 demo，或者删去这条记录",
        )
        for entries in (site.outcomes, site.cases, site.practices, site.corrections)
        for entry in entries
        if entry.record.demo
    ]
    if site.campaign.record.demo_units:
        place = site.campaign.at("demo_units")
        hint = "在 units 里换成真实的所、队、科室，再删去 demo_units"
        found.append(error(site.campaign.path, place, CODE, "报送单位是示例，不能正式发布", hint))
    return sorted(found)
