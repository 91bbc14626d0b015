"""`publicity.yaml` with two lengths and one list of thresholds → dated texts: the old one keeps its lengths and thresholds.

What the amended rules say (总局令第108号) is added; the settings that the bureau may change are written out with their
reasons. 信用修复分档 was a record only and is part of the new text.
"""

from __future__ import annotations

import textwrap
from typing import Any

from portal.formats.merging.yaml_text import YamlText
from portal.source.reading import Reading

OLD_LENGTHS = ("short_months", "long_months")
TEXTS = """\
# 每次修正一条，按施行日期先后；规定变了就加一条新的，旧的不删。
texts:
  - name: 2021年文本
    effective: 2021-09-01
    source: 市场监督管理行政处罚信息公示规定（总局令第45号）第十三条、第十四条
    lower: {{months: {short}, basis: 第十三条第一款}}
    # 第十四条：提前停止公示的时限由总局另行规定，那份规定不在手头，本站不查；受到停产停业、吊销等处罚的不得提前停止。
    ordinary: {{months: {long}, basis: 第十三条第一款, stop_after_months: 0}}
    restriction: {{months: {long}, basis: 第十三条第三款}}
    until_restriction_ends: false
    severe: {{months: {long}, basis: 第十三条第一款}}
{thresholds}
  - name: 2025年修正
    # 总局令第108号没有写修正条款从哪天起施行；2025-12-25 是同时公布的信用修复管理办法（第107号）的施行日。
    effective: 2025-12-25
    source: 市场监督管理行政处罚信息公示规定（总局令第108号修正）第十三条至第十五条
    lower: {{months: 3, basis: 第十三条第一款}}
    ordinary: {{months: 12, basis: 第十五条, stop_after_months: 3}}
    serious_field: {{months: 36, basis: 第十四条第一款, stop_after_months: 12}}
    fields: [食品, 药品, 医疗器械, 化妆品, 特种设备, 重点工业产品]
    restriction: {{months: 36, basis: 第十四条第二款, stop_after_months: 12}}
    severe: {{months: 36, basis: 第十四条第三款}}
    lower_tiers: [从轻, 减轻]
    thresholds:
      - effective: 2025-12-25
        person_yuan: 5000
        organisation_yuan: 50000
        source: 市场监督管理行政处罚信息公示规定（总局令第108号修正）第十三条第二款
        certainty: verified

# 修正施行以前就公示的处罚，条文没有说怎么办，由本局定。new_text：从施行那天起按新的算，但不比按旧的算更长
# （宁可早停，法定的公示在国家企业信用信息公示系统）；old_text：一直按旧的算。
earlier_cases: new_text

# 期满日怎样算，规定里没有写，民法典的原文也不在手头（text not at hand），由本局定。corresponding_day：公示当天不算，
# 最后一个月的对应日是最后一天，没有对应日的是月末，当天还公开，第二天起停止；day_before：公示当天也算，早一天。
# 最后一天是节假日的不顺延。
last_day: corresponding_day
"""


def with_dated_texts(reading: Reading) -> str:
    """The new form of the file; one that has it already stays as it is."""
    data: dict[str, Any] = reading.data or {}
    short, long = (data.get(name) for name in OLD_LENGTHS)
    if "texts" in data or not isinstance(short, int) or not isinstance(long, int):
        return reading.file.original
    text = YamlText(reading.file)
    thresholds = "thresholds: []\n"
    if "thresholds" in data:
        thresholds = text.cut(("thresholds",), with_comments=True)
    for name in OLD_LENGTHS:
        text.remove((name,))
    if "credit_tiers" in data:
        text.cut(("credit_tiers",), with_comments=True)
    indented = textwrap.indent(thresholds, " " * 4)
    text.append("\n" + TEXTS.format(short=short, long=long, thresholds=indented))
    return text.result()
