"""Earlier ids of records (`formerly`): each leads to one page only, and to none that has the id today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.publication.dates import Reviewed
from portal.records import Entry, Site, addresses
from portal.rules.engine import site_rule
from portal.source import Diagnostic, error


@site_rule("REF-FORMERLY-01")
def earlier_ids_are_free(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """“原编号”不能是现在还在用的编号，也不能两条记录都写。

    旧网址要转到改了编号的那一页；一个网址只能有一页，编号给过一次就不再给别的内容。
    错：2024-009 里写 `formerly: [2024-001]`，而 2024-001 还在
    对：把 2024-001 改名成 2024-009，原来的文件不留，再写 `formerly: [2024-001]`
    程度：错误
    """
    entries: tuple[Entry[Reviewed], ...] = (*site.cases, *site.articles, *site.risks, *site.practices)
    owners = {addresses.of_record(entry.record): entry.path for entry in entries}
    for entry in entries:
        for number, (former, address) in enumerate(addresses.formerly(entry.record)):
            if address in owners:
                message = f"原编号“{former}”现在用在 {owners[address]}"
                hint = "一个编号只给一条记录：核对哪一条才是原来的，另一条换编号，或者删去这一项"
                yield error(entry.path, entry.at("formerly", number), "REF-FORMERLY-01", message, hint)
            else:
                owners[address] = entry.path
