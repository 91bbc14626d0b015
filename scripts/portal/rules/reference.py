"""The rule reference for staff, made from the rules' own manuals: `reference()` gives `docs/rules.md`.

Takes the docstrings and severities of `RULES` and the codes of the stages before them; a test keeps the
file in step.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping

from portal.rules import production
from portal.rules.checking import RULES
from portal.rules.engine import RecordRule, SiteRule
from portal.rules.form_codes import BASIS, STAGES
from portal.source.report import LABELS

# A site rule decides about each finding by itself, so its manual says how severe it is.
SEVERITY = re.compile(r"^程度：(?P<text>.+)$", re.MULTILINE)
EXAMPLE = re.compile(r"^(?:错|对)：")
FAMILIES = {
    "PRIV": "个人信息",
    "PUB": "处罚公示",
    "REVIEW": "三审三校",
    "NEUTRAL": "中立",
    "TEXT": "文字",
    "ARTICLE": "文章正文",
    "LINK": "网址",
    "CITE": "引用",
    "OUT": "月度数据",
    "Q": "题库",
    "ITEM": "出题",
    "PAPER": "组卷",
    "SPOT": "抽查考核",
    "BANK": "题库版本",
    "REF": "互相引用",
    "SEASON": "重点时段",
    "TERM": "名词解释",
    "SEARCH": "检索用词",
    "LAW": "法律法规",
    "FRESH": "及时更新",
    "SITE": "网站设置",
    "FILE": "文件",
    "STATIC": "随网站公开的文件",
}
OPENING = """# 检查规则

`portal check` 报出的每个问题都有一个编号，在这里查它是什么意思、为什么、怎么改。
“错误”要改好才能生成网站，“提醒”不拦发布；写着“正式发布时是错误”的，正式发布时要先改好。

本页由程序从规则的说明生成，不要手工修改。
"""


def reference() -> str:
    """The whole page, Markdown in Chinese."""
    parts = [OPENING]
    for prefix, title in FAMILIES.items():
        parts.append(f"## {title}\n")
        parts += [_rule(rule) for rule in RULES if rule.code.split("-")[0] == prefix]
    parts.append(_production())
    parts.append(f"## 核对原文\n\n只在 `portal citations --verify` 时检查。\n\n{_table(BASIS)}")
    parts += list(_earlier_stages())
    return "\n".join(parts)


def severity_of(rule: RecordRule | SiteRule) -> str:
    """What a finding of the rule is: 错误, 提醒, or a sentence when it depends."""
    if isinstance(rule, RecordRule):
        return LABELS[rule.severity]
    said = SEVERITY.search(inspect.cleandoc(rule.manual))
    return said["text"].strip() if said else ""


def _rule(rule: RecordRule | SiteRule) -> str:
    manual = SEVERITY.sub("", inspect.cleandoc(rule.manual))
    return f"### {rule.code}\n\n程度：{severity_of(rule)}\n\n{_markdown(manual)}"


def _markdown(manual: str) -> str:
    """Sentences as paragraphs, examples as a list."""
    lines: list[str] = []
    for line in manual.strip().splitlines():
        if EXAMPLE.match(line):
            gap = [""] if lines and lines[-1] and not lines[-1].startswith("- ") else []
            lines += [*gap, f"- {line}"]
        elif lines and lines[-1].startswith("- "):
            lines += ["", line]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _production() -> str:
    return "## 正式发布\n\n" + "\n".join(
        f"### {code}\n\n程度：错误，只在 `portal build --production` 时检查\n\n{production.manual(code)}\n"
        for code in production.CHECKS
    )


def _earlier_stages() -> Iterator[str]:
    for title, codes in STAGES.items():
        yield f"## {title}\n\n都是错误。\n\n{_table(codes)}"


def _table(codes: Mapping[str, str]) -> str:
    rows = "\n".join(f"| {code} | {meaning} |" for code, meaning in sorted(codes.items()))
    return f"| 编号 | 意思 |\n| --- | --- |\n{rows}\n"
