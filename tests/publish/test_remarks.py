"""A remark in an article's text reaches no file of the site, wherever in the Markdown it hides."""

from __future__ import annotations

from pathlib import Path

from tests.named_case import telling
from tests.projects import TODAY, portal, signed_anew, small_project

ARTICLE = "content/knowledge/public/read-food-labels.md"
REMARKS = """
看得见的甲。<!-- 张科长说先别发 -->看得见的乙。

<!--
张科长说的第二句
-->

- 看得见的丙 <!-- 张科长说的第三句 -->
- 看得见的丁 <!-- 张科长说 `的第四句 -->，`完了`
"""


def test_remarks_reach_no_file(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    with (root / ARTICLE).open("a", encoding="utf-8") as file:
        file.write(REMARKS)
    signed_anew(root)
    result = portal(root, "build", "--today", TODAY)
    assert result.returncode == 0, result.stderr
    assert telling(root / "site", "张科长") == []
    page = (root / "site/knowledge/public/read-food-labels/index.html").read_text("utf-8")
    for seen in ("看得见的甲。看得见的乙。", "看得见的丙", "<code>完了</code>"):
        assert seen in page
