"""Numbers with what they count: `12 件`, `3.5万元`, `第45条`, `五万元` stay on one line.

`kept_whole(html)` puts each into `<bdi>`, an element without looks and without words for a listener; a `<span>` would
be caught by the styles of what it stands in.
"""

from __future__ import annotations

import re

# What would be parted between its own characters: the longest first.
LONG_UNITS = (
    "个自然日|个工作日|个百分点|个小时|个月|平方米|平方公里|立方米|摄氏度|公里|公斤|千克|毫克|微克|毫升|厘米|毫米"
    "|万户次|万人次|万批次|万元|亿元|万个|万份|万人|万户|万件|万家|万次|户次|人次|批次|场次|家次|小时|分钟|周岁|年级|年度|元钱"
    "|月份|工作日|页题|道题|条款|单位"
)
LATIN_UNITS = (
    r"(?:kg|mg|µg|μg|mL|ml|km|cm|mm|MPa|kPa|CFU|℃|°C|℉|‰|%|[gLm])(?![A-Za-z])(?:/(?:kg|mL|ml|m²|[gL]))?"
)
# A number is followed by one character of its own at least, but for those that only join it to what follows.
ONE = "(?![的和与及或至到在是为被将从比按以后前中内外上下起共])[一-龥]"
NUMBER = r"\d[\d,.]*(?:[-–—~～∶:/]\d[\d,.]*)*"
ARABIC = (
    rf"(?:[第约近≤≥＜＞±¥￥]\s?)?(?<![A-Za-z\d.]){NUMBER}(?:\s?(?:{LATIN_UNITS}|{LONG_UNITS}|[万亿]?{ONE}))"
)
CHINESE = (
    "第[一二三四五六七八九十百千零〇两]+(?:条之[一二三四五六七八九十]|[条款项章节编次批期届])"
    "|[一二三四五六七八九十百千零〇两半]+(?:万元|亿元|个工作日|个月|小时|分钟|周岁|[元倍年日天])"
    "|[一二三四五六七八九十百千零〇两]+万元"
)
# Only where the next bracket opens a tag: what stands inside a tag is no text.
QUANTITY = re.compile(rf"(?:{ARABIC}|{CHINESE})(?=[^<>]*<)")


def kept_whole(html: str) -> str:
    """The quantities of a piece of HTML that holds nothing but text and tags."""
    return QUANTITY.sub(r"<bdi>\g<0></bdi>", html)
