"""Keys of records (`case:2024-001`) on the command line: typed as options, told in a few words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import click

from portal.publication.published import TITLES

MOST = 10


class RecordKey(click.ParamType[str]):
    """A kind and an id, as refusals name them."""

    name = "种类:编号"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        kind, colon, identifier = str(value).partition(":")
        if kind not in TITLES or not colon or not identifier:
            kinds = "、".join(f"{name}（{title}）" for name, title in TITLES.items())
            self.fail(f"写成 种类:编号，如 case:2024-001；种类有 {kinds}")
        return f"{kind}:{identifier}"


def in_short(keys: Iterable[str]) -> str:
    """`案例 12 条（2024-001、…等），文章 1 条（read-food-labels）`: at most so many ids of each kind."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        kind, _, identifier = key.partition(":")
        by_kind[kind].append(identifier)
    return "，".join(
        f"{TITLES[kind]} {len(ids)} 条（{'、'.join(ids[:MOST])}{' 等' if len(ids) > MOST else ''}）"
        for kind, ids in by_kind.items()
    )
