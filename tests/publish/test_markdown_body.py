"""Our HTML as Markdown: readable, and read back by Markdown as what it was."""

from __future__ import annotations

import pytest

from portal.pages import Document, Html, Output
from portal.pages.kinds import HOME
from portal.publish.markdown_body import to_markdown
from portal.publish.plain_mkdocs import MarkdownLinks


def markdown(html: str) -> str:
    return to_markdown(html, lambda href: href)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="facts">案情</h2><p>事实</p>', "## 案情 {#facts}\n\n事实\n"),
        ("<ul><li>一</li>\n<li>二</li></ul>", "- 一\n- 二\n"),
        ("<ol><li>一</li><li>二<ul><li>细</li></ul></li></ol>", "1. 一\n2. 二\n    - 细\n"),
        (
            '<ul><li><a href="x/">甲</a><p>说明</p></li><li>乙</li></ul>',
            "- [甲](x/)\n\n    说明\n\n- 乙\n",
        ),
        (
            "<dl><div><dt>罚款</dt><dd>10元</dd></div><dt>没收</dt><dd>2元</dd></dl>",
            "- **罚款**：10元\n- **没收**：2元\n",
        ),
        ('<dl><dt id="a4">第4条</dt><dd>要点</dd></dl>', '- **<a id="a4"></a>第4条**：要点\n'),
        (
            '<dl><div id="a4"><dt>第4条</dt><dd>要点</dd></div><div id="a5"><dt>第5条</dt><dd>要点</dd></div></dl>',
            '- **<a id="a4"></a>第4条**：要点\n- **<a id="a5"></a>第5条**：要点\n',
        ),
        (
            "<table><thead><tr><th>月</th></tr></thead><tbody><tr><td>5月</td></tr></tbody>"
            "<tfoot><tr><td>合计</td></tr></tfoot></table>",
            "| 月 |\n| --- |\n| 5月 |\n| 合计 |\n",
        ),
        ("<ul><li>一</li></ul><ul><li>二</li></ul>", "- 一\n\n<!-- -->\n\n- 二\n"),
        ("<ol><li><h2>风险</h2><p>措施</p></li></ol>", "## 风险\n\n措施\n"),
        ("<p><strong>示例</strong>本页<span>甲</span><span>乙</span></p>", "**示例** 本页甲 乙\n"),
        (
            "<p>1. 不是列表 * _ [x] &lt;b&gt; &amp;amp;</p>",
            "1\\. 不是列表 \\* \\_ \\[x\\] &lt;b> &amp;amp;\n",
        ),
        (
            "<table><caption>各月</caption><thead><tr><th>月</th><th>数</th></tr></thead>"
            "<tbody><tr><th>5月</th><td>1|2</td></tr></tbody></table>",
            "**各月**\n\n| 月 | 数 |\n| --- | --- |\n| 5月 | 1\\|2 |\n",
        ),
        ('<nav class="p-crumbs">首页</nav><p>正文</p><svg><text>图</text></svg>', "正文\n"),
    ],
)
def test_each_form_has_its_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


def page(address: str, markdown_path: str = "") -> Document:
    return Document(address, "标题", "说明", HOME, body=lambda: Html(""), markdown_path=markdown_path)


@pytest.mark.parametrize(
    ("here", "href", "expected"),
    [
        ("cases/1/", "../../laws/a/#a4", "../../laws/a/index.md#a4"),
        ("cases/1/", "../../", "../../index.md"),
        ("cases/1/", "../../knowledge/public/x/", "../../knowledge/public/x.md"),
        ("knowledge/public/x/", "../../../cases/1/", "../../cases/1/index.md"),
        ("cases/1/", "#facts", "#facts"),
        ("cases/1/", "tel:12315", "tel:12315"),
        ("cases/1/", "../../data/2024.csv", "../../data/2024.csv"),
        ("cases/1/", "../../search/?q=a#b", "https://example.invalid/search/?q=a#b"),
        ("", "./", "index.md"),
    ],
)
def test_links_lead_from_file_to_file(here: str, href: str, expected: str) -> None:
    """What only the finished site has is linked to there."""
    documents = (
        page(""),
        page("cases/1/"),
        page("laws/a/"),
        page("knowledge/public/x/", "knowledge/public/x.md"),
    )
    output = Output("站", "https://example.invalid/", documents, ())
    links = MarkdownLinks(output, ["data/2024.csv"])
    assert links.of(output.by_address[here])(href) == expected
