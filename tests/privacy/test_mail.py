"""Addresses of mail, however the sign is written."""

from __future__ import annotations

import pytest
from tests.privacy.marked import found_and_marked

FOUND = [
    "邮箱⟦wang@163.com⟧",
    "⟦wang＠163．com⟧",
    "⟦zhangsan(at)126.com⟧",
    "⟦zhang.san [at] 163 [dot] com⟧",
    "⟦zhangsan#qq.com⟧（#换成@）",
    "⟦gao@食堂.中国⟧",
    "⟦tian**@**21cn.com⟧",
    "⟦li.lei1**12@**sh.gov.cn⟧",
    "⟦l i 6 5 @ 1 6 3 . c o m⟧",
    "⟦wang@163.\\ncom⟧",
]
NOT_FOUND = [
    "z***@qq.com",
    "icon@2x.png",
    "git@github.com:foo/bar.git",
    "@media (min-width: 100px)",
    "npm install foo@1.2.3",
    "format at best",
]


@pytest.mark.parametrize("line", [*FOUND, *NOT_FOUND])
def test_what_is_marked_is_found_and_nothing_else(line: str) -> None:
    found, marked = found_and_marked(line)
    assert found == marked
