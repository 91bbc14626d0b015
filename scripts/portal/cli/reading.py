"""The site of a project for commands that only need its settings and words, not its content to be right."""

from __future__ import annotations

from pathlib import Path

from portal.cli.terminal import fail, project
from portal.reading import Library, read
from portal.records import Site


def read_site(root: Path) -> tuple[Site, Library]:
    """The site at `root`, or a failure that says where to look for what is broken."""
    result = read(project(root))
    if result.site is None:
        fail(
            "网站设置、用词表、指标表或专项行动读不出来，先改好。"
            "看错在哪里：portal check site_config content/campaign.yaml"
        )
    return result.site, result.library
